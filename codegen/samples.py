"""One class set from a documented XML sample and the JSON sample of the same root.

XML gives names, order and wrappers; JSON gives value types. Where the two say different things,
that is an error.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeGuard

from attrs import field, frozen

from codegen.datafile import Enumeration, Section
from codegen.problems import ContractError
from codegen.xmltree import Element, parse

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]

_XML_BOOLEAN = {True: "true", False: "false"}


@frozen
class Sample:
    """The two samples of one root element.

    Attributes:
        root: Its name, which is also the name of the files.
        xml: The XML sample's bytes.
        uri: Its file URI, by which xsdata asks for it.
        types: JSON type of the value of each element that holds text, by ``Type.element``.
        lists: Name of the items of each element that is a list in JSON, by ``Type.element``.
        json_order: Element names in the order of the JSON sample, by type, where XML has another.
    """

    root: str
    xml: bytes
    uri: str
    types: Mapping[str, type] = field(factory=dict[str, type])
    lists: Mapping[str, str] = field(factory=dict[str, str])
    json_order: Mapping[str, tuple[str, ...]] = field(factory=dict[str, tuple[str, ...]])


def load(folder: Path, root: str, section: Section) -> Sample:
    """Read ``<root>.xml`` and ``<root>.json`` and compare them.

    Args:
        folder: Where the files are.
        root: Name of the root element.
        section: The data file's entries: enumerations, type names, what JSON does not show.

    Returns:
        What the two say together.

    Raises:
        ContractError: A sample that cannot be read, or the two disagree.
    """
    xml_file, json_file = folder / f"{root}.xml", folder / f"{root}.json"
    xml = _bytes(xml_file)
    element = parse(xml, str(xml_file))
    if element.name != root:
        raise ContractError(
            str(xml_file), f"line {element.line}", f"the root is {element.name}, not {root}"
        )
    value = _parse_json(_bytes(json_file), str(json_file))
    pairing = _Pairing(
        file=str(xml_file),
        xml_only=frozenset(f"{e.type}.{name}" for e in section.xml_only for name in e.elements),
        enums={element: enum for enum in section.enum for element in enum.elements},
        type_names={entry.element: entry.type for entry in section.type_name},
    )
    pairing.compare_object(element, value, root)
    return Sample(
        root, xml, xml_file.resolve().as_uri(), pairing.types, pairing.lists, pairing.json_order
    )


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ContractError(str(path), "file", f"cannot be read: {error.strerror}") from None


def _parse_json(data: bytes, file: str) -> Json:
    def no_duplicates(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
        members = dict(pairs)
        if len(members) != len(pairs):
            raise ContractError(
                file, "JSON", f"a member twice among {', '.join(k for k, _ in pairs)}"
            )
        return members

    def no_constant(name: str) -> Json:
        raise ContractError(file, "JSON", f"{name} is not JSON")

    try:
        value: Json = json.loads(data, object_pairs_hook=no_duplicates, parse_constant=no_constant)
    except json.JSONDecodeError as error:
        raise ContractError(
            file, f"line {error.lineno}, column {error.colno}", f"not JSON: {error.msg}"
        ) from None
    except UnicodeDecodeError as error:
        raise ContractError(file, f"byte {error.start}", f"not JSON: {error.reason}") from None
    return value


@frozen
class _Pairing:
    """Walks both samples at once and notes what each says."""

    file: str
    xml_only: frozenset[str]
    enums: Mapping[str, Enumeration]
    type_names: Mapping[str, str]
    types: dict[str, type] = field(factory=dict[str, type])
    lists: dict[str, str] = field(factory=dict[str, str])
    json_order: dict[str, tuple[str, ...]] = field(factory=dict[str, tuple[str, ...]])

    def compare_object(self, element: Element, value: Json, path: str) -> None:
        if not isinstance(value, dict):
            raise self._disagree(element, path, f"XML has elements, JSON has {_shown(value)}")
        owner = self.type_names.get(element.name, element.name)
        self._check_plain(element, path)
        self._check_members(element, value, owner, path)
        names = [child.name for child in element.children]
        if len(value) == len(names) and list(value) != names:
            self.json_order[owner] = tuple(value)
        for child in element.children:
            where = f"{owner}.{child.name}"
            if child.name in value:
                self._compare(child, value[child.name], where, f"{path}/{child.name}")
            else:
                self._from_xml(child, where, f"{path}/{child.name}")

    def _check_plain(self, element: Element, path: str) -> None:
        for attribute in element.attributes:
            raise self._disagree(element, path, f"XML has the attribute {attribute}, JSON cannot")
        if "".join((element.text, *(child.tail for child in element.children))).strip():
            raise self._disagree(element, path, "XML has text beside elements, JSON cannot")
        names = [child.name for child in element.children]
        for name in names:
            if names.count(name) > 1:
                raise self._disagree(element, path, f"XML has {name} twice, JSON cannot")

    def _check_members(
        self, element: Element, value: Mapping[str, Json], owner: str, path: str
    ) -> None:
        names = [child.name for child in element.children]
        if extra := [name for name in value if name not in names]:
            raise self._disagree(element, path, f"{', '.join(extra)} is in the JSON sample only")
        hidden = [name for name in names if f"{owner}.{name}" in self.xml_only]
        if missing := [name for name in names if name not in value and name not in hidden]:
            raise self._disagree(element, path, f"{', '.join(missing)} is in the XML sample only")

    def _compare(self, element: Element, value: Json, where: str, path: str) -> None:
        if isinstance(value, list):
            self._compare_list(element, value, where, path)
        elif element.children or isinstance(value, dict):
            self.compare_object(element, value, path)
        else:
            self._compare_value(element, value, where, path)

    def _compare_list(self, element: Element, value: list[Json], where: str, path: str) -> None:
        texts = list(self._items(element, where, path))
        if texts != value:
            raise self._disagree(
                element, path, f"XML has the items {_shown(texts)}, JSON has {_shown(value)}"
            )

    def _items(self, element: Element, where: str, path: str) -> Iterator[Json]:
        names = {child.name for child in element.children}
        if len(names) != 1 or any(child.children or child.attributes for child in element.children):
            raise self._disagree(
                element, path, "JSON has a list, XML does not have items of one name that hold text"
            )
        self.lists[where] = names.pop()
        return (child.text for child in element.children)

    def _from_xml(self, element: Element, where: str, path: str) -> None:
        """Take an element that JSON does not show as XML has it: a list of texts, or text."""
        if element.children:
            tuple(self._items(element, where, path))
        else:
            self.types[where] = str

    def _compare_value(self, element: Element, value: Json, where: str, path: str) -> None:
        if enum := self.enums.get(where):
            names = {member.number: member.name for member in enum.members}
            same = _is_number(value) and names.get(value) == element.text
        elif isinstance(value, bool):
            same = _XML_BOOLEAN[value] == element.text
        elif isinstance(value, (int, float)):
            same = str(value) == element.text
        else:
            same = value == element.text
        if not same:
            raise self._disagree(
                element, path, f"XML has {_shown(element.text)}, JSON has {_shown(value)}"
            )
        self.types[where] = type(value)

    def _disagree(self, element: Element, path: str, what: str) -> ContractError:
        return ContractError(self.file, f"line {element.line}, {path}", what)


def _is_number(value: Json) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _shown(value: Json | list[Json]) -> str:
    return json.dumps(value, ensure_ascii=False)
