"""What goes to the transport and what comes back: no HTTP library is named on either side."""

import attrs


@attrs.frozen
class WireRequest:
    """One HTTP request, complete but for the address of the service.

    Attributes:
        method: The HTTP method.
        path: What follows the service's URL, percent-encoded; "" for the URL itself.
        headers: Names and values in order, without Host and Content-Length.
        body: The body, sent with its length and never chunked.
        query: The query of an HTTP GET operation, percent-encoded. It holds the license key, so
            it is joined to the path only on the wire.
    """

    method: str
    path: str
    headers: tuple[tuple[str, str], ...] = attrs.field(repr=False)
    body: bytes = attrs.field(default=b"", repr=False)
    query: str = attrs.field(default="", repr=False)


@attrs.frozen
class WireReply:
    """One HTTP reply, read to its end.

    Attributes:
        status: The HTTP status code.
        headers: Names in lower case and values, in the order received.
        body: The body, decompressed.
    """

    status: int
    headers: tuple[tuple[str, str], ...] = attrs.field(repr=False)
    body: bytes = attrs.field(repr=False)

    def header(self, name: str) -> str | None:
        """Return the first value of a header, by its name in lower case."""
        return next((value for key, value in self.headers if key == name), None)

    @property
    def media_type(self) -> str:
        """The media type of the Content-Type in lower case, "" where there is none."""
        return (self.header("content-type") or "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The charset parameter of the Content-Type, if there is one."""
        for parameter in (self.header("content-type") or "").split(";")[1:]:
            name, _, value = parameter.partition("=")
            if name.strip().lower() == "charset":
                return value.strip().strip("\"'") or None
        return None
