"""Rows of the reminders' screen."""

from dataclasses import dataclass
from datetime import date

from otc_desktop.domain.dunning.plan import Channel
from otc_desktop.domain.shared.ids import CustomerId, ReminderId
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeRow:
    """A reminder that was made, and where it stands."""

    id: ReminderId
    customer_id: CustomerId
    customer_code: str
    customer_name: str
    step: int
    channel: Channel
    planned_on: date
    amount: Money
    recipient: str
    status: str
    server_answer: str
