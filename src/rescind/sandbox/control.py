"""The sandbox's own routes under `/_sandbox`: what is in it, and what you can do to it."""

import json
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Final, TypeAlias, cast

import attrs
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from . import faults
from .texts import Kind, Message

if TYPE_CHECKING:
    from .core import Sandbox

PREFIX: Final = "/_sandbox"

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None

_FAULTS: Final[Mapping[str, type[faults.Fault]]] = {
    "delay": faults.Delay,
    "reset": faults.Reset,
    "cut-off": faults.CutOff,
    "answer-lost": faults.AnswerLost,
    "unavailable": faults.Unavailable,
    "html-page": faults.HtmlPage,
    "expired-token": faults.ExpiredToken,
    "failure": faults.Failure,
    "soap-failure": faults.SoapFailure,
}
_NAMES: Final = {kind: name for name, kind in _FAULTS.items()}


class _BadRequestError(Exception):
    """The control request makes no sense; the message says what would."""


def routes(sandbox: "Sandbox") -> list[Route]:
    """The routes of a sandbox."""
    control = _Control(sandbox)
    table = {
        ("", "GET"): control.overview,
        ("/calls", "GET"): control.calls,
        ("/messages", "GET"): control.messages,
        ("/received", "GET"): control.received,
        ("/faults", "GET"): control.faults,
        ("/faults", "POST"): control.order,
        ("/faults", "DELETE"): control.clear_faults,
        ("/clock", "GET"): control.clock,
        ("/clock", "POST"): control.move_clock,
        ("/settings", "GET"): control.settings,
        ("/settings", "PATCH"): control.change_settings,
        ("/reset", "POST"): control.reset,
    }
    paths = dict.fromkeys(path for path, _ in table)
    return [
        Route(
            PREFIX + path + slash,
            _by_verb({verb: action for (own, verb), action in table.items() if own == path}),
            methods=[verb for own, verb in table if own == path],
        )
        for path in paths
        for slash in ("", "/")
    ]


_Action: TypeAlias = Callable[[dict[str, Json]], Json]


def _by_verb(actions: Mapping[str, _Action]) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        try:
            body = _body(await request.body())
            action = actions["GET" if request.method == "HEAD" else request.method]
            return _response(action(body))
        except (_BadRequestError, ValueError, TypeError, OverflowError) as problem:
            return _response({"error": str(problem)}, status=400)

    return endpoint


def _response(content: Json, *, status: int = 200) -> Response:
    """JSON in ASCII, which also carries half surrogate pairs."""
    return Response(json.dumps(content), status_code=status, media_type="application/json")


def _body(data: bytes) -> dict[str, Json]:
    if not data:
        return {}
    content: Json = json.loads(data)
    if not isinstance(content, dict):
        raise _BadRequestError("send a JSON object")
    return content


class _Control:
    """What the routes do."""

    def __init__(self, sandbox: "Sandbox") -> None:
        self._sandbox = sandbox

    def overview(self, _body: dict[str, Json]) -> Json:
        """Where everything is, and what is in it."""
        sandbox = self._sandbox
        return {
            "phone_notify_url": sandbox.phone_notify_url,
            "sms_url": sandbox.sms_url,
            "license_key": sandbox.license_key,
            "client_id": sandbox.client_id,
            "client_secret": sandbox.client_secret,
            "now": sandbox.clock.now().isoformat(),
            "calls": self.calls({}),
            "messages": self.messages({}),
        }

    def calls(self, _body: dict[str, Json]) -> Json:
        """Every call with its state."""
        return [
            {
                "queue_id": call.queue_id,
                "phone_number": call.phone_number,
                "reference_id": call.reference_id,
                "state": call.state.value,
                "due": call.due.isoformat(),
                "tried": call.tried,
                "text": call.text,
            }
            for call in self._sandbox.calls.all()
        ]

    def messages(self, _body: dict[str, Json]) -> Json:
        """The messages on each list, those sent and those deleted."""
        book = self._sandbox.messages
        return {
            "pending": [_message(message) for message in book.waiting(Kind.PENDING)],
            "recurring": [_message(message) for message in book.waiting(Kind.RECURRING)],
            "sent": [_message(message) for message in book.sent()],
            "deleted": [_message(message) for message in book.deleted()],
        }

    def received(self, _body: dict[str, Json]) -> Json:
        """The last requests the services received."""
        return [
            {
                "at": entry.at.isoformat(),
                "operation": entry.operation,
                "method": entry.request.method,
                "path": entry.request.path,
                "query": entry.request.query,
                "headers": dict(entry.request.headers),
                "body": entry.request.body.decode("utf-8", "replace"),
                "status": entry.status,
            }
            for entry in self._sandbox.received()
        ]

    def faults(self, _body: dict[str, Json]) -> Json:
        """The faults that still stand."""
        return [
            {
                "fault": _NAMES[type(order.fault)],
                **attrs.asdict(order.fault),
                "operation": order.operation,
                "times": order.times,
                "after": order.after,
            }
            for order in self._sandbox.faults.waiting()
        ]

    def order(self, body: dict[str, Json]) -> Json:
        """Order a fault: its name, its own fields, `operation`, `times`, `after`."""
        name = body.pop("fault", None)
        if not isinstance(name, str) or name not in _FAULTS:
            raise _BadRequestError(f"fault must be one of {', '.join(_FAULTS)}")
        operation = body.pop("operation", None)
        if operation is not None and not isinstance(operation, str):
            raise _BadRequestError("operation must be a name such as CancelNotify")
        times, after = _count(body, "times", 1), _count(body, "after", 0)
        fault = _fault(_FAULTS[name], body)
        try:
            self._sandbox.order(fault, operation=operation, times=times, after=after)
        except ValueError as error:
            raise _BadRequestError(str(error)) from None
        return self.faults({})

    def clear_faults(self, _body: dict[str, Json]) -> Json:
        """Take back every order."""
        self._sandbox.faults.clear()
        return []

    def clock(self, _body: dict[str, Json]) -> Json:
        """The sandbox's time."""
        return {"now": self._sandbox.clock.now().isoformat()}

    def move_clock(self, body: dict[str, Json]) -> Json:
        """Move the clock: `advance` in seconds, `move_to` or `stop` an ISO time, `resume`."""
        clock = self._sandbox.clock
        match body:
            case {"advance": int() | float() as seconds}:
                clock.advance(seconds)
            case {"move_to": str() as moment}:
                clock.move_to(datetime.fromisoformat(moment))
            case {"stop": str() as moment}:
                clock.stop(datetime.fromisoformat(moment))
            case {"stop": True}:
                clock.stop()
            case {"resume": True}:
                clock.resume()
            case _:
                raise _BadRequestError(
                    'send {"advance": SECONDS}, {"move_to": ISO_TIME}, {"stop": ISO_TIME or true} '
                    'or {"resume": true}'
                )
        return self.clock({})

    def settings(self, _body: dict[str, Json]) -> Json:
        """The switches."""
        return cast("dict[str, Json]", attrs.asdict(self._sandbox.settings))

    def change_settings(self, body: dict[str, Json]) -> Json:
        """Change switches by name."""
        settings = self._sandbox.settings
        present: dict[str, Json] = attrs.asdict(settings)
        for name, value in body.items():
            if name not in present:
                raise _BadRequestError(f"there is no setting {name!r}; see GET {PREFIX}/settings")
            if isinstance(present[name], tuple) and isinstance(value, list):
                value = cast("Json", tuple(value))
            elif not _same_type(present[name], value):
                raise _BadRequestError(
                    f"{name} must be of the same type as {present[name]!r}, not {value!r}"
                )
            setattr(settings, name, value)
        return self.settings({})

    def reset(self, _body: dict[str, Json]) -> Json:
        """Forget everything, and return to real time."""
        self._sandbox.reset()
        return {}


def _same_type(present: Json, value: Json) -> bool:
    if isinstance(present, bool) or isinstance(value, bool):
        return isinstance(present, bool) and isinstance(value, bool)
    if isinstance(present, float):
        return isinstance(value, int | float)
    return isinstance(value, type(present))


def _count(body: dict[str, Json], name: str, default: int) -> int:
    value = body.pop(name, default)
    if not isinstance(value, int) or isinstance(value, bool):
        raise _BadRequestError(f"{name} must be a whole number")
    return value


def _fault(kind: type[faults.Fault], fields: dict[str, Json]) -> faults.Fault:
    known = {field.name for field in attrs.fields(kind)}
    unknown = sorted(set(fields) - known)
    if unknown:
        names = ", ".join(sorted(known)) or "no fields of its own"
        raise _BadRequestError(f"{_NAMES[kind]} does not know {', '.join(unknown)}; it has {names}")
    make = cast("Callable[..., faults.Fault]", kind)
    try:
        return make(**fields)
    except (TypeError, ValueError) as error:
        raise _BadRequestError(str(error)) from None


def _message(message: Message) -> Json:
    return {
        "id": message.id,
        "kind": message.kind.name.lower(),
        "date": message.date.isoformat(),
        "reference": message.reference,
        "destination": message.destination,
        "content": message.content,
    }
