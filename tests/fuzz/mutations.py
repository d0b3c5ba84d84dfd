"""Ways to damage a reply: bytes, markup, JSON, encodings, header fields, status.

All of them are functions of a reply, another reply and a source of chance, so that a seed names
a reply for good.
"""

import gzip
import json
import random
import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, TypeAlias, cast

import attrs

from tests.fuzz.replies import Reply

Chance: TypeAlias = random.Random
OnBody: TypeAlias = Callable[[bytes, bytes, Chance], bytes]
OnReply: TypeAlias = Callable[[Reply, Reply, Chance], Reply]

# What the fuzzed calls send and a service may say back: license key, client secret, token.
KEY = "key+of/the fuzzed calls"
CLIENT_SECRET = "secret%of&the fuzzed calls"
TOKEN = "token/of+the=fuzzed-calls"
SECRETS = (KEY, CLIENT_SECRET, TOKEN)

XSI = b"http://www.w3.org/2001/XMLSchema-instance"
NUMBERS = (
    *(b"-1", b"2147483648", b"-2147483649", b"9223372036854775808", b"9" * 5000, b"1e5", b"1.0"),
    *(
        b"+3",
        b"0x1F",
        b"",
        b" 3 ",
        b"\n3\t",
        b"3 4",
        b"3\x00",
        b"-",
        b"NaN",
        b"INF",
        b"-0",
        b"0003",
    ),
    *("\u0663".encode(), "\uff13".encode(), b"1_000", b"1,000", b"true", b"null", b"1e999999999"),
    *(b"0001-01-01T00:00:00", b"9999-12-31T23:59:59.9999999-14:00", b"2024-02-30T25:61:61Z"),
    *(b"2030-01-02T03:04:05.678901234Z", b"0." + b"1" * 300, b"Infinity", b"255", b"256", b"32768"),
)
TOKENS = (
    *(b"<", b">", b"</", b"/>", b"&", b"]]>", b"&lt;", b"&#1;", b"&#x110000;", b"&#xD800;", b"&e;"),
    *(b"<![CDATA[", b"<![CDATA[3]]>", b"<!-- -->", b"<!--", b"<?x y?>", b'<?xml version="1.1"?>'),
    *(b'<?xml version="1.0" encoding="utf-16"?>', b"<a/>", b"<a>", b"</a>", b' xmlns="urn:x"'),
    *(b' a="1" a="2"', b' xsi:nil="true"', b' xml:space="preserve"', b"xmlns:soap=''", b"soap:"),
    *(b"{", b"}", b"[", b"]", b":", b",", b'"', b"\\", b"\\u", b"\\ud800", b"\\udc00\\ud800"),
    *(b"null", b"true", b"NaN", b"-Infinity", b"//", b"/*", b"'", b'{"Error":{"ErrorCode":"7"}}'),
    *(b"\x00", b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xef\xbb\xbf"),
    *(b"\xff\xfe", b"\r\n", b"\r", b"\t", b" ", b"\x0b", b"\x85", b"\xe2\x80\xa8", b"%", b"+"),
    *(
        b"   at System.Web.Services.Protocols.X()\r\n",
        b"System.Exception: ",
        b"Missing parameter: ",
    ),
    *(b"<html><title>", b"<!DOCTYPE html>", b"</title>", *(secret.encode() for secret in SECRETS)),
)
STRINGS = (b"a\\r\\nX: b", b"a b", b"\\ud83d", b"\\u0000", b"\\x", b"0", b"00", b" ")
DOCTYPES = (
    b"<!DOCTYPE a>",
    b'<!DOCTYPE a [<!ENTITY e "3">]>',
    b'<!DOCTYPE a SYSTEM "file:///etc/passwd">',
    b'<!DOCTYPE a [<!ENTITY e SYSTEM "http://127.0.0.1:9/">]>',
    b'<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1:9/">%p;]>',
    b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%b">' % (c, b"&%c;" % (c - 1) * 10) for c in range(98, 108))
    + b'<!ENTITY e "&k;">]>',
)
DECLARATIONS = (
    *("utf-8", "utf-16", "utf-16le", "utf-32", "iso-8859-1", "us-ascii", "cp037", "windows-1252"),
    *("shift_jis", "utf-7", "rot13", "hex", "idna", "base64", "undefined", "x" * 200, "", "utf-8'"),
    *("unicode_escape", "raw_unicode_escape", "punycode", "zlib", "mbcs", "oem", "aliases", ".."),
    *("iso-8859-12", "cp999", "windows-1252 "),
)
CONTENT_TYPES = (
    *("text/xml", "application/soap+xml; charset=utf-8", "application/json", "text/html", ""),
    *("text/plain; charset=utf-8", "application/octet-stream", ";", ";;charset", "a/b; charset="),
    *("multipart/related; boundary=x", "text/xml; charset=utf-8; charset=utf-16", "\xff\xe9/\xa0"),
    'application/soap+xml; charset="utf-8"; action="x"',
    "text/xml; " + "a=b; " * 2000,
)
CONTENT_ENCODINGS = (
    *("gzip", "deflate", "br", "zstd", "identity", "", "gzip, gzip", "x-gzip", "GZIP", "x" * 9000),
)
RETRY_AFTER = (
    *("0", "1", "-1", "9" * 400, "1.5", "", "Fri, 31 Dec 9999 23:59:59 GMT", "Thu, 1 Jan 1970"),
    *("Sun, 06 Nov 1994 08:49:37 +9999", "nan", "\u0663".encode().decode("latin-1"), "1, 2"),
    *("Wed, 21 Oct 99999999999 07:28:00 GMT", "Mon, 00 Jan 0000 00:00:00 GMT", "x" * 9000),
)
STATUSES = (
    *(
        200,
        201,
        202,
        204,
        206,
        226,
        299,
        300,
        301,
        302,
        304,
        307,
        308,
        400,
        401,
        402,
        403,
        404,
        405,
    ),
    *(
        406,
        408,
        409,
        411,
        413,
        415,
        418,
        429,
        451,
        499,
        500,
        501,
        502,
        503,
        504,
        520,
        599,
        600,
        999,
    ),
)
JSON_VALUES = (
    *("null", "true", "false", "0", "-1", "2147483648", "9223372036854775808", "1e400", "NaN"),
    *("1" + "0" * 39, "1" + "0" * 45, "1.5", "-0.0", '""', '" "', '"0"', '"00"', '"3"', '"OK"'),
    *(r'"\ud800"', r'"\udc00\ud800"', r'"\u0000"', f'"{"a" * 5000}"', "[]", "{}", "[[]]", "[null]"),
    *('["a"]', "[1]", "[{}]", '{"a":1}', '{"ErrorCode":"5","ErrorReason":"x"}', '{"ErrorCode":5}'),
    *('{"MessageIDs":["a","a"]}', '{"MessageIDs":"a"}', '{"UserId":7}', "[[[{}]]]"),
    *(f'"{secret}"' for secret in SECRETS),
)

_OPEN_TAG = re.compile(rb"<([A-Za-z_][\w:.-]*)([^<>]*)>")
_TEXT = re.compile(rb">([^<>]*)<")
_NUMBER = re.compile(rb"-?[0-9]+")
_MEMBER = re.compile(rb'"([^"\\]*)"(?=\s*:)')
_STRING = re.compile(rb'"([^"\\]*)"')
_NAMESPACE = re.compile(rb'xmlns(:\w+)?="([^"]*)"')


def _place(data: bytes, chance: Chance) -> int:
    return chance.randint(0, len(data))


def _span(data: bytes, chance: Chance) -> tuple[int, int]:
    start = _place(data, chance)
    return start, min(len(data), start + chance.choice((1, 2, 5, 20, 100, 1000)))


def _at_random(pattern: re.Pattern[bytes], data: bytes, chance: Chance) -> re.Match[bytes] | None:
    found = list(pattern.finditer(data[:20_000]))
    return chance.choice(found) if found else None


def _replaced(data: bytes, match: re.Match[bytes] | None, group: int, value: bytes) -> bytes:
    if match is None:
        return data
    return data[: match.start(group)] + value + data[match.end(group) :]


# --- bytes ------------------------------------------------------------------------------------


def flip_a_bit(data: bytes, other: bytes, chance: Chance) -> bytes:
    del other
    if not data:
        return data
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]


def change_a_byte(data: bytes, other: bytes, chance: Chance) -> bytes:
    del other
    at = _place(data, chance)
    return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]


def cut_out(data: bytes, other: bytes, chance: Chance) -> bytes:
    del other
    start, end = _span(data, chance)
    return data[:start] + data[end:]


def cut_off(data: bytes, other: bytes, chance: Chance) -> bytes:
    del other
    return data[: _place(data, chance)]


def cut_the_start(data: bytes, other: bytes, chance: Chance) -> bytes:
    del other
    return data[_place(data, chance) :]


def insert_a_token(data: bytes, other: bytes, chance: Chance) -> bytes:
    del other
    at = _place(data, chance)
    return data[:at] + chance.choice(TOKENS) + data[at:]


def repeat_a_part(data: bytes, other: bytes, chance: Chance) -> bytes:
    del other
    start, end = _span(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 2, 50)) + data[end:]


def swap_two_parts(data: bytes, other: bytes, chance: Chance) -> bytes:
    del other
    a, b, c = sorted(_place(data, chance) for _ in range(3))
    return data[:a] + data[b:c] + data[a:b] + data[c:]


def splice(data: bytes, other: bytes, chance: Chance) -> bytes:
    return data[: _place(data, chance)] + other[_place(other, chance) :]


def insert_from_other(data: bytes, other: bytes, chance: Chance) -> bytes:
    start, end = _span(other, chance)
    at = _place(data, chance)
    return data[:at] + other[start:end] + data[at:]


def one_behind_the_other(data: bytes, other: bytes, chance: Chance) -> bytes:
    return data + chance.choice((b"", b"\r\n", b"\x00")) + chance.choice((data, other))


def turn_case(data: bytes, other: bytes, chance: Chance) -> bytes:
    del other
    start, end = _span(data, chance)
    return data[:start] + data[start:end].swapcase() + data[end:]


def make_huge(data: bytes, other: bytes, chance: Chance) -> bytes:
    """Repeat a part until the body is up to the largest that is read, or a little larger."""
    del other
    start, end = _span(data, chance)
    part = data[start:end] or b" "
    if chance.random() < 0.5:  # blanks behind the end are legal, and harmless but for their number
        end, part = len(data), b" "
    size = chance.choice((1 << 17, 1 << 20, (1 << 20) + 2000, 3 << 20, 8 << 20, (8 << 20) + 2000))
    return data[:end] + part * (max(0, size - len(data)) // len(part)) + data[end:]


# --- markup -----------------------------------------------------------------------------------


def change_a_number(data: bytes, other: bytes, chance: Chance) -> bytes:
    del other
    return _replaced(data, _at_random(_NUMBER, data, chance), 0, chance.choice(NUMBERS))


def change_a_text(data: bytes, other: bytes, chance: Chance) -> bytes:
    del other
    value = chance.choice((*NUMBERS, *TOKENS))
    return _replaced(data, _at_random(_TEXT, data, chance), 1, value)


def rename_an_element(data: bytes, other: bytes, chance: Chance) -> bytes:
    old, new = _at_random(_OPEN_TAG, data, chance), _at_random(_OPEN_TAG, other, chance)
    if old is None:
        return data
    name = new[1] if new and chance.random() < 0.5 else chance.choice((b"a", b"string", b"x:y"))
    if chance.random() < 0.5:
        return _replaced(data, old, 1, name)  # its end keeps the old name
    return re.sub(rb"(</?)" + re.escape(old[1]) + rb"(?=[\s/>])", rb"\g<1>" + name, data)


def _element(data: bytes, chance: Chance) -> tuple[int, int, bytes]:
    """Where an element is, roughly, and its name."""
    start = _at_random(_OPEN_TAG, data, chance)
    if start is None:
        return 0, 0, b""
    end = data.find(b"</" + start[1] + b">", start.end())
    if start[2].endswith(b"/") or end < 0:
        return start.start(), start.end(), start[1]
    return start.start(), end + len(start[1]) + 3, start[1]


def drop_an_element(data: bytes, other: bytes, chance: Chance) -> bytes:
    del other
    start, end, _ = _element(data, chance)
    return data[:start] + data[end:]


def repeat_an_element(data: bytes, other: bytes, chance: Chance) -> bytes:
    del other
    start, end, _ = _element(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 1, 3, 300)) + data[end:]


def move_an_element(data: bytes, other: bytes, chance: Chance) -> bytes:
    del other
    start, end, _ = _element(data, chance)
    rest = data[:start] + data[end:]
    tag = _at_random(_OPEN_TAG, rest, chance)
    at = tag.start() if tag else 0
    return rest[:at] + data[start:end] + rest[at:]


def wrap_an_element(data: bytes, other: bytes, chance: Chance) -> bytes:
    del other
    start, end, name = _element(data, chance)
    around = chance.choice((b"a", name or b"a"))
    deep = chance.choice((1, 1, 2, 60, 70, 3000))
    inner = b"<%b>" % around * deep + data[start:end] + b"</%b>" % around * deep
    return data[:start] + inner + data[end:]


def element_of_other(data: bytes, other: bytes, chance: Chance) -> bytes:
    start, end, _ = _element(data, chance)
    first, last, _ = _element(other, chance)
    return data[:start] + other[first:last] + data[end:]


def open_without_end(data: bytes, other: bytes, chance: Chance) -> bytes:
    del other
    tag = _at_random(_OPEN_TAG, data, chance)
    at = tag.start() if tag else 0
    return data[:at] + b"<a>" * chance.choice((1, 100, 100_000)) + data[at:]


def add_attributes(data: bytes, other: bytes, chance: Chance) -> bytes:
    del other
    tag = _at_random(_OPEN_TAG, data, chance)
    if tag is None:
        return data
    added = chance.choice(
        (
            b' xmlns:n="%b" n:nil="true"' % XSI,
            b' xmlns:n="%b" n:nil="1"' % XSI,
            b' xmlns:n="%b" n:nil="maybe"' % XSI,
            b' xmlns:n="%b" n:type="n:Other"' % XSI,
            b' xmlns=""',
            b' xmlns="urn:other"',
            b' id="1"',
            b' id="1" id="2"',
            b' mustUnderstand="1"',
            b"".join(b' a%d="%d"' % (n, n) for n in range(2000)),
        )
    )
    return data[: tag.end(1)] + added + data[tag.end(1) :]


def change_a_namespace(data: bytes, other: bytes, chance: Chance) -> bytes:
    declared = _at_random(_NAMESPACE, data, chance)
    foreign = _at_random(_NAMESPACE, other, chance)
    value = foreign[2] if foreign and chance.random() < 0.6 else chance.choice((b"", b"urn:x", XSI))
    return _replaced(data, declared, 2, value)


def add_a_doctype(data: bytes, other: bytes, chance: Chance) -> bytes:
    del other
    declaration = re.match(rb"\s*<\?xml[^>]*>", data)
    at = declaration.end() if declaration else 0
    found = data[:at] + chance.choice(DOCTYPES) + data[at:]
    text = _at_random(_TEXT, data, chance)
    return found if text is None else found.replace(text[0], b">&e;<")


def text_in_pieces(data: bytes, other: bytes, chance: Chance) -> bytes:
    """The same text, or one more, in CDATA, comments, instructions and references."""
    del other
    text = _at_random(_TEXT, data, chance)
    if text is None:
        return data
    half = len(text[1]) // 2
    first, second = text[1][:half], text[1][half:]
    value = chance.choice(
        (
            b"<![CDATA[%b]]>" % text[1],
            first + b"<!-- -->" + second,
            first + b"<?p?>" + second,
            first + b"<![CDATA[]]>" + second,
            b"".join(b"&#%d;" % byte for byte in text[1][:200]),
            first + b"<a/>" + second,
            first + b"&#x0;" + second,
            text[1] + b"<![CDATA[ 3]]>",
        )
    )
    return _replaced(data, text, 1, value)


# --- JSON -------------------------------------------------------------------------------------


def rename_a_member(data: bytes, other: bytes, chance: Chance) -> bytes:
    names = [match[1] for match in _MEMBER.finditer(data[:20_000] + other[:20_000])]
    value = chance.choice([*names, b"", b"a", b"error", b"Error", b"\\u0045rror"])
    return _replaced(data, _at_random(_MEMBER, data, chance), 1, value)


def change_a_string(data: bytes, other: bytes, chance: Chance) -> bytes:
    del other
    value = chance.choice(
        (*TOKENS, b"a\\r\\nX: b", b"a b", b"\\ud83d", b"\\u0000", b"\\x", b"0", b"00", b" ")
    )
    return _replaced(data, _at_random(_STRING, data, chance), 1, value)


def repeat_a_member(data: bytes, other: bytes, chance: Chance) -> bytes:
    del other
    member = _at_random(_MEMBER, data, chance)
    if member is None:
        return data
    value = chance.choice((b"null", b"{}", b"[]", b'"x"', b"3"))
    return data[: member.start()] + member[0] + b":" + value + b"," + data[member.start() :]


def change_a_value(data: bytes, other: bytes, chance: Chance) -> bytes:
    """Put another value somewhere into the tree, take a member away, or nest it deeper."""
    del other
    try:
        whole: list[Any] = [json.loads(data)]
    except (ValueError, RecursionError):
        return data
    places = list(islice(_places(whole), 1000))
    holder, key = chance.choice(places)
    way = chance.randrange(5)
    if way == 0 and isinstance(holder, dict):
        del holder[key]
    elif way == 1:
        holder[key] = [holder[key]]
    elif way == 2 and isinstance(holder, dict):
        holder[chance.choice(("Error", "x", "Message"))] = holder[key]
    else:
        holder[key] = json.loads(chance.choice(JSON_VALUES))
    return json.dumps(whole[0], ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")


def _places(whole: list[Any]) -> Iterator[tuple[Any, Any]]:
    """Every place in a tree where a value stands: what holds it, and under which key."""
    unseen: list[Any] = [whole]
    while unseen:
        holder = unseen.pop()
        keys: Iterable[Any] = ()
        if isinstance(holder, dict):
            keys = list(cast("dict[str, Any]", holder))
        elif isinstance(holder, list):
            keys = range(len(cast("list[object]", holder)))
        for key in keys:
            yield holder, key
            unseen.append(holder[key])


def nest_json(data: bytes, other: bytes, chance: Chance) -> bytes:
    del other
    deep = chance.choice((10, 1000, 100_000))
    member = _at_random(_MEMBER, data, chance)
    at = member.end() + 1 if member else 0
    start, end = chance.choice(((b"[", b"]"), (b'{"a":', b"}")))
    return data[:at] + start * deep + chance.choice((b"1" + end * deep + b",", b"")) + data[at:]


# --- encodings --------------------------------------------------------------------------------


def encode_anew(data: bytes, other: bytes, chance: Chance) -> bytes:
    del other
    text = data.decode("utf-8", "replace")
    encoding = chance.choice(
        ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "cp037", "utf-7", "utf-8-sig")
    )
    if chance.random() < 0.5:
        text = f'<?xml version="1.0" encoding="{encoding}"?>' + re.sub(
            r"^\s*<\?xml[^>]*>", "", text
        )
    return text.encode(encoding, "replace")


def declare_an_encoding(data: bytes, other: bytes, chance: Chance) -> bytes:
    del other
    declared = f'<?xml version="1.0" encoding="{chance.choice(DECLARATIONS)}"?>'.encode()
    return declared + re.sub(rb"^\s*<\?xml[^>]*>", b"", data)


def put_a_mark_before(data: bytes, other: bytes, chance: Chance) -> bytes:
    del other
    marks = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\x00\x00", b"\xef\xbb\xbf" * 2)
    return chance.choice(marks) + data


# --- header fields and status -----------------------------------------------------------------


def another_status(reply: Reply, other: Reply, chance: Chance) -> Reply:
    return attrs.evolve(reply, status=chance.choice((*STATUSES, other.status)))


def another_content_type(reply: Reply, other: Reply, chance: Chance) -> Reply:
    theirs = other.header("content-type")
    return reply.with_header("Content-Type", chance.choice((*CONTENT_TYPES, theirs)))


def another_charset(reply: Reply, other: Reply, chance: Chance) -> Reply:
    del other
    media_type = reply.header("content-type").partition(";")[0] or "text/xml"
    charset = chance.choice((*DECLARATIONS, '"utf-16"', "UTF8", "utf-8\x00", "\xff"))
    return reply.with_header(
        "Content-Type", f"{media_type}; charset={charset}".replace("\x00", " ")
    )


def another_content_encoding(reply: Reply, other: Reply, chance: Chance) -> Reply:
    del other
    return reply.with_header("Content-Encoding", chance.choice(CONTENT_ENCODINGS))


def pack(reply: Reply, other: Reply, chance: Chance) -> Reply:
    """Compress the body; well, cut off, twice, with something behind, or damaged."""
    del other
    encoding = chance.choice(("gzip", "deflate", "x-gzip"))
    packed = (
        zlib.compress(reply.body) if encoding == "deflate" else gzip.compress(reply.body, mtime=0)
    )
    ways: tuple[Callable[[], bytes], ...] = (
        lambda: packed,
        lambda: packed,
        lambda: packed[: chance.randint(0, len(packed))],
        lambda: packed[: -chance.randint(1, 8)],  # the checksum is not whole
        lambda: gzip.compress(packed, mtime=0),
        lambda: packed + b"more",
        lambda: packed + packed,
        lambda: flip_a_bit(packed, b"", chance),
    )
    return attrs.evolve(reply.with_header("Content-Encoding", encoding), body=chance.choice(ways)())


def bomb(reply: Reply, other: Reply, chance: Chance) -> Reply:
    del other
    packed = zlib.compress(reply.body + b" " * chance.choice((1 << 20, 8 << 20, 40 << 20)), 1)
    return attrs.evolve(reply.with_header("Content-Encoding", "deflate"), body=packed)


def ask_to_wait(reply: Reply, other: Reply, chance: Chance) -> Reply:
    del other
    waiting = attrs.evolve(reply, status=chance.choice((429, 503, 503, reply.status)))
    return waiting.with_header("Retry-After", chance.choice(RETRY_AFTER))


def drop_a_header(reply: Reply, other: Reply, chance: Chance) -> Reply:
    del other
    if not reply.headers:
        return reply
    return reply.without_header(chance.choice(reply.headers)[0])


def repeat_a_header(reply: Reply, other: Reply, chance: Chance) -> Reply:
    found = chance.choice((*reply.headers, *other.headers, ("X-Fuzz", "1")))
    return attrs.evolve(reply, headers=(found, *reply.headers))


def change_a_header(reply: Reply, other: Reply, chance: Chance) -> Reply:
    if not reply.headers:
        return reply
    name, value = chance.choice(reply.headers)
    changed = insert_a_token(value.encode("latin-1"), b"", chance)
    # What no HTTP parser lets through is left to the test over sockets.
    legal = re.sub(rb"[\x00-\x08\x0a-\x1f\x7f]", b"", changed).decode("latin-1")
    del other
    return reply.with_header(name, legal)


def headers_of_other(reply: Reply, other: Reply, chance: Chance) -> Reply:
    del chance
    return attrs.evolve(reply, headers=other.headers)


ON_BODY: tuple[OnBody, ...] = (
    *(flip_a_bit, change_a_byte, cut_out, cut_off, cut_the_start, insert_a_token, repeat_a_part),
    *(swap_two_parts, splice, insert_from_other, one_behind_the_other, turn_case),
    *(change_a_number, change_a_text, rename_an_element, drop_an_element, repeat_an_element),
    *(move_an_element, wrap_an_element, element_of_other, open_without_end, add_attributes),
    *(change_a_namespace, add_a_doctype, text_in_pieces, rename_a_member, change_a_string),
    *(repeat_a_member, change_a_value, nest_json, encode_anew, declare_an_encoding),
    put_a_mark_before,
)
ON_REPLY: tuple[OnReply, ...] = (
    *(another_status, another_content_type, another_charset, another_content_encoding, pack),
    *(ask_to_wait, drop_a_header, repeat_a_header, change_a_header, headers_of_other),
)
# How often a reply is made as large as may be: it costs as much as hundreds of others.
HUGE = 1 / 500


def mutate(reply: Reply, other: Reply, chance: Chance) -> tuple[Reply, tuple[str, ...]]:
    """Damage a reply in one to three ways.

    Returns:
        The reply, and the names of the ways.
    """
    steps: list[str] = []
    for _ in range(chance.choice((1, 1, 2, 3))):
        if chance.random() < 0.75:
            change = chance.choice(ON_BODY)
            reply = attrs.evolve(reply, body=change(reply.body, other.body, chance))
            steps.append(change.__name__)
        else:
            change_all = chance.choice(ON_REPLY)
            reply = change_all(reply, other, chance)
            steps.append(change_all.__name__)
    if chance.random() < HUGE:
        if chance.random() < 0.7:
            reply = attrs.evolve(reply, body=make_huge(reply.body, other.body, chance))
            steps.append(make_huge.__name__)
        else:
            reply = bomb(reply, other, chance)
            steps.append(bomb.__name__)
    return reply, tuple(steps)
