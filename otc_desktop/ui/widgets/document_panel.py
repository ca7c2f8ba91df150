"""The content of an order or draft beside its list: facts, lines, totals."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.taxes.lines import DocumentLine
from otc_desktop.domain.taxes.totals import DocumentTotals
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.theme import ROW_HEIGHT, SPACING, tabular
from otc_desktop.ui.widgets.attachment_list import AttachmentList
from otc_desktop.ui.widgets.fact_list import FactList

_FILES_HEIGHT = 190


class DocumentPanel(QFrame):
    """Shows one document in preparation.

    Args:
        services: what the window offers.
        hint: what is said while no document is chosen.
    """

    def __init__(
        self, services: WindowServices, *, hint: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._services = services
        self._formats = services.formats
        self._files: AttachmentList | None = None
        self._hint = hint
        self._title = QLabel(self)
        self._title.setProperty("subheading", True)
        self._title.setWordWrap(True)
        self._note = QLabel(self)
        self._note.setWordWrap(True)
        self._facts = FactList(self)
        self._lines = self._table()
        self._totals = QLabel(self)
        self._totals.setFont(tabular(self.font()))
        self._totals.setAlignment(Qt.AlignmentFlag.AlignRight)
        for label in (self._title, self._note, self._totals):
            label.setTextFormat(Qt.TextFormat.PlainText)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(SPACING)
        for widget in (self._title, self._note, self._facts):
            column.addWidget(widget)
        column.addWidget(self._lines, 1)
        column.addWidget(self._totals)
        self._empty = QLabel(hint, self)
        self._empty.setProperty("muted", True)
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._empty, 1)
        self.clear()

    def add_files(self, program: Program, *, name: str) -> AttachmentList:
        """Show files below the totals; whoever shows a document says whose they are."""
        files = AttachmentList(self._services, program, name=name, parent=self)
        files.setMaximumHeight(_FILES_HEIGHT)
        files.hide()
        self._column.insertWidget(self._column.indexOf(self._empty), files)
        self._files = files
        return files

    def clear(self) -> None:
        """Show no document."""
        self._show_content(shown=False)
        if self._files is not None:
            self._files.clear()

    def show_document(
        self,
        *,
        title: str,
        facts: Sequence[tuple[str, str]],
        lines: Sequence[DocumentLine],
        extra: Sequence[str] = (),
        totals: DocumentTotals,
        note: str = "",
    ) -> None:
        """Show a document.

        Args:
            title: its number and customer.
            facts: names and values above the lines.
            lines: its lines.
            extra: one text a line for a column of its own, such as what was delivered.
            totals: as the program computed them.
            note: something to be aware of, such as why an order is held.
        """
        self._title.setText(title)
        self._note.setText(note)
        self._note.setProperty("tone", "WARNING")
        self._note.style().unpolish(self._note)
        self._note.style().polish(self._note)
        self._facts.show_facts(facts)
        self._fill(lines, extra, totals.total_incl_tax.currency)
        money = self._formats.money
        self._totals.setText(
            self.tr("Excluding tax  {net}      VAT  {vat}\nIncluding tax  {gross}").format(
                net=money(totals.total_excl_tax),
                vat=money(totals.total_vat),
                gross=money(totals.total_incl_tax),
            )
        )
        self._show_content(shown=True)
        self._note.setVisible(bool(note))

    def text(self) -> str:
        """All that is said, for screen readers and tests."""
        if self._title.isHidden():
            return self._hint
        cells = [
            item.text()
            for row in range(self._lines.rowCount())
            for column in range(self._lines.columnCount())
            if (item := self._lines.item(row, column)) is not None
        ]
        return "\n".join(
            [self._title.text(), self._note.text(), self._facts.text(), *cells, self._totals.text()]
        )

    def set_extra_title(self, title: str) -> None:
        """Name the column of `extra`; without a name it is hidden."""
        item = QTableWidgetItem(title)
        item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._lines.setHorizontalHeaderItem(2, item)
        self._lines.setColumnHidden(2, not title)

    def _show_content(self, *, shown: bool) -> None:
        for widget in (self._title, self._note, self._facts, self._lines, self._totals):
            widget.setVisible(shown)
        if self._files is not None:
            self._files.setVisible(shown)
        self._empty.setVisible(not shown)

    def _table(self) -> QTableWidget:
        table = QTableWidget(0, 4, self)
        for column, title in enumerate(
            (self.tr("Description"), self.tr("Quantity"), "", self.tr("Net amount"))
        ):
            item = QTableWidgetItem(title)
            side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
            item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            table.setHorizontalHeaderItem(column, item)
        table.setColumnHidden(2, True)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.setFont(tabular(self.font()))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        return table

    def _fill(
        self, lines: Sequence[DocumentLine], extra: Sequence[str], currency: Currency
    ) -> None:
        self._lines.setRowCount(len(lines))
        for row, line in enumerate(lines):
            texts = (
                line.description,
                self._formats.quantity(line.quantity),
                extra[row] if row < len(extra) else "",
                self._formats.money(line.net(currency)),
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
                item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
                item.setToolTip(line.description if not column else "")
                self._lines.setItem(row, column, item)
