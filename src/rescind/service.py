"""What the two services have in common: from a request model to a call of the loop."""

from collections.abc import Callable
from typing import TypeVar, cast

import attrs

from rescind.codec import EncodeError
from rescind.codec.plan import plan_for
from rescind.errors import ConfigurationError
from rescind.options import CallOptions, Options
from rescind.run import Answer, Call, Runner, TokenSource, run
from rescind.secrets import Secret
from rescind.wires import WIRES, WireReply, WireRequest
from rescind.wires.rejection import Rejection
from rescind_models import Operation, Wire

R = TypeVar("R")


@attrs.frozen(kw_only=True)
class Service:
    """One service as one client sees it."""

    base_url: str
    runner: Runner
    options: Options
    license_key: Secret | None = None
    tokens: TokenSource | None = None

    async def call(
        self,
        operation: Operation,
        request: object,
        response: type[R],
        wire: Wire | None,
        options: CallOptions,
        *,
        secrets: tuple[Secret, ...] = (),
        check: Callable[[R], Rejection | None] | None = None,
        find_out: str = "",
    ) -> Answer[R]:
        """Make a call: build the request, run it, read the answer.

        Args:
            operation: What is called.
            request: The request model, complete.
            response: The response model's class.
            wire: The wire form; None for the operation's first.
            options: The call's own options.
            secrets: What the request carries and no error may show.
            check: Looks at a model that was read: a Rejection where it means no.
            find_out: What the caller can do where the outcome is unknown.

        Raises:
            ValueError: A value or the wire does not fit; nothing was sent.
            ConfigurationError: HTTP GET over a transport that would show the key.
            RescindError: See ``policy``.
        """
        chosen = offered(operation, wire)
        if chosen is Wire.HTTP_GET and not self.runner.transport.hides_query(self.base_url):
            raise ConfigurationError(
                "HTTP GET has the license key in its URL, and this transport or a proxy would "
                "show it: use another wire, or the default transport without a proxy",
                operation=operation.name,
                wire=chosen,
            )
        form = WIRES[chosen]
        plan_for(response)  # an answer that could not be read is found out before sending
        built = _build(chosen, operation, request)
        if isinstance(built, str):
            raise ValueError(f"{operation.name}: {built}. Nothing was sent")

        def read(reply: WireReply) -> R | Rejection:
            found = form.read(operation, response, reply)
            if isinstance(found, Rejection):
                return found
            model = cast("R", found)
            return (check(model) if check is not None else None) or model

        call = Call(
            operation=operation.name,
            wire=chosen,
            base_url=self.base_url,
            request=built,
            read=read,
            repeatable=is_repeatable(operation, request),
            secrets=secrets,
            tokens=self.tokens,
            find_out=find_out,
        )
        return await run(call, self.runner, self.options.with_call(options))


def _build(wire: Wire, operation: Operation, request: object) -> WireRequest | str:
    """Build the request, or say what does not fit: no frame that held a value lives on."""
    try:
        return WIRES[wire].build(operation, request)
    except EncodeError as error:
        return str(error)


def offered(operation: Operation, wire: Wire | None) -> Wire:
    """Return the wire to use.

    Raises:
        TypeError: ``wire`` is not a Wire.
        ValueError: The operation does not offer it.
    """
    if wire is None:
        return operation.wires[0]
    if not isinstance(wire, Wire):
        raise TypeError(f"wire is a rescind.Wire, not {type(wire).__name__}")
    if wire not in operation.wires:
        names = ", ".join(f"Wire.{other.name}" for other in operation.wires)
        raise ValueError(f"{operation.name} is not offered over Wire.{wire.name}: use {names}")
    return wire


def is_repeatable(operation: Operation, request: object) -> bool:
    """Whether repeating this very request is safe, as the operation declares it."""
    if not operation.repeatable:
        return False
    values: list[object] = [getattr(request, name) for name in operation.not_repeatable_with]
    return not any(value is not None and value is not False and value != () for value in values)
