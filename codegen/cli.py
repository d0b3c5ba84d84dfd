"""The command line of the generator."""

import argparse
import keyword
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from codegen import changes, lock, output, project, surface
from codegen.checking import differences
from codegen.problems import ContractError

_DIFFERENT = 1
_REFUSED = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the generator.

    Args:
        arguments: Command line without the program's name.

    Returns:
        Exit code: 0 done; 1 the output differs from the inputs (``--check``), or the WSDL tried has
        breaking changes (``--try``); 2 an input is refused, and nothing was written.
    """
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.wsdl and not (options.out and options.package):
        parser.error("--wsdl needs --out and --package")
    if not options.wsdl and (options.out or options.package):
        parser.error("--out and --package go with --wsdl")
    if options.tried and (options.wsdl or options.check):
        parser.error("--try goes alone")
    try:
        if options.tried:
            return _try(options.contracts, options.tried)
        if options.wsdl:
            folder = _folder(options.out, options.package)
            files = project.from_wsdl(options.wsdl)
        else:
            folder = options.generated / project.PACKAGE
            files = project.rescind_models(options.contracts)
        return _check(folder, files) if options.check else _write(folder, files)
    except ContractError as error:
        print(f"codegen: {error}", file=sys.stderr)
        return _REFUSED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m codegen",
        description="Write the models from the contracts, and say what changes for a caller.",
    )
    add = parser.add_argument
    add("--check", action="store_true", help="write nothing; fail if output and inputs disagree")
    add("--try", dest="tried", type=Path, metavar="FILE", help="say what another WSDL would change")
    add("--contracts", type=Path, default=project.CONTRACTS, help="our inputs (%(default)s)")
    add("--generated", type=Path, default=project.OUTPUT, help="our output (%(default)s)")
    other = parser.add_argument_group("any other document/literal WSDL")
    other.add_argument("--wsdl", type=Path, metavar="FILE", help="the WSDL")
    other.add_argument("--out", type=Path, metavar="DIR", help="folder to make the package in")
    other.add_argument("--package", metavar="NAME", help="name of the package, dots allowed")
    return parser


def _folder(out: Path, package: str) -> Path:
    parts = package.split(".")
    if not all(part.isidentifier() and not keyword.iskeyword(part) for part in parts):
        raise ContractError("--package", package, "not a Python package name")
    if out.exists() and not out.is_dir():
        raise ContractError("--out", str(out), "is a file, not a folder")
    return Path(out, *parts)


def _check(folder: Path, files: project.Files) -> int:
    old = output.read(folder)
    lines = list(differences(old, files))
    if not lines:
        print(f"{folder}: up to date")
        return 0
    print("\n".join((*lines, "", f"{folder}: not what the inputs give; regenerate it.")))
    print(_report(old, files))
    return _DIFFERENT


def _write(folder: Path, files: project.Files) -> int:
    output.recover(folder)
    old = output.read(folder)
    if old == files:
        print(f"{folder}: {len(files)} files, unchanged")
        return 0
    output.replace(folder, files)
    print(f"{folder}: {len(files)} files, written")
    if old:
        print(_report(old, files))
    return 0


def _try(contracts: Path, wsdl: Path) -> int:
    files, refused = project.with_other_wsdl(contracts, wsdl)
    found = _compare(project.rescind_models(contracts), files)
    print(f"{wsdl}, in place of ours:")
    print(changes.report(found))
    if refused:
        entries = "".join(f"\n  {error.place}: {error.what}" for error in refused)
        print(f"Entries of {refused[0].file} that it does not fit:{entries}")
    return _DIFFERENT if any(change.breaking for change in found) else 0


def _report(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> str:
    try:
        return changes.report([*_compare(old, new), *_tools(old, new)])
    except (SyntaxError, ValueError) as error:
        return f"What changes for callers cannot be told, the old output is damaged: {error}"


def _compare(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> list[changes.Change]:
    return changes.compare(surface.read(old), surface.read(new))


def _tools(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> list[changes.Change]:
    before, after = (lock.tools(files.get(lock.NAME, b"{}")) for files in (old, new))
    return [
        changes.Change(False, f"made with {tool} {after[tool]} (was {before.get(tool, 'unknown')})")
        for tool in after
        if after[tool] != before.get(tool)
    ]
