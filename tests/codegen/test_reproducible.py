"""The same inputs give the same bytes, everywhere, and nothing else is touched."""

import re
import shutil
from pathlib import Path

import pytest

from codegen import project as inputs
from tests.codegen.generating import GENERATED, ROOT, WSDLS, Project, codegen, files, python

WITHOUT_LXML = """
import sys
sys.modules["lxml"] = None
from codegen.cli import main
sys.exit(main(sys.argv[1:]))
"""
ODD = ("shapes", "recursion", "collisions")


def test_the_committed_output_is_what_the_inputs_give() -> None:
    ran = python("-m", "codegen", "--check")
    assert (ran.code, ran.out, ran.err) == (0, "generated/rescind_models: up to date\n", "")


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_hash_seeds_do_not_matter(seed: str, tmp_path: Path) -> None:
    environment = {"PYTHONHASHSEED": seed}
    ran = python("-m", "codegen", "--generated", tmp_path, environment=environment)
    assert ran.code == 0, ran.err
    assert files(tmp_path / "rescind_models") == files(GENERATED)


def test_hash_seeds_do_not_matter_for_odd_contracts(tmp_path: Path) -> None:
    script = "import sys; from codegen.cli import main\n" + "".join(
        f"main(['--wsdl', {str(WSDLS / f'{name}.wsdl')!r}, '--package', {name!r}, *sys.argv[1:]])\n"
        for name in ODD
    )
    outputs: list[dict[str, bytes]] = []
    for seed in ("1", "2", "3"):
        out = tmp_path / seed
        ran = python("-c", script, "--out", out, environment={"PYTHONHASHSEED": seed})
        assert ran.code == 0, ran.err
        outputs.append(files(out))
    assert len(outputs[0]) > 30
    assert outputs[0] == outputs[1] == outputs[2]


def test_lxml_does_not_matter(tmp_path: Path) -> None:
    pytest.importorskip("lxml")
    ran = python("-c", WITHOUT_LXML, "--generated", tmp_path)
    assert ran.code == 0, ran.err
    assert files(tmp_path / "rescind_models") == files(GENERATED)


def test_settings_of_ruff_around_do_not_matter(tmp_path: Path) -> None:
    (tmp_path / "ruff.toml").write_text('line-length = 40\n[format]\nquote-style = "single"\n')
    (tmp_path / ".gitignore").write_text("*\n")
    output = tmp_path / "generated"
    environment = {"TMPDIR": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    ran = python("-m", "codegen", "--generated", output, environment=environment)
    assert ran.code == 0, ran.err
    assert files(output / "rescind_models") == files(GENERATED)


def test_the_working_folder_does_not_matter_and_stays_clean(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    contracts = ROOT / inputs.CONTRACTS
    ran = python(
        *("-m", "codegen", "--contracts", contracts, "--generated", tmp_path / "generated"),
        cwd=elsewhere,
    )
    assert ran.code == 0, ran.err
    assert files(tmp_path / "generated" / "rescind_models") == files(GENERATED)
    assert list(elsewhere.iterdir()) == []
    assert [path.name for path in (tmp_path / "generated").iterdir()] == ["rescind_models"]


def test_no_path_and_no_time_in_the_output() -> None:
    for name, data in files(GENERATED).items():
        assert str(ROOT).encode() not in data, name
        assert b"/tmp/" not in data, name
        assert not re.search(rb"\d{4}-\d\d-\d\d[ T]\d\d:\d\d", data), name


def test_regenerating_after_deleting_everything(project: Project) -> None:
    before = files(project.output)
    shutil.rmtree(project.output.parent)
    ran = project.run()
    assert (ran.code, ran.err) == (0, "")
    assert files(project.output) == before == files(GENERATED)


def test_regenerating_removes_what_is_stale_and_leaves_neighbours_alone(project: Project) -> None:
    (project.output / "phone_notify" / "old_operation.py").write_text("x = 1\n")
    (project.output / "sms" / "old").mkdir()
    (project.output / "sms" / "old" / "leaf.py").write_text("import os, sys\n")
    neighbour = project.output.parent / "handwritten.py"
    neighbour.write_bytes(b"import os,sys\nx   =  1\n")
    assert project.run().code == 0
    assert files(project.output) == files(GENERATED)
    assert neighbour.read_bytes() == b"import os,sys\nx   =  1\n"
    assert {path.name for path in project.output.parent.iterdir()} == {
        "rescind_models",
        "handwritten.py",
    }


def test_a_folder_of_somebody_else_is_not_replaced(tmp_path: Path) -> None:
    own = tmp_path / "mine"
    own.mkdir()
    (own / "work.py").write_text("precious = True\n")
    wsdl = WSDLS / "recorded.wsdl"
    ran = codegen("--wsdl", wsdl, "--out", tmp_path, "--package", "mine")
    assert ran.code == 2
    assert ran.err.startswith(f"codegen: {own}: folder: ")
    assert files(tmp_path) == {"mine/work.py": b"precious = True\n"}
