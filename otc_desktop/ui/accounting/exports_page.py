"""Files for the bookkeeper: the batches handed over, and the form for the next one."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otc_desktop.application.kernel.issued_files import WrittenArchive
from otc_desktop.application.ledger.export_ledger import LedgerExport
from otc_desktop.application.ledger.queries import BatchRow
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.accounting.columns import batch_columns
from otc_desktop.ui.accounting.dialogs.archive_result import ArchiveResultDialog
from otc_desktop.ui.accounting.dialogs.export_archive import ExportArchiveDialog
from otc_desktop.ui.accounting.dialogs.export_entries import ExportEntriesDialog
from otc_desktop.ui.accounting.dialogs.export_result import ExportResultDialog
from otc_desktop.ui.accounting.presenter import AccountingPresenter
from otc_desktop.ui.kernel.presenter import faults_of
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.widgets.action_bar import ActionBar


class ExportsPage(QWidget):
    """Export entries, and see what was exported."""

    def __init__(self, presenter: AccountingPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.bar = ActionBar(self)
        self.export = self.bar.add(
            self.tr("Export entries…"),
            self.ask_for_export,
            shortcut="Ctrl+E",
            tip=self.tr("Write a FEC or a table for the bookkeeper"),
            primary=True,
        )
        self.archive = self.bar.add(
            self.tr("Archive of a year…"),
            self.ask_for_archive,
            shortcut="Ctrl+Shift+Y",
            tip=self.tr("Every issued document of a year with an index, for an audit"),
        )
        self.list: ListView[BatchRow] = ListView(
            presenter.services,
            presenter.program.queries.export_batches,
            batch_columns(),
            name="accounting.batches",
            empty=EmptyState(
                title=self.tr("Nothing was handed over yet"),
                hint=self.tr("A locked export becomes a batch: its entries leave only once."),
                action_text=self.tr("Export entries…"),
                action=self.ask_for_export,
            ),
            parent=self,
        )
        self.list.filter_bar.search_field.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.bar)
        column.addWidget(self.list, 1)

    def ask_for_export(self) -> None:
        """Ask for format, period and folder, then write the file."""
        from_on, to_on = self._presenter.period()
        dialog = ExportEntriesDialog(
            self._presenter.services,
            today=self._presenter.program.today(),
            from_on=from_on,
            to_on=to_on,
            parent=self,
        )

        def done(export: LedgerExport) -> None:
            dialog.accept()
            ExportResultDialog(self._presenter.services, export, parent=self).open()

        def refuse(refusal: OtcError) -> None:
            dialog.refuse(
                [
                    (fault.where or "", self._presenter.sentence(fault))
                    for fault in faults_of(refusal)
                ]
            )

        def submit() -> None:
            command = dialog.command()
            if command is not None:
                self._presenter.export(command, on_done=done, on_error=refuse)

        dialog.submitted.connect(submit)
        dialog.open()

    def ask_for_archive(self) -> None:
        """Ask for year and file; the work shows in the busy bar, where it can be stopped."""
        dialog = ExportArchiveDialog(
            self._presenter.services, today=self._presenter.program.today(), parent=self
        )

        def done(archive: WrittenArchive) -> None:
            ArchiveResultDialog(self._presenter.services, archive, parent=self).open()

        def submit() -> None:
            command = dialog.command()
            if command is not None:
                dialog.accept()
                self._presenter.export_archive(command, on_done=done)

        dialog.submitted.connect(submit)
        dialog.open()
