"""WSDLs that the project never saw: all generate, import and pass the type checker."""

import dataclasses
import importlib
import sys
import typing
from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any, cast

import mypy.api
import pytest
from xsdata.formats.dataclass.context import XmlContext
from xsdata.formats.dataclass.parsers import XmlParser
from xsdata.formats.dataclass.parsers.handlers import XmlEventHandler
from xsdata.formats.dataclass.serializers import XmlSerializer

from tests.codegen import many
from tests.codegen.generating import WSDLS, codegen

OPERATIONS = 300
COMMITTED = {path.stem: path for path in sorted(WSDLS.rglob("*.wsdl"))}
NAMES = (*COMMITTED, "many")


@pytest.fixture(scope="module")
def zoo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with one package for each WSDL, importable."""
    folder = tmp_path_factory.mktemp("zoo")
    wsdl = folder / "many.wsdl"
    wsdl.write_text(many.wsdl(OPERATIONS))
    for name, path in {**COMMITTED, "many": wsdl}.items():
        ran = codegen("--wsdl", path, "--out", folder / "out", "--package", f"zoo_{name}")
        assert (ran.code, ran.err) == (0, ""), name
    sys.path.insert(0, str(folder / "out"))
    yield folder / "out"
    sys.path.remove(str(folder / "out"))
    for name in [name for name in sys.modules if name.startswith("zoo_")]:
        del sys.modules[name]


def package(name: str) -> ModuleType:
    return importlib.import_module(f"zoo_{name}")


def operations(name: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = importlib.import_module(f"zoo_{name}._operations").OPERATIONS
    return found


def wire_names(cls: type) -> dict[str, str]:
    """Return the element or attribute name of each field."""
    fields = dataclasses.fields(cast("Any", cls))
    return {f.name: f.metadata["name"] for f in fields if "name" in f.metadata}


def values(cls: type) -> list[object]:
    return [member.value for member in cast("Any", cls)]


def test_there_are_enough() -> None:
    assert len(COMMITTED) >= 9
    assert "recorded" in COMMITTED


@pytest.mark.parametrize("name", NAMES)
def test_every_class_imports_and_suits_xsdata(zoo: Path, name: str) -> None:
    module = package(name)
    context = cast("Any", XmlContext())
    models = [
        getattr(module, n) for n in module.__all__ if n not in {"Operation", "Request", "Wire"}
    ]
    for cls in models:
        assert cls.__doc__
        if dataclasses.is_dataclass(cls):
            assert typing.get_type_hints(cls).keys() >= {f.name for f in dataclasses.fields(cls)}
            assert context.build(cls) is not None
    for operation in operations(name).values():
        assert getattr(module, operation.request) in models
        assert not operation.response or getattr(module, operation.response) in models


def test_mypy_strict_over_all_of_them(zoo: Path) -> None:
    packages = [str(zoo / f"zoo_{name}") for name in NAMES]
    out, err, code = mypy.api.run(
        ["--strict", "--no-incremental", "--config-file", "", "--cache-dir", "/dev/null", *packages]
    )
    assert (code, err) == (0, ""), out
    assert int(out.split()[-3]) > OPERATIONS


def test_a_package_carries_its_own_contract(zoo: Path) -> None:
    module = package("recorded")
    cancel = module.CancelNotifyByReferenceID(reference_id="a")
    assert isinstance(cancel, module.Request)
    assert module.Request.__module__ == "zoo_recorded._contract"
    described = operations("recorded")["CancelNotifyByReferenceID"]
    assert [wire.name for wire in described.wires] == ["SOAP11", "SOAP12", "HTTP_POST", "HTTP_GET"]
    assert described.result_root == "int"
    assert [wire.name for wire in operations("recorded")["NotifyPhoneAdvanced"].wires] == [
        "SOAP11",
        "SOAP12",
    ]


def test_dotted_package_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wsdl = COMMITTED["recorded"]
    ran = codegen("--wsdl", wsdl, "--out", tmp_path, "--package", "zoo_acme.models.phone")
    assert ran.code == 0, ran.err
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    module = importlib.import_module("zoo_acme.models.phone")
    assert module.CancelNotify(queue_id=1).queue_id == 1


def test_odd_enumeration_values(zoo: Path) -> None:
    module = package("enums")
    colours = values(module.Colour)
    assert len(colours) == 23
    assert {"Red", "red", "RED", "", "%", "_ignore_", "mro", 'a"b\\c', "日本", "-1"} <= set(colours)
    assert module.Colour.RED.value == "Red"
    assert module.Colour("").name == "EMPTY"
    assert module.Colour("Dark Blue").name == "DARK_BLUE"
    assert values(module.Odd) == ["_", "__", "___", ".", ".."]
    assert values(module.Grade) == [1, 2, -2]
    paint = module.Paint(colour=module.Colour.RED, access=())
    assert paint.grade is module.Grade(2)


def test_reserved_names(zoo: Path) -> None:
    module = package("reserved")
    names = wire_names(module.Import)
    assert len(names) == len(set(names.values())) == 39
    assert all(name.isidentifier() and not name.startswith("_") for name in names)
    assert (names["class_"], names["none"], names["init"]) == ("class", "None", "__init__")
    assert module.Request_ is not module.Request
    assert issubclass(module.List, module.Request)
    assert wire_names(module.Request_) == {"value": "Value", "next": "Next"}
    assert sorted(operations("reserved")) == ["List", "Str", "_operations", "import"]
    assert dir(module)
    item = module.List(when=datetime(2030, 1, 1), amount=Decimal(1))
    assert (item.when.year, item.amount) == (2030, 1)


def test_names_that_differ_in_case_only(zoo: Path) -> None:
    module = package("collisions")
    ops = operations("collisions")
    assert ops["getUser"].request != ops["GetUser"].request
    names = wire_names(getattr(module, ops["getUser"].request))
    elements = [
        "UserID",
        "UserId",
        "userid",
        "user_id",
        "USER_ID",
        "User-Id",
        "User.Id",
        "user_id_2",
    ]
    assert list(names.values()) == elements
    assert names["user_id"] == "UserID"
    assert list(wire_names(module.Both).values()) == ["Id", "Id", "ID"]
    metas = (getattr(getattr(module, name), "Meta", None) for name in module.__all__)
    assert {"User", "user", "USER_"} <= {getattr(meta, "name", "") for meta in metas}


def test_types_inside_themselves(zoo: Path) -> None:
    module = package("recursion")
    leaf = module.Leaf(owner=module.Node(name="a", children=module.ArrayOfNode(node=(None,))))
    grow = module.Grow(root=module.Node(leaf=leaf))
    assert grow.root.leaf.owner.children.node == (None,)
    shrink = module.Shrink(by=1)
    answer = module.ShrinkResponse(again=module.Command(shrink=shrink))
    assert answer.again.shrink is shrink


def test_data_sets_are_open(zoo: Path) -> None:
    module = package("dataset")
    annotations = typing.get_type_hints(module.FetchResponse_FetchResult)
    assert annotations["schema"] is object
    assert annotations["any_element"] == object | None
    assert "DataSet" not in module.__all__
    assert operations("dataset")["Fetch"].result_root == "DataSet"


def test_inheritance_loses_no_element(zoo: Path) -> None:
    module = package("inheritance")
    book = wire_names(module.EmptyBook)
    assert list(book.values()) == ["ThingID", "Name", "ThingId", "Price", "Pages", "name", "Isbn"]
    assert issubclass(module.EmptyBook, module.Thing)
    assert issubclass(module.SaveBook, module.Book)
    assert issubclass(module.SaveBook, module.Request)
    assert typing.get_type_hints(module.NamedThing)["name"] is str
    price = module.Price(value=Decimal("9.99"), currency="EUR")
    saved = module.SaveBook(thing_id=1, thing_id_2=2, price=price)
    text: str = cast("Any", XmlSerializer()).render(saved)
    parser = XmlParser(handler=XmlEventHandler)
    assert parser.from_string(text, module.SaveBook) == saved
    assert text.index("ThingID>1") < text.index("ThingId>2")


def test_attributes(zoo: Path) -> None:
    module = package("attributes")
    kinds = {f.name: f.metadata["type"] for f in dataclasses.fields(module.Box)}
    assert (kinds["width"], kinds["width_2"]) == ("Element", "Attribute")
    assert kinds["any_attributes"] == "Attributes"
    box = module.Box(id="b")
    assert (box.version, box.ratio, box.sizes) == ("1.0", float("inf"), ("s", "m", "l"))
    assert box.since == datetime.fromisoformat("2001-02-03T04:05:06+00:00")
    assert module.Mark().dry_run is True


def test_several_schemas_and_files(zoo: Path) -> None:
    module = package("schemas")
    own, parts = module.Item_2, module.Item_1
    assert list(wire_names(own).values()) == ["Count"]
    assert list(wire_names(parts).values()) == ["Number", "Next"]
    spaces = {f.name: f.metadata.get("namespace") for f in dataclasses.fields(module.Loose)}
    assert spaces == {"plain": "", "full": None}
    assert module.Loose.Meta.namespace == "http://example.org/loose/"
    stamp = dataclasses.fields(module.Stamp)
    assert {f.metadata["namespace"] for f in stamp} == {"http://example.org/zoo/"}
    lock = (zoo / "zoo_schemas" / "codegen.lock.json").read_text()
    assert all(f'"{name}"' in lock for name in ("schemas.wsdl", "parts.xsd", "common.xsd"))


def test_soap_11_only_with_header_fault_overload_and_one_way(zoo: Path) -> None:
    ops = operations("soap11_only")
    assert [wire.name for o in ops.values() for wire in o.wires] == ["SOAP11"] * 3
    assert [(o.request, o.response, o.soap_action) for o in ops.values()] == [
        ("Find", "FindResponse", "urn:zoo#Find"),
        ("FindByNumber", "FindResponse", "urn:zoo#FindByNumber"),
        ("Log", "", ""),
    ]
    documented = package("soap11_only").Find.__doc__ or ""
    assert documented.startswith("Finds by name.\n\n    Second line.\n")


def test_types_and_port_types_in_an_imported_file(zoo: Path) -> None:
    operation = operations("split")["getWeather"]
    assert [wire.name for wire in operation.wires] == ["SOAP11", "HTTP_GET"]
    assert operation.result_root == "Report"
    assert list(wire_names(package("split").GetWeather).values()) == ["PlaceIDs", "Unit", "AtUTC"]
    lock = (zoo / "zoo_split" / "codegen.lock.json").read_text()
    assert '"split/abstract.part"' in lock


def test_shapes(zoo: Path) -> None:
    module = package("shapes")
    hints = typing.get_type_hints(module.Shape)
    assert hints["either"] == int | bool | str
    assert hints["dash"] == tuple[str | None, ...]
    assert hints["maybe"] == int | None
    fields = {f.name: f for f in dataclasses.fields(module.Shape)}
    corner = fields["corner"].metadata
    assert (corner["min_inclusive"], corner["max_inclusive"]) == (0, 100)
    assert (corner["min_occurs"], corner["max_occurs"]) == (2, 5)
    assert fields["corner"].default_factory is dataclasses.MISSING
    declared = COMMITTED["shapes"].read_text("utf-8").count('name="as-')
    assert len(dataclasses.fields(module.All)) == declared == 43
    every = {f.name: f.metadata for f in dataclasses.fields(module.All)}
    assert every["as_unsigned_long"]["max_inclusive"] == 2**64 - 1
    assert every["as_negative_integer"]["max_inclusive"] == -1
    assert "min_inclusive" not in every["as_integer"]
    assert every["as_hex_binary"]["format"] == "base16"


def test_hundreds_of_operations(zoo: Path) -> None:
    assert len(operations("many")) == OPERATIONS
    loaded = {name for name in sys.modules if name.startswith("zoo_many.do")}
    last = getattr(package("many"), f"Do{OPERATIONS - 1}")
    assert len({n for n in sys.modules if n.startswith("zoo_many.do")} - loaded) <= 1
    assert last().input is None
