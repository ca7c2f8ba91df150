"""The bank reconciliation statement (état de rapprochement), on screen and as a file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.sheets import CellKind, CellValue, SheetColumn
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.banking.reconciliation import BankReconciliation
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import NotFoundError, RuleError

_SHEETS = ("csv", "xlsx")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadReconciliation:
    """Ask for the statement of a day; `account` is a bank account's number.

    An empty account is the only one there is, or the first. Accounts that share its ledger
    account are in the same statement.
    """

    account: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportReconciliation:
    """Ask for the statement as a file: PDF, XLSX or CSV, by the ending of its name.

    `language` is that of its words.
    """

    account: str
    on: date | None
    path: Path
    language: str = "fr"


@use_case(permission=Permission.READ)
def read_reconciliation(
    command: ReadReconciliation, ctx: Context, task: Task
) -> BankReconciliation:
    """The statement; nothing is stored.

    Raises:
        NotFoundError: `banking.account_not_found`, `banking.no_account`.
    """
    with ctx.snapshot() as uow:
        return _statement(uow, command.account, command.on or ctx.today)


@use_case(permission=Permission.READ)
def export_reconciliation(
    command: ExportReconciliation, ctx: Context, task: Task
) -> BankReconciliation:
    """Write the statement to a file; one that stood there before is replaced whole.

    Raises:
        NotFoundError: `banking.account_not_found`, `banking.no_account`.
        RuleError: `sheet.unknown_format` for another ending.
        ExternalError: `files.disk_full`, `files.not_writable`.
    """
    kind = command.path.suffix.lower().lstrip(".")
    if kind != "pdf" and kind not in _SHEETS:
        raise RuleError("sheet.unknown_format", format=kind or command.path.name)
    with ctx.snapshot() as uow:
        found = _statement(uow, command.account, command.on or ctx.today)
        company = uow.company.get()
    renderer = ctx.ports.renderer
    if kind == "pdf":
        chunks: Iterator[bytes] = iter(
            (renderer.reconciliation_pdf(found, company, command.language),)
        )
    else:
        columns, rows = _table(found, renderer.reconciliation_words(command.language))
        chunks = ctx.ports.sheet_writer.chunks(kind, columns, rows, title=found.ledger_account)
    ctx.ports.files.write_atomically(command.path, chunks)
    return found


def _statement(uow: UnitOfWork, number: str, on: date) -> BankReconciliation:
    accounts = uow.bank.accounts()
    if not accounts:
        raise NotFoundError("banking.no_account")
    chosen = next((each for each in accounts if each.number == (number or each.number)), None)
    if chosen is None:
        raise NotFoundError("banking.account_not_found", account=number)
    together = [
        each
        for each in accounts
        if (each.ledger_account, each.currency) == (chosen.ledger_account, chosen.currency)
    ]
    return uow.bank_books.reconciliation(together, on)


def _table(
    found: BankReconciliation, words: Mapping[str, str]
) -> tuple[Sequence[SheetColumn], Sequence[Sequence[CellValue]]]:
    """A row a line, the balances first and last."""
    columns = (
        SheetColumn(words["date"], CellKind.DATE, 12),
        SheetColumn(words["kind"], width=44),
        SheetColumn(words["label"], width=60),
        SheetColumn(words["amount"], CellKind.AMOUNT, 16),
    )
    rows = [
        (line.on, words[line.kind.value], line.label, line.amount.amount) for line in found.lines()
    ]
    return columns, rows
