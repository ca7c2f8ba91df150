"""Who is reminded, at which step, and who is not."""

from datetime import date, timedelta

import pytest

from otc_desktop.domain.dunning.plan import STANDARD_PLAN
from otc_desktop.domain.dunning.planner import (
    Circumstances,
    Debtor,
    DueItem,
    PlannedReminder,
    Withheld,
    plan_reminders,
)
from tests.support.domain import USD, a_debtor, a_due_item, eur, taken

DUE = date(2026, 11, 1)
ON = date(2026, 11, 12)  # 11 days late: step 2


def plan(
    *items: DueItem, debtors: tuple[Debtor, ...] = (), on: date = ON, bank_is_fresh: bool = True
) -> tuple[list[PlannedReminder], list[Withheld]]:
    known = {each.id: each for each in debtors or (a_debtor(),)}
    return plan_reminders(
        items,
        known,
        dict.fromkeys(known, STANDARD_PLAN),
        on=on,
        circumstances=Circumstances(statement_on=on if bank_is_fresh else on - timedelta(days=11)),
    )


def reason_of(*items: DueItem, debtor: Debtor | None = None, **options: object) -> list[str]:
    reminders, withheld = plan(*items, debtors=(debtor or a_debtor(),), **options)  # type: ignore[arg-type]
    assert reminders == []
    return [each.reason for each in withheld]


def test_a_late_item_is_reminded_at_its_step() -> None:
    (reminder,), withheld = plan(a_due_item())
    assert withheld == []
    assert (reminder.step.number, reminder.amount) == (2, eur("100"))
    assert reminder.recipient == "achats@durand.example"
    (listed,) = reminder.items
    assert (listed.item.number, listed.step, listed.is_new) == ("F1", 2, True)


@pytest.mark.parametrize(
    ("day", "step"), [(27, 0), (31, 0)], ids=["the very day", "some days after"]
)
def test_a_step_is_due_since_any_day(day: int, step: int) -> None:
    (reminder,), _ = plan(a_due_item(), on=date(2026, 10, day))
    assert reminder.step.number == step


def test_nothing_is_due_before_the_first_step() -> None:
    assert plan(a_due_item(), on=date(2026, 10, 26)) == ([], [])


def test_after_an_absence_the_highest_step_leaves_once() -> None:
    (reminder,), _ = plan(a_due_item(reached=taken(0)), on=date(2026, 12, 31))
    assert reminder.step.number == 6
    assert plan(a_due_item(reached=taken(6)), on=date(2027, 1, 31)) == ([], [])


def test_a_step_taken_is_not_taken_again() -> None:
    assert plan(a_due_item(reached=taken(2))) == ([], [])
    assert plan(a_due_item(reached=taken(3))) == ([], [])
    assert len(plan(a_due_item(reached=taken(1)))[0]) == 1


def test_one_message_lists_all_items_and_takes_the_highest_new_tone() -> None:
    items = [
        a_due_item("F1", "10", due_on=date(2026, 11, 11)),
        a_due_item("F2", "20", due_on=DUE),
        a_due_item("F3", "40", due_on=date(2026, 10, 20), reached=taken(3)),
        a_due_item("F4", "80", due_on=date(2026, 12, 24)),
    ]
    (reminder,), _ = plan(*items)
    assert reminder.step.number == 2
    assert [(each.item.number, each.step, each.is_new) for each in reminder.items] == [
        ("F3", 3, False),
        ("F2", 2, True),
        ("F1", 1, True),
    ]
    assert reminder.amount == eur("70")


def test_customers_are_apart_and_in_order_of_their_codes() -> None:
    debtors = (a_debtor("C0002"), a_debtor("C0001"))
    items = [a_due_item("F1", customer="C0002"), a_due_item("F2", customer="C0001")]
    reminders, _ = plan(*items, debtors=debtors)
    assert [each.customer.code for each in reminders] == ["C0001", "C0002"]


@pytest.mark.parametrize("amount", ["0", "-50"])
def test_what_is_paid_or_owed_back_is_not_reminded(amount: str) -> None:
    assert plan(a_due_item(amount=amount)) == ([], [])


@pytest.mark.parametrize("disputed", ["100", "120"])
def test_a_disputed_item_is_withheld(disputed: str) -> None:
    assert reason_of(a_due_item(disputed=disputed)) == ["dunning.disputed"]


def test_only_the_disputed_part_is_withheld() -> None:
    (reminder,), withheld = plan(a_due_item(disputed="99.99"))
    assert withheld == []
    assert reminder.amount == eur("0.01")


def test_a_disputed_item_does_not_hold_the_others() -> None:
    (reminder,), withheld = plan(a_due_item("F1", disputed="100"), a_due_item("F2", "30"))
    assert [each.item.number for each in reminder.items] == ["F2"]
    assert [(each.item.number, each.reason) for each in withheld] == [("F1", "dunning.disputed")]


@pytest.mark.parametrize(("last", "reasons"), [(6, ["dunning.minimum_gap"]), (5, [])])
def test_the_gap_between_two_messages(last: int, reasons: list[str]) -> None:
    debtor = a_debtor(last_message_on=date(2026, 11, last))
    _, withheld = plan(a_due_item(reached=taken(1)), debtors=(debtor,))
    assert [each.reason for each in withheld] == reasons


def test_money_that_waits_in_the_bank_holds_reminders() -> None:
    debtor = a_debtor(has_unmatched_receipt=True)
    assert reason_of(a_due_item(), debtor=debtor) == ["dunning.unmatched_receipt"]


def test_an_old_bank_statement_holds_all_reminders() -> None:
    assert reason_of(a_due_item(), bank_is_fresh=False) == ["dunning.bank_not_fresh"]


def test_a_mail_needs_an_address_but_a_call_does_not() -> None:
    silent = a_debtor(email="")
    assert reason_of(a_due_item(), debtor=silent) == ["dunning.no_address"]
    (call,), _ = plan(a_due_item(), debtors=(silent,), on=date(2026, 11, 19))
    assert (call.step.number, call.recipient) == (3, "Menuiserie Durand")


def test_two_planners_give_one_key() -> None:
    items = [a_due_item("F2"), a_due_item("F1"), a_due_item("F3", due_on=date(2026, 11, 11))]
    (one,), _ = plan(*items)
    (other,), _ = plan(*reversed(items))
    assert one.key == other.key == "C0001/2/F1"


def test_another_step_or_leader_is_another_key() -> None:
    keys = {
        plan(a_due_item("F1"))[0][0].key,
        plan(a_due_item("F1"), on=date(2026, 11, 19))[0][0].key,
        plan(a_due_item("F2"))[0][0].key,
        plan(a_due_item("F1", customer="C2"), debtors=(a_debtor("C2"),))[0][0].key,
    }
    assert len(keys) == 4


def test_amounts_in_two_currencies_are_not_two_messages_on_one_day() -> None:
    euros, dollars = a_due_item("F1"), a_due_item("F2", currency=USD)
    (reminder,), withheld = plan(euros, dollars)
    assert [each.item.number for each in reminder.items] == ["F1"]
    assert [(each.item.number, each.reason) for each in withheld] == [("F2", "dunning.minimum_gap")]
    later = a_debtor(last_message_on=ON)
    (reminder,), _ = plan(
        a_due_item("F1", reached=taken(3)), dollars, debtors=(later,), on=date(2026, 11, 19)
    )
    assert reminder.amount.currency == USD


def test_a_promised_item_is_left_in_peace_and_the_others_are_reminded() -> None:
    promised, other = a_due_item(number="F1"), a_due_item(number="F2")
    reminders, withheld = plan_reminders(
        [promised, other],
        {a_debtor().id: a_debtor()},
        {a_debtor().id: STANDARD_PLAN},
        on=ON,
        circumstances=Circumstances(promised={promised.id}),
    )
    assert [(each.item.number, each.reason) for each in withheld] == [("F1", "dunning.promised")]
    (reminder,) = reminders
    # Not even listed beside the other: who promised is not asked again.
    assert [listed.item.number for listed in reminder.items] == ["F2"]
