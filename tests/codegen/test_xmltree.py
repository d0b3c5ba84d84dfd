"""The strict reader agrees with the standard library on what a document holds."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegen.problems import ContractError
from codegen.xmltree import Element, parse
from tests.codegen.generating import CONTRACTS, WSDLS

DOCUMENTS = [*sorted(WSDLS.rglob("*.wsdl")), *sorted(CONTRACTS.glob("*.xml"))]
NAMES = st.sampled_from(["a", "b", "p:a", "p:b", "q:a"])
TEXT = st.text("xy &<>\n\t'é☎", max_size=6)


@st.composite
def elements(draw: st.DrawFn, depth: int = 3) -> str:
    name = draw(NAMES)
    value = ET.tostring(_element("v", draw(TEXT)), encoding="unicode")[3:-4]
    attributes = draw(st.sampled_from(["", ' k="1"', ' p:k="2" k="3"', ' xmlns="urn:new"']))
    children = draw(st.lists(elements(depth - 1), max_size=3)) if depth else []
    inside = value + "".join(child + draw(st.sampled_from(["", " t"])) for child in children)
    return f"<{name}{attributes}>{inside}</{name}>"


def _element(tag: str, text: str) -> ET.Element:
    element = ET.Element(tag)
    element.text = text or "-"
    return element


def same(ours: Element, theirs: ET.Element) -> bool:
    tag = f"{{{ours.namespace}}}{ours.name}" if ours.namespace else ours.name
    return (
        tag == theirs.tag
        and dict(ours.attributes) == theirs.attrib
        and ours.text == (theirs.text or "")
        and ours.tail == (theirs.tail or "")
        and len(ours.children) == len(theirs)
        and all(map(same, ours.children, theirs))
        and ours.all_text() == "".join(theirs.itertext())
    )


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_documents_of_the_project(path: Path) -> None:
    data = path.read_bytes()
    assert same(parse(data, "file"), ET.fromstring(data))


@given(elements())
def test_any_document(text: str) -> None:
    data = f'<root xmlns:p="urn:p" xmlns:q="urn:q">{text}</root>'.encode()
    assert same(parse(data, "file"), ET.fromstring(data))


@given(elements(), st.data())
def test_a_document_that_is_cut_off(text: str, data: st.DataObject) -> None:
    whole = f'<root xmlns:p="urn:p" xmlns:q="urn:q">{text}</root>'.encode()
    cut = data.draw(st.integers(0, len(whole) - 1))
    with pytest.raises(ContractError) as refused:
        parse(whole[:cut], "file")
    assert refused.value.place.startswith("line ")


def lines(element: Element) -> Iterator[int]:
    return (e.line for e in element.walk())


def test_lines_and_prefixes() -> None:
    document = b'<a xmlns:p="urn:p">\n<b xmlns:p="urn:q" xmlns="urn:d">\n<p:c/></b>\n<p:d/></a>'
    root = parse(document, "file")
    assert list(lines(root)) == [1, 2, 3, 4]
    inner = root.children[0]
    assert inner.resolve("p:x") == ("urn:q", "x")
    assert inner.resolve("x") == ("urn:d", "x")
    assert root.resolve("p:x") == ("urn:p", "x")
    assert root.resolve("x") == ("", "x")
    assert root.resolve("z:x") is None
    assert root.resolve("xml:lang") == ("http://www.w3.org/XML/1998/namespace", "lang")
