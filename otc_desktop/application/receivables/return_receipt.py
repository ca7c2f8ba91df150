"""Money that came and was taken back by the bank: a rejected debit, a recalled transfer."""

from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.posting import post
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.application.receivables.undo_allocation import (
    numbers_by_customer,
    received_by,
    reverse_allocation,
    standing_allocation,
)
from otc_desktop.domain.banking.posting import BankPosting, check_posting
from otc_desktop.domain.ledger.bank_posting import post_bank_line
from otc_desktop.domain.receivables.allocation import Allocation
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import AllocationId, BankTransactionId, JournalEntryId
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnReceipt:
    """Ask for an allocated receipt to count as returned by a debit of the bank.

    `fee` is what the debit holds beyond the money returned: it goes to bank charges (627).
    `reason` is kept for the customer's timeline; the bank's own words where it is empty.
    """

    allocation_id: AllocationId
    transaction_id: BankTransactionId
    fee: Money | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptReturned(Event):
    """A payment came back: its documents are open again."""

    allocation: str
    amount: str
    reason: str
    numbers: tuple[str, ...]


@use_case(permission=Permission.ALLOCATE)
def return_receipt(command: ReturnReceipt, ctx: Context, task: Task) -> Allocation:
    """Reopen the documents on the day of the debit, which explains it; reminders go on.

    The receipt itself stays explained: the money came, and went. A debit of several
    returns is explained by one after the other.

    Raises:
        NotFoundError: `receivables.allocation_not_found`, `banking.transaction_not_found`.
        RuleError: `receivables.already_undone`, `receivables.undo_of_undo`,
            `receivables.credit_note_stays`, `receivables.not_a_return`,
            `banking.not_waiting`, `banking.more_than_unexplained`.
    """
    with ctx.unit_of_work() as uow:
        allocation = standing_allocation(uow, command.allocation_id)
        if allocation.transaction_id is None:
            raise RuleError("receivables.credit_note_stays")
        receipt = uow.bank.get(allocation.transaction_id)
        debit = uow.bank.get(command.transaction_id, lock=True)
        received = received_by(allocation)
        same_account = receipt.account_id == debit.account_id
        if received.amount <= 0 or not same_account or debit.booked_on < receipt.booked_on:
            raise RuleError("receivables.not_a_return", label=debit.label)
        check_posting(debit, -received)
        reason = command.reason.strip() or debit.return_reason or debit.label
        undo, items = reverse_allocation(
            uow,
            ctx,
            allocation,
            on=debit.booked_on,
            label=f"Rejet {receipt.counterparty or receipt.label}",
            returned_by=debit,
        )
        debit = debit.explained(debit.allocated - received)
        if command.fee is not None and command.fee:
            charge = -abs(command.fee)
            check_posting(debit, charge)
            entry = post_bank_line(
                debit,
                uow.bank.get_account(debit.account_id),
                JournalEntryId(ctx.new_id()),
                amount=charge,
                ledger_account=ctx.account_scheme.bank_charges,
            )
            post(uow, entry, uow.company.get(), today=ctx.today)
            uow.bank_postings.add(
                BankPosting(
                    id=ctx.new_id(),
                    transaction_id=debit.id,
                    ledger_account=ctx.account_scheme.bank_charges,
                    amount=charge,
                    entry_id=entry.id,
                )
            )
            debit = debit.explained(debit.allocated + charge)
        uow.bank.save(debit)
        for customer_id, numbers in numbers_by_customer(items).items():
            uow.record(
                ReceiptReturned(
                    subject_id=debit.id,
                    customer_id=customer_id,
                    allocation=str(allocation.id),
                    amount=str(received),
                    reason=reason,
                    numbers=numbers,
                )
            )
        return uow.commit(undo)
