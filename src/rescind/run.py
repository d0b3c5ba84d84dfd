"""The only loop: attempt, decide, wait, attempt again, within one deadline."""

from collections.abc import Callable, Mapping
from typing import Generic, Protocol, TypeVar

import anyio
import anyio.to_thread
import attrs

from rescind import events
from rescind._version import __version__
from rescind.errors import (
    AuthenticationError,
    ConfigurationError,
    NotSentError,
    OutcomeUnknownError,
    RescindError,
    Sent,
    ServiceError,
    ServiceFaultError,
    ServiceUnavailableError,
    UnreadableReplyError,
    VendorError,
)
from rescind.log_filter import kept_from_logs
from rescind.options import Options
from rescind.policy import Again, Verdict, verdict
from rescind.retry import Budget, decide, jitter, parse_retry_after
from rescind.secrets import Secret, redact, redact_model
from rescind.transport import Failure, Limits, Transport
from rescind.wires.message import WireReply, WireRequest
from rescind.wires.rejection import Rejection
from rescind.wires.status import text_of, without_stack
from rescind_models import Wire

T = TypeVar("T")

EXCERPT_CHARACTERS = 300
REASON_CHARACTERS = 1 << 14
INLINE_BYTES = 1 << 18
USER_AGENT = f"rescind/{__version__}"


class TokenSource(Protocol):
    """Gives bearer tokens; one that was refused is not given again."""

    async def token(self, deadline: float) -> Secret:
        """Return a token; raises a RescindError where none can be had by the deadline."""
        ...

    def refused(self, token: Secret) -> None:
        """Forget a token that a service answered 401 to."""
        ...


@attrs.frozen(kw_only=True)
class Call(Generic[T]):
    """Everything about one call that does not change between its attempts.

    Attributes:
        operation: The vendor's name of it.
        wire: The wire form; None for calls that have but one.
        base_url: The service's URL.
        request: The request, without a token.
        read: Reads a reply: the answer, or a Rejection.
        repeatable: Whether repeating it is safe.
        secrets: What must not be seen in an error.
        tokens: Where a bearer token comes from, if the service wants one.
        find_out: What the caller can do where the outcome is unknown.
        quotable: What of a reply an error may quote, apart from the secrets above.
    """

    operation: str
    wire: Wire | None
    base_url: str
    request: WireRequest
    read: Callable[[WireReply], T | Rejection]
    repeatable: bool
    secrets: tuple[Secret, ...] = ()
    tokens: TokenSource | None = None
    find_out: str = ""
    quotable: Callable[[WireReply], str] = text_of


@attrs.frozen
class Answer(Generic[T]):
    """An answer, and how it was come by.

    Attributes:
        value: What ``read`` gave.
        exact: False where an earlier attempt may have done the work already.
        attempts: How many requests were made or tried.
        http: The reply.
    """

    value: T
    exact: bool
    attempts: int
    http: WireReply


@attrs.frozen
class Runner:
    """What all calls of a client share."""

    transport: Transport
    budget: Budget
    listener: events.Listener | None

    def tell(self, event: events.Event) -> None:
        """Pass an event on. Whatever a listener raises, the call's outcome is not lost for it."""
        if self.listener is None:
            return
        try:
            self.listener(event)
        except Exception as error:  # noqa: BLE001 - somebody else's code, between request and answer
            kind = type(error).__name__
            events.logger.error("the listener raised %s on %s", kind, type(event).__name__)


@attrs.define
class _Attempt:
    """How one attempt ended without an answer."""

    verdict: Verdict
    sent: Sent
    why: Failure | Rejection
    reply: WireReply | None = None

    @property
    def status(self) -> int | None:
        if self.reply is not None:
            return self.reply.status
        return self.why.status if isinstance(self.why, Failure) else None

    @property
    def retry_after(self) -> float | None:
        return None if self.reply is None else parse_retry_after(self.reply.header("retry-after"))


@attrs.define
class _Progress:
    """What the attempts so far have come to."""

    started: float
    secrets: tuple[Secret, ...]
    attempts: int = 0
    may_have_happened: bool = False
    has_new_token: bool = False
    sent: Sent = Sent.NO


async def run(call: Call[T], runner: Runner, options: Options) -> Answer[T]:
    """Make a call: as many attempts as it takes and the options allow.

    Raises:
        RescindError: The class and its attributes follow the table in ``policy``.
    """
    progress = _Progress(anyio.current_time(), call.secrets)
    deadline = progress.started + options.timeout
    try:
        result = await _attempts(call, runner, options, deadline, progress)
    except RescindError as error:  # no token could be had, or no transport
        result = _between_attempts(error, call, progress)
    except anyio.get_cancelled_exc_class():
        _finish(call, runner, progress, "Cancelled", None)
        raise
    if isinstance(result, RescindError):
        _finish(call, runner, progress, type(result).__name__, result.status)
        raise result.with_traceback(None)
    runner.budget.earn()
    _finish(call, runner, progress, "", result.http.status)
    return result


async def _attempts(
    call: Call[T], runner: Runner, options: Options, deadline: float, progress: _Progress
) -> Answer[T] | RescindError:
    while True:
        token = await call.tokens.token(deadline) if call.tokens is not None else None
        if token is not None:
            progress.secrets = (*progress.secrets, token)
        progress.attempts += 1
        runner.tell(
            events.AttemptStarted(
                operation=call.operation, wire=_wire(call), attempt=progress.attempts
            )
        )
        outcome = await _attempt(call, runner, options, deadline, token, progress.secrets)
        if isinstance(outcome, tuple):
            value, reply = outcome
            return Answer(value, not progress.may_have_happened, progress.attempts, reply)
        wait, why_stopped = _after(call, runner, options, deadline, progress, outcome)
        if wait is None:
            return _error(call, progress, outcome, why_stopped)
        if outcome.verdict.again is Again.WITH_NEW_TOKEN and token and call.tokens is not None:
            call.tokens.refused(token)
            progress.has_new_token = True
        elif wait > 0:
            runner.tell(
                events.Waiting(
                    operation=call.operation,
                    wire=_wire(call),
                    attempt=progress.attempts,
                    seconds=wait,
                )
            )
            await anyio.sleep(wait)


async def _attempt(
    call: Call[T],
    runner: Runner,
    options: Options,
    deadline: float,
    token: Secret | None,
    secrets: tuple[Secret, ...],
) -> tuple[T, WireReply] | _Attempt:
    limits = Limits(
        deadline=deadline,
        attempt_timeout=options.attempt_seconds(repeatable=call.repeatable),
        connect_timeout=options.connect_timeout,
        fresh=not call.repeatable,
    )
    with kept_from_logs(secrets):
        reply = await runner.transport.send(call.base_url, _complete(call.request, token), limits)
    if isinstance(reply, Failure):
        return _Attempt(verdict(reply.cause, repeatable=call.repeatable), reply.sent, reply)
    value = await _read(call, reply)
    if isinstance(value, Rejection):
        found = verdict(value.cause, repeatable=call.repeatable)
        return _Attempt(found, Sent.YES, value, reply)
    return value, reply


async def _read(call: Call[T], reply: WireReply) -> T | Rejection:
    """Read a reply; a large one beside the event loop, which would stand still meanwhile."""
    if len(reply.body) <= INLINE_BYTES:
        return call.read(reply)
    return await anyio.to_thread.run_sync(call.read, reply)


def _complete(request: WireRequest, token: Secret | None) -> WireRequest:
    """Add the headers that no wire form knows of."""
    headers = (*request.headers, ("User-Agent", USER_AGENT))
    if token is not None:
        headers = (*headers, ("Authorization", f"Bearer {token.reveal()}"))
    return attrs.evolve(request, headers=headers)


def _after(
    call: Call[T],
    runner: Runner,
    options: Options,
    deadline: float,
    progress: _Progress,
    outcome: _Attempt,
) -> tuple[float | None, str]:
    """Take note of a failed attempt, and decide what follows: seconds to wait, or None."""
    progress.sent = outcome.sent
    runner.tell(
        events.AttemptFailed(
            operation=call.operation,
            wire=_wire(call),
            attempt=progress.attempts,
            error=outcome.verdict.error.__name__,
            sent=outcome.sent,
            status=outcome.status,
        )
    )
    decision = decide(
        outcome.verdict.again,
        attempt=progress.attempts,
        attempts=options.attempts,
        retry_after=outcome.retry_after,
        time_left=deadline - anyio.current_time(),
        has_new_token=progress.has_new_token or call.tokens is None,
        fraction=jitter(),
    )
    progress.may_have_happened |= outcome.verdict.may_have_happened
    if decision.wait is None:
        return None, decision.why
    if outcome.verdict.again is not Again.WITH_NEW_TOKEN and not runner.budget.spend():
        return None, "the client's budget of retries is used up"
    return decision.wait, ""


def _error(call: Call[T], progress: _Progress, outcome: _Attempt, stopped: str) -> RescindError:
    """Make the error of the last attempt, with all that earlier ones add to it."""
    kind = outcome.verdict.error
    if kind is NotSentError and progress.may_have_happened:
        kind = OutcomeUnknownError
    why = _redacted(outcome.why, progress.secrets)
    error = kind(_message(call, kind, outcome.status, why, progress, stopped))
    if isinstance(error, ServiceError) and isinstance(why, Rejection):
        error.reason = why.reason
        error.code = why.code
        if isinstance(error, ServiceFaultError):
            error.subcodes = why.subcodes
            error.actor = why.actor
            error.detail = why.detail
        elif isinstance(error, VendorError):
            error.result = why.result
    if outcome.reply is not None:
        excerpt = redact(call.quotable(outcome.reply), progress.secrets)
        error.excerpt = " ".join(excerpt[: EXCERPT_CHARACTERS * 4].split())[:EXCERPT_CHARACTERS]
    error.status = outcome.status
    error.retry_after = outcome.retry_after
    _add_context(error, call, progress)
    return error


def _redacted(why: Failure | Rejection, secrets: tuple[Secret, ...]) -> Failure | Rejection:
    """Return what went wrong without secrets, and in no more words than anybody reads."""

    def quoted(text: str) -> str:
        return redact(text[:REASON_CHARACTERS], secrets)

    if isinstance(why, Failure):
        return attrs.evolve(why, reason=quoted(why.reason))
    return attrs.evolve(
        why,
        reason=quoted(why.reason),
        code=quoted(why.code),
        subcodes=tuple(map(quoted, why.subcodes)),
        actor=quoted(why.actor),
        detail=quoted(why.detail),
        result=redact_model(why.result, secrets),
    )


def _between_attempts(error: RescindError, call: Call[T], progress: _Progress) -> RescindError:
    """Make the error of a call that got no further, not even to its next attempt."""
    if isinstance(error, NotSentError | ConfigurationError) and progress.may_have_happened:
        known = error
        error = OutcomeUnknownError(
            f"{call.operation}: {_HEADLINES[OutcomeUnknownError]}: an earlier attempt got lost, "
            f"and then: {known}{_advice(call, progress)}"
        )
        error.excerpt, error.status = known.excerpt, known.status
    _add_context(error, call, progress)
    return error


def _add_context(error: RescindError, call: Call[T], progress: _Progress) -> None:
    error.operation = call.operation
    error.wire = call.wire
    error.sent = progress.sent
    error.attempts = progress.attempts
    error.may_have_happened = progress.may_have_happened


_HEADLINES: Mapping[type[RescindError], str] = {
    NotSentError: "the request was not sent",
    OutcomeUnknownError: "it cannot be known whether it was done",
    AuthenticationError: "the credentials were refused",
    ServiceUnavailableError: "the service cannot answer now",
    UnreadableReplyError: "the answer is not the documented one",
}


def _message(
    call: Call[T],
    kind: type[RescindError],
    status: int | None,
    why: Failure | Rejection,
    progress: _Progress,
    stopped: str,
) -> str:
    parts = [f"{call.operation}: {_HEADLINES.get(kind, 'the service said no')}"]
    if isinstance(why, Rejection) and why.code:
        parts.append(f"code {_one_line(why.code)}")
    parts.append(_one_line(without_stack(why.reason)))
    told = [f"attempts: {progress.attempts}"]
    if call.wire is not None:
        told.insert(0, f"wire: {call.wire.value}")
    if status is not None:
        told.append(f"HTTP status: {status}")
    message = f"{': '.join(filter(None, parts))} ({', '.join(told)})"
    if stopped:
        message += f". Stopped: {stopped}"
    return message + _advice(call, progress)


def _advice(call: Call[T], progress: _Progress) -> str:
    return f". {call.find_out}" if progress.may_have_happened and call.find_out else ""


def _finish(
    call: Call[T], runner: Runner, progress: _Progress, error: str, status: int | None
) -> None:
    done = events.Done(
        operation=call.operation,
        wire=_wire(call),
        error=error,
        attempts=progress.attempts,
        status=status,
        seconds=anyio.current_time() - progress.started,
    )
    runner.tell(done)
    events.log_done(done)


def _wire(call: Call[T]) -> str:
    return "" if call.wire is None else call.wire.value


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= EXCERPT_CHARACTERS else line[:EXCERPT_CHARACTERS] + "…"
