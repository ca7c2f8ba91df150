"""How cells are drawn: tabular figures, statuses with a glyph, negative amounts marked."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
from PySide6.QtGui import QBrush, QColor, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from otc_desktop.domain.shared.money import Money
from otc_desktop.ui.kernel.theme import Theme, tabular
from otc_desktop.ui.kernel.tones import StatusMark, Tone
from otc_desktop.ui.tables.columns import Column
from otc_desktop.ui.tables.paged_model import VALUE_ROLE


class CellDelegate(QStyledItemDelegate):
    """Draws every cell of a list by its column's kind."""

    def __init__(self, columns: tuple[Column, ...], theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._columns = columns
        self._theme = theme

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Add figures of one width, glyph and colour to what Qt would draw."""
        super().initStyleOption(option, index)
        if self._columns[index.column()].kind.has_figures:
            option.font = tabular(option.font)
        value = index.data(VALUE_ROLE)
        if isinstance(value, StatusMark):
            option.text = f"{value.tone.glyph} {value.text}"
            self._colour(option, value.tone)
        elif isinstance(value, Money) and value.amount < 0:
            self._colour(option, Tone.BAD)

    def _colour(self, option: QStyleOptionViewItem, tone: Tone) -> None:
        brush = QBrush(QColor(self._theme.colours.of(tone)))
        palette = QPalette(option.palette)
        palette.setBrush(QPalette.ColorRole.Text, brush)
        palette.setBrush(QPalette.ColorRole.HighlightedText, brush)
        option.palette = palette
