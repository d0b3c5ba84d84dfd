"""The whole output of a small contract, byte for byte, as somebody has read and approved it.

After a change that is meant: look at the difference, then
``python -m tests.codegen.test_golden`` writes the file anew.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.codegen.generating import DATA, codegen, files

GOLDEN = DATA / "small.golden.txt"


def output(folder: Path) -> str:
    """Generate, and join all files under headings."""
    ran = codegen("--wsdl", DATA / "small.wsdl", "--out", folder, "--package", "small")
    assert (ran.code, ran.err) == (0, "")
    written = files(folder / "small")
    return "".join(f"==== {path} ====\n{data.decode()}" for path, data in written.items())


def test_the_output_of_a_small_contract(tmp_path: Path) -> None:
    assert output(tmp_path) == GOLDEN.read_text("utf-8")


if __name__ == "__main__":
    with TemporaryDirectory() as scratch:
        GOLDEN.write_text(output(Path(scratch)), "utf-8")
