"""Each wire form with a call that goes over it, and the answer that makes the call succeed."""

from collections.abc import Mapping

import attrs

from rescind import Wire
from tests.support.calls import Call, cancel, delete, notify, sweep
from tests.support.replay import reply

NAMESPACE = "https://ws.esendex.us/NotifyWS/"


def envelope(content: str, version: str = "http://schemas.xmlsoap.org/soap/envelope/") -> bytes:
    return (
        f'<soap:Envelope xmlns:soap="{version}"><soap:Body>{content}</soap:Body></soap:Envelope>'
    ).encode()


CANCELLED = (
    f'<CancelNotifyByReferenceIDResponse xmlns="{NAMESPACE}"><CancelNotifyByReferenceIDResult>3'
    "</CancelNotifyByReferenceIDResult></CancelNotifyByReferenceIDResponse>"
)


def notified(code: int = 0, text: str = "Queued") -> str:
    """The element of NotifyPhoneAdvanced's answer."""
    return (
        f'<NotifyPhoneAdvancedResponse xmlns="{NAMESPACE}"><NotifyPhoneAdvancedResult>'
        f"<ResponseCode>{code}</ResponseCode><ResponseText>{text}</ResponseText>"
        "<CallAnswered>false</CallAnswered><QueueID>1</QueueID><TryCount>0</TryCount>"
        "<Demo>false</Demo><DigitsPressed></DigitsPressed><MachineDetection></MachineDetection>"
        "<Duration>0</Duration><StartTime>0001-01-01T00:00:00</StartTime>"
        "<EndTime>0001-01-01T00:00:00</EndTime><MinuteRate>0</MinuteRate>"
        "<CallComplete>false</CallComplete></NotifyPhoneAdvancedResult>"
        "</NotifyPhoneAdvancedResponse>"
    )


@attrs.frozen
class Form:
    """One wire form: a call over it, the body that answers it, and whether it may be repeated."""

    name: str
    call: Call
    body: bytes
    content_type: str
    repeatable: bool = True

    @property
    def needs_token(self) -> bool:
        """Whether the call is one of 2sms."""
        return self.content_type.startswith("application/") and "soap" not in self.content_type

    @property
    def good(self) -> bytes:
        """The whole answer; the connection stays open behind it."""
        return reply(self.body, content_type=self.content_type).replace(
            b"Connection: close\r\n", b""
        )


_INT = f'<?xml version="1.0"?><int xmlns="{NAMESPACE}">3</int>'.encode()
_DELETED = (
    b"<ResponseOfDeletePendingMessagesResponse><ResponseData><Result>OK</Result><Detail>"
    b"<MessageIDs><string>r1</string></MessageIDs></Detail></ResponseData>"
    b"</ResponseOfDeletePendingMessagesResponse>"
)
_DELETED_JSON = (
    b'{"Error":null,"ResponseData":{"Identification":{"UserId":"u"},"Result":"OK","Detail":{}}}'
)
TEXT_XML = "text/xml; charset=utf-8"

FORMS: Mapping[str, Form] = {
    form.name: form
    for form in (
        Form("soap11", cancel(Wire.SOAP11), envelope(CANCELLED), TEXT_XML),
        Form(
            "soap12",
            cancel(Wire.SOAP12),
            envelope(CANCELLED, "http://www.w3.org/2003/05/soap-envelope"),
            "application/soap+xml; charset=utf-8",
        ),
        Form("post", cancel(Wire.HTTP_POST), _INT, TEXT_XML),
        Form("get", cancel(Wire.HTTP_GET), _INT, TEXT_XML),
        Form("json", delete(Wire.JSON), _DELETED_JSON, "application/json; charset=utf-8"),
        Form("xml", delete(Wire.XML), _DELETED, "application/xml; charset=utf-8"),
        Form("notify", notify(Wire.SOAP11), envelope(notified()), TEXT_XML, repeatable=False),
        Form("sweep", sweep(Wire.XML), _DELETED, "application/xml", repeatable=False),
    )
}
