"""Importing a model loads that model and what it is made of, nothing else."""

from tests.codegen.generating import python

LOADED = (
    "import sys; print(*sorted(m for m in sys.modules if '.' in m or m in {'httpx', 'xsdata'}))"
)
MODELS = "rescind_models.phone_notify."


def loaded(statement: str) -> set[str]:
    ran = python("-c", f"{statement}; {LOADED}")
    assert ran.code == 0, ran.err
    return {name for name in ran.out.split() if name.startswith(("rescind", "httpx", "xsdata"))}


def test_the_top_package_loads_no_model() -> None:
    assert loaded("import rescind_models") == {"rescind_models._contract"}


def test_the_packages_and_their_operations_load_no_model() -> None:
    packages = {"rescind_models._contract", "rescind_models.phone_notify", "rescind_models.sms"}
    assert loaded("import rescind_models.phone_notify, rescind_models.sms") == packages
    assert loaded("import rescind_models.phone_notify._operations") == {
        "rescind_models._contract",
        "rescind_models.phone_notify",
        "rescind_models.phone_notify._operations",
    }


def test_a_request_and_its_answer_load_no_other_operation() -> None:
    names = "CancelNotifyByReferenceID, CancelNotifyByReferenceIDResponse"
    assert loaded(f"from rescind_models.phone_notify import {names}") == {
        "rescind_models._contract",
        "rescind_models.phone_notify",
        f"{MODELS}cancel_notify_by_reference_id",
    }


def test_a_request_with_data_loads_what_it_is_made_of() -> None:
    found = loaded("from rescind_models.phone_notify import NotifyPhoneAdvanced as N; N(anr=None)")
    assert {name.removeprefix(MODELS) for name in found if name.startswith(MODELS)} == {
        "notify_phone_advanced",
        "advanced_notify_request",
        "notify_return",
        "array_of_variable",
        "variable",
    }
    assert not {name for name in found if name.startswith(("httpx", "xsdata"))}
