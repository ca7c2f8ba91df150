"""Hand the bookkeeper a file of entries."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.ledger_files import (
    ExportedFile,
)
from otc_desktop.application.kernel.posting import is_fiscal_year
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event

FEC = "fec"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportLedger:
    """Ask for the entries of a period in a format; with `lock` they leave once, in a batch."""

    format: str
    from_on: date
    to_on: date
    folder: Path
    lock: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerExport:
    """The file written, and the batch that holds its entries (None for a preview)."""

    file: ExportedFile
    batch: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerExported(Event):
    """Entries were handed over."""

    format: str
    batch: int


@use_case(permission=Permission.EXPORT_LEDGER)
def export_ledger(command: ExportLedger, ctx: Context, task: Task) -> LedgerExport:
    """Write the file; a FEC covers the whole period, batches or not.

    Raises:
        RuleError: `ledger.bad_period`, `ledger.unknown_format`, `ledger.nothing_to_export`
            when every entry of the period is in a batch already.
        ExternalError: `files.disk_full`, `files.not_writable`.
    """
    if command.to_on < command.from_on:
        raise RuleError("ledger.bad_period", from_on=command.from_on, to_on=command.to_on)
    # A preview reads a snapshot; a batch holds the entries it marks until the commit.
    with ctx.unit_of_work() if command.lock else ctx.snapshot() as uow:
        # An empty batch would write an empty file over the one handed over before.
        if command.lock and not uow.journal.has_unexported(command.from_on, command.to_on):
            raise RuleError(
                "ledger.nothing_to_export", from_on=command.from_on, to_on=command.to_on
            )
        file = _write(command, uow, ctx)
        if not command.lock:
            return LedgerExport(file=file, batch=None)
        batch_id = ctx.new_id()
        batch = uow.journal.new_batch(
            batch_id,
            format=command.format,
            from_on=command.from_on,
            to_on=command.to_on,
            sha256=file.sha256,
        )
        uow.record(LedgerExported(subject_id=batch_id, format=command.format, batch=batch))
        return uow.commit(LedgerExport(file=file, batch=batch))


def _write(command: ExportLedger, uow: UnitOfWork, ctx: Context) -> ExportedFile:
    company = uow.company.get()
    lines = uow.journal.export_lines(
        command.from_on,
        command.to_on,
        account_names=ctx.ports.account_names,
        journal_names=ctx.ports.journal_names,
        unexported_only=command.lock and command.format != FEC,
    )
    return ctx.ports.ledger_exports.write(
        command.format,
        lines,
        folder=command.folder,
        siren=company.siren,
        closing_on=command.to_on,
        # Entries are numbered in order of posting: part of a year has natural holes.
        continuous=is_fiscal_year(company, command.from_on, command.to_on),
    )
