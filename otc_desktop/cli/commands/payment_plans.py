"""`otc payment-plan`."""

from typing import Any

from otc_desktop.application.dunning.payment_plan_letters import (
    DrawPaymentPlan,
    SendPaymentPlan,
    draw_payment_plan,
    send_payment_plan,
)
from otc_desktop.application.dunning.payment_plans import (
    ApprovePaymentPlan,
    CancelPaymentPlan,
    CreatePaymentPlan,
    approve_payment_plan,
    cancel_payment_plan,
    create_payment_plan,
)
from otc_desktop.application.dunning.read_payment_plans import (
    PaymentPlanRow,
    ReadPaymentPlans,
    read_payment_plans,
)
from otc_desktop.application.kernel.task import Task
from otc_desktop.cli.house import House
from otc_desktop.cli.json_output import amount
from otc_desktop.domain.dunning.payment_plan import PaymentPlan, Rhythm


def create(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Agree on instalments."""
    command = CreatePaymentPlan(
        customer=options.customer,
        numbers=tuple(options.invoice),
        first_on=options.first,
        count=options.count,
        rhythm=Rhythm(options.rhythm),
        instalments=tuple(options.instalment),
        tolerance_days=options.tolerance,
        text=options.text,
    )
    return _document(house.use_cases.run(create_payment_plan, command, task))


def approve(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Let a plan take effect."""
    command = ApprovePaymentPlan(number=options.number)
    return _document(house.use_cases.run(approve_payment_plan, command, task))


def cancel(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Call a plan off."""
    command = CancelPaymentPlan(number=options.number, reason=options.reason)
    return _document(house.use_cases.run(cancel_payment_plan, command, task))


def letter(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Write a plan's letter to a file, put it in the outbox, or both."""
    document: dict[str, Any] = {"number": options.number}
    if options.out is not None:
        command = DrawPaymentPlan(number=options.number)
        options.out.write_bytes(house.use_cases.run(draw_payment_plan, command, task))
        document["file"] = str(options.out)
    if options.send:
        sending = SendPaymentPlan(number=options.number, again=options.again)
        document["recipient"] = house.use_cases.run(send_payment_plan, sending, task)
    return document


def list_plans(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Where plans stand on a date."""
    rows = house.use_cases.run(read_payment_plans, ReadPaymentPlans(on=options.on), task)
    return {"payment_plans": [_row(row) for row in rows]}


def _row(row: PaymentPlanRow) -> dict[str, Any]:
    standing = row.standing
    following = standing.next_instalment
    return {
        "number": standing.plan.number,
        "customer": row.customer_code,
        "invoices": list(row.numbers),
        "amount": amount(standing.plan.amount),
        "received": amount(standing.received),
        "state": standing.state,
        "agreed_on": standing.plan.agreed_on,
        "next_due": None if following is None else following.due_on,
        "instalments": [
            {
                "due_date": each.instalment.due_on,
                "amount": amount(each.instalment.amount),
                "received": amount(each.received),
                "state": each.state,
            }
            for each in standing.instalments
        ],
    }


def _document(plan: PaymentPlan) -> dict[str, Any]:
    return {
        "number": plan.number,
        "approved": bool(plan.approved_by),
        "amount": amount(plan.amount),
        "instalments": [
            {"due_date": each.due_on, "amount": amount(each.amount)} for each in plan.instalments
        ],
    }
