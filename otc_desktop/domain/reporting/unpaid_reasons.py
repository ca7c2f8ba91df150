"""Why an invoice is not paid: what was done, what stands in the way, and what to do next."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from otc_desktop.domain.reporting.payment_habit import PaymentHabit
from otc_desktop.domain.shared.money import Money


class Light(StrEnum):
    """Whether a point is as it should be, stands in the way, or is worth knowing."""

    DONE = "done"
    OBSTACLE = "obstacle"
    REMARK = "remark"


class NextStep(StrEnum):
    """What somebody can do about it, the most pressing first."""

    SETTLE_DISPUTE = "settle_dispute"
    MATCH_RECEIPT = "match_receipt"
    USE_CREDIT = "use_credit"
    SEND_INVOICE = "send_invoice"
    MEND_MAIL = "mend_mail"
    ASK_PURCHASE_ORDER = "ask_purchase_order"
    DELIVER = "deliver"
    WAIT_FOR_PROMISE = "wait_for_promise"
    CALL = "call"
    REMIND = "remind"
    WAIT = "wait"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class UnpaidReason:
    """One point of the page: a code of `unpaid.*` with its parameters."""

    light: Light
    code: str
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """The last mail that carried the invoice; `status` is the outbox's."""

    status: str
    recipient: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class UnpaidFacts:
    """What is known about one open invoice; amounts include tax.

    `sending` is None when it never was in the outbox, and `taken_over` tells that another
    program issued it. `delivered_on` is None when no delivery is known, which is no obstacle
    unless `from_order`. `credits` is what the customer has in unused credit notes and
    payments on account, `unmatched` what waits on the bank desk and seems to be theirs.
    """

    on: date
    issued_on: date
    due_on: date
    total: Money
    open: Money
    taken_over: bool
    sending: Sending | None
    from_order: bool
    delivered_on: date | None
    purchase_order: str
    purchase_order_required: bool
    disputed: Money
    dispute_reason: str
    dispute_due_on: date | None
    promised_on: date | None
    promised: Money | None
    broken_promises: int
    last_paid_on: date | None
    credits: Money
    unmatched: Money
    habit: PaymentHabit
    reminded_on: date | None
    reminder_step: int | None


@dataclass(frozen=True, slots=True)
class UnpaidPage:
    """Every point, and the step that would help most."""

    reasons: tuple[UnpaidReason, ...]
    next_step: NextStep
    expected_on: date | None


_SENT = "sent"
_IN_TROUBLE = ("failed", "uncertain", "bounced")
_CANCELLED = "cancelled"
# Reminded this often, or this late, a call does more than another mail.
_CALL_AFTER_DAYS = 15


def explain_unpaid(facts: UnpaidFacts) -> UnpaidPage:
    """The page of one invoice."""
    if not facts.open:
        paid = UnpaidReason(Light.DONE, "unpaid.settled", {"on": facts.last_paid_on})
        return UnpaidPage((paid,), NextStep.NOTHING, None)
    reasons = [
        _term(facts),
        _sent(facts),
        *_delivered(facts),
        *_purchase_order(facts),
        *_dispute(facts),
        *_promise(facts),
        *_paid_in_part(facts),
        *_money_at_hand(facts),
        _habit(facts),
        *_reminded(facts),
    ]
    expected = _expected_on(facts)
    return UnpaidPage(tuple(reasons), _next_step(facts), expected)


def _days_late(facts: UnpaidFacts) -> int:
    return (facts.on - facts.due_on).days


def _term(facts: UnpaidFacts) -> UnpaidReason:
    days = _days_late(facts)
    if days <= 0:
        return UnpaidReason(Light.DONE, "unpaid.not_due", {"due_on": facts.due_on, "days": -days})
    return UnpaidReason(Light.OBSTACLE, "unpaid.overdue", {"due_on": facts.due_on, "days": days})


def _sent(facts: UnpaidFacts) -> UnpaidReason:
    sending = facts.sending
    if sending is None or sending.status == _CANCELLED:
        if facts.taken_over:
            return UnpaidReason(Light.REMARK, "unpaid.issued_elsewhere")
        return UnpaidReason(Light.OBSTACLE, "unpaid.never_sent")
    params = {"on": sending.on, "recipient": sending.recipient}
    if sending.status == _SENT:
        return UnpaidReason(Light.DONE, "unpaid.sent", params)
    if sending.status in _IN_TROUBLE:
        return UnpaidReason(Light.OBSTACLE, "unpaid.mail_in_trouble", params)
    return UnpaidReason(Light.REMARK, "unpaid.mail_waits", params)


def _delivered(facts: UnpaidFacts) -> list[UnpaidReason]:
    if facts.delivered_on is not None:
        return [UnpaidReason(Light.DONE, "unpaid.delivered", {"on": facts.delivered_on})]
    if facts.from_order:
        return [UnpaidReason(Light.OBSTACLE, "unpaid.not_delivered")]
    return []


def _purchase_order(facts: UnpaidFacts) -> list[UnpaidReason]:
    if facts.purchase_order:
        params = {"purchase_order": facts.purchase_order}
        return [UnpaidReason(Light.DONE, "unpaid.purchase_order", params)]
    if facts.purchase_order_required:
        return [UnpaidReason(Light.OBSTACLE, "unpaid.purchase_order_missing")]
    return []


def _dispute(facts: UnpaidFacts) -> list[UnpaidReason]:
    if not facts.disputed:
        return []
    params = {
        "amount": facts.disputed,
        "dispute_reason": facts.dispute_reason,
        "due_on": facts.dispute_due_on,
    }
    return [UnpaidReason(Light.OBSTACLE, "unpaid.disputed", params)]


def _promise(facts: UnpaidFacts) -> list[UnpaidReason]:
    found = []
    if facts.promised_on is not None:
        params = {"on": facts.promised_on, "amount": facts.promised}
        found.append(UnpaidReason(Light.REMARK, "unpaid.promised", params))
    if facts.broken_promises:
        count = {"count": facts.broken_promises}
        found.append(UnpaidReason(Light.OBSTACLE, "unpaid.promises_broken", count))
    return found


def _paid_in_part(facts: UnpaidFacts) -> list[UnpaidReason]:
    if facts.open == facts.total:
        return []
    params = {"paid": facts.total - facts.open, "open": facts.open, "on": facts.last_paid_on}
    return [UnpaidReason(Light.REMARK, "unpaid.paid_in_part", params)]


def _money_at_hand(facts: UnpaidFacts) -> list[UnpaidReason]:
    found = []
    if facts.unmatched.amount > 0:
        params = {"amount": facts.unmatched}
        found.append(UnpaidReason(Light.OBSTACLE, "unpaid.receipt_unmatched", params))
    if facts.credits.amount > 0:
        params = {"amount": facts.credits}
        found.append(UnpaidReason(Light.REMARK, "unpaid.credit_available", params))
    return found


def _habit(facts: UnpaidFacts) -> UnpaidReason:
    habit = facts.habit
    if not habit.is_known or habit.median is None:
        return UnpaidReason(Light.REMARK, "unpaid.habit_unknown", {"settled": habit.settled})
    params = {"days": abs(habit.median), "expected_on": _expected_on(facts)}
    if habit.median <= 0:
        return UnpaidReason(Light.DONE, "unpaid.pays_on_time", params)
    return UnpaidReason(Light.REMARK, "unpaid.pays_late", params)


def _reminded(facts: UnpaidFacts) -> list[UnpaidReason]:
    if facts.reminded_on is not None:
        params = {"on": facts.reminded_on, "step": facts.reminder_step}
        return [UnpaidReason(Light.DONE, "unpaid.reminded", params)]
    if _days_late(facts) > 0:
        return [UnpaidReason(Light.OBSTACLE, "unpaid.never_reminded")]
    return []


def _expected_on(facts: UnpaidFacts) -> date | None:
    """The promise, else what habit says; None when both are past or unknown."""
    if facts.promised_on is not None and facts.promised_on >= facts.on:
        return facts.promised_on
    if not facts.habit.is_known or facts.habit.median is None:
        return None
    expected = facts.due_on + timedelta(days=facts.habit.median)
    return expected if expected >= facts.on else None


def _next_step(facts: UnpaidFacts) -> NextStep:
    """The obstacle on our side first: nobody pays an invoice that did not arrive."""
    late = _days_late(facts)
    sending = facts.sending
    steps = (
        (facts.unmatched.amount > 0, NextStep.MATCH_RECEIPT),
        (bool(facts.disputed), NextStep.SETTLE_DISPUTE),
        (sending is None and not facts.taken_over, NextStep.SEND_INVOICE),
        (sending is not None and sending.status in _IN_TROUBLE, NextStep.MEND_MAIL),
        (
            facts.purchase_order_required and not facts.purchase_order,
            NextStep.ASK_PURCHASE_ORDER,
        ),
        (facts.from_order and facts.delivered_on is None, NextStep.DELIVER),
        (facts.credits.amount > 0, NextStep.USE_CREDIT),
        (
            facts.promised_on is not None and facts.promised_on >= facts.on,
            NextStep.WAIT_FOR_PROMISE,
        ),
        (late <= 0, NextStep.WAIT),
        (bool(facts.broken_promises) or late > _CALL_AFTER_DAYS, NextStep.CALL),
    )
    return next((step for applies, step in steps if applies), NextStep.REMIND)
