"""Cheques and bills that the bank returns unpaid."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.paper_steps import reopen_paper, settle_again
from otc_desktop.application.kernel.posting import post
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.banking.posting import BankPosting, check_posting
from otc_desktop.domain.direct_debits.returns import blocks_mandate, reason_of
from otc_desktop.domain.ledger.paper_posting import post_return_debit, remitted_account
from otc_desktop.domain.receivables.deposit_slip import DepositSlip, SlipStatus
from otc_desktop.domain.receivables.paper_receipt import (
    MOST_RETURN_CHARGE,
    PaperKind,
    PaperReceipt,
    PaperStatus,
)
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import BankTransactionId, JournalEntryId
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnPaper:
    """Ask for a remitted receipt to count as unpaid; `transaction_id` is the bank's debit.

    A paper that is returned already takes the debit that arrived since.
    """

    paper_id: UUID
    reason: str = ""
    on: date | None = None
    transaction_id: BankTransactionId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperReturned(Event):
    """The bank returned a cheque or bill unpaid: its documents are open again."""

    paper: str
    number: str
    amount: str
    reason: str
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoReturn:
    """Ask for a receipt that counts as returned by mistake to have paid after all."""

    paper_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperReturnUndone(Event):
    """A cheque or bill had not come back after all: its documents are settled again."""

    paper: str
    number: str
    amount: str


@use_case(permission=Permission.ALLOCATE)
def undo_return(command: UndoReturn, ctx: Context, task: Task) -> PaperReceipt:
    """Settle the documents again, by a new entry; the bank's debit is taken back before.

    Raises:
        NotFoundError: `receivables.paper_not_found`.
        RuleError: `receivables.paper_not_returned`, `receivables.return_debited`,
            `receivables.more_than_open` where a document was settled otherwise since.
    """
    with ctx.unit_of_work() as uow:
        paper = uow.papers.lock([command.paper_id])[command.paper_id]
        if paper.slip_id is None:
            raise RuleError("receivables.paper_not_returned", number=paper.number)
        slip = uow.papers.get_slip(paper.slip_id)
        after = paper.take_back_return(credited=slip.status is SlipStatus.CREDITED)
        after = settle_again(uow, ctx, after, remittance=slip.remittance)
        uow.papers.save(after)
        uow.record(
            PaperReturnUndone(
                subject_id=paper.id,
                customer_id=paper.customer_id,
                paper=paper.kind.value,
                number=paper.number,
                amount=str(paper.amount),
            )
        )
        return uow.commit(after)


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateBlocked(Event):
    """A return says that a mandate is of no use as it stands."""

    rum: str
    code: str


@use_case(permission=Permission.ALLOCATE)
def return_paper(command: ReturnPaper, ctx: Context, task: Task) -> PaperReceipt:
    """Reopen the documents, against the account where the receipt stood, then book the debit.

    Raises:
        NotFoundError: `receivables.paper_not_found`, `banking.transaction_not_found`.
        RuleError: `receivables.paper_not_remitted`, `receivables.return_amount_differs`,
            `banking.not_waiting`.
    """
    with ctx.unit_of_work() as uow:
        return uow.commit(send_back(uow, ctx, command))


def send_back(uow: UnitOfWork, ctx: Context, command: ReturnPaper) -> PaperReceipt:
    """The same inside the caller's transaction.

    Raises:
        NotFoundError, RuleError: as `return_paper`.
    """
    paper = uow.papers.lock([command.paper_id])[command.paper_id]
    if paper.slip_id is None:
        raise RuleError("receivables.paper_not_remitted", number=paper.number)
    slip = uow.papers.get_slip(paper.slip_id)
    waits_for_debit = paper.status is PaperStatus.RETURNED and paper.return_posting_id is None
    if not (waits_for_debit and command.transaction_id is not None):
        paper = _reopen(uow, ctx, command, paper, slip)
    if command.transaction_id is not None:
        posting = _debit(uow, ctx, command.transaction_id, paper, slip)
        paper = replace(
            paper,
            return_posting_id=posting.id,
            return_transaction_id=posting.transaction_id,
        )
    uow.papers.save(paper)
    return paper


def _reopen(
    uow: UnitOfWork, ctx: Context, command: ReturnPaper, paper: PaperReceipt, slip: DepositSlip
) -> PaperReceipt:
    on = command.on or ctx.today
    if command.on is None and command.transaction_id is not None:
        on = uow.bank.get(command.transaction_id).booked_on
    after = paper.send_back(on, command.reason.strip())
    if paper.kind is PaperKind.DEBIT:
        _look_at_mandate(uow, paper, command.reason)
    numbers = reopen_paper(uow, ctx, paper, on=on, remittance=slip.remittance)
    uow.record(
        PaperReturned(
            subject_id=paper.id,
            customer_id=paper.customer_id,
            paper=paper.kind.value,
            number=paper.number,
            amount=str(paper.amount),
            reason=after.return_reason,
            numbers=numbers,
        )
    )
    return after


def _look_at_mandate(uow: UnitOfWork, paper: PaperReceipt, reason: str) -> None:
    """Block the mandate of a debit where the bank's code says that it is of no use (EPC 173-14)."""
    debit = uow.direct_debits.debit(paper.number)
    code = reason_of(reason)
    if debit is None or not blocks_mandate(code):
        return
    mandate = uow.direct_debits.get_mandate(debit.mandate_id, lock=True)
    uow.direct_debits.save_mandate(mandate.block(code.value))
    uow.record(
        MandateBlocked(
            subject_id=mandate.id,
            customer_id=mandate.customer_id,
            rum=mandate.rum,
            code=code.value,
        )
    )


def _debit(
    uow: UnitOfWork,
    ctx: Context,
    transaction_id: BankTransactionId,
    paper: PaperReceipt,
    slip: DepositSlip,
) -> BankPosting:
    """The bank's line, the charge it may hold included."""
    transaction = uow.bank.get(transaction_id, lock=True)
    check_posting(transaction, transaction.unallocated)
    charge = -transaction.unallocated - paper.amount
    if charge.amount < 0 or charge > Money(MOST_RETURN_CHARGE, charge.currency):
        raise RuleError(
            "receivables.return_amount_differs",
            number=paper.number,
            amount=paper.amount,
            debited=transaction.unallocated,
        )
    account = uow.bank.get_account(transaction.account_id)
    entry = post_return_debit(
        paper,
        slip.remittance,
        transaction,
        account,
        JournalEntryId(ctx.new_id()),
        charge=charge,
        scheme=ctx.account_scheme,
    )
    post(uow, entry, uow.company.get(), today=ctx.today)
    posting = BankPosting(
        id=ctx.new_id(),
        transaction_id=transaction.id,
        ledger_account=remitted_account(paper.kind, slip.remittance, ctx.account_scheme),
        amount=transaction.unallocated,
        entry_id=entry.id,
    )
    uow.bank_postings.add(posting)
    uow.bank.save(transaction.explained(transaction.allocated + posting.amount))
    return posting
