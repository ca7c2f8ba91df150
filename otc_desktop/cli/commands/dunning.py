"""`otc reminders`, `otc run-due`."""

from collections.abc import Iterable
from typing import Any

from otc_desktop.application.dunning.plan_reminders import (
    PlanReminders,
    ReminderPlan,
    plan_reminders_for,
)
from otc_desktop.application.dunning.run_reminders import RunReminders, run_reminders
from otc_desktop.application.invoicing.prepare_contract import ContractsDue
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.outbox.send_mail import SendMail, send_mail
from otc_desktop.application.reporting.grade_customers import GradeCustomers, grade_customers
from otc_desktop.cli.commands.bank_tables import take_in_folder
from otc_desktop.cli.commands.contracts import prepare_due
from otc_desktop.cli.commands.mailbox import poll_if_set
from otc_desktop.cli.house import House
from otc_desktop.cli.json_output import amount, errors_of
from otc_desktop.domain.dunning.planner import PlannedReminder, Withheld
from otc_desktop.domain.shared.errors import OtcError


def plan(house: House, options: Any, task: Task) -> dict[str, Any]:
    """What would leave on a date; nothing is written."""
    command = PlanReminders(on=options.on)
    return _document(house, house.use_cases.run(plan_reminders_for, command, task))


def run(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Make the reminders due and send what may leave."""
    command = RunReminders(on=options.on)
    document = _document(house, house.use_cases.run(run_reminders, command, task))
    return {**document, **_send(house, task)}


def run_due(house: House, options: Any, task: Task) -> dict[str, Any]:
    """What the scheduler owes: statements in the watched folder, answers and bounces in the
    mailbox, credit grades, reminders, drafts of contracts, the outbox.
    """
    # First, for a receipt that came in stops a reminder that would have left.
    bank = take_in_folder(house, task)
    # Before the reminders too, for an answer or a bounce is known when somebody looks.
    received = poll_if_set(house, task)
    graded = house.use_cases.run(grade_customers, GradeCustomers(), task)
    made = house.use_cases.run(run_reminders, RunReminders(), task)
    recurring = prepare_due(house, ContractsDue(), task)
    sent = _send(house, task)
    errors = [
        *bank.pop("errors", ()),
        *received.pop("errors", ()),
        *recurring.get("errors", ()),
        *sent.get("errors", ()),
    ]
    return {
        "jobs": [
            {"name": "bank", **bank},
            {"name": "mailbox", **received},
            {"name": "grades", "changed": len(graded)},
            {"name": "reminders", "made": len(made.reminders), "withheld": len(made.withheld)},
            {"name": "contracts", "drafts": len(recurring["drafts"])},
            {"name": "outbox", **sent["mails"]},
        ],
        **({"errors": errors} if errors else {}),
    }


def _send(house: House, task: Task) -> dict[str, Any]:
    try:
        outcome = house.use_cases.run(send_mail, SendMail(), task)
    except OtcError as problem:
        return {"mails": {}, "errors": errors_of(problem, house.messages)}
    document: dict[str, Any] = {"mails": outcome.counts}
    if outcome.problem is not None:
        document["errors"] = errors_of(outcome.problem, house.messages)
    return document


def _document(house: House, planned: ReminderPlan) -> dict[str, Any]:
    return {
        "on": planned.on,
        "reminders": _reminders(planned.reminders),
        "withheld": _withheld(house, planned.withheld),
    }


def _reminders(reminders: Iterable[PlannedReminder]) -> list[dict[str, Any]]:
    return [
        {
            "customer": each.customer.code,
            "step": each.step.number,
            "channel": each.step.channel,
            "needs_approval": each.step.needs_approval,
            "invoices": [listed.item.number for listed in each.items],
            "amount": amount(each.amount),
            "recipient": each.recipient,
            "key": each.key,
        }
        for each in reminders
    ]


def _withheld(house: House, withheld: Iterable[Withheld]) -> list[dict[str, Any]]:
    return [
        {
            "customer": each.customer.code,
            "invoice": each.item.number,
            "reason": each.reason,
            "message": house.messages.sentence(each.reason, {"customer": each.customer.code}),
        }
        for each in withheld
    ]
