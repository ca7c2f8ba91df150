"""Writing the lines of a document: an entry row, the lines, live totals."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
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
from otc_desktop.application.sales.price_order import PricedOrder, PriceOrder
from otc_desktop.domain.shared.errors import OtcError, RuleError
from otc_desktop.ui.kernel.formats import parse_decimal
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.theme import ROW_HEIGHT, SPACING, tabular
from otc_desktop.ui.widgets.line_pricing import Pricing
from otc_desktop.ui.widgets.lines_model import LineColumn, LinesModel
from otc_desktop.ui.widgets.pasted_lines import is_table, read_pasted
from otc_desktop.ui.widgets.picker import Picker
from otc_desktop.ui.widgets.validity import mark_validity

# The standard rate of metropolitan France (CGI art. 278); a cell takes another.
_USUAL_RATE = Decimal(20)
_MOST_REPORTED = 5
_WIDTHS = {
    LineColumn.PRODUCT: 110,
    LineColumn.QUANTITY: 90,
    LineColumn.PRICE: 110,
    LineColumn.DISCOUNT: 90,
    LineColumn.VAT: 70,
    LineColumn.NET: 130,
}


class LinesEditor(QWidget):
    """Enter goes from the product over quantity, price and discount to the next line.

    A code or barcode and Enter is enough to name a product; a scanned one is added at once.
    F2 edits a cell, Insert writes above the current line, Delete takes it out, Ctrl+D writes
    it again, Ctrl+T takes the text typed as a free line, and rows of a spreadsheet are pasted.

    Args:
        services: what the window offers.
        products: to choose from; rows have `code`, `name` and `price`.
        pricing: prices lines, and explains prices.

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
        pricing: Pricing,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._formats = services.formats
        self._pricing = pricing
        self._customer = ""
        self._on: date | None = None
        self._generation = 0
        self._insert_at: int | None = None
        self.model = LinesModel(services.formats, explain=pricing.explain, parent=self)
        self.product: Picker[Any] = Picker(
            services,
            products,
            describe=lambda row: f"{row.code} · {row.name}",
            keys=lambda row: (row.code, row.barcode),
            parent=self,
        )
        self.product.setPlaceholderText(self.tr("Product: code, name or barcode"))
        self.quantity = self._entry(self.tr("Quantity"), 90)
        self.unit_price = self._entry(self.tr("Unit price"), 110)
        self.discount = self._entry(self.tr("Discount %"), 100)
        self.add_button = QPushButton(self.tr("&Add the line"), self)
        self.add_button.setToolTip(
            self.tr("Enter adds the line; Ctrl+T a free text, Ctrl+D the same line again")
        )
        self.add_button.setAutoDefault(False)
        self.sums_up = QCheckBox(self.tr("Scanned again: add to the quantity"), self)
        self.sums_up.setChecked(True)
        self.sums_up.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.report = QLabel(self)
        self.report.setTextFormat(Qt.TextFormat.PlainText)
        self.report.setProperty("tone", "WARNING")
        self.report.setWordWrap(True)
        self.report.hide()
        self.table = self._table()
        self.origin = QLabel(self)
        self.origin.setTextFormat(Qt.TextFormat.PlainText)
        self.origin.setProperty("muted", True)
        self.origin.setWordWrap(True)
        self.totals = QLabel(self)
        self.totals.setFont(tabular(self.font()))
        self.totals.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.totals.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()
        self.product.picked.connect(self._on_picked)
        self.product.named.connect(self._on_named)
        self.product.not_found.connect(self._on_not_found)
        self.product.installEventFilter(self)
        self.quantity.returnPressed.connect(self.unit_price.setFocus)
        self.unit_price.returnPressed.connect(self.discount.setFocus)
        self.discount.returnPressed.connect(self.add_line)
        self.add_button.clicked.connect(self.add_line)
        self._add_keys()
        self.model.edited.connect(self._reprice)
        self._reprice()

    def set_sale(self, customer: str, on: date | None) -> None:
        """Price for this customer and day from now on; without them by the catalogue, today."""
        if (customer, on) != (self._customer, self._on):
            self._customer, self._on = customer, on
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
        discount = self._number(self.discount, None)
        faulty = [
            field
            for field in (self.product, self.quantity, self.unit_price, self.discount)
            if field.property("invalid")
        ]
        if faulty or row is None:
            (faulty or [self.product])[0].setFocus()
            return
        self._take(
            LineInput(
                product=row.code,
                quantity=Decimal(1) if quantity is None else quantity,
                unit_price=price,
                discount_percent=discount,
            )
        )

    def add_text_line(self) -> None:
        """Take what is typed as a line of its own, without a product of the catalogue."""
        text = self.product.text().strip()
        if self.product.row() is not None or not text:
            self.product.setFocus()
            return
        quantity = self._number(self.quantity, Decimal(1))
        price = self._number(self.unit_price, Decimal(0))
        discount = self._number(self.discount, Decimal(0))
        if quantity is None or price is None or discount is None:
            return
        self._take(
            LineInput(
                description=text,
                quantity=quantity,
                unit_price=price,
                discount_percent=discount,
                vat_rate=_USUAL_RATE,
            )
        )

    def paste_lines(self, text: str) -> None:
        """Add rows of a spreadsheet; what is not understood is said, row by row."""
        pasted = read_pasted(text)
        self.model.add_all(pasted.lines)
        done = self.tr("{count} lines pasted.").format(count=len(pasted.lines))
        rows = [
            self.tr("Row {number} not understood: {text}").format(number=number, text=row)
            for number, row in pasted.refused[:_MOST_REPORTED]
        ]
        more = len(pasted.refused) - len(rows)
        if more:
            rows.append(self.tr("… and {count} more").format(count=more))
        self._say("\n".join([done, *rows]) if rows else "")

    def set_lines(self, lines: Sequence[tuple[int, LineInput]]) -> None:
        """Show the lines of a document that is taken up again, each with its place in it."""
        self.model.load(lines)

    def _take(self, line: LineInput) -> None:
        self.model.add(line, at=self._insert_at)
        self._insert_at = None
        self._say("")
        mark_validity(self.product, "")
        self.product.set_row(None)
        for field in (self.quantity, self.unit_price, self.discount):
            field.clear()
        self.product.setFocus()

    def _say(self, text: str) -> None:
        self.report.setText(text)
        self.report.setVisible(bool(text))

    def _on_named(self, row: Any, text: str) -> None:
        """A barcode is a scanner's: the line is complete. A code waits for its quantity."""
        if not row.barcode or text.casefold() != row.barcode.casefold():
            return
        if self.sums_up.isChecked() and self.model.raise_quantity(row.code, Decimal(1)):
            self.product.set_row(None)
            self.product.setFocus()
        else:
            self._take(LineInput(product=row.code))

    def _on_not_found(self, text: str) -> None:
        mark_validity(
            self.product,
            self.tr("No product is called so. Ctrl+T takes the text as a free line."),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Rows of a spreadsheet pasted into the product's field become lines."""
        if (
            watched is self.product
            and event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Paste)
            and is_table(text := QGuiApplication.clipboard().text())
        ):
            self.paste_lines(text)
            return True
        return super().eventFilter(watched, event)

    def _add_keys(self) -> None:
        everywhere = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, run in (
            ("Ctrl+D", self.duplicate_selected),
            ("Ctrl+T", self.add_text_line),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(everywhere)
            shortcut.activated.connect(run)
        for key, run in (
            (QKeySequence(Qt.Key.Key_Insert), self._insert_above),
            (QKeySequence(QKeySequence.StandardKey.Paste), self._paste),
        ):
            shortcut = QShortcut(key, self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(run)

    def _insert_above(self) -> None:
        self._insert_at = self.table.currentIndex().row()
        self.product.setFocus()

    def _paste(self) -> None:
        self.paste_lines(QGuiApplication.clipboard().text())

    def duplicate_selected(self) -> None:
        """Write the current line, else the last one, a second time below it."""
        lines = self.lines()
        row = self.table.currentIndex().row()
        if lines:
            row = row if 0 <= row < len(lines) else len(lines) - 1
            self.model.add(lines[row], at=row + 1)

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
            self.origin.clear()
            return

        def show(priced: PricedOrder) -> None:
            if generation == self._generation:
                self._show(priced)

        def refuse(refusal: OtcError) -> None:
            if generation == self._generation:
                self.totals.setText("")
                self.refused.emit(refusal)

        asked = PriceOrder(lines=self.lines(), customer=self._customer, on=self._on)
        self._pricing.price(asked, show, refuse)

    def _show(self, priced: PricedOrder) -> None:
        self.model.show_prices(priced.lines, priced.nets)
        self._show_origin()
        money = self._formats.money
        totals = priced.totals
        self.totals.setText(
            self.tr("Excluding tax  {net}      VAT  {vat}      Including tax  {gross}").format(
                net=money(totals.total_excl_tax),
                vat=money(totals.total_vat),
                gross=money(totals.total_incl_tax),
            )
        )

    def _show_origin(self) -> None:
        """Where the price of the current line comes from; all that was looked at as a tip."""
        line = self.model.priced(self.table.currentIndex().row())
        told = [] if line is None else self._pricing.explain(line)
        self.origin.setText(
            self.tr("Where this price comes from: {origin}").format(origin=told[0]) if told else ""
        )
        self.origin.setToolTip("\n".join(told))

    def _on_picked(self, row: Any) -> None:
        mark_validity(self.product, "")
        self.unit_price.setPlaceholderText(
            self.tr("Unit price") if row is None else self._formats.number(row.price)
        )
        if row is not None:
            self.quantity.setFocus()

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
        table.selectionModel().currentRowChanged.connect(lambda *_: self._show_origin())
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
        column.addWidget(self.origin)
        column.addWidget(self.report)
        foot = QHBoxLayout()
        foot.addWidget(self.sums_up)
        foot.addStretch(1)
        foot.addWidget(self.totals)
        column.addLayout(foot)
