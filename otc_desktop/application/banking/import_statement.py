"""Import bank statement files: nothing doubled, nothing half stored."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from uuid import UUID

from otc_desktop.application.banking.statement_account import (
    FileAccounts,
    account_of_file,
    file_accounts,
    reading_choices,
)
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.import_mapping import DateOrder, ImportMapping
from otc_desktop.application.kernel.repositories import StatementRecord
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.banking.continuity import Neighbours, gaps
from otc_desktop.domain.banking.fingerprint import fingerprints
from otc_desktop.domain.banking.recognition import NewEntry, Recognised, days_of, recognise
from otc_desktop.domain.banking.statement import (
    BankAccount,
    ParsedEntry,
    ParsedPayment,
    ParsedStatement,
    check_statement,
)
from otc_desktop.domain.banking.transaction import BankTransaction
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.findings import Finding
from otc_desktop.domain.shared.ids import BankStatementId, BankTransactionId
from otc_desktop.domain.shared.money import Money

LARGEST_FILE = 200_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportStatement:
    """Ask for a statement file to be taken in.

    `account` insists on one account, and names it where the file doesn't. For tables,
    `mapping_name` names a remembered mapping and `mapping` gives one; `dates` settles the
    order of day and month where the file leaves it open.
    """

    path: Path
    format: str = "auto"
    account: str = ""
    mapping_name: str = ""
    mapping: ImportMapping | None = None
    dates: DateOrder = DateOrder.AUTO


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedStatement:
    """What one statement of the file held, and what was new in it.

    `account` is written as in the file, `booked_on_account` as the program calls it.
    `transactions` counts booked entries, `details` the single payments they are made of;
    `duplicates` and `added` count the movements kept; `detailed` those known by their sum that
    became the payments of a batch. `findings` say what is wrong or missing.
    """

    format: str
    account: str
    booked_on_account: str
    currency: str
    opening: Money | None
    closing: Money | None
    first_on: date | None
    last_on: date | None
    transactions: int
    details: int
    pending: int
    credits: Money
    debits: Money
    duplicates: int
    added: int
    detailed: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementImported(Event):
    """A bank statement was taken in."""

    account: str
    added: int


@use_case(permission=Permission.IMPORT_BANK)
def import_statement(
    command: ImportStatement, ctx: Context, task: Task
) -> Sequence[ImportedStatement]:
    """Take in every statement of a file, or none.

    The same file twice, files that overlap, and the same movements in another format add
    nothing twice.

    Raises:
        InputFileError: a `files.*`, `bank_file.*` or `sheet.*` code, `banking.other_account`,
            `banking.other_currency`, `banking.account_needed`,
            `banking.mapping_does_not_fit`.
        NotFoundError: `banking.unknown_mapping`.
    """
    content = ctx.ports.files.read(command.path, largest=LARGEST_FILE)
    with ctx.snapshot() as view:
        known = file_accounts(view, command.account)
        choices = reading_choices(
            view, known, name=command.mapping_name, mapping=command.mapping, dates=command.dates
        )
    statements = ctx.ports.bank_formats.read(
        content, name=command.path.name, format=command.format, choices=choices
    )
    digest = hashlib.sha256(content).hexdigest()
    with ctx.unit_of_work() as uow:
        imported = []
        for done, statement in enumerate(statements):
            task.check_cancelled()
            task.progress(done, len(statements))
            imported.append(_take_in(statement, known, digest, uow, ctx))
        return uow.commit(tuple(imported))


def _take_in(
    statement: ParsedStatement, files: FileAccounts, digest: str, uow: UnitOfWork, ctx: Context
) -> ImportedStatement:
    account = account_of_file(statement, files, uow, ctx)
    days = days_of(statement)
    here = [] if days is None else uow.bank.movements_between(account.id, *days)
    recognised = recognise(statement, [movement for movement, _ in here])
    record_id = BankStatementId(ctx.new_id())
    wholes = _untouched_wholes(recognised, uow)
    entries = (*recognised.new, *(new for _, new in wholes))
    names = fingerprints(
        [(new.entry, payment) for new in entries for payment in new.payments],
        taken={name for _, name in here},
    )
    transactions = _transactions(entries, names, account, record_id, ctx)
    added, detailed = _with_details(transactions, wholes, uow)
    around = uow.bank.neighbours(account.id, statement, record_id)
    if added or detailed or _brings_balance(statement, around):
        uow.bank.add_statement(
            StatementRecord(
                id=record_id,
                account_id=account.id,
                format=statement.format,
                statement_id=statement.statement_id,
                currency=statement.currency,
                opening=statement.opening,
                closing=statement.closing,
                opening_on=statement.opening_on,
                closing_on=statement.closing_on,
                transactions=len(statement.entries),
                added=len(added),
                file_sha256=digest,
            ),
            (*added, *detailed),
        )
        uow.record(
            StatementImported(subject_id=record_id, account=account.number, added=len(added))
        )
        # What was just stored counts towards what lies between two balances.
        around = uow.bank.neighbours(account.id, statement, record_id)
    booked = [entry.booked_on for entry in statement.entries]
    return ImportedStatement(
        format=statement.format,
        account=statement.account or account.number,
        booked_on_account=account.number,
        currency=statement.currency,
        opening=statement.opening,
        closing=statement.closing,
        first_on=min(booked, default=statement.opening_on),
        last_on=max(booked, default=statement.closing_on),
        transactions=len(statement.entries),
        details=sum(len(entry.payments) for entry in statement.entries),
        pending=statement.pending,
        credits=statement.credits,
        debits=statement.debits,
        duplicates=recognised.known + statement.repeated,
        added=len(added),
        detailed=len(wholes),
        findings=(*statement.findings, *check_statement(statement), *gaps(statement, around)),
    )


def _brings_balance(statement: ParsedStatement, around: Neighbours) -> bool:
    """Whether a statement without new movements says a closing balance not known yet."""
    return statement.closing is not None and statement.closing not in around.same_day


def _untouched_wholes(
    recognised: Recognised, uow: UnitOfWork
) -> list[tuple[BankTransaction, NewEntry]]:
    """Movements known by their sum alone, nobody's work yet, of which the payments are told."""
    found = []
    for movement_id, new in recognised.detailed:
        whole = uow.bank.get(BankTransactionId(movement_id), lock=True)
        if whole.is_untouched:
            found.append((whole, new))
    return found


def _with_details(
    transactions: Sequence[BankTransaction],
    wholes: Sequence[tuple[BankTransaction, NewEntry]],
    uow: UnitOfWork,
) -> tuple[Sequence[BankTransaction], Sequence[BankTransaction]]:
    """What is added, and what is added beside movements that become a batch's first payment."""
    parts = sum(len(new.payments) for _, new in wholes)
    place = len(transactions) - parts
    beside: list[BankTransaction] = []
    for whole, new in wholes:
        first, *others = transactions[place : place + len(new.payments)]
        uow.bank.replace_by_first(
            replace(first, id=whole.id, statement_id=whole.statement_id, version=whole.version)
        )
        beside += others
        place += len(new.payments)
    return transactions[: len(transactions) - parts], beside


def _transactions(
    entries: Sequence[NewEntry],
    names: Iterator[tuple[ParsedEntry, ParsedPayment, str]],
    account: BankAccount,
    record_id: BankStatementId,
    ctx: Context,
) -> list[BankTransaction]:
    zero = Money.zero(Currency(account.currency))
    batches: list[UUID | None] = []
    for new in entries:
        batch = ctx.new_id() if len(new.payments) > 1 else None
        batches += [batch] * len(new.payments)
    return [
        BankTransaction(
            id=BankTransactionId(ctx.new_id()),
            account_id=account.id,
            statement_id=record_id,
            booked_on=entry.booked_on,
            value_on=entry.value_on,
            amount=payment.amount if payment.amount is not None else entry.amount,
            label=payment.label or entry.label,
            counterparty=payment.counterparty,
            counterparty_account=payment.counterparty_account,
            end_to_end_id=payment.end_to_end_id,
            bank_reference=payment.bank_reference or entry.bank_reference,
            structured_reference=payment.structured_reference,
            fingerprint=fingerprint,
            allocated=zero,
            transaction_code=entry.transaction_code,
            return_reason=payment.return_reason,
            mandate=payment.mandate,
            charges=payment.charges,
            original=payment.original,
            batch_id=batch,
        )
        for (entry, payment, fingerprint), batch in zip(names, batches, strict=True)
    ]
