"""Why an invoice is unpaid: every point, and the step that helps most."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from otc_desktop.domain.reporting.payment_habit import PaymentHabit
from otc_desktop.domain.reporting.unpaid_reasons import (
    Light,
    NextStep,
    Sending,
    UnpaidFacts,
    explain_unpaid,
)
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.money import Money

TODAY = date(2026, 11, 20)
NOTHING = Money.zero(EUR)
SENT = Sending(status="sent", recipient="compta@durand.example", on=date(2026, 10, 1))
# Ten days late, sent, never reminded, and nothing known against it.
FACTS = UnpaidFacts(
    on=TODAY,
    issued_on=date(2026, 10, 11),
    due_on=date(2026, 11, 10),
    total=Money.of("120.00", EUR),
    open=Money.of("120.00", EUR),
    taken_over=False,
    sending=SENT,
    from_order=False,
    delivered_on=None,
    purchase_order="",
    purchase_order_required=False,
    disputed=NOTHING,
    dispute_reason="",
    dispute_due_on=None,
    promised_on=None,
    promised=None,
    broken_promises=0,
    last_paid_on=None,
    credits=NOTHING,
    unmatched=NOTHING,
    habit=PaymentHabit(5, Decimal("14.0"), 14),
    reminded_on=None,
    reminder_step=None,
)
SOME = Money.of("50.00", EUR)


def codes(facts: UnpaidFacts) -> dict[str, Light]:
    return {reason.code: reason.light for reason in explain_unpaid(facts).reasons}


def test_page_when_nothing_stands_in_the_way_then_reminds_and_expects_by_habit() -> None:
    page = explain_unpaid(FACTS)
    assert codes(FACTS) == {
        "unpaid.overdue": Light.OBSTACLE,
        "unpaid.sent": Light.DONE,
        "unpaid.pays_late": Light.REMARK,
        "unpaid.never_reminded": Light.OBSTACLE,
    }
    assert (page.next_step, page.expected_on) == (NextStep.REMIND, date(2026, 11, 24))


def test_page_when_nothing_is_open_then_there_is_nothing_to_do() -> None:
    page = explain_unpaid(replace(FACTS, open=NOTHING, last_paid_on=TODAY))
    assert [reason.code for reason in page.reasons] == ["unpaid.settled"]
    assert page.next_step is NextStep.NOTHING


@pytest.mark.parametrize(
    ("change", "code", "light", "step"),
    [
        ({"sending": None}, "unpaid.never_sent", Light.OBSTACLE, NextStep.SEND_INVOICE),
        (
            {"sending": replace(SENT, status="failed")},
            "unpaid.mail_in_trouble",
            Light.OBSTACLE,
            NextStep.MEND_MAIL,
        ),
        (
            {"sending": replace(SENT, status="ready")},
            "unpaid.mail_waits",
            Light.REMARK,
            NextStep.REMIND,
        ),
        (
            {"sending": None, "taken_over": True},
            "unpaid.issued_elsewhere",
            Light.REMARK,
            NextStep.REMIND,
        ),
        (
            {"purchase_order_required": True},
            "unpaid.purchase_order_missing",
            Light.OBSTACLE,
            NextStep.ASK_PURCHASE_ORDER,
        ),
        ({"purchase_order": "PO-1"}, "unpaid.purchase_order", Light.DONE, NextStep.REMIND),
        ({"from_order": True}, "unpaid.not_delivered", Light.OBSTACLE, NextStep.DELIVER),
        ({"delivered_on": TODAY}, "unpaid.delivered", Light.DONE, NextStep.REMIND),
        ({"disputed": SOME}, "unpaid.disputed", Light.OBSTACLE, NextStep.SETTLE_DISPUTE),
        (
            {"promised_on": TODAY, "promised": SOME},
            "unpaid.promised",
            Light.REMARK,
            NextStep.WAIT_FOR_PROMISE,
        ),
        ({"broken_promises": 2}, "unpaid.promises_broken", Light.OBSTACLE, NextStep.CALL),
        ({"open": SOME}, "unpaid.paid_in_part", Light.REMARK, NextStep.REMIND),
        ({"credits": SOME}, "unpaid.credit_available", Light.REMARK, NextStep.USE_CREDIT),
        ({"unmatched": SOME}, "unpaid.receipt_unmatched", Light.OBSTACLE, NextStep.MATCH_RECEIPT),
        (
            {"habit": PaymentHabit(1, Decimal(3), 3)},
            "unpaid.habit_unknown",
            Light.REMARK,
            NextStep.REMIND,
        ),
        (
            {"habit": PaymentHabit(9, Decimal(-2), -2)},
            "unpaid.pays_on_time",
            Light.DONE,
            NextStep.REMIND,
        ),
        (
            {"reminded_on": TODAY, "reminder_step": 2},
            "unpaid.reminded",
            Light.DONE,
            NextStep.REMIND,
        ),
        ({"due_on": TODAY}, "unpaid.not_due", Light.DONE, NextStep.WAIT),
        ({"due_on": date(2026, 11, 1)}, "unpaid.overdue", Light.OBSTACLE, NextStep.CALL),
    ],
)
def test_page_when_one_thing_differs_then_it_is_said_and_decides(
    change: dict[str, object], code: str, light: Light, step: NextStep
) -> None:
    facts = replace(FACTS, **change)  # type: ignore[arg-type]
    assert codes(facts)[code] is light
    assert explain_unpaid(facts).next_step is step


def test_next_step_is_on_our_side_before_the_customers() -> None:
    everything = replace(
        FACTS, unmatched=SOME, disputed=SOME, sending=None, broken_promises=1, credits=SOME
    )
    assert explain_unpaid(everything).next_step is NextStep.MATCH_RECEIPT


def test_expected_day_is_unknown_once_habit_and_promise_are_past() -> None:
    assert explain_unpaid(replace(FACTS, due_on=date(2026, 10, 1))).expected_on is None
    promised = replace(FACTS, promised_on=date(2026, 11, 27), promised=SOME)
    assert explain_unpaid(promised).expected_on == date(2026, 11, 27)
