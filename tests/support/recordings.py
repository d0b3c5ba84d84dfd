"""Recorded exchanges with independent servers, as raw bytes, one archive a set.

`tests/data/recordings/SET.tar.gz` holds `NAME.request.http` and `NAME.response.http` for every
exchange. `tests/data/recordings.toml` says what a client must make of each.
"""

import functools
import tarfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import attrs

DATA = Path(__file__).parent.parent / "data"
ARCHIVES = DATA / "recordings"
EXPECTATIONS = DATA / "recordings.toml"

REQUEST = ".request.http"
RESPONSE = ".response.http"


@attrs.frozen
class Message:
    """One HTTP message: the first line, the header fields with lower-case names, the body."""

    start_line: str
    headers: Mapping[str, str]
    body: bytes


@attrs.frozen
class Exchange:
    """A request and its answer, each as it stood on the socket."""

    name: str
    request: bytes
    response: bytes

    @property
    def sent(self) -> Message:
        return parse(self.request)

    @property
    def received(self) -> Message:
        """The final answer; an interim one (1xx) before it is left out."""
        message = parse(self.response)
        while message.start_line.split()[1].startswith("1"):
            message = parse(message.body)
        return message

    @property
    def method(self) -> str:
        return self.sent.start_line.split(" ")[0]

    @property
    def target(self) -> str:
        return self.sent.start_line.split(" ")[1]

    @property
    def status(self) -> int:
        return int(self.received.start_line.split()[1])


def parse(message: bytes) -> Message:
    """Split a raw HTTP/1.1 message; the body is what follows the header, decoded in no way."""
    head, _, body = message.partition(b"\r\n\r\n")
    start_line, *fields = head.decode("latin-1").split("\r\n")
    pairs = (field.partition(":") for field in fields)
    headers = {name.strip().lower(): value.strip() for name, _, value in pairs}
    return Message(start_line, MappingProxyType(headers), body)


@functools.cache
def load(set_name: str) -> Mapping[str, Exchange]:
    """Every exchange of one set by name, for example `load("asmx")["soap11-success-3"]`."""
    with tarfile.open(ARCHIVES / f"{set_name}.tar.gz") as archive:
        files = {member.name: _content(archive, member) for member in archive}
    names = sorted(file.removesuffix(RESPONSE) for file in files if file.endswith(RESPONSE))
    exchanges = {
        name: Exchange(name, files.pop(name + REQUEST), files.pop(name + RESPONSE))
        for name in names
    }
    if files:
        raise ValueError(f"{set_name}: files that belong to no exchange: {sorted(files)}")
    return MappingProxyType(exchanges)


def _content(archive: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    file = archive.extractfile(member)
    if file is None:
        raise ValueError(f"{member.name} is not a file")
    return file.read()
