"""The top of any document: who sends it, which one it is, the key dates, who receives it."""

from collections.abc import Iterable
from dataclasses import dataclass

from otc_desktop.adapters.documents.layout.sheet import LEFT, RIGHT, WIDTH, Sheet
from otc_desktop.adapters.documents.layout.styles import ACCENT, HAIRLINE, PANEL, Style, Styles
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

    @property
    def _middle(self) -> float:
        """Where the buyer and the key dates begin."""
        tallest = max(_height(self.seller), _height(self.document))
        return max(_BUYER_TOP, 34 + tallest + 14)

    @property
    def bottom(self) -> float:
        """Where the heading ends, in points from the top."""
        facts = sum(self._fact_height(values) for _label, values in self.facts)
        buyer = _height(self.buyer) + 2 * _BUYER_PADDING
        return self._middle + max(facts + _BUYER_PADDING, buyer) + 20

    def _fact_height(self, values: tuple[str, ...]) -> float:
        return 3.5 + len(values) * self.styles.strong.leading

    def draw(self, sheet: Sheet) -> None:
        """Draw it on the first page."""
        sheet.panel(x=0, y=0, width=WIDTH, height=6, colour=ACCENT)
        y = 34.0
        for text, style in self.seller:
            y += style.leading
            sheet.write(text, style, x=LEFT, y=y)
        y = 30.0
        for text, style in self.document:
            y += style.leading
            sheet.write_right(text, style, x=RIGHT, y=y)
        y = self._middle + _BUYER_PADDING
        for label, values in self.facts:
            sheet.write(label, self.styles.caption, x=LEFT, y=y + 9)
            sheet.write_lines(values, self.styles.strong, x=_FACT_VALUE, y=y + 9)
            y += self._fact_height(values)
        self._draw_buyer(sheet)

    def _draw_buyer(self, sheet: Sheet) -> None:
        height = _height(self.buyer) + 2 * _BUYER_PADDING
        width = RIGHT - _BUYER_LEFT
        top = self._middle
        sheet.panel(x=_BUYER_LEFT, y=top, width=width, height=height, colour=PANEL, radius=4)
        y = top + _BUYER_PADDING - 3
        for text, style in self.buyer:
            y += style.leading
            sheet.write(text, style, x=_BUYER_LEFT + _BUYER_PADDING, y=y)


def draw_continued_heading(sheet: Sheet, seller: str, title: str, styles: Styles) -> None:
    """The short heading of every further page."""
    sheet.panel(x=0, y=0, width=WIDTH, height=6, colour=ACCENT)
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
    return tuple(
        (wording.label(key), tuple(wrap(value, styles.strong, _FACT_WIDTH, most_lines=3)))
        for key, value in values
        if value
    )


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
