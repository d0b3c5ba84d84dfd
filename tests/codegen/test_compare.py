"""Changes that our own contract is unlikely to bring, in sources as the generator writes them."""

import pytest

from codegen import changes, surface

A = """
    "A": Operation(name="A", request="A", response="AResponse", wires=(Wire.SOAP11, Wire.HTTP_GET),
                   result_root="int", secret_fields=("key",)),"""
B = """
    "B": Operation(name="B", request="B", response="BResponse", wires=(Wire.SOAP11,)),"""
OPERATIONS = f"OPERATIONS: Final[Mapping[str, Operation]] = {{{A}{B}\n}}\n"
MODELS = """
class A(Request["AResponse", Literal[Wire.SOAP11]]):
    a: None | int = field(default=None, metadata={"name": "A", "min_inclusive": 0})
    key: None | str = field(repr=False, default=None, metadata={"name": "Key"})

class AResponse(Base):
    a: None | int = field(default=None, metadata={"wrapper": "As", "name": "A"})

class Base:
    b: int = field(metadata={"name": "B", "choices": ({"type": Base},)})

class Colour(Enum):
    RED = "red"

class Unused:
    u: int = field(metadata={"name": "U"})
"""


def compared(old: str, new: str) -> list[tuple[bool, str]]:
    """Compare the sources above with themselves after one replacement."""
    text = MODELS + OPERATIONS
    assert text.count(old) == 1
    sides = [
        surface.read({"p/_operations.py": t.encode(), "p/models.py": t.encode(), "p/x.wsdl": b"<"})
        for t in (text, text.replace(old, new))
    ]
    return [(change.breaking, change.words) for change in changes.compare(*sides)]


@pytest.mark.parametrize(
    ("old", "new", "breaking", "words"),
    [
        (
            "class AResponse(Base)",
            "class AResponse",
            True,
            "class AResponse derives from nothing (was Base)",
        ),
        ("b: int = field(", "b: None | int = field(", True, "Base.b may now be None"),
        (
            '    a: None | int = field(default=None, metadata={"name"',
            '    a: int = field(default=None, metadata={"name"',
            True,
            "A.a is never None any more",
        ),
        ("u: int = field(", "u: None | int = field(", False, "Unused.u may now be None"),
        (
            '"min_inclusive": 0',
            '"min_inclusive": 1',
            True,
            "A.a is between 1 and any (was between 0 and any)",
        ),
        (
            '"wrapper": "As"',
            '"wrapper": "All"',
            False,
            "AResponse.a is All/A on the wire (was As/A)",
        ),
        ("repr=False, ", "", True, "A.key is shown in repr"),
        ('RED = "red"', 'BLUE = "blue"', True, "Colour.RED is gone"),
        ('RED = "red"', 'RED = "red"\n    BLUE = "blue"', False, "Colour.BLUE = 'blue' is new"),
        ('RED = "red"', 'RED = "rot"', True, "Colour.RED is 'rot' (was 'red')"),
        ("class Unused", "class Used", True, "class Unused is gone"),
        (
            'result_root="int"',
            'result_root="long"',
            False,
            "operation A answers GET and POST with the root element long (was int)",
        ),
        (
            'response="BResponse"',
            'response="AResponse"',
            True,
            "operation B answers with AResponse (was BResponse)",
        ),
        (
            "(Wire.SOAP11,)",
            "(Wire.SOAP12, Wire.SOAP11)",
            False,
            "operation B goes over SOAP12 by default (was SOAP11)",
        ),
        (", Wire.HTTP_GET)", ",)", True, "operation A is no longer offered over HTTP_GET"),
        ('secret_fields=("key",)', "", False, "operation A holds secrets in nothing (was key)"),
    ],
)
def test_a_change(old: str, new: str, breaking: bool, words: str) -> None:
    assert (breaking, f"p: {words}") in compared(old, new)


def test_breaking_changes_come_first() -> None:
    found = [changes.Change(b, w) for b, w in ((False, "one"), (True, "two"), (False, "three"))]
    assert changes.report(found).splitlines() == [
        "Breaking for callers:",
        "  two",
        "Other changes:",
        "  one",
        "  three",
    ]


def test_operations_in_another_order() -> None:
    assert compared(A + B, B + A) == [(False, "p: the operations are in another order")]
