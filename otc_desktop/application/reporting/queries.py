"""Figures read from the books."""

from dataclasses import dataclass

from otc_desktop.domain.shared.ids import CustomerId
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class AgedRow:
    """What a customer owed on a date, by days past the due date."""

    id: CustomerId
    customer_code: str
    customer_name: str
    not_due: Money
    days_1_30: Money
    days_31_60: Money
    days_61_90: Money
    over_90: Money
    total: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayFigures:
    """What waits for somebody this morning, and the four figures above it."""

    lines_to_confirm: int
    reminders_waiting: int
    orders_held: int
    deliveries_to_invoice: int
    drafts: int
    disputes_late: int
    mails_in_trouble: int
    flows_in_trouble: int
    orders_late: int
    products_to_reorder: int
    returns_to_credit: int
    einvoices_turned_down: int
    promises_broken: int
    calls_agreed: int
    contacts_to_mend: int
    payment_plans_waiting: int
    letters_to_post: int
    proposals_waiting: int
    mandates_blocked: int
    collections_prepared: int
    open_total: Money
    overdue_total: Money
    disputed_total: Money
    unmatched_total: Money
