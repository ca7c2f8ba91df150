"""Journal lines by journal, account and period, with the whole entry of the line chosen."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSplitter, QVBoxLayout, QWidget

from otc_desktop.application.ledger.queries import LineRow
from otc_desktop.ui.accounting.columns import entry_line_columns, journal_filter, line_columns
from otc_desktop.ui.accounting.presenter import AccountingPresenter
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.tables.narrowed_source import NarrowedSource
from otc_desktop.ui.widgets.date_edit import DateEdit

_TYPING_MS = 300


class EntriesPage(QWidget):
    """The journal, and below it the entry of the line chosen."""

    def __init__(self, presenter: AccountingPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        services, lines = presenter.services, presenter.program.queries.journal_lines
        today = presenter.program.today()
        self._lines: NarrowedSource[LineRow] = NarrowedSource(lines)
        self._entry: NarrowedSource[LineRow] = NarrowedSource(lines)
        self.from_field = DateEdit(services.formats, today=today, parent=self)
        self.to_field = DateEdit(services.formats, today=today, parent=self)
        self.account_field = QLineEdit(self)
        self.account_field.setPlaceholderText(self.tr("411, 512…"))
        self.account_field.setToolTip(self.tr("Beginning of the account"))
        self.account_field.setClearButtonEnabled(True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TYPING_MS)
        self.list: ListView[LineRow] = ListView(
            services,
            self._lines,
            line_columns(presenter),
            name="accounting.lines",
            empty=EmptyState(
                title=self.tr("No entry"),
                hint=self.tr("Entries are posted by issuing invoices and matching receipts."),
            ),
            filters=(journal_filter(presenter),),
            parent=self,
        )
        self.heading = QLabel(self)
        self.heading.setProperty("heading", True)
        self.entry: ListView[LineRow] = ListView(
            services,
            self._entry,
            entry_line_columns(),
            name="accounting.entry",
            empty=EmptyState(title=self.tr("Choose a line to see its whole entry.")),
            parent=self,
        )
        self.entry.filter_bar.hide()
        self._lay_out()
        self._shown: tuple[object, int] | None = None
        self._timer.timeout.connect(self._narrow)
        self.account_field.textChanged.connect(lambda text: self._timer.start())
        self.from_field.date_changed.connect(lambda day: self._timer.start())
        self.to_field.date_changed.connect(lambda day: self._timer.start())
        self.list.selection_changed.connect(lambda ids: self._show_selected())
        self.list.model.loaded.connect(self._on_loaded)

    def _narrow(self) -> None:
        self._lines.narrow(
            {
                name: value
                for name, value in {
                    "account": self.account_field.text().strip(),
                    "from_on": self.from_field.date(),
                    "to_on": self.to_field.date(),
                }.items()
                if value
            }
        )
        bar = self.list.filter_bar
        self.list.show_filtered(search=bar.search(), filters=bar.filters())

    def _on_loaded(self, as_new: bool) -> None:
        first = self.list.model.id_at(0)
        if as_new and first is not None and not self.list.selected_ids():
            self.list.select_ids([first])
        self._show_selected()

    def _show_selected(self) -> None:
        rows = self.list.selected_rows()
        if len(rows) != 1:
            return
        (row,) = rows
        entry_id = row.id[0]
        formats = self._presenter.services.formats
        self.heading.setText(
            self.tr("Entry {number} · {journal} · {date} · {piece}").format(
                number=row.entry_number,
                journal=self._presenter.word("journal", row.journal),
                date=formats.date(row.entry_on),
                piece=row.piece,
            )
        )
        self._entry.narrow({"entry_id": entry_id})
        self.entry.show_filtered()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        for text, field, width in (
            (self.tr("&From"), self.from_field, 150),
            (self.tr("&to"), self.to_field, 150),
            (self.tr("&Account"), self.account_field, 130),
        ):
            label = QLabel(text, self)
            label.setBuddy(field)
            field.setMaximumWidth(width)
            top.addWidget(label)
            top.addWidget(field)
        top.addStretch(1)
        below = QWidget(self)
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.heading)
        column.addWidget(self.entry, 1)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(self.list)
        split.addWidget(below)
        split.setChildrenCollapsible(False)
        split.setSizes([400, 220])
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(SPACING)
        page.addLayout(top)
        page.addWidget(split, 1)
