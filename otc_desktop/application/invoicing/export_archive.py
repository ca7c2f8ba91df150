"""Write a year's issued documents out, as an audit asks for them (LPF L102 B; C. com. L123-22)."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.issued_files import KeptDocument, WrittenArchive
from otc_desktop.application.kernel.posting import days_of_fiscal_year
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportArchive:
    """Ask for the documents of the fiscal year that begins in `year`, as a ZIP."""

    year: int
    path: Path


@use_case(permission=Permission.EXPORT_LEDGER)
def export_archive(command: ExportArchive, ctx: Context, task: Task) -> WrittenArchive:
    """Every archived PDF and XML of a year exactly as issued, with index and hashes.

    Raises:
        RuleError: `archive.nothing_issued`, `archive.altered` for bytes that are no longer
            those that were archived.
        ExternalError: `files.disk_full`, `files.not_writable`; no half file is left.
    """
    with ctx.snapshot() as uow:
        from_on, to_on = days_of_fiscal_year(uow.company.get(), command.year)
        total = uow.archive.count_issued(from_on, to_on)
        if not total:
            raise RuleError("archive.nothing_issued", where="year", from_on=from_on, to_on=to_on)

        written = 0

        def documents() -> Iterator[KeptDocument]:
            """Told as progress the first time only: the index is made in no time."""
            nonlocal written
            for done, each in enumerate(uow.archive.issued(from_on, to_on)):
                task.check_cancelled()
                written = max(written, done)
                task.progress(written, total)
                yield each

        return ctx.ports.issued_archives.write(command.path, documents, uow.archive.content)
