"""The line under a list: how many rows, how many selected, and their sums."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from otc_desktop.ui.kernel.formats import Formats
from otc_desktop.ui.kernel.theme import tabular
from otc_desktop.ui.tables.columns import Column, display_text


class TotalsBar(QFrame):
    """Count, selection and totals by column."""

    def __init__(
        self, columns: tuple[Column, ...], formats: Formats, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("totalsBar")
        self._columns = columns
        self._formats = formats
        self._count = QLabel()
        self._selected = QLabel()
        self._sums = QLabel()
        self._sums.setFont(tabular(self.font()))
        self._sums.setTextFormat(Qt.TextFormat.PlainText)
        self._sums.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for label in (self._count, self._selected):
            label.setProperty("muted", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 10, 6)
        row.setSpacing(18)
        row.addWidget(self._count)
        row.addWidget(self._selected)
        row.addStretch(1)
        row.addWidget(self._sums)

    def clear(self) -> None:
        """Say nothing until the figures of another request are here."""
        self._count.clear()
        self._sums.clear()

    def set_count(self, count: int) -> None:
        """The number of rows in all."""
        self._count.setText(self.tr("Rows: {count}").format(count=self._formats.number(count)))

    def set_selected(self, selected: int) -> None:
        """The number of selected rows; hidden below two."""
        self._selected.setText(
            self.tr("Selected: {count}").format(count=self._formats.number(selected))
            if selected > 1
            else ""
        )

    def set_totals(self, totals: Mapping[str, Any]) -> None:
        """Sums by column name; names that are no column are left out."""
        self._sums.setText(
            "      ".join(
                f"{column.title}  {display_text(totals[column.name], self._formats, column.kind)}"
                for column in self._columns
                if column.name in totals
            )
        )

    def text(self) -> str:
        """All that the bar says, for screen readers and tests."""
        return " ".join(
            label.text() for label in (self._count, self._selected, self._sums) if label.text()
        )
