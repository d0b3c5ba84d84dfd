"""The OAuth 2.0 token endpoint of the 2sms API, as OWIN (Katana) answers it."""

import json
import secrets
from datetime import datetime, timedelta
from typing import Final

import attrs

from .clock import Clock
from .http_error import NO_CACHE
from .messages import Reply, Request, form_pairs, media_type
from .settings import Settings

PATH: Final = "/Token"

_FORM: Final = "application/x-www-form-urlencoded"


@attrs.define
class TokenStore:
    """The tokens that were issued, and until when they count."""

    clock: Clock
    settings: Settings
    _valid_until: dict[str, datetime] = attrs.field(factory=dict[str, datetime], repr=False)
    _refresh_tokens: set[str] = attrs.field(factory=set[str], repr=False)

    def issue(self, token: str | None = None) -> str:
        """Issue a token, a given one or a new one."""
        name = secrets.token_urlsafe(32) if token is None else token
        lifetime = timedelta(seconds=self.settings.token_seconds)
        self._valid_until[name] = self.clock.now() + lifetime
        return name

    def expire(self) -> int:
        """Let every token expire, and count them."""
        count = len(self._valid_until)
        self._valid_until.clear()
        return count

    def clear(self) -> None:
        """Forget every token, refresh tokens included."""
        self._valid_until.clear()
        self._refresh_tokens.clear()

    def accepts(self, authorization: str) -> bool:
        """Whether an Authorization header carries a bearer token that still counts."""
        scheme, _, token = authorization.strip().partition(" ")
        until = self._valid_until.get(token.strip())
        if scheme.lower() != "bearer" or until is None:
            return False
        return self.clock.now() < until

    def answer(self, request: Request) -> Reply:
        """Answer a token request; every error is a 400."""
        form: dict[str, str] = {}
        if (
            request.method == "POST"
            and media_type(request.headers.get("Content-Type", "")) == _FORM
        ):
            form = dict(form_pairs(request.body.decode("utf-8", "replace")))
        client = (form.get("client_id"), form.get("client_secret"))
        if client != (self.settings.client_id, self.settings.client_secret):
            return _refusal("invalid_client")
        grant = form.get("grant_type")
        if grant == "refresh_token":
            if form.get("refresh_token") not in self._refresh_tokens:
                return _refusal("invalid_grant")
            self._refresh_tokens.discard(form["refresh_token"])
        elif grant != "client_credentials":
            return _refusal("unsupported_grant_type")
        elif self.settings.refuse_client_credentials:
            return _refusal("unauthorized_client", "This client may not use client_credentials.")
        return _reply(200, self._grant())

    def _grant(self) -> dict[str, str | int]:
        answer: dict[str, str | int] = {"access_token": self.issue(), "token_type": "bearer"}
        if self.settings.show_expires_in:
            # Katana counts whole seconds after the token was made, and so says one less.
            answer["expires_in"] = max(self.settings.token_seconds - 1, 0)
        if self.settings.refresh_tokens:
            refresh = secrets.token_hex(16)
            self._refresh_tokens.add(refresh)
            answer["refresh_token"] = refresh
        return answer


def _refusal(error: str, description: str | None = None) -> Reply:
    answer: dict[str, str | int] = {"error": error}
    if description is not None:
        answer["error_description"] = description
    return _reply(400, answer)


def _reply(status: int, answer: dict[str, str | int]) -> Reply:
    return Reply(
        status=status,
        body=json.dumps(answer, separators=(",", ":")).encode(),
        content_type="application/json;charset=UTF-8",
        headers=NO_CACHE,
    )
