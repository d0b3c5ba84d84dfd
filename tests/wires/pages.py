"""The six documented wire forms, as the vendors' two pages show them.

Sources: the page of CancelNotifyByReferenceID (four forms) and the help page of
DELETE api/v2/sms/messages/recurrings (two), with the sample values of each. `Accept` is ours: the
pages do not name it.
"""

from collections.abc import Mapping
from pathlib import Path

import attrs

import rescind
from rescind import Wire
from rescind_models.sms import (
    DeletePendingRecurringMessagesRequest,
    FutureDateRange,
    PendingRecurringType,
)
from tests.support.replay import reply

CONTRACTS = Path(__file__).parent.parent.parent / "codegen" / "contracts"

REFERENCE_ID = "notify1"
LICENSE_KEY = "00000000-0000-0000-0000-000000000000"
CREDENTIALS = rescind.ClientCredentials(client_id="an-id", client_secret="a-secret")

ASMX = "/NotifyWS/PhoneNotify.asmx"
SERVICE = "https://ws.esendex.us/NotifyWS/"

_SOAP_SAMPLE = """\
<?xml version="1.0" encoding="utf-8"?>
<{prefix}:Envelope xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:{prefix}="{namespace}">
  <{prefix}:Body>
    <CancelNotifyByReferenceID xmlns="https://ws.esendex.us/NotifyWS/">
      <ReferenceID>notify1</ReferenceID>
      <LicenseKey>00000000-0000-0000-0000-000000000000</LicenseKey>
    </CancelNotifyByReferenceID>
  </{prefix}:Body>
</{prefix}:Envelope>"""

COUNT = b'<int xmlns="https://ws.esendex.us/NotifyWS/">3</int>'
DELETED_JSON = b'{"Error":null,"ResponseData":{"Result":"OK","Detail":{}}}'
DELETED_XML = (
    b"<ResponseOfDeletePendingMessagesResponse><ResponseData><Result>OK</Result>"
    b"<Detail><MessageIDs><string>sample string 1</string></MessageIDs></Detail>"
    b"</ResponseData></ResponseOfDeletePendingMessagesResponse>"
)


def _envelope(namespace: str) -> bytes:
    return (
        f'<s:Envelope xmlns:s="{namespace}"><s:Body><CancelNotifyByReferenceIDResponse '
        f'xmlns="{SERVICE}"><CancelNotifyByReferenceIDResult>3</CancelNotifyByReferenceIDResult>'
        "</CancelNotifyByReferenceIDResponse></s:Body></s:Envelope>"
    ).encode()


@attrs.frozen(kw_only=True)
class Form:
    """One form: what the page shows, and how to make the client send it.

    Attributes:
        wire: The form.
        method: Of the request line.
        path: Of the request line, for a service at the documented address.
        headers: The header fields beyond Host, User-Agent, Content-Length and Authorization.
        sample: The body that the page shows; for HTTP GET the query.
        answer: What a service answers, as a whole HTTP message.
    """

    wire: Wire
    method: str
    path: str
    headers: Mapping[str, str]
    sample: str
    answer: bytes = attrs.field(repr=False)

    @property
    def is_sms(self) -> bool:
        return self.wire in {Wire.JSON, Wire.XML}

    async def send(self, client: rescind.Client) -> object:
        """Send the page's own sample through the public surface."""
        return await self._send(client, REFERENCE_ID, sample_delete())

    async def send_text(self, client: rescind.Client, text: str) -> object:
        """Send one text of the caller's wherever the form carries free text."""
        return await self._send(client, text, delete_with(text))

    async def _send(
        self,
        client: rescind.Client,
        reference_id: str,
        delete: DeletePendingRecurringMessagesRequest,
    ) -> object:
        if self.wire is Wire.JSON or self.wire is Wire.XML:
            return await client.sms.delete(delete, route="recurrings", wire=self.wire)
        return await client.phone_notify.cancel_notify_by_reference_id(reference_id, wire=self.wire)


def sample_delete() -> DeletePendingRecurringMessagesRequest:
    """The help page's sample."""
    return DeletePendingRecurringMessagesRequest(
        all=True,
        message_ids=("sample string 1", "sample string 2"),
        start_date="sample string 2",
        end_date="sample string 3",
        reference="sample string 4",
        destination="sample string 5",
        type_=PendingRecurringType.PENDING,
        range=FutureDateRange.ALL,
    )


def delete_with(text: str) -> DeletePendingRecurringMessagesRequest:
    """A delete whose every text is the same."""
    return DeletePendingRecurringMessagesRequest(
        all=False,
        message_ids=(text, "other", text),
        start_date=text,
        end_date=text,
        reference=text,
        destination=text,
        type_=PendingRecurringType.RECURRING,
    )


FORMS = (
    Form(
        wire=Wire.SOAP11,
        method="POST",
        path=ASMX,
        headers={
            "Content-Type": "text/xml; charset=utf-8",
            "Accept": "text/xml",
            "SOAPAction": '"https://ws.esendex.us/NotifyWS/CancelNotifyByReferenceID"',
        },
        sample=_SOAP_SAMPLE.format(
            prefix="soap", namespace="http://schemas.xmlsoap.org/soap/envelope/"
        ),
        answer=reply(
            _envelope("http://schemas.xmlsoap.org/soap/envelope/"),
            content_type="text/xml; charset=utf-8",
        ),
    ),
    Form(
        wire=Wire.SOAP12,
        method="POST",
        path=ASMX,
        headers={
            "Content-Type": "application/soap+xml; charset=utf-8",
            "Accept": "application/soap+xml",
        },
        sample=_SOAP_SAMPLE.format(
            prefix="soap12", namespace="http://www.w3.org/2003/05/soap-envelope"
        ),
        answer=reply(
            _envelope("http://www.w3.org/2003/05/soap-envelope"),
            content_type="application/soap+xml; charset=utf-8",
        ),
    ),
    Form(
        wire=Wire.HTTP_POST,
        method="POST",
        path=f"{ASMX}/CancelNotifyByReferenceID",
        headers={"Content-Type": "application/x-www-form-urlencoded", "Accept": "text/xml"},
        sample="ReferenceID=notify1&LicenseKey=00000000-0000-0000-0000-000000000000",
        answer=reply(COUNT, content_type="text/xml; charset=utf-8"),
    ),
    Form(
        wire=Wire.HTTP_GET,
        method="GET",
        path=f"{ASMX}/CancelNotifyByReferenceID",
        headers={"Accept": "text/xml"},
        sample="ReferenceID=notify1&LicenseKey=00000000-0000-0000-0000-000000000000",
        answer=reply(COUNT, content_type="text/xml; charset=utf-8"),
    ),
    Form(
        wire=Wire.JSON,
        method="DELETE",
        path="/api/v2/sms/messages/recurrings",
        headers={"Content-Type": "application/json", "Accept": "application/json"},
        sample=(CONTRACTS / "DeletePendingRecurringMessagesRequest.json").read_text("utf-8"),
        answer=reply(DELETED_JSON),
    ),
    Form(
        wire=Wire.XML,
        method="DELETE",
        path="/api/v2/sms/messages/recurrings",
        headers={"Content-Type": "application/xml", "Accept": "application/xml"},
        sample=(CONTRACTS / "DeletePendingRecurringMessagesRequest.xml").read_text("utf-8"),
        answer=reply(DELETED_XML, content_type="application/xml"),
    ),
)
