"""What was read from the inputs of one package, before the data file is applied."""

from collections.abc import Iterable, Mapping, Sequence

from attrs import field, frozen
from xsdata.codegen.models import Class

from codegen.problems import ContractError


@frozen
class ContractOperation:
    """One operation of a contract.

    Attributes:
        name: WSDL name, or REST method and path.
        documentation: One line in the contract's words.
        request: Qualified name of the request's element.
        response: Qualified name of the answer's element, None where there is none.
        wires: Members of the generated ``Wire``, the default first.
        namespace: Target namespace of the request's element.
        soap_action: Unquoted.
        method: REST only.
        path: REST path, or location of the HttpGet and HttpPost forms.
        result_root: Root element of the answer to those two.
    """

    name: str
    documentation: str
    request: str
    response: str | None
    wires: tuple[str, ...]
    namespace: str = ""
    soap_action: str = ""
    method: str = ""
    path: str = ""
    result_root: str | None = None


@frozen
class Contract:
    """Operations and the classes of their data.

    Attributes:
        source: Name of the main input, for the generated files.
        operations: In the contract's order.
        classes: xsdata's classes, resolved.
        json_order: Element names in JSON order by type, where XML has another.
    """

    source: str
    operations: Sequence[ContractOperation]
    classes: Sequence[Class]
    json_order: Mapping[str, tuple[str, ...]] = field(factory=dict[str, tuple[str, ...]])
    _elements: dict[str, Class] = field(factory=dict[str, Class], init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        self._elements.update(_by_element(self.classes))

    def class_of(self, element: str) -> Class:
        """Return the class of a global element.

        Args:
            element: Its qualified name.

        Raises:
            ContractError: xsdata made no class of it.
        """
        if element not in self._elements:
            raise ContractError(self.source, element, "no class was made of this element")
        return self._elements[element]


def _by_element(classes: Iterable[Class]) -> Iterable[tuple[str, Class]]:
    """Yield classes by their names before any renaming by xsdata; elements last, so they win."""
    for cls in sorted(classes, key=lambda c: c.is_element):
        namespace, brace, name = cls.qname.rpartition("}")
        yield f"{namespace}{brace}{cls.meta_name or name}", cls
