"""What the caller of a delete is told when the token endpoint does not give a token."""

import json

import pytest

import rescind
from rescind import Failure, Sent, WireReply
from rescind.wires.rejection import Cause
from tests.support.calls import DELETED_JSON
from tests.support.scripted import Scripted, client, wire_reply

PAGE = "<html><head><title>Service Unavailable</title></head></html>"
GOOD = {"access_token": "a-token", "token_type": "bearer", "expires_in": 28799}


def oauth_error(code: str, status: int = 400) -> WireReply:
    return wire_reply(status, json.dumps({"error": code, "error_description": "words"}))


def changed(**members: object) -> WireReply:
    """A good answer with some members changed; None leaves one out."""
    found = {**GOOD, **members}
    return wire_reply(200, json.dumps({k: v for k, v in found.items() if v is not None}))


ERRORS: dict[str, tuple[WireReply | Failure, type[rescind.RescindError], int | None]] = {
    **{
        code: (oauth_error(code), rescind.AuthenticationError, 400)
        for code in (
            "invalid_client",
            "invalid_grant",
            "invalid_request",
            "unauthorized_client",
            "unsupported_grant_type",
            "invalid_scope",
        )
    },
    "401 with an error": (oauth_error("invalid_client", 401), rescind.AuthenticationError, 401),
    "401 alone": (wire_reply(401), rescind.AuthenticationError, 401),
    "403": (wire_reply(403), rescind.AuthenticationError, 403),
    "400 alone": (wire_reply(400), rescind.InvalidRequestError, 400),
    "400 page": (wire_reply(400, PAGE), rescind.InvalidRequestError, 400),
    "404": (wire_reply(404, PAGE), rescind.InvalidRequestError, 404),
    "302": (wire_reply(302, location="https://else.test/"), rescind.InvalidRequestError, 302),
    "415": (wire_reply(415), rescind.InvalidRequestError, 415),
    "429": (wire_reply(429), rescind.ServiceUnavailableError, 429),
    "503": (wire_reply(503, PAGE), rescind.ServiceUnavailableError, 503),
    "502": (wire_reply(502, PAGE), rescind.ServiceUnavailableError, 502),
    "500": (wire_reply(500, PAGE), rescind.ServiceFaultError, 500),
    "refused": (Failure(Cause.NOT_SENT, Sent.NO, "why"), rescind.NotSentError, None),
    "certificate": (Failure(Cause.NOT_VERIFIED, Sent.NO, "why"), rescind.NotSentError, None),
    "timeout": (Failure(Cause.LOST, Sent.YES, "no answer"), rescind.NotSentError, None),
    "reset": (Failure(Cause.LOST, Sent.UNKNOWN, "ReadError"), rescind.NotSentError, None),
    "cut off": (Failure(Cause.LOST, Sent.YES, "why", 200), rescind.NotSentError, 200),
    "too large": (
        Failure(Cause.UNREADABLE, Sent.YES, "why", 200),
        rescind.UnreadableReplyError,
        200,
    ),
    **{
        name: (answer, rescind.UnreadableReplyError, 200)
        for name, answer in {
            "page": wire_reply(200, PAGE),
            "empty": wire_reply(200),
            "list": wire_reply(200, "[]"),
            "cut JSON": wire_reply(200, '{"access_token":"a-tok'),
            "no token": changed(access_token=None),
            "empty token": changed(access_token=""),
            "token is a number": changed(access_token=5),
            "a blank in it": changed(access_token="a token"),
            "a line break in it": changed(access_token="a-token\r\nX-Injected: 1"),
            "a letter outside ASCII": changed(access_token="t\xf6ken"),
            "a control character": changed(access_token="a\x00b"),
            "very long": changed(access_token="a" * 20_000),
            "no type": changed(token_type=None),
            "another type": changed(token_type="mac"),
            "expires in words": changed(expires_in="soon"),
            "expires in a list": changed(expires_in=[]),
            "expires true": changed(expires_in=True),
            "expires in a fraction of text": changed(expires_in="1.5"),
        }.items()
    },
}


@pytest.mark.asyncio
@pytest.mark.parametrize("name", ERRORS)
async def test_no_token(name: str) -> None:
    """The delete was not sent, and the error says of whose making it is."""
    answer, kind, status = ERRORS[name]
    transport = Scripted([DELETED_JSON], tokens=[answer])

    with pytest.raises(rescind.RescindError) as caught:
        await client(transport, attempts=1).sms.delete_recurring_messages(["r1"])

    error = caught.value
    assert type(error) is kind, str(error)
    assert error.status == status
    assert not error.may_have_happened
    assert error.sent is Sent.NO
    assert error.attempts == 0
    assert error.operation == "DELETE api/v2/sms/messages/recurrings"
    assert "oken" in str(error)
    assert transport.sent == []
    assert len(transport.token_requests) == 1


@pytest.mark.asyncio
async def test_an_oauth_error_has_its_code_and_description() -> None:
    transport = Scripted([DELETED_JSON], tokens=[oauth_error("invalid_client")])

    with pytest.raises(rescind.AuthenticationError) as caught:
        await client(transport).sms.delete_recurring_messages(["r1"])

    assert (caught.value.code, caught.value.reason) == ("invalid_client", "words")
    assert "invalid_client" in str(caught.value)


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "body",
    [
        json.dumps({**GOOD, "token_type": "mac"}),
        json.dumps({**GOOD, "expires_in": "soon"}),
        json.dumps(GOOD)[:-1],
        f"<html>access_token=a-token refresh_token=a-token {PAGE}",
    ],
)
@pytest.mark.parametrize("status", [200, 201, 400, 404, 500, 503])
async def test_an_answer_with_a_token_in_it_is_never_quoted(body: str, status: int) -> None:
    transport = Scripted([DELETED_JSON], tokens=[wire_reply(status, body)])

    with pytest.raises(rescind.RescindError) as caught:
        await client(transport, attempts=1).sms.delete_recurring_messages(["r1"])

    assert "a-token" not in f"{caught.value} {vars(caught.value)}"


@pytest.mark.asyncio
@pytest.mark.parametrize("kind", ["bearer", "Bearer", "BEARER"])
async def test_the_type_is_bearer_in_any_case(kind: str) -> None:
    transport = Scripted([DELETED_JSON], tokens=[changed(token_type=kind)])

    outcome = await client(transport).sms.delete_recurring_messages(["r1"])

    assert outcome.result == "OK"


@pytest.mark.asyncio
async def test_every_character_a_token_may_have_goes_out_as_it_came() -> None:
    token = "".join(map(chr, range(0x21, 0x7F)))
    transport = Scripted([DELETED_JSON], tokens=[changed(access_token=token)])

    await client(transport).sms.delete_recurring_messages(["r1"])

    assert dict(transport.sent[0].request.headers)["Authorization"] == f"Bearer {token}"


@pytest.mark.asyncio
async def test_every_character_of_the_credentials_is_encoded() -> None:
    transport = Scripted([DELETED_JSON])
    one = client(transport).with_options(
        sms_auth=rescind.ClientCredentials(client_id="i d&", client_secret="a+b c%&=\xe9\U0001f4de")
    )

    await one.sms.delete_recurring_messages(["r1"])

    assert transport.token_requests[0].request.body == (
        b"grant_type=client_credentials&client_id=i%20d%26"
        b"&client_secret=a%2Bb%20c%25%26%3D%C3%A9%F0%9F%93%9E"
    )


@pytest.mark.asyncio
async def test_a_failing_endpoint_is_tried_again_within_the_attempts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("rescind.run.jitter", lambda: 0.0)
    lost = Failure(Cause.LOST, Sent.YES, "no answer")
    transport = Scripted([DELETED_JSON], tokens=[lost, wire_reply(502), changed()])

    outcome = await client(transport).sms.delete_recurring_messages(["r1"])

    assert len(transport.token_requests) == 3
    assert outcome.attempts == 1
    assert outcome.exact
