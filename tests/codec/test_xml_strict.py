"""Reading XML: what is not the documented answer is an error that names the place."""

import dataclasses
import encodings.aliases
from xml.sax.saxutils import escape

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rescind.codec import DecodeError, decode_xml
from rescind_models import phone_notify, sms
from tests.codec import toys

SECRET = "s3cret"
NS = "https://ws.esendex.us/NotifyWS/"
TOYS = toys.NAMESPACE
XSI = "http://www.w3.org/2001/XMLSchema-instance"


@attrs.frozen
class Refused:
    """A document that is not the model, and the message that says why."""

    name: str
    model: type[object]
    document: str
    message: str


def cancel(content: str) -> str:
    return f'<CancelNotifyResponse xmlns="{NS}" xmlns:xsi="{XSI}">{content}</CancelNotifyResponse>'


def deleted(content: str) -> str:
    return (
        f'<ResponseOfDeletePendingMessagesResponse xmlns:xsi="{XSI}">{content}'
        "</ResponseOfDeletePendingMessagesResponse>"
    )


def toy(name: str, content: str) -> str:
    return f'<{name} xmlns="{TOYS}" xmlns:xsi="{XSI}">{content}</{name}>'


def _cancel(name: str, content: str, message: str) -> Refused:
    return Refused(
        name, phone_notify.CancelNotifyResponse, cancel(content), f"CancelNotifyResponse{message}"
    )


def _deleted(name: str, content: str, message: str) -> Refused:
    return Refused(
        name,
        sms.ResponseOfDeletePendingMessagesResponse,
        deleted(content),
        f"ResponseOfDeletePendingMessagesResponse{message}",
    )


def _toy(name: str, model: type[object], content: str, message: str) -> Refused:
    return Refused(name, model, toy(model.__name__, content), f"{model.__name__}{message}")


RESULT = "<CancelNotifyResult>true</CancelNotifyResult>"

STRUCTURE = [
    Refused(
        "another root",
        phone_notify.CancelNotifyResponse,
        f'<CancelNotify xmlns="{NS}">{RESULT}</CancelNotify>',
        "CancelNotify: not the expected root CancelNotifyResponse",
    ),
    Refused(
        "a root in another namespace",
        phone_notify.CancelNotifyResponse,
        cancel(RESULT).replace(NS, "http://www.esendex.com/NotifyWS/"),
        "CancelNotifyResponse: in another namespace than the expected root CancelNotifyResponse",
    ),
    Refused(
        "a root in no namespace",
        phone_notify.CancelNotifyResponse,
        f"<CancelNotifyResponse>{RESULT}</CancelNotifyResponse>",
        "CancelNotifyResponse: in another namespace than the expected root CancelNotifyResponse",
    ),
    Refused(
        "a root in a namespace where none is meant",
        sms.ResponseOfDeletePendingMessagesResponse,
        '<ResponseOfDeletePendingMessagesResponse xmlns="urn:x"/>',
        "ResponseOfDeletePendingMessagesResponse: in another namespace than the expected root "
        "ResponseOfDeletePendingMessagesResponse",
    ),
    _cancel("no value", "", ".CancelNotifyResult: missing"),
    _cancel(
        "the value in another namespace",
        '<CancelNotifyResult xmlns="urn:x">true</CancelNotifyResult>',
        ".CancelNotifyResult: missing",
    ),
    _cancel(
        "the value by another letter case",
        "<cancelNotifyResult>true</cancelNotifyResult>",
        ".CancelNotifyResult: missing",
    ),
    _cancel("the value twice", RESULT + RESULT, ".CancelNotifyResult: twice"),
    _cancel(
        "nil where a value is required",
        '<CancelNotifyResult xsi:nil="true"/>',
        ".CancelNotifyResult: nil, but a value is required",
    ),
    _cancel(
        "nil that is neither true nor false",
        f'<CancelNotifyResult xsi:nil="{SECRET}">true</CancelNotifyResult>',
        ".CancelNotifyResult: xsi:nil is not a boolean",
    ),
    _cancel(
        "an element inside a value",
        f"<CancelNotifyResult>tr<b>{SECRET}</b>ue</CancelNotifyResult>",
        ".CancelNotifyResult: unexpected element b",
    ),
    _cancel("text beside the elements", SECRET + RESULT, ": text between its elements"),
    _cancel("text behind the elements", RESULT + SECRET, ": text between its elements"),
    _deleted(
        "text where a model is meant",
        f"<Error>{SECRET}</Error>",
        ".Error: text between its elements",
    ),
    _deleted("a model twice", "<Error/><ResponseData/><Error/>", ".Error: twice"),
    _deleted(
        "text where a list is meant",
        f"<ResponseData><Detail><MessageIDs>{SECRET}</MessageIDs></Detail></ResponseData>",
        ".ResponseData.Detail.MessageIDs: text between its elements",
    ),
    _deleted(
        "other items than the list's",
        f"<ResponseData><Detail><MessageIDs><ID>{SECRET}</ID></MessageIDs></Detail></ResponseData>",
        ".ResponseData.Detail.MessageIDs: unexpected element ID",
    ),
    _deleted(
        "a list twice",
        "<ResponseData><Detail><MessageIDs/><MessageIDs/></Detail></ResponseData>",
        ".ResponseData.Detail.MessageIDs: twice",
    ),
    _deleted(
        "nil among ids",
        "<ResponseData><Detail><MessageIDs><string>a</string><string xsi:nil='1'/></MessageIDs>"
        "</Detail></ResponseData>",
        ".ResponseData.Detail.MessageIDs.string[1]: nil, but a value is required",
    ),
    _deleted(
        "nil that is not empty",
        f"<ResponseData><Result xsi:nil='true'>{SECRET}</Result></ResponseData>",
        ".ResponseData.Result: nil, but not empty",
    ),
    _deleted(
        "a nil model that is not empty",
        f"<Error xsi:nil='true'><ErrorCode>{SECRET}</ErrorCode></Error>",
        ".Error: nil, but not empty",
    ),
    _deleted(
        "a nil list that is not empty",
        f"<ResponseData><Detail><MessageIDs xsi:nil='true'><string>{SECRET}</string></MessageIDs>"
        "</Detail></ResponseData>",
        ".ResponseData.Detail.MessageIDs: nil, but not empty",
    ),
    Refused(
        "a nil root",
        sms.ResponseOfDeletePendingMessagesResponse,
        f'<ResponseOfDeletePendingMessagesResponse xmlns:xsi="{XSI}" xsi:nil="true"/>',
        "ResponseOfDeletePendingMessagesResponse: nil, but a value is required",
    ),
    Refused(
        "a derived type by xsi:type",
        phone_notify.NotifyPhoneBasicResponse,
        f'<NotifyPhoneBasicResponse xmlns="{NS}" xmlns:xsi="{XSI}">'
        '<NotifyPhoneBasicResult xsi:type="NotifyReturnWithPrice"/></NotifyPhoneBasicResponse>',
        "NotifyPhoneBasicResponse.NotifyPhoneBasicResult: "
        "of another type than NotifyReturn, by xsi:type",
    ),
    Refused(
        "a required value that is missing, though a caller may leave it to its default",
        phone_notify.NotifyMultiplePhoneAdvanced,
        f'<NotifyMultiplePhoneAdvanced xmlns="{NS}"><MultipleANR>'
        "<AdvancedNotifyRequest/></MultipleANR></NotifyMultiplePhoneAdvanced>",
        "NotifyMultiplePhoneAdvanced.MultipleANR.AdvancedNotifyRequest[0].VoiceID: missing",
    ),
    _toy("a required list that is missing", toys.Lists, "", ".Ids: missing"),
    _toy("a required list without wrapper that is missing", toys.Names, "", ".Name: missing"),
    _toy(
        "a required list that is nil",
        toys.Lists,
        '<Ids xsi:nil="true"/>',
        ".Ids: nil, but a value is required",
    ),
    _toy(
        "a bad item of a list without wrapper",
        toys.Lists,
        "<Ids/><Score>1</Score><Part/><Score>256</Score>",
        ".Score[1]: above 255, the highest value of its type",
    ),
    _toy(
        "something bad inside an item",
        toys.Lists,
        f"<Ids/><Part/><Part><Flag>{SECRET}</Flag></Part>",
        ".Part[1].Flag: not a boolean",
    ),
]


@pytest.mark.parametrize("case", STRUCTURE, ids=lambda case: case.name)
def test_another_structure_is_refused(case: Refused) -> None:
    with pytest.raises(DecodeError) as caught:
        decode_xml(case.model, case.document.encode())

    assert str(caught.value) == case.message


NOT_A_VALUE = {
    "Flag": ["", " ", "True", "yes", "2", "-1", "true false", "TRUE", "null", "\u0661"],
    "Number": ["", "nan", "inf", "Infinity", "+INF", "1,5", "1_0", "0x1p3", "1e999", "1e", ".",
               "-" * 9, "9" * 500],
    "Amount": ["", "1e3", "NaN", "INF", "1,5", "1_0", ".", "--1", "9" * 41, "9" * 100_000,
               "0." + "0" * 60 + "1"],
    "Content": ["a", "====", "QQ=", "QQ==QQ==", "=QQ=", "Q\xa0Q==", "Qé==", "Q-Q_"],
    "Size": ["", "small", "0", " SMALL", "SMALL LARGE", "MEDIUM", "Size.SMALL"],
    "Colour": ["RED", "Red", " red", "green"],
    "Ended": ["", "soon", "2026-01-01", "2026-02-30T00:00:00", "2026-01-01T00:00",
              "2026-01-01T25:00:00", "2026-01-01T00:00:00+25:00", "2026-01-01T00:00:00+0100",
              "12026-01-01T00:00:00", "-2026-01-01T00:00:00", "2026-01-01 00:00:00",
              "9999-12-31T23:59:59-14:00", "1767225600", "20260101T000000Z", "2026-W01-1T00:00:00"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("element", "text"),
    [(element, text) for element, texts in NOT_A_VALUE.items() for text in texts],
)
def test_text_that_is_no_such_value_is_refused_and_not_repeated(element: str, text: str) -> None:
    document = toy("Scalars", f"<{element}>{escape(text)}</{element}>")

    with pytest.raises(DecodeError) as caught:
        decode_xml(toys.Scalars, document.encode())

    path, _, reason = str(caught.value).partition(": ")
    assert path == f"Scalars.{element}"
    assert reason
    assert len(text) < 8 or text not in reason


INTEGERS = {
    "Byte": (-128, 127),
    "UnsignedByte": (0, 255),
    "Short": (-(2**15), 2**15 - 1),
    "Int": (-(2**31), 2**31 - 1),
    "UnsignedLong": (0, 2**64 - 1),
    "Integer": (1 - 10**40, 10**40 - 1),
}


def integers(**texts: str) -> bytes:
    return toy(
        "Integers",
        "".join(f"<{name}>{texts.get(name, '0')}</{name}>" for name in INTEGERS),
    ).encode()


@pytest.mark.parametrize("name", INTEGERS)
@pytest.mark.parametrize("end", [0, 1])
def test_an_integer_is_read_up_to_its_bounds_and_no_further(name: str, end: int) -> None:
    bound = INTEGERS[name][end]
    beyond = bound + (1 if end else -1)

    read = decode_xml(toys.Integers, integers(**{name: str(bound)}))

    assert bound in dataclasses.astuple(read)
    with pytest.raises(DecodeError, match=rf"^Integers\.{name}: ") as caught:
        decode_xml(toys.Integers, integers(**{name: str(beyond)}))
    assert str(beyond) not in str(caught.value)


@pytest.mark.parametrize(
    "text",
    ["", "1.0", "1e2", "0x10", "1_000", "1,000", "--1", "+-1", "one", "٣", "1 2", "9" * 1_000_000],
    ids=lambda text: text[:8],
)
def test_what_is_no_integer_is_refused(text: str) -> None:
    with pytest.raises(DecodeError) as caught:
        decode_xml(toys.Integers, integers(Int=text))

    assert str(caught.value) == "Integers.Int: not a whole number"


@pytest.mark.parametrize(("text", "value"), [("+5", 5), ("-0", 0), ("007", 7), (" \r\n5\t", 5)])
def test_every_spelling_of_an_integer_is_read(text: str, value: int) -> None:
    assert decode_xml(toys.Integers, integers(Int=text)).int_ == value


def test_a_year_1_date_is_none_where_none_may_be_and_an_error_where_not() -> None:
    unset = "0001-01-01T00:00:00"

    ended = decode_xml(toys.Scalars, toy("Scalars", f"<Ended>{unset}</Ended>").encode())
    with pytest.raises(DecodeError) as caught:
        decode_xml(toys.Appointment, toy("Appointment", f"<Begins>{unset}</Begins>").encode())

    assert ended == toys.Scalars()
    assert str(caught.value) == (
        "Appointment.Begins: a year-1 date, which means unset, where a date is required"
    )


# --- documents --------------------------------------------------------------------------------

WHOLE = cancel(RESULT).encode()


@pytest.mark.parametrize("length", range(len(WHOLE)))
def test_a_document_cut_off_anywhere_is_refused(length: int) -> None:
    with pytest.raises(DecodeError, match=r"^not well-formed XML: "):
        decode_xml(phone_notify.CancelNotifyResponse, WHOLE[:length])


@pytest.mark.parametrize(
    "garbage", [b"x", b"<a/>", b"</a>", b"\x00", b"&amp;", WHOLE, b"<!DOCTYPE a>", b"<", b"\xff"]
)
def test_garbage_behind_the_document_is_refused(garbage: bytes) -> None:
    with pytest.raises(DecodeError, match=r"^not well-formed XML: "):
        decode_xml(phone_notify.CancelNotifyResponse, WHOLE + garbage)


@pytest.mark.parametrize(
    "harmless", [b"\r\n \t", b"<!-- -->", b"<?pi x?>"], ids=["blanks", "comment", "instruction"]
)
def test_what_well_formed_xml_may_have_behind_the_root_is_read(harmless: bytes) -> None:
    answer = decode_xml(phone_notify.CancelNotifyResponse, WHOLE + harmless)

    assert answer.cancel_notify_result is True


@pytest.mark.parametrize(
    "doctype",
    [
        "<!DOCTYPE CancelNotifyResponse>",
        '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE a PUBLIC "-//x" "http://127.0.0.1/x.dtd">',
        '<!DOCTYPE a [<!ENTITY x "true">]>',
        '<!DOCTYPE a [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]>',
        '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    ],
)
def test_a_doctype_is_refused_whatever_it_declares(doctype: str) -> None:
    with pytest.raises(DecodeError) as caught:
        decode_xml(phone_notify.CancelNotifyResponse, (doctype + cancel(RESULT)).encode())

    assert str(caught.value) == "a DOCTYPE, which no answer of these services has"


def test_an_entity_that_nobody_declared_is_refused() -> None:
    document = cancel("<CancelNotifyResult>&nbsp;</CancelNotifyResult>")

    with pytest.raises(DecodeError) as caught:
        decode_xml(phone_notify.CancelNotifyResponse, document.encode())

    assert str(caught.value) == "not well-formed XML: undefined entity"


def test_the_five_entities_and_character_references_of_xml_are_read() -> None:
    document = toy("Scalars", "<Text>&lt;&gt;&amp;&apos;&quot;&#233;&#x1F4DE;&#13;</Text>")

    assert decode_xml(toys.Scalars, document.encode()).text == "<>&'\"é\U0001f4de\r"


@pytest.mark.parametrize(
    "document",
    [
        b"",
        b" ",
        b"{}",
        b"true",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"<a>",
        b"<a></b>",
        b"<a b=c/>",
        b"<a a='1' a='2'/>",
        b"<p:a/>",
        b"<a>\x01</a>",
        b"<a>&#1;</a>",
        b"<a>\xed\xa0\x80</a>",
        b"<a>\xff</a>",
        b"<a>]]></a>",
        b"\x1f\x8b\x08\x00",
    ],
)
def test_what_is_no_xml_is_refused(document: bytes) -> None:
    with pytest.raises(DecodeError):
        decode_xml(phone_notify.CancelNotifyResponse, document)


@given(document=st.binary(max_size=200))
def test_any_bytes_are_an_answer_or_a_decode_error(document: bytes) -> None:
    with pytest.raises(DecodeError):
        decode_xml(phone_notify.CancelNotifyResponse, document)


# --- encodings --------------------------------------------------------------------------------


def declared(encoding: str) -> bytes:
    head = f'<?xml version="1.0" encoding="{encoding}"?>'
    return (head + cancel(RESULT)).encode("ascii")


@pytest.mark.parametrize(
    "encoding",
    sorted({*encodings.aliases.aliases.values(), "x-unknown", "utf-8-sig", "undefined", "idna"}),
)
def test_a_declared_encoding_is_read_or_refused_and_nothing_else(encoding: str) -> None:
    """Python has codecs that expat cannot use, and some that are no encodings at all."""
    try:
        answer = decode_xml(phone_notify.CancelNotifyResponse, declared(encoding))
    except DecodeError as error:
        refused = str(error)
    else:
        assert answer.cancel_notify_result is True
        return
    assert refused.startswith("not well-formed XML: ")


@given(charset=st.none() | st.text(max_size=20))
def test_any_charset_of_a_content_type_is_taken(charset: str | None) -> None:
    answer = decode_xml(phone_notify.CancelNotifyResponse, WHOLE, charset)

    assert answer.cancel_notify_result is True


@attrs.frozen
class Encoded:
    """How a document is encoded, and what says so."""

    codec: str
    mark: str = ""
    declaration: str = ""
    charset: str | None = None


@pytest.mark.parametrize(
    "encoded",
    [
        Encoded("utf-8"),
        Encoded("utf-8", mark="\ufeff"),
        Encoded("utf-16-le", mark="\ufeff"),
        Encoded("utf-16-be", mark="\ufeff", charset="utf-8"),
        Encoded("utf-8", mark="\ufeff", charset="ISO-8859-1"),
        Encoded("utf-8", mark="\ufeff", declaration='<?xml version="1.0" encoding="utf-16"?>'),
        Encoded("utf-8", mark="\ufeff", declaration='<?xml version="1.0" encoding="iso-8859-1"?>'),
        Encoded("utf-16-le", mark="\ufeff", declaration='<?xml version="1.0" encoding="utf-8"?>'),
        Encoded("iso-8859-1", charset="ISO-8859-1"),
        Encoded("utf-8", declaration='<?xml version="1.0" encoding="utf-16"?>', charset='"utf-8"'),
        Encoded("cp1252", declaration='<?xml version="1.0" encoding="windows-1252"?>'),
    ],
    ids=str,
)
def test_the_mark_then_the_charset_then_the_declaration_decide(encoded: Encoded) -> None:
    document = encoded.mark + encoded.declaration + toy("Scalars", "<Text>é</Text>")

    answer = decode_xml(toys.Scalars, document.encode(encoded.codec), encoded.charset)

    assert answer.text == "é"
