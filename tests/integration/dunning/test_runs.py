"""Runs of reminders on a database: frozen plans, what stands in the way, decisions by hand."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from otc_desktop.application.dunning.approve_reminder import ApproveReminder, approve_reminder
from otc_desktop.application.dunning.decide_reminder import (
    SendReminderNow,
    SkipReminder,
    WordReminder,
    send_reminder_now,
    skip_reminder,
    word_reminder,
)
from otc_desktop.application.dunning.dunning_plans import (
    PreviewStep,
    ReadDunningPlans,
    SaveDunningPlan,
    preview_step,
    read_dunning_plans,
    save_dunning_plan,
)
from otc_desktop.application.dunning.pause_reminders import (
    EndPause,
    PauseReminders,
    end_pause,
    pause_reminders,
)
from otc_desktop.application.dunning.plan_reminders import (
    PlanReminders,
    ReminderPlan,
    plan_reminders_for,
)
from otc_desktop.application.dunning.run_reminders import RunReminders, run_reminders
from otc_desktop.application.invoicing.credit_invoice import CreditInvoice, credit_invoice
from otc_desktop.application.invoicing.invoice_late_interest import (
    InvoiceLateInterest,
    invoice_late_interest,
)
from otc_desktop.application.invoicing.issue_invoice import IssueInvoice, issue_invoice
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.bootstrap import House
from otc_desktop.domain.dunning.plan import Enclosure
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import ReminderId
from otc_desktop.persistence.tables.dunning import dunning_notice, dunning_notice_item
from otc_desktop.persistence.tables.outbox import outbox_message
from tests.support.line import house_on, issue, set_up

SOLD = date(2026, 3, 2)
DUE = date(2026, 4, 1)
FIRM = date(2026, 4, 13)  # a Monday, 12 days late: step 2


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One invoice of 120.00 to C0001, due on 1 April, made once for all tests."""
    folder = tmp_path_factory.mktemp("dunning")
    house = set_up(f"sqlite:///{folder / 'books.sqlite'}", folder, SOLD)
    issue(house)
    house.close()
    return folder / "books.sqlite"


@pytest.fixture
def house(books: Path, tmp_path: Path) -> Iterator[House]:
    """A copy of the books on the day of the firm step."""
    mine = shutil.copy(books, tmp_path / "books.sqlite")
    late = house_on(f"sqlite:///{mine}", FIRM)
    yield late
    late.close()


def planned(house: House, on: date = FIRM) -> ReminderPlan:
    return house.use_cases.run(plan_reminders_for, PlanReminders(on=on))


def run(house: House, on: date = FIRM) -> ReminderPlan:
    return house.use_cases.run(run_reminders, RunReminders(on=on))


def reasons(plan: ReminderPlan) -> list[str]:
    assert plan.reminders == ()
    return [each.reason for each in plan.withheld]


def rows(house: House, table: Any) -> list[Any]:
    with house.engine.connect() as connection:
        return list(connection.execute(select(table)).mappings())


def on_day(house: House, day: date) -> House:
    """The same database on another business date."""
    return house_on(house.database_url, day)


def test_a_run_freezes_the_plan_that_it_followed(house: House) -> None:
    last = FIRM + timedelta(days=14)  # step 4, which waits for approval
    (made,) = run(house, last).reminders
    assert (made.step.number, made.step.needs_approval) == (4, True)
    kept = house.use_cases.run(read_dunning_plans, ReadDunningPlans()).of_code("standard")
    gentle = replace(
        kept.plan, steps=tuple(step for step in kept.plan.steps if step.number not in (4, 5))
    )
    saved = house.use_cases.run(
        save_dunning_plan, SaveDunningPlan(plan=gentle, version=kept.version)
    )
    assert saved.revision == kept.revision + 1
    (notice,) = rows(house, dunning_notice)
    assert (notice["plan_code"], notice["plan_revision"]) == ("standard", kept.revision)
    # The plan has no such step any more, and the notice still leaves as it was planned.
    house.use_cases.run(approve_reminder, ApproveReminder(notice_id=ReminderId(notice["id"])))
    (mail,) = rows(house, outbox_message)
    assert "dernier rappel" in mail["subject"]
    (listed,) = rows(house, dunning_notice_item)
    assert listed["passed_over"] == "0,1,2,3"
    # Nothing that was passed over comes back, whatever the plan says now.
    assert planned(house, DUE + timedelta(days=51)).reminders[0].step.number == 6


def test_a_step_taken_is_not_taken_again_where_it_was_moved(house: House) -> None:
    assert [each.step.number for each in run(house).reminders] == [2]
    kept = house.use_cases.run(read_dunning_plans, ReadDunningPlans()).of_code("standard")
    moved = tuple(
        replace(step, offset_days=16) if step.number == 2 else step for step in kept.plan.steps
    )
    command = SaveDunningPlan(plan=replace(kept.plan, steps=moved), version=None)
    house.use_cases.run(save_dunning_plan, command)
    assert planned(house, DUE + timedelta(days=16)).reminders == ()
    later = planned(house, DUE + timedelta(days=20)).reminders
    assert [each.step.number for each in later] == [3]


def test_a_day_off_a_pause_and_a_credit_note_to_come_withhold(house: House) -> None:
    assert reasons(planned(house, date(2026, 4, 12))) == ["dunning.day_off"]
    (reminder,) = planned(house).reminders
    pause = house.use_cases.run(
        pause_reminders, PauseReminders(customer_id=reminder.customer.id, until=FIRM)
    )
    assert reasons(planned(house)) == ["dunning.paused"]
    assert len(planned(house, FIRM + timedelta(days=1)).reminders) == 1
    house.use_cases.run(end_pause, EndPause(pause_id=pause.id))
    house.use_cases.run(
        credit_invoice, CreditInvoice(number="F2026-00001", quantities={0: Decimal("0.5")})
    )
    assert reasons(planned(house)) == ["dunning.credit_note_coming"]


def test_a_claim_below_the_minimum_and_an_unreasonable_overruling(house: House) -> None:
    kept = house.use_cases.run(read_dunning_plans, ReadDunningPlans()).of_code("standard")
    large = replace(kept.plan, minimum_amount=Decimal("120.01"))
    house.use_cases.run(save_dunning_plan, SaveDunningPlan(plan=large, version=kept.version))
    assert reasons(planned(house)) == ["dunning.below_minimum"]
    with pytest.raises(RuleError, match=r"dunning.not_overrulable"):
        house.use_cases.run(
            plan_reminders_for, PlanReminders(overruled=frozenset(("dunning.disputed",)))
        )


def test_one_reminder_is_written_by_hand_and_sent_now(house: House) -> None:
    (reminder,) = planned(house, FIRM + timedelta(days=14)).reminders
    words = WordReminder(key=reminder.key, subject="Un mot", body="Merci d'avance.")
    house.use_cases.run(word_reminder, words)
    command = SendReminderNow(key=reminder.key, on=FIRM + timedelta(days=14))
    house.use_cases.run(send_reminder_now, command)
    (mail,) = rows(house, outbox_message)
    assert (mail["subject"], mail["body"]) == ("Un mot", "Merci d'avance.")
    with pytest.raises(RuleError, match=r"dunning.no_longer_planned"):
        house.use_cases.run(send_reminder_now, command)
    assert len(rows(house, outbox_message)) == 1


def test_a_skipped_step_leaves_nothing_and_is_no_message(house: House) -> None:
    (reminder,) = planned(house).reminders
    house.use_cases.run(skip_reminder, SkipReminder(key=reminder.key, on=FIRM))
    assert run(house).reminders == ()
    assert rows(house, outbox_message) == []
    # No message left, so the least gap does not run from it: the call is due on its day.
    assert planned(house, DUE + timedelta(days=19)).reminders[0].step.number == 3


def test_a_registered_letter_claims_interest_and_is_kept_as_pdf(house: House) -> None:
    formal = on_day(house, date(2026, 5, 7))  # 36 days late
    (made,) = run(formal, date(2026, 5, 7)).reminders
    assert made.step.number == 5
    (notice,) = rows(formal, dunning_notice)
    notice_id = ReminderId(notice["id"])
    assert formal.use_cases.run(approve_reminder, ApproveReminder(notice_id=notice_id)) == "done"
    (notice,) = rows(formal, dunning_notice)
    # 36 days of 120.00 at 12.15 %
    assert (notice["interest_minor"], notice["costs_minor"]) == (144, 4000)
    assert len(notice["letter_sha256"]) == 64
    assert rows(formal, outbox_message) == []
    formal.close()


def test_enclosures_and_a_preview_of_a_step_not_saved(house: House) -> None:
    (reminder,) = planned(house).reminders
    step = replace(reminder.step, enclosures=tuple(Enclosure), prints_interest=True)
    shown = house.use_cases.run(
        preview_step, PreviewStep(step=step, customer_id=reminder.customer.id)
    )
    assert shown.composed is not None
    assert shown.composed.claims is not None
    assert "F2026-00001" in shown.composed.words.text
    kept = house.use_cases.run(read_dunning_plans, ReadDunningPlans()).of_code("standard")
    steps = tuple(step if each.number == 2 else each for each in kept.plan.steps)
    plan = replace(kept.plan, steps=steps)
    house.use_cases.run(save_dunning_plan, SaveDunningPlan(plan=plan, version=kept.version))
    run(house)
    (mail,) = rows(house, outbox_message)
    assert "F2026-00001.pdf" in mail["attachments"]
    assert "releve-C0001" in mail["attachments"]


def test_late_interest_is_drafted_out_of_scope_and_issued(house: House) -> None:
    drafted = house.use_cases.run(invoice_late_interest, InvoiceLateInterest(customer="C0001"))
    # 12 days of 120.00 at 12.15 %
    assert (str(drafted.interest.amount), str(drafted.indemnity.amount)) == ("0.48", "40.00")
    issued = house.use_cases.run(issue_invoice, IssueInvoice(invoice_id=drafted.draft_id)).invoice
    assert str(issued.totals.total_vat.amount) == "0.00"
    accounts = {
        row["account"]
        for row in rows(house, _journal_lines())
        if row["credit_minor"] and row["credit_minor"] in (48, 4000, 4048)
    }
    assert accounts == {"7581"}
    assert house.queries.drafts.count(PageRequest()) == 0


def _journal_lines() -> Any:
    from otc_desktop.persistence.tables.ledger import journal_line

    return journal_line
