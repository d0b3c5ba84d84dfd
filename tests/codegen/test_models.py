"""The generated models against the vendor's tables, which were transcribed by themselves."""

import dataclasses
import enum
import inspect
import json
import typing
from datetime import datetime
from decimal import Decimal
from types import ModuleType
from typing import Any, TypedDict, cast

import pytest

import rescind_models
from codegen import names
from rescind_models import Wire, phone_notify, sms
from rescind_models.phone_notify._operations import OPERATIONS
from rescind_models.sms._operations import OPERATIONS as SMS_OPERATIONS
from tests.codegen.generating import DATA

NAMESPACE = "https://ws.esendex.us/NotifyWS/"
RANGES = {
    "unsignedByte": (0, 255),
    "short": (-(2**15), 2**15 - 1),
    "int": (-(2**31), 2**31 - 1),
    "long": (-(2**63), 2**63 - 1),
}
PYTHON = {
    "string": str,
    "boolean": bool,
    "double": float,
    "decimal": Decimal,
    "dateTime": datetime,
    "base64Binary": bytes,
    **dict.fromkeys(RANGES, int),
}
VALUE_TYPES = {*PYTHON} - {"string", "base64Binary"} | {"LM_DialReturn"}


class TabledOperation(TypedDict):
    parameters: list[tuple[str, str]]
    returns: str
    http: bool


class Tables(TypedDict):
    operations: dict[str, TabledOperation]
    types: dict[str, list[tuple[str, str, str]]]


TABLES: Tables = json.loads((DATA / "phone_notify_tables.json").read_text("utf-8"))


def model(name: str, package: ModuleType = phone_notify) -> type:
    found = getattr(package, name)
    assert isinstance(found, type)
    return found


def models() -> list[type]:
    packages = (phone_notify, sms)
    return [model(name, package) for package in packages for name in package.__all__]


def documented(cls: type) -> str:
    """Return a docstring on one line."""
    return " ".join((cls.__doc__ or "").split())


def is_enumeration(cls: type) -> bool:
    return issubclass(cls, enum.Enum)


def fields_of(cls: type) -> "tuple[dataclasses.Field[object], ...]":
    """Return a model's fields; an enumeration has none."""
    return () if is_enumeration(cls) else dataclasses.fields(cast("Any", cls))


def described(cls: type) -> list[tuple[str, str, str]]:
    """Say what a model's fields are in the words of the tables."""
    annotations = typing.get_type_hints(cls)
    found: list[tuple[str, str, str]] = []
    for field in fields_of(cls):
        annotation, occurs = annotations[field.name], "1..1"
        if typing.get_origin(annotation) is tuple:
            annotation, _ = typing.get_args(annotation)
            nillable = type(None) in typing.get_args(annotation)
            assert field.metadata.get("nillable", False) is nillable
            occurs = "0..* nillable" if nillable else "0..*"
        elif field.default is None:
            occurs = "0..1"
        else:
            assert field.metadata["required"] is True
        (kind,) = {*(typing.get_args(annotation) or (annotation,))} - {type(None)}
        found.append((field.metadata["name"], type_name(kind, field), occurs))
    return found


def type_name(kind: type, field: "dataclasses.Field[object]") -> str:
    bounds = field.metadata.get("min_inclusive"), field.metadata.get("max_inclusive")
    if kind is int:
        return next(name for name, known in RANGES.items() if known == bounds)
    assert bounds == (None, None)
    return next((name for name, known in PYTHON.items() if known is kind), kind.__name__)


def test_every_operation_in_order() -> None:
    assert list(OPERATIONS) == list(TABLES["operations"])
    assert len(OPERATIONS) == 53
    assert len(models()) == 134


@pytest.mark.parametrize("name", TABLES["operations"])
def test_a_request_and_its_answer(name: str) -> None:
    tabled, operation = TABLES["operations"][name], OPERATIONS[name]
    expected = [
        (element, kind, "1..1" if kind in VALUE_TYPES else "0..1")
        for element, kind in tabled["parameters"]
    ]
    assert described(model(operation.request)) == expected
    returns = tabled["returns"]
    occurs = "1..1" if returns in VALUE_TYPES else "0..1"
    answer = [] if returns == "void" else [(f"{name}Result", returns, occurs)]
    assert described(model(operation.response)) == answer


@pytest.mark.parametrize("name", TABLES["types"])
def test_a_type(name: str) -> None:
    assert described(model(name)) == [tuple(row) for row in TABLES["types"][name]]


@pytest.mark.parametrize("name", TABLES["operations"])
def test_what_is_known_of_an_operation(name: str) -> None:
    tabled, operation = TABLES["operations"][name], OPERATIONS[name]
    assert operation.name == name
    assert operation.request == name[0].upper() + name[1:]
    assert operation.response == f"{operation.request}Response"
    assert (operation.namespace, operation.soap_action) == (NAMESPACE, NAMESPACE + name)
    soap, http = (Wire.SOAP11, Wire.SOAP12), (Wire.HTTP_POST, Wire.HTTP_GET)
    assert operation.wires == (soap + http if tabled["http"] else soap)
    returned = tabled["http"] and tabled["returns"] != "void"
    assert operation.result_root == (tabled["returns"] if returned else None)
    assert operation.path == (f"/{name}" if tabled["http"] else "")
    assert operation.method == ""


def test_every_element_is_in_the_namespace() -> None:
    for cls in models():
        for field in fields_of(cls):
            own = getattr(getattr(cls, "Meta", None), "namespace", "")
            namespace = field.metadata.get("namespace", own)
            assert namespace == (
                "" if cls.__module__.startswith("rescind_models.sms") else NAMESPACE
            )


def test_models_are_frozen_slotted_keyword_only_and_documented() -> None:
    for cls in models():
        assert cls.__doc__
        if not is_enumeration(cls):
            assert "__dict__" not in dir(cls)
            assert all(p.kind is p.KEYWORD_ONLY for p in inspect.signature(cls).parameters.values())
            assert "frozen=True" in repr(vars(cls)["__dataclass_params__"])


def test_the_documentation_says_what_an_operation_does() -> None:
    cancel = documented(phone_notify.CancelNotifyByReferenceID)
    assert "returns how many were cancelled" in cancel
    assert "license_key: LicenseKey, xs:string, optional, not shown in repr" in cancel


def test_the_documentation_warns_of_the_keep_list() -> None:
    delete = documented(sms.DeletePendingRecurringMessagesRequest)
    assert "message_ids: Messages to delete, or with All the only ones to keep." in delete
    call = documented(phone_notify.AdvancedNotifyRequest)
    assert "next_try_in_seconds: Seconds between tries, 60 or more." in call
    assert "xs:int, default 60." in call


def test_a_secret_is_nowhere_in_repr() -> None:
    secret = "5ec3e7-key"
    for cls in models():
        fields = {f.name: f for f in fields_of(cls)}
        assert fields.get("license_key") is None or not fields["license_key"].repr
        assert {n for n, f in fields.items() if not f.repr} <= {"license_key"}
    anr = phone_notify.AdvancedNotifyRequest(
        utc_scheduled_date_time=datetime.min, license_key=secret
    )
    assert secret not in repr(phone_notify.NotifyPhoneAdvanced(anr=anr))


def test_where_the_secrets_are() -> None:
    nested = {
        "NotifyPhoneAdvanced": ("anr.license_key",),
        "NotifyMultiplePhoneAdvanced": ("multiple_anr.advanced_notify_request.license_key",),
        "LM_DialListAdvanced": ("lm_functions.license_key",),
    }
    for name, operation in OPERATIONS.items():
        flat = {element.lower() for element, _ in TABLES["operations"][name]["parameters"]}
        expected = ("license_key",) if "licensekey" in flat else nested.get(name, ())
        assert operation.secret_fields == expected


def test_only_cancels_and_reads_may_be_repeated() -> None:
    writes: tuple[str, ...] = (
        "Notify",
        "LM_Dial",
        "LM_Add",
        "LM_Alter",
        "LM_Delete",
        "Record",
        "Upload",
        "Assign",
    )
    writes = (
        *writes,
        "Remove",
        "Rename",
        "Set",
        "ScriptSave",
        "ScriptDelete",
        "LicenseKeyVariableSave",
    )
    for name, operation in OPERATIONS.items():
        expected = not name.startswith(writes) and name != "CancelConference"
        assert operation.repeatable is expected, name
        assert operation.not_repeatable_with == ()


def test_defaults_of_a_call() -> None:
    call = phone_notify.AdvancedNotifyRequest(utc_scheduled_date_time=datetime(2030, 1, 1))
    assert (call.voice_id, call.try_count, call.next_try_in_seconds) == (0, 1, 60)
    assert (call.tts_rate, call.tts_volume, call.max_call_length) == (10, 100, 0)
    with pytest.raises(TypeError, match="utc_scheduled_date_time"):
        phone_notify.AdvancedNotifyRequest()  # type: ignore[call-arg] # pyright: ignore[reportCallIssue]


def test_a_call_that_has_not_started_has_no_dates() -> None:
    hints = typing.get_type_hints(phone_notify.NotifyReturn)
    assert hints["start_time"] == hints["end_time"] == (None | datetime)
    required = {f.name for f in dataclasses.fields(phone_notify.NotifyReturn) if f.default is None}
    assert not required & {"start_time", "end_time"}


def test_the_delete_models() -> None:
    fields = {f.name: f for f in dataclasses.fields(sms.DeletePendingRecurringMessagesRequest)}
    order = [
        "All",
        "MessageIDs",
        "StartDate",
        "EndDate",
        "Reference",
        "Destination",
        "Type",
        "Range",
    ]
    wire = [f.metadata.get("wrapper", f.metadata["name"]) for f in fields.values()]
    assert wire == order
    assert fields["message_ids"].metadata["name"] == "string"
    required = {
        name
        for name, field in fields.items()
        if field.default is field.default_factory is dataclasses.MISSING
    }
    assert required == {"all", "message_ids", "type_"}
    hints = typing.get_type_hints(sms.DeletePendingRecurringMessagesRequest)
    assert hints["all"] is bool
    assert hints["message_ids"] == tuple[str, ...]
    assert hints["type_"] == sms.PendingRecurringType | int
    assert hints["range"] == None | sms.FutureDateRange | int
    assert sms.Detail().message_ids == ()
    empty = sms.ResponseOfDeletePendingMessagesResponse()
    assert (empty.error, empty.response_data) == (None, None)
    assert sms.ResponseDataOfDeletePendingMessagesResponse() is not None
    assert (sms.Error().error_code, sms.Identification().user_id) == (None, None)


def test_enumerations_have_the_documented_and_the_inferred_numbers() -> None:
    assert [(m.name, m.value) for m in sms.PendingRecurringType] == [
        ("PENDING", 0),
        ("RECURRING", 1),
    ]
    assert [(m.name, m.value) for m in sms.FutureDateRange] == [("ALL", 0)]
    assert "RECURRING: inferred" in (sms.PendingRecurringType.__doc__ or "")
    assert "PENDING: known" in (sms.PendingRecurringType.__doc__ or "")


def test_the_two_deletes() -> None:
    assert list(SMS_OPERATIONS) == [
        "DELETE api/v2/sms/messages/recurrings",
        "DELETE api/v2/sms/messages/pendings",
    ]
    for name, operation in SMS_OPERATIONS.items():
        assert f"{operation.method} {operation.path}" == name
        assert operation.wires == (Wire.JSON, Wire.XML)
        assert operation.request == "DeletePendingRecurringMessagesRequest"
        assert operation.response == "ResponseOfDeletePendingMessagesResponse"
        assert operation.repeatable
        sweeping = ("all", "start_date", "end_date", "reference", "destination", "range")
        assert operation.not_repeatable_with == sweeping


def test_field_names_are_the_words_in_the_name() -> None:
    splits = {"TTSrate": "TTS rate", "CallerIDname": "Caller ID name", "licensekey": "license key"}
    expected = {
        "UTCScheduledDateTime": "utc_scheduled_date_time",
        "ScheduledUTCDatetime": "scheduled_utc_datetime",
        "TTSrate": "tts_rate",
        "TTSRate": "tts_rate",
        "CallerIDname": "caller_id_name",
        "CallerIDName": "caller_id_name",
        "LicenseKey": "license_key",
        "licensekey": "license_key",
        "QueueIDs": "queue_ids",
        "MessageIDs": "message_ids",
        "QueueIDStatuses": "queue_id_statuses",
        "LM_GetListIDsByX": "lm_get_list_ids_by_x",
        "GetTTSInMP3": "get_tts_in_mp3",
        "Type": "type_",
        "All": "all",
        "anr": "anr",
    }
    assert {name: names.field_name(name, splits) for name in expected} == expected


def test_every_name_in_the_packages_is_there_and_no_other() -> None:
    assert set(rescind_models.__all__) == {"Operation", "Request", "Wire"}
    for package in (phone_notify, sms):
        assert set(package.__all__) <= set(dir(package))
        with pytest.raises(AttributeError, match="no attribute 'CancelNotifi'"):
            package.CancelNotifi  # noqa: B018
