"""Rows of a form: a title, a field, and what the program says of it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from otc_desktop.ui.widgets.tone_label import ToneLabel

_LONGEST = 200
YES, NO = "oui", "non"


class FieldRows(QWidget):
    """One section of a form; every field is known by the name of its import column.

    Signals:
        edited: any field has another text.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = QFormLayout(self)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.fields: dict[str, QWidget] = {}
        self.remarks: dict[str, ToneLabel] = {}

    def add_text(
        self, name: str, title: str, *, hint: str = "", longest: int = _LONGEST
    ) -> QLineEdit:
        """A line of text, with room for a remark under it."""
        field = QLineEdit(self)
        field.setPlaceholderText(hint)
        field.setMaxLength(longest)
        field.textChanged.connect(self.edited)
        self._add(name, title, field)
        return field

    def add_choice(self, name: str, title: str, options: Sequence[tuple[str, str]]) -> QComboBox:
        """One of several, each its value and its words."""
        field = QComboBox(self)
        for value, words in options:
            field.addItem(words, value)
        field.currentIndexChanged.connect(self.edited)
        self._add(name, title, field)
        return field

    def add_check(self, name: str, title: str) -> QCheckBox:
        """Yes or no."""
        field = QCheckBox(title, self)
        field.toggled.connect(self.edited)
        self.fields[name] = field
        self.form.addRow("", field)
        return field

    def add_widget(self, name: str, title: str, field: QWidget) -> None:
        """Any other field."""
        self._add(name, title, field)

    def values(self) -> Mapping[str, str]:
        """The texts by name; other kinds of fields are read by whoever added them."""
        found: dict[str, str] = {}
        for name, field in self.fields.items():
            if isinstance(field, QComboBox):
                found[name] = str(field.currentData())
            elif isinstance(field, QCheckBox):
                found[name] = YES if field.isChecked() else NO
            elif type(field) is QLineEdit:
                found[name] = field.text()
        return found

    def fill(self, values: Mapping[str, str]) -> None:
        """Show these texts."""
        for name, text in values.items():
            field = self.fields.get(name)
            if isinstance(field, QComboBox):
                field.setCurrentIndex(max(0, field.findData(text)))
            elif isinstance(field, QCheckBox):
                field.setChecked(text == YES)
            elif isinstance(field, QLineEdit):
                field.setText(text)

    def _add(self, name: str, title: str, field: QWidget) -> None:
        self.fields[name] = field
        remark = ToneLabel(self)
        remark.hide()
        self.remarks[name] = remark
        both = QWidget(self)
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(field)
        column.addWidget(remark)
        self.form.addRow(title, both)
        label = self.form.labelForField(both)
        if label is not None and hasattr(label, "setBuddy"):
            label.setBuddy(field)
