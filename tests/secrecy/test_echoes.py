"""Servers that repeat a secret in what they answer, wherever and however they spell it."""

import html
import json
from collections.abc import Callable
from urllib.parse import quote

import pytest

import rescind
from rescind import WireReply
from rescind.wires.status import TEXT_BYTES
from rescind_models.phone_notify import NotifyReturn
from tests.support.calls import notify
from tests.support.forms import FORMS, Form, envelope, notified
from tests.support.hostile import Hostile, answer, token_of
from tests.support.leaks import (
    CLIENT_SECRET,
    LICENSE_KEY,
    TOKEN,
    check_error,
    watching,
)
from tests.support.replay import reply
from tests.support.scripted import Scripted, client, wire_reply
from tests.support.through import TRIO_KINDS, through

CREDENTIALS = rescind.ClientCredentials(client_id="id", client_secret=CLIENT_SECRET)
TOKEN_ANSWER = wire_reply(
    200, json.dumps({"access_token": TOKEN, "token_type": "bearer", "expires_in": 28799})
)

XML = html.escape


def JSON(text: str) -> str:  # noqa: N802 - beside XML
    return json.dumps(text)[1:-1]


def percent(text: str) -> str:
    return quote(text, safe="")


SOAP12 = "http://www.w3.org/2003/05/soap-envelope"

SPELLINGS: dict[str, Callable[[str], str]] = {
    "plain": str,
    "upper": str.upper,
    "lower": str.lower,
    "percent": percent,
    "entities": html.escape,
    "every letter an entity": lambda text: "".join(f"&#{ord(letter)};" for letter in text),
}


def fault(code: str = "s:Server", text: str = "t", rest: str = "") -> bytes:
    return envelope(
        f"<soap:Fault><faultcode>{code}</faultcode><faultstring>{text}</faultstring>{rest}"
        "</soap:Fault>"
    )


def fault12(code: str = "soap:Receiver", sub: str = "a", text: str = "t", rest: str = "") -> bytes:
    return envelope(
        f"<soap:Fault><soap:Code><soap:Value>{code}</soap:Value><soap:Subcode><soap:Value>{sub}"
        f"</soap:Value></soap:Subcode></soap:Code><soap:Reason><soap:Text>{text}</soap:Text>"
        f"</soap:Reason>{rest}</soap:Fault>",
        SOAP12,
    )


Place = Callable[[str], WireReply]
LONG = "x" * 290

# Where a server of each kind can put what it was sent. The argument is already spelt.
PHONE: dict[str, Place] = {
    "faultcode": lambda echo: wire_reply(500, fault(code=XML(echo))),
    "faultstring": lambda echo: wire_reply(500, fault(text=XML(echo))),
    "Client fault": lambda echo: wire_reply(500, fault("s:Client", XML(echo))),
    "faultactor": lambda echo: wire_reply(500, fault(rest=f"<faultactor>{XML(echo)}</faultactor>")),
    "detail": lambda echo: wire_reply(500, fault(rest=f"<detail>{XML(echo)}</detail>")),
    "detail's child": lambda echo: wire_reply(
        500, fault(rest=f'<detail><a b="{XML(echo)}">{XML(echo)}</a></detail>')
    ),
    "subcode": lambda echo: wire_reply(500, fault12(sub=XML(echo))),
    "Node": lambda echo: wire_reply(500, fault12(rest=f"<soap:Node>{XML(echo)}</soap:Node>")),
    "fault in a 200": lambda echo: wire_reply(200, fault(text=XML(echo))),
    "fault in a 503": lambda echo: wire_reply(503, fault(text=XML(echo))),
    "text": lambda echo: wire_reply(500, echo),
    "escaped text": lambda echo: wire_reply(500, XML(echo)),
    "exception": lambda echo: wire_reply(500, f"System.{echo[:12]}Exception: {XML(echo)}"),
    "stack trace": lambda echo: wire_reply(500, f"E: m\r\n   at Get(String key = {echo})"),
    "title": lambda echo: wire_reply(404, f"<html><title>{XML(echo)}</title></html>"),
    "title of a 200": lambda echo: wire_reply(200, f"<html><title>{XML(echo)}</title></html>"),
    "page": lambda echo: wire_reply(500, f"<html><body>{XML(echo)}</body></html>"),
    "cut off by the excerpt": lambda echo: wire_reply(500, LONG + echo + LONG),
    "cut off by what is read": lambda echo: wire_reply(500, "x" * (TEXT_BYTES - 20) + echo),
    "root element": lambda echo: wire_reply(200, f"<{'x' * 60}{echo}/>"),
    "an element": lambda echo: wire_reply(200, envelope(f"<{echo}/>")),
    "a value": lambda echo: wire_reply(200, f"<int xmlns='{XML(echo)}'>{XML(echo)}</int>"),
    "reason of a 401": lambda echo: wire_reply(401, echo),
    "Content-Type": lambda echo: WireReply(500, (("content-type", f"text/{echo}"),), b""),
    "charset": lambda echo: WireReply(500, (("content-type", f"a/b; charset={echo}"),), b""),
    "Retry-After": lambda echo: WireReply(503, (("retry-after", echo),), b""),
    "Location": lambda echo: WireReply(302, (("location", f"https://e.test/{echo}"),), b""),
    "UTF-16": lambda echo: WireReply(500, (), echo.encode("utf-16")),
}
SMS: dict[str, Place] = {
    "Message": lambda echo: wire_reply(400, f'{{"Message":"{JSON(echo)}"}}'),
    "MessageDetail": lambda echo: wire_reply(404, f'{{"MessageDetail":"{JSON(echo)}"}}'),
    "ExceptionMessage": lambda echo: wire_reply(
        500, f'{{"ExceptionMessage":"{JSON(echo)}","ExceptionType":"{JSON(echo)}"}}'
    ),
    "ModelState": lambda echo: wire_reply(
        400, f'{{"ModelState":{{"{JSON(echo)}":["{JSON(echo)}"]}}}}'
    ),
    "401": lambda echo: wire_reply(401, f'{{"Message":"{JSON(echo)}"}}'),
    "ErrorReason": lambda echo: wire_reply(
        200, f'{{"Error":{{"ErrorCode":"5","ErrorReason":"{JSON(echo)}"}}}}'
    ),
    "ErrorCode": lambda echo: wire_reply(
        400, f'{{"Error":{{"ErrorCode":"{JSON(echo)}","ErrorReason":"r"}}}}'
    ),
    "a member twice": lambda echo: wire_reply(200, f'{{"{JSON(echo)}":1,"{JSON(echo)}":1}}'),
    "XML error": lambda echo: wire_reply(400, f"<Error><Message>{XML(echo)}</Message></Error>"),
    "text": PHONE["text"],
    "page": PHONE["page"],
    "title": PHONE["title"],
    "root element": PHONE["root element"],
}

every_spelling = pytest.mark.parametrize("spell", SPELLINGS.values(), ids=SPELLINGS.keys())


async def check(form: Form, scripted: Scripted) -> None:
    one = client(scripted, attempts=2).with_options(license_key=LICENSE_KEY, sms_auth=CREDENTIALS)
    with watching():
        check_error(await refused(form, one))


async def refused(form: Form, one: rescind.Client) -> rescind.RescindError:
    """Make a call that fails. None of these locals is a secret."""
    with pytest.raises(rescind.RescindError) as caught:
        await form.call(one)
    return caught.value


@pytest.fixture(autouse=True)
def no_jitter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rescind.run.jitter", lambda: 0.0)


@pytest.mark.asyncio
@every_spelling
@pytest.mark.parametrize("place", PHONE)
async def test_a_license_key(place: str, spell: Callable[[str], str]) -> None:
    echo = PHONE[place](spell(LICENSE_KEY))
    for name in ("soap11", "soap12", "post", "notify"):
        await check(FORMS[name], Scripted([echo]))


@pytest.mark.asyncio
@every_spelling
@pytest.mark.parametrize("place", SMS)
async def test_a_token(place: str, spell: Callable[[str], str]) -> None:
    echo = SMS[place](spell(TOKEN))
    for name in ("json", "xml", "sweep"):
        await check(FORMS[name], Scripted([echo], tokens=[TOKEN_ANSWER]))


@pytest.mark.asyncio
async def test_a_token_that_was_replaced_in_between() -> None:
    """The first token is refused; the second answer echoes the first token."""
    second = wire_reply(
        200, '{"access_token":"another-token","token_type":"bearer","expires_in":28799}'
    )
    answers = [wire_reply(401), SMS["Message"](TOKEN)]

    await check(FORMS["json"], Scripted(answers, tokens=[TOKEN_ANSWER, second]))


@pytest.mark.asyncio
@every_spelling
@pytest.mark.parametrize("status", [200, 400, 401, 404, 500, 503])
async def test_a_client_secret(status: int, spell: Callable[[str], str]) -> None:
    echo = spell(CLIENT_SECRET)
    for body in (
        f'{{"error":"{JSON(echo)}","error_description":"{JSON(echo)}"}}',
        f'{{"error":"invalid_client","error_description":"{JSON(echo)}"}}',
        f'{{"Message":"{JSON(echo)}"}}',
        f"<html><title>{XML(echo)}</title>{XML(echo)}</html>",
        echo,
    ):
        await check(FORMS["json"], Scripted([], tokens=[wire_reply(status, body)]))


@pytest.mark.asyncio
@every_spelling
@pytest.mark.parametrize("code", [3, 14])
async def test_a_declined_call(code: int, spell: Callable[[str], str]) -> None:
    """The answer's own model, which hangs on the error, has it redacted too."""
    body = envelope(notified(code, XML(spell(LICENSE_KEY))))

    await check(FORMS["notify"], Scripted([wire_reply(200, body)]))


HEADERS: dict[str, Callable[[str], bytes]] = {
    "Location": lambda echo: (
        f"HTTP/1.1 302 Found\r\nLocation: http://else.test/?LicenseKey={echo}\r\n"
        "Content-Length: 0\r\n\r\n"
    ).encode(),
    "Location that is no URL": lambda echo: (
        f"HTTP/1.1 302 Found\r\nLocation: http://[{echo}\r\nContent-Length: 0\r\n\r\n"
    ).encode(),
    "Set-Cookie": lambda echo: (
        f"HTTP/1.1 404 No\r\nSet-Cookie: key={echo}; Expires={echo}\r\nContent-Length: 0\r\n\r\n"
    ).encode(),
    "reason phrase": lambda echo: (f"HTTP/1.1 404 No {echo}\r\nContent-Length: 0\r\n\r\n").encode(),
    "any header": lambda echo: (
        f"HTTP/1.1 404 No\r\nX-Request: {echo}\r\nContent-Length: 0\r\n\r\n"
    ).encode(),
    "broken header": lambda echo: f"HTTP/1.1 404 No\r\n{echo}\r\n\r\n".encode(),
    "broken length": lambda echo: (f"HTTP/1.1 404 No\r\nContent-Length: {echo}\r\n\r\n").encode(),
    "broken status": lambda echo: f"HTTP/1.1 {echo}\r\n\r\n".encode(),
    "broken chunk": lambda echo: (
        f"HTTP/1.1 404 No\r\nTransfer-Encoding: chunked\r\n\r\n{echo}\r\n"
    ).encode(),
    "Content-Encoding": lambda echo: (
        f"HTTP/1.1 404 No\r\nContent-Encoding: {echo}\r\nContent-Length: 0\r\n\r\n"
    ).encode(),
    "Transfer-Encoding": lambda echo: (
        f"HTTP/1.1 404 No\r\nTransfer-Encoding: {echo}\r\n\r\n"
    ).encode(),
    "a body behind a log line": lambda echo: reply(echo.encode(), status=f"500 {echo}"),
}


@pytest.mark.anyio
@pytest.mark.parametrize("kind", [*TRIO_KINDS, "aiohttp"])
@pytest.mark.parametrize("place", HEADERS)
async def test_in_the_head_of_a_reply(place: str, kind: str, anyio_backend: str) -> None:
    """What httpcore and httpx log of it, at DEBUG, is redacted."""
    if (anyio_backend, kind) == ("trio", "aiohttp"):
        pytest.skip("not offered")
    for name, echo in (("soap11", LICENSE_KEY), ("json", TOKEN)):
        form = FORMS[name]
        for spelt in (echo, percent(echo)):
            act = answer(HEADERS[place](spelt))
            first = [answer(token_of(TOKEN))] if form.needs_token else []
            with Hostile(*first, act) as server, watching():
                async with through(kind, server.url) as plain:
                    one = plain.with_options(license_key=LICENSE_KEY, sms_auth=CREDENTIALS)
                    check_error(await refused(form, one))


@pytest.mark.asyncio
async def test_a_success_shows_none_but_in_the_reply_itself() -> None:
    """An answer that repeats the key is the caller's to see, on purpose and nowhere else."""
    body = envelope(notified(0, XML(LICENSE_KEY)))
    one = client(Scripted([wire_reply(200, body)]), license_key=LICENSE_KEY)
    with watching():
        found = await notify(rescind.Wire.SOAP11)(one)

    assert isinstance(found, NotifyReturn)
    assert found.response_text == LICENSE_KEY
