"""What the operations of PhoneNotify do."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Final
from uuid import UUID

import attrs

from . import response_codes, values
from .calls import Call, CallBook, CallState
from .contract import Contract, Operation
from .problems import SoapException, UnhandledException
from .response_codes import RESPONSE_CODES, VOICES
from .settings import Settings
from .values import NO_DATE, Value

VERSION: Final = "rescind sandbox"

# Operations that do something; every other answers with the emptiest well-formed result.
REAL_OPERATIONS: Final = (
    "GetVersion",
    "GetQueueIDStatus",
    "GetQueueIDStatusesByPhoneNumber",
    "GetQueueIDStatusWithAdvancedInfo",
    "GetMultipleQueueIdStatus",
    "NotifyPhoneBasic",
    "NotifyPhoneAdvanced",
    "NotifyMultiplePhoneBasicWithCPMandReferenceID",
    "NotifyMultiplePhoneAdvanced",
    "CancelNotify",
    "CancelNotifyByReferenceID",
    "GetResponseCodes",
    "getVoices",
)

_MOST_TRIES = 3
_LAST_NOTIFICATIONS = 10
_NUMBER = re.compile(r"1?(\d{10})(?:x(\d+))?\Z")
_KEY_NAMES = ("LicenseKey", "Licensekey", "licensekey")


@attrs.frozen
class PhoneNotify:
    """The operations, on the calls of a sandbox.

    Attributes:
        contract: The contract.
        calls: The calls.
        settings: The switches.
    """

    contract: Contract
    calls: CallBook
    settings: Settings

    def invoke(self, operation: Operation, arguments: Mapping[str, Value]) -> Value:
        """Run an operation.

        Raises:
            SoapException: The license key is not valid (`Settings.bad_license_key`).
            UnhandledException: The service would have failed.
        """
        key_name = next((name for name in _KEY_NAMES if name in arguments), None)
        key = ""
        if key_name is not None:
            known = self._known_key(_text(arguments[key_name]))
            if known is None:
                return self._bad_key(operation)
            key = known
        method = self._methods().get(operation.name)
        if method is not None:
            return method(key, arguments)
        return None if operation.result is None else values.empty(self.contract, operation.result)

    def _methods(self) -> Mapping[str, Callable[[str, Mapping[str, Value]], Value]]:
        return {
            "GetVersion": lambda _key, _arguments: VERSION,
            "GetResponseCodes": self._response_codes,
            "getVoices": self._voices,
            "GetQueueIDStatus": self._status,
            "GetQueueIDStatusWithAdvancedInfo": self._advanced_status,
            "GetMultipleQueueIdStatus": self._statuses,
            "GetQueueIDStatusesByPhoneNumber": self._statuses_of_number,
            "NotifyPhoneBasic": self._notify_basic,
            "NotifyPhoneAdvanced": self._notify_advanced,
            "NotifyMultiplePhoneAdvanced": self._notify_many_advanced,
            "NotifyMultiplePhoneBasicWithCPMandReferenceID": self._notify_many_basic,
            "CancelNotify": self._cancel,
            "CancelNotifyByReferenceID": self._cancel_by_reference,
        }

    # Keys

    def _known_key(self, text: str) -> str | None:
        """The key in its usual form when it is a GUID the sandbox knows."""
        known = {UUID(key) for key in self._keys()}
        try:
            key = UUID(text)
        except ValueError:
            return None
        return str(key) if key in known else None

    def _keys(self) -> Sequence[str]:
        return (self.settings.license_key, *self.settings.other_license_keys)

    def _bad_key(self, operation: Operation) -> Value:
        if self.settings.bad_license_key == "fault":
            raise SoapException("Client", "Invalid LicenseKey")
        refusal = _refusal(response_codes.KEY_INVALID)
        if operation.result is None:
            return None
        if operation.result.type == "NotifyReturn":
            return refusal
        if operation.result.type == "ArrayOfNotifyReturn":
            return (refusal,)
        return values.empty(self.contract, operation.result)

    # Sending

    def _notify_basic(self, key: str, arguments: Mapping[str, Value]) -> Value:
        return self._queue(
            key,
            number=_text(arguments["PhoneNumberToDial"]),
            caller=_text(arguments["CallerID"]),
            caller_needed=True,
            text=_text(arguments["TextToSay"]),
        )

    def _notify_many_basic(self, key: str, arguments: Mapping[str, Value]) -> Value:
        """One call per number, so many a minute from now on."""
        rate = _integer(arguments["CallsPerMinute"])
        pause = timedelta(minutes=1) / rate if rate > 0 else timedelta()
        now = self.calls.clock.now()
        return [
            self._queue(
                key,
                number=number,
                caller=_text(arguments["CallerID"]),
                caller_needed=True,
                text=_text(arguments["TextToSay"]),
                due=now + pause * position,
                reference=_optional_text(arguments["ReferenceID"]),
            )
            for position, number in enumerate(_split(_text(arguments["PhoneNumbersToDial"])))
        ]

    def _notify_advanced(self, _key: str, arguments: Mapping[str, Value]) -> Value:
        request = arguments["anr"]
        if not isinstance(request, Mapping):
            raise _null_argument("anr")
        return self._advanced(request)

    def _notify_many_advanced(self, _key: str, arguments: Mapping[str, Value]) -> Value:
        requests = arguments["MultipleANR"]
        if not isinstance(requests, Sequence) or isinstance(requests, str | bytes):
            raise _null_argument("MultipleANR")
        results: list[Value] = []
        for request in requests:
            if not isinstance(request, Mapping):
                raise _null_argument("AdvancedNotifyRequest")
            results.append(self._advanced(request))
        return results

    def _advanced(self, request: Mapping[str, Value]) -> Value:
        key = self._known_key(_text(request["LicenseKey"]))
        if key is None:
            if self.settings.bad_license_key == "fault":
                raise SoapException("Client", "Invalid LicenseKey")
            return _refusal(response_codes.KEY_INVALID)
        due = request["UTCScheduledDateTime"]
        if not isinstance(due, datetime) or due.tzinfo is not UTC:
            return _refusal(response_codes.NOT_UTC)
        return self._queue(
            key,
            number=_text(request["PhoneNumberToDial"]),
            caller=_text(request["CallerIDNumber"]),
            voice=_integer(request["VoiceID"]),
            text=_text(request["TextToSay"]),
            due=max(due, self.calls.clock.now()),
            reference=_optional_text(request["ReferenceID"]),
            tries=_integer(request["TryCount"]),
            next_try_seconds=_integer(request["NextTryInSeconds"]),
        )

    def _queue(
        self,
        key: str,
        *,
        number: str,
        caller: str,
        text: str,
        caller_needed: bool = False,
        voice: int = 0,
        due: datetime | None = None,
        reference: str | None = None,
        tries: int = 1,
        next_try_seconds: int = 60,
    ) -> Value:
        dialled, shown = _digits(number), _digits(caller)
        if dialled is None:
            return _refusal(response_codes.INVALID_PHONE_NUMBER)
        if shown is None and (caller or caller_needed):
            return _refusal(response_codes.INVALID_CALLER_ID)
        if shown == dialled:
            return _refusal(response_codes.SAME_NUMBERS)
        if voice < 0:
            return _refusal(response_codes.INVALID_VOICE_ID)
        call = self.calls.add(
            license_key=key,
            phone_number=dialled,
            reference_id=reference,
            text=text,
            due=due,
            tries=min(max(tries, 1), _MOST_TRIES),
            next_try_seconds=max(next_try_seconds, 0),
        )
        return _notify_return(call)

    # Cancelling

    def _cancel(self, key: str, arguments: Mapping[str, Value]) -> Value:
        call = self._call(key, _integer(arguments["QueueID"]))
        return call is not None and self.calls.cancel([call]) == 1

    def _cancel_by_reference(self, key: str, arguments: Mapping[str, Value]) -> Value:
        reference = _optional_text(arguments["ReferenceID"])
        if reference is None:
            return 0
        return self.calls.cancel(
            call
            for call in self.calls.all()
            if call.license_key == key and call.reference_id == reference
        )

    # Asking

    def _call(self, key: str, queue_id: int) -> Call | None:
        call = self.calls.get(queue_id)
        return call if call is not None and call.license_key == key else None

    def _status(self, _key: str, arguments: Mapping[str, Value]) -> Value:
        call = self.calls.get(_integer(arguments["QueueID"]))
        return _status(call, _integer(arguments["QueueID"]))

    def _advanced_status(self, key: str, arguments: Mapping[str, Value]) -> Value:
        queue_id = _integer(arguments["QueueID"])
        return _status(self._call(key, queue_id), queue_id, advanced=True)

    def _statuses(self, key: str, arguments: Mapping[str, Value]) -> Value:
        results: list[Value] = []
        for text in _split(_text(arguments["QueueIDs"])):
            if not text.isascii() or not text.isdigit():
                raise UnhandledException(
                    "Input string was not in a correct format.", "System.FormatException"
                )
            queue_id = int(text[:19])
            results.append(_status(self._call(key, queue_id), queue_id))
        return results

    def _statuses_of_number(self, key: str, arguments: Mapping[str, Value]) -> Value:
        number = _digits(_text(arguments["PhoneNumber"]))
        found = [
            call
            for call in self.calls.all()
            if call.license_key == key and call.phone_number == number
        ]
        return [_notify_return(call) for call in found[-_LAST_NOTIFICATIONS:]]

    def _response_codes(self, _key: str, _arguments: Mapping[str, Value]) -> Value:
        return [
            {"ResponseCode": code, "ResponseText": text} for code, text in RESPONSE_CODES.items()
        ]

    def _voices(self, _key: str, _arguments: Mapping[str, Value]) -> Value:
        return [
            {
                "VoiceID": number,
                "VoiceName": name,
                "VoiceGender": None,
                "VoiceAge": 0,
                "VoiceLanguage": None,
                "VoiceSummary": name,
            }
            for number, name in VOICES.items()
        ]


def _null_argument(name: str) -> UnhandledException:
    message = f"Value cannot be null.\r\nParameter name: {name}"
    return UnhandledException(message, "System.ArgumentNullException")


def _text(value: Value) -> str:
    return value if isinstance(value, str) else ""


def _optional_text(value: Value) -> str | None:
    return _text(value) or None


def _integer(value: Value) -> int:
    return value if isinstance(value, int) else 0


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _digits(number: str) -> str | None:
    """A number in the sandbox's form: ten digits, then perhaps `x` and an extension."""
    match = _NUMBER.match(re.sub(r"[^0-9x]", "", number.lower()))
    if match is None:
        return None
    return match[1] if match[2] is None else f"{match[1]}x{match[2]}"


def _status(call: Call | None, queue_id: int, *, advanced: bool = False) -> Value:
    """The status of a call; what the service says of an unknown id is not known."""
    if call is None:
        return {**_refusal(response_codes.UNIVERSAL_ERROR), "QueueID": queue_id}
    return _notify_return(call, advanced=advanced)


def _refusal(code: int) -> dict[str, Value]:
    return {
        "ResponseCode": code,
        "ResponseText": RESPONSE_CODES[code],
        "CallAnswered": False,
        "QueueID": 0,
        "TryCount": 0,
        "Demo": False,
        "Duration": 0,
        "StartTime": NO_DATE,
        "EndTime": NO_DATE,
        "MinuteRate": Decimal(0),
        "CallComplete": False,
    }


def _notify_return(call: Call, *, advanced: bool = False) -> dict[str, Value]:
    result: dict[str, Value] = {
        **_refusal(call.response_code),
        "CallAnswered": call.state is CallState.ANSWERED,
        "QueueID": call.queue_id,
        "TryCount": call.tried,
        "Duration": call.duration,
        "StartTime": call.started or NO_DATE,
        "EndTime": call.ended or NO_DATE,
        "CallComplete": call.state not in (CallState.QUEUED, CallState.DIALLING),
    }
    if advanced:
        result["TextToSay"] = call.text
        result["VariableArray"] = ()
    return result
