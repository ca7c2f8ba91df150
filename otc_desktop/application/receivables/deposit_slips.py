"""Group receipts in a deposit slip, withdraw it, draw it."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.paper_steps import ripen
from otc_desktop.application.kernel.posting import post
from otc_desktop.application.kernel.slip_steps import credited_account, make_slip
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.ledger.journal_entry import reversal_of
from otc_desktop.domain.receivables.deposit_slip import (
    DepositSlip,
    slip_number,
    slip_total,
)
from otc_desktop.domain.receivables.paper_receipt import PaperStatus, Remittance
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import JournalEntryId

_SERIES = "deposit_slip"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemitPapers:
    """Ask for receipts of one kind to go to the bank together.

    `account` is the number of the bank account to credit; empty is the company's own, or the
    only one there is.
    """

    paper_ids: tuple[UUID, ...]
    account: str = ""
    remittance: Remittance = Remittance.COLLECTION


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawSlip:
    """Ask for a slip that was not handed over to be taken apart."""

    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawSlip:
    """Ask for a slip as PDF in a file; `language` is that of its words."""

    number: str
    path: Path
    language: str = "fr"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSlip:
    """Ask for a slip as PDF in a copy for the system's viewer."""

    number: str
    language: str = "fr"


@dataclass(frozen=True, slots=True, kw_only=True)
class RipenBills:
    """Ask for discounted bills that fell due to become payments for VAT on receipts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipWithdrawn(Event):
    """A slip was taken apart before the bank had it."""

    number: str
    amount: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BillMatured(Event):
    """A discounted bill fell due and was not returned."""

    number: str
    amount: str


@use_case(permission=Permission.ALLOCATE)
def remit_papers(command: RemitPapers, ctx: Context, task: Task) -> DepositSlip:
    """Number a slip and put the receipts on it; bills move to the account of their remittance.

    Raises:
        NotFoundError: `receivables.paper_not_found`, `banking.account_not_found`,
            `banking.no_account`.
        RuleError: what `slip_total` refuses.
    """
    with ctx.unit_of_work() as uow:
        locked = uow.papers.lock(set(command.paper_ids))
        papers = [locked[paper_id] for paper_id in dict.fromkeys(command.paper_ids)]
        amount = slip_total(papers, command.remittance)
        account = credited_account(uow, ctx, command.account)
        if account.currency != amount.currency.code:
            raise RuleError(
                "receivables.slip_other_currency", account=account.number, where="account"
            )
        sequence = uow.number_series.take(_SERIES, str(ctx.today.year), ctx.today)
        number = slip_number(ctx.today, sequence)
        slip = make_slip(uow, ctx, papers, account, number=number, remittance=command.remittance)
        return uow.commit(slip)


@use_case(permission=Permission.ALLOCATE)
def withdraw_slip(command: WithdrawSlip, ctx: Context, task: Task) -> DepositSlip:
    """Put the receipts back in hand; the slip keeps its number, so that none is missing.

    Raises:
        NotFoundError: `receivables.slip_not_found`.
        RuleError: `receivables.slip_not_waiting`; `receivables.paper_not_remitted` where the
            bank returned one of it; `receivables.slip_is_collection` for direct debits.
    """
    with ctx.unit_of_work() as uow:
        slip = uow.papers.get_slip(uow.papers.slip_by_number(command.number).id)
        if not slip.kind.is_handed_in:
            raise RuleError("receivables.slip_is_collection", number=slip.number)
        papers = uow.papers.of_slip(slip.id)
        after = slip.withdraw()
        back = [paper.take_off() for paper in papers]
        if slip.entry_id is not None:
            entry = reversal_of(
                uow.journal.get(slip.entry_id),
                JournalEntryId(ctx.new_id()),
                on=ctx.today,
                label=f"Annulation {slip.number}",
            )
            post(uow, entry, uow.company.get(), today=ctx.today)
        uow.papers.save_slip(after)
        for paper in back:
            uow.papers.save(paper)
        uow.record(SlipWithdrawn(subject_id=slip.id, number=slip.number, amount=str(slip.total)))
        return uow.commit(after)


@use_case(permission=Permission.READ)
def draw_slip(command: DrawSlip, ctx: Context, task: Task) -> Path:
    """Write the slip as PDF; a file that stood there before is replaced whole.

    Raises:
        NotFoundError: `receivables.slip_not_found`.
        ExternalError: `files.disk_full`, `files.not_writable`.
    """
    content = _drawn(ctx, command.number, command.language)
    ctx.ports.files.write_atomically(command.path, iter((content,)))
    return command.path


@use_case(permission=Permission.READ)
def open_slip(command: OpenSlip, ctx: Context, task: Task) -> Path:
    """A copy of the slip's PDF that the system's viewer can open.

    Raises:
        NotFoundError: `receivables.slip_not_found`.
    """
    content = _drawn(ctx, command.number, command.language)
    return ctx.ports.viewer_files.put(f"{command.number}.pdf", content)


@use_case(permission=Permission.ALLOCATE)
def ripen_bills(command: RipenBills, ctx: Context, task: Task) -> int:
    """Discounted bills due by today count as paid: their VAT on receipts is due; how many.

    A bill collected counts when the bank credits it. One unpaid comes back as a return.
    """
    with ctx.unit_of_work() as uow:
        due = uow.papers.unripe_discounted(ctx.today)
    for done, paper_id in enumerate(due):
        task.check_cancelled()
        task.progress(done, len(due))
        with ctx.unit_of_work() as uow:
            paper = uow.papers.lock([paper_id])[paper_id]
            if paper.ripe or paper.status is not PaperStatus.PAID:
                continue
            ripen(uow, ctx, [paper], on=paper.due_on or ctx.today)
            uow.record(
                BillMatured(
                    subject_id=paper.id,
                    customer_id=paper.customer_id,
                    number=paper.number,
                    amount=str(paper.amount),
                )
            )
            uow.commit(None)
    return len(due)


def _drawn(ctx: Context, number: str, language: str) -> bytes:
    with ctx.snapshot() as uow:
        slip = uow.papers.slip_by_number(number)
        papers = uow.papers.of_slip(slip.id, lock=False)
        account = uow.bank.get_account(slip.bank_account_id)
        company = uow.company.get()
    return ctx.ports.renderer.deposit_slip_pdf(slip, papers, account, company, language)
