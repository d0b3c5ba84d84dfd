"""What type checkers make of settings and options. Never run; see tests/packaging/test_types.py."""

from typing import assert_type

import httpx

import rescind
from rescind_models.phone_notify import GetVersion


def clients(http_client: httpx.AsyncClient, own: rescind.Transport) -> None:
    auth = rescind.ClientCredentials(client_id="id", client_secret="secret")
    client = rescind.Client(license_key=rescind.Secret("key"), sms_auth=auth, timeout=5)
    assert_type(client, rescind.Client)
    rescind.Client(http_client=http_client, listener=listen)
    told: list[rescind.Event] = []
    rescind.Client(transport="aiohttp", listener=lambda event: told.append(event))
    rescind.Client(transport=own)

    rescind.Client("key")  # E: call-arg / reportCallIssue
    rescind.Client(retries=3)  # E: call-arg / reportCallIssue
    rescind.Client(attempts="3")  # E: arg-type / reportArgumentType
    rescind.Client(sms_auth=("id", "secret"))  # E: arg-type / reportArgumentType
    rescind.Client(transport="curl")  # E: arg-type / reportArgumentType
    rescind.Client(http_client=httpx.Client())  # E: arg-type / reportArgumentType
    rescind.Client(listener=listen_to_nothing)  # E: arg-type / reportArgumentType
    rescind.Cleint()  # E: attr-defined / reportAttributeAccessIssue


def listen(event: rescind.Event) -> None:
    assert_type(event.attempt if isinstance(event, rescind.Waiting) else 0, int)


def listen_to_nothing() -> None:
    """Not a listener."""


def others() -> None:
    client = rescind.Client.from_env(attempts=1)
    assert_type(client, rescind.Client)
    other = client.with_options(license_key="other", timeout=1.5)
    assert_type(other, rescind.Client)

    rescind.Client.from_env(retries=3)  # E: call-arg / reportCallIssue
    rescind.Client.from_env(attempts="3")  # E: arg-type / reportArgumentType
    client.with_options(max_connections=3)  # E: call-arg / reportCallIssue
    client.with_options(timeout="5")  # E: arg-type / reportArgumentType
    client.sms = other.sms  # E: misc / reportAttributeAccessIssue
    _ = client.license_key  # E: attr-defined / reportAttributeAccessIssue


async def options(client: rescind.Client) -> None:
    phone, sms = client.phone_notify, client.sms
    await phone.cancel_notify(1, timeout=5, attempt_timeout=2.5, connect_timeout=1, attempts=2)
    await phone.invoke(GetVersion(), attempts=1)
    await sms.delete_all_pending_messages(timeout=60.0)

    await phone.cancel_notify(1, retries=3)  # E: call-arg / reportCallIssue
    await phone.cancel_notify(1, timeout="5")  # E: arg-type / reportArgumentType
    await phone.cancel_notify(1, timeout=None)  # E: arg-type / reportArgumentType
    await phone.invoke(GetVersion(), attempts=1.5)  # E: arg-type / reportArgumentType
    await phone.invoke(GetVersion(), license_key="k")  # E: call-arg / reportCallIssue
    await sms.delete_all_pending_messages(attempts="2")  # E: arg-type / reportArgumentType
    await sms.delete_pending_messages(["a"], limit=2)  # E: call-arg / reportCallIssue
    await anext(sms.iter_pending_and_recurring(retries=1))  # E: call-arg / reportCallIssue
    await anext(sms.iter_pending_and_recurring(page_size="1"))  # E: arg-type / reportArgumentType


def errors(error: rescind.RescindError) -> None:
    assert_type(error.may_have_happened, bool)
    assert_type(error.sent, rescind.Sent)
    assert_type(error.retry_after, float | None)
    assert_type(error.wire, rescind.Wire | None)
    _ = error.code  # E: attr-defined / reportAttributeAccessIssue
    if isinstance(error, rescind.ServiceError):
        assert_type(error.code, str)
