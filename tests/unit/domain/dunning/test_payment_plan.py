"""Payment plans: instalments to the cent, and what receipts make of them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from otc_desktop.domain.dunning.payment_plan import (
    Instalment,
    InstalmentState,
    PaymentPlan,
    PlanItem,
    PlanState,
    Rhythm,
    days_in_peace,
    equal_instalments,
    judge_plan,
    shared_out,
    under_plan,
)
from otc_desktop.domain.dunning.promise import Claim, Settled
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import CustomerId, OpenItemId, PaymentPlanId
from otc_desktop.domain.shared.money import Money, total

ANNA = CustomerId(UUID(int=1))
FIRST, SECOND, OTHER = (OpenItemId(UUID(int=number)) for number in (11, 12, 13))
AGREED_ON = date(2026, 11, 2)
AGREED_AT = datetime(2026, 11, 2, 9, tzinfo=UTC)
# Monday 30 November, Wednesday 30 December, Saturday 30 January; five days may pass.
DUE_ON = date(2026, 11, 30)


def euros(text: str) -> Money:
    return Money.of(text, EUR)


def a_plan(**changes: Any) -> PaymentPlan:
    made = PaymentPlan(
        id=PaymentPlanId(UUID(int=100)),
        number="ECH2026-0001",
        customer_id=ANNA,
        items=(PlanItem(FIRST, euros("60.00")), PlanItem(SECOND, euros("40.00"))),
        instalments=equal_instalments(
            euros("100.00"), count=3, first_on=DUE_ON, rhythm=Rhythm.MONTHLY
        ),
        agreed_on=AGREED_ON,
        agreed_at=AGREED_AT,
        agreed_by="claire",
        approved_by="claire",
    )
    return replace(made, **changes)


def paid(amount: str, on: date, item_id: OpenItemId = FIRST) -> Settled:
    noted = AGREED_AT + timedelta(hours=1)
    return Settled(customer_id=ANNA, item_id=item_id, on=on, noted_at=noted, amount=euros(amount))


def test_cents_that_do_not_divide_are_lost_nowhere() -> None:
    parts = a_plan().instalments
    assert [str(each.amount.amount) for each in parts] == ["33.34", "33.33", "33.33"]
    assert [each.due_on for each in parts] == [DUE_ON, date(2026, 12, 30), date(2027, 1, 30)]


@pytest.mark.parametrize(
    ("rhythm", "last"),
    [
        (Rhythm.WEEKLY, date(2027, 2, 14)),
        (Rhythm.FORTNIGHTLY, date(2027, 2, 28)),
        (Rhythm.MONTHLY, date(2027, 3, 31)),
    ],
)
def test_rhythm_keeps_its_day_or_the_month_s_last(rhythm: Rhythm, last: date) -> None:
    parts = equal_instalments(euros("9.00"), count=3, first_on=date(2027, 1, 31), rhythm=rhythm)
    assert parts[-1].due_on == last
    assert total((each.amount for each in parts), EUR) == euros("9.00")
    if rhythm is Rhythm.MONTHLY:
        assert parts[1].due_on == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"items": ()}, "dunning.plan_without_items"),
        ({"instalments": ()}, "dunning.plan_without_instalments"),
        ({"items": (PlanItem(FIRST, euros("99.99")),)}, "dunning.plan_sum"),
        ({"agreed_on": date(2026, 12, 1)}, "dunning.plan_in_past"),
        ({"tolerance_days": 31}, "dunning.plan_tolerance"),
        (
            {
                "instalments": (
                    Instalment(DUE_ON, euros("50.00")),
                    Instalment(DUE_ON, euros("50.00")),
                )
            },
            "dunning.plan_order",
        ),
        (
            {
                "instalments": (
                    Instalment(DUE_ON, euros("110.00")),
                    Instalment(date(2026, 12, 1), euros("-10.00")),
                )
            },
            "dunning.plan_amount",
        ),
    ],
)
def test_what_a_plan_can_not_be(changes: dict[str, Any], code: str) -> None:
    with pytest.raises(RuleError) as refusal:
        a_plan(**changes)
    assert refusal.value.code == code


def test_an_instalment_missed_beyond_the_tolerance_breaks_the_plan_for_good() -> None:
    # Saturday 5 December is the fifth day: banks rest, Monday the 7th is in time.
    last_day = date(2026, 12, 7)
    assert judge_plan(a_plan(), (), as_of=last_day).state is PlanState.KEPT
    broken = judge_plan(a_plan(), (), as_of=last_day + timedelta(days=1))
    assert (broken.state, broken.ended_on) == (PlanState.BROKEN, date(2026, 12, 8))
    too_late = paid("100.00", date(2026, 12, 8))
    after = judge_plan(a_plan(), [too_late], as_of=date(2026, 12, 9))
    assert (after.state, after.received) == (PlanState.BROKEN, euros("100.00"))
    in_time = judge_plan(a_plan(), [paid("33.34", last_day)], as_of=date(2026, 12, 9))
    assert in_time.state is PlanState.KEPT


def test_money_pays_the_earliest_instalment_whichever_invoice_it_was_laid_on() -> None:
    parts = [paid("40.00", date(2026, 11, 20), SECOND), paid("99.00", DUE_ON, OTHER)]
    standing = judge_plan(a_plan(), parts, as_of=DUE_ON)
    assert [each.state for each in standing.instalments] == [
        InstalmentState.PAID,
        InstalmentState.TO_COME,
        InstalmentState.TO_COME,
    ]
    assert [each.received for each in standing.instalments[:2]] == [euros("33.34"), euros("6.66")]
    assert standing.next_instalment == a_plan().instalments[1]


def test_what_was_paid_before_the_agreement_counts_for_nothing() -> None:
    before = replace(paid("100.00", AGREED_ON), noted_at=AGREED_AT)
    assert judge_plan(a_plan(), [before], as_of=DUE_ON).received == euros("0.00")


def test_paid_off_early_is_paid() -> None:
    parts = [paid("60.00", AGREED_ON), paid("40.00", AGREED_ON, SECOND)]
    assert judge_plan(a_plan(), parts, as_of=date(2027, 6, 1)).state is PlanState.PAID


def test_only_a_plan_kept_and_approved_leaves_its_invoices_in_peace() -> None:
    def peace(plan: PaymentPlan, on: date) -> frozenset[OpenItemId]:
        return under_plan([judge_plan(plan, (), as_of=on)])

    assert peace(a_plan(), DUE_ON) == {FIRST, SECOND}
    assert peace(a_plan(approved_by=""), DUE_ON) == frozenset()
    assert peace(a_plan(), date(2026, 12, 8)) == frozenset()
    assert peace(a_plan().cancel("erreur", on=DUE_ON), DUE_ON) == frozenset()


def test_the_clock_of_reminders_stood_still_while_the_plan_was_kept() -> None:
    broken = judge_plan(a_plan(), (), as_of=date(2027, 3, 1))
    assert days_in_peace([broken]) == dict.fromkeys((FIRST, SECOND), 36)
    waiting = a_plan(approved_by="").cancel("refusé", on=DUE_ON)
    assert days_in_peace([judge_plan(waiting, (), as_of=DUE_ON)]) == {}


def test_an_amount_is_laid_on_the_oldest_invoices_first() -> None:
    claims = [
        Claim(id=SECOND, customer_id=ANNA, due_on=date(2026, 9, 1), open=euros("40.00")),
        Claim(id=FIRST, customer_id=ANNA, due_on=date(2026, 8, 1), open=euros("60.00")),
    ]
    assert shared_out(euros("70.00"), claims) == (
        PlanItem(FIRST, euros("60.00")),
        PlanItem(SECOND, euros("10.00")),
    )
