"""Schedules calls and texts on a local service, takes them back over every wire, and compares.

Touches nothing but loopback, whatever the environment holds. Exits 1 if a count differs.
"""

import json
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import anyio
import attrs
import httpx

import rescind
from rescind import Wire, sandbox
from rescind.phone_notify import CancelWire
from rescind_models.phone_notify import AdvancedNotifyRequest

CALLS_A_WIRE = 3
CANCEL_WIRES: tuple[CancelWire, ...] = (Wire.SOAP11, Wire.SOAP12, Wire.HTTP_POST, Wire.HTTP_GET)
WIDTH = 100


@attrs.define
class Report:
    """Prints what went out and what came back, and keeps count of what differed."""

    service: sandbox.Sandbox
    differences: int = 0
    seen: int = 0

    def headline(self, text: str) -> None:
        print(f"\n{text}\n{'─' * len(text)}")

    def show(self, what: str, got: str, noun: str, expected: int, actual: int) -> None:
        """Print one call: the requests since the last one, the outcome, and the comparison."""
        print(f"\n▸ {what}")
        received = self.service.received()
        # The report is only read to compare: it is not part of the call shown.
        calls = [
            entry for entry in received[self.seen :] if not entry.operation.startswith("GET api")
        ]
        for entry in calls:
            for line in self._request(entry.request):
                print(f"    sent      {line}")
        self.seen = len(received)
        print(f"    came back HTTP {calls[-1].status}, {got}")
        same = expected == actual
        self.differences += not same
        print(
            f"    expected  {expected} {noun}   actual {actual}   {'✓' if same else '✗ DIFFERENT'}"
        )

    def _request(self, request: sandbox.Request) -> Sequence[str]:
        query = f"?{request.query}" if request.query else ""
        names = ("Content-Type", "SOAPAction", "Authorization")
        headers = [f"{name}: {request.headers[name]}" for name in names if name in request.headers]
        body = request.body.decode()
        lines = [f"{request.method} {request.path}{query}", *headers, *([body] if body else [])]
        return [self._fitted(self._redacted(line)) for line in lines]

    def _redacted(self, line: str) -> str:
        for name, secret in (
            ("license key", self.service.license_key),
            ("client secret", self.service.client_secret),
        ):
            line = line.replace(secret, f"[{name}]")
        start, bearer, _ = line.partition("Bearer ")
        return f"{start}{bearer}[token]" if bearer else line

    def _fitted(self, line: str) -> str:
        if len(line) <= WIDTH:
            return line
        head, tail = WIDTH // 4, WIDTH - WIDTH // 4 - 3
        return f"{line[:head]} … {line[-tail:]}"


async def calls(client: rescind.Client, report: Report) -> None:
    """Schedule calls under one reference id a wire, and cancel them over that wire."""
    report.headline("Phone calls: CancelNotifyByReferenceID over its four wires")
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    for wire in CANCEL_WIRES:
        reference_id = f"demo & {wire.value} é"
        requests = [
            AdvancedNotifyRequest(
                phone_number_to_dial=f"757555000{number}",
                text_to_say="Hello",
                utc_scheduled_date_time=tomorrow,
                reference_id=reference_id,
            )
            for number in range(CALLS_A_WIRE)
        ]
        answers = await client.phone_notify.notify_multiple_phone_advanced(requests)
        report.show(
            f"schedule {CALLS_A_WIRE} calls as {reference_id!r}",
            ", ".join(f"{answer.queue_id}: {answer.response_text}" for answer in answers),
            "queued",
            expected=CALLS_A_WIRE,
            actual=len(answers),
        )
        outcome = await client.phone_notify.cancel_notify_by_reference_id(reference_id, wire=wire)
        report.show(
            f"cancel them over Wire.{wire.name}",
            str(outcome),
            "cancelled",
            expected=CALLS_A_WIRE,
            actual=outcome.cancelled,
        )


async def texts(client: rescind.Client, report: Report) -> None:
    """Create texts of both kinds; delete some by id as JSON, and all but one as XML."""
    report.headline("Texts: deletes by id as JSON, all but one as XML")
    recurring = await create(report.service, kind="recurring", count=5)
    pending = await create(report.service, kind="pending", count=3)
    report.seen = len(report.service.received())
    print(f"\n▸ created {len(recurring)} recurring and {len(pending)} pending texts")

    some = await client.sms.delete_recurring_messages(recurring[:2])
    report.show(
        "delete two recurring texts by id over Wire.JSON",
        str(some),
        "left",
        expected=len(recurring) - 2,
        actual=len(await left(client, "RecurringMessages")),
    )
    rest = await client.sms.delete_recurring_messages_except(recurring[2:3])
    report.show(
        "delete all recurring texts but one over Wire.XML",
        str(rest),
        "left",
        expected=1,
        actual=len(await left(client, "RecurringMessages")),
    )
    one = await client.sms.delete_pending_messages(pending[:1], wire=Wire.XML)
    report.show(
        "delete one pending text by id over Wire.XML",
        str(one),
        "left",
        expected=len(pending) - 1,
        actual=len(await left(client, "PendingMessages")),
    )


async def left(client: rescind.Client, list_name: str) -> list[str]:
    """Return the ids that are still scheduled, as the report of the service lists them."""
    return [
        message.message_id
        async for message in client.sms.iter_pending_and_recurring()
        if message.list_name == list_name
    ]


async def create(service: sandbox.Sandbox, *, kind: str, count: int) -> list[str]:
    """Create texts as any HTTP client would; rescind itself only takes back."""
    options = (
        {"RecurringOptions": {"OccurrencesEnd": 5, "RecDateToSend": "2030-01-01T00:00:00Z"}}
        if kind == "recurring"
        else {"DateToSend": "2030-01-01T00:00:00Z"}
    )
    message = {
        "Contacts": {"QuickRecipients": {"+12345678901": 2}},
        "Content": "Hello",
        "Options": options,
        "Type": 2 if kind == "recurring" else 1,
    }
    async with httpx.AsyncClient(base_url=service.sms_url, trust_env=False) as http:
        token = await http.post(
            "/Token",
            data={
                "grant_type": "client_credentials",
                "client_id": service.client_id,
                "client_secret": service.client_secret,
            },
        )
        authorization = {"Authorization": f"Bearer {token.json()['access_token']}"}
        ids: list[str] = []
        for _ in range(count):
            answer = await http.post(
                "/api/v2/sms/messages",
                content=json.dumps(message),
                headers={**authorization, "Content-Type": "application/json"},
            )
            ids.append(str(answer.json()["ResponseData"]["Detail"]["MessageID"]))
    return ids


async def main() -> int:
    """Run the demo; return the number of differences."""
    with sandbox.serving() as service:
        report = Report(service)
        print(f"Both services on {service.url}, for this demo only")
        async with rescind.Client(
            license_key=service.license_key,
            sms_auth=rescind.ClientCredentials(
                client_id=service.client_id, client_secret=service.client_secret
            ),
            phone_notify_url=service.phone_notify_url,
            sms_url=service.sms_url,
        ) as client:
            await calls(client, report)
            await texts(client, report)
    print(f"\n{'All counts are as expected.' if not report.differences else 'Counts differ.'}")
    return report.differences


if __name__ == "__main__":
    for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
        del os.environ[name]  # a proxy would take the demo off this machine
    sys.exit(1 if anyio.run(main) else 0)
