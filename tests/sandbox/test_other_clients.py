"""Clients that have nothing to do with this project, and the vendor's own samples.

Each runs in a process of its own against the running sandbox, unchanged but for what is listed
here. Where a runtime is missing the test is skipped and says which.

- suds-community, npm soap: given the WSDL's address and the license key.
- The vendor's Python and Java samples, read from the vendor page where a copy of it is at hand:
  PATCHED lists the one line of each that is replaced. The Python sample's zeep fetches the SOAP
  encoding schema from the network; a proxy on loopback hands it a short one.
"""

import http.server
import importlib.util
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from rescind import sandbox as local
from tests.sandbox.test_zeep import SOAP_ENCODING, SOAP_ENCODING_SCHEMA

ZEROS = "00000000-0000-0000-0000-000000000000"
VENDOR_PAGES = Path(__file__).parents[3] / "shared" / "contracts" / "seeds"

# The line of each sample that holds the service's address, and what is in its place: {url}.
PATCHED = {
    "Python": (
        "https://ws.esendex.us/notifyws/phonenotify.asmx?wsdl",
        "{url}?wsdl",
    ),
    "Java": (
        "https://ws.esendex.us/NotifyWS/PhoneNotify.asmx/CancelNotifyByReferenceID?",
        "{url}/CancelNotifyByReferenceID?",
    ),
}

SUDS = """
import sys
from suds import WebFault
from suds.client import Client

client = Client(sys.argv[1] + "?wsdl", cache=None)
for port in ("PhoneNotifySoap", "PhoneNotifySoap12"):
    client.set_options(port=port)
    request = client.factory.create("AdvancedNotifyRequest")
    request.PhoneNumberToDial = "7575559999"
    request.LicenseKey = sys.argv[2]
    request.UTCScheduledDateTime = "2040-01-02T03:04:05Z"
    request.ReferenceID = "a & <b>"
    request.VoiceID = request.MaxCallLength = 0
    request.TryCount, request.NextTryInSeconds = 1, 60
    request.TTSrate, request.TTSvolume = 10, 100
    queued = client.service.NotifyPhoneAdvanced(request)
    cancelled = client.service.CancelNotifyByReferenceID("a & <b>", sys.argv[2])
    try:
        client.service.CancelNotify(1, "bad")
    except WebFault as fault:
        print(port, queued.ResponseText, cancelled, fault)
"""

NODE_SOAP = """
const soap = require("soap");
const [url, key] = process.argv.slice(1);

async function main() {
  for (const [port, soap12] of [["PhoneNotifySoap", false], ["PhoneNotifySoap12", true]]) {
    const client = await soap.createClientAsync(url + "?wsdl", { forceSoap12Headers: soap12 });
    const service = client.PhoneNotify[port];
    const call = (name, values) =>
      new Promise((resolve, reject) =>
        service[name](values, (error, result) => (error ? reject(error) : resolve(result))));
    const anr = {
      PhoneNumberToDial: "7575559999", VoiceID: 0, LicenseKey: key, TryCount: 1,
      NextTryInSeconds: 60, UTCScheduledDateTime: "2040-01-02T03:04:05Z", TTSrate: 10,
      TTSvolume: 100, MaxCallLength: 0, ReferenceID: "a & <b>",
    };
    const queued = await call("NotifyPhoneAdvanced", { anr });
    const cancelled = await call(
      "CancelNotifyByReferenceID", { ReferenceID: "a & <b>", LicenseKey: key });
    const fault = await call("CancelNotify", { QueueID: 1, LicenseKey: "bad" })
      .catch((error) => error.message);
    console.log(port, queued.NotifyPhoneAdvancedResult.ResponseText,
      cancelled.CancelNotifyByReferenceIDResult, fault);
  }
}

main().catch((error) => { console.error(error.message); process.exit(1); });
"""


@pytest.fixture(scope="module")
def sandbox() -> Iterator[local.Sandbox]:
    with local.serving(settings=local.Settings(license_key=ZEROS)) as sandbox:
        yield sandbox


def run(command: list[str], environment: dict[str, str] | None = None) -> str:
    """What it prints; it must end well."""
    result = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, **(environment or {})},
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_suds(sandbox: local.Sandbox) -> None:
    if importlib.util.find_spec("suds") is None:
        pytest.skip("suds-community is not installed: pip install suds-community")
    output = run([sys.executable, "-c", SUDS, sandbox.phone_notify_url, ZEROS])
    assert output.splitlines() == [
        f"{port} Queued 1 Server raised fault: 'Invalid LicenseKey'"
        for port in ("PhoneNotifySoap", "PhoneNotifySoap12")
    ]


def test_node_soap(sandbox: local.Sandbox) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("there is no node on the PATH")
    probe = subprocess.run([node, "-e", "require('soap')"], capture_output=True, check=False)
    if probe.returncode:
        pytest.skip("node does not find the package soap: npm install soap, and set NODE_PATH")
    output = run([node, "-e", NODE_SOAP, sandbox.phone_notify_url, ZEROS])
    first, second = output.splitlines()
    assert first == "PhoneNotifySoap Queued 1 soap:Client: Invalid LicenseKey"
    assert second.startswith("PhoneNotifySoap12 Queued 1 soap:Sender: ")
    assert second.endswith("Invalid LicenseKey")


def sample(language: str, after: str, sandbox: local.Sandbox) -> str:
    """A sample of the vendor page with the sandbox's address in it."""
    for page in sorted(VENDOR_PAGES.glob("*.txt")):
        text = page.read_text(encoding="utf-8")
        if text.startswith("CancelNotifyByReferenceID\n"):
            code = text.partition(f"\n{language}\n")[2].partition(f"\n{after}\n")[0]
            address, own = PATCHED[language]
            assert code.count(address) == 1
            return code.replace(address, own.format(url=sandbox.phone_notify_url))
    pytest.skip(f"there is no copy of the vendor page in {VENDOR_PAGES}")


class SchemaProxy(http.server.BaseHTTPRequestHandler):
    """An HTTP proxy that knows one document."""

    def do_GET(self) -> None:
        found = self.path == SOAP_ENCODING
        self.send_response(200 if found else 404)
        self.end_headers()
        if found:
            self.wfile.write(SOAP_ENCODING_SCHEMA.encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture
def proxy() -> Iterator[str]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), SchemaProxy) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_the_vendors_python_sample(sandbox: local.Sandbox, proxy: str) -> None:
    code = sample("Python", "GET Request", sandbox)
    output = run(
        [sys.executable, "-c", code],
        {"http_proxy": proxy, "no_proxy": "127.0.0.1", "NO_PROXY": "127.0.0.1"},
    )
    assert output == "1\n"
    assert sandbox.calls.all()[-1].text == "Hello, this call was sent with Python."


def test_the_vendors_java_sample(sandbox: local.Sandbox, tmp_path: Path) -> None:
    java = shutil.which("java")
    if java is None or shutil.which("javac") is None:
        pytest.skip("there is no JDK on the PATH: java and javac")
    source = tmp_path / "CancelNotifyByReferenceID.java"
    source.write_text(sample("Java", "Python", sandbox), encoding="utf-8")
    for _ in range(2):
        sandbox.add_call("7575559999", reference_id="000")
    output = run([java, str(source)])
    assert '<int xmlns="https://ws.esendex.us/NotifyWS/">2</int>' in output
