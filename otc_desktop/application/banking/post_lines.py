"""Post bank lines that no customer's invoice explains to a ledger account, and take it back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.on_account import withdraw_on_account
from otc_desktop.application.kernel.paper_steps import loosen_posting
from otc_desktop.application.kernel.posting import post
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.banking.line_rule import LineRule, check_ledger_account, rule_for
from otc_desktop.domain.banking.posting import BankPosting, check_posting
from otc_desktop.domain.ledger.bank_posting import post_bank_line
from otc_desktop.domain.ledger.journal_entry import reversal_of
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import ConflictError, RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.findings import Finding, Severity
from otc_desktop.domain.shared.ids import BankTransactionId, JournalEntryId
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class PostBankLines:
    """Ask for movements to go to a ledger account, whole or by one amount of a single one.

    `amount` has the movement's sign; None is all that is unexplained of each.
    """

    transaction_ids: tuple[BankTransactionId, ...]
    ledger_account: str
    amount: Money | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBankPostings:
    """Ask where a movement went."""

    transaction_id: BankTransactionId


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoBankPosting:
    """Ask for a posting to be taken back."""

    posting_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplyLineRules:
    """Ask what the rules say of waiting movements; with `post`, automatic ones are booked."""

    post: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RuledLine:
    """A movement and the rule that fits it; `posting` is None where nothing was booked."""

    transaction_id: BankTransactionId
    rule: LineRule
    posting: BankPosting | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesApplied:
    """What the rules did: `posted` (or to be posted), `proposed` only, and what was refused."""

    posted: Sequence[RuledLine]
    proposed: Sequence[RuledLine]
    refused: Sequence[Finding] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BankLinePosted(Event):
    """A bank line went to a ledger account."""

    account: str
    amount: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BankPostingUndone(Event):
    """A bank line's posting to a ledger account was taken back."""

    account: str
    amount: str


@use_case(permission=Permission.READ)
def read_bank_postings(
    command: ReadBankPostings, ctx: Context, task: Task
) -> Sequence[BankPosting]:
    """What a movement was posted to and not taken back; nothing is stored."""
    with ctx.snapshot() as uow:
        return uow.bank_postings.of(command.transaction_id)


@use_case(permission=Permission.ALLOCATE)
def post_bank_lines(command: PostBankLines, ctx: Context, task: Task) -> Sequence[BankPosting]:
    """Book movements against a ledger account, all or none.

    Raises:
        NotFoundError: `banking.transaction_not_found`.
        RuleError: `banking.bad_ledger_account`, `banking.customer_account`,
            `banking.same_account`, `banking.not_waiting`, `banking.more_than_unexplained`,
            `banking.amount_of_several`.
    """
    check_ledger_account(command.ledger_account)
    if command.amount is not None and len(command.transaction_ids) != 1:
        raise RuleError("banking.amount_of_several", where="amount")
    with ctx.unit_of_work() as uow:
        posted = tuple(
            _post(uow, ctx, transaction_id, command.ledger_account, amount=command.amount)
            for transaction_id in sorted(command.transaction_ids)
        )
        return uow.commit(posted)


@use_case(permission=Permission.ALLOCATE)
def undo_bank_posting(command: UndoBankPosting, ctx: Context, task: Task) -> BankPosting:
    """Reverse the entry, and let the movement wait again; its rule never takes it up again.

    Raises:
        NotFoundError: `banking.posting_not_found`.
        RuleError: `banking.posting_undone`, `receivables.on_account_used`.
    """
    with ctx.unit_of_work() as uow:
        posting = uow.bank_postings.get(command.posting_id)
        if posting.reverses_id is not None or uow.bank_postings.is_reversed(posting.id):
            raise RuleError("banking.posting_undone")
        transaction = uow.bank.get(posting.transaction_id, lock=True)
        loosen_posting(uow, ctx, posting)
        withdraw_on_account(uow, ctx, posting)
        entry = reversal_of(
            uow.journal.get(posting.entry_id),
            JournalEntryId(ctx.new_id()),
            on=ctx.today,
            label=f"Annulation {transaction.label}"[:200],
        )
        post(uow, entry, uow.company.get(), today=ctx.today)
        undo = replace(
            posting,
            id=ctx.new_id(),
            amount=-posting.amount,
            entry_id=entry.id,
            reverses_id=posting.id,
        )
        uow.bank_postings.add(undo)
        uow.bank.save(transaction.explained(transaction.allocated - posting.amount))
        uow.record(
            BankPostingUndone(
                subject_id=transaction.id,
                account=posting.ledger_account,
                amount=str(posting.amount),
            )
        )
        return uow.commit(undo)


@use_case(permission=Permission.ALLOCATE)
def apply_line_rules(command: ApplyLineRules, ctx: Context, task: Task) -> RulesApplied:
    """Try the rules on waiting movements; each booking is a transaction of its own.

    A rule whose posting of a movement was undone only proposes for it.
    """
    with ctx.snapshot() as uow:
        rules = uow.bank_postings.rules()
        waiting = uow.bank.unmatched() if rules else ()
        refused_rules = uow.bank_postings.refused_rules()
    posted: list[RuledLine] = []
    proposed: list[RuledLine] = []
    refused: list[Finding] = []
    for done, transaction in enumerate(waiting):
        task.check_cancelled()
        task.progress(done, len(waiting))
        rule = rule_for(transaction, rules)
        if rule is None:
            continue
        line = RuledLine(transaction_id=transaction.id, rule=rule)
        if not rule.automatic or (transaction.id, rule.id) in refused_rules:
            proposed.append(line)
        elif not command.post:
            posted.append(line)
        else:
            try:
                with ctx.unit_of_work() as uow:
                    booked = uow.commit(
                        _post(uow, ctx, transaction.id, rule.ledger_account, rule=rule)
                    )
                posted.append(replace(line, posting=booked))
            except (RuleError, ConflictError) as problem:
                refused.append(
                    Finding(Severity.WARNING, problem.code, problem.params, problem.where)
                )
                proposed.append(line)
    return RulesApplied(posted=posted, proposed=proposed, refused=refused)


def _post(
    uow: UnitOfWork,
    ctx: Context,
    transaction_id: BankTransactionId,
    ledger_account: str,
    *,
    amount: Money | None = None,
    rule: LineRule | None = None,
) -> BankPosting:
    transaction = uow.bank.get(transaction_id, lock=True)
    posted = transaction.unallocated if amount is None else amount
    check_posting(transaction, posted)
    entry = post_bank_line(
        transaction,
        uow.bank.get_account(transaction.account_id),
        JournalEntryId(ctx.new_id()),
        amount=posted,
        ledger_account=ledger_account,
    )
    post(uow, entry, uow.company.get(), today=ctx.today)
    posting = BankPosting(
        id=ctx.new_id(),
        transaction_id=transaction.id,
        ledger_account=ledger_account,
        amount=posted,
        entry_id=entry.id,
        rule_id=None if rule is None else rule.id,
    )
    uow.bank_postings.add(posting)
    uow.bank.save(transaction.explained(transaction.allocated + posted))
    uow.record(
        BankLinePosted(
            subject_id=transaction.id,
            account=ledger_account,
            amount=str(posted),
            rule="" if rule is None else rule.name,
        )
    )
    return posting
