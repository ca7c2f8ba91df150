"""The top of any document: who sends it, which one it is, the key dates, who receives it."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

from otc_desktop.adapters.documents.layout.boxes import draw_box
from otc_desktop.adapters.documents.layout.pictures import Picture
from otc_desktop.adapters.documents.layout.sheet import LEFT, RIGHT, WIDTH, Sheet
from otc_desktop.adapters.documents.layout.styles import HAIRLINE, Style, Styles
from otc_desktop.adapters.documents.layout.text import wrap
from otc_desktop.adapters.documents.wording import Wording
from otc_desktop.domain.invoicing.invoice import Party
from otc_desktop.domain.shared.company import Address

# The addressee shows in the window of a French DL envelope: from 110 mm of the left edge
# and 50 mm of the top.
_BUYER_LEFT = 300.0
_BUYER_TOP = 134.0
_BUYER_PADDING = 14.0
_FACT_VALUE = LEFT + 106
_FACT_WIDTH = _BUYER_LEFT - 18 - _FACT_VALUE
_FACT_LINES = 8
_ALL_FACT_LINES = 30
_FACT_LINES_AT_WORST = 2
_SELLER_TOP = 34.0
_TITLE_TOP = 30.0
_LOGO_BOX = (168.0, 54.0)
_LOGO_GAP = 6.0
_GRID_COLUMNS = 4
_GRID_PADDING = 6.0
_GRID_CELL = (RIGHT - LEFT) / _GRID_COLUMNS
COLUMN = 252.0
ADDRESSEE_WIDTH = RIGHT - _BUYER_LEFT - 2 * _BUYER_PADDING

StyledLine = tuple[str, Style]
Fact = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The first page's heading, laid out; `bottom` is where the table may begin."""

    styles: Styles
    seller: tuple[StyledLine, ...]
    document: tuple[StyledLine, ...]
    facts: tuple[Fact, ...]
    buyer: tuple[StyledLine, ...]
    logo: Picture | None = None

    @property
    def _seller_bottom(self) -> float:
        return _SELLER_TOP + self._logo_height + _height(self.seller)

    @property
    def _logo_height(self) -> float:
        return 0.0 if self.logo is None else self.logo.fitting(*_LOGO_BOX)[1] + _LOGO_GAP

    @property
    def _buyer_top(self) -> float:
        """Whatever the seller's lines need, the addressee stays in the envelope's window."""
        return max(_BUYER_TOP, _TITLE_TOP + _height(self.document) + 14)

    @property
    def _buyer_bottom(self) -> float:
        return self._buyer_top + _height(self.buyer) + 2 * _BUYER_PADDING

    @property
    def _facts_top(self) -> float:
        if self.styles.shape.facts_in_grid:
            return max(self._seller_bottom, self._buyer_bottom) + 12
        return max(self._seller_bottom + 14, self._buyer_top)

    @property
    def bottom(self) -> float:
        """Where the heading ends, in points from the top."""
        if self.styles.shape.facts_in_grid:
            return self._facts_top + sum(map(self._row_height, self._grid())) + 14
        facts = sum(self._fact_height(values) for _label, values in self.facts)
        return max(self._facts_top + facts + _BUYER_PADDING, self._buyer_bottom) + 20

    def draw(self, sheet: Sheet) -> None:
        """Draw it on the first page."""
        draw_bar(sheet, self.styles)
        y = _SELLER_TOP
        if self.logo is not None:
            width, height = self.logo.fitting(*_LOGO_BOX)
            sheet.picture(self.logo, x=LEFT, y=y, width=width, height=height)
            y += height + _LOGO_GAP
        for text, style in self.seller:
            y += style.leading
            sheet.write(text, style, x=LEFT, y=y)
        y = _TITLE_TOP
        for text, style in self.document:
            y += style.leading
            sheet.write_right(text, style, x=RIGHT, y=y)
        self._draw_buyer(sheet)
        if self.styles.shape.facts_in_grid:
            self._draw_grid(sheet)
        else:
            self._draw_facts(sheet)

    def _draw_buyer(self, sheet: Sheet) -> None:
        draw_box(
            sheet,
            self.styles,
            x=_BUYER_LEFT,
            y=self._buyer_top,
            width=RIGHT - _BUYER_LEFT,
            height=self._buyer_bottom - self._buyer_top,
        )
        y = self._buyer_top + _BUYER_PADDING - 3
        for text, style in self.buyer:
            y += style.leading
            sheet.write(text, style, x=_BUYER_LEFT + _BUYER_PADDING, y=y)

    def _draw_facts(self, sheet: Sheet) -> None:
        y = self._facts_top + _BUYER_PADDING
        for label, values in self.facts:
            sheet.write(label, self.styles.caption, x=LEFT, y=y + 9)
            sheet.write_lines(values, self.styles.strong, x=_FACT_VALUE, y=y + 9)
            y += self._fact_height(values)

    def _fact_height(self, values: tuple[str, ...]) -> float:
        return 3.5 + len(values) * self.styles.strong.leading

    def _grid(self) -> list[tuple[Fact, ...]]:
        """The facts in rows of equal cells."""
        if not self.facts:
            return []
        rows = ceil(len(self.facts) / _GRID_COLUMNS)
        across = ceil(len(self.facts) / rows)
        starts = range(0, len(self.facts), across)
        return [self.facts[start : start + across] for start in starts]

    def _row_height(self, row: tuple[Fact, ...]) -> float:
        tallest = max(len(values) for _label, values in row)
        return 2 * _GRID_PADDING + 9 + tallest * self.styles.strong.leading

    def _draw_grid(self, sheet: Sheet) -> None:
        y = self._facts_top
        for row in self._grid():
            height = self._row_height(row)
            width = (RIGHT - LEFT) / len(row)
            for position, (label, values) in enumerate(row):
                x = LEFT + position * width
                sheet.frame(x=x, y=y, width=width, height=height, colour=self.styles.accent)
                left = x + _GRID_PADDING
                sheet.write(label, self.styles.small, x=left, y=y + _GRID_PADDING + 7)
                sheet.write_lines(values, self.styles.strong, x=left, y=y + _GRID_PADDING + 20)
            y += height


def draw_bar(sheet: Sheet, styles: Styles) -> None:
    """The coloured bar at the top of a page, where the layout has one."""
    if styles.shape.bar:
        sheet.panel(x=0, y=0, width=WIDTH, height=styles.shape.bar, colour=styles.accent)


def draw_continued_heading(sheet: Sheet, seller: str, title: str, styles: Styles) -> None:
    """The short heading of every further page."""
    draw_bar(sheet, styles)
    sheet.write_lines(wrap(seller, styles.small, COLUMN, most_lines=1), styles.small, x=LEFT, y=42)
    sheet.write_right(title, styles.strong, x=RIGHT, y=42)
    sheet.rule(x=LEFT, to=RIGHT, y=50, colour=HAIRLINE)


def lines_of(text: str, style: Style, width: float, most_lines: int) -> list[StyledLine]:
    """A text wrapped, each line with its style."""
    return [(line, style) for line in wrap(text, style, width, most_lines=most_lines)]


def facts_of(
    values: Iterable[tuple[str, str]], wording: Wording, styles: Styles
) -> tuple[Fact, ...]:
    """Labelled facts, by the key of the label; those without a value are left out."""
    grid = styles.shape.facts_in_grid
    width = _GRID_CELL - 2 * _GRID_PADDING if grid else _FACT_WIDTH
    given = [(key, value) for key, value in values if value]

    def facts(most_lines: int) -> tuple[Fact, ...]:
        return tuple(
            (wording.label(key), tuple(wrap(value, styles.strong, width, most_lines=most_lines)))
            for key, value in given
        )

    found = facts(_FACT_LINES)
    if sum(len(lines) for _label, lines in found) > _ALL_FACT_LINES:
        return facts(_FACT_LINES_AT_WORST)
    return found


def address_lines(address: Address, home: str, wording: Wording) -> list[str]:
    """Address lines; the country only where it is not the seller's own."""
    lines = [address.line1, address.line2, f"{address.postal_code} {address.city}".strip()]
    if address.country != home:
        lines.append(wording.formats.country(address.country))
    return [line for line in lines if line.strip()]


def seller_lines(
    seller: Party, buyer: Party, wording: Wording, styles: Styles
) -> tuple[StyledLine, ...]:
    """Who sends the document; a receiver abroad reads the country, too."""
    lines = lines_of(seller.name, styles.seller, COLUMN, 3)
    abroad = buyer.address.country != seller.address.country
    home = "" if abroad else seller.address.country
    contact = [seller.phone, seller.email]
    texts = (*address_lines(seller.address, home, wording), *contact)
    for position, text in enumerate(texts):
        style = styles.after_gap if position == 0 else styles.small
        lines.extend(lines_of(text, style, COLUMN, 2))
    return tuple(lines)


def _height(lines: tuple[StyledLine, ...]) -> float:
    return sum(style.leading for _text, style in lines)
