"""A limit and what is used of it, drawn to scale and told in words below."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from otc_desktop.domain.credit.exposure import Exposure
from otc_desktop.domain.shared.money import Money
from otc_desktop.ui.kernel.formats import Formats
from otc_desktop.ui.kernel.theme import Theme
from otc_desktop.ui.kernel.tones import Tone

_HEIGHT = 24
_MARK = 2
_NO_BREAK = "\u00a0"
# A pattern of its own for each part: the colours alone would not tell them apart.
_PATTERNS = (Qt.BrushStyle.SolidPattern, Qt.BrushStyle.Dense4Pattern, Qt.BrushStyle.BDiagPattern)
_SIGNS = ("■", "▩", "▨")


@dataclass(frozen=True, slots=True)
class _Part:
    minor: int
    tone: Tone
    pattern: Qt.BrushStyle


class _Strip(QWidget):
    """The drawing: parts side by side, a frame at the limit, a mark at the insured amount."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: Sequence[_Part] = ()
        self._limit: int | None = None
        self._insured: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_parts(self, parts: Sequence[_Part], limit: int | None, insured: int | None) -> None:
        """Draw these from now on; amounts in minor units."""
        self._parts, self._limit, self._insured = parts, limit, insured
        self.update()

    def sizeHint(self) -> QSize:
        """A flat strip."""
        return QSize(280, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw to scale: the widest of limit, insured amount and exposure fills the strip."""
        painter = QPainter(self)
        colours = self._theme.colours
        used = sum(part.minor for part in self._parts)
        widest = max(used, self._limit or 0, self._insured or 0, 1)
        frame = QRectF(0.5, 0.5, self.width() - 1, self.height() - 1)
        painter.fillRect(frame, QColor(colours.stripe))
        left = 0.0
        for part in self._parts:
            width = frame.width() * part.minor / widest
            painter.fillRect(
                QRectF(left, 0.5, width, frame.height()),
                QBrush(QColor(colours.of(part.tone)), part.pattern),
            )
            left += width
        painter.setPen(QPen(QColor(colours.strong_border)))
        painter.drawRect(frame)
        for minor, style in (
            (self._limit, Qt.PenStyle.SolidLine),
            (self._insured, Qt.PenStyle.DashLine),
        ):
            if minor is not None:
                place = min(frame.width() * minor / widest, frame.width() - _MARK)
                painter.setPen(QPen(QColor(colours.text), _MARK, style))
                painter.drawLine(int(place), 0, int(place), self.height())
        painter.end()


class ExposureBar(QWidget):
    """Open, delivered and ordered against the limit, in a drawing and in words.

    Args:
        theme: the window's.
        formats: the window's.
    """

    def __init__(self, theme: Theme, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self._strip = _Strip(theme, self)
        self._legend = QLabel(self)
        self._legend.setWordWrap(True)
        self._legend.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._strip)
        column.addWidget(self._legend)

    def show_exposure(
        self, exposure: Exposure, *, limit: Money | None, insured: Money | None = None
    ) -> None:
        """Show an exposure; a part below zero is told in words and not drawn."""
        over = limit is not None and exposure.amount > limit
        tones = (Tone.BAD,) * 3 if over else (Tone.INFO, Tone.WARNING, Tone.NEUTRAL)
        amounts = (exposure.open_items, exposure.delivered, exposure.ordered)
        self._strip.show_parts(
            [
                _Part(max(amount.minor, 0), tone, pattern)
                for amount, tone, pattern in zip(amounts, tones, _PATTERNS, strict=True)
            ],
            None if limit is None else limit.minor,
            None if insured is None else insured.minor,
        )
        names = (self.tr("open"), self.tr("delivered, not invoiced"), self.tr("on order"))
        money = self._formats.money
        words = [
            f"{sign} {name} {money(amount)}"
            for sign, name, amount in zip(_SIGNS, names, amounts, strict=True)
        ]
        if limit is not None:
            left = limit - exposure.amount
            words.append(
                self.tr("{sign} exceeded by {amount}").format(
                    sign=Tone.BAD.glyph, amount=money(-left)
                )
                if left.amount < 0
                else self.tr("□ available {amount}").format(amount=money(left))
            )
        if insured is not None:
            words.append(self.tr("┆ insured up to {amount}").format(amount=money(insured)))
        # Each part stays on one line.
        self._legend.setText("    ".join(part.replace(" ", _NO_BREAK) for part in words))
        self.setAccessibleName(self.text())

    def text(self) -> str:
        """All that the bar says, for screen readers and tests."""
        return self._legend.text()
