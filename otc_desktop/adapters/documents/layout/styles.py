"""The few sizes, colours and shapes a document is drawn with, by layout and main colour."""

from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import lru_cache

from reportlab.lib.colors import Color, HexColor

from otc_desktop.adapters.documents.layout.typefaces import Typeface, regular, strong
from otc_desktop.domain.shared.paper_look import PaperTemplate

INK = HexColor("#1B2530")
QUIET = HexColor("#5A6672")
HAIRLINE = HexColor("#D9DFE5")
PAPER = HexColor("#FFFFFF")
_NEUTRAL_PANEL = HexColor("#F4F6F8")
# WCAG 2.1: text needs this contrast to its ground.
_READABLE = 4.5


class Surface(Enum):
    """How a box, a table's head or a total stands out."""

    FILLED = auto()
    FRAMED = auto()
    BARE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a piece of text looks; `size` and `leading` in points."""

    typeface: Typeface
    size: float
    leading: float
    colour: Color

    def width(self, text: str) -> float:
        """Width in points of printable text."""
        return self.typeface.width(text, self.size)

    def sized(self, size: float) -> "Style":
        """The same look at another size, leading in proportion."""
        return replace(self, size=size, leading=self.leading * size / self.size)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What tells the layouts apart.

    `bar` is the height of the coloured bar at the top, `facts_in_grid` whether the key dates
    stand in rows of cells above the table, `radius` that of corners, `inset` how far a table's
    text stands inside its heading.
    """

    bar: float
    panel: Surface
    head: Surface
    total: Surface
    radius: float
    inset: float
    facts_in_grid: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Styles:
    """Every style of a document, by what it is for."""

    shape: Shape
    accent: Color
    panel: Color
    tint: Color
    seller: Style
    title: Style
    number: Style
    body: Style
    figure: Style
    strong: Style
    prominent: Style
    small: Style
    after_gap: Style
    caption: Style
    heading: Style
    table_head: Style
    total: Style
    mention: Style


_SHAPES = {
    PaperTemplate.MODERN: Shape(
        bar=6,
        panel=Surface.FILLED,
        head=Surface.FILLED,
        total=Surface.FILLED,
        radius=4,
        inset=12,
        facts_in_grid=False,
    ),
    PaperTemplate.CLASSIC: Shape(
        bar=0,
        panel=Surface.FRAMED,
        head=Surface.FRAMED,
        total=Surface.FRAMED,
        radius=0,
        inset=12,
        facts_in_grid=True,
    ),
    PaperTemplate.PLAIN: Shape(
        bar=0,
        panel=Surface.BARE,
        head=Surface.BARE,
        total=Surface.BARE,
        radius=0,
        inset=0,
        facts_in_grid=False,
    ),
}


@lru_cache(maxsize=32)
def document_styles(template: PaperTemplate, colour: str) -> Styles:
    """The styles of a layout in a company's colour.

    Text never takes a colour too pale to read: it is darkened until it is, and text on the
    colour is white or ink, whichever reads better.
    """
    main = HexColor(colour)
    accent = _readable(main)
    shape = _SHAPES[template]
    plain, bold = regular(), strong()
    on_main = PAPER if contrast(main, PAPER) >= contrast(main, INK) else INK
    head = on_main if shape.head is Surface.FILLED else accent
    total = on_main if shape.total is Surface.FILLED else accent
    title_size = 25.0 if template is PaperTemplate.MODERN else 21.0
    return Styles(
        shape=shape,
        accent=main,
        panel=_NEUTRAL_PANEL,
        tint=_mixed(main, PAPER, 0.10),
        seller=Style(typeface=bold, size=15, leading=18, colour=accent),
        title=Style(typeface=bold, size=title_size, leading=title_size + 4, colour=accent),
        number=Style(typeface=bold, size=12, leading=15, colour=INK),
        body=Style(typeface=plain, size=9.5, leading=12.5, colour=INK),
        figure=Style(typeface=plain, size=9.5, leading=12.5, colour=INK),
        strong=Style(typeface=bold, size=9.5, leading=12.5, colour=INK),
        prominent=Style(typeface=bold, size=11.5, leading=15, colour=INK),
        small=Style(typeface=plain, size=8.5, leading=11.5, colour=QUIET),
        after_gap=Style(typeface=plain, size=8.5, leading=16, colour=QUIET),
        caption=Style(typeface=plain, size=8.5, leading=15.5, colour=QUIET),
        heading=Style(typeface=bold, size=8.5, leading=11, colour=accent),
        table_head=Style(typeface=bold, size=8.5, leading=11, colour=head),
        total=Style(typeface=bold, size=13, leading=16, colour=total),
        mention=Style(typeface=plain, size=7.5, leading=10, colour=QUIET),
    )


def _readable(colour: Color) -> Color:
    shade, found = 0.0, colour
    while contrast(found, PAPER) < _READABLE:
        shade += 0.05
        found = _mixed(INK, colour, shade)
    return found


def _mixed(first: Color, second: Color, share: float) -> Color:
    return Color(
        *(
            round(one * share + other * (1 - share), 4)
            for one, other in zip(first.rgb(), second.rgb(), strict=True)
        )
    )


def contrast(one: Color, other: Color) -> float:
    """How well one colour stands out on another: 1 not at all, 21 black on white (WCAG 2.1)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.rgb()
    )
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)
