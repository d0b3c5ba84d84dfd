"""Decides which class goes into which module.

A request and its answer share one, so that a call loads no other operation's models. Everything
else stands alone, except classes that need each other.
"""

from collections.abc import Mapping, Sequence

from xsdata.codegen.models import Class
from xsdata.utils.graphs import strongly_connected_components

from codegen import names
from codegen.contract import Contract, ContractOperation
from codegen.problems import ContractError

PACKAGE = "models"
"""Stands for the generated package; imports between its modules come out relative."""


def class_of(contract: Contract, operation: ContractOperation, qname: str) -> Class:
    """Return the class of an operation's element.

    Raises:
        ContractError: xsdata made none of it.
    """
    same = [c for c in contract.classes if c.qname == qname or _original(c) == qname]
    elements = [c for c in same if c.is_element] or same
    if not elements:
        raise ContractError(
            contract.source,
            f"operation {operation.name}",
            f"no class was made of the element {qname}",
        )
    return elements[0]


def _original(cls: Class) -> str:
    """Return the qualified name before xsdata renamed the class."""
    namespace, brace, _ = cls.qname.rpartition("}")
    return f"{namespace}{brace}{cls.meta_name or cls.name}"


def assign(contract: Contract, splits: Mapping[str, str]) -> None:
    """Set package and module of every class.

    Args:
        contract: Its classes are changed in place.
        splits: Words of spellings that the naming rule would get wrong.
    """
    order = {cls.qname: n for n, cls in enumerate(contract.classes)}
    requests: dict[str, int] = {}
    edges = {
        cls.qname: sorted(d for d in cls.dependencies(True) if d in order)
        for cls in contract.classes
    }
    for operation in contract.operations:
        request = class_of(contract, operation, operation.request).qname
        requests.setdefault(request, len(requests))
        if operation.response is not None:
            response = class_of(contract, operation, operation.response).qname
            edges[request].append(response)
            edges[response].append(request)
    by_qname = {cls.qname: cls for cls in contract.classes}
    taken: set[str] = set()
    for group in _groups(edges, order):
        first = min(group, key=lambda qname: (requests.get(qname, len(requests)), order[qname]))
        module = names.distinct(names.module_name(by_qname[first].name, splits), taken)
        taken.add(module)
        for qname in group:
            by_qname[qname].package, by_qname[qname].module = PACKAGE, module


def _groups(edges: Mapping[str, list[str]], order: Mapping[str, int]) -> Sequence[list[str]]:
    groups = [
        sorted(group, key=order.__getitem__) for group in strongly_connected_components(dict(edges))
    ]
    return sorted(groups, key=lambda group: order[group[0]])
