"""xsdata's reading of schemas and samples, through the methods it offers for overriding.

No envelope, fault or service classes, no guessing of types from values, no file that was not read
strictly before.
"""

import logging
import sys
import warnings
from collections.abc import Collection, Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from xsdata.codegen.exceptions import CodegenError
from xsdata.codegen.mappers import ElementMapper
from xsdata.codegen.models import Attr, AttrType, Class
from xsdata.codegen.parsers.definitions import DefinitionsParser
from xsdata.codegen.parsers.schema import SchemaParser
from xsdata.codegen.transformer import ResourceTransformer
from xsdata.exceptions import ConverterWarning, ParserError
from xsdata.formats.dataclass.parsers import TreeParser
from xsdata.formats.dataclass.parsers.handlers import XmlEventHandler
from xsdata.logger import logger as xsdata_logger
from xsdata.models.config import GeneratorConfig, OutputFormat, StructureStyle
from xsdata.models.enums import COMMON_SCHEMA_DIR, DataType, Namespace, Tag
from xsdata.models.wsdl import Definitions
from xsdata.models.xsd import Schema
from xsdata.utils.namespaces import build_qname

from codegen import documents, schemas, wsdl
from codegen.contract import Contract, ContractOperation
from codegen.datafile import Enumeration, Section
from codegen.problems import ContractError
from codegen.samples import Sample
from codegen.samples import load as load_sample

if TYPE_CHECKING:
    from xsdata.formats.dataclass.models.generics import AnyElement

_HARMLESS = ("Reset absent type: schema", "Unassigned parsed object", "Converting child field")
"""Warnings that do not change what a type says: the schema in a DataSet, elements of other
languages, a restriction of a list to one item."""

_XML_SCHEMA = COMMON_SCHEMA_DIR.joinpath("xml.xsd").as_uri()
_UNBOUNDED = sys.maxsize
_NATIVE = {bool: DataType.BOOLEAN, int: DataType.INT, float: DataType.DOUBLE, str: DataType.STRING}


def config() -> GeneratorConfig:
    """Return xsdata's configuration for all our output."""
    made = GeneratorConfig.create()
    made.output.package = "models"
    made.output.structure_style = StructureStyle.CLUSTERS
    made.output.relative_imports = True
    made.output.max_line_length = 100
    made.output.unnest_classes = True
    made.output.format = OutputFormat(value="dataclasses", frozen=True, slots=True)
    return made


def read_wsdl(path: Path) -> tuple[Contract, tuple[documents.Document, ...]]:
    """Read a WSDL.

    Args:
        path: The file.

    Returns:
        Its contract, and the files it was read from.

    Raises:
        ContractError: What is wrong with it, by file and line.
    """
    files = documents.load(path)
    service = wsdl.read(files)
    unused = schemas.unused(files, service)
    schemas.check(files, unused)
    reader = _SchemaReader(files, unused)
    with _no_guesses(str(path)):
        reader.process_definitions([files[0].uri])
        classes = reader.analyze_classes(reader.classes)
    for cls in classes:
        _open_data_sets(cls)
    operations = [
        ContractOperation(
            name=o.name,
            documentation=o.documentation,
            request=o.request,
            response=o.response,
            wires=o.wires,
            namespace=o.request[1:].partition("}")[0] if o.request.startswith("{") else "",
            soap_action=o.soap_action,
            path=o.path,
            result_root=o.result_root,
        )
        for o in service.operations
    ]
    return Contract(path.name, operations, classes), files


def read_samples(folder: Path, section: Section) -> tuple[Contract, tuple[Path, ...]]:
    """Read the sample pairs that a section's routes name.

    Args:
        folder: Where the samples are.
        section: The data file's entries for this package.

    Returns:
        The contract, and the files it was read from.

    Raises:
        ContractError: Samples that cannot be read or disagree.
    """
    roots = list(
        dict.fromkeys(root for route in section.rest for root in (route.request, route.response))
    )
    samples = [load_sample(folder, root, section) for root in roots]
    reader = _SampleReader(samples, section)
    reader.process_xml_documents([sample.uri for sample in samples])
    classes = reader.analyze_classes(reader.classes)
    operations = [
        ContractOperation(
            name=f"{route.method} {route.path}",
            documentation=route.description,
            request=route.request,
            response=route.response,
            wires=("JSON", "XML"),
            method=route.method,
            path=route.path,
        )
        for route in section.rest
    ]
    json_order = {owner: order for s in samples for owner, order in s.json_order.items()}
    files = tuple(folder / f"{root}.{suffix}" for root in roots for suffix in ("json", "xml"))
    return Contract("the documented samples", operations, classes, json_order), files


@contextmanager
def _no_guesses(file: str) -> Generator[None]:
    """Refuse what xsdata refuses, and what it warns about: there it went on with a guess."""
    with _Warnings() as told, warnings.catch_warnings():
        warnings.simplefilter("error", ConverterWarning)
        try:
            yield
        except (CodegenError, ConverterWarning, ParserError) as error:
            raise ContractError(file, "schema", f"xsdata: {error}") from None
    if told.messages:
        raise ContractError(file, "schema", f"xsdata: {told.messages[0]}")


class _Warnings(logging.Handler):
    """Collects xsdata's warnings."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if not message.startswith(_HARMLESS):
            self.messages.append(message)

    def __enter__(self) -> "_Warnings":
        xsdata_logger.addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        xsdata_logger.removeHandler(self)


def _open_data_sets(cls: Class) -> None:
    """Make the schema inside a .NET DataSet an open element; xsdata would have text."""
    for attr in cls.attrs:
        if attr.namespace == Namespace.XS.uri and attr.local_name == "schema":
            attr.types = [AttrType(qname=str(DataType.ANY_TYPE), native=True)]


class _SchemaReader(ResourceTransformer):
    """Classes from the schemas of a WSDL."""

    __slots__ = ("dropped", "files")

    def __init__(self, files: Sequence[documents.Document], dropped: Collection[str]) -> None:
        super().__init__(config())
        self.files = {document.uri: document for document in files}
        self.dropped = dropped

    def load_resource(self, uri: str) -> bytes | None:
        """Return the bytes that were checked, or xsdata's own copy of ``xml.xsd``; nothing else."""
        if uri in self.processed:
            return None
        self.processed.append(uri)
        if uri == _XML_SCHEMA:
            return COMMON_SCHEMA_DIR.joinpath("xml.xsd").read_bytes()
        document = self.files.get(uri)
        return document.data if document else None

    def parse_definitions(self, uri: str, namespace: str | None) -> Definitions | None:
        """Read a WSDL with the strict handler; drop what only HttpGet and HttpPost use."""
        data = self.load_resource(uri)
        if data is None:
            return None
        parser = DefinitionsParser(
            target_namespace=namespace, location=uri, handler=XmlEventHandler
        )
        definitions = parser.from_bytes(data, Definitions)
        for schema in definitions.schemas:
            self._prune(schema)
        for imported in definitions.imports:
            self._import(definitions, imported.location or "")
        return definitions

    def _import(self, definitions: Definitions, uri: str) -> None:
        document = self.files.get(uri)
        if document is None:
            return
        if document.root.namespace == documents.XSD:
            self.process_schema(uri)
        elif imported := self.parse_definitions(uri, definitions.target_namespace):
            definitions.merge(imported)

    def parse_schema(self, uri: str, namespace: str | None) -> Schema | None:
        """Read a schema with the strict handler."""
        data = self.load_resource(uri)
        if data is None:
            return None
        parser = SchemaParser(target_namespace=namespace, location=uri, handler=XmlEventHandler)
        schema = parser.from_bytes(data, Schema)
        self._prune(schema)
        return schema

    def generate_classes(self, schema: Schema) -> list[Class]:
        """Make xsdata's classes, with names that it does not take for one another."""
        classes = super().generate_classes(schema)
        for cls in classes:
            _tell_apart(cls)
        return classes

    def convert_definitions(self, definitions: Definitions) -> None:
        """Make no classes of bindings; ``codegen.wsdl`` has read the operations."""

    def _prune(self, schema: Schema) -> None:
        def kept(name: str | None) -> bool:
            return build_qname(schema.target_namespace, name) not in self.dropped

        schema.elements = [e for e in schema.elements if kept(e.name)]
        schema.complex_types = [t for t in schema.complex_types if kept(t.name)]
        schema.simple_types = [t for t in schema.simple_types if kept(t.name)]


def _tell_apart(cls: Class) -> None:
    """Rename a class's fields so that no two differ in case or punctuation only.

    xsdata would drop ``ThingId`` of a derived type as a repetition of ``ThingID`` of its base. The
    name on the wire stays in ``local_name``; ``codegen.naming`` makes the Python name from that.
    """
    for attr in cls.attrs:
        if not attr.is_nameless and attr.namespace != Namespace.XSI.uri:
            attr.name = f"{attr.name}x{attr.local_name.encode().hex()}"
    for inner in cls.inner:
        _tell_apart(inner)


class _TextElements(ElementMapper):
    """xsdata guesses a type from a value; an XML sample only proves text."""

    @classmethod
    def build_attr_type(cls, qname: str, value: object) -> AttrType:
        """Return the text type."""
        return _native(str)


class _SampleReader(ResourceTransformer):
    """Classes from sample pairs."""

    __slots__ = ("samples", "section", "type_names")

    def __init__(self, samples: Iterable[Sample], section: Section) -> None:
        super().__init__(config())
        self.samples = {sample.uri: sample for sample in samples}
        self.section = section
        self.type_names: Mapping[str, str] = {e.element: e.type for e in section.type_name}

    def process_xml_documents(self, uris: list[str]) -> None:
        """Make the classes of each sample, typed by its JSON side."""
        made: dict[str, Class] = {}
        for uri in uris:
            sample = self.samples[uri]
            tree: AnyElement = TreeParser(handler=XmlEventHandler).from_bytes(sample.xml)
            wrappers = {name.rpartition(".")[2] for name in sample.lists}
            for cls in _TextElements.map(tree, uri):
                if cls.name not in wrappers:
                    self._add(made, cls, sample)
        self._check_type_names(made)
        self._use_enumerations(made)
        self.classes.extend(_enumeration(enum) for enum in self.section.enum)
        self.classes.extend(made.values())

    def _add(self, made: dict[str, Class], cls: Class, sample: Sample) -> None:
        cls.qname = self.type_names.get(cls.qname, cls.qname)
        for attr_type in cls.types():
            attr_type.qname = self.type_names.get(attr_type.qname, attr_type.qname)
        for attr in cls.attrs:
            where = f"{cls.name}.{attr.name}"
            if where in sample.lists:
                attr.wrapper, attr.local_name = attr.name, sample.lists[where]
                attr.types = [_native(str)]
                attr.restrictions.max_occurs = _UNBOUNDED
            elif where in sample.types:
                attr.types = [_native(sample.types[where])]
        same = made.setdefault(cls.name, cls)
        if _shape(same) != _shape(cls):
            what = "the samples have two different elements of this name"
            raise ContractError(f"{sample.root}.xml", cls.name, what)

    def _check_type_names(self, made: Mapping[str, Class]) -> None:
        for entry in self.section.type_name:
            if entry.type not in made:
                what = f"no sample has an element {entry.element} with children"
                raise self.section.refuse(entry, what)

    def _use_enumerations(self, made: Mapping[str, Class]) -> None:
        attrs = {f"{cls.name}.{attr.name}": attr for cls in made.values() for attr in cls.attrs}
        for enum in self.section.enum:
            for element in enum.elements:
                if element not in attrs:
                    raise self.section.refuse(enum, f"no sample has {element}")
                attrs[element].types = [AttrType(qname=enum.name), _native(int)]


def _native(kind: type) -> AttrType:
    return AttrType(qname=str(_NATIVE[kind]), native=True)


def _shape(cls: Class) -> list[tuple[str, str | None, list[str]]]:
    return [(a.name, a.wrapper, [t.qname for t in a.types]) for a in cls.attrs]


def _enumeration(enum: Enumeration) -> Class:
    members = [
        Attr(
            tag=Tag.ENUMERATION,
            name=member.name,
            default=str(member.number),
            types=[_native(int)],
            help=f"{member.basis}. {member.reason}",
        )
        for member in enum.members
    ]
    return Class(
        qname=enum.name,
        tag=Tag.SIMPLE_TYPE,
        location=enum.place,
        help=enum.description,
        attrs=members,
    )
