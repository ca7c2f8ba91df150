"""Small charts of a year by months: bars with a hatched part, and lines."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from otc_desktop.ui.kernel.theme import Theme, tabular

_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 10, 8, 20
_STEPS = (1, 2, 5, 10)
_MOST_LINES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """One column: its short label, its value, the part of it that is hatched, its tooltip.

    A value of None leaves a gap: nothing is known for that month.
    """

    label: str
    value: Decimal | None
    part: Decimal | None = None
    tip: str = ""


class MonthChart(QWidget):
    """Values by month, as bars or as a line with dots.

    Args:
        theme: gives the colours.
        axis_text: how a value of the axis reads.
        as_line: a line instead of bars.
    """

    def __init__(
        self,
        theme: Theme,
        axis_text: Callable[[Decimal], str],
        *,
        as_line: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._axis_text = axis_text
        self._as_line = as_line
        self._months: Sequence[Month] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFont(tabular(self.font()))
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Wide enough for thirteen months."""
        return QSize(420, 120)

    def minimumSizeHint(self) -> QSize:
        """Narrow panels still show the shape."""
        return QSize(240, 120)

    def show_months(self, months: Sequence[Month]) -> None:
        """Show these months, oldest first."""
        self._months = months
        self.setAccessibleDescription("; ".join(month.tip for month in months if month.tip))
        self.update()

    def months(self) -> Sequence[Month]:
        """What is on show."""
        return self._months

    def event(self, event: QEvent) -> bool:
        """A month's figures as a tooltip."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._month_at(event.pos().x())
            if place is not None and self._months[place].tip:
                QToolTip.showText(event.globalPos(), self._months[place].tip, self)
                return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw axis, lines of the grid, and the months."""
        known = [month.value for month in self._months if month.value is not None]
        if not known:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = _step(max(known), min(known))
        top = _ceiling(max(*known, Decimal(0)), step)
        bottom = -_ceiling(-min(*known, Decimal(0)), step)
        if top == bottom:
            top += step
        self._draw_grid(painter, bottom, top, step)
        self._draw_labels(painter)
        if self._as_line:
            self._draw_line(painter, bottom, top)
        else:
            self._draw_bars(painter, bottom, top)
        painter.end()

    def _area(self) -> QRectF:
        return QRectF(_LEFT, _TOP, self.width() - _LEFT - _RIGHT, self.height() - _TOP - _BOTTOM)

    def _y(self, value: Decimal, bottom: Decimal, top: Decimal) -> int:
        """The height of a value on screen."""
        area = self._area()
        return round(area.bottom() - area.height() * float((value - bottom) / (top - bottom)))

    def _draw_grid(self, painter: QPainter, bottom: Decimal, top: Decimal, step: Decimal) -> None:
        colours = self._theme.colours
        area = self._area()
        value = bottom
        while value <= top:
            y = self._y(value, bottom, top)
            painter.setPen(QPen(QColor(colours.strong_border if not value else colours.border), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(QColor(colours.muted))
            painter.drawText(
                QRectF(0, y - 9, _LEFT - 6, 18),
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                self._axis_text(value),
            )
            value += step

    def _draw_labels(self, painter: QPainter) -> None:
        painter.setPen(QColor(self._theme.colours.muted))
        width = self._column_width()
        # On a narrow panel every other label, so that none runs into the next.
        every = 1 if width >= painter.fontMetrics().horizontalAdvance("00/00") + 4 else 2
        for place, month in enumerate(self._months):
            if (len(self._months) - 1 - place) % every == 0:
                middle = self._area().left() + (place + 0.5) * width
                painter.drawText(
                    QRectF(middle - 30, self._area().bottom() + 2, 60, _BOTTOM),
                    Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop,
                    month.label,
                )

    def _draw_bars(self, painter: QPainter, bottom: Decimal, top: Decimal) -> None:
        colours = self._theme.colours
        width = self._column_width()
        zero = self._y(Decimal(0), bottom, top)
        for place, month in enumerate(self._months):
            if month.value is None:
                continue
            left = self._area().left() + place * width + width * 0.18
            y = self._y(month.value, bottom, top)
            bar = QRectF(left, min(y, zero), width * 0.64, abs(zero - y))
            painter.fillRect(bar, QColor(colours.accent))
            if month.part:
                height = zero - self._y(month.part, bottom, top)
                part = QRectF(left, zero - height, width * 0.64, height)
                painter.fillRect(part, QColor(colours.surface))
                painter.fillRect(part, QBrush(QColor(colours.bad), Qt.BrushStyle.BDiagPattern))
                painter.setPen(QPen(QColor(colours.bad), 1))
                painter.drawRect(part)

    def _draw_line(self, painter: QPainter, bottom: Decimal, top: Decimal) -> None:
        colours = self._theme.colours
        width = self._column_width()
        before: QPointF | None = None
        for place, month in enumerate(self._months):
            if month.value is None:
                before = None
                continue
            x = self._area().left() + (place + 0.5) * width
            point = QPointF(x, self._y(month.value, bottom, top))
            painter.setPen(QPen(QColor(colours.accent), 2))
            if before is not None:
                painter.drawLine(before, point)
            painter.setBrush(QColor(colours.accent))
            painter.drawEllipse(point, 3, 3)
            before = point

    def _column_width(self) -> float:
        return self._area().width() / max(1, len(self._months))

    def _month_at(self, x: int) -> int | None:
        place = int((x - self._area().left()) // self._column_width())
        return place if 0 <= place < len(self._months) else None


def _step(largest: Decimal, smallest: Decimal) -> Decimal:
    """A round distance between grid lines: 1, 2 or 5 times a power of ten."""
    spread = max(largest, Decimal(0)) - min(smallest, Decimal(0))
    if not spread:
        return Decimal(1)
    rough = spread / _MOST_LINES
    power = Decimal(1).scaleb(rough.adjusted())
    return next(step * power for step in _STEPS if step * power >= rough)


def _ceiling(value: Decimal, step: Decimal) -> Decimal:
    """The next multiple of the step."""
    whole, rest = divmod(value, step)
    return (whole + (1 if rest else 0)) * step
