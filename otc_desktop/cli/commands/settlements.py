"""`otc bank on-account`, `otc bank lay`, `otc bank return`."""

from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from otc_desktop.application.kernel.task import Task
from otc_desktop.application.receivables.lay_credit import LayCredit, lay_credit
from otc_desktop.application.receivables.put_on_account import PutOnAccount, put_on_account
from otc_desktop.application.receivables.return_receipt import ReturnReceipt, return_receipt
from otc_desktop.cli.house import House
from otc_desktop.cli.json_output import amount
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import NotFoundError, RuleError
from otc_desktop.domain.shared.ids import AllocationId, BankTransactionId
from otc_desktop.domain.shared.money import Money


def put(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Keep a receipt, or a part of it, as a customer's money."""
    command = PutOnAccount(
        transaction_id=BankTransactionId(_id(options.transaction)),
        customer=options.customer,
        amount=None if options.amount is None else Money(options.amount, EUR),
    )
    item = house.use_cases.run(put_on_account, command, task)
    return {"number": item.number, "customer": options.customer, "open_amount": amount(item.open)}


def lay(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Settle invoices with a credit note or money on account."""
    parts = tuple(
        (number, _money(text))
        for number, _, text in (each.rpartition("=") for each in options.invoice)
    )
    allocation = house.use_cases.run(
        lay_credit, LayCredit(number=options.number, parts=parts), task
    )
    return {
        "id": allocation.id,
        "number": options.number,
        "allocations": [{"invoice": number, "amount": amount(part)} for number, part in parts],
    }


def send_back(house: House, options: Any, task: Task) -> dict[str, Any]:
    """A payment that the bank took back: its invoices are open again."""
    command = ReturnReceipt(
        allocation_id=AllocationId(_id(options.allocation)),
        transaction_id=BankTransactionId(_id(options.by)),
        fee=None if options.fee is None else Money(options.fee, EUR),
        reason=options.reason,
    )
    undone = house.use_cases.run(return_receipt, command, task)
    return {"undone": options.allocation, "reversal": undone.id, "on": undone.on}


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as problem:
        raise NotFoundError("program.bad_id", id=text) from problem


def _money(text: str) -> Money:
    try:
        return Money(Decimal(text), EUR)
    except InvalidOperation as problem:
        raise RuleError("money.not_a_number", where="amount", amount=text) from problem
