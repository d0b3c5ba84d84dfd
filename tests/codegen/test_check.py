"""``--check`` fails, readably, when inputs and output disagree, and writes nothing."""

import pytest

from tests.codegen.generating import Project, files, python


def test_agreement(project: Project) -> None:
    ran = project.run("--check")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"{project.output}: up to date\n"


def test_a_changed_contract_shows_as_a_diff_and_in_words(project: Project) -> None:
    before = files(project.folder)
    project.edit(
        "phone_notify.wsdl",
        '<s:element minOccurs="0" maxOccurs="1" name="ConferenceKey" type="s:string" />',
        '<s:element minOccurs="1" maxOccurs="1" name="ConferenceKey" type="s:int" />',
    )
    ran = project.run("--check")
    assert ran.code == 1
    lines = ran.out.splitlines()
    start = lines.index("--- phone_notify/cancel_conference.py (is)")
    assert lines[start + 1] == "+++ phone_notify/cancel_conference.py (should be)"
    assert "-    conference_key: None | str = field(" in lines
    assert "+    conference_key: int = field(" in lines
    assert "phone_notify: CancelConference.conference_key is now int (was None | str)" in ran.out
    project.edit(
        "phone_notify.wsdl",
        'minOccurs="1" maxOccurs="1" name="ConferenceKey" type="s:int"',
        'minOccurs="0" maxOccurs="1" name="ConferenceKey" type="s:string"',
    )
    assert files(project.folder) == before
    assert project.run("--check").code == 0


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("phone_notify/cancel_notify.py", "--- phone_notify/cancel_notify.py (is)"),
        ("py.typed", "--- py.typed (is)"),
        ("codegen.lock.json", "--- codegen.lock.json (is)"),
        ("phone_notify/phone_notify.wsdl", "--- phone_notify/phone_notify.wsdl (is)"),
    ],
)
def test_a_file_edited_by_hand(project: Project, path: str, expected: str) -> None:
    edited = project.output / path
    edited.write_bytes(edited.read_bytes() + b"# by hand\n")
    ran = project.run("--check")
    assert ran.code == 1
    assert expected in ran.out.splitlines()
    assert "-# by hand" in ran.out.splitlines()


def test_a_file_too_many_and_one_too_few(project: Project) -> None:
    (project.output / "sms" / "error.py").unlink()
    (project.output / "sms" / "mistake.py").write_text("x = 1\n")
    ran = project.run("--check")
    assert ran.code == 1
    assert "+++ sms/error.py (should be)" in ran.out
    assert "--- sms/mistake.py (is)" in ran.out
    assert "+++ (not generated)" in ran.out
    assert "sms: class Error is new" in ran.out


def test_no_output_at_all(project: Project) -> None:
    ran = project.run("--generated", project.folder / "nowhere", "--check")
    assert ran.code == 1
    assert "+++ _contract.py (should be)" in ran.out
    assert not (project.folder / "nowhere").exists()


def test_other_tools_than_those_the_output_was_made_with(project: Project) -> None:
    lock = project.output / "codegen.lock.json"
    lock.write_text(lock.read_text().replace('"xsdata": "26.', '"xsdata": "25.'))
    ran = project.run("--check")
    assert ran.code == 1
    assert "made with xsdata 26.10 (was 25.10)" in ran.out


def test_an_output_that_is_damaged_is_still_compared(project: Project) -> None:
    (project.output / "sms" / "error.py").write_text("class Error(:\n")
    ran = project.run("--check")
    assert ran.code == 1
    assert "-class Error(:" in ran.out
    assert "the old output is damaged" in ran.out


def test_a_reader_that_goes_away_early(project: Project) -> None:
    (project.output / "py.typed").write_text("by hand\n" * 100_000)
    options = " ".join(map(str, project.options))
    ran = python(
        "-c",
        f"""
import subprocess, sys
run = subprocess.Popen(
    [sys.executable, "-m", "codegen", "--check", *{options!r}.split()],
    stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
)
print(run.stdout.readline(), end="")
run.stdout.close()
print(run.stderr.read(), run.wait())
""",
    )
    assert ran.out == "--- py.typed (is)\n 1\n"
