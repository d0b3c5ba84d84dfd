"""The sandbox shares nothing with the client, or each would prove the other's mistakes."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src" / "rescind" / "sandbox"

# What it may import beside the standard library and itself.
ALLOWED = {"anyio", "attrs", "starlette", "uvicorn"}

# Runs the sandbox with `rescind` as an empty package, where nothing of the client can be imported.
ALONE = """
import importlib.abc, pathlib, sys, types

source = pathlib.Path(sys.argv[1])
package = types.ModuleType("rescind")
package.__path__ = [str(source.parent)]
sys.modules["rescind"] = package


class Guard(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        banned = ("httpx", "xsdata", "rescind_models.phone_notify", "rescind_models.sms")
        own = name == "rescind.sandbox" or name.startswith("rescind.sandbox.")
        if name.startswith(banned) or (name.startswith("rescind.") and not own):
            raise SystemExit(f"the sandbox imports {name}")
        return None


sys.meta_path.insert(0, Guard())

from rescind.sandbox import Sandbox
from rescind.sandbox.messages import Headers, Request

sandbox = Sandbox()
page = "/NotifyWS/PhoneNotify.asmx"
key = sandbox.license_key
cancel = Request(
    method="GET",
    path=f"{page}/CancelNotifyByReferenceID",
    query=f"ReferenceID=a&LicenseKey={key}",
)
sandbox.add_call("7575559999", reference_id="a")
assert b">1</int>" in sandbox.handle(cancel).body
body = b'{"Type": 0}'
headers = (
    ("Authorization", f"Bearer {sandbox.add_token()}"),
    ("Content-Type", "application/json"),
)
delete = Request(
    method="DELETE",
    path="/api/v2/sms/messages/pendings",
    headers=Headers(headers),
    body=body,
    length=len(body),
)
assert sandbox.handle(delete).status == 200
print("alone")
"""


def is_for_the_client(node: ast.AST) -> bool:
    """`Sandbox.client()`, which makes a client on request, and its types."""
    return (isinstance(node, ast.FunctionDef) and node.name == "client") or (
        isinstance(node, ast.If)
        and isinstance(node.test, ast.Name)
        and node.test.id == "TYPE_CHECKING"
    )


def nodes(root: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(root):
        if not is_for_the_client(child):
            yield child
            yield from nodes(child)


def imports(module: ast.Module) -> set[str]:
    """The first part of every absolute import; a dot for those within the package."""
    names: set[str] = set()
    for node in nodes(module):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level <= 1, "an import from outside the package"
            names.add("." if node.level else str(node.module).partition(".")[0])
    return names


def test_its_sources_import_only_what_is_allowed() -> None:
    files = list(SOURCE.rglob("*.py"))
    assert files
    for file in files:
        names = imports(ast.parse(file.read_text(encoding="utf-8"))) - {"."}
        assert names <= ALLOWED | set(sys.stdlib_module_names), file.name


def test_it_works_where_nothing_of_the_client_can_be_imported() -> None:
    result = subprocess.run(
        [sys.executable, "-c", ALONE, str(SOURCE)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (result.stdout, result.stderr) == ("alone\n", "")


def test_the_client_loads_nothing_of_it() -> None:
    code = (
        "import rescind, sys; names = ('rescind.sandbox', 'starlette', 'uvicorn');"
        "print([name for name in sys.modules if name.startswith(names)])"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    assert (result.stdout, result.stderr) == ("[]\n", "")
