"""Pairs of files that may be one customer, the likeliest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from otc_desktop.domain.customers.duplicates import DuplicatePair
from otc_desktop.ui.customers.merge_presenter import MergePresenter
from otc_desktop.ui.kernel.theme import MARGIN, SPACING
from otc_desktop.ui.kernel.tones import StatusMark, Tone
from otc_desktop.ui.tables.columns import Column, ColumnKind
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.tables.short_list import ShortList

_SIZE = (980, 520)


@dataclass(frozen=True, slots=True)
class PairRow:
    """A pair as the list shows it."""

    id: UUID
    pair: DuplicatePair
    first: str
    second: str
    reasons: str

    @property
    def text(self) -> str:
        """What the quick search looks through."""
        return f"{self.first} {self.second} {self.reasons}"


class DuplicatesDialog(QDialog):
    """The list, and what can be done with a pair.

    Signals:
        merge_asked (str, str): codes of the file to keep and of the other.
        open_asked (UUID): show a customer's file.
    """

    merge_asked = Signal(str, str)
    open_asked = Signal(object)

    def __init__(self, presenter: MergePresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Duplicates"))
        self._presenter = presenter
        self._source: ShortList[PairRow] = ShortList(lambda row: row.text)
        self.heading = QLabel(self.tr("Looking for duplicates…"), self)
        self.heading.setProperty("heading", True)
        self.list: ListView[PairRow] = ListView(
            presenter.services,
            self._source,
            self._columns(),
            name="customers-duplicates",
            empty=EmptyState(
                title=self.tr("No duplicates"),
                hint=self.tr("No two files share a number, an account, a name or a place."),
            ),
            parent=self,
        )
        self.list.totals_bar.hide()
        self.merge = self._button(
            self.tr("Merge…"), "Ctrl+M", self.tr("Compare both files, and make one of them")
        )
        self.merge.setProperty("primary", True)
        self.apart = self._button(
            self.tr("Not a duplicate"),
            "Ctrl+D",
            self.tr("They are two customers; the pair is not listed again"),
        )
        self.open_first = self._button(
            self.tr("Open the first"), "Ctrl+1", self.tr("Show the first file of the pair")
        )
        self.open_second = self._button(
            self.tr("Open the second"), "Ctrl+2", self.tr("Show the second file of the pair")
        )
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.setAutoDefault(False)
        self.merge.clicked.connect(self._ask_merge)
        self.apart.clicked.connect(self._tell_apart)
        self.open_first.clicked.connect(lambda: self._open(second=False))
        self.open_second.clicked.connect(lambda: self._open(second=True))
        self.close_button.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(SPACING)
        for button in (self.open_first, self.open_second):
            foot.addWidget(button)
        foot.addStretch(1)
        for button in (self.close_button, self.apart, self.merge):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(SPACING)
        column.addWidget(self.heading)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self.list.selection_changed.connect(lambda _ids: self._let_act())
        self.list.row_activated.connect(lambda _id: self._ask_merge())
        self.list.model.loaded.connect(self._select_first)
        self.resize(*_SIZE)
        self.reload()

    def reload(self) -> None:
        """Look for duplicates again."""
        self._presenter.pairs(self._show)

    def pair(self) -> DuplicatePair | None:
        """The chosen pair."""
        chosen = set(self.list.selected_ids())
        return next((row.pair for row in self._source.rows if row.id in chosen), None)

    def _show(self, pairs: Sequence[DuplicatePair]) -> None:
        self._source.show([self._row(pair) for pair in pairs])
        number = self._presenter.services.formats.number(len(pairs))
        self.heading.setText(self.tr("Pairs to look at: {count}").format(count=number))
        self.list.reload()
        self._let_act()

    def _row(self, pair: DuplicatePair) -> PairRow:
        return PairRow(
            id=UUID(int=pair.first.id.int ^ pair.second.id.int),
            pair=pair,
            first=f"{pair.first.code} · {pair.first.name}",
            second=f"{pair.second.code} · {pair.second.name}",
            reasons=self._presenter.reasons_of(pair.likeness),
        )

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(
                name="score",
                title=self.tr("Likeness"),
                kind=ColumnKind.STATUS,
                width=150,
                value=lambda row: self._mark(row.pair),
            ),
            Column(name="first", title=self.tr("File"), width=250),
            Column(name="second", title=self.tr("Looks like"), width=250),
            Column(name="reasons", title=self.tr("Because"), width=300),
        )

    def _mark(self, pair: DuplicatePair) -> StatusMark:
        score = self._presenter.services.formats.number(pair.likeness.score)
        if pair.likeness.is_sure:
            return StatusMark(Tone.WARNING, self.tr("almost sure, {score}").format(score=score))
        return StatusMark(Tone.NEUTRAL, self.tr("possible, {score}").format(score=score))

    def _button(self, text: str, keys: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{tip} ({native})")
        button.setEnabled(False)
        QShortcut(QKeySequence(keys), self).activated.connect(button.click)
        return button

    def _select_first(self, _as_new: bool) -> None:
        if not self.list.selected_ids() and self.list.model.rowCount():
            self.list.table.selectRow(0)
        self._let_act()

    def _let_act(self) -> None:
        chosen = self.pair() is not None
        for button in (self.merge, self.apart, self.open_first, self.open_second):
            button.setEnabled(chosen)

    def _ask_merge(self) -> None:
        pair = self.pair()
        if pair is not None:
            # Ids follow the time they were made: the older file is kept unless the user swaps.
            older, newer = sorted((pair.first, pair.second), key=lambda each: each.id)
            self.merge_asked.emit(older.code, newer.code)

    def _tell_apart(self) -> None:
        pair = self.pair()
        if pair is not None:
            self._presenter.tell_apart(
                pair.first.code, pair.second.code, lambda _none: self.reload()
            )

    def _open(self, *, second: bool) -> None:
        pair = self.pair()
        if pair is not None:
            self.open_asked.emit(pair.second.id if second else pair.first.id)
            self.reject()
