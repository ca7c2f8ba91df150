"""The table of a customer's open items: Space ticks, F2 edits the amount, Enter accepts."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from otc_desktop.ui.bank.open_items_model import AMOUNT, MONEY_ROLE, NUMBER, OpenItemsModel
from otc_desktop.ui.kernel.formats import Formats
from otc_desktop.ui.kernel.theme import ROW_HEIGHT, tabular
from otc_desktop.ui.widgets.money_edit import MoneyEdit

_Index = QModelIndex | QPersistentModelIndex
_WIDTHS = (170, 96, 112)


class _AmountDelegate(QStyledItemDelegate):
    """Edits an amount in a field that understands how people type amounts."""

    def __init__(self, formats: Formats, parent: QWidget) -> None:
        super().__init__(parent)
        self._formats = formats

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        if index.column() != NUMBER:
            option.font = tabular(option.font)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        return MoneyEdit(self._formats, parent=parent)

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        if isinstance(editor, MoneyEdit):
            editor.set_money(index.data(MONEY_ROLE))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        if isinstance(editor, MoneyEdit) and editor.money() is not None:
            model.setData(model.index(index.row(), index.column()), editor.money(), MONEY_ROLE)


class OpenItemsTable(QTableView):
    """Items with boxes and amounts.

    Signals:
        accept_asked: Enter outside of an amount being edited.
    """

    accept_asked = Signal()

    def __init__(self, model: OpenItemsModel, formats: Formats, parent: QWidget) -> None:
        super().__init__(parent)
        self._items = model
        self.setModel(model)
        self.setItemDelegate(_AmountDelegate(formats, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate(_WIDTHS):
            header.resizeSection(column, width)
        header.setStretchLastSection(True)
        self.setAccessibleName(self.tr("Open items of the customer"))
        self.setToolTip(self.tr("Space ticks, F2 edits the amount, Enter accepts"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks the row, F2 edits its amount, Enter accepts the line."""
        index = self.currentIndex()
        key = event.key()
        editing = self.state() is QAbstractItemView.State.EditingState
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # An edited amount is kept only after its field passed the key on to us.
            if not editing:
                self.accept_asked.emit()
        elif key == Qt.Key.Key_Space and index.isValid():
            self._items.toggle(index.row())
        elif key == Qt.Key.Key_F2 and index.isValid():
            self.edit(self._items.index(index.row(), AMOUNT))
        else:
            super().keyPressEvent(event)
