"""Recorded exchanges with independent servers, as raw bytes, one archive a set.

`tests/data/recordings/SET.tar.gz` holds `NAME.request.http` and `NAME.response.http` for every
exchange. `tests/data/recordings.toml` says what a client must make of each.
"""

import functools
import tarfile
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

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


@attrs.frozen(kw_only=True)
class Expectation:
    """What a client must make of one exchange: one entry of recordings.toml, which explains it."""

    set_name: str
    name: str
    about: str
    call: str
    wire: str
    why: str = ""
    outcome: Mapping[str, object] | None = None
    error: str | None = None
    status: int | None = None
    code: str | None = None
    actor: str | None = None
    detail: str | None = None
    words: Sequence[str] = ()

    @property
    def exchange(self) -> Exchange:
        return load(self.set_name)[self.name]


@functools.cache
def expectations() -> Sequence[Expectation]:
    """Every entry of recordings.toml, one for each exchange it names."""
    return tuple(
        Expectation(set_name=set_name, name=name, **fields)
        for names, sets, fields in _entries()
        for set_name in sets
        for name in names
    )


def first_of_each_group() -> Sequence[Expectation]:
    """One expectation for each rule, call and wire of recordings.toml."""
    first = {(one.call, one.wire, one.about): one for one in reversed(expectations())}
    return tuple(reversed(first.values()))


def document() -> Mapping[str, Any]:
    """recordings.toml as it stands."""
    return tomllib.loads(EXPECTATIONS.read_text(encoding="utf-8"))


def _entries() -> Iterator[tuple[Sequence[str], Sequence[str], dict[str, Any]]]:
    """The names, the sets and the other fields of every group, or of every case of it."""
    for group in document()["group"]:
        sets, cases = group.pop("sets"), group.pop("cases", [{}])
        for case in cases:
            fields = {**group, **case}
            yield fields.pop("names"), sets, fields
