"""The 2sms API: what ASP.NET Web API 2 does with a request, and what the actions do."""

import codecs
import re
from collections.abc import Callable, Mapping
from typing import Final

import attrs

from . import binding_form, binding_json, binding_xml, models, negotiation, tokens
from .binding import BindingError, Bound, BoundValue
from .envelope import Envelope
from .http_error import NO_CACHE, HttpError, exception_detail, reply
from .messages import Reply, Request, form_pairs, html_page, media_type
from .models import Model
from .negotiation import FORM_TYPES, JSON_TYPES, XML_TYPES, Choice, request_charset
from .problems import UnhandledException
from .settings import Settings
from .sms import Sms
from .texts import Kind
from .tokens import TokenStore

SIZE_LIMIT: Final = 4 * 1024 * 1024

RECURRINGS: Final = "api/v2/sms/messages/recurrings"
PENDINGS: Final = "api/v2/sms/messages/pendings"
MESSAGES: Final = "api/v2/sms/messages"
REPORT: Final = "api/v1/reports/messages/pendingandrecurring"

_SERVER_ERROR: Final = "An error has occurred."
_NULL: Final = "Object reference not set to an instance of an object."


@attrs.frozen
class _Route:
    verb: str
    action: Callable[[Request], Envelope]


@attrs.frozen
class WebApi:
    """Answers everything that is not PhoneNotify's or the sandbox's own.

    Attributes:
        sms: The actions.
        tokens: The token endpoint.
        settings: The switches.
        failure: An exception the actions are to fail with.
    """

    sms: Sms
    tokens: TokenStore
    settings: Settings
    failure: Exception | None = None

    def answer(self, request: Request) -> Reply:
        """Answer one request."""
        if request.path.lower() == tokens.PATH.lower():
            return self.tokens.answer(request)
        choice = negotiation.choose(request.headers)
        route = self._routes().get(canonical_path(request.path))
        if route is None:
            return self._no_route(request, choice)
        try:
            self._check(request, route)
            envelope = route.action(request)
        except HttpError as error:
            return reply(error, choice, detail=self.settings.error_detail)
        except UnhandledException as problem:
            cause = problem.cause
            detail = exception_detail(cause.message, cause.kind, "MessagesController.Delete()")
            failure = HttpError(status=500, message=_SERVER_ERROR, detail=detail)
            return reply(failure, choice, detail=self.settings.error_detail)
        return Reply(
            body=envelope.encode(choice), content_type=choice.content_type, headers=NO_CACHE
        )

    def _routes(self) -> Mapping[str, _Route]:
        return {
            RECURRINGS: _Route("DELETE", self._delete(Kind.RECURRING)),
            PENDINGS: _Route("DELETE", self._delete(Kind.PENDING)),
            MESSAGES: _Route("POST", self._send),
            REPORT: _Route("GET", self._report),
        }

    def _check(self, request: Request, route: _Route) -> None:
        """The checks before an action, in their order: verb, token, size."""
        if request.method != route.verb:
            raise HttpError(
                status=405,
                message=f"The requested resource does not support http method '{request.method}'.",
                headers=(("Allow", route.verb),),
            )
        if not self.tokens.accepts(request.headers.get("Authorization", "")):
            raise HttpError(
                status=401,
                message="Authorization has been denied for this request.",
                headers=(("WWW-Authenticate", "Bearer"),),
            )

    def _no_route(self, request: Request, choice: Choice) -> Reply:
        first, *rest = canonical_path(request.path).split("/")
        if (first == "api" and len(rest) == 1) or first == "token":
            error = HttpError(
                status=404,
                message=f"No HTTP resource was found that matches the request URI '{request.url}'.",
                detail=(
                    (
                        "MessageDetail",
                        f"No type was found that matches the controller named '{''.join(rest)}'.",
                    ),
                ),
            )
            return reply(error, choice, detail=self.settings.error_detail)
        if request.method in ("GET", "HEAD", "POST"):
            return html_page(404, "404 - File or directory not found.", "There is nothing here.")
        return html_page(405, "405 - HTTP verb not allowed.", "The verb is not allowed here.")

    # Actions

    def _delete(self, kind: Kind) -> Callable[[Request], Envelope]:
        def action(request: Request) -> Envelope:
            bound = self._bind(request, models.DELETE)
            self._admit(bound)
            if bound.values is None and self.settings.no_request == "crash":
                raise UnhandledException(_NULL, "System.NullReferenceException")
            return self.sms.delete(kind, bound.values)

        return action

    def _send(self, request: Request) -> Envelope:
        bound = self._bind(request, models.SEND)
        self._admit(bound)
        if bound.values is None:
            raise UnhandledException(_NULL, "System.NullReferenceException")
        return self.sms.send(bound.values)

    def _report(self, request: Request) -> Envelope:
        pairs = form_pairs(request.query)
        parts: list[dict[str, BoundValue]] = []
        errors = Bound({})
        for prefix, members in (
            ("filter", models.REPORT_FILTER),
            ("paging", models.REPORT_PAGING),
        ):
            own = [
                (name[len(prefix) + 1 :], value)
                for name, value in pairs
                if name.lower().startswith(f"{prefix}.")
            ]
            bound = binding_form.bind_members(own, members, prefix)
            errors.errors.extend(bound.errors)
            parts.append(bound.values or {})
        self._admit(errors)
        return self.sms.report(*parts)

    # Bodies

    def _bind(self, request: Request, model: Model) -> Bound:
        """Bind the body, whichever form it has; no body at all is null."""
        if request.length > SIZE_LIMIT:
            detail = exception_detail(
                "Maximum request length exceeded.",
                "System.Web.HttpException",
                "System.Web.HttpRequest.GetEntireRawContent()",
            )
            raise HttpError(status=500, message=_SERVER_ERROR, detail=detail)
        content_type = request.headers.get("Content-Type", "")
        media = media_type(content_type)
        if "/" not in media:
            if not request.body:
                return Bound(None)
            raise _unsupported(
                "The request contains an entity body but no Content-Type header. The inferred media"
                " type 'application/octet-stream' is not supported for this resource.",
                "application/octet-stream",
                model,
            )
        if media not in (*JSON_TYPES, *FORM_TYPES) and not (model.xml and media in XML_TYPES):
            text = f"The request entity's media type '{media}' is not supported for this resource."
            raise _unsupported(text, media, model)
        if not request.body:
            return Bound(None)
        if media in FORM_TYPES:
            return binding_form.bind(form_pairs(request.body.decode("utf-8", "replace")), model)
        encoding = request_charset(content_type)
        try:
            text = _decode(request.body, encoding, marks=media in JSON_TYPES)
        except UnicodeDecodeError as problem:
            return _unreadable(model, str(problem))
        if media in JSON_TYPES:
            return binding_json.bind(text, model)
        return binding_xml.bind(text, model, encoding)

    def _admit(self, bound: Bound) -> None:
        """Refuse what could not be read, if that is checked; then the action runs."""
        if bound.errors and self.settings.check_model_state:
            raise HttpError(
                status=400,
                message="The request is invalid.",
                model_state=bound.model_state(detail=self.settings.error_detail),
            )
        if self.failure is not None:
            raise UnhandledException(str(self.failure))


def canonical_path(path: str) -> str:
    """A path as routes compare it: lower case, without slashes at the ends or doubled."""
    return re.sub("/+", "/", path).strip("/").lower()


def _decode(body: bytes, encoding: str, *, marks: bool) -> str:
    """Decode a body strictly.

    Args:
        body: The bytes.
        encoding: The encoding it claims.
        marks: A byte order mark of another encoding wins, as it does for JSON.

    Raises:
        UnicodeDecodeError: It is not in that encoding.
    """
    if marks:
        for mark, marked in _MARKS:
            if body.startswith(mark):
                return body[len(mark) :].decode(marked)
    own = _BOM[encoding]
    return body.removeprefix(own).decode("utf-16-le" if encoding == "utf-16" else encoding)


_BOM: Final = {"utf-8": codecs.BOM_UTF8, "utf-16": codecs.BOM_UTF16_LE}
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def _unreadable(model: Model, message: str) -> Bound:
    return Bound(None, [BindingError(model.parameter, message)])


def _unsupported(message: str, media: str, model: Model) -> HttpError:
    detail = exception_detail(
        f"No MediaTypeFormatter is available to read an object of type '{model.name}' from content "
        f"with media type '{media}'.",
        "System.Net.Http.UnsupportedMediaTypeException",
        "System.Net.Http.HttpContentExtensions.ReadAsAsync[T]()",
    )
    return HttpError(status=415, message=message, detail=detail)
