"""The client: settings, connections and tokens, shared by the two services."""

import inspect
import os
from types import TracebackType
from typing import Literal, NoReturn, Self, TypedDict, Unpack, cast

import attrs

from rescind.errors import ConfigurationError
from rescind.events import Listener
from rescind.oauth import ClientCredentials, Tokens
from rescind.options import Options
from rescind.phone_notify import PhoneNotify
from rescind.retry import Budget
from rescind.run import Runner
from rescind.secrets import Secret, as_secret, wrapped
from rescind.service import Service
from rescind.service_url import check_service_url
from rescind.sms import Sms
from rescind.transport import Transport
from rescind.transport.connections import Connections
from rescind.transport.injected import HttpxClient, InjectedClient

PHONE_NOTIFY_URL = "https://ws.esendex.us/NotifyWS/PhoneNotify.asmx"
SMS_URL = "https://portal.2sms.us"


class SharedOptions(TypedDict, total=False):
    """The settings that clients sharing one pool may differ in; see ``Client``."""

    license_key: str | Secret | None
    sms_auth: ClientCredentials | None
    phone_notify_url: str
    sms_url: str
    timeout: float
    attempt_timeout: float
    connect_timeout: float
    attempts: int
    allow_http: bool
    listener: Listener | None


class ClientOptions(SharedOptions, total=False):
    """Every setting of a client; see ``Client``."""

    max_connections: int
    http_client: HttpxClient | None
    transport: Transport | Literal["httpcore", "aiohttp"] | None


def _is_bool(_: object, attribute: "attrs.Attribute[bool]", value: bool) -> None:
    if not isinstance(value, bool):  # "false" out of a configuration file would count as true
        raise TypeError(f"{attribute.name} is True or False, not {type(value).__name__}")


def _is_sms_auth(_: object, __: object, value: ClientCredentials | None) -> None:
    if value is not None and not isinstance(value, ClientCredentials):
        raise TypeError(f"sms_auth is a rescind.ClientCredentials, not {type(value).__name__}")


def _is_listener(_: object, __: object, value: Listener | None) -> None:
    if inspect.iscoroutinefunction(value):
        raise TypeError("listener is a plain function: an async one would never be awaited")
    if value is not None and not callable(value):
        raise TypeError(f"listener is a rescind.Listener, not {type(value).__name__}")


def _is_address(settings: "_Settings", attribute: "attrs.Attribute[str]", value: str) -> None:
    check_service_url(attribute.name, value, allow_http=settings.allow_http)


@attrs.frozen(kw_only=True)
class _Settings:
    allow_http: bool = attrs.field(validator=_is_bool)
    license_key: Secret | None = attrs.field(converter=as_secret)
    sms_auth: ClientCredentials | None = attrs.field(validator=_is_sms_auth)
    phone_notify_url: str = attrs.field(validator=_is_address)
    sms_url: str = attrs.field(validator=_is_address)
    listener: Listener | None = attrs.field(validator=_is_listener)
    options: Options


class Client:
    """Takes back calls at PhoneNotify and texts at 2sms. Immutable; for one event loop.

    Use it with ``async with``, or call ``aclose`` when done. One client serves any number of
    tasks of one asyncio or trio event loop; it is not for several threads.
    """

    __slots__ = ("_owned", "_phone_notify", "_runner", "_settings", "_sms", "_tokens")

    def __init__(
        self,
        *,
        license_key: str | Secret | None = None,
        sms_auth: ClientCredentials | None = None,
        phone_notify_url: str = PHONE_NOTIFY_URL,
        sms_url: str = SMS_URL,
        timeout: float = 30.0,
        attempt_timeout: float = 12.0,
        connect_timeout: float = 5.0,
        attempts: int = 3,
        max_connections: int = 64,
        allow_http: bool = False,
        http_client: HttpxClient | None = None,
        transport: Transport | Literal["httpcore", "aiohttp"] | None = None,
        listener: Listener | None = None,
    ) -> None:
        """Make a client. Nothing is connected until the first call.

        Args:
            license_key: The key of PhoneNotify; only its calls need it.
            sms_auth: The OAuth 2.0 credentials of 2sms; only its calls need them.
            phone_notify_url: The address of PhoneNotify.asmx.
            sms_url: The address of the 2sms portal; tokens come from its ``/Token``.
            timeout: Seconds for a whole call, waits and further attempts included.
            attempt_timeout: Seconds for one attempt of a call that may be repeated.
            connect_timeout: Seconds to connect, TLS included.
            attempts: The most attempts a call makes.
            max_connections: The most connections at once. Further calls wait for one.
            allow_http: Whether plain http is accepted beyond loopback. Keys go in the clear.
            http_client: An ``httpx.AsyncClient`` to send through in place of our own
                connections; it is not closed. HTTP GET is not offered then.
            transport: ``"aiohttp"`` (extra ``rescind[aiohttp]``) for about half the CPU a call,
                without HTTP GET and trio; or an object of your own, a ``rescind.Transport``.
            listener: Is told of every attempt; see ``rescind.Listener``.

        Raises:
            ConfigurationError: An address is not usable, or settings exclude each other.
            TypeError: A value is of the wrong type.
            ValueError: A number is out of range, or a key is empty.
        """
        if sms_auth is not None and not isinstance(sms_auth, ClientCredentials):
            kind = type(sms_auth).__name__
            del sms_auth  # whatever it is, no frame of ours keeps it
            raise TypeError(f"sms_auth is a rescind.ClientCredentials, not {kind}")
        license_key, problem = wrapped(license_key)  # nor the string
        if problem is not None:
            raise problem
        settings = _Settings(
            allow_http=allow_http,
            license_key=license_key,
            sms_auth=sms_auth,
            phone_notify_url=phone_notify_url,
            sms_url=sms_url,
            listener=listener,
            options=Options(
                timeout=timeout,
                attempt_timeout=attempt_timeout,
                connect_timeout=connect_timeout,
                attempts=attempts,
            ),
        )
        chosen = _transport(http_client, transport, max_connections)
        runner = Runner(chosen, Budget(), listener)
        self._set_up(settings, runner, _tokens(settings, runner), owned=chosen)

    def _set_up(
        self, settings: _Settings, runner: Runner, tokens: Tokens | None, owned: Transport | None
    ) -> None:
        self._settings = settings
        self._runner = runner
        self._tokens = tokens
        self._owned = owned
        self._phone_notify = PhoneNotify(
            Service(
                base_url=settings.phone_notify_url.rstrip("/"),
                runner=runner,
                options=settings.options,
                license_key=settings.license_key,
            )
        )
        self._sms = Sms(
            Service(
                base_url=settings.sms_url.rstrip("/"),
                runner=runner,
                options=settings.options,
                tokens=tokens,
            )
        )

    @property
    def phone_notify(self) -> PhoneNotify:
        """The calls of Esendex PhoneNotify."""
        return self._phone_notify

    @property
    def sms(self) -> Sms:
        """The calls of the 2sms REST API."""
        return self._sms

    @classmethod
    def from_env(cls, **options: Unpack[ClientOptions]) -> Self:
        """Make a client from the environment.

        Reads ``RESCIND_LICENSE_KEY``, ``RESCIND_SMS_CLIENT_ID``, ``RESCIND_SMS_CLIENT_SECRET``,
        ``RESCIND_PHONE_NOTIFY_URL`` and ``RESCIND_SMS_URL``, without blanks around them; what
        is not set, or empty, keeps its default.

        Args:
            options: Settings that win over the environment.

        Raises:
            ConfigurationError: One half of the 2sms credentials is missing.
        """
        found = ClientOptions()
        if key := as_secret(_from_env("RESCIND_LICENSE_KEY") or None):
            found["license_key"] = key
        client_id = _from_env("RESCIND_SMS_CLIENT_ID")
        client_secret = as_secret(_from_env("RESCIND_SMS_CLIENT_SECRET") or None)
        if client_id and client_secret:
            found["sms_auth"] = ClientCredentials(client_id=client_id, client_secret=client_secret)
        elif (client_id or client_secret) and "sms_auth" not in options:
            missing = "RESCIND_SMS_CLIENT_ID" if client_secret else "RESCIND_SMS_CLIENT_SECRET"
            raise ConfigurationError(f"{missing} is not set, but the other half is: set both")
        if url := _from_env("RESCIND_PHONE_NOTIFY_URL"):
            found["phone_notify_url"] = url
        if url := _from_env("RESCIND_SMS_URL"):
            found["sms_url"] = url
        return cls(**cast("ClientOptions", {**found, **options}))

    def with_options(self, **options: Unpack[SharedOptions]) -> "Client":
        """Return a client with some settings changed, on the same connections and retry budget.

        Closing it leaves the connections open: they belong to the client that made them.

        Args:
            options: The settings to change, by the names of the constructor's.

        Raises:
            TypeError: A setting of the connections themselves, which are shared.
            ConfigurationError: As the constructor.
        """
        if "license_key" in options:
            options["license_key"], problem = wrapped(options["license_key"])
            if problem is not None:
                raise problem
        unknown = set(options) - SharedOptions.__optional_keys__
        if unknown:
            raise TypeError(f"with_options cannot change {', '.join(sorted(unknown))}")
        old = self._settings
        listener = options.get("listener", old.listener)
        settings = _Settings(
            allow_http=options.get("allow_http", old.allow_http),
            license_key=options.get("license_key", old.license_key),
            sms_auth=options.get("sms_auth", old.sms_auth),
            phone_notify_url=options.get("phone_notify_url", old.phone_notify_url),
            sms_url=options.get("sms_url", old.sms_url),
            listener=listener,
            options=Options(
                timeout=options.get("timeout", old.options.timeout),
                attempt_timeout=options.get("attempt_timeout", old.options.attempt_timeout),
                connect_timeout=options.get("connect_timeout", old.options.connect_timeout),
                attempts=options.get("attempts", old.options.attempts),
            ),
        )
        runner = attrs.evolve(self._runner, listener=listener)
        same_account = (settings.sms_auth, settings.sms_url) == (old.sms_auth, old.sms_url)
        tokens = self._tokens if same_account else _tokens(settings, runner)
        client = object.__new__(Client)
        client._set_up(settings, runner, tokens, owned=None)
        return client

    async def aclose(self) -> None:
        """Close the connections. Calls made afterwards raise ConfigurationError."""
        if self._owned is not None:
            await self._owned.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Client cannot be copied or pickled: use with_options, or make another")

    def __repr__(self) -> str:
        settings = getattr(self, "_settings", None)
        if settings is None:  # somebody looks at the frames of an __init__ that failed
            return "<rescind.Client>"
        return (
            f"<rescind.Client phone_notify_url={settings.phone_notify_url!r} "
            f"sms_url={settings.sms_url!r}>"
        )


def _transport(
    http_client: HttpxClient | None,
    transport: Transport | Literal["httpcore", "aiohttp"] | None,
    max_connections: int,
) -> Transport:
    if isinstance(max_connections, bool) or not isinstance(max_connections, int):
        raise TypeError(f"max_connections is a whole number, not {type(max_connections).__name__}")
    if max_connections < 1:
        raise ValueError(f"max_connections is at least 1, not {max_connections}")
    if http_client is not None:
        if transport is not None:
            raise ConfigurationError("give http_client= or transport=, not both")
        if not isinstance(http_client, HttpxClient):
            kind = type(http_client).__name__
            raise TypeError(f"http_client is an httpx.AsyncClient, not {kind}")
        return InjectedClient(http_client)
    if transport is None or transport == "httpcore":
        return Connections(max_connections)
    if transport == "aiohttp":
        return _over_aiohttp(max_connections)
    return _own(transport)


def _over_aiohttp(max_connections: int) -> Transport:
    try:
        return Connections(max_connections, "aiohttp")
    except ModuleNotFoundError:
        pass
    raise ConfigurationError("transport='aiohttp' needs the extra: rescind[aiohttp]")


def _own(transport: Transport) -> Transport:
    if not callable(getattr(transport, "send", None)):
        raise TypeError("transport is 'httpcore', 'aiohttp' or a rescind.Transport")
    return transport


def _tokens(settings: _Settings, runner: Runner) -> Tokens | None:
    if settings.sms_auth is None:
        return None
    return Tokens(settings.sms_auth, settings.sms_url.rstrip("/"), runner, settings.options)


def _from_env(variable: str) -> str:
    # Files and shells leave line ends behind, which are part of no key and no URL.
    return os.environ.get(variable, "").strip()
