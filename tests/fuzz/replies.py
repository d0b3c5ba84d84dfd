"""A reply as it is mutated and kept: status, header fields in order, and the body as sent."""

from typing import Self

import attrs


@attrs.frozen
class Reply:
    """One HTTP reply. Header values are in Latin-1, names in any case."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str:
        """All values of a field, joined; "" where there is none."""
        return ", ".join(value for key, value in self.headers if key.lower() == name)

    def with_header(self, name: str, value: str) -> Self:
        """The reply with one field in the place of all of that name."""
        return attrs.evolve(self, headers=(*self.without_header(name).headers, (name, value)))

    def without_header(self, name: str) -> Self:
        kept = tuple(pair for pair in self.headers if pair[0].lower() != name.lower())
        return attrs.evolve(self, headers=kept)

    def raw(self, *, with_length: bool = False) -> bytes:
        """The whole message, as it stands on a socket."""
        headers = self.headers
        if with_length:
            headers = (*self.without_header("content-length").headers, self._length())
        lines = [f"HTTP/1.1 {self.status} Fuzz", *(f"{name}: {value}" for name, value in headers)]
        return "\r\n".join((*lines, "", "")).encode("latin-1") + self.body

    def _length(self) -> tuple[str, str]:
        return "Content-Length", str(len(self.body))


def parse(raw: bytes) -> Reply:
    """Take a whole message apart; what tells of its length is left out."""
    head, _, body = raw.partition(b"\r\n\r\n")
    start, *lines = head.decode("latin-1").split("\r\n")
    pairs = (line.partition(":") for line in lines)
    headers = tuple((name, value.strip()) for name, _, value in pairs)
    reply = Reply(int(start.split(" ")[1]), headers, body)
    return reply.without_header("content-length").without_header("connection")
