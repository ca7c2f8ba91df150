"""Bank lines that credit deposit slips: proposed with reasons, booked, the sure ones at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.paper_steps import ripen
from otc_desktop.application.kernel.posting import post
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.banking.posting import BankPosting, check_posting
from otc_desktop.domain.ledger.paper_posting import post_slip_credit, remitted_account
from otc_desktop.domain.matching.slips import SlipMatch, match_slips
from otc_desktop.domain.receivables.paper_receipt import PaperStatus, Remittance
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import ConflictError, RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.findings import Finding, Severity
from otc_desktop.domain.shared.ids import BankTransactionId, JournalEntryId


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditSlip:
    """Ask for a bank line to be the credit of a slip."""

    slip_number: str
    transaction_id: BankTransactionId


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchSlips:
    """Ask which bank lines credit which slips; with `post`, the sure ones are booked."""

    post: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipsMatched:
    """What was booked (or is sure), what is only proposed, and what was refused."""

    sure: Sequence[SlipMatch]
    proposed: Sequence[SlipMatch]
    refused: Sequence[Finding] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipCredited(Event):
    """The bank credited a slip; `charge` is what it kept."""

    number: str
    amount: str
    charge: str
    by_machine: bool


@use_case(permission=Permission.ALLOCATE)
def credit_slip(command: CreditSlip, ctx: Context, task: Task) -> BankPosting:
    """Book a bank line against the account where the slip stands; undone as any posting is.

    Raises:
        NotFoundError: `receivables.slip_not_found`, `banking.transaction_not_found`.
        RuleError: `receivables.slip_not_waiting`, `receivables.slip_amount_differs`,
            `receivables.slip_other_account`, `banking.not_waiting`.
    """
    with ctx.unit_of_work() as uow:
        slip = uow.papers.slip_by_number(command.slip_number)
        return uow.commit(_credit(uow, ctx, slip.id, command.transaction_id, by_machine=False))


@use_case(permission=Permission.ALLOCATE)
def match_waiting_slips(command: MatchSlips, ctx: Context, task: Task) -> SlipsMatched:
    """Find the bank line of each waiting slip; each booking is a transaction of its own.

    What somebody took apart is never put together again by the machine.
    """
    with ctx.snapshot() as uow:
        slips = uow.papers.waiting_slips()
        waiting = uow.bank.unmatched() if slips else ()
        refused_pairs = uow.papers.undone_credits() if slips else set()
    found = match_slips(slips, waiting, refused_pairs)
    sure: list[SlipMatch] = []
    proposed: list[SlipMatch] = []
    refused: list[Finding] = []
    for done, match in enumerate(found):
        task.check_cancelled()
        task.progress(done, len(found))
        if not match.sure:
            proposed.append(match)
        elif not command.post:
            sure.append(match)
        else:
            try:
                with ctx.unit_of_work() as uow:
                    uow.commit(
                        _credit(uow, ctx, match.slip.id, match.transaction.id, by_machine=True)
                    )
                sure.append(match)
            except (RuleError, ConflictError) as problem:
                refused.append(
                    Finding(Severity.WARNING, problem.code, problem.params, problem.where)
                )
                proposed.append(match)
    return SlipsMatched(sure=sure, proposed=proposed, refused=refused)


def _credit(
    uow: UnitOfWork,
    ctx: Context,
    slip_id: UUID,
    transaction_id: BankTransactionId,
    *,
    by_machine: bool,
) -> BankPosting:
    slip = uow.papers.get_slip(slip_id)
    papers = uow.papers.of_slip(slip.id)
    transaction = uow.bank.get(transaction_id, lock=True)
    credited = transaction.unallocated
    check_posting(transaction, credited)
    if transaction.account_id != slip.bank_account_id:
        raise RuleError("receivables.slip_other_account", number=slip.number)
    kept = slip.kept_by_bank(credited)
    account = uow.bank.get_account(transaction.account_id)
    entry = post_slip_credit(
        JournalEntryId(ctx.new_id()),
        kind=slip.kind,
        remittance=slip.remittance,
        amount=slip.total,
        credited=credited,
        on=transaction.booked_on,
        slip_number=slip.number,
        journal=account.journal,
        bank_ledger_account=account.ledger_account,
        scheme=ctx.account_scheme,
    )
    post(uow, entry, uow.company.get(), today=ctx.today)
    posting = BankPosting(
        id=ctx.new_id(),
        transaction_id=transaction.id,
        ledger_account=remitted_account(slip.kind, slip.remittance, ctx.account_scheme),
        amount=credited,
        entry_id=entry.id,
        slip_id=slip.id,
    )
    uow.bank_postings.add(posting)
    uow.bank.save(transaction.explained(transaction.allocated + credited))
    uow.papers.save_slip(slip.credit(posting.id, transaction.id))
    for paper in papers:
        if paper.status is PaperStatus.REMITTED:
            uow.papers.save(paper.pay())
    if slip.kind.falls_due and slip.remittance is Remittance.COLLECTION:
        paid = [
            paper
            for paper in uow.papers.of_slip(slip.id)
            if paper.status is PaperStatus.PAID and not paper.ripe
        ]
        ripen(uow, ctx, paid, on=transaction.booked_on)
    uow.record(
        SlipCredited(
            subject_id=slip.id,
            number=slip.number,
            amount=str(credited),
            charge=str(kept),
            by_machine=by_machine,
        )
    )
    return posting
