"""The open disputes as cards in three columns: nobody has it, we have it, the customer has it."""

from collections.abc import Mapping, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from otc_desktop.application.disputes.queries import DisputeRow
from otc_desktop.domain.disputes.dispute import DisputeStage
from otc_desktop.domain.shared.money import Money, total
from otc_desktop.ui.collections.disputes_presenter import DisputesPresenter
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.kernel.tones import Tone

_STAGES = tuple(DisputeStage)


class _Column(QListWidget):
    """Cards of one stage; Ctrl and an arrow moves the chosen one to the next column."""

    moved = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setWordWrap(True)
        self.setSpacing(3)
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        item = self.currentItem()
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if step is None or not ctrl or item is None:
            super().keyPressEvent(event)
            return
        self.moved.emit(item.data(Qt.ItemDataRole.UserRole), step)


class DisputeBoard(QWidget):
    """Three columns with their number and sum.

    Signals:
        chosen (DisputeRow or None): the card that is selected.
        opened (DisputeRow): Enter or a double click on a card.
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, presenter: DisputesPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._rows: dict[UUID, DisputeRow] = {}
        self.columns: dict[DisputeStage, _Column] = {}
        self.titles: dict[DisputeStage, QLabel] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACING)
        for stage in _STAGES:
            title = QLabel(self)
            title.setProperty("subheading", True)
            cards = _Column(self)
            cards.setToolTip(self.tr("Ctrl+← and Ctrl+→ move a card, Enter settles it"))
            cards.setAccessibleName(presenter.word("dispute_stage", stage.value))
            cards.currentItemChanged.connect(partial(self._on_chosen, stage))
            cards.itemActivated.connect(self._on_opened)
            cards.moved.connect(partial(self._on_moved, stage))
            column = QVBoxLayout()
            column.addWidget(title)
            column.addWidget(cards, 1)
            row.addLayout(column, 1)
            self.columns[stage] = cards
            self.titles[stage] = title
        presenter.board_read.connect(self._show)

    def _show(self, board: Mapping[DisputeStage, Sequence[DisputeRow]]) -> None:
        kept = self._chosen_id()
        self._rows = {row.id: row for rows in board.values() for row in rows}
        for stage, rows in board.items():
            cards = self.columns[stage]
            cards.blockSignals(True)
            cards.clear()
            for row in rows:
                item = QListWidgetItem(self._card(row))
                item.setData(Qt.ItemDataRole.UserRole, row.id)
                item.setToolTip(row.note)
                cards.addItem(item)
                if row.id == kept:
                    cards.setCurrentItem(item)
            cards.blockSignals(False)
            self.titles[stage].setText(self._title(stage, rows))
        self.chosen.emit(self._rows.get(kept) if kept else None)

    def _card(self, row: DisputeRow) -> str:
        formats = self._presenter.services.formats
        late = row.due_on < self._presenter.program.today()
        due = formats.date(row.due_on)
        when = f"{Tone.BAD.glyph} {self.tr('late since {day}')}" if late else self.tr("by {day}")
        return "\n".join(
            (
                f"{row.customer_name} · {formats.money(row.amount)}",
                f"{row.invoice_number} · {self._presenter.why(row)}",
                f"{when.format(day=due)} · {row.owner}",
            )
        )

    def _title(self, stage: DisputeStage, rows: Sequence[DisputeRow]) -> str:
        word = self._presenter.word("dispute_stage", stage.value).capitalize()
        formats = self._presenter.services.formats
        sums: dict[str, list[Money]] = {}
        for row in rows:
            sums.setdefault(row.amount.currency.code, []).append(row.amount)
        told = [formats.money(total(each, each[0].currency)) for each in sums.values()]
        return " · ".join([f"{word} ({formats.number(len(rows))})", *told])

    def _chosen_id(self) -> UUID | None:
        for cards in self.columns.values():
            item = cards.currentItem()
            if item is not None:
                found: UUID = item.data(Qt.ItemDataRole.UserRole)
                return found
        return None

    def _on_chosen(self, stage: DisputeStage, item: QListWidgetItem | None, _old: object) -> None:
        if item is None:
            return
        for other, cards in self.columns.items():
            if other is not stage:
                cards.blockSignals(True)
                cards.setCurrentRow(-1)
                cards.blockSignals(False)
        self.chosen.emit(self._rows.get(item.data(Qt.ItemDataRole.UserRole)))

    def _on_opened(self, item: QListWidgetItem) -> None:
        row = self._rows.get(item.data(Qt.ItemDataRole.UserRole))
        if row is not None:
            self.opened.emit(row)

    def _on_moved(self, stage: DisputeStage, dispute_id: UUID, step: int) -> None:
        place = _STAGES.index(stage) + step
        if 0 <= place < len(_STAGES):
            self._presenter.move(dispute_id, _STAGES[place])
