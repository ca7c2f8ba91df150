"""Lines of a document with a quantity to type for each: to deliver, to take back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.ui.kernel.formats import parse_decimal

_ROW_HEIGHT = 38
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class QuantityRow:
    """One line: its position in the document, what is said of it, what is proposed."""

    position: int
    texts: tuple[str, ...]
    proposed: str = ""


class QuantityTable(QTableWidget):
    """The last column is typed.

    Args:
        titles: of the columns; the last one is the quantity's.
        rows: one a line.
    """

    def __init__(
        self, titles: Sequence[str], rows: Sequence[QuantityRow], parent: QWidget | None = None
    ) -> None:
        super().__init__(len(rows), len(titles), parent)
        for column, title in enumerate(titles):
            heading = QTableWidgetItem(title)
            heading.setTextAlignment(_RIGHT if column else _LEFT)
            self.setHorizontalHeaderItem(column, heading)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._fields: dict[int, QLineEdit] = {}
        for number, row in enumerate(rows):
            for column, text in enumerate(row.texts):
                item = QTableWidgetItem(text)
                item.setTextAlignment(_RIGHT if column else _LEFT)
                self.setItem(number, column, item)
            field = QLineEdit(row.proposed, self)
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            field.setMaxLength(20)
            field.setAccessibleName(f"{titles[-1]} · {row.texts[0]}")
            self.setCellWidget(number, len(titles) - 1, field)
            self._fields[row.position] = field

    def field(self, position: int) -> QLineEdit:
        """The quantity's field of a line, by its position in the document."""
        return self._fields[position]

    def named_fields(self) -> Mapping[str, QWidget]:
        """The fields by the names that findings give: `lines[0]`."""
        return {f"lines[{position}]": field for position, field in self._fields.items()}

    def quantities(self) -> tuple[Mapping[int, Decimal], Sequence[str]]:
        """What was typed, by position, zero and empty fields aside; and the fields' names
        whose text is no number."""
        found: dict[int, Decimal] = {}
        faulty: list[str] = []
        for position, field in self._fields.items():
            text = field.text().strip()
            try:
                quantity = parse_decimal(text) if text else Decimal(0)
            except RuleError:
                faulty.append(f"lines[{position}]")
                continue
            if quantity:
                found[position] = quantity
        return found, faulty
