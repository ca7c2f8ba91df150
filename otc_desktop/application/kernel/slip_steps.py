"""Receipts put on a deposit slip together: the step that every remittance shares."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.posting import post
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.banking.statement import BankAccount
from otc_desktop.domain.ledger.paper_posting import post_remittance
from otc_desktop.domain.receivables.deposit_slip import DepositSlip, slip_total
from otc_desktop.domain.receivables.paper_receipt import PaperReceipt, Remittance
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import BankAccountId, JournalEntryId


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipRemitted(Event):
    """Receipts went to the bank."""

    number: str
    amount: str
    papers: int


def make_slip(
    uow: UnitOfWork,
    ctx: Context,
    papers: Sequence[PaperReceipt],
    account: BankAccount,
    *,
    number: str,
    remittance: Remittance,
) -> DepositSlip:
    """Put receipts in hand on a new slip, and post what moves with them.

    Args:
        uow: the caller's transaction.
        ctx: of the intent.
        papers: of one kind and currency, as they stand in the database.
        account: to be credited.
        number: of the slip, which the bank repeats.
        remittance: what the bank is asked for.

    Raises:
        RuleError: what `slip_total` refuses.
    """
    amount = slip_total(papers, remittance)
    entry = post_remittance(
        JournalEntryId(ctx.new_id()),
        kind=papers[0].kind,
        remittance=remittance,
        amount=amount,
        on=ctx.today,
        slip_number=number,
        scheme=ctx.account_scheme,
    )
    if entry is not None:
        post(uow, entry, uow.company.get(), today=ctx.today)
    slip = DepositSlip(
        id=ctx.new_id(),
        number=number,
        kind=papers[0].kind,
        remittance=remittance,
        bank_account_id=account.id,
        made_on=ctx.today,
        total=amount,
        papers=len(papers),
        entry_id=None if entry is None else entry.id,
    )
    uow.papers.add_slip(slip)
    for paper in papers:
        uow.papers.save(paper.remit(slip.id))
    uow.record(
        SlipRemitted(subject_id=slip.id, number=number, amount=str(amount), papers=slip.papers)
    )
    return replace(slip, version=1)


def credited_account(uow: UnitOfWork, ctx: Context, number: str) -> BankAccount:
    """The account to credit; the company's own is kept even before its first statement.

    Args:
        uow: the caller's transaction.
        ctx: of the intent.
        number: of the account; empty for the company's own, or the only one there is.

    Raises:
        NotFoundError: `banking.account_not_found`, `banking.no_account`.
    """
    accounts = uow.bank.accounts()
    own = uow.company.get().iban
    wanted = number.replace(" ", "") or own
    found = next((each for each in accounts if each.number == wanted), None)
    if found is None and not number:
        found = next(iter(accounts), None)
    if found is None and wanted and wanted == own:
        new = BankAccount(id=BankAccountId(ctx.new_id()), number=own, currency=EUR.code)
        return uow.bank.add_account(new)
    if found is None and number:
        raise NotFoundError("banking.account_not_found", account=number)
    if found is None:
        raise NotFoundError("banking.no_account")
    return found
