"""`otc call` and `otc promise`."""

from typing import Any

from otc_desktop.application.dunning.call_list import ReadCallList, read_call_list
from otc_desktop.application.dunning.call_sheet import ReadCallSheet, read_call_sheet
from otc_desktop.application.dunning.check_promises import CheckPromises, check_promises
from otc_desktop.application.dunning.close_call import (
    CloseCall,
    DisputeTold,
    PromiseTold,
    close_call,
)
from otc_desktop.application.kernel.task import Task
from otc_desktop.cli.house import House
from otc_desktop.cli.json_output import amount
from otc_desktop.domain.disputes.dispute import DisputeReason
from otc_desktop.domain.dunning.call import CallDirection, CallOutcome


def list_calls(house: House, options: Any, task: Task) -> dict[str, Any]:
    """The calls of a day, those that may bring most first."""
    found = house.use_cases.run(read_call_list, ReadCallList(on=options.on), task)
    return {
        "on": found.on,
        "definitions": {
            "chance": "of payment within 30 days, by the customer's own delays, age and promises",
            "expected": "amount x chance",
            "rank": "amount x chance x age in months; orders the list",
        },
        "calls": [
            {
                "customer": each.customer_code,
                "name": each.customer_name,
                "reason": each.reason,
                "reason_in_words": house.messages.word("call_reason", each.reason.value),
                "amount": amount(each.asked),
                "days_late": each.days_late,
                "chance": str(each.gain.chance),
                "expected": amount(each.gain.expected),
                "rank": str(each.gain.rank),
                "phone": each.phone,
                "contact": each.contact,
                "at": each.at,
                "unmatched_receipt": each.pays_already,
            }
            for each in found.tasks
        ],
        "to_mend": list(found.to_mend),
    }


def sheet(house: House, options: Any, task: Task) -> dict[str, Any]:
    """What to say to a customer, and what lies open."""
    found = house.use_cases.run(read_call_sheet, ReadCallSheet(customer=options.customer), task)
    return {
        "customer": found.customer.code,
        "script": found.script,
        "numbers": [{"number": each.number, "name": each.name} for each in found.numbers],
        "invoices": [
            {"invoice": item.number, "due_date": item.due_on, "open_amount": amount(item.open)}
            for item in found.items
        ],
        "calls": [
            {
                "on": call.called_on,
                "outcome": call.outcome,
                "contact": call.contact,
                "text": call.text,
                "next": call.next_call_on,
            }
            for call in found.calls
        ],
        "promises": [
            {
                "amount": amount(each.promise.amount),
                "on": each.promise.promised_on,
                "state": each.state,
                "received": amount(each.received),
            }
            for each in found.promises
        ],
    }


def log(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Note a call with what follows from its outcome."""
    outcome = CallOutcome(options.outcome)
    promise = dispute = None
    if options.promised_on is not None:
        promise = PromiseTold(
            on=options.promised_on,
            amount=options.amount,
            numbers=tuple(options.invoice),
        )
    elif outcome is CallOutcome.DISPUTED and len(options.invoice) == 1:
        dispute = DisputeTold(
            number=options.invoice[0], reason=DisputeReason(options.reason), amount=options.amount
        )
    command = CloseCall(
        customer=options.customer,
        outcome=outcome,
        direction=CallDirection.INCOMING if options.incoming else CallDirection.OUTGOING,
        contact=options.contact,
        phone=options.phone,
        text=options.text,
        promise=promise,
        dispute=dispute,
        next_call_on=options.next,
        next_call_at=options.at,
    )
    closed = house.use_cases.run(close_call, command, task)
    proposed = closed.proposed
    return {
        "id": closed.call.id,
        "next_call_on": closed.call.next_call_on,
        "promise": None if closed.promise is None else closed.promise.id,
        "dispute": None if closed.dispute is None else closed.dispute.id,
        "proposed": None
        if proposed is None
        else {
            "step": proposed.step.number,
            "channel": proposed.step.channel,
            "amount": amount(proposed.amount),
            "key": proposed.key,
        },
    }


def check(house: House, options: Any, task: Task) -> dict[str, Any]:
    """What changed among promises and payment plans since the last check."""
    found = house.use_cases.run(check_promises, CheckPromises(), task)
    return {
        "promises": [
            {
                "id": each.promise.id,
                "amount": amount(each.promise.amount),
                "promised_on": each.promise.promised_on,
                "received": amount(each.received),
                "state": each.state,
            }
            for each in found.promises
        ],
        "payment_plans": [
            {"number": each.plan.number, "state": each.state} for each in found.plans
        ],
    }
