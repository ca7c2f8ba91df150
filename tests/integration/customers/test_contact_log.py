"""Notes, calls and promises through the use cases, on both databases."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from otc_desktop.application.banking.import_statement import ImportStatement, import_statement
from otc_desktop.application.customers.add_note import AddNote, add_note
from otc_desktop.application.customers.queries import TimelineRow
from otc_desktop.application.customers.withdraw_note import WithdrawNote, withdraw_note
from otc_desktop.application.dunning.call_list import CallReason, ReadCallList, read_call_list
from otc_desktop.application.dunning.cancel_promise import CancelPromise, cancel_promise
from otc_desktop.application.dunning.check_promises import CheckPromises, check_promises
from otc_desktop.application.dunning.log_call import LogCall, log_call
from otc_desktop.application.dunning.payment_plans import (
    CreatePaymentPlan,
    create_payment_plan,
)
from otc_desktop.application.dunning.plan_reminders import PlanReminders, plan_reminders_for
from otc_desktop.application.dunning.read_payment_plans import (
    ReadPaymentPlans,
    read_payment_plans,
)
from otc_desktop.application.dunning.record_promise import RecordPromise, record_promise
from otc_desktop.application.dunning.run_reminders import RunReminders, run_reminders
from otc_desktop.application.dunning.thank_payers import ThankPayers, thank_payers
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.outbox.send_mail import SendMail, send_mail
from otc_desktop.application.receivables.match_receipts import MatchReceipts, match_receipts
from otc_desktop.application.receivables.undo_allocation import (
    UndoAllocation,
    undo_allocation,
)
from otc_desktop.bootstrap import House
from otc_desktop.domain.attachments.attachment import Subject, SubjectKind
from otc_desktop.domain.dunning.call import CallDirection, CallOutcome
from otc_desktop.domain.dunning.payment_plan import PlanState
from otc_desktop.domain.dunning.promise import Promise, PromiseState
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import NotFoundError, RuleError
from otc_desktop.domain.shared.ids import AllocationId, CustomerId
from otc_desktop.domain.shared.money import Money
from tests.support.company_files import Movement, write_statement
from tests.support.line import house_on, issue, set_up

SOLD = date(2026, 9, 1)
# The invoice is 30 days late on Friday 30 October; the promise is for Wednesday the 4th.
CALLED, PROMISED, LAST_DAY = date(2026, 10, 30), date(2026, 11, 4), date(2026, 11, 6)


def euros(text: str) -> Money:
    return Money.of(text, EUR)


@pytest.fixture
def sold(database_url: str, tmp_path: Path) -> Iterator[str]:
    """A database where C0001 owes F2026-00001 of 120.00, due on 1 October 2026."""
    house = set_up(database_url, tmp_path, SOLD)
    issue(house, customer="C0001", price="100.00")
    house.close()
    yield database_url


@pytest.fixture
def house(sold: str) -> Iterator[House]:
    """The program on the day of the call."""
    made = house_on(sold, CALLED)
    yield made
    made.close()


def customer_of(house: House, code: str = "C0001") -> CustomerId:
    [row] = house.queries.customers.page(PageRequest(search=code))
    return CustomerId(row.id)


def timeline(house: House, customer_id: CustomerId) -> list[TimelineRow]:
    return list(house.queries.timeline.page(PageRequest(filters={"customer_id": customer_id})))


def promise(house: House, **changes: Any) -> Promise:
    usual = {"promised_on": PROMISED, "numbers": ("F2026-00001",)}
    command = RecordPromise(customer_id=customer_of(house), **{**usual, **changes})
    return house.use_cases.run(record_promise, command)


def receive(sold: str, tmp_path: Path, amount: str, day: date) -> tuple[AllocationId, ...]:
    """A transfer for the invoice, booked and matched that day."""
    house = house_on(sold, day)
    file = write_statement(
        tmp_path / f"{day}.xml",
        [Movement(amount, "VIR F2026-00001", "DURAND ECLAIRAGE")],
        day=day.isoformat(),
        name=f"S{day}",
    )
    house.use_cases.run(import_statement, ImportStatement(path=file))
    booked = house.use_cases.run(match_receipts, MatchReceipts(post=True)).booked
    house.close()
    made = tuple(allocation.id for _, allocation in booked if allocation is not None)
    assert made, "the receipt was to be booked"
    return made


def test_note_is_kept_and_told(house: House) -> None:
    customer_id = customer_of(house)
    note = house.use_cases.run(
        add_note, AddNote(customer_id=customer_id, text="  Fermé le mercredi. ")
    )
    newest = timeline(house, customer_id)[0]
    assert (newest.kind, newest.subject_id) == ("NoteAdded", note.id)
    assert newest.details["text"] == "Fermé le mercredi."
    assert newest.details["author"] == "test"


def test_note_is_withdrawn_once_and_its_text_stays(house: House) -> None:
    customer_id = customer_of(house)
    note = house.use_cases.run(add_note, AddNote(customer_id=customer_id, text="Faux"))
    house.use_cases.run(withdraw_note, WithdrawNote(note_id=note.id))
    assert [row.kind for row in timeline(house, customer_id)[:2]] == ["NoteWithdrawn", "NoteAdded"]
    with pytest.raises(RuleError, match="note_already_withdrawn"):
        house.use_cases.run(withdraw_note, WithdrawNote(note_id=note.id))


def test_note_about_another_customer_s_document_is_refused(house: House) -> None:
    invoice = house.queries.invoices.page(PageRequest())[0]
    assert invoice.invoice_id is not None
    about = Subject(
        kind=SubjectKind.INVOICE,
        id=invoice.invoice_id,
        customer_id=customer_of(house, "C0001"),
        number=invoice.number,
    )
    with pytest.raises(RuleError, match="note_other_customer"):
        house.use_cases.run(
            add_note, AddNote(customer_id=customer_of(house, "C0002"), text="x", about=about)
        )
    assert timeline(house, customer_of(house, "C0002"))[0].kind != "NoteAdded"


def test_call_is_kept_with_its_outcome_and_next_date(house: House) -> None:
    customer_id = customer_of(house)
    house.use_cases.run(
        log_call,
        LogCall(
            customer_id=customer_id,
            direction=CallDirection.OUTGOING,
            outcome=CallOutcome.CALL_BACK,
            contact="Mme Renaud",
            minutes=4,
            next_call_on=CALLED + timedelta(days=3),
        ),
    )
    newest = timeline(house, customer_id)[0]
    assert newest.kind == "CallLogged"
    assert newest.details["outcome"] == "call_back"
    assert newest.details["next_call_on"] == "2026-11-02"


def test_call_of_tomorrow_is_refused(house: House) -> None:
    with pytest.raises(RuleError, match="call_in_future"):
        house.use_cases.run(
            log_call,
            LogCall(
                customer_id=customer_of(house),
                direction=CallDirection.INCOMING,
                outcome=CallOutcome.REACHED,
                called_on=CALLED + timedelta(days=1),
            ),
        )


def test_promise_takes_the_open_amount_of_its_invoices(house: House) -> None:
    promise(house)
    book = house.queries.promises.of_customer(customer_of(house))
    [row] = book.promises
    assert (row.amount, row.numbers, row.state) == (
        euros("120.00"),
        ("F2026-00001",),
        PromiseState.PENDING,
    )
    assert row.last_day == LAST_DAY
    assert (book.pending, book.broken, book.kept) == (1, 0, 0)


def test_promise_is_broken_after_its_grace_and_counted(house: House) -> None:
    promise(house)
    customer_id = customer_of(house)
    queries = house.queries.promises
    after = LAST_DAY + timedelta(days=1)
    assert queries.of_customer(customer_id, as_of=LAST_DAY).broken == 0
    assert queries.of_customer(customer_id, as_of=after).broken == 1
    assert queries.broken_counts(as_of=after) == {customer_id: 1}
    assert queries.broken_counts([customer_of(house, "C0002")], as_of=after) == {}


def test_receipt_in_time_keeps_a_promise_and_its_undoing_breaks_it(
    sold: str, tmp_path: Path, house: House
) -> None:
    promise(house)
    customer_id = customer_of(house)
    later = date(2026, 12, 1)
    [allocation_id] = receive(sold, tmp_path, "120.00", PROMISED)
    assert house.queries.promises.of_customer(customer_id, as_of=later).kept == 1
    house.use_cases.run(undo_allocation, UndoAllocation(allocation_id=allocation_id))
    book = house.queries.promises.of_customer(customer_id, as_of=later)
    assert (book.kept, book.broken) == (0, 1)
    assert book.promises[0].received == euros("0.00")


def test_receipt_known_before_the_promise_keeps_nothing(
    sold: str, tmp_path: Path, house: House
) -> None:
    receive(sold, tmp_path, "20.00", CALLED)
    promise(house, numbers=(), amount=euros("20.00"))
    book = house.queries.promises.of_customer(customer_of(house), as_of=date(2026, 12, 1))
    assert book.broken == 1


def test_part_payment_is_told_but_keeps_no_promise(sold: str, tmp_path: Path, house: House) -> None:
    promise(house)
    receive(sold, tmp_path, "50.00", PROMISED)
    [row] = house.queries.promises.of_customer(customer_of(house), as_of=date(2026, 12, 1)).promises
    assert (row.state, row.received) == (PromiseState.PARTLY, euros("50.00"))


def test_cancelled_promise_no_longer_counts(house: House) -> None:
    made = promise(house)
    house.use_cases.run(
        cancel_promise,
        CancelPromise(promise_id=made.id, reason="saisie par erreur"),
    )
    book = house.queries.promises.of_customer(customer_of(house), as_of=date(2026, 12, 1))
    assert (book.broken, book.promises[0].state) == (0, PromiseState.CANCELLED)
    assert timeline(house, customer_of(house))[0].kind == "PromiseCancelled"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"numbers": ()}, "dunning.promise_needs_amount"),
        ({"amount": euros("120.01")}, "dunning.promise_beyond_open"),
        ({"promised_on": CALLED - timedelta(days=1)}, "dunning.promise_in_past"),
    ],
)
def test_promise_that_makes_no_sense_is_refused(
    house: House, changes: dict[str, Any], code: str
) -> None:
    with pytest.raises(RuleError) as refusal:
        promise(house, **changes)
    assert refusal.value.code == code
    assert house.queries.promises.of_customer(customer_of(house)).promises == ()


def test_promise_for_an_unknown_invoice_is_refused(house: House) -> None:
    with pytest.raises(NotFoundError, match="item_not_found"):
        promise(house, numbers=("F2026-99999",))


def test_reminders_wait_while_a_promise_can_still_be_kept(sold: str, house: House) -> None:
    run = house.use_cases.run
    [before] = run(plan_reminders_for, PlanReminders()).reminders
    assert before.items[0].item.number == "F2026-00001"
    promise(house)
    plan = run(plan_reminders_for, PlanReminders())
    assert plan.reminders == ()
    assert [each.reason for each in plan.withheld] == ["dunning.promised"]
    # Still in peace on the last day of grace, a Friday; reminded of again on the next day on
    # which reminders leave.
    assert run(plan_reminders_for, PlanReminders(on=LAST_DAY)).reminders == ()
    assert run(plan_reminders_for, PlanReminders(on=LAST_DAY + timedelta(days=3))).reminders


def test_a_reminder_that_waits_in_the_outbox_stays_there_after_a_promise(
    sold: str,
) -> None:
    house = house_on(sold, date(2026, 10, 2))
    run = house.use_cases.run
    run(run_reminders, RunReminders())
    assert [row.status for row in house.queries.outbox.page(PageRequest())] == ["ready"]
    promise(house, promised_on=date(2026, 10, 12))
    outcome = run(send_mail, SendMail())
    assert outcome.counts == {"withheld": 1}
    [mail] = house.queries.outbox.page(PageRequest())
    assert mail.status == "withheld"
    assert "MailWithheld" in [row.kind for row in timeline(house, customer_of(house))]
    house.close()


def test_a_broken_promise_is_told_once_and_waits_for_a_call(house: House, sold: str) -> None:
    promise(house)
    later = house_on(sold, LAST_DAY + timedelta(days=1))
    (told,) = later.use_cases.run(check_promises, CheckPromises()).promises
    assert told.state is PromiseState.BROKEN
    assert later.use_cases.run(check_promises, CheckPromises()).promises == ()
    assert timeline(later, customer_of(later))[0].kind == "PromiseJudged"
    figures = later.queries.today()
    assert (figures.promises_broken, figures.contacts_to_mend) == (1, 0)
    (task,) = later.use_cases.run(read_call_list, ReadCallList()).tasks
    assert task.reason is CallReason.BROKEN_PROMISE
    later.close()


def test_a_payment_plan_is_kept_by_receipts_and_thanked_for_once(
    sold: str, tmp_path: Path, house: House
) -> None:
    command = CreatePaymentPlan(
        customer="C0001", numbers=("F2026-00001",), count=2, first_on=PROMISED
    )
    number = house.use_cases.run(create_payment_plan, command).number
    receive(sold, tmp_path, "60.00", PROMISED)
    later = house_on(sold, PROMISED)
    (row,) = later.use_cases.run(read_payment_plans, ReadPaymentPlans())
    assert (row.standing.plan.number, row.standing.state) == (number, PlanState.KEPT)
    assert (row.numbers, row.standing.received) == (("F2026-00001",), euros("60.00"))
    plan = later.use_cases.run(plan_reminders_for, PlanReminders())
    assert [each.reason for each in plan.withheld] == ["dunning.payment_plan"]
    # The standard plan thanks nobody; the decision is kept all the same.
    assert later.use_cases.run(thank_payers, ThankPayers()) == {"not_wanted": 1}
    assert later.use_cases.run(thank_payers, ThankPayers()) == {}
    later.close()
