"""What there is to choose from when a receipt is entered or comes back."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.banking.statement import BankAccount
from otc_desktop.domain.banking.transaction import BankTransaction
from otc_desktop.domain.matching.slips import match_returns
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import NotFoundError


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPayableItems:
    """Ask what a customer owes, by code."""

    customer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadReturnLines:
    """Ask which bank lines may be the debit of a returned receipt."""

    paper_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSlipAccounts:
    """Ask to which bank accounts a slip can go."""


@use_case(permission=Permission.READ)
def read_payable_items(command: ReadPayableItems, ctx: Context, task: Task) -> Sequence[OpenItem]:
    """The customer's open documents, those due first; nothing is stored.

    Raises:
        NotFoundError: `customers.unknown_code`.
    """
    with ctx.snapshot() as uow:
        customer = uow.customers.find_by_code(command.customer)
        if customer is None:
            raise NotFoundError("customers.unknown_code", code=command.customer, where="customer")
        return uow.open_items.open_of(customer.id)


@use_case(permission=Permission.READ)
def read_return_lines(
    command: ReadReturnLines, ctx: Context, task: Task
) -> Sequence[BankTransaction]:
    """Waiting debits of the receipt's amount, charges included; nothing is stored.

    Raises:
        NotFoundError: `receivables.paper_not_found`.
    """
    with ctx.snapshot() as uow:
        paper = uow.papers.read(command.paper_id)
        return match_returns(paper, uow.bank.unmatched())


@use_case(permission=Permission.READ)
def read_slip_accounts(
    command: ReadSlipAccounts, ctx: Context, task: Task
) -> Sequence[BankAccount]:
    """The bank accounts, the company's own first; nothing is stored."""
    with ctx.snapshot() as uow:
        own = uow.company.get().iban
        accounts = uow.bank.accounts()
    return sorted(accounts, key=lambda each: (each.number != own, each.number))
