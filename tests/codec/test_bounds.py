"""A hostile document costs memory in proportion to its size, whatever is in it."""

import tracemalloc
from collections.abc import Callable

import pytest

from rescind.codec import DecodeError, decode_json, decode_xml, encode_json, encode_xml
from rescind_models import sms

SIZE = 1 << 19
TEXT = 8
OBJECTS = 40
"""Times its size that a document of text, or of a great many small things, may cost."""


def peak(action: Callable[[], object]) -> int:
    """Return the most memory that Python held during an action beyond what it held before."""
    tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        action()
        return tracemalloc.get_traced_memory()[1] - before
    finally:
        tracemalloc.stop()


def many(piece: bytes) -> bytes:
    return piece * (SIZE // len(piece))


def numbered(piece: bytes) -> bytes:
    return b" ".join(piece % number for number in range(SIZE // (len(piece) + 5)))


@pytest.mark.parametrize(
    ("content", "factor"),
    [
        (b"<U>" + many(b"a") + b"</U>", TEXT),
        (many(b"<U/>"), TEXT),
        (b'<U a="' + many(b"a") + b'"/>', TEXT),
        (b"<!--" + many(b"a") + b"-->", TEXT),
        (b"<MessageIDs><string>" + many(b"a") + b"</string></MessageIDs>", TEXT),
        (b"<MessageIDs><string>" + many(b"&#65;") + b"</string></MessageIDs>", TEXT),
        (b"<MessageIDs><string>" + many(b"<![CDATA[a]]>") + b"</string></MessageIDs>", TEXT),
        (b"<MessageIDs><string>" + many(b"a<!---->") + b"</string></MessageIDs>", TEXT),
        (b"<MessageIDs>" + many(b"<string/>") + b"</MessageIDs>", TEXT),
        (numbered(b"<u%d/>"), OBJECTS),
        (b"<U " + numbered(b'a%d=""') + b"/>", OBJECTS),
        (b"<U " + numbered(b'xmlns:a%d="u"') + b"/>", OBJECTS),
    ],
    ids=["unknown text", "unknown elements", "attribute", "comment", "text", "references", "CDATA",
         "cut text", "items", "names", "attributes", "namespaces"],
)  # fmt: skip
def test_a_large_xml_document_is_read_in_bounded_memory(content: bytes, factor: int) -> None:
    document = b"<Detail>" + content + b"</Detail>"

    assert peak(lambda: decode_xml(sms.Detail, document)) < factor * len(document)


@pytest.mark.parametrize(
    ("content", "factor"),
    [
        (b'"U":"' + many(b"a") + b'"', TEXT),
        (b'"MessageIDs":["' + many(b"a") + b'"]', TEXT),
        (b'"MessageIDs":["' + many(b"\\u0041") + b'"]', TEXT),
        (b'"MessageIDs":["' + many("\U0001f4de".encode()) + b'"]', TEXT),
        (b'"MessageIDs":[' + many(b'"",') + b'""]', TEXT),
        (b'"U":[' + many(b"[],") + b"[]]", OBJECTS),
        (b'"U":[' + many(b"{},") + b"{}]", OBJECTS),
        (b'"U":[' + many(b"99,") + b"99]", TEXT),
        (numbered(b'"%d":0,') + b'"U":0', OBJECTS),
    ],
    ids=["unknown text", "text", "escapes", "wide text", "items", "lists", "objects", "numbers",
         "members"],
)  # fmt: skip
def test_a_large_json_document_is_read_in_bounded_memory(content: bytes, factor: int) -> None:
    document = b"{" + content + b"}"

    assert peak(lambda: decode_json(sms.Detail, document)) < factor * len(document)


@pytest.mark.parametrize("opening", [b"<U>", b"<Detail>", b"<MessageIDs>", b"<string>"])
def test_endless_nesting_is_refused_where_it_becomes_too_deep(opening: bytes) -> None:
    document = b"<Detail><MessageIDs/>" + many(opening)

    def read() -> None:
        with pytest.raises(DecodeError):
            decode_xml(sms.Detail, document)

    assert peak(read) < len(document)


def test_xml_is_read_to_64_levels() -> None:
    def nested(depth: int) -> bytes:
        return b"<Detail>" + b"<U>" * (depth - 1) + b"</U>" * (depth - 1) + b"</Detail>"

    assert decode_xml(sms.Detail, nested(64)) == sms.Detail()
    with pytest.raises(DecodeError) as caught:
        decode_xml(sms.Detail, nested(65))
    assert str(caught.value) == "XML nested deeper than 64 elements"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"<U a='" + b"a" * (3 << 20) + b"'/>", "a tag or a comment of more than 1048576 bytes"),
        (b"<!--" + b"a" * (3 << 20) + b"-->", "a tag or a comment of more than 1048576 bytes"),
        (b"<U/>" * 300_001, "XML of more than 300000 elements"),
    ],
    ids=["tag", "comment", "elements"],
)
def test_what_would_cost_too_much_time_is_refused(content: bytes, message: str) -> None:
    with pytest.raises(DecodeError) as caught:
        decode_xml(sms.Detail, b"<Detail>" + content + b"</Detail>")

    assert str(caught.value) == message


@pytest.mark.parametrize("piece", [b"a", b"&#97;", b"<![CDATA[a]]>", "\U0001f4de".encode()])
def test_a_long_text_is_no_long_tag(piece: bytes) -> None:
    count = (4 << 20) // len(piece)
    document = b"<Detail><MessageIDs><string>" + piece * count + b"</string></MessageIDs></Detail>"

    (text,) = decode_xml(sms.Detail, document).message_ids

    assert len(text) == count


@pytest.mark.parametrize("encode", [encode_xml, encode_json], ids=["XML", "JSON"])
def test_a_large_request_is_written_in_bounded_memory(
    encode: Callable[[object], str | bytes],
) -> None:
    request = sms.DeletePendingRecurringMessagesRequest(
        all=False,
        message_ids=("a" * SIZE, *("id-0000001",) * (SIZE // 10)),
        type_=sms.PendingRecurringType.PENDING,
    )

    assert peak(lambda: encode(request)) < 16 * 2 * SIZE
