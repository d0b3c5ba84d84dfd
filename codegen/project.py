"""All files of an output, in memory: our own ``rescind_models``, or a package from another WSDL."""

from collections.abc import Mapping
from pathlib import Path

from codegen import adjust, datafile, lock, reader, render
from codegen.datafile import Section
from codegen.formatting import format_sources
from codegen.problems import ContractError

CONTRACTS = Path("codegen", "contracts")
OUTPUT = Path("generated")
PACKAGE = "rescind_models"

_DATA_FILE = "contracts.toml"
_WSDL_FILE = "phone_notify.wsdl"
_WSDL_PACKAGE = "phone_notify"
_SAMPLES_PACKAGE = "sms"
_SAMPLES_ONLY = ("rest", "xml_only", "type_name", "enum")
_TOP = '''"""Generated; do not edit. Models of the services that rescind talks to.

``phone_notify`` and ``sms`` hold them. Importing this package loads no model.
"""

from ._contract import Operation as Operation
from ._contract import Request as Request
from ._contract import Wire as Wire

__all__ = ["Operation", "Request", "Wire"]
'''

Files = dict[str, bytes]
"""Bytes of every file of a package, by path relative to it."""


def rescind_models(contracts: Path) -> Files:
    """Generate ``rescind_models``.

    Args:
        contracts: Folder with the WSDL, the samples and the data file.

    Returns:
        The package's files.

    Raises:
        ContractError: What is wrong with an input.
    """
    sections = _sections(contracts / _DATA_FILE)
    return _generate(contracts, contracts / _WSDL_FILE, sections)


def with_other_wsdl(contracts: Path, wsdl: Path) -> tuple[Files, list[ContractError]]:
    """Generate ``rescind_models`` as it would be with another version of the WSDL.

    Args:
        contracts: As for ``rescind_models``.
        wsdl: The WSDL to try.

    Returns:
        The package's files, and the entries of the data file that do not fit any more.

    Raises:
        ContractError: What is wrong with an input.
    """
    sections = _sections(contracts / _DATA_FILE)
    contract, _ = reader.read_wsdl(wsdl)
    fitting, refused = adjust.fit(contract, sections[_WSDL_PACKAGE])
    return _generate(contracts, wsdl, {**sections, _WSDL_PACKAGE: fitting}), refused


def _generate(contracts: Path, wsdl_file: Path, sections: Mapping[str, Section]) -> Files:
    wsdl, documents = reader.read_wsdl(wsdl_file)
    samples, sample_files = reader.read_samples(contracts, sections[_SAMPLES_PACKAGE])
    sources = {"__init__.py": _TOP, "_contract.py": render.contract_source()}
    for package, contract in ((_WSDL_PACKAGE, wsdl), (_SAMPLES_PACKAGE, samples)):
        modules = render.package(contract, sections[package], contract_module=".._contract")
        sources |= {f"{package}/{name}": text for name, text in modules.items()}
    read = {path.name: path.read_bytes() for path in (contracts / _DATA_FILE, *sample_files)}
    files = _encode(sources, read | {d.name: d.data for d in documents})
    files[f"{_WSDL_PACKAGE}/{_WSDL_FILE}"] = documents[0].data
    return files


def from_wsdl(path: Path) -> Files:
    """Generate one self-contained package from any document/literal WSDL.

    Args:
        path: The WSDL.

    Returns:
        The package's files.

    Raises:
        ContractError: What is wrong with the WSDL.
    """
    contract, documents = reader.read_wsdl(path)
    section = Section(file=str(path))
    modules = render.package(
        contract, section, contract_module="._contract", exported=render.EXPORTED
    )
    sources = {"_contract.py": render.contract_source(), **modules}
    return _encode(sources, {d.name: d.data for d in documents})


def _sections(path: Path) -> Mapping[str, Section]:
    sections = datafile.load(path)
    wanted = {_WSDL_PACKAGE, _SAMPLES_PACKAGE}
    if set(sections) != wanted:
        what = f"the tables {', '.join(sorted(wanted))} are expected, and no others"
        raise ContractError(str(path), ", ".join(sorted(set(sections) ^ wanted)), what)
    for kind in _SAMPLES_ONLY:
        if getattr(sections[_WSDL_PACKAGE], kind):
            raise ContractError(
                str(path), f"{_WSDL_PACKAGE}.{kind}", "only for packages made from samples"
            )
    return sections


def _encode(sources: Mapping[str, str], inputs: Mapping[str, bytes]) -> Files:
    files = {path: text.encode() for path, text in format_sources(sources).items()}
    files["py.typed"] = b""
    files[lock.NAME] = lock.render(inputs).encode()
    return files
