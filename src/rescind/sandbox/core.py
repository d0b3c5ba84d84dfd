"""The sandbox: both services and their state, without a server."""

import difflib
import re
import threading
from collections import deque
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, Unpack, cast

import attrs

from . import asmx, contract, tokens, webapi
from .application import build
from .asmx import AsmxService
from .calls import Call, CallBook
from .clock import Clock
from .contract import Contract, Operation
from .faults import ExpiredToken, Failure, Fault, FaultBoard, SoapFailure
from .messages import Reply, Request
from .phone_notify import PhoneNotify
from .problems import SoapException, UnhandledException
from .settings import Settings
from .sms import Sms
from .texts import Kind, Message, MessageBook
from .tokens import TokenStore
from .values import Value
from .webapi import WebApi

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from rescind.client import Client, ClientOptions

_KEPT_REQUESTS: Final = 1000
_KEPT_BODY: Final = 64 * 1024
_FIRST_ELEMENT = re.compile(rb"<(?:[\w.-]+:)?Body\b[^>]*>\s*<(?:[\w.-]+:)?([\w.-]+)")


_REST_OPERATIONS: Final = frozenset(
    {
        "POST Token",
        "POST api/v2/sms/messages",
        "GET api/v1/reports/messages/pendingandrecurring",
        "DELETE api/v2/sms/messages/pendings",
        "DELETE api/v2/sms/messages/recurrings",
    }
)


@attrs.frozen(kw_only=True)
class Received:
    """A request the sandbox received.

    Attributes:
        at: When, by the sandbox's clock.
        operation: Which operation it asked for: "CancelNotify", or a verb and path such as
            "DELETE api/v2/sms/messages/recurrings".
        request: The request; of a long body only the beginning.
        status: The status it was answered with; None when a fault left it without an answer.
    """

    at: datetime
    operation: str
    request: Request
    status: int | None


def _utc(date: datetime) -> datetime:
    if date.tzinfo is None:
        raise ValueError("give a datetime with a time zone, for example tzinfo=datetime.UTC")
    return date.astimezone(UTC)


class Sandbox:
    """PhoneNotify and the 2sms API on your own machine, with their state in memory.

    Args:
        settings: The switches; the defaults when left out. They may be changed while it runs.

    Attributes:
        settings: The switches.
        clock: Its time, which you may stop and move.
        calls: The phone calls.
        messages: The text messages.
        tokens: The OAuth tokens it has issued.
        faults: The faults that were ordered.
        app: The ASGI application.
        url: The address it is served at; a name without a server when it is not.
    """

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = Settings() if settings is None else settings
        self.clock = Clock()
        self.calls = CallBook(self.clock, self.settings)
        self.messages = MessageBook(self.clock)
        self.tokens = TokenStore(self.clock, self.settings)
        self.faults = FaultBoard()
        self.url = "http://sandbox"
        self._received: deque[Received] = deque(maxlen=_KEPT_REQUESTS)
        self._lock = threading.RLock()
        self.app: ASGIApp = build(self)

    @property
    def phone_notify_url(self) -> str:
        """The address of PhoneNotify."""
        return f"{self.url}{asmx.PATH}"

    @property
    def sms_url(self) -> str:
        """The address under which the 2sms API and its token endpoint are."""
        return self.url

    @property
    def license_key(self) -> str:
        """The license key PhoneNotify knows."""
        return self.settings.license_key

    @property
    def client_id(self) -> str:
        """The client id the token endpoint knows."""
        return self.settings.client_id

    @property
    def client_secret(self) -> str:
        """The secret that goes with it."""
        return self.settings.client_secret

    def client(self, **options: "Unpack[ClientOptions]") -> "Client":
        """Make a client of this sandbox, in process and without a socket.

        Args:
            options: Settings of ``rescind.Client``; its credentials and addresses are given
                unless they are among them.

        Returns:
            The client. It has nothing open; closing it is optional.
        """
        # Loaded here only: the sandbox itself shares nothing with the client.
        from rescind.client import Client, ClientOptions
        from rescind.oauth import ClientCredentials
        from rescind.secrets import Secret
        from rescind.transport.asgi import AsgiTransport

        settings = ClientOptions(
            license_key=self.license_key,
            sms_auth=ClientCredentials(
                client_id=self.client_id, client_secret=Secret(self.client_secret)
            ),
            phone_notify_url=self.phone_notify_url,
            sms_url=self.sms_url,
            allow_http=True,
            transport=AsgiTransport(self.app),
        )
        return Client(**cast("ClientOptions", {**settings, **options}))

    # Seeding

    def add_call(
        self,
        phone_number: str,
        *,
        reference_id: str | None = None,
        due: datetime | None = None,
        text: str | None = None,
    ) -> Call:
        """Queue a phone call without a request.

        Args:
            phone_number: Ten digits.
            reference_id: The label for a later cancel.
            due: When it is to be dialled, with a time zone; now when left out.
            text: What it says.
        """
        with self._lock:
            return self.calls.add(
                license_key=self.license_key,
                phone_number=phone_number,
                reference_id=reference_id,
                due=None if due is None else _utc(due),
                text=text,
            )

    def add_pending(
        self,
        *,
        date: datetime,
        id: str | None = None,  # noqa: A002
        reference: str | None = None,
        destination: str | None = None,
        content: str | None = None,
    ) -> Message:
        """Put a message on the list of pending ones without a request."""
        return self._add(Kind.PENDING, date, id, reference, destination, content)

    def add_recurring(
        self,
        *,
        date: datetime,
        id: str | None = None,  # noqa: A002
        reference: str | None = None,
        destination: str | None = None,
        content: str | None = None,
    ) -> Message:
        """Put a message on the list of recurring ones without a request."""
        return self._add(Kind.RECURRING, date, id, reference, destination, content)

    def _add(
        self,
        kind: Kind,
        date: datetime,
        name: str | None,
        reference: str | None,
        destination: str | None,
        content: str | None,
    ) -> Message:
        with self._lock:
            return self.messages.add(
                kind,
                date=_utc(date),
                id=name,
                reference=reference,
                destination=destination,
                content=content,
            )

    def add_token(self, token: str | None = None) -> str:
        """Issue a bearer token without a request, a given one or a new one."""
        with self._lock:
            return self.tokens.issue(token)

    # Control

    def order(
        self, fault: Fault, *, operation: str | None = None, times: int = 1, after: int = 0
    ) -> None:
        """Order a fault for the next requests.

        Args:
            fault: What is to go wrong.
            operation: For which operation only, such as "CancelNotify" or "POST Token"; any when
                left out.
            times: For how many requests.
            after: How many matching requests pass first.

        Raises:
            TypeError: `fault` is no fault.
            ValueError: There is no such operation, `times` is less than 1, or `after` negative.
        """
        known = {name.lower() for name in self.operations}
        if operation is not None and str(operation).lower() not in known:
            close = difflib.get_close_matches(str(operation), self.operations, n=3, cutoff=0.4)
            raise ValueError(f"no operation is called {operation!r}: meant {close}?")
        with self._lock:
            self.faults.order(fault, operation=operation, times=times, after=after)

    def reset(self) -> None:
        """Forget calls, messages, tokens, faults and received requests; return to real time."""
        with self._lock:
            self.calls.clear()
            self.messages.clear()
            self.tokens.clear()
            self.faults.clear()
            self._received.clear()
            self.clock.reset()

    # Inspection

    def received(self, operation: str | None = None) -> list[Received]:
        """The last requests for the services, the oldest first.

        Args:
            operation: Only those for this operation.
        """
        with self._lock:
            return [entry for entry in self._received if operation in (None, entry.operation)]

    @property
    def operations(self) -> frozenset[str]:
        """The names by which `order` and `received` know the operations."""
        return frozenset(contract.phone_notify().operations) | _REST_OPERATIONS

    # Answering

    def take_faults(self, request: Request) -> list[Fault]:
        """The faults ordered for a request; they are used up by it."""
        with self._lock:
            authorized = "Authorization" in request.headers
            return self.faults.take(operation_of(request), authorized=authorized)

    def handle(self, request: Request, faults: list[Fault] | None = None) -> Reply:
        """Carry out a request and answer it.

        Args:
            request: The request.
            faults: Faults of the services' own code; others have no effect here.
        """
        with self._lock:
            if any(isinstance(fault, ExpiredToken) for fault in faults or ()):
                self.tokens.expire()
            problem = next((_exception(fault) for fault in faults or () if _exception(fault)), None)
            if _is_asmx(request):
                return self._asmx(problem).answer(request)
            sms = Sms(self.messages, self.settings, self.clock)
            service = WebApi(sms, self.tokens, self.settings, problem)
            return service.answer(request)

    def record(self, request: Request, status: int | None) -> None:
        """Remember a request and how it was answered."""
        kept = attrs.evolve(request, body=request.body[:_KEPT_BODY])
        entry = Received(
            at=self.clock.now(), operation=operation_of(request), request=kept, status=status
        )
        with self._lock:
            self._received.append(entry)

    def _asmx(self, problem: SoapException | UnhandledException | None) -> AsmxService:
        wsdl: Contract = contract.phone_notify()
        service = PhoneNotify(wsdl, self.calls, self.settings)

        def invoke(operation: Operation, arguments: Mapping[str, Value]) -> Value:
            if problem is not None:
                raise problem
            return service.invoke(operation, arguments)

        return AsmxService(wsdl, invoke, self.settings.stack_traces)


def _exception(fault: Fault) -> SoapException | UnhandledException | None:
    if isinstance(fault, Failure):
        return UnhandledException(fault.message)
    if isinstance(fault, SoapFailure):
        return SoapException(fault.code, fault.message, actor=fault.actor, detail=fault.detail)
    return None


def _is_asmx(request: Request) -> bool:
    path, address = request.path.lower(), asmx.PATH.lower()
    return path == address or path.startswith(f"{address}/")


def operation_of(request: Request) -> str:
    """The name of the operation a request asks for, as well as can be told before reading it."""
    if not _is_asmx(request):
        path = webapi.canonical_path(request.path)
        if path == webapi.canonical_path(tokens.PATH):
            path = "Token"
        return f"{request.method} {path}"
    info = request.path[len(asmx.PATH) + 1 :]
    if info:
        return info
    action = request.headers.get("SOAPAction", "").strip().strip('"').rpartition("/")[2]
    if action:
        return action
    element = _FIRST_ELEMENT.search(request.body)
    return element[1].decode("utf-8", "replace") if element else f"{request.method} page"
