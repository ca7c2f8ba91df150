"""Lay a credit note, or money on account, on invoices by hand."""

from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.laying import lay_credit_on
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.receivables.allocation import Allocation
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.money import Money, total


@dataclass(frozen=True, slots=True, kw_only=True)
class LayCredit:
    """Ask for a credit to settle claims, by number and amount; in part, and over several."""

    number: str
    parts: tuple[tuple[str, Money], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditLaid(Event):
    """A credit note or money on account was laid on invoices."""

    number: str
    amount: str
    numbers: tuple[str, ...]
    allocation: str


@use_case(permission=Permission.ALLOCATE)
def lay_credit(command: LayCredit, ctx: Context, task: Task) -> Allocation:
    """Settle invoices with a credit of the same customer; what is left of it stays open.

    Raises:
        NotFoundError: `receivables.item_not_found`.
        RuleError: `receivables.not_a_credit`, `receivables.nothing_allocated`,
            `receivables.item_twice`, `receivables.several_customers`,
            `receivables.other_currency`, `receivables.other_account` for a retention that
            is not released yet, and what `OpenItem.settle` refuses.
    """
    if not command.parts:
        raise RuleError("receivables.nothing_allocated")
    numbers = [number for number, _ in command.parts]
    if len(set(numbers)) != len(numbers):
        raise RuleError("receivables.item_twice")
    with ctx.unit_of_work() as uow:
        credit = uow.open_items.get_by_number(command.number)
        if credit.total.amount >= 0:
            raise RuleError("receivables.not_a_credit", number=credit.number)
        named = [uow.open_items.get_by_number(number) for number in numbers]
        items = uow.open_items.lock([credit.id, *(item.id for item in named)])
        credit = items[credit.id]
        parts = tuple(
            (item.id, amount) for item, (_, amount) in zip(named, command.parts, strict=True)
        )
        for item_id, amount in parts:
            item = items[item_id]
            if item.customer_id != credit.customer_id:
                raise RuleError("receivables.several_customers")
            if item.account != credit.account:
                raise RuleError("receivables.other_account", number=item.number)
            if amount.currency != credit.open.currency or item.open.currency != amount.currency:
                raise RuleError(
                    "receivables.other_currency",
                    number=item.number,
                    item_currency=item.open.currency.code,
                    receipt_currency=credit.open.currency.code,
                )
            if item.total.amount <= 0:
                raise RuleError("receivables.wrong_sign", number=item.number, amount=amount)
        allocation = lay_credit_on(
            uow,
            ctx,
            company=uow.company.get(),
            credit=credit,
            items=items,
            parts=parts,
            on=ctx.today,
            by_machine=False,
        )
        laid = total((amount for _, amount in parts), credit.open.currency)
        uow.record(
            CreditLaid(
                subject_id=credit.id,
                customer_id=credit.customer_id,
                number=credit.number,
                amount=str(laid),
                numbers=tuple(numbers),
                allocation=str(allocation.id),
            )
        )
        return uow.commit(allocation)
