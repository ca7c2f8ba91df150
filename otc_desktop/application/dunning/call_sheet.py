"""What lies beside the telephone: whom to ask for, what to say, what is open, what was said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from otc_desktop.application.dunning.call_list import Debt, callable_debts, first_number
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.lookups import customer_by_code
from otc_desktop.application.kernel.mail_words import words_of_mail
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.dunning.call import Call
from otc_desktop.domain.dunning.planner import DueItem
from otc_desktop.domain.dunning.promise import Standing, judge
from otc_desktop.domain.security.permissions import Permission

SCRIPT = "call_script"
_HISTORY_DAYS = 365
_MOST_CALLS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadCallSheet:
    """Ask for the sheet of the customer of a code."""

    customer: str


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """A number and whose it is."""

    number: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallSheet:
    """The sheet; `script` is empty where nothing may be asked for.

    `calls` and `promises` have the newest first.
    """

    customer: Customer
    script: str
    numbers: tuple[PhoneNumber, ...]
    items: tuple[DueItem, ...]
    calls: tuple[Call, ...]
    promises: tuple[Standing, ...]


@use_case(permission=Permission.READ)
def read_call_sheet(command: ReadCallSheet, ctx: Context, task: Task) -> CallSheet:
    """All that a call needs, as it stands now.

    Raises:
        NotFoundError: `customers.unknown_code`.
        RuleError: `templates.bad`.
    """
    with ctx.snapshot() as uow:
        customer = customer_by_code(uow, command.customer)
        contacts = uow.customers.contacts_of(customer.id)
        phone, name = first_number(customer, contacts)
        numbers = {phone: name, customer.phone: customer.contact_name}
        for contact in contacts:
            for number in (contact.phone, contact.mobile):
                numbers.setdefault(number, contact.name)
        debt = callable_debts(uow, ctx.today, only=customer.id).get(customer.id)
        script = ""
        if debt is not None:
            script = words_of_mail(
                uow,
                ctx,
                SCRIPT,
                language=customer.language,
                values={
                    "company": uow.company.get(),
                    "customer": customer,
                    "today": ctx.today,
                    "caller": ctx.user.name,
                    "contact": name,
                    **_values(debt, ctx),
                },
            ).text
        calls = uow.contact_log.calls_of(
            [customer.id], since=ctx.today - timedelta(days=_HISTORY_DAYS)
        )
        promises = uow.promises.of_customers([customer.id])
        settled = uow.promises.settled([customer.id]) if promises else ()
        standings = judge(promises, settled, as_of=ctx.today)
    return CallSheet(
        customer=customer,
        script=script,
        numbers=tuple(PhoneNumber(number, who) for number, who in numbers.items() if number),
        items=() if debt is None else debt.items,
        calls=tuple(reversed(calls))[:_MOST_CALLS],
        promises=tuple(reversed(standings))[:_MOST_CALLS],
    )


def _values(debt: Debt, ctx: Context) -> Mapping[str, Any]:
    broken: Sequence[Standing] = () if debt.broken_promise is None else (debt.broken_promise,)
    return {
        "invoices": [
            {
                "number": item.number,
                "due_on": item.due_on,
                "open": item.open - item.disputed,
                "days_late": str((ctx.today - item.due_on).days),
            }
            for item in debt.items
        ],
        "total": debt.asked,
        "broken_promise": next(
            (
                {"amount": each.promise.amount, "promised_on": each.promise.promised_on}
                for each in broken
            ),
            None,
        ),
        "broken_plan": "" if debt.broken_plan is None else debt.broken_plan.plan.number,
    }
