"""The command line of the generator."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from codegen import output, project
from codegen.checking import differences
from codegen.problems import ContractError

_DRIFT = 1
_REFUSED = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the generator.

    Args:
        arguments: Command line without the program's name.

    Returns:
        Exit code: 0 done, 1 the output differs from the inputs (``--check``), 2 refused input.
    """
    options = _parser().parse_args(arguments)
    if options.wsdl and not (options.out and options.package):
        _parser().error("--wsdl needs --out and --package")
    if not options.wsdl and (options.out or options.package):
        _parser().error("--out and --package go with --wsdl")
    try:
        if options.wsdl:
            folder = Path(options.out, *_package(options.package).split("."))
            return _run(folder, project.from_wsdl(options.wsdl), check=options.check)
        files = project.rescind_models(options.contracts)
        return _run(options.generated / project.PACKAGE, files, check=options.check)
    except ContractError as error:
        print(f"codegen: {error}", file=sys.stderr)
        return _REFUSED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m codegen", description="Write the models from the contracts."
    )
    parser.add_argument(
        "--check",
        action="store_true",
        help="write nothing; fail if the output differs from the inputs",
    )
    parser.add_argument(
        "--contracts",
        type=Path,
        default=project.CONTRACTS,
        help="folder of our inputs (%(default)s)",
    )
    parser.add_argument(
        "--generated", type=Path, default=project.OUTPUT, help="folder of our output (%(default)s)"
    )
    other = parser.add_argument_group("any other document/literal WSDL")
    other.add_argument("--wsdl", type=Path, metavar="FILE", help="the WSDL")
    other.add_argument(
        "--out", type=Path, metavar="DIR", help="folder in which the package is made"
    )
    other.add_argument("--package", metavar="NAME", help="name of the package, dots allowed")
    return parser


def _package(name: str) -> str:
    if all(part.isidentifier() for part in name.split(".")):
        return name
    raise ContractError("--package", name, "not a Python package name")


def _run(folder: Path, files: project.Files, *, check: bool) -> int:
    old = output.read(folder)
    if check:
        lines = list(differences(old, files))
        print("\n".join(lines) or f"{folder}: up to date")
        return _DRIFT if lines else 0
    output.check_replaceable(folder)
    if old != files:
        folder.parent.mkdir(parents=True, exist_ok=True)
        output.replace(folder, files)
    print(f"{folder}: {len(files)} files, {'unchanged' if old == files else 'written'}")
    return 0
