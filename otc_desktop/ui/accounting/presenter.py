"""What the accounting tab asks of the program, off the GUI thread."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_OID, UUID, uuid5

from PySide6.QtCore import QObject, Signal

from otc_desktop.application.invoicing.export_archive import ExportArchive, export_archive
from otc_desktop.application.kernel.issued_files import WrittenArchive
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.ledger.export_ledger import (
    ExportLedger,
    LedgerExport,
    export_ledger,
)
from otc_desktop.application.reporting.queries import AgedRow
from otc_desktop.application.verification.queries import Check
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.kernel.presenter import Presenter
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tasks import Job


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRow:
    """A check in the list."""

    id: UUID
    check: Check


class AccountingPresenter(Presenter):
    """The tab without its widgets.

    Signals:
        aged (date, list of AgedRow): what customers owed on a date.
        checked (list of CheckRow): the checks were run.
    """

    aged = Signal(object, object)
    checked = Signal(object)

    def __init__(
        self, services: WindowServices, program: Program, parent: QObject | None = None
    ) -> None:
        super().__init__(services, program, parent)
        self._ageing: Job | None = None

    def read_aged_balance(self, on: date) -> None:
        """Read what customers owed on a date; an answer still on its way is dropped."""
        if self._ageing is not None:
            self.services.tasks.cancel(self._ageing)
        queries = self.program.queries

        def aged() -> Sequence[AgedRow]:
            rows: Sequence[AgedRow] = queries.aged_balance(on)
            return rows

        self._ageing = self.ask(aged, on_done=lambda rows: self.aged.emit(on, rows))

    def verify(self, on_end: Callable[[], None]) -> None:
        """Run every check on the live data."""
        verification = self.program.queries.verification

        def work(task: Task) -> list[CheckRow]:
            return [
                CheckRow(id=uuid5(NAMESPACE_OID, check.name), check=check)
                for check in verification.run_checks(task)
            ]

        self.services.tasks.submit(
            self,
            work,
            on_done=self.checked.emit,
            on_end=on_end,
            label=self.tr("Checking the books"),
        )

    def export(
        self,
        command: ExportLedger,
        *,
        on_done: Callable[[LedgerExport], None],
        on_error: Callable[[OtcError], None],
    ) -> None:
        """Write a file of entries."""
        self.write(
            export_ledger,
            command,
            on_done=on_done,
            on_error=on_error,
            label=self.tr("Exporting entries"),
        )

    def export_archive(
        self, command: ExportArchive, *, on_done: Callable[[WrittenArchive], None]
    ) -> None:
        """Write a year's issued documents; it only reads the books, and can be stopped."""
        run = self.program.use_cases.run
        self.services.tasks.submit(
            self,
            lambda task: run(export_archive, command, task),
            on_done=on_done,
            label=self.tr("Writing the archive"),
        )

    def period(self) -> tuple[date, date]:
        """The last whole month: what goes to the bookkeeper next."""
        first_of_month = self.program.today().replace(day=1)
        last = date.fromordinal(first_of_month.toordinal() - 1)
        return last.replace(day=1), last
