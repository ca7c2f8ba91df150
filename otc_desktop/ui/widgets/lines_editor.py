"""Writing the lines of a document: an entry row, the lines, live totals."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from otc_desktop.application.kernel.line_input import LineInput
from otc_desktop.application.kernel.paging import PageSource
from otc_desktop.application.sales.price_order import PricedOrder
from otc_desktop.domain.shared.errors import OtcError, RuleError
from otc_desktop.ui.kernel.formats import parse_decimal
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.theme import ROW_HEIGHT, SPACING, tabular
from otc_desktop.ui.widgets.lines_model import LineColumn, LinesModel
from otc_desktop.ui.widgets.picker import Picker
from otc_desktop.ui.widgets.validity import mark_validity

PriceLines = Callable[
    [tuple[LineInput, ...], Callable[[PricedOrder], None], Callable[[OtcError], None]], None
]
_WIDTHS = {
    LineColumn.PRODUCT: 110,
    LineColumn.QUANTITY: 90,
    LineColumn.PRICE: 110,
    LineColumn.DISCOUNT: 90,
    LineColumn.VAT: 70,
    LineColumn.NET: 130,
}


class LinesEditor(QWidget):
    """Enter in the entry row adds a line; F2 edits a cell, Delete takes a line out.

    Args:
        services: what the window offers.
        products: to choose from; rows have `code`, `name` and `price`.
        price: prices lines off the GUI thread, by the program's own rules.

    Signals:
        changed: the lines are others.
        refused (OtcError): the lines can't be priced.
    """

    changed = Signal()
    refused = Signal(object)

    def __init__(
        self,
        services: WindowServices,
        *,
        products: PageSource[Any],
        price: PriceLines,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._formats = services.formats
        self._price_lines = price
        self._generation = 0
        self.model = LinesModel(services.formats, self)
        self.product: Picker[Any] = Picker(services, products, describe=self._describe, parent=self)
        self.product.setPlaceholderText(self.tr("Product: code or name"))
        self.quantity = self._entry(self.tr("Quantity"), 90)
        self.unit_price = self._entry(self.tr("Unit price"), 110)
        self.discount = self._entry(self.tr("Discount %"), 100)
        self.add_button = QPushButton(self.tr("&Add the line"), self)
        self.add_button.setAutoDefault(False)
        self.table = self._table()
        self.totals = QLabel(self)
        self.totals.setFont(tabular(self.font()))
        self.totals.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.totals.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()
        self.product.picked.connect(self._on_picked)
        for field in (self.quantity, self.unit_price, self.discount):
            field.returnPressed.connect(self.add_line)
        self.add_button.clicked.connect(self.add_line)
        self.model.edited.connect(self._reprice)
        self._reprice()

    def lines(self) -> tuple[LineInput, ...]:
        """The lines as typed."""
        return self.model.inputs()

    def add_line(self) -> None:
        """Take the entry row as a new line, if it is understood."""
        row = self.product.row()
        mark_validity(self.product, "" if row else self.tr("Choose a product"))
        quantity = self._number(self.quantity, Decimal(1))
        price = self._number(self.unit_price, None)
        discount = self._number(self.discount, Decimal(0))
        faulty = [
            field
            for field in (self.product, self.quantity, self.unit_price, self.discount)
            if field.property("invalid")
        ]
        if faulty or row is None:
            (faulty or [self.product])[0].setFocus()
            return
        self.model.add(
            LineInput(
                product=row.code,
                quantity=Decimal(1) if quantity is None else quantity,
                unit_price=price,
                discount_percent=discount or Decimal(0),
            )
        )
        self.product.set_row(None)
        for field in (self.quantity, self.unit_price, self.discount):
            field.clear()
        self.product.setFocus()

    def remove_selected(self) -> None:
        """Take the current line out."""
        self.model.remove(self.table.currentIndex().row())

    def _number(self, field: QLineEdit, empty: Decimal | None) -> Decimal | None:
        mark_validity(field, "")
        text = field.text().strip()
        if not text:
            return empty
        try:
            return parse_decimal(text)
        except RuleError:
            mark_validity(field, self.tr("This is not a number, such as 12.5"))
            return None

    def _reprice(self) -> None:
        self._generation += 1
        generation = self._generation
        self.changed.emit()
        if not self.lines():
            self.totals.setText(self.tr("No line yet"))
            return

        def show(priced: PricedOrder) -> None:
            if generation == self._generation:
                self._show(priced)

        def refuse(refusal: OtcError) -> None:
            if generation == self._generation:
                self.totals.setText("")
                self.refused.emit(refusal)

        self._price_lines(self.lines(), show, refuse)

    def _show(self, priced: PricedOrder) -> None:
        self.model.show_prices(priced.lines, priced.nets)
        money = self._formats.money
        totals = priced.totals
        self.totals.setText(
            self.tr("Excluding tax  {net}      VAT  {vat}      Including tax  {gross}").format(
                net=money(totals.total_excl_tax),
                vat=money(totals.total_vat),
                gross=money(totals.total_incl_tax),
            )
        )

    def _on_picked(self, row: Any) -> None:
        mark_validity(self.product, "")
        self.unit_price.setPlaceholderText(
            self.tr("Unit price") if row is None else self._formats.number(row.price)
        )
        if row is not None:
            self.quantity.setFocus()

    def _describe(self, row: Any) -> str:
        return f"{row.code} · {row.name}"

    def _entry(self, title: str, width: int) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(title)
        field.setAccessibleName(title)
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.setFixedWidth(width)
        field.setMaxLength(20)
        return field

    def _table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.model)
        table.setFont(tabular(self.font()))
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(LineColumn.DESCRIPTION, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.remove_selected)
        self.model.rowsInserted.connect(
            lambda _parent, first, _last: table.setCurrentIndex(self._first_cell(first))
        )
        return table

    def _first_cell(self, row: int) -> QModelIndex:
        return self.model.index(row, LineColumn.QUANTITY)

    def _lay_out(self) -> None:
        entry = QHBoxLayout()
        entry.setSpacing(SPACING)
        entry.addWidget(self.product, 1)
        for widget in (self.quantity, self.unit_price, self.discount, self.add_button):
            entry.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addLayout(entry)
        column.addWidget(self.table, 1)
        column.addWidget(self.totals)
