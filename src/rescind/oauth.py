"""OAuth 2.0 client credentials (RFC 6749, 4.4) at the 2sms token endpoint.

The endpoint is ``/Token`` on the same host (vendor's REST introduction). That it answers as
OWIN's does, errors as HTTP 400 with ``error``, is inferred.
"""

import re
from urllib.parse import quote

import anyio
import attrs

from rescind.codec import DecodeError
from rescind.codec.json import parse_json
from rescind.codec.scalars import Json
from rescind.errors import NotSentError, OutcomeUnknownError, RescindError
from rescind.options import Options
from rescind.run import Call, Runner, run
from rescind.secrets import Secret, wrapped
from rescind.wires.message import WireReply, WireRequest
from rescind.wires.rejection import Cause, Rejection
from rescind.wires.status import text_of
from rescind.wires.web_api import read as read_web_api

OPERATION = "Token"
# Without expires_in the token is used this long: the vendor says eight hours, none is certain.
ASSUMED_SECONDS = 300.0
# Refresh this long ahead of expiry while calls go on with the old token.
AHEAD_SECONDS = 300.0
# A token with less than this left may die on its way.
MARGIN_SECONDS = 10.0
# A token that arrives expired is used this long all the same: the service has the last word.
SHORTEST_SECONDS = 1.0
# After a refresh ahead of time failed, the old token serves this long before the next try.
PAUSE_SECONDS = 5.0

_HAS_TOKEN = re.compile("access_?token|refresh_?token", re.IGNORECASE)
_TOKEN = re.compile(r"[!-~]{1,16384}")


def _check_id(value: str) -> None:
    if not isinstance(value, str):
        raise TypeError(f"client_id is a string, not {type(value).__name__}")
    if not value.strip():
        raise ValueError("client_id is empty")
    if any("\ud800" <= character <= "\udfff" for character in value):
        raise ValueError("client_id has half of a surrogate pair in it, which nothing can carry")


@attrs.frozen(init=False, repr=False)
class ClientCredentials:
    """The client id and secret that 2sms issued.

    Attributes:
        client_id: The public half.
        client_secret: The secret half.
    """

    client_id: str
    client_secret: Secret

    def __repr__(self) -> str:
        # Also asked of one that __init__ refused, by whoever shows the locals of its frame.
        return f"ClientCredentials(client_id={getattr(self, 'client_id', None)!r}, …)"

    def __init__(self, *, client_id: str, client_secret: str | Secret) -> None:
        """Check both.

        Args:
            client_id: The public half.
            client_secret: The secret half; a string is wrapped at once.

        Raises:
            TypeError: A value is not a string.
            ValueError: A value is empty, or the secret has blanks around it.
        """
        secret, problem = wrapped(client_secret)
        del client_secret  # or a traceback with locals would show it
        if problem is not None:
            raise problem
        if secret is None:
            raise TypeError("client_secret is a string, not None")
        _check_id(client_id)
        object.__setattr__(self, "client_id", client_id)
        object.__setattr__(self, "client_secret", secret)


@attrs.frozen
class _Token:
    secret: Secret
    lives: float
    """Seconds from its arrival."""


@attrs.frozen
class _Held:
    secret: Secret
    refresh_at: float
    expires_at: float


@attrs.define(eq=False)
class _Flight:
    """One fetch under way, and what came of it for those who wait."""

    landed: anyio.Event
    error: RescindError | None = None


@attrs.define(eq=False)
class Tokens:
    """One token, shared by all calls of a client and fetched by one of them at a time.

    No lock is held over a request: whoever fetches leaves a flight for the others to wait on. A
    fetcher that is cancelled, or runs out of its own time, hands over to the next.
    """

    _credentials: ClientCredentials
    _base_url: str
    _runner: Runner
    _options: Options
    _held: _Held | None = None
    _flight: _Flight | None = None

    async def token(self, deadline: float) -> Secret:
        """Return a token that is good for a while yet; see ``TokenSource``.

        Raises:
            RescindError: None could be had. Nothing of the call itself was sent.
        """
        while True:
            now = anyio.current_time()
            held = self._held
            if held is not None and now < held.refresh_at:
                return held.secret
            usable = held is not None and now < held.expires_at
            if self._flight is None:
                return await self._fetch(_share(deadline, now) if usable else deadline)
            if usable and held is not None:
                return held.secret
            await self._wait(self._flight, deadline)

    def refused(self, token: Secret) -> None:
        """Forget a token that a service answered 401 to, unless another has taken its place."""
        if self._held is not None and self._held.secret == token:
            self._held = None

    async def _wait(self, flight: _Flight, deadline: float) -> None:
        with anyio.move_on_after(max(deadline - anyio.current_time(), 0.0)):
            await flight.landed.wait()
        if not flight.landed.is_set():
            raise NotSentError("no token before the deadline: another call is still fetching one")
        if flight.error is not None:
            raise _copy(flight.error)

    async def _fetch(self, deadline: float) -> Secret:
        flight = self._flight = _Flight(anyio.Event())
        try:
            token = await self._request(deadline)
        except (OutcomeUnknownError, NotSentError) as error:
            failed: RescindError = _not_sent(error)
            if self._options.attempts <= error.attempts and anyio.current_time() < deadline:
                flight.error = failed  # which was not for want of this caller's time
        except RescindError as error:
            failed = flight.error = error
        else:
            now = anyio.current_time()
            ahead = min(AHEAD_SECONDS, token.lives / 10)
            self._held = _Held(token.secret, now + token.lives - ahead, now + token.lives)
            return token.secret
        finally:
            self._flight = None
            flight.landed.set()
        now = anyio.current_time()
        if self._held is not None and now < self._held.expires_at:
            self._held = attrs.evolve(self._held, refresh_at=now + PAUSE_SECONDS)
            return self._held.secret
        raise _copy(failed)

    async def _request(self, deadline: float) -> _Token:
        left = max(deadline - anyio.current_time(), 0.001)
        call = Call(
            operation=OPERATION,
            wire=None,
            base_url=self._base_url,
            request=_build(self._credentials),
            read=_read,
            repeatable=True,
            secrets=(self._credentials.client_secret,),
            quotable=_quotable,
        )
        options = attrs.evolve(self._options, timeout=left)
        return (await run(call, self._runner, options)).value


def _share(deadline: float, now: float) -> float:
    """Leave most of a call's time to the call itself, where the old token still serves."""
    return now + (deadline - now) / 3


def _not_sent(error: RescindError) -> NotSentError:
    """A token request that got lost has done nothing; the call that wanted it was not sent."""
    lost = NotSentError(f"no token could be fetched: {error}")
    lost.status, lost.excerpt = error.status, error.excerpt
    return lost


def _copy(error: RescindError) -> RescindError:
    """Each caller gets an error of its own, or their tracebacks would grow into one another."""
    copied = type(error)(str(error))
    copied.__dict__.update(error.__dict__)
    copied.may_have_happened = False
    return copied


def _build(credentials: ClientCredentials) -> WireRequest:
    pairs = (
        ("grant_type", "client_credentials"),
        ("client_id", credentials.client_id),
        ("client_secret", credentials.client_secret.reveal()),
    )
    body = "&".join(f"{name}={quote(value, safe='')}" for name, value in pairs)
    return WireRequest(
        method="POST",
        path="/Token",
        headers=(
            ("Content-Type", "application/x-www-form-urlencoded"),
            ("Accept", "application/json"),
        ),
        body=body.encode("ascii"),
    )


def _quotable(reply: WireReply) -> str:
    """Return what an error may quote: nothing of a reply that has a token in it."""
    text = text_of(reply)
    return "" if _HAS_TOKEN.search(text) else text


def _read(reply: WireReply) -> "_Token | Rejection":
    if reply.status != 200 and not _quotable(reply):
        reply = attrs.evolve(reply, body=b"")
    if reply.status in {400, 401}:
        code = _oauth_error(reply)
        if code:
            return Rejection(Cause.KEY_REFUSED, _description(reply) or code, code=code)
    found = read_web_api(reply, lambda: _token(parse_json(reply.body)))
    if isinstance(found, Rejection) and found.cause is Cause.UNAUTHORIZED:
        return attrs.evolve(found, cause=Cause.KEY_REFUSED)
    if isinstance(found, _Token | Rejection):
        return found
    return Rejection(Cause.UNREADABLE, "no token in the answer")


def _oauth_error(reply: WireReply) -> str:
    return _member(reply, "error")


def _description(reply: WireReply) -> str:
    return _member(reply, "error_description")


def _member(reply: WireReply, name: str) -> str:
    try:
        data = parse_json(reply.body)
    except DecodeError:
        return ""
    value = data.get(name) if isinstance(data, dict) else None
    return value if isinstance(value, str) else ""


def _token(data: Json) -> _Token:
    if not isinstance(data, dict):
        raise DecodeError("not a token answer")
    access_token, token_type = data.get("access_token"), data.get("token_type")
    if not isinstance(access_token, str) or not _TOKEN.fullmatch(access_token):
        raise DecodeError("access_token: not a token")
    if not isinstance(token_type, str) or token_type.lower() != "bearer":
        raise DecodeError("token_type: not bearer")
    return _Token(Secret(access_token), _lifetime(data.get("expires_in")))


def _lifetime(expires_in: Json) -> float:
    """Return seconds of use, counted from the token's arrival: no clock is compared."""
    if expires_in is None:
        return ASSUMED_SECONDS
    if isinstance(expires_in, str) and re.fullmatch("[0-9]{1,12}", expires_in):
        expires_in = int(expires_in)
    if isinstance(expires_in, bool) or not isinstance(expires_in, int | float):
        raise DecodeError("expires_in: not a number of seconds")
    seconds = float(min(max(expires_in, 0), 10**9))
    return max(seconds - min(MARGIN_SECONDS, seconds / 10), SHORTEST_SECONDS)
