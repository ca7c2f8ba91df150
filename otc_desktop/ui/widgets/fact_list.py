"""Names and values of one thing, side by side."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget


class FactList(QWidget):
    """Two columns: what it is, and its value; values can be copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)
        self._rows: list[tuple[QLabel, QLabel]] = []

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show these (name, value) pairs; those without a value are left out."""
        known = [(name, value) for name, value in facts if value]
        while len(self._rows) < len(known):
            self._add_row()
        for number, (name_label, value_label) in enumerate(self._rows):
            shown = number < len(known)
            name, value = known[number] if shown else ("", "")
            name_label.setText(name)
            value_label.setText(value)
            name_label.setVisible(shown)
            value_label.setVisible(shown)

    def text(self) -> str:
        """All that is shown, for screen readers and tests."""
        return "\n".join(
            f"{name.text()} {value.text()}" for name, value in self._rows if name.text()
        )

    def _add_row(self) -> None:
        name, value = QLabel(self), QLabel(self)
        name.setProperty("muted", True)
        name.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        value.setWordWrap(True)
        value.setTextFormat(Qt.TextFormat.PlainText)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        value.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        number = len(self._rows)
        self._grid.addWidget(name, number, 0)
        self._grid.addWidget(value, number, 1)
        self._rows.append((name, value))
