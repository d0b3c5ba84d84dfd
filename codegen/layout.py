"""Decides which class goes into which module.

A request and its answer share one, so that a call loads no other operation's models. Everything
else stands alone, except classes that need each other.
"""

from collections.abc import Mapping, Sequence

from xsdata.utils.graphs import strongly_connected_components

from codegen import names
from codegen.contract import Contract

PACKAGE = "models"
"""Stands for the generated package; imports between its modules come out relative."""


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
        request = contract.class_of(operation.request).qname
        requests.setdefault(request, len(requests))
        if operation.response is not None:
            response = contract.class_of(operation.response).qname
            edges[request].append(response)
            edges[response].append(request)
    by_qname = {cls.qname: cls for cls in contract.classes}
    taken = {names.class_name(cls.name) for cls in contract.classes}
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
