"""What a caller gives arrives unchanged, whatever characters it has."""

from collections.abc import Sequence

import anyio
import pytest
from hypothesis import given, settings

import rescind
from rescind import Wire
from tests.support.replay import TOKEN_REPLY, ReplayServer
from tests.wires import independent
from tests.wires.independent import Sent
from tests.wires.pages import ASMX, CREDENTIALS, FORMS, LICENSE_KEY, Form
from tests.wires.recorder import Recorder
from tests.wires.requests import LEGAL_TEXT

TEXTS = {
    "blanks inside": "two  words and\ttabs",
    "blanks around": "  both ends  ",
    "form characters": "a+b&c=d%20e;f?g#h/i",
    "percent signs": "100% %41 %zz %",
    "markup": "<ReferenceID>x</ReferenceID> <!-- --> <![CDATA[ ]]> ]]>",
    "entities": "&amp; &lt; &#65; &unknown; &",
    "quotes": '"double" \'single\' `back` \\ \\" \\u0041',
    "non-ASCII": "Grüße, Ωμέγα, Привет, 東京, ¥",
    "emoji": "\U0001f4de \U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1e9\U0001f1ea",
    "right to left": "\u202eabc שלום",
    "line breaks": "one\ntwo\r\nthree\rfour",
    "odd but legal": "\u0085\u2028\u00a0\ufeff\ud7ff\ue000\ufffd\U0010ffff",
    "like markup of a form": "LicenseKey=other&ReferenceID=",
    "long": "x" * 2000 + "é",
}

each_form = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.wire.value)


def texts_sent(form: Form, sent: Sent) -> Sequence[str]:
    """Every free text of the request, read by the standard library."""
    if form.is_sms:
        return independent.texts_of_delete(form.wire, sent.body)
    if form.wire is Wire.HTTP_GET:
        found = independent.pairs(sent.query)
    elif form.wire is Wire.HTTP_POST:
        found = independent.pairs(sent.body.decode("ascii"))
    else:
        found = independent.flat(independent.body_element(form.wire, sent.body))
    assert [name for name, _ in found] == ["ReferenceID", "LicenseKey"]
    return [value for _, value in found]


def texts_expected(form: Form, text: str) -> Sequence[str]:
    if form.is_sms:
        return [text, "other", text, text, text, text, text]
    return [text, LICENSE_KEY]


@pytest.mark.anyio
@each_form
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
async def test_over_a_socket(form: Form, text: str) -> None:
    with ReplayServer(form.answer, token_reply=TOKEN_REPLY) as server:
        async with rescind.Client(
            license_key=LICENSE_KEY,
            sms_auth=CREDENTIALS,
            phone_notify_url=server.url + ASMX,
            sms_url=server.url,
        ) as client:
            await form.send_text(client, text)
    (raw,) = server.requests
    sent = independent.parse(raw)
    if form.wire is not Wire.HTTP_GET:
        assert sent.header("Content-Length") == str(len(sent.body))
    assert texts_sent(form, sent) == texts_expected(form, text)


@each_form
@given(text=LEGAL_TEXT)
@settings(max_examples=60, deadline=None)
def test_any_text_that_xml_can_carry(form: Form, text: str) -> None:
    if not text.strip():
        text += "."  # blank ids are refused, see tests/client
    recorder = Recorder(form.answer)
    anyio.run(form.send_text, recorder.client(), text)
    (sent,) = recorder.requests
    assert texts_sent(form, sent) == texts_expected(form, text)


@pytest.mark.anyio
@pytest.mark.parametrize(
    "form", [form for form in FORMS if not form.is_sms], ids=lambda form: form.wire.value
)
async def test_the_key_arrives_unchanged_too(form: Form) -> None:
    key = 'k&e+y %<">é\U0001f511'
    with ReplayServer(form.answer) as server:
        async with rescind.Client(license_key=key, phone_notify_url=server.url + ASMX) as client:
            await form.send(client)
    assert texts_sent(form, independent.parse(server.requests[0]))[1] == key
