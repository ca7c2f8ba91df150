"""A dunning plan as a line of time: the due date, and each step where it falls."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from otc_desktop.ui.kernel.theme import Theme

_HEIGHT = 138
_SIDE = 76
_LINE = 74
_RADIUS = 15
_LABEL_GAP = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One step: its day from the due date, its sign, and what is said of it."""

    number: int
    offset_days: int
    sign: str
    title: str
    is_free: bool


class PlanTimeline(QWidget):
    """Steps along the days from the due date; arrows, Home and End choose one.

    Steps that leave by themselves are filled, those that wait for approval are rings.

    Args:
        theme: gives the colours.
        day_text: how a day reads, such as «J+11».

    Signals:
        chosen (int): the number of the step now chosen.
    """

    chosen = Signal(int)

    def __init__(
        self, theme: Theme, day_text: Callable[[int], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._day_text = day_text
        self._stops: Sequence[Stop] = ()
        self._place = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Steps of the plan along the days"))
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Room for seven steps."""
        return QSize(640, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Narrow windows still show the order."""
        return QSize(320, _HEIGHT)

    def show_stops(self, stops: Sequence[Stop], chosen: int | None = None) -> None:
        """Show these steps in order of time."""
        self._stops = stops
        numbers = [stop.number for stop in stops]
        self._place = numbers.index(chosen) if chosen in numbers else 0
        self._describe()
        self.update()

    def chosen_number(self) -> int | None:
        """The number of the chosen step."""
        return self._stops[self._place].number if self._stops else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from step to step."""
        last = len(self._stops) - 1
        places = {
            Qt.Key.Key_Left: max(0, self._place - 1),
            Qt.Key.Key_Right: min(last, self._place + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        place = places.get(Qt.Key(event.key()))
        if place is None or not self._stops:
            super().keyPressEvent(event)
            return
        self._choose(place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses the nearest step."""
        if self._stops:
            centres = self._centres()
            x = event.position().x()
            nearest = min(range(len(centres)), key=lambda place: abs(centres[place] - x))
            self._choose(nearest)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The chosen step shows that keys go here."""
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line, the due date and the steps."""
        if not self._stops:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self.palette().text().color()
        muted = QColor(self._theme.colours.muted)
        painter.setPen(QPen(muted, 2))
        painter.drawLine(QPointF(_SIDE / 2, _LINE), QPointF(self.width() - _SIDE / 2, _LINE))
        self._draw_due_date(painter, muted)
        for place, centre in enumerate(self._centres()):
            self._draw_stop(painter, place, centre, ink)
        painter.end()

    def _draw_due_date(self, painter: QPainter, muted: QColor) -> None:
        """A dashed line where the invoice falls due."""
        x = self._due_x()
        painter.setPen(QPen(muted, 1.4, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, 18), QPointF(x, _HEIGHT - 4))
        text = self.tr("Due date")
        painter.setPen(muted)
        width = QFontMetrics(self.font()).horizontalAdvance(text)
        painter.drawText(QPointF(max(2.0, x - width / 2), 13), text)

    def _draw_stop(self, painter: QPainter, place: int, centre: float, ink: QColor) -> None:
        stop = self._stops[place]
        accent = QColor(self._theme.colours.accent)
        is_chosen = place == self._place
        ring = QPointF(centre, _LINE)
        if is_chosen:
            style = Qt.PenStyle.SolidLine if self.hasFocus() else Qt.PenStyle.DotLine
            painter.setPen(QPen(accent, 2, style))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(ring, _RADIUS + 5, _RADIUS + 5)
        painter.setPen(QPen(accent, 2))
        painter.setBrush(accent if stop.is_free else self.palette().base())
        painter.drawEllipse(ring, _RADIUS, _RADIUS)
        painter.setPen(QColor(self._theme.colours.on_accent) if stop.is_free else accent)
        circle = QRectF(centre - _RADIUS, _LINE - _RADIUS, 2 * _RADIUS, 2 * _RADIUS)
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, stop.sign)
        painter.setPen(ink)
        font = self.font()
        font.setBold(is_chosen)
        painter.setFont(font)
        width = self._room()
        above = QRectF(centre - width / 2, _LINE - _RADIUS - 30, width, 20)
        painter.drawText(above, Qt.AlignmentFlag.AlignCenter, self._day_text(stop.offset_days))
        below = QRectF(centre - width / 2, _LINE + _RADIUS + _LABEL_GAP, width, 50)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(below, int(flags) | int(Qt.TextFlag.TextWordWrap), stop.title)
        painter.setFont(self.font())

    def _room(self) -> float:
        """How wide a label may be: labels never run into each other."""
        return (self.width() - 2 * _SIDE) / max(1, len(self._stops) - 1) - 6

    def _centres(self) -> list[float]:
        """Even distances: days that lie close together stay readable."""
        count = len(self._stops)
        if count == 1:
            return [self.width() / 2]
        step = (self.width() - 2 * _SIDE) / (count - 1)
        return [_SIDE + place * step for place in range(count)]

    def _due_x(self) -> float:
        """Between the last step before the due date and the first after it."""
        centres = self._centres()
        before = sum(stop.offset_days <= 0 for stop in self._stops)
        if before == 0:
            return _SIDE / 4
        if before == len(self._stops):
            return self.width() - _SIDE / 4
        return (centres[before - 1] + centres[before]) / 2

    def _choose(self, place: int) -> None:
        if place == self._place:
            return
        self._place = place
        self._describe()
        self.update()
        self.chosen.emit(self._stops[place].number)

    def _describe(self) -> None:
        if self._stops:
            stop = self._stops[self._place]
            self.setAccessibleDescription(f"{self._day_text(stop.offset_days)}: {stop.title}")
