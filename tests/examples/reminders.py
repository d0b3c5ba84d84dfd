"""A small service that uses rescind: it schedules reminder calls and takes them back."""

from collections.abc import Iterable
from datetime import datetime

import attrs

import rescind
from rescind_models.phone_notify import AdvancedNotifyRequest


@attrs.frozen
class Reminders:
    """Reminders of appointments, by phone and by text."""

    client: rescind.Client

    async def schedule(self, appointment: str, numbers: Iterable[str], at: datetime) -> list[int]:
        """Schedule one call a number, and return their queue ids."""
        calls = [
            AdvancedNotifyRequest(
                phone_number_to_dial=number,
                text_to_say="Do not forget your appointment.",
                utc_scheduled_date_time=at,
                reference_id=appointment,
            )
            for number in numbers
        ]
        answers = await self.client.phone_notify.notify_multiple_phone_advanced(calls)
        return [answer.queue_id for answer in answers]

    async def cancel(self, appointment: str) -> str:
        """Take the calls of an appointment back, and say what came of it."""
        try:
            outcome = await self.client.phone_notify.cancel_notify_by_reference_id(appointment)
        except rescind.RescindError as error:
            return "perhaps cancelled" if error.may_have_happened else "not cancelled"
        if not outcome.exact:
            return "cancelled"
        return f"{outcome.cancelled} cancelled"

    async def keep_only(self, text_ids: Iterable[str]) -> None:
        """Delete every recurring text but these."""
        await self.client.sms.delete_recurring_messages_except(text_ids)
