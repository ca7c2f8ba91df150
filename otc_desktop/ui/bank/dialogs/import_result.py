"""What became of imported statement files, in words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from otc_desktop.application.banking.import_statement import ImportedStatement
from otc_desktop.application.kernel.paging import ListOf
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.domain.shared.findings import Finding
from otc_desktop.domain.shared.money import Money
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.theme import MARGIN, SPACING
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.tables.columns import Column, ColumnKind
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.widgets.tone_label import ToneLabel

_SIZE = (1160, 460)
_MOST_REMARKS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedFile:
    """What became of one file: its statements, or why nothing of it was taken."""

    name: str
    path: Path = Path()
    statements: Sequence[ImportedStatement] = ()
    refusal: OtcError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Statement:
    id: UUID
    file: str
    account: str
    first_on: date | None
    last_on: date | None
    opening: Money | None
    closing: Money | None
    added: int
    duplicates: int
    pending: int


class ImportResultDialog(QDialog):
    """A row for each statement, and below what deserves a look.

    Args:
        services: what the window offers.
        files: what became of each.
        finding_text: a remark in the window's language.
        error_text: a refusal in the window's language.
    """

    def __init__(
        self,
        services: WindowServices,
        files: Sequence[ImportedFile],
        *,
        finding_text: Callable[[Finding], str],
        error_text: Callable[[OtcError], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Bank statements imported"))
        self._services = services
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._column.setSpacing(SPACING)
        rows = _rows(files)
        remarks = _remarks(files, finding_text, error_text)
        self.heading = QLabel(self._heading(rows, len(remarks)), self)
        self.heading.setProperty("heading", True)
        self._column.addWidget(self.heading)
        if rows:
            self._column.addWidget(self._list(rows), 1)
            self.resize(*_SIZE)
        self.remarks: list[ToneLabel] = []
        self._show_remarks(remarks)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        self._column.addLayout(foot)

    def text(self) -> str:
        """Heading and remarks, for screen readers and tests."""
        return "\n".join([self.heading.text(), *(label.text() for label in self.remarks)])

    def _heading(self, rows: Sequence[_Statement], remarks: int) -> str:
        number = self._services.formats.number
        if not rows:
            return self.tr("Nothing was imported")
        text = self.tr("Lines added: {added}    Already known: {duplicates}").format(
            added=number(sum(row.added for row in rows)),
            duplicates=number(sum(row.duplicates for row in rows)),
        )
        if not remarks:
            return text
        return text + "    " + self.tr("To look at: {count}").format(count=number(remarks))

    def _show_remarks(self, remarks: Sequence[tuple[Tone, str]]) -> None:
        shown = list(remarks[:_MOST_REMARKS])
        if len(remarks) > _MOST_REMARKS:
            more = self.tr("… and {count} more remarks").format(count=len(remarks) - _MOST_REMARKS)
            shown.append((Tone.INFO, more))
        for tone, text in shown:
            label = ToneLabel(self)
            label.say(tone, text)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.remarks.append(label)
            self._column.addWidget(label)

    def _list(self, rows: Sequence[_Statement]) -> ListView[_Statement]:
        kind = ColumnKind
        columns = (
            Column(name="file", title=self.tr("File"), width=220),
            Column(name="account", title=self.tr("Account"), width=230),
            Column(name="first_on", title=self.tr("From"), kind=kind.DATE, width=96),
            Column(name="last_on", title=self.tr("To"), kind=kind.DATE, width=96),
            Column(name="opening", title=self.tr("Opening"), kind=kind.MONEY, width=120),
            Column(name="closing", title=self.tr("Closing"), kind=kind.MONEY, width=120),
            Column(name="added", title=self.tr("Added"), kind=kind.NUMBER, width=80),
            Column(name="duplicates", title=self.tr("Known"), kind=kind.NUMBER, width=80),
            Column(name="pending", title=self.tr("Pending"), kind=kind.NUMBER, width=90),
        )
        shown: ListView[_Statement] = ListView(
            self._services,
            ListOf(rows),
            columns,
            name="bank.imported",
            empty=EmptyState(title=""),
            parent=self,
        )
        shown.filter_bar.hide()
        shown.totals_bar.hide()
        return shown


def _rows(files: Sequence[ImportedFile]) -> list[_Statement]:
    statements: list[tuple[str, Any]] = [
        (file.name, statement) for file in files for statement in file.statements
    ]
    return [
        _Statement(
            id=UUID(int=place),
            file=name,
            account=statement.booked_on_account,
            first_on=statement.first_on,
            last_on=statement.last_on,
            opening=statement.opening,
            closing=statement.closing,
            added=statement.added,
            duplicates=statement.duplicates,
            pending=statement.pending,
        )
        for place, (name, statement) in enumerate(statements, start=1)
    ]


def _remarks(
    files: Sequence[ImportedFile],
    finding_text: Callable[[Finding], str],
    error_text: Callable[[OtcError], str],
) -> list[tuple[Tone, str]]:
    refused = [
        (Tone.BAD, f"{file.name}: {error_text(file.refusal)}")
        for file in files
        if file.refusal is not None
    ]
    warned = [
        (Tone.WARNING, f"{file.name}: {finding_text(finding)}")
        for file in files
        for statement in file.statements
        for finding in statement.findings
    ]
    return refused + warned
