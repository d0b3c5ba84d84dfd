"""Take back what was scheduled to go out.

Phone calls queued at Esendex PhoneNotify, recurring and pending texts at the 2sms REST API::

    async with rescind.Client(license_key="…") as client:
        outcome = await client.phone_notify.cancel_notify_by_reference_id("notify1")
        print(outcome.cancelled)

Importing this package loads no HTTP library and no model; each name is loaded when first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from rescind._version import __version__

if TYPE_CHECKING:
    from rescind import errors as errors
    from rescind import sandbox as sandbox
    from rescind.client import Client as Client
    from rescind.errors import AuthenticationError as AuthenticationError
    from rescind.errors import ConfigurationError as ConfigurationError
    from rescind.errors import InvalidRequestError as InvalidRequestError
    from rescind.errors import NotSentError as NotSentError
    from rescind.errors import OutcomeUnknownError as OutcomeUnknownError
    from rescind.errors import RescindError as RescindError
    from rescind.errors import Sent as Sent
    from rescind.errors import ServiceError as ServiceError
    from rescind.errors import ServiceFaultError as ServiceFaultError
    from rescind.errors import ServiceUnavailableError as ServiceUnavailableError
    from rescind.errors import UnreadableReplyError as UnreadableReplyError
    from rescind.errors import VendorError as VendorError
    from rescind.events import AttemptFailed as AttemptFailed
    from rescind.events import AttemptStarted as AttemptStarted
    from rescind.events import Done as Done
    from rescind.events import Event as Event
    from rescind.events import Listener as Listener
    from rescind.events import Waiting as Waiting
    from rescind.oauth import ClientCredentials as ClientCredentials
    from rescind.outcomes import CancelOutcome as CancelOutcome
    from rescind.outcomes import DeleteOutcome as DeleteOutcome
    from rescind.outcomes import ScheduledMessage as ScheduledMessage
    from rescind.response_codes import ResponseCode as ResponseCode
    from rescind.secrets import Secret as Secret
    from rescind.transport.asgi import AsgiTransport as AsgiTransport
    from rescind.transport.base import Failure as Failure
    from rescind.transport.base import Limits as Limits
    from rescind.transport.base import Transport as Transport
    from rescind.wires.message import WireReply as WireReply
    from rescind.wires.message import WireRequest as WireRequest
    from rescind_models import Wire as Wire

# Spelt in full in the documentation: rescind.errors, rescind.sandbox.
_MODULES = {"errors", "sandbox"}

_HOMES = {
    "AsgiTransport": "rescind.transport.asgi",
    "AttemptFailed": "rescind.events",
    "AttemptStarted": "rescind.events",
    "AuthenticationError": "rescind.errors",
    "CancelOutcome": "rescind.outcomes",
    "Client": "rescind.client",
    "ClientCredentials": "rescind.oauth",
    "ConfigurationError": "rescind.errors",
    "DeleteOutcome": "rescind.outcomes",
    "Done": "rescind.events",
    "Event": "rescind.events",
    "Failure": "rescind.transport.base",
    "InvalidRequestError": "rescind.errors",
    "Limits": "rescind.transport.base",
    "Listener": "rescind.events",
    "NotSentError": "rescind.errors",
    "OutcomeUnknownError": "rescind.errors",
    "RescindError": "rescind.errors",
    "ResponseCode": "rescind.response_codes",
    "ScheduledMessage": "rescind.outcomes",
    "Secret": "rescind.secrets",
    "Sent": "rescind.errors",
    "ServiceError": "rescind.errors",
    "ServiceFaultError": "rescind.errors",
    "ServiceUnavailableError": "rescind.errors",
    "Transport": "rescind.transport.base",
    "UnreadableReplyError": "rescind.errors",
    "VendorError": "rescind.errors",
    "Waiting": "rescind.events",
    "Wire": "rescind_models",
    "WireReply": "rescind.wires.message",
    "WireRequest": "rescind.wires.message",
}

__all__ = [
    "AsgiTransport",
    "AttemptFailed",
    "AttemptStarted",
    "AuthenticationError",
    "CancelOutcome",
    "Client",
    "ClientCredentials",
    "ConfigurationError",
    "DeleteOutcome",
    "Done",
    "Event",
    "Failure",
    "InvalidRequestError",
    "Limits",
    "Listener",
    "NotSentError",
    "OutcomeUnknownError",
    "RescindError",
    "ResponseCode",
    "ScheduledMessage",
    "Secret",
    "Sent",
    "ServiceError",
    "ServiceFaultError",
    "ServiceUnavailableError",
    "Transport",
    "UnreadableReplyError",
    "VendorError",
    "Waiting",
    "Wire",
    "WireReply",
    "WireRequest",
    "__version__",
]


if not TYPE_CHECKING:  # or every misspelt name would have a type

    def __getattr__(name: str) -> object:
        if name in _MODULES:
            return import_module(f"rescind.{name}")
        home = _HOMES.get(name)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(home), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return __all__
