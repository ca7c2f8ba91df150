"""`otc reminders`."""

from collections.abc import Iterable
from typing import Any

from otc_desktop.application.dunning.plan_reminders import (
    PlanReminders,
    ReminderPlan,
    plan_reminders_for,
)
from otc_desktop.application.dunning.run_reminders import RunReminders, run_reminders
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.outbox.send_mail import SendMail, send_mail
from otc_desktop.cli.house import House
from otc_desktop.cli.json_output import amount, errors_of
from otc_desktop.domain.dunning.planner import PlannedReminder, Withheld
from otc_desktop.domain.shared.errors import OtcError


def plan(house: House, options: Any, task: Task) -> dict[str, Any]:
    """What would leave on a date; nothing is written."""
    command = PlanReminders(on=options.on, overruled=_overruled(options))
    return _document(house, house.use_cases.run(plan_reminders_for, command, task))


def run(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Make the reminders due and send what may leave."""
    command = RunReminders(on=options.on, overruled=_overruled(options))
    document = _document(house, house.use_cases.run(run_reminders, command, task))
    return {**document, **_send(house, task)}


def _overruled(options: Any) -> frozenset[str]:
    return frozenset(f"dunning.{reason}" for reason in options.despite)


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
