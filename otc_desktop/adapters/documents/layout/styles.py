"""The few sizes and colours every document uses."""

from dataclasses import dataclass, replace

from reportlab.lib.colors import Color, HexColor

from otc_desktop.adapters.documents.layout.typefaces import Typeface, regular, strong

INK = HexColor("#1B2530")
ACCENT = HexColor("#1D4E79")
QUIET = HexColor("#5A6672")
HAIRLINE = HexColor("#D9DFE5")
PANEL = HexColor("#F3F6F9")
PAPER = HexColor("#FFFFFF")


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
class Styles:
    """Every style of a document, by what it is for."""

    seller: Style
    title: Style
    number: Style
    body: Style
    figure: Style
    strong: Style
    small: Style
    after_gap: Style
    caption: Style
    heading: Style
    total: Style
    mention: Style


def document_styles() -> Styles:
    """The house style."""
    plain, bold = regular(), strong()
    return Styles(
        seller=Style(typeface=bold, size=15, leading=18, colour=ACCENT),
        title=Style(typeface=bold, size=25, leading=29, colour=ACCENT),
        number=Style(typeface=bold, size=12, leading=15, colour=INK),
        body=Style(typeface=plain, size=9.5, leading=12.5, colour=INK),
        figure=Style(typeface=plain, size=9.5, leading=12.5, colour=INK),
        strong=Style(typeface=bold, size=9.5, leading=12.5, colour=INK),
        small=Style(typeface=plain, size=8.5, leading=11.5, colour=QUIET),
        after_gap=Style(typeface=plain, size=8.5, leading=16, colour=QUIET),
        caption=Style(typeface=plain, size=8.5, leading=15.5, colour=QUIET),
        heading=Style(typeface=bold, size=8.5, leading=11, colour=ACCENT),
        total=Style(typeface=bold, size=13, leading=16, colour=PAPER),
        mention=Style(typeface=plain, size=7.5, leading=10, colour=QUIET),
    )
