"""Import bank statement files: nothing doubled, nothing half stored."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.repositories import StatementRecord
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.banking.fingerprint import fingerprints, leaf_payments
from otc_desktop.domain.banking.statement import (
    BankAccount,
    ParsedStatement,
    check_statement,
)
from otc_desktop.domain.banking.transaction import BankTransaction
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import InputFileError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.findings import Finding
from otc_desktop.domain.shared.ids import BankAccountId, BankStatementId, BankTransactionId
from otc_desktop.domain.shared.money import Money

LARGEST_FILE = 200_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportStatement:
    """Ask for a statement file to be taken in; `account` insists on one account."""

    path: Path
    format: str = "auto"
    account: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedStatement:
    """What one statement of the file held, and what was new in it.

    `transactions` counts booked entries, `details` the single payments they are made of;
    `duplicates` and `added` count the movements kept.
    """

    format: str
    account: str
    currency: str
    opening: Money | None
    closing: Money | None
    transactions: int
    details: int
    pending: int
    credits: Money
    debits: Money
    duplicates: int
    added: int
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
    """Take in every statement of a file, or none. The same file twice adds nothing.

    Raises:
        InputFileError: a `files.*` or `bank_file.*` code, `banking.other_account`,
            `banking.other_currency`.
    """
    content = ctx.ports.files.read(command.path, largest=LARGEST_FILE)
    statements = ctx.ports.bank_formats.read(content, name=command.path.name, format=command.format)
    digest = hashlib.sha256(content).hexdigest()
    with ctx.unit_of_work() as uow:
        imported = []
        for done, statement in enumerate(statements):
            task.check_cancelled()
            task.progress(done, len(statements))
            if command.account and statement.account.replace(" ", "") != command.account:
                raise InputFileError(
                    "banking.other_account", found=statement.account, expected=command.account
                )
            imported.append(_take_in(statement, digest, uow, ctx))
        return uow.commit(tuple(imported))


def _take_in(
    statement: ParsedStatement, digest: str, uow: UnitOfWork, ctx: Context
) -> ImportedStatement:
    account = _account(statement, uow, ctx)
    leaves = list(fingerprints(leaf_payments(statement)))
    known = uow.bank.known_fingerprints(account.id, [each for _, _, each in leaves])
    record_id = BankStatementId(ctx.new_id())
    zero = Money.zero(Currency(statement.currency))
    transactions = [
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
        )
        for entry, payment, fingerprint in leaves
        if fingerprint not in known
    ]
    last_closing = uow.bank.last_closing(account.id, statement.closing_on)
    findings = (*statement.findings, *check_statement(statement, last_closing))
    if transactions or not leaves:
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
                added=len(transactions),
                file_sha256=digest,
            ),
            transactions,
        )
        uow.record(
            StatementImported(subject_id=record_id, account=account.number, added=len(transactions))
        )
    return ImportedStatement(
        format=statement.format,
        account=account.number,
        currency=statement.currency,
        opening=statement.opening,
        closing=statement.closing,
        transactions=len(statement.entries),
        details=sum(len(entry.payments) for entry in statement.entries),
        pending=statement.pending,
        credits=statement.credits,
        debits=statement.debits,
        duplicates=len(known),
        added=len(transactions),
        findings=findings,
    )


def _account(statement: ParsedStatement, uow: UnitOfWork, ctx: Context) -> BankAccount:
    account = uow.bank.find_account(statement.account)
    if account is None:
        account = BankAccount(
            id=BankAccountId(ctx.new_id()),
            number=statement.account,
            currency=statement.currency,
        )
        uow.bank.add_account(account)
    elif account.currency != statement.currency:
        raise InputFileError(
            "banking.other_currency",
            account=account.number,
            known=account.currency,
            found=statement.currency,
        )
    return account
