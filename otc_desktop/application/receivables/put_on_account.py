"""Put money received to a customer without saying yet what it pays."""

from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.lookups import customer_by_code
from otc_desktop.application.kernel.on_account import new_on_account
from otc_desktop.application.kernel.posting import post
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.banking.posting import BankPosting, check_posting
from otc_desktop.domain.ledger.bank_posting import post_bank_line
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import BankTransactionId, JournalEntryId
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class PutOnAccount:
    """Ask for a receipt, or a part of it, to be a customer's money on account.

    `amount` None is all that is unexplained of the movement.
    """

    transaction_id: BankTransactionId
    customer: str
    amount: Money | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidOnAccount(Event):
    """A customer paid on account."""

    number: str
    amount: str


@use_case(permission=Permission.ALLOCATE)
def put_on_account(command: PutOnAccount, ctx: Context, task: Task) -> OpenItem:
    """Post the money to the customer and keep it as a credit to be laid on invoices.

    It stays on the customers' account: it is no deposit, which is invoiced (4191).

    Raises:
        NotFoundError: `banking.transaction_not_found`, `customers.unknown_code`.
        RuleError: `receivables.not_a_receipt`, `banking.not_waiting`,
            `banking.more_than_unexplained`.
    """
    with ctx.unit_of_work() as uow:
        customer = customer_by_code(uow, command.customer)
        transaction = uow.bank.get(command.transaction_id, lock=True)
        amount = transaction.unallocated if command.amount is None else command.amount
        if transaction.amount.amount <= 0:
            raise RuleError("receivables.not_a_receipt", amount=transaction.amount)
        check_posting(transaction, amount)
        item = new_on_account(uow, ctx, customer, amount, on=transaction.booked_on)
        entry = post_bank_line(
            transaction,
            uow.bank.get_account(transaction.account_id),
            JournalEntryId(ctx.new_id()),
            amount=amount,
            ledger_account=ctx.account_scheme.customers,
            auxiliary=customer.code,
            item_id=item.id,
        )
        post(uow, entry, uow.company.get(), today=ctx.today)
        uow.bank_postings.add(
            BankPosting(
                id=ctx.new_id(),
                transaction_id=transaction.id,
                ledger_account=ctx.account_scheme.customers,
                amount=amount,
                entry_id=entry.id,
                item_id=item.id,
            )
        )
        uow.bank.save(transaction.explained(transaction.allocated + amount))
        uow.record(
            PaidOnAccount(
                subject_id=transaction.id,
                customer_id=customer.id,
                number=item.number,
                amount=str(amount),
            )
        )
        return uow.commit(item)
