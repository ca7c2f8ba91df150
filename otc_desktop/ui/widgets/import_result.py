"""What became of an imported table, and each row that could not be taken."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from otc_desktop.application.kernel.imports import ImportResult
from otc_desktop.application.kernel.paging import ListOf
from otc_desktop.domain.shared.findings import Finding
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.theme import MARGIN, SPACING
from otc_desktop.ui.tables.columns import Column, ColumnKind
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView

_SIZE = (760, 460)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rejected:
    id: UUID
    line: int
    column: str
    reason: str


class ImportResultDialog(QDialog):
    """Counts, rejected rows with their reason, and the offer to take the sound rows alone.

    Args:
        services: what the window offers.
        title: names what was imported.
        result: of the import.
        sentence: a finding in the window's language.

    Signals:
        partial_asked: the user wants the sound rows without the rejected ones.
    """

    partial_asked = Signal()

    def __init__(
        self,
        services: WindowServices,
        *,
        title: str,
        result: ImportResult,
        sentence: Callable[[Finding], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(title)
        self._services = services
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(SPACING)
        heading = QLabel(self._heading(result), self)
        heading.setProperty("heading", True)
        self.counts = QLabel(self._counts(result), self)
        self.counts.setWordWrap(True)
        column.addWidget(heading)
        column.addWidget(self.counts)
        if result.rejected:
            self.rejected_list = self._list(result, sentence)
            column.addWidget(self.rejected_list, 1)
            self.resize(*_SIZE)
        column.addLayout(self._buttons(result))

    def _heading(self, result: ImportResult) -> str:
        if not result.applied:
            return self.tr("Nothing was imported")
        return self.tr("The file was imported")

    def _counts(self, result: ImportResult) -> str:
        number = self._services.formats.number
        if result.applied:
            return self.tr(
                "Created: {created}    Updated: {updated}    Unchanged: {unchanged}"
                "    Rejected: {rejected}"
            ).format(
                created=number(result.created),
                updated=number(result.updated),
                unchanged=number(result.unchanged),
                rejected=number(_rows(result)),
            )
        sound = result.created + result.updated + result.unchanged
        return self.tr(
            "Rows that can't be taken: {rejected}. Mend them in the file and import it again,"
            " or take the {sound} sound rows now."
        ).format(rejected=number(_rows(result)), sound=number(sound))

    def _list(
        self, result: ImportResult, sentence: Callable[[Finding], str]
    ) -> ListView[_Rejected]:
        rows = [
            _Rejected(
                id=UUID(int=place), line=each.row, column=each.column, reason=sentence(each.finding)
            )
            for place, each in enumerate(result.rejected, start=1)
        ]
        columns = (
            Column(name="line", title=self.tr("Line"), kind=ColumnKind.NUMBER, width=70),
            Column(name="column", title=self.tr("Column"), width=120),
            Column(name="reason", title=self.tr("Reason"), width=520),
        )
        shown: ListView[_Rejected] = ListView(
            self._services,
            ListOf(rows),
            columns,
            name="import-rejected",
            empty=EmptyState(title=""),
            parent=self,
        )
        shown.filter_bar.hide()
        return shown

    def _buttons(self, result: ImportResult) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        self.partial_button = QPushButton(self.tr("&Take the sound rows"), self)
        self.partial_button.setAutoDefault(False)
        self.partial_button.clicked.connect(self._on_partial)
        self.partial_button.setVisible(not result.applied and bool(result.created + result.updated))
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        row.addWidget(self.partial_button)
        row.addWidget(self.close_button)
        return row

    def _on_partial(self) -> None:
        self.accept()
        self.partial_asked.emit()


def _rows(result: ImportResult) -> int:
    return len({each.row for each in result.rejected})
