"""Lines of a document being written, as an editable table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from otc_desktop.application.kernel.line_input import LineInput
from otc_desktop.application.kernel.price_origin import origin_of
from otc_desktop.domain.catalogue.pricing import PriceSource
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.taxes.lines import DocumentLine
from otc_desktop.ui.kernel.formats import Formats, parse_decimal

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class LineColumn(IntEnum):
    """The table's columns, from the left."""

    PRODUCT = 0
    DESCRIPTION = 1
    QUANTITY = 2
    PRICE = 3
    DISCOUNT = 4
    VAT = 5
    NET = 6


_EDITABLE = frozenset(
    (LineColumn.DESCRIPTION, LineColumn.QUANTITY, LineColumn.PRICE, LineColumn.DISCOUNT)
)
_LEFT = frozenset((LineColumn.PRODUCT, LineColumn.DESCRIPTION))


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """A line as typed, and as the program priced it."""

    typed: LineInput
    priced: DocumentLine | None = None
    net: Money | None = None
    origin: int | None = None  # where it stood in the document that is changed


class LinesModel(QAbstractTableModel):
    """Holds the lines; what is typed is understood, and refused cells keep their value.

    Signals:
        edited: a line was added, changed or taken out; prices are to be asked again.
    """

    edited = Signal()

    def __init__(
        self,
        formats: Formats,
        *,
        explain: Callable[[DocumentLine], Sequence[str]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._formats = formats
        self._explain = explain
        self._lines: list[WrittenLine] = []
        self._titles = (
            self.tr("Product"),
            self.tr("Description"),
            self.tr("Quantity"),
            self.tr("Unit price"),
            self.tr("Discount %"),
            self.tr("VAT %"),
            self.tr("Net amount"),
        )

    def inputs(self) -> tuple[LineInput, ...]:
        """The lines as typed."""
        return tuple(line.typed for line in self._lines)

    def priced(self, row: int) -> DocumentLine | None:
        """What the program made of a line, None until it has."""
        return self._lines[row].priced if 0 <= row < len(self._lines) else None

    def origins(self) -> tuple[int | None, ...]:
        """Where each line stood in the document that is changed; None for a new one."""
        return tuple(line.origin for line in self._lines)

    def load(self, lines: Sequence[tuple[int, LineInput]]) -> None:
        """Show the lines of a document that is taken up again, each with its place in it."""
        self.beginResetModel()
        self._lines = [WrittenLine(typed, origin=origin) for origin, typed in lines]
        self.endResetModel()
        self.edited.emit()

    def add(self, line: LineInput, *, at: int | None = None) -> None:
        """Add a line at the end, or above a row."""
        self.add_all([line], at=at)

    def add_all(self, lines: Sequence[LineInput], *, at: int | None = None) -> None:
        """Add several lines, priced together."""
        if not lines:
            return
        count = len(self._lines)
        start = count if at is None or not 0 <= at <= count else at
        self.beginInsertRows(_NO_PARENT, start, start + len(lines) - 1)
        self._lines[start:start] = [WrittenLine(line) for line in lines]
        self.endInsertRows()
        self.edited.emit()

    def raise_quantity(self, product: str, by: Decimal) -> bool:
        """Add to the line of a product; False where it has none."""
        for row, line in enumerate(self._lines):
            if line.typed.product == product:
                typed = replace(line.typed, quantity=line.typed.quantity + by)
                self._lines[row] = WrittenLine(typed, origin=line.origin)
                cell = self.index(row, LineColumn.QUANTITY)
                self.dataChanged.emit(cell, cell)
                self.edited.emit()
                return True
        return False

    def remove(self, row: int) -> None:
        """Take a line out."""
        if 0 <= row < len(self._lines):
            self.beginRemoveRows(_NO_PARENT, row, row)
            del self._lines[row]
            self.endRemoveRows()
            self.edited.emit()

    def show_prices(self, lines: Sequence[DocumentLine], nets: Sequence[Money]) -> None:
        """Show what the program made of the lines, in their order."""
        self._lines = [
            replace(line, priced=priced, net=net)
            for line, priced, net in zip(self._lines, lines, nets, strict=True)
        ]
        if self._lines:
            last = self.index(len(self._lines) - 1, LineColumn.NET)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """One row a line."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        """The columns of `LineColumn`."""
        return 0 if parent.isValid() else len(LineColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Titles on top."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(LineColumn(section))
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """What comes from the product or is computed can't be edited."""
        flags = super().flags(index)
        column = LineColumn(index.column())
        free = not self._lines[index.row()].typed.product
        if column in _EDITABLE or (free and column is LineColumn.VAT):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The cell in words."""
        column = LineColumn(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._text(self._lines[index.row()], column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.ToolTipRole and column in (
            LineColumn.PRICE,
            LineColumn.DISCOUNT,
        ):
            priced = self._lines[index.row()].priced
            return "\n".join(self._explain(priced)) if priced is not None else None
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a typed cell; one that is not understood is refused."""
        line = self._lines[index.row()]
        try:
            typed = self._typed(line, LineColumn(index.column()), str(value).strip())
        except RuleError:
            return False
        if typed == line.typed:
            return True
        self._lines[index.row()] = WrittenLine(typed, origin=line.origin)
        self.dataChanged.emit(index, index)
        self.edited.emit()
        return True

    def _typed(self, written: WrittenLine, column: LineColumn, text: str) -> LineInput:
        line = written.typed
        match column:
            case LineColumn.DESCRIPTION:
                return replace(line, description=text or None)
            case LineColumn.QUANTITY:
                return replace(_at_usual_prices(written), quantity=parse_decimal(text))
            case LineColumn.PRICE:
                return replace(line, unit_price=parse_decimal(text) if text else None)
            case LineColumn.DISCOUNT:
                return replace(line, discount_percent=parse_decimal(text) if text else None)
            case LineColumn.VAT:
                return replace(line, vat_rate=parse_decimal(text or "0"))
            case _:
                return line

    def _text(self, line: WrittenLine, column: LineColumn) -> str:
        number = self._formats.number
        priced = line.priced
        worded: dict[LineColumn, Callable[[], str]] = {
            LineColumn.PRODUCT: lambda: line.typed.product,
            LineColumn.DESCRIPTION: lambda: (
                line.typed.description or (priced.description if priced else "")
            ),
            LineColumn.QUANTITY: lambda: self._formats.quantity(line.typed.quantity),
            LineColumn.PRICE: lambda: self._price(line),
            LineColumn.DISCOUNT: lambda: number(discount) if (discount := _discount(line)) else "",
            LineColumn.VAT: lambda: number(priced.vat.rate) if priced else "…",
            LineColumn.NET: lambda: self._formats.money(line.net) if line.net else "…",
        }
        return worded[column]()

    def _price(self, line: WrittenLine) -> str:
        price = line.typed.unit_price
        if price is None and line.priced is not None:
            price = line.priced.unit_price
        if price is None:
            return "…"
        exponent = price.normalize().as_tuple().exponent
        decimals = -exponent if isinstance(exponent, int) else 0
        return self._formats.number(Decimal(price), places=max(2, decimals))


def _alignment(column: LineColumn) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column in _LEFT else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


def _at_usual_prices(line: WrittenLine) -> LineInput:
    """The line as typed, but for figures that the prices gave: a tier may give others."""
    origin = None if line.priced is None else origin_of(line.priced.price_origin)
    if origin is None or origin.source is PriceSource.TYPED:
        return line.typed
    return replace(line.typed, unit_price=None, discount_percent=None)


def _discount(line: WrittenLine) -> Decimal | None:
    """The typed discount, else the one that the customer's prices give."""
    if line.typed.discount_percent is not None:
        return line.typed.discount_percent
    return None if line.priced is None else line.priced.discount_percent
