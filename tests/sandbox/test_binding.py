"""How a 2sms request is bound: JSON fails open, XML fails safe, forms take names and values.

Each case is a row of the contract page on Web API; the same requests are in the recordings, where
most answers do not show what was bound.
"""

import json
from typing import Any
from urllib.parse import urlencode
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rescind.sandbox import binding_form, binding_json, binding_xml, models
from rescind.sandbox.binding import Bound
from rescind.sandbox.messages import form_pairs

DEFAULTS = {
    "All": False,
    "MessageIDs": None,
    "StartDate": None,
    "EndDate": None,
    "Reference": None,
    "Destination": None,
    "Type": 0,
    "Range": 0,
}
ROOT = "DeletePendingRecurringMessagesRequest"


def from_json(text: str) -> Bound:
    return binding_json.bind(text, models.DELETE)


def from_xml(content: str, attributes: str = "") -> Bound:
    return binding_xml.bind(f"<{ROOT}{attributes}>{content}</{ROOT}>", models.DELETE, "utf-8")


def from_form(text: str) -> Bound:
    return binding_form.bind(form_pairs(text), models.DELETE)


def changed(bound: Bound) -> dict[str, Any] | None:
    """The values that are not their defaults."""
    if bound.values is None:
        return None
    return {name: value for name, value in bound.values.items() if value != DEFAULTS[name]}


# JSON


@pytest.mark.parametrize(
    ("text", "values", "errors"),
    [
        # names
        ('{"Refrence":"a","MessageID":["x"],"message_ids":["x"]}', {}, []),
        ('{"reference":"a","ALL":true,"messageids":["x"]}', {"All": True}, []),
        # All
        ('{"All":1}', {"All": True}, []),
        ('{"All":2}', {"All": True}, []),
        ('{"All":-1}', {"All": True}, []),
        ('{"All":0.5}', {"All": True}, []),
        ('{"All":NaN}', {"All": True}, []),
        ('{"All":0}', {}, []),
        ('{"All":" True "}', {"All": True}, []),
        ('{"All":"yes"}', {}, ["request.All"]),
        ('{"All":"1"}', {}, ["request.All"]),
        ('{"All":""}', {}, ["request.All"]),
        ('{"All":null}', {}, ["request.All"]),
        ('{"All":undefined}', {}, ["request.All"]),
        ('{"All":[true]}', {}, ["request.All"]),
        ('{"All":{}}', {}, ["request.All"]),
        # lists
        (
            '{"MessageIDs":["r1",5,true,5.0,null]}',
            {"MessageIDs": ["r1", "5", "True", "5", None]},
            [],
        ),
        ('{"MessageIDs":[]}', {"MessageIDs": []}, []),
        ('{"MessageIDs":null}', {}, []),
        ('{"MessageIDs":"r1"}', {}, ["request.MessageIDs"]),
        ('{"MessageIDs":5}', {}, ["request.MessageIDs"]),
        ('{"MessageIDs":{"string":["r1"]}}', {}, ["request.MessageIDs.string"]),
        ('{"MessageIDs":[["r1"]]}', {"MessageIDs": []}, ["request.MessageIDs[0]"]),
        ('{"MessageIDs":["a",{},"b"]}', {"MessageIDs": ["a", "b"]}, ["request.MessageIDs[1]"]),
        ('{"MessageIDs":["a"],"MessageIDs":["b"]}', {"MessageIDs": ["a", "b"]}, []),
        ('{"MessageIDs":["a"],"MessageIDs":null}', {}, []),
        # enums
        ('{"Range":1}', {"Range": 1}, []),
        ('{"Range":99}', {"Range": 99}, []),
        ('{"Range":-1}', {"Range": -1}, []),
        ('{"Range":4294967296}', {}, []),
        ('{"Range":1099511627777}', {"Range": 1}, []),
        ('{"Range":99999999999999999999}', {}, ["request.Range"]),
        ('{"Range":true}', {"Range": 1}, []),
        ('{"Range":" next_7_days "}', {"Range": 1}, []),
        ('{"Range":"1"}', {"Range": 1}, []),
        ('{"Range":"ALL,NEXT_7_DAYS"}', {"Range": 1}, []),
        ('{"Range":"WEEK"}', {}, ["request.Range"]),
        ('{"Range":""}', {}, ["request.Range"]),
        ('{"Range":1.0}', {}, ["request.Range"]),
        ('{"Range":{"Value":1}}', {}, ["request.Range.Value"]),
        ('{"Type":null}', {}, ["request.Type"]),
        ('{"Type":"recurring"}', {"Type": 1}, []),
        # strings
        ('{"Reference":5}', {"Reference": "5"}, []),
        ('{"Reference":1.5}', {"Reference": "1.5"}, []),
        ('{"Reference":true}', {"Reference": "True"}, []),
        ('{"Reference":""}', {"Reference": ""}, []),
        ('{"Reference":{"eq":"a"}}', {}, ["request.Reference"]),
        (
            '{"StartDate":"2030-01-01T00:00:00+01:00"}',
            {"StartDate": "2030-01-01T00:00:00+01:00"},
            [],
        ),
        # of two the last wins, and reading goes on after an error
        ('{"All":true,"all":false}', {}, []),
        ('{"Range":"X","All":true,"Type":{},"Reference":"a"}', None, []),
    ],
)
def test_json_values(text: str, values: dict[str, Any] | None, errors: list[str]) -> None:
    bound = from_json(text)
    if values is None:
        values, errors = {"All": True, "Reference": "a"}, ["request.Range", "request.Type"]
    elif '"reference":"a"' in text:
        values = {"All": True, "Reference": "a", "MessageIDs": ["x"]}
    assert changed(bound) == values
    assert [error.key for error in bound.errors] == errors


@pytest.mark.parametrize(
    ("text", "values", "errors"),
    [
        ('{"All":true,', {"All": True}, ["request.All"]),
        ('{"All":true', {"All": True}, ["request.All"]),
        (
            '{"All":true,"MessageIDs":["r1"]',
            {"All": True, "MessageIDs": ["r1"]},
            ["request.MessageIDs"],
        ),
        (
            '{"All":true,"MessageIDs":["r1"',
            {"All": True, "MessageIDs": ["r1"]},
            2 * ["request.MessageIDs[0]"],
        ),
        (
            '{"All":true,"MessageIDs":["r1","r',
            {"All": True, "MessageIDs": ["r1"]},
            3 * ["request.MessageIDs[0]"],
        ),
        ('{"All":true,"Reference":"al', {"All": True}, 2 * ["request.Reference"]),
        ('{"All":true,"MessageIDs":["r1"],"Refer', None, ["request.MessageIDs"]),
        ('{"All":tru', None, 2 * ["request.All"]),
        ("{", {}, ["request"]),
    ],
)
def test_json_cut_off_counts_as_far_as_it_goes(
    text: str, values: dict[str, Any] | None, errors: list[str]
) -> None:
    bound = from_json(text)
    assert changed(bound) == values
    assert [error.key for error in bound.errors] == errors


@pytest.mark.parametrize("text", ["", " ", "null", "\n", "/* c */", "// c"])
def test_json_of_nothing_is_null_without_an_error(text: str) -> None:
    assert from_json(text) == Bound(None)


@pytest.mark.parametrize(
    "text",
    [
        "nonsense",
        '["r1"]',
        '"r1"',
        "5",
        "NaN",
        '{"All":TRUE}',
        '{"All":true "Range":1}',
        '{"Reference":"\\x41"}',
        '{"Reference":"\\u00g0"}',
        '{"MessageIDs":["a" "b"]}',
        '{"All":true]',
        "{All}",
        '{"Range":1-2}',
        '{"Range":1x}',
        "{*}",
        '{"a":/x}',
    ],
)
def test_json_that_is_none_is_null_with_an_error(text: str) -> None:
    bound = from_json(text)
    assert bound.values is None
    assert bound.errors


@pytest.mark.parametrize(
    "text",
    [
        "{'All':true}",
        "{All:true}",
        '{/* c */"All":/* c */true/* c */}',
        '{"All":true,}',
        '{"All":true} trailing',
        '{"All":true}{"All":false}',
        '{"x":[[{"y":[1,2,{}]}],null],"All":true}',
        '// c\n{"All":true // c\n}',
        '{"x":Infinity,"y":-Infinity,"z":017,"w":0xff,"All":true}',
    ],
)
def test_json_is_read_leniently(text: str) -> None:
    assert changed(from_json(text)) == {"All": True}
    assert from_json(text).errors == []


def test_json_nested_to_the_limit_and_beyond() -> None:
    fits = '{"x":' + "[" * 255 + "]" * 255 + ',"All":true}'
    assert (changed(from_json(fits)), from_json(fits).errors) == ({"All": True}, [])
    too_deep = '{"x":' + "[" * 256 + "]" * 256 + ',"All":true}'
    assert from_json(too_deep).values is None


def test_json_errors_say_where() -> None:
    bound = from_json('{"All":"yes",\n "Range":"WEEK"}')
    first = """Error converting value "yes" to type 'System.Boolean'."""
    second = """Error converting value "WEEK" to type '{}'."""
    range_type = "TwoSms.CustomerPortalRole.API.Reports.FutureDateRange"
    assert bound.model_state(detail=True) == {
        "request.All": [f"{first} Path 'All', line 1, position 12."],
        "request.Range": [f"{second.format(range_type)} Path 'Range', line 2, position 15."],
    }
    assert bound.model_state(detail=False) == {
        "request.All": ["An error has occurred."],
        "request.Range": ["An error has occurred."],
    }


# XML


@pytest.mark.parametrize(
    ("content", "values"),
    [
        ("<All> true </All>", {"All": True}),
        ("<All>1</All>", {"All": True}),
        ("<Range>NEXT_7_DAYS</Range><Type>RECURRING</Type>", {"Range": 1, "Type": 1}),
        ("<MessageIDs><string> a </string></MessageIDs>", {"MessageIDs": [" a "]}),
        ("<MessageIDs><string><![CDATA[<a>]]></string></MessageIDs>", {"MessageIDs": ["<a>"]}),
        ("<MessageIDs><string/></MessageIDs>", {"MessageIDs": [""]}),
        ("<MessageIDs><String>a</String><ID>a</ID>text</MessageIDs>", {"MessageIDs": []}),
        ("<MessageIDs/>", {"MessageIDs": []}),
        (
            "<MessageIDs><string>a</string></MessageIDs><MessageIDs><string>b</string></MessageIDs>",
            {"MessageIDs": ["a", "b"]},
        ),
        ("<Reference>a</Reference><Reference>b</Reference>", {"Reference": "a"}),
        ("<Reference>a<!-- c -->b</Reference>", {"Reference": "ab"}),
        ("<Reference>a&#1;b</Reference>", {"Reference": "a\x01b"}),
        ("<reference>a</reference><all>true</all><MessageIds/>", {}),
        ('<Reference xmlns="urn:x">a</Reference>', {}),
        ("<Foo><Bar/></Foo>text", {}),
        ("<Reference><b>a</b></Reference><All>true</All>", {"Reference": "a"}),
    ],
)
def test_xml_values(content: str, values: dict[str, Any]) -> None:
    bound = from_xml(content)
    assert (changed(bound), bound.errors) == (values, [])


@pytest.mark.parametrize(
    "content",
    [
        "<All>True</All>",
        "<All>yes</All>",
        "<All/>",
        "<Type>1</Type>",
        "<Type>recurring</Type>",
        "<Type> RECURRING </Type>",
        "<Type/>",
        "<Range>WEEK</Range>",
        "<MessageIDs><string>a<b/>1</string></MessageIDs>",
        "<Reference>&nbsp;</Reference>",
        "<Reference>a",
        "<?pi x?>",
        "<All>true</Al>",
    ],
)
def test_a_bad_value_in_xml_makes_the_whole_request_null(content: str) -> None:
    bound = from_xml(content)
    assert bound.values is None
    assert [error.key for error in bound.errors] == ["request"]


@pytest.mark.parametrize(
    "text",
    [
        f"<!DOCTYPE {ROOT}><{ROOT}/>",
        f"<{ROOT}/>trailing",
        f"<{ROOT}/><{ROOT}/>",
        f'<{ROOT} xmlns="urn:x"/>',
        f"<{ROOT.lower()}/>",
        f'<?xml version="1.0" encoding="utf-16"?><{ROOT}/>',
        f'\n<?xml version="1.0"?><{ROOT}/>',
        f'<{ROOT} xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:type="Foo"/>',
    ],
)
def test_a_bad_document_is_null(text: str) -> None:
    bound = binding_xml.bind(text, models.DELETE, "utf-8")
    assert bound.values is None
    assert bound.errors


def test_nil_is_null_without_an_error() -> None:
    nil = ' xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true"'
    assert from_xml("", nil) == Bound(None)


# Forms


@pytest.mark.parametrize(
    ("text", "values", "errors"),
    [
        ("all=TRUE&messageids=a&MessageIDs=b", {"All": True, "MessageIDs": ["a", "b"]}, []),
        ("MessageIDs[]=a&MessageIDs[0]=b", {"MessageIDs": ["a", "b"]}, []),
        ("MessageIDs=a,b", {"MessageIDs": ["a,b"]}, []),
        ("Type=1&Range=next_7_days", {"Type": 1, "Range": 1}, []),
        ("Range=99", {"Range": 99}, []),
        ("Reference=a+b%26%C3%A9", {"Reference": "a b&é"}, []),
        ("Refrence=a", {}, []),
        ('{"MessageIDs":["r1"]}', {}, []),
        ("All=on", {}, ["request.All"]),
        ("All=1&Range=WEEK&Reference=a", {"Reference": "a"}, ["request.All", "request.Range"]),
    ],
)
def test_form_values(text: str, values: dict[str, Any], errors: list[str]) -> None:
    bound = from_form(text)
    assert changed(bound) == values
    assert [error.key for error in bound.errors] == errors


def test_an_empty_form_is_null() -> None:
    assert from_form("") == Bound(None)


# A request written correctly arrives as it was written, whatever is in it

TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=20)
REQUESTS = st.fixed_dictionaries(
    {
        "All": st.booleans(),
        "MessageIDs": st.lists(TEXT, min_size=1, max_size=4),
        "Type": st.sampled_from((0, 1)),
        "Range": st.sampled_from((0, 1, 2)),
    },
    optional=dict.fromkeys(("StartDate", "EndDate", "Reference", "Destination"), TEXT),
)


@given(REQUESTS, st.booleans(), st.sampled_from((None, 1, "\t")))
def test_any_json(request: dict[str, Any], ascii_only: bool, indent: int | str | None) -> None:
    text = json.dumps(request, ensure_ascii=ascii_only, indent=indent)
    assert from_json(text) == Bound({**DEFAULTS, **request})


def xml_text(value: bool | int | str | list[str], names: dict[str, int]) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return next(name for name, number in names.items() if number == value)
    if isinstance(value, list):
        return "".join(f"<string>{escape(item)}</string>" for item in value)
    return escape(value)


@given(REQUESTS)
def test_any_xml(request: dict[str, Any]) -> None:
    choices = {member.name: dict(member.choices) for member in models.DELETE.members}
    content = "".join(
        f"<{name}>{xml_text(value, choices[name])}</{name}>" for name, value in request.items()
    )
    assert from_xml(content) == Bound({**DEFAULTS, **request})


@given(REQUESTS)
def test_any_form(request: dict[str, Any]) -> None:
    text = urlencode({**request, "All": str(request["All"])}, doseq=True)
    assert from_form(text) == Bound({**DEFAULTS, **request})
