"""A field for a date: typed in any usual form, or chosen in a calendar."""

import datetime

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLineEdit, QToolButton, QWidget

from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.ui.kernel.formats import Formats, parse_date
from otc_desktop.ui.kernel.theme import tabular
from otc_desktop.ui.widgets.validity import mark_validity


class _DateField(QLineEdit):
    """The typed part; arrow keys move by a day."""

    left = Signal()
    stepped = Signal(int)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Up else -1)
        else:
            super().keyPressEvent(event)


class DateEdit(QWidget):
    """A date; what can't be understood is marked and gives None.

    Args:
        formats: the window's.
        today: the business date; lets the year be left out and is where the calendar opens.

    Signals:
        date_changed (date or None): on each change of what is understood.
    """

    date_changed = Signal(object)

    def __init__(
        self, formats: Formats, *, today: datetime.date | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._formats = formats
        self._today = today
        self._date: datetime.date | None = None
        self.field = _DateField(self)
        self.field.setMaxLength(20)
        self.field.setFont(tabular(self.font()))
        self.field.setPlaceholderText(self.tr("dd/mm/yyyy"))
        self.field.textEdited.connect(self._understand)
        self.field.left.connect(self._tidy)
        self.field.stepped.connect(self._step)
        self._button = QToolButton(self)
        self._button.setText("▾")
        self._button.setToolTip(self.tr("Calendar"))
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.clicked.connect(self._open_calendar)
        self._calendar: QCalendarWidget | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self._button)
        self.setFocusProxy(self.field)

    def date(self) -> datetime.date | None:
        """The date; None while the field is empty or not understood."""
        return self._date

    def set_date(self, day: datetime.date | None) -> None:
        """Show a date."""
        self.field.setText("" if day is None else self._formats.date(day))
        mark_validity(self.field, "")
        self._keep(day)

    def is_valid(self) -> bool:
        """Whether the field is empty or understood."""
        return self._date is not None or not self.field.text().strip()

    def _understand(self, text: str) -> None:
        mark_validity(self.field, "")
        try:
            self._keep(parse_date(text, today=self._today) if text.strip() else None)
        except RuleError:
            self._keep(None)

    def _tidy(self) -> None:
        if self._date is not None:
            self.field.setText(self._formats.date(self._date))
        elif self.field.text().strip():
            mark_validity(self.field, self.tr("This is not a date, such as 31/12/2026"))

    def _step(self, days: int) -> None:
        start = self._date or self._today
        if start is not None:
            self.set_date(start + datetime.timedelta(days=days if self._date else 0))

    def _open_calendar(self) -> None:
        if self._calendar is None:
            self._calendar = QCalendarWidget(self)
            self._calendar.setWindowFlag(Qt.WindowType.Popup)
            self._calendar.clicked.connect(self._choose)
            self._calendar.activated.connect(self._choose)
        shown = self._date or self._today
        if shown is not None:
            self._calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        self._calendar.move(self.mapToGlobal(QPoint(0, self.height())))
        self._calendar.show()

    def _choose(self, day: QDate) -> None:
        if self._calendar is not None:
            self._calendar.close()
        self.set_date(datetime.date(day.year(), day.month(), day.day()))

    def _keep(self, day: datetime.date | None) -> None:
        if day != self._date:
            self._date = day
            self.date_changed.emit(day)
