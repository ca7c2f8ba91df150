"""The assistant's second page: the beginning of the table, and what each column is."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from otc_desktop.application.company.import_mappings import TablePreview
from otc_desktop.application.kernel.import_columns import Recognition
from otc_desktop.application.kernel.import_mapping import DateOrder, DecimalMark, ImportMapping
from otc_desktop.application.kernel.imports import ImportKind
from otc_desktop.ui.kernel.theme import SPACING

_COLUMN_WIDTH = 170
_LINE_WIDTH = 90
_COMBO_ROW, _WHY_ROW, _FIRST_ROW = 0, 1, 2


class ColumnsPage(QWidget):
    """A combo box over each column of the file says what it is taken for.

    Args:
        kind: of table.
        field_name: one of our columns in the window's language.

    Signals:
        place_changed: another sheet or header line was chosen: the file is to be read again.
        changed: a choice changed.
    """

    place_changed = Signal()
    changed = Signal()

    def __init__(
        self, kind: ImportKind, field_name: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._field_name = field_name
        self._preview: TablePreview | None = None
        self.combos: list[QComboBox] = []
        self.constants: dict[str, QLineEdit] = {}
        self.heading = QLabel(self)
        self.heading.setProperty("heading", True)
        self.memory = QLabel(self)
        self.memory.setWordWrap(True)
        self.memory.setProperty("quiet", True)
        self.sheet = QComboBox(self)
        self.header_line = QSpinBox(self)
        self.header_line.setRange(1, 1_048_576)
        self.header_line.setKeyboardTracking(False)
        self.header_line.setFixedWidth(_LINE_WIDTH)
        self.table = QTableWidget(self)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.table.setWordWrap(False)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.dates = QComboBox(self)
        self.decimals = QComboBox(self)
        self._fill_formats()
        self.remember = QCheckBox(self.tr("&Remember for files with these headers, as"), self)
        self.remember.setChecked(True)
        self.name = QLineEdit(self)
        self.missing = QLabel(self)
        self.missing.setWordWrap(True)
        self._constants_form = QFormLayout()
        self._lay_out()
        self.sheet.activated.connect(lambda _: self.place_changed.emit())
        self.header_line.valueChanged.connect(lambda _: self.place_changed.emit())

    def show_preview(self, preview: TablePreview, *, file: str) -> None:
        """Show the beginning of a table with what its columns are taken for."""
        self._preview = preview
        self.heading.setText(
            self.tr("{file}: {count} rows").format(file=file, count=preview.row_count)
        )
        self.memory.setText(
            self.tr("Read as remembered under “{name}”.").format(name=preview.remembered)
            if preview.remembered
            else self.tr("Columns were recognised by their headers; correct what is wrong.")
        )
        self._show_place(preview)
        self._fill_table(preview)
        self._fill_constants(preview)
        self.dates.setCurrentIndex(self.dates.findData(preview.dates))
        self.decimals.setCurrentIndex(self.decimals.findData(preview.decimals))
        self.name.setText(preview.remembered or file)
        self._on_choice()

    def columns(self) -> tuple[str, ...]:
        """What each column is taken for; empty for one left aside."""
        return tuple(str(combo.currentData() or "") for combo in self.combos)

    def mapping(self) -> ImportMapping:
        """What was chosen."""
        titles: Sequence[str] = () if self._preview is None else self._preview.titles
        return ImportMapping(
            kind=self._kind.name,
            titles=tuple(titles),
            columns=self.columns(),
            constants={
                column: edit.text().strip()
                for column, edit in self.constants.items()
                if edit.text().strip()
            },
            dates=DateOrder(self.dates.currentData()),
            decimals=DecimalMark(self.decimals.currentData()),
            title=self.name.text().strip(),
        )

    def missing_columns(self) -> list[str]:
        """Columns that a new thing needs, and neither the file nor a constant gives."""
        mapping = self.mapping()
        given = {*mapping.columns, *mapping.constants}
        return [column for column in self._kind.required if column not in given]

    def twice(self) -> list[str]:
        """Fields that two columns are taken for."""
        taken = [column for column in self.columns() if column]
        return sorted({column for column in taken if taken.count(column) > 1})

    def _lay_out(self) -> None:
        place = QHBoxLayout()
        place.addWidget(self.heading, 1)
        self._sheet_label = QLabel(self.tr("Sheet"), self)
        place.addWidget(self._sheet_label)
        place.addWidget(self.sheet)
        place.addWidget(QLabel(self.tr("Header on line"), self))
        place.addWidget(self.header_line)
        formats = QHBoxLayout()
        formats.addWidget(QLabel(self.tr("Dates"), self))
        formats.addWidget(self.dates)
        formats.addWidget(QLabel(self.tr("Decimals"), self))
        formats.addWidget(self.decimals)
        formats.addStretch(1)
        formats.addWidget(self.remember)
        formats.addWidget(self.name, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addLayout(place)
        column.addWidget(self.memory)
        column.addWidget(self.table, 1)
        column.addWidget(self.missing)
        column.addLayout(self._constants_form)
        column.addLayout(formats)

    def _fill_formats(self) -> None:
        for order, text in (
            (DateOrder.AUTO, self.tr("as the file shows")),
            (DateOrder.DAY_FIRST, self.tr("day/month/year")),
            (DateOrder.MONTH_FIRST, self.tr("month/day/year")),
            (DateOrder.YEAR_FIRST, self.tr("year-month-day")),
        ):
            self.dates.addItem(text, order)
        for mark, text in (
            (DecimalMark.AUTO, self.tr("as the file shows")),
            (DecimalMark.COMMA, self.tr("comma (1 234,56)")),
            (DecimalMark.POINT, self.tr("point (1,234.56)")),
        ):
            self.decimals.addItem(text, mark)

    def _show_place(self, preview: TablePreview) -> None:
        several = len(preview.sheets) > 1
        for widget in (self._sheet_label, self.sheet):
            widget.setVisible(several)
        self.sheet.clear()
        self.sheet.addItems(list(preview.sheets))
        self.sheet.setCurrentText(preview.sheet)
        self.header_line.blockSignals(True)
        self.header_line.setValue(preview.header_line)
        self.header_line.blockSignals(False)

    def _fill_table(self, preview: TablePreview) -> None:
        self.table.clear()
        self.table.setColumnCount(len(preview.guesses))
        self.table.setRowCount(_FIRST_ROW + len(preview.rows))
        titles = [guess.title or self.tr("(no header)") for guess in preview.guesses]
        self.table.setHorizontalHeaderLabels(titles)
        numbers = [str(place) for place in range(1, len(preview.rows) + 1)]
        self.table.setVerticalHeaderLabels([self.tr("Take for"), self.tr("Why"), *numbers])
        self.combos = []
        for place, guess in enumerate(preview.guesses):
            combo = self._combo(titles[place])
            combo.setCurrentIndex(max(0, combo.findData(guess.column)))
            combo.currentIndexChanged.connect(lambda _: self._on_choice())
            self.combos.append(combo)
            self.table.setCellWidget(_COMBO_ROW, place, combo)
            why = QTableWidgetItem(self._why(guess.why, guess.twin))
            self.table.setItem(_WHY_ROW, place, why)
            self.table.setColumnWidth(place, _COLUMN_WIDTH)
            for row, cells in enumerate(preview.rows):
                item = QTableWidgetItem(cells[place])
                item.setToolTip(cells[place])
                self.table.setItem(_FIRST_ROW + row, place, item)

    def _combo(self, title: str) -> QComboBox:
        combo = QComboBox(self.table)
        combo.setAccessibleName(title)
        combo.addItem(self.tr("— leave aside —"), "")
        for column in self._kind.aliases:
            combo.addItem(self._field_name(column), column)
        return combo

    def _why(self, why: Recognition, twin: str) -> str:
        if twin:
            return self.tr("same as “{title}”").format(title=twin)
        return {
            Recognition.HEADER: self.tr("✓ header"),
            Recognition.REMEMBERED: self.tr("✓ remembered"),
            Recognition.NEAR_WORD: self.tr("? near word"),
            Recognition.CONTENT: self.tr("? by its values"),
            Recognition.NONE: "",
        }[why]

    def _fill_constants(self, preview: TablePreview) -> None:
        while self._constants_form.rowCount():
            self._constants_form.removeRow(0)
        self.constants = {}
        for column in dict.fromkeys([*preview.missing, *preview.constants]):
            edit = QLineEdit(preview.constants.get(column, ""), self)
            edit.setPlaceholderText(self.tr("Value for every row"))
            edit.textChanged.connect(lambda _: self._on_choice())
            self._constants_form.addRow(self._field_name(column), edit)
            self.constants[column] = edit

    def _on_choice(self) -> None:
        missing, twice = self.missing_columns(), self.twice()
        lines = []
        if twice:
            names = ", ".join(self._field_name(column) for column in twice)
            lines.append(self.tr("✕ Taken twice: {fields}").format(fields=names))
        if missing:
            names = ", ".join(self._field_name(column) for column in missing)
            lines.append(self.tr("▲ Needed for new entries: {fields}").format(fields=names))
        self.missing.setText("\n".join(lines))
        self.missing.setVisible(bool(lines))
        self.changed.emit()
