"""A product's prices in a list: one for each quantity they begin at."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from otc_desktop.application.catalogue.set_list_prices import SetListPrices, Tier
from otc_desktop.application.kernel.paging import PageSource
from otc_desktop.domain.catalogue.price_list import ListPrice
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.ui.kernel.formats import parse_date, parse_decimal
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.theme import ROW_HEIGHT, tabular
from otc_desktop.ui.widgets.form_dialog import FormDialog
from otc_desktop.ui.widgets.picker import Picker

_ROWS = 8
_SIZE = (620, 420)
_QUANTITY, _PRICE, _FIRST, _LAST = range(4)


class TiersForm(FormDialog):
    """Prices by quantity and date; an empty price takes its row away.

    Args:
        services: what the window offers.
        list_code: of the list.
        products: to choose from, for a new price; rows have `code` and `name`.
        known: the product whose prices these are, as code and name, with its tiers.
    """

    def __init__(
        self,
        services: WindowServices,
        *,
        list_code: str,
        products: PageSource[Any],
        known: tuple[str, str, Sequence[ListPrice]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, title="", accept_text="", enter_accepts=False, parent=parent)
        self._list_code = list_code
        self._known = known
        self.setWindowTitle(self.tr("Prices of list {code}").format(code=list_code))
        self.accept_button.setText(self.tr("Save"))
        self.product: Picker[Any] = Picker(
            services,
            products,
            describe=lambda row: f"{row.code} · {row.name}",
            keys=lambda row: (row.code, row.barcode),
            parent=self,
        )
        self.product.setPlaceholderText(self.tr("Product: code, name or barcode"))
        hint = QLabel(
            self.tr(
                "A price holds from its quantity on. Rows of a spreadsheet can be pasted:"
                " quantity, price, first and last day."
            ),
            self,
        )
        hint.setWordWrap(True)
        hint.setProperty("muted", True)
        self.table = self._table()
        if known is None:
            self.body.addWidget(self.product)
        else:
            self.product.hide()
            self.body.addWidget(QLabel(f"{known[0]} · {known[1]}", self))
            self._fill(known[2])
        self.body.addWidget(hint)
        self.body.addWidget(self.table, 1)
        self.watch_fields({"product": self.product, "min_quantity": self.table})
        self.product.named.connect(lambda _row, _text: self._begin())
        self.resize(*_SIZE)
        if known is None:
            self.product.setFocus()
        else:
            self._begin()

    def command(self) -> SetListPrices | None:
        """The tiers as written; None when something is not understood, which is said."""
        code = self._code()
        if not code:
            self.refuse([("product", self.tr("Choose a product"))])
            return None
        tiers, faults = [], []
        for row in range(self.table.rowCount()):
            try:
                tier = self._tier(row)
            except RuleError:
                faults.append(
                    (
                        "min_quantity",
                        self.tr("Row {number} is not understood.").format(number=row + 1),
                    )
                )
                continue
            if tier is not None:
                tiers.append(tier)
        if faults:
            self.refuse(faults)
            return None
        return SetListPrices(list_code=self._list_code, product=code, tiers=tuple(tiers))

    def paste(self, text: str) -> None:
        """Write rows of a spreadsheet from the current row on."""
        first = max(0, self.table.currentRow())
        for offset, line in enumerate(text.splitlines()):
            row = first + offset
            if row >= self.table.rowCount():
                self.table.insertRow(row)
            for column, cell in enumerate(line.split("\t")[:4]):
                self._put(row, column, cell.strip())

    def _code(self) -> str:
        if self._known is not None:
            return self._known[0]
        row = self.product.row()
        return "" if row is None else str(row.code)

    def _tier(self, row: int) -> Tier | None:
        price = self._text(row, _PRICE).replace("€", "").strip()
        if not price:
            return None
        quantity = self._text(row, _QUANTITY)
        return Tier(
            price=parse_decimal(price),
            min_quantity=parse_decimal(quantity) if quantity else Decimal(0),
            valid_from=self._day(row, _FIRST),
            valid_until=self._day(row, _LAST),
        )

    def _day(self, row: int, column: int) -> date | None:
        text = self._text(row, column)
        return parse_date(text) if text else None

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return "" if item is None else item.text().strip()

    def _put(self, row: int, column: int, text: str) -> None:
        item = QTableWidgetItem(text)
        item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.table.setItem(row, column, item)

    def _fill(self, tiers: Sequence[ListPrice]) -> None:
        formats = self.services.formats
        for row, tier in enumerate(tiers):
            if row >= self.table.rowCount():
                self.table.insertRow(row)
            first, last = tier.validity.first, tier.validity.last
            texts = (
                formats.quantity(tier.min_quantity) if tier.min_quantity else "",
                formats.number(tier.price),
                formats.date(first) if first else "",
                formats.date(last) if last else "",
            )
            for column, text in enumerate(texts):
                self._put(row, column, text)

    def _begin(self) -> None:
        self.table.setFocus()
        self.table.setCurrentCell(0, _PRICE)

    def _table(self) -> QTableWidget:
        table = QTableWidget(_ROWS, 4, self)
        titles = (
            self.tr("From quantity"),
            self.tr("Price excl. tax"),
            self.tr("First day"),
            self.tr("Last day"),
        )
        table.setHorizontalHeaderLabels(list(titles))
        table.setFont(tabular(self.font()))
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for row in range(_ROWS):
            for column in range(4):
                item = QTableWidgetItem("")
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                table.setItem(row, column, item)
        pasting = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), table)
        pasting.setContext(Qt.ShortcutContext.WidgetShortcut)
        pasting.activated.connect(lambda: self.paste(QGuiApplication.clipboard().text()))
        return table
