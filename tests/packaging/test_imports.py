"""What is loaded when, in a fresh interpreter each: every module costs whoever starts a process."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Set
from pathlib import Path

import pytest

import rescind
import rescind_models
import rescind_models.phone_notify
import rescind_models.sms

ROOT = Path(__file__).parent.parent.parent
SRC = ROOT / "src" / "rescind"

HOMES: dict[str, str] = vars(rescind)["_HOMES"]

NEVER = {"xsdata", "lxml", "starlette", "uvicorn", "zeep", "trio"}

CODEC_OF_PHONE_NOTIFY = """
from rescind.codec import decode_xml, encode_xml
from rescind_models.phone_notify import CancelNotifyByReferenceID
from rescind_models.phone_notify import CancelNotifyByReferenceIDResponse
request = CancelNotifyByReferenceID(reference_id="a", license_key="k")
assert "<ReferenceID>a</ReferenceID>" in encode_xml(request)
answer = (
    b'<CancelNotifyByReferenceIDResponse xmlns="https://ws.esendex.us/NotifyWS/">'
    b"<CancelNotifyByReferenceIDResult>3</CancelNotifyByReferenceIDResult>"
    b"</CancelNotifyByReferenceIDResponse>"
)
found = decode_xml(CancelNotifyByReferenceIDResponse, answer)
assert found.cancel_notify_by_reference_id_result == 3
"""

CODEC_OF_SMS = """
from rescind.codec import decode_json, encode_json
from rescind_models.sms import DeletePendingRecurringMessagesRequest
from rescind_models.sms import ResponseOfDeletePendingMessagesResponse
request = DeletePendingRecurringMessagesRequest(all=False, message_ids=("a",), type_=1)
assert encode_json(request) == b'{"All": false, "MessageIDs": ["a"], "Type": 1}'
found = decode_json(ResponseOfDeletePendingMessagesResponse, b'{"ResponseData":{"Result":"OK"}}')
assert found.response_data.result == "OK"
"""

# A whole call through the client, answered in process.
CALL = """
import asyncio
import rescind

class Answering:
    def hides_query(self, base_url):
        return True

    async def send(self, base_url, request, limits):
        return rescind.WireReply(200, (("content-type", "text/xml"),), BODY)

    async def aclose(self):
        pass

async def call():
    async with rescind.Client(license_key="k", transport=Answering()) as client:
        DO

asyncio.run(call())
"""
CANCEL = CALL.replace(
    "BODY", """b'<int xmlns="https://ws.esendex.us/NotifyWS/">3</int>'"""
).replace(
    "DO",
    "outcome = await client.phone_notify.cancel_notify_by_reference_id("
    '"a", wire=rescind.Wire.HTTP_POST)\n'
    "        assert outcome.cancelled == 3",
)


def loaded_by(code: str) -> Set[str]:
    """The modules that are loaded after running the code, and were not before."""
    script = (
        "import json, sys\nbefore = set(sys.modules)\n"
        f"{code}\nprint(json.dumps(sorted(set(sys.modules) - before)))"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    names: list[str] = json.loads(done.stdout.splitlines()[-1])
    return set(names)


def packages(modules: Iterable[str]) -> Set[str]:
    return {module.partition(".")[0] for module in modules}


def models(modules: Iterable[str]) -> Set[str]:
    """The modules that hold models; `_operations` and `_contract` hold none."""
    return {
        module
        for module in modules
        if module.startswith("rescind_models.")
        and module.count(".") == 2
        and not module.rpartition(".")[2].startswith("_")
    }


def test_importing_rescind() -> None:
    modules = loaded_by("import rescind")
    ours = {module for module in modules if module.startswith("rescind")}
    assert ours == {"rescind", "rescind._version"}
    assert not packages(modules) & {*NEVER, "httpx", "attrs", "attr", "anyio", "asyncio", "ssl"}


def test_importing_the_client() -> None:
    modules = loaded_by("from rescind import Client; Client(license_key='k')")
    assert not packages(modules) & NEVER
    assert not {module for module in modules if module.startswith("rescind.sandbox")}
    assert not modules & {"rescind.__main__", "rescind.pytest_plugin", "argparse", "pytest"}
    assert models(modules) == set()


def test_importing_the_models() -> None:
    modules = loaded_by(
        "import rescind_models, rescind_models.phone_notify, rescind_models.sms\n"
        "import rescind_models.phone_notify._operations, rescind_models.sms._operations"
    )
    assert models(modules) == set()
    assert not packages(modules) & {*NEVER, "httpx", "rescind", "attrs", "attr"}


def test_one_request_and_its_answer() -> None:
    modules = loaded_by(CODEC_OF_PHONE_NOTIFY)
    assert models(modules) == {"rescind_models.phone_notify.cancel_notify_by_reference_id"}
    assert not packages(modules) & {*NEVER, "httpx", "httpcore", "anyio", "aiohttp"}


def test_one_delete_and_its_answer() -> None:
    modules = loaded_by(CODEC_OF_SMS)
    assert {module for module in models(modules) if ".phone_notify." in module} == set()
    assert "rescind_models.phone_notify" not in modules
    assert not packages(modules) & {*NEVER, "httpx", "httpcore", "anyio", "aiohttp"}


def test_a_call_loads_its_own_models_and_no_others() -> None:
    modules = loaded_by(CANCEL)
    assert models(modules) == {"rescind_models.phone_notify.cancel_notify_by_reference_id"}
    assert not packages(modules) & NEVER


def test_the_models_alone_need_no_third_party() -> None:
    """They are dataclasses: whoever imports one needs nothing but the standard library."""
    modules = loaded_by("from rescind_models.phone_notify import AdvancedNotifyRequest")
    beyond = packages(modules) - set(sys.stdlib_module_names) - {"rescind_models"}
    assert beyond == set()


# --- names ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "module",
    [rescind, rescind_models, rescind_models.phone_notify, rescind_models.sms],
    ids=lambda module: str(module.__name__),
)
def test_what_a_package_says_it_has(module: object) -> None:
    names: list[str] = vars(module)["__all__"]
    assert len(set(names)) == len(names)
    assert set(names) <= set(dir(module))
    for name in names:
        assert getattr(module, name) is getattr(module, name)
    with pytest.raises(AttributeError, match=r"has no attribute 'Nothing'"):
        _ = module.Nothing  # type: ignore[attr-defined]


def test_the_names_of_rescind() -> None:
    names = rescind.__all__
    assert names == sorted(names)
    assert [*dir(rescind)] == names
    assert set(names) == {*HOMES, "__version__"}
    script = "from rescind import *\nassert Client is __import__('rescind').Client"
    assert "rescind.client" in loaded_by(script)


def test_each_name_comes_from_its_home_and_type_checkers_know_the_same() -> None:
    tree = ast.parse((SRC / "__init__.py").read_text("utf-8"))
    for_checkers = {
        alias.name: node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module != "rescind"
        for alias in node.names
        if alias.asname == alias.name
    }
    assert for_checkers == HOMES


def test_the_version() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+([ab]\d+|rc\d+|\.dev\d+)?", rescind.__version__)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    source = ROOT / project["tool"]["hatch"]["version"]["path"]
    assert f'__version__ = "{rescind.__version__}"' in source.read_text("utf-8")


def test_type_checkers_are_told_that_there_are_types() -> None:
    for package in (rescind, rescind_models):
        assert (Path(package.__path__[0]) / "py.typed").is_file()


def test_every_error_and_event_has_a_public_name() -> None:
    from rescind import errors, events

    for home in (errors, events):
        own = {
            name
            for name, value in vars(home).items()
            if isinstance(value, type) and value.__module__ == home.__name__
        }
        assert {name for name in own if not name.startswith("_")} <= set(rescind.__all__)


# --- sources ----------------------------------------------------------------------------------


def imports_of(file: Path) -> Set[str]:
    """Every top-level package that a source file imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


def sources() -> dict[str, Set[str]]:
    return {
        file.relative_to(SRC).as_posix(): imports_of(file) for file in sorted(SRC.rglob("*.py"))
    }


def test_no_source_imports_xsdata() -> None:
    found = sources()
    assert "client.py" in found
    assert [name for name, imported in found.items() if "xsdata" in imported] == []


def test_httpx_is_imported_in_three_files_at_most() -> None:
    users = [
        name
        for name, imported in sources().items()
        if "httpx" in imported and not name.startswith("sandbox/")
    ]
    assert 0 < len(users) <= 3
    assert {name.partition("/")[0] for name in users} == {"transport"}


def test_the_sandbox_shares_neither_codec_nor_wires_with_the_client() -> None:
    shared: list[str] = []
    for file in sorted((SRC / "sandbox").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            names: list[str] = []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
            elif isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            shared += [
                f"{file.name}: {name}"
                for name in names
                if name.startswith(("rescind.codec", "rescind.wires"))
                and name != "rescind.wires.message"
            ]
    assert shared == []
