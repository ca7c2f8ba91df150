"""The line above a list: quick search and the list's own named choices."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLineEdit, QToolButton, QWidget

_DEBOUNCE_MS = 250
_MOST_CHIPS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterChoice:
    """A named choice: `name` is its key in the request's filters.

    `options` are (value, label); the first is in force at the beginning. A value of None
    filters nothing. Up to five are shown as chips, more as a combo box.
    """

    name: str
    title: str
    options: tuple[tuple[Any, str], ...]


class _Chips(QWidget):
    """Options side by side, one of them chosen."""

    chosen = Signal()

    def __init__(self, choice: FilterChoice, parent: QWidget) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for number, (_, label) in enumerate(choice.options):
            chip = QToolButton(self)
            chip.setText(label)
            chip.setCheckable(True)
            chip.setProperty("chip", True)
            chip.setToolTip(choice.title)
            chip.setCursor(Qt.CursorShape.PointingHandCursor)
            self._group.addButton(chip, number)
            row.addWidget(chip)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(lambda _: self.chosen.emit())

    def position(self) -> int:
        return self._group.checkedId()

    def set_position(self, position: int) -> None:
        self._group.button(position).setChecked(True)


class _Combo(QComboBox):
    """Options in a combo box."""

    chosen = Signal()

    def __init__(self, choice: FilterChoice, parent: QWidget) -> None:
        super().__init__(parent)
        self.setToolTip(choice.title)
        self.setAccessibleName(choice.title)
        self.addItems([label for _, label in choice.options])
        self.activated.connect(lambda _: self.chosen.emit())

    def position(self) -> int:
        return self.currentIndex()

    def set_position(self, position: int) -> None:
        self.setCurrentIndex(position)


class FilterBar(QWidget):
    """Quick search and choices.

    Signals:
        changed: what `search()` or `filters()` give is another; typing is waited for.
    """

    changed = Signal()

    def __init__(self, choices: Sequence[FilterChoice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = tuple(choices)
        self.search_field = QLineEdit(self)
        self.search_field.setPlaceholderText(self.tr("Filter…"))
        self.search_field.setToolTip(self.tr("Number, name or amount (Ctrl+F)"))
        self.search_field.setClearButtonEnabled(True)
        self.search_field.setMinimumWidth(200)
        self.search_field.setMaximumWidth(360)
        self._said = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DEBOUNCE_MS)
        self._timer.timeout.connect(self._say_if_other)
        self.search_field.textChanged.connect(lambda _: self._timer.start())
        self.search_field.returnPressed.connect(self._say_if_other)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.search_field, 3)
        self._fields: dict[str, _Chips | _Combo] = {}
        for choice in self._choices:
            few = len(choice.options) <= _MOST_CHIPS
            field = _Chips(choice, self) if few else _Combo(choice, self)
            field.chosen.connect(self.changed)
            self._fields[choice.name] = field
            self._row.addWidget(field)
        self._row.addStretch(1)

    def add_widget(self, widget: QWidget) -> None:
        """Put a button of the list at the right end."""
        self._row.addWidget(widget)

    def search(self) -> str:
        """What is typed, without spaces around it."""
        return self.search_field.text().strip()

    def filters(self) -> dict[str, Any]:
        """The values chosen, by name; a choice that filters nothing is left out."""
        chosen = {
            choice.name: choice.options[self._fields[choice.name].position()][0]
            for choice in self._choices
        }
        return {name: value for name, value in chosen.items() if value is not None}

    def is_filtering(self) -> bool:
        """Whether anything beyond the list's beginning state is asked for."""
        return bool(self.search()) or any(field.position() for field in self._fields.values())

    def set_values(self, search: str, filters: Mapping[str, Any]) -> None:
        """Show this search and these choices; those not named go back to their first option."""
        self.search_field.setText(search)
        self._timer.stop()
        self._said = self.search()
        for choice in self._choices:
            values = [value for value, _ in choice.options]
            wanted = filters.get(choice.name, values[0])
            self._fields[choice.name].set_position(values.index(wanted) if wanted in values else 0)
        self.changed.emit()

    def _say_if_other(self) -> None:
        self._timer.stop()
        if self.search() != self._said:
            self._said = self.search()
            self.changed.emit()
