"""Models of WSDLs that the codec never saw: written as xsdata does, or refused by name."""

import dataclasses
import importlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given, settings

from codegen import output, project
from rescind.codec import UnsupportedModelError
from rescind.codec.plan import plan_for
from tests.codec import oracle
from tests.codec.uses import USES
from tests.codec.values import instances

WSDLS = Path(__file__).parents[1] / "data" / "wsdl"
NAMES = sorted(path.stem for path in WSDLS.rglob("*.wsdl"))
PREFIX = "unseen_"


@pytest.fixture(scope="module", autouse=True)
def packages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Generate a package from each WSDL and make it importable."""
    folder = tmp_path_factory.mktemp("unseen")
    for path in WSDLS.rglob("*.wsdl"):
        output.replace(folder / f"{PREFIX}{path.stem}", project.from_wsdl(path))
    sys.path.insert(0, str(folder))
    with oracle.converters():
        yield
    sys.path.remove(str(folder))
    for name in [name for name in sys.modules if name.startswith(PREFIX)]:
        del sys.modules[name]


def models(name: str) -> dict[str, type[Any]]:
    module = importlib.import_module(f"{PREFIX}{name}")
    exported = {one: getattr(module, one) for one in module.__all__ if one != "Operation"}
    return {
        name: cast("type[Any]", one)
        for name, one in exported.items()
        if dataclasses.is_dataclass(one)
    }


def supported(model: type[Any]) -> bool:
    try:
        plan_for(model)
    except UnsupportedModelError:
        return False
    return True


@pytest.mark.parametrize("name", NAMES)
def test_what_the_codec_supports_it_writes_and_reads_as_xsdata_does(name: str) -> None:
    for model in filter(supported, models(name).values()):

        @settings(max_examples=10, deadline=None)
        @given(value=instances(model, agreed=True))
        def agree(value: object) -> None:
            oracle.agree(value)

        agree()


@pytest.mark.parametrize(
    ("wsdl", "model", "reason"),
    [
        ("attributes", "MarkResponse", "count is XML of the kind Attribute"),
        ("attributes", "Text", "id is XML of the kind Attribute"),
        ("dataset", "FetchResponse", "schema has values of type object"),
        ("dataset", "Send_node", "content is XML of the kind Wildcard"),
        ("enums", "Paint", "access is a list inside one element"),
        ("inheritance", "Book", "it extends Product"),
        ("inheritance", "Price", "value is XML of the kind Text"),
        ("reserved", "Py", "on has values of type XmlDate"),
        ("shapes", "Shape", "anything has values of type object"),
        ("shapes", "All", "as_duration has values of type XmlDuration"),
    ],
)
def test_what_it_does_not_support_it_says_at_the_first_use(
    wsdl: str, model: str, reason: str
) -> None:
    cls = models(wsdl)[model]
    expected = f" cannot be sent or read: {reason}, which the codec does not support"

    for use in USES.values():
        with pytest.raises(UnsupportedModelError, match=f"{re.escape(expected)}$"):
            use(cls)


def test_a_model_that_holds_itself_is_supported() -> None:
    assert supported(models("recursion")["BranchType"])
