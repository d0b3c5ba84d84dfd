"""PhoneNotify and the 2sms API on your own machine.

A local stand-in for both services, for people who have a production key and no test account::

    with rescind.sandbox.serving() as sandbox:
        ...  # sandbox.phone_notify_url, sandbox.sms_url, sandbox.license_key, ...

It answers as ASP.NET does: PhoneNotify as System.Web.Services (SOAP 1.1, SOAP 1.2, HTTP GET and
POST), 2sms as Web API 2 behind an OWIN token endpoint. What no public source says of the vendors'
own code is a switch in `Settings`. Faults can be ordered, its clock can be moved, and everything it
holds and has received can be looked at, from Python and over HTTP under `/_sandbox`.

These PhoneNotify operations do what they say, on calls in memory: GetVersion, GetQueueIDStatus,
GetQueueIDStatusesByPhoneNumber, GetQueueIDStatusWithAdvancedInfo, GetMultipleQueueIdStatus,
NotifyPhoneBasic, NotifyPhoneAdvanced, NotifyMultiplePhoneBasicWithCPMandReferenceID,
NotifyMultiplePhoneAdvanced, CancelNotify, CancelNotifyByReferenceID, GetResponseCodes, getVoices.
Every other operation checks the license key and answers with an empty, well-formed result: no
value, an array without items, zero or false. StatusChangePostUrl is never called.

Of 2sms it has the token endpoint, POST api/v2/sms/messages, the report of pending and recurring
messages, and both deletes.

It shares no code with the client, so that the two cannot prove each other's mistakes.
It needs the extra `sandbox`: `pip install rescind[sandbox]`.
"""

from .calls import Call, CallBook, CallState
from .clock import Clock
from .core import Received, Sandbox
from .faults import (
    AnswerCutOffError,
    AnswerLost,
    ConnectionBrokenError,
    ConnectionWasResetError,
    CutOff,
    Delay,
    ExpiredToken,
    Failure,
    Fault,
    FaultBoard,
    HtmlPage,
    Order,
    Reset,
    SoapFailure,
    Unavailable,
)
from .messages import Headers, Reply, Request
from .phone_notify import REAL_OPERATIONS
from .server import running, serving
from .settings import Settings
from .texts import Kind, Message, MessageBook

__all__ = [
    "REAL_OPERATIONS",
    "AnswerCutOffError",
    "AnswerLost",
    "Call",
    "CallBook",
    "CallState",
    "Clock",
    "ConnectionBrokenError",
    "ConnectionWasResetError",
    "CutOff",
    "Delay",
    "ExpiredToken",
    "Failure",
    "Fault",
    "FaultBoard",
    "Headers",
    "HtmlPage",
    "Kind",
    "Message",
    "MessageBook",
    "Order",
    "Received",
    "Reply",
    "Request",
    "Reset",
    "Sandbox",
    "Settings",
    "SoapFailure",
    "Unavailable",
    "running",
    "serving",
]
