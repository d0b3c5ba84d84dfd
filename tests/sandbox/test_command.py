"""``rescind sandbox``: the services on a port, for programs in any language."""

import os
import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Generator
from contextlib import contextmanager

import pytest

from rescind.__main__ import main

CLIENT = """
import asyncio, rescind
async def main():
    async with rescind.Client.from_env() as client:
        print(await client.phone_notify.cancel_notify_by_reference_id("x"))
        print(await client.sms.delete_recurring_messages(["y"]))
asyncio.run(main())
"""


@contextmanager
def started(*arguments: str) -> Generator[tuple["subprocess.Popen[str]", str]]:
    """The command with its output up to the end of what it prints at the start."""
    process = subprocess.Popen(
        [sys.executable, "-m", "rescind", "sandbox", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        text=True,
    )
    try:
        assert process.stdout is not None
        said = ""
        while "client_secret=" not in said:
            line = process.stdout.readline()
            assert line, process.communicate()[1]
            said += line
        yield process, said
    finally:
        process.kill()
        process.communicate()


def test_it_says_how_to_point_each_client_at_it_and_serves_both() -> None:
    with started("--port", "0") as (process, said):
        exports = dict(re.findall(r"export (RESCIND_\w+)=(\S+)", said))
        assert sorted(exports) == [
            "RESCIND_LICENSE_KEY",
            "RESCIND_PHONE_NOTIFY_URL",
            "RESCIND_SMS_CLIENT_ID",
            "RESCIND_SMS_CLIENT_SECRET",
            "RESCIND_SMS_URL",
        ]
        done = subprocess.run(
            [sys.executable, "-c", CLIENT],
            env={**os.environ, **exports},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
        assert "CancelOutcome(cancelled=0" in done.stdout
        assert "DeleteOutcome(result='OK'" in done.stdout
        with urllib.request.urlopen(f"{exports['RESCIND_PHONE_NOTIFY_URL']}?wsdl") as wsdl:
            assert exports["RESCIND_PHONE_NOTIFY_URL"] in wsdl.read().decode()
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0


def test_a_port_that_is_taken_is_said_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with started("--port", "0") as (_, said):
        port = re.search(r"127\.0\.0\.1:(\d+)", said)
        assert port is not None
        assert main(["sandbox", "--port", port[1]]) == 1
    assert capsys.readouterr().err.startswith(f"rescind sandbox cannot listen on port {port[1]}: ")
