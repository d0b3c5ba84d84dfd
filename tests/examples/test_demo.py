"""``make demo``, and the code blocks of the README, as a newcomer runs them."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
REAL = {
    "RESCIND_LICENSE_KEY": "0b6f9a52-real-key",
    "RESCIND_SMS_CLIENT_ID": "real-id",
    "RESCIND_SMS_CLIENT_SECRET": "real-secret",
    "RESCIND_PHONE_NOTIFY_URL": "https://phone.invalid/NotifyWS/PhoneNotify.asmx",
    "RESCIND_SMS_URL": "https://sms.invalid",
    "HTTPS_PROXY": "http://proxy.invalid:3128",
    "HTTP_PROXY": "http://proxy.invalid:3128",
}
# Fails the process when it connects, or looks up a name, anywhere but on loopback.
GUARD = """
import sys
def guard(event, arguments):
    if event == "socket.connect":
        address = arguments[1]
        assert not isinstance(address, tuple) or address[0] in ("127.0.0.1", "::1"), address
    if event == "socket.getaddrinfo":
        assert arguments[0] in (None, "", "127.0.0.1", "::1", "localhost"), arguments
sys.addaudithook(guard)
"""


def run(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def demo(patch: str = "") -> str:
    run_it = "import runpy; runpy.run_path('tests/examples/demo.py', run_name='__main__')"
    return GUARD + patch + run_it


def test_the_demo_runs_on_loopback_only_even_with_real_credentials_at_hand() -> None:
    done = run(demo(), **REAL)
    assert (done.returncode, done.stderr) == (0, "")
    assert "All counts are as expected." in done.stdout
    for wire in ("SOAP11", "SOAP12", "HTTP_POST", "HTTP_GET"):
        assert f"cancel them over Wire.{wire}" in done.stdout
    assert done.stdout.count("✓") == 11
    for value in REAL.values():
        assert value not in done.stdout


def test_the_demo_shows_no_secret() -> None:
    shown = run(demo()).stdout
    secrets = run(
        "from rescind.sandbox import Sandbox; s = Sandbox(); print(s.license_key, s.client_secret)"
    ).stdout.split()
    assert len(secrets) == 2
    assert not [secret for secret in secrets if secret in shown]
    assert "LicenseKey=[license key]" in shown


def test_the_demo_exits_1_when_a_count_differs() -> None:
    cancels_nothing = (
        "from rescind.sandbox import CallBook\nCallBook.cancel = lambda self, calls: 0\n"
    )
    done = run(demo(cancels_nothing))
    assert done.returncode == 1
    assert "✗ DIFFERENT" in done.stdout
    assert "Counts differ." in done.stdout


def readme_blocks() -> list[str]:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return re.findall(r"```python\n(.*?)```", text, re.DOTALL)


def test_the_first_example_of_the_readme_runs_as_it_stands() -> None:
    code = readme_blocks()[0]
    assert len([line for line in code.splitlines() if line.strip()]) <= 12
    done = run(GUARD + code)
    assert (done.returncode, done.stderr) == (0, "")
    promised = "CancelOutcome(cancelled=1, exact=True, attempts=1)"
    assert done.stdout.strip() == promised
    assert promised in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_test_of_the_readme_runs_as_it_stands(tmp_path: Path) -> None:
    (code,) = [block for block in readme_blocks() if "def test_" in block]
    (tmp_path / "test_readme.py").write_text(code, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:asyncio", str(tmp_path)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert "2 passed" in done.stdout or "1 passed" in done.stdout


@pytest.mark.parametrize("target", ["demo", "test", "regen", "regen-check"])
def test_the_commands_of_the_readme_are_targets(target: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{target}:", makefile, re.MULTILINE)
    assert f"make {target}" in (ROOT / "README.md").read_text(encoding="utf-8")
