"""Calls with what follows from them, payment plans and thanks, on a database."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from otc_desktop.application.banking.import_statement import ImportStatement, import_statement
from otc_desktop.application.customers.read_customer_file import (
    ReadCustomerFile,
    read_customer_file,
)
from otc_desktop.application.customers.save_customer import SaveCustomer, save_customer
from otc_desktop.application.dunning.call_list import (
    CallList,
    CallReason,
    ReadCallList,
    read_call_list,
)
from otc_desktop.application.dunning.call_sheet import ReadCallSheet, read_call_sheet
from otc_desktop.application.dunning.check_promises import CheckPromises, check_promises
from otc_desktop.application.dunning.close_call import (
    CloseCall,
    ClosedCall,
    DisputeTold,
    PromiseTold,
    close_call,
)
from otc_desktop.application.dunning.dunning_plans import (
    ReadDunningPlans,
    SaveDunningPlan,
    read_dunning_plans,
    save_dunning_plan,
)
from otc_desktop.application.dunning.payment_plan_letters import (
    SendPaymentPlan,
    send_payment_plan,
)
from otc_desktop.application.dunning.payment_plans import (
    ApprovePaymentPlan,
    CreatePaymentPlan,
    approve_payment_plan,
    create_payment_plan,
)
from otc_desktop.application.dunning.plan_reminders import PlanReminders, plan_reminders_for
from otc_desktop.application.dunning.read_payment_plans import (
    ReadPaymentPlans,
    read_payment_plans,
)
from otc_desktop.application.dunning.read_promise_figures import (
    ReadPromiseFigures,
    read_promise_figures,
)
from otc_desktop.application.dunning.run_reminders import RunReminders, run_reminders
from otc_desktop.application.dunning.thank_payers import ThankPayers, thank_payers
from otc_desktop.application.receivables.match_receipts import MatchReceipts, match_receipts
from otc_desktop.application.receivables.undo_allocation import (
    UndoAllocation,
    undo_allocation,
)
from otc_desktop.bootstrap import House, open_house
from otc_desktop.domain.disputes.dispute import DisputeReason
from otc_desktop.domain.dunning.call import CallOutcome
from otc_desktop.domain.dunning.payment_plan import PlanState
from otc_desktop.domain.dunning.plan import Channel, Enclosure, Thanks
from otc_desktop.domain.dunning.promise import PromiseState
from otc_desktop.domain.shared.errors import ConfirmationRequired, OtcError
from otc_desktop.persistence.tables.dunning import dunning_notice
from otc_desktop.persistence.tables.outbox import outbox_message
from tests.support.company_files import Movement, write_statement
from tests.support.line import house_on, issue, set_up

SOLD = date(2026, 3, 2)
DUE = date(2026, 4, 1)
TODAY = date(2026, 4, 20)  # a Monday, 19 days late: the step of the call
NUMBER = "F2026-00001"


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One invoice of 120.00 to C0001, due on 1 April, made once for all tests."""
    folder = tmp_path_factory.mktemp("calls")
    house = set_up(f"sqlite:///{folder / 'books.sqlite'}", folder, SOLD)
    issue(house)
    house.close()
    return folder / "books.sqlite"


@pytest.fixture
def house(books: Path, tmp_path: Path) -> Iterator[House]:
    """A copy of the books on the day of the call."""
    mine = shutil.copy(books, tmp_path / "books.sqlite")
    late = house_on(f"sqlite:///{mine}", TODAY)
    yield late
    late.close()


def calls(house: House, on: date | None = None) -> CallList:
    return house.use_cases.run(read_call_list, ReadCallList(on=on))


def reasons(house: House, on: date | None = None) -> list[CallReason]:
    return [each.reason for each in calls(house, on).tasks]


def close(house: House, outcome: CallOutcome, **told: Any) -> ClosedCall:
    return house.use_cases.run(close_call, CloseCall(customer="C0001", outcome=outcome, **told))


def withheld(house: House, on: date) -> list[str]:
    plan = house.use_cases.run(plan_reminders_for, PlanReminders(on=on))
    return [each.reason for each in plan.withheld]


def steps(house: House, on: date) -> list[int]:
    plan = house.use_cases.run(plan_reminders_for, PlanReminders(on=on))
    return [each.step.number for each in plan.reminders]


def rows(house: House, table: Any) -> list[Any]:
    with house.engine.connect() as connection:
        return list(connection.execute(select(table)).mappings())


def receive(house: House, tmp_path: Path, amount: str, day: date) -> tuple[Any, ...]:
    """A transfer of C0001, matched and booked that day; what was booked."""
    then = house_on(house.database_url, day)
    file = write_statement(
        tmp_path / f"{day}.xml",
        [Movement(amount, f"VIR {NUMBER}", "DURAND ECLAIRAGE")],
        day=day.isoformat(),
        name=f"S{day}",
    )
    then.use_cases.run(import_statement, ImportStatement(path=file))
    booked = then.use_cases.run(match_receipts, MatchReceipts(post=True)).booked
    then.close()
    return tuple(allocation for _, allocation in booked if allocation is not None)


def change_file(house: House, **fields: str) -> None:
    customer = house.use_cases.run(read_customer_file, ReadCustomerFile(code="C0001")).customer
    command = SaveCustomer(fields=fields, customer_id=customer.id, version=customer.version)
    house.use_cases.run(save_customer, command)


def test_the_day_s_list_has_the_step_of_the_plan_until_somebody_talked(house: House) -> None:
    house.use_cases.run(run_reminders, RunReminders(on=TODAY))
    (task,) = calls(house).tasks
    assert (task.reason, str(task.asked.amount), task.days_late) == (CallReason.STEP, "120.00", 19)
    assert task.gain.expected.amount == task.asked.amount * task.gain.chance
    sheet = house.use_cases.run(read_call_sheet, ReadCallSheet(customer="C0001"))
    assert NUMBER in sheet.script and "120,00" in sheet.script
    assert [item.number for item in sheet.items] == [NUMBER]
    # Nobody there: the step waits, and the customer comes back on the next business day.
    closed = close(house, CallOutcome.NO_ANSWER)
    assert closed.call.next_call_on == TODAY + timedelta(days=1)
    assert reasons(house) == []
    assert reasons(house, TODAY + timedelta(days=1)) == [CallReason.CALL_BACK]
    assert [row["status"] for row in rows(house, dunning_notice)] == ["waiting"]
    close(house, CallOutcome.REACHED)
    assert [row["status"] for row in rows(house, dunning_notice)] == ["done"]


def test_a_promise_by_telephone_withholds_and_comes_back_once_broken(house: House) -> None:
    day = TODAY + timedelta(days=3)
    closed = close(house, CallOutcome.PROMISED, promise=PromiseTold(on=day))
    assert closed.promise is not None and str(closed.promise.amount.amount) == "120.00"
    assert withheld(house, TODAY) == ["dunning.promised"]
    assert reasons(house, day) == []
    later = house_on(house.database_url, day + timedelta(days=5))
    found = later.use_cases.run(check_promises, CheckPromises())
    assert [each.state for each in found.promises] == [PromiseState.BROKEN]
    assert later.use_cases.run(check_promises, CheckPromises()).promises == ()
    assert reasons(later) == [CallReason.BROKEN_PROMISE]
    assert later.queries.today().promises_broken == 1
    assert "promis 120,00" in later.use_cases.run(
        read_call_sheet, ReadCallSheet(customer="C0001")
    ).script.replace("\u202f", " ").replace("\xa0", " ")
    figures = later.use_cases.run(read_promise_figures, ReadPromiseFigures())
    assert (figures.percent, figures.by_state) == (0, {PromiseState.BROKEN: 1})
    # Spoken of: it is off Today's list.
    close(later, CallOutcome.REACHED)
    assert later.queries.today().promises_broken == 0
    later.close()


def test_a_dispute_by_telephone_is_opened_with_the_call(house: House) -> None:
    told = DisputeTold(number=NUMBER, reason=DisputeReason.QUALITY, amount=Decimal("120.00"))
    closed = close(house, CallOutcome.DISPUTED, dispute=told)
    assert closed.dispute is not None
    assert withheld(house, TODAY) == ["dunning.disputed"]
    assert reasons(house, TODAY + timedelta(days=30)) == []


def test_who_refuses_has_the_next_written_step_proposed(house: House) -> None:
    house.use_cases.run(run_reminders, RunReminders(on=TODAY))
    closed = close(house, CallOutcome.REFUSED)
    assert closed.proposed is not None
    assert (closed.proposed.step.number, closed.proposed.step.channel) == (4, Channel.EMAIL)
    statuses = {row["step"]: row["status"] for row in rows(house, dunning_notice)}
    assert statuses == {3: "done", 4: "waiting"}


def test_a_wrong_number_is_a_task_until_the_file_is_mended(house: House) -> None:
    change_file(house, phone="01 02 03 04 05")
    close(house, CallOutcome.WRONG_NUMBER, phone="01 02 03 04 05")
    assert (calls(house).tasks, calls(house).to_mend) == ((), ("C0001",))
    assert house.queries.today().contacts_to_mend == 1
    change_file(house, phone="06 07 08 09 10")
    assert calls(house).to_mend == ()
    assert house.queries.today().contacts_to_mend == 0


@pytest.mark.parametrize(
    ("outcome", "told", "code"),
    [
        (CallOutcome.PROMISED, {}, "dunning.call_needs_promise"),
        (CallOutcome.DISPUTED, {}, "dunning.call_needs_dispute"),
        (CallOutcome.CALL_BACK, {}, "dunning.call_needs_day"),
        (CallOutcome.REACHED, {"next_call_at": "25:00"}, "dunning.call_hour"),
        (
            CallOutcome.PROMISED,
            {"promise": PromiseTold(on=TODAY, amount=Decimal("500.00"), numbers=(NUMBER,))},
            "dunning.promise_beyond_open",
        ),
    ],
)
def test_what_is_refused_leaves_no_call_behind(
    house: House, outcome: CallOutcome, told: dict[str, Any], code: str
) -> None:
    with pytest.raises(OtcError) as refusal:
        close(house, outcome, **told)
    assert refusal.value.code == code
    assert house.use_cases.run(read_call_sheet, ReadCallSheet(customer="C0001")).calls == ()


def plan_of_two(house: House) -> str:
    command = CreatePaymentPlan(
        customer="C0001", numbers=(NUMBER,), count=2, first_on=date(2026, 4, 30)
    )
    return house.use_cases.run(create_payment_plan, command).number


def test_a_payment_plan_withholds_and_reminders_resume_where_they_stood(house: House) -> None:
    number = plan_of_two(house)
    assert withheld(house, TODAY) == ["dunning.payment_plan"]
    with pytest.raises(OtcError) as refusal:
        plan_of_two(house)
    assert refusal.value.code == "dunning.plan_already_planned"
    recipient = house.use_cases.run(send_payment_plan, SendPaymentPlan(number=number))
    (mail,) = rows(house, outbox_message)
    assert (mail["recipient"], number in mail["attachments"]) == (recipient, True)
    with pytest.raises(ConfirmationRequired):
        house.use_cases.run(send_payment_plan, SendPaymentPlan(number=number))
    # The tolerance ends on 5 May; 16 days of peace later the invoice counts as 20 days late.
    broken_on = date(2026, 5, 6)
    assert withheld(house, date(2026, 5, 5)) == ["dunning.payment_plan"]
    assert steps(house, broken_on) == [3]
    later = house_on(house.database_url, broken_on)
    found = later.use_cases.run(check_promises, CheckPromises())
    assert [each.state for each in found.plans] == [PlanState.BROKEN]
    assert reasons(later) == [CallReason.BROKEN_PLAN]
    later.close()


def test_a_receipt_finds_its_instalment_and_keeps_the_plan(house: House, tmp_path: Path) -> None:
    plan_of_two(house)
    day = date(2026, 4, 30)
    (allocation,) = receive(house, tmp_path, "60.00", day)
    assert "matching.planned_instalment" in {each.code for each in allocation.reasons}
    (row,) = house.use_cases.run(read_payment_plans, ReadPaymentPlans(on=date(2026, 5, 20)))
    assert row.standing.state is PlanState.KEPT
    following = row.standing.next_instalment
    assert following is not None and following.due_on == date(2026, 5, 30)
    assert withheld(house, date(2026, 5, 20)) == ["dunning.payment_plan"]


def test_money_that_cites_the_invoice_stops_its_reminder(house: House, tmp_path: Path) -> None:
    file = write_statement(
        tmp_path / "waiting.xml",
        [Movement("55.55", f"VIR SEPA {NUMBER}", "GROUPE INCONNU")],
        day=TODAY.isoformat(),
        name="waiting",
    )
    house.use_cases.run(import_statement, ImportStatement(path=file))
    assert withheld(house, TODAY) == ["dunning.unmatched_receipt"]
    assert [each.pays_already for each in calls(house, TODAY).tasks] == [True]


def test_a_plan_beyond_the_user_s_limit_waits_for_approval(house: House) -> None:
    with _as("sales", house) as seller:  # who may agree to nothing
        number = plan_of_two(seller)
        assert withheld(seller, TODAY) != ["dunning.payment_plan"]
        assert seller.queries.today().payment_plans_waiting == 1
        for refused in (
            lambda: seller.use_cases.run(approve_payment_plan, ApprovePaymentPlan(number=number)),
            lambda: seller.use_cases.run(send_payment_plan, SendPaymentPlan(number=number)),
        ):
            with pytest.raises(OtcError):
                refused()
    house.use_cases.run(approve_payment_plan, ApprovePaymentPlan(number=number))
    assert withheld(house, TODAY) == ["dunning.payment_plan"]


def test_thanks_leave_once_for_each_payment(house: House, tmp_path: Path) -> None:
    _keep_standard(house, thanks=Thanks.UNLESS_OVERDUE)
    (allocation,) = receive(house, tmp_path, "120.00", TODAY)
    assert house.use_cases.run(thank_payers, ThankPayers()) == {"thanked": 1}
    # The same money, taken off and laid again, is not thanked for again.
    house.use_cases.run(undo_allocation, UndoAllocation(allocation_id=allocation.id))
    house.use_cases.run(match_receipts, MatchReceipts(post=True))
    assert house.use_cases.run(thank_payers, ThankPayers()) == {}
    (mail,) = rows(house, outbox_message)
    assert mail["kind"] == "payment_thanks" and NUMBER in mail["body"]


def test_no_thanks_while_other_invoices_are_overdue(house: House, tmp_path: Path) -> None:
    _keep_standard(house, thanks=Thanks.UNLESS_OVERDUE)
    earlier = house_on(house.database_url, SOLD)
    issue(earlier)
    earlier.close()
    receive(house, tmp_path, "120.00", TODAY)
    assert house.use_cases.run(thank_payers, ThankPayers()) == {"still_owes": 1}
    assert rows(house, outbox_message) == []


def test_letter_and_mail_leave_together(house: House) -> None:
    kept = house.use_cases.run(read_dunning_plans, ReadDunningPlans()).of_code("standard")
    with_letter = tuple(
        replace(step, enclosures=(*step.enclosures, Enclosure.LETTER), needs_approval=False)
        if step.channel is Channel.EMAIL
        else step
        for step in kept.plan.steps
    )
    _keep_standard(house, steps=with_letter)
    house.use_cases.run(run_reminders, RunReminders(on=date(2026, 4, 13)))
    (mail,) = rows(house, outbox_message)
    assert "lettre-C0001-2026-04-13.pdf" in mail["attachments"]


def test_nothing_leaves_on_a_day_off_in_the_customer_s_country(house: House) -> None:
    day = date(2026, 4, 27)  # the King's birthday in the Netherlands, a Monday
    assert steps(house, day) == [4]
    change_file(house, country="NL")
    assert (steps(house, day), withheld(house, day)) == ([], ["dunning.day_off"])
    assert steps(house, day + timedelta(days=1)) == [4]


def _keep_standard(house: House, **changes: Any) -> None:
    kept = house.use_cases.run(read_dunning_plans, ReadDunningPlans()).of_code("standard")
    command = SaveDunningPlan(plan=replace(kept.plan, **changes), version=None)
    house.use_cases.run(save_dunning_plan, command)


@contextmanager
def _as(role: str, house: House) -> Iterator[House]:
    made = open_house(database_url=house.database_url, today=TODAY, user="test", role=role)
    yield made
    made.close()
