"""Source text of one package of models: xsdata's generator with our filters and templates."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import cast

from attrs import field, frozen
from xsdata.codegen.models import Class
from xsdata.codegen.resolver import DependenciesResolver
from xsdata.formats.dataclass.filters import Filters
from xsdata.formats.dataclass.generator import DataclassGenerator
from xsdata.models.config import GeneratorConfig

from codegen import adjust, layout, naming
from codegen.adjust import Facts, wire_name
from codegen.contract import Contract, ContractOperation
from codegen.datafile import Section
from codegen.filters import ModelFilters
from codegen.names import class_name
from codegen.problems import ContractError
from codegen.reader import config

_TEMPLATES = Path(__file__).parent / "templates"

EXPORTED = ("Operation", "Request", "Wire")
"""What a top package gives on from ``_contract``."""


@frozen
class RenderedOperation:
    """The values of one generated ``Operation``."""

    name: str
    request: str
    response: str
    wires: tuple[str, ...]
    others: Mapping[str, object] = field(factory=dict[str, object])

    def details(self) -> list[tuple[str, object]]:
        """Return the arguments that differ from their defaults."""
        return [
            (key, value) for key, value in self.others.items() if value not in ("", None, (), False)
        ]


def package(
    contract: Contract, section: Section, *, contract_module: str, exported: Sequence[str] = ()
) -> dict[str, str]:
    """Render the modules of one package.

    Args:
        contract: As read; its classes are changed.
        section: The data file's entries for it.
        contract_module: Where the modules import ``Request``, ``Wire`` and ``Operation`` from.
        exported: Names that the package gives on from its own ``_contract``.

    Returns:
        Source texts by file name, not formatted.

    Raises:
        ContractError: An entry of the data file matches nothing, or two classes want one name.
    """
    facts = adjust.apply(contract, section)
    given = naming.apply(contract.classes, facts.splits)
    layout.assign(contract, facts.splits)
    _check_class_names(contract)
    generator = _Generator(config())
    generator.prepare(contract, facts, given, contract_module)
    return {
        **generator.modules(contract.classes),
        "__init__.py": generator.package_source(contract, exported),
        "_operations.py": generator.operations_source(contract, facts, contract_module),
    }


def contract_source() -> str:
    """Return the source of ``_contract.py``."""
    return (_TEMPLATES / "contract.jinja2").read_text("utf-8")


def _check_class_names(contract: Contract) -> None:
    seen: dict[str, str] = {}
    for cls in contract.classes:
        name = class_name(cls.name)
        if name in seen:
            raise ContractError(
                contract.source, f"type {cls.name}", f"has the same class name as {seen[name]}"
            )
        seen[name] = cls.name


class _Generator(DataclassGenerator):
    """xsdata's generator, asked for single modules; its own writer imports what it has written."""

    __slots__ = ()

    filters: ModelFilters

    @classmethod
    def get_template_paths(cls) -> list[str]:
        return [str(_TEMPLATES), *super().get_template_paths()]

    @classmethod
    def init_filters(cls, config: GeneratorConfig) -> Filters:
        return ModelFilters(config)

    def prepare(
        self, contract: Contract, facts: Facts, given: naming.Naming, contract_module: str
    ) -> None:
        filters = self.filters
        filters.facts, filters.naming, filters.contract_module = facts, given, contract_module
        filters.bases = dict(_bases(contract))
        filters.texts = dict(_texts(contract))
        filters.json_order = dict(_json_order(contract))
        self.env.globals["source"] = contract.source  # pyright: ignore[reportArgumentType]
        cast("dict[str, object]", self.env.filters).update(
            class_docstring=filters.class_docstring,
            contract_import=filters.contract_import,
            enum_base=filters.enum_base,
            json_fields=filters.json_fields,
            literal=_literal,
        )

    def modules(self, classes: Sequence[Class]) -> dict[str, str]:
        resolver = DependenciesResolver(registry={cls.qname: cls.target_module for cls in classes})
        grouped: dict[str, list[Class]] = {}
        for cls in classes:
            grouped.setdefault(cls.module or "", []).append(cls)
        return {
            f"{module}.py": self.render_module(resolver, group) for module, group in grouped.items()
        }

    def package_source(self, contract: Contract, exported: Sequence[str]) -> str:
        classes = sorted((class_name(cls.name), cls.module) for cls in contract.classes)
        return self.env.get_template("package.jinja2").render(classes=classes, exported=exported)

    def operations_source(self, contract: Contract, facts: Facts, contract_module: str) -> str:
        by_qname = {cls.qname: cls for cls in contract.classes}
        holders = {qname: by_qname[qname] for qname in sorted(_holders(by_qname, facts))}
        operations = [_operation(contract, facts, o, holders) for o in contract.operations]
        return self.env.get_template("operations.jinja2").render(
            operations=operations, contract_module=contract_module
        )


def _literal(value: object) -> str:
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, tuple):
        items = cast("tuple[object, ...]", value)
        return f"({', '.join(map(_literal, items))}{',' if len(items) == 1 else ''})"
    return repr(value)


def _bases(contract: Contract) -> Iterator[tuple[str, str]]:
    by_request: dict[str, list[ContractOperation]] = {}
    for operation in contract.operations:
        request = contract.class_of(operation.request).qname
        by_request.setdefault(request, []).append(operation)
    for request, operations in by_request.items():
        answers = dict.fromkeys(_answer(contract, o) or "None" for o in operations)
        wires = dict.fromkeys(f"Wire.{wire}" for o in operations for wire in o.wires)
        yield request, f'Request["{" | ".join(answers)}", Literal[{", ".join(wires)}]]'


def _answer(contract: Contract, operation: ContractOperation) -> str:
    if operation.response is None:
        return ""
    return class_name(contract.class_of(operation.response).name)


def _texts(contract: Contract) -> Iterator[tuple[str, str]]:
    answers: dict[str, list[str]] = {}
    requests: dict[str, list[str]] = {}
    for operation in contract.operations:
        request = contract.class_of(operation.request).qname
        requests.setdefault(request, []).append(
            operation.documentation or f"Request of {operation.name}."
        )
        if operation.response is not None:
            response = contract.class_of(operation.response).qname
            answers.setdefault(response, []).append(operation.name)
    for response, names in answers.items():
        yield response, f"Answer to {', '.join(names)}."
    for request, texts in requests.items():
        yield request, " ".join(dict.fromkeys(texts))


def _json_order(contract: Contract) -> Iterator[tuple[str, tuple[str, ...]]]:
    for cls in contract.classes:
        if order := contract.json_order.get(cls.name):
            fields = {wire_name(attr): attr.name for attr in cls.attrs}
            yield cls.qname, tuple(fields[name] for name in order)


def _operation(
    contract: Contract, facts: Facts, operation: ContractOperation, holders: Mapping[str, Class]
) -> RenderedOperation:
    request = contract.class_of(operation.request)
    fields = {wire_name(attr): attr.name for attr in request.attrs}
    return RenderedOperation(
        name=operation.name,
        request=class_name(request.name),
        response=_answer(contract, operation),
        wires=operation.wires,
        others={
            "namespace": operation.namespace,
            "soap_action": operation.soap_action,
            "method": operation.method,
            "path": operation.path,
            "result_root": operation.result_root,
            "secret_fields": tuple(_secrets(holders, facts, request, ())),
            "repeatable": operation.name in facts.repeatable,
            "not_repeatable_with": tuple(
                fields[name] for name in facts.repeatable.get(operation.name, ())
            ),
        },
    )


def _holders(by_qname: Mapping[str, Class], facts: Facts) -> frozenset[str]:
    """Return the classes that hold a secret, themselves or in what they hold."""
    holders = {
        qname
        for qname, cls in by_qname.items()
        if any(wire_name(attr) in facts.secrets for attr in cls.attrs)
    }
    found = holders
    while found:
        found = {
            qname
            for qname, cls in by_qname.items()
            if qname not in holders and any(t.qname in holders for t in cls.types())
        }
        holders |= found
    return frozenset(holders)


def _secrets(
    by_qname: Mapping[str, Class], facts: Facts, cls: Class, above: tuple[Class, ...]
) -> Iterator[str]:
    """Yield the attribute paths to secrets in a class and in what it holds.

    Args:
        by_qname: The classes worth entering: those that hold a secret.
        facts: What the data file says.
        cls: Where to look.
        above: The classes that hold this one; a class inside itself is not entered again.
    """
    for base in cls.extensions:
        if base.type.qname in by_qname:
            yield from _secrets(by_qname, facts, by_qname[base.type.qname], above)
    for attr in cls.attrs:
        if wire_name(attr) in facts.secrets:
            yield attr.name
        for attr_type in attr.types:
            held = by_qname.get(attr_type.qname)
            if held is not None and not any(held is c for c in (cls, *above)):
                inside = _secrets(by_qname, facts, held, (*above, cls))
                yield from (f"{attr.name}.{path}" for path in inside)
