"""A customer's open items on the desk: which are chosen, and with how much."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.shared.ids import OpenItemId
from otc_desktop.domain.shared.money import Money, total
from otc_desktop.ui.kernel.formats import Formats

NUMBER, DUE_ON, OPEN, AMOUNT = range(4)
MONEY_ROLE = Qt.ItemDataRole.UserRole
_NO_PARENT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


@dataclass(slots=True)
class _Line:
    """An item; `amount` None while it is not chosen."""

    item: OpenItem
    amount: Money | None = None


class OpenItemsModel(QAbstractTableModel):
    """Items with a box to tick and an amount to edit.

    An item ticked by hand takes what is left of the receipt, or all that is open where
    nothing is left: the difference shown below then says what is missing.

    Signals:
        choice_changed: another item or amount is chosen.
    """

    choice_changed = Signal()

    def __init__(self, formats: Formats, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self._received: Money | None = None
        self._lines: list[_Line] = []
        self._titles = (
            QCoreApplication.translate("OpenItemsModel", "Document"),
            QCoreApplication.translate("OpenItemsModel", "Due on"),
            QCoreApplication.translate("OpenItemsModel", "Open"),
            QCoreApplication.translate("OpenItemsModel", "Paid by this line"),
        )

    def show_items(self, received: Money | None, items: Sequence[OpenItem]) -> None:
        """Show what may be settled with an amount received; nothing is chosen."""
        self.beginResetModel()
        self._received = received
        self._lines = [_Line(item) for item in items]
        self.endResetModel()
        self.choice_changed.emit()

    def choose(self, parts: Mapping[OpenItemId, Money]) -> None:
        """Choose exactly these items with these amounts."""
        for line in self._lines:
            line.amount = parts.get(line.item.id)
        self._say_changed()

    def parts(self) -> tuple[tuple[str, Money], ...]:
        """The numbers chosen with their amounts."""
        return tuple((line.item.number, line.amount) for line in self._lines if line.amount)

    def parts_by_id(self) -> dict[OpenItemId, Money]:
        """The items chosen with their amounts."""
        return {line.item.id: line.amount for line in self._lines if line.amount}

    def chosen(self) -> Money | None:
        """The sum of what is chosen; None while there is no receipt."""
        if self._received is None:
            return None
        amounts = [line.amount for line in self._lines if line.amount is not None]
        return total(amounts, self._received.currency)

    def left(self) -> Money | None:
        """What is received less what is chosen: below zero, the receipt falls short."""
        chosen = self.chosen()
        return None if self._received is None or chosen is None else self._received - chosen

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """One row an item."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        """Document, due date, open, amount."""
        return 0 if parent.isValid() else len(self._titles)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The column's title."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        return _alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """The document can be ticked, its amount edited."""
        flags = super().flags(index)
        if index.column() == NUMBER:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == AMOUNT else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The cell in words; the amount itself under `MONEY_ROLE`."""
        line = self._lines[index.row()]
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(line, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.CheckStateRole and column == NUMBER:
            return Qt.CheckState.Unchecked if line.amount is None else Qt.CheckState.Checked
        if role == MONEY_ROLE and column == AMOUNT:
            return line.amount or self._suggested(line)
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick an item, or give it an amount; zero unticks."""
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == NUMBER:
            checked = Qt.CheckState(value) is Qt.CheckState.Checked
            line.amount = self._suggested(line) if checked else None
        elif role == MONEY_ROLE and isinstance(value, Money):
            line.amount = value or None
        else:
            return False
        self._say_changed()
        return True

    def toggle(self, row: int) -> None:
        """Tick an item that is not chosen, untick one that is."""
        line = self._lines[row]
        line.amount = self._suggested(line) if line.amount is None else None
        self._say_changed()

    def _suggested(self, line: _Line) -> Money:
        left = self.left()
        owed = line.item.open
        return left if left is not None and owed > left and left.amount > 0 else owed

    def _text(self, line: _Line, column: int) -> str:
        if column == NUMBER:
            return line.item.number
        if column == DUE_ON:
            return self._formats.date(line.item.due_on)
        amount = line.item.open if column == OPEN else line.amount
        return "" if amount is None else self._formats.money(amount)

    def _say_changed(self) -> None:
        if self._lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, AMOUNT))
        self.choice_changed.emit()


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in (OPEN, AMOUNT) else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
