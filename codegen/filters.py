"""xsdata's template filters with our names, annotations and metadata."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import cast

from xsdata.codegen.models import Attr, AttrType, Class
from xsdata.formats.dataclass.filters import Filters
from xsdata.models.config import GeneratorConfig
from xsdata.models.enums import DataType

from codegen import docstrings, names
from codegen.adjust import Facts, wire_name
from codegen.naming import Naming
from codegen.ranges import bounds

_STANDARD = (
    ("dataclasses", ("dataclass", "field")),
    ("datetime", ("datetime",)),
    ("decimal", ("Decimal",)),
    ("enum", ("Enum", "IntEnum")),
    ("typing", ("Any", "ForwardRef", "Literal")),
    ("xml.etree.ElementTree", ("QName",)),
)
_XSDATA = (("xsdata.models.datatype", ("XmlDate", "XmlDuration", "XmlPeriod", "XmlTime")),)
_CONTRACT = ("Request", "Wire")


class ModelFilters(Filters):
    """Filters of one package.

    Attributes:
        facts: What the data file says.
        naming: Python names of enumeration members.
        bases: The generic base of each request class, by qualified name.
        texts: What a class is, by qualified name, where the contract does not say.
        json_order: Field names in JSON order by class, where XML has another.
        contract_module: Where ``Request`` and ``Wire`` are imported from.
    """

    __slots__ = ("bases", "contract_module", "facts", "json_order", "naming", "texts")

    def __init__(self, config: GeneratorConfig) -> None:
        super().__init__(config)
        self.facts = Facts()
        self.naming = Naming({})
        self.bases: Mapping[str, str] = {}
        self.texts: Mapping[str, str] = {}
        self.json_order: Mapping[str, tuple[str, ...]] = {}
        self.contract_module = "._contract"

    def class_name(self, name: str) -> str:
        """Return the class name for a type."""
        return names.class_name(name)

    def field_name(self, name: str, class_name: str) -> str:
        """Return a field's name as it is; ``codegen.naming`` has made it."""
        return name

    def constant_name(self, name: str, class_name: str) -> str:
        """Return an enumeration member's name."""
        return self.naming.members[class_name, name]

    def module_name(self, name: str) -> str:
        """Return a module's name as it is; ``codegen.layout`` has made it."""
        return name

    def package_name(self, name: str) -> str:
        """Return a package's name as it is."""
        return name

    def class_bases(self, obj: Class, class_name: str) -> list[str]:
        """Return the base classes, a request's generic base first."""
        own = [self.bases[obj.qname]] if obj.qname in self.bases else []
        return [*own, *super().class_bases(obj, class_name)]

    def type_name(self, attr_type: AttrType) -> str:
        """Return a type's name; dates with time are the standard library's."""
        name = super().type_name(attr_type)
        return "datetime" if name == "XmlDateTime" else name

    def field_type(self, obj: Class, attr: Attr) -> str:
        """Return a field's annotation, items that may be nil and unset dates included."""
        annotation = super().field_type(obj, attr)
        if attr.is_list and attr.is_nillable and annotation.startswith("tuple["):
            return f"tuple[None | {annotation.removeprefix('tuple[')}"
        if (obj.name, wire_name(attr)) in self.facts.unset_dates and not annotation.startswith(
            "None"
        ):
            return f"None | {annotation}"
        return annotation

    def field_default_value(self, attr: Attr, ns_map: dict[str, str] | None = None) -> object:
        """Return a field's default, False for none; a list that must be there has none."""
        repeated = attr.is_list or (attr.is_tokens and attr.default is None)
        if repeated and not attr.is_nameless and (attr.restrictions.min_occurs or 0) > 0:
            return False
        if attr.is_dict:
            return "dict[str, str]"
        if attr.default is not None and [t.datatype for t in attr.types] == [DataType.DATE_TIME]:
            return f'datetime.fromisoformat("{attr.default}")'
        value: object = super().field_default_value(attr, ns_map)  # pyright: ignore[reportUnknownMemberType]
        return value

    def field_metadata(
        self, obj: Class, attr: Attr, parent_namespace: str | None
    ) -> dict[str, object]:
        """Return xsdata's metadata, always with the name, ``required`` and an integer's range."""
        made = super().field_metadata(  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
            obj, attr, parent_namespace
        )
        metadata = cast("dict[str, object]", made)
        if not attr.is_nameless:
            metadata["name"] = attr.local_name
        if attr.wrapper:
            metadata.pop("min_occurs", None)
        if not attr.is_nameless and (attr.restrictions.min_occurs or 0) > 0:
            metadata["required"] = True
        for key, bound in zip(("min_inclusive", "max_inclusive"), bounds(attr), strict=True):
            if bound is not None:
                metadata.setdefault(key, bound)
        order = ("wrapper", "name", "type", "namespace", "required")
        return {key: metadata[key] for key in (*order, *metadata) if key in metadata}

    def field_definition(self, obj: Class, attr: Attr, parent_namespace: str | None) -> str:
        """Return the ``field(...)`` call; a secret stays out of ``repr``."""
        definition = super().field_definition(obj, attr, parent_namespace)
        return (
            definition.replace("field(", "field(repr=False, ", 1)
            if self.is_secret(attr)
            else definition
        )

    def is_secret(self, attr: Attr) -> bool:
        """Return whether a field holds a secret."""
        return wire_name(attr) in self.facts.secrets

    def class_docstring(self, obj: Class) -> str:
        """Return a class's docstring."""
        named = f"Type {obj.meta_name or obj.name} of the contract"
        text = obj.help or self.texts.get(obj.qname) or named
        if obj.is_enumeration:
            described = [
                (self.constant_name(a.name, obj.name), a.help or f"{a.default!r}")
                for a in obj.attrs
            ]
        else:
            described = [
                (a.name, self._described(obj, a)) for a in obj.attrs if not a.is_prohibited
            ]
        return docstrings.render(text, described)

    def _described(self, obj: Class, attr: Attr) -> str:
        facts = ", ".join(self._facts(obj, attr))
        return f"{docstrings.sentence(attr.help)} {facts}" if attr.help else facts

    def _facts(self, obj: Class, attr: Attr) -> Iterator[str]:
        labels = [
            f"xs:{t.datatype.code}" if t.datatype else self.class_name(t.alias or t.name)
            for t in attr.types
        ]
        if not attr.is_nameless:
            yield wire_name(attr)
        yield f"{'list of ' if attr.is_list else ''}{' or '.join(dict.fromkeys(labels))}"
        if attr.is_attribute:
            yield "attribute"
        if attr.is_optional and not attr.is_list:
            yield "optional"
        if attr.default:
            yield f"default {attr.default.removeprefix('@enum@').rpartition('::')[2]}"
        if (obj.name, wire_name(attr)) in self.facts.unset_dates:
            yield "None where the service sends a date of year 1"
        if self.is_secret(attr):
            yield "not shown in repr"

    def enum_base(self, obj: Class) -> str:
        """Return the base of an enumeration: those that are numbers in JSON are integers."""
        return "IntEnum" if obj.name in self.facts.numbered else "Enum"

    def default_imports(self, output: str) -> str:
        """Return the library imports a module needs, judged by the names its code uses."""
        future = ["from __future__ import annotations"]
        groups = (future, _import_lines(_STANDARD, output), _import_lines(_XSDATA, output))
        return "\n\n".join("\n".join(group) for group in groups if group)

    def contract_import(self, output: str) -> str:
        """Return the import of what a module uses of ``_contract``, empty for none."""
        return "\n".join(_import_lines(((self.contract_module, _CONTRACT),), output))

    def json_fields(self, obj: Class) -> tuple[str, ...]:
        """Return the field names in JSON order, empty where that is the order of the fields."""
        return self.json_order.get(obj.qname, ())


def _import_lines(group: Iterable[tuple[str, Iterable[str]]], output: str) -> list[str]:
    used = _names(output)
    needed = ((module, [name for name in offered if name in used]) for module, offered in group)
    return [f"from {module} import {', '.join(names)}" for module, names in needed if names]


@lru_cache(maxsize=1)
def _names(output: str) -> frozenset[str]:
    """Return the names that code uses; asked several times in a row for each module."""
    tree = ast.parse(output)
    return frozenset(node.id for node in ast.walk(tree) if isinstance(node, ast.Name))
