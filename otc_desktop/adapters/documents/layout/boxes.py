"""Boxes around text, as each layout draws them."""

from otc_desktop.adapters.documents.layout.sheet import Sheet
from otc_desktop.adapters.documents.layout.styles import Styles, Surface

_MARK = 2.0


def draw_box(
    sheet: Sheet, styles: Styles, *, x: float, y: float, width: float, height: float
) -> None:
    """The ground of a box of text: tinted, framed, or a coloured stroke at its left."""
    shape = styles.shape
    if shape.panel is Surface.FILLED:
        sheet.panel(x=x, y=y, width=width, height=height, colour=styles.panel, radius=shape.radius)
    elif shape.panel is Surface.FRAMED:
        sheet.frame(x=x, y=y, width=width, height=height, colour=styles.accent)
    else:
        sheet.panel(x=x, y=y, width=_MARK, height=height, colour=styles.accent)


def draw_table_head(sheet: Sheet, styles: Styles, *, x: float, to: float, top: float) -> None:
    """The ground of a table's heading, 21 points high."""
    if styles.shape.head is Surface.BARE:
        sheet.rule(x=x, to=to, y=top + 21, colour=styles.accent, thickness=1.2)
        return
    filled = styles.shape.head is Surface.FILLED
    colour = styles.accent if filled else styles.tint
    sheet.panel(x=x, y=top, width=to - x, height=21, colour=colour, radius=styles.shape.radius / 2)
    if not filled:
        sheet.frame(x=x, y=top, width=to - x, height=21, colour=styles.accent)


def draw_total_box(
    sheet: Sheet, styles: Styles, *, x: float, y: float, width: float, height: float
) -> None:
    """The ground of the one figure everybody looks for."""
    surface = styles.shape.total
    if surface is Surface.FILLED:
        sheet.panel(x=x, y=y, width=width, height=height, colour=styles.accent, radius=3)
    elif surface is Surface.FRAMED:
        sheet.panel(x=x, y=y, width=width, height=height, colour=styles.tint)
        sheet.frame(x=x, y=y, width=width, height=height, colour=styles.accent, thickness=1)
    else:
        for place in (y, y + height):
            sheet.rule(x=x, to=x + width, y=place, colour=styles.accent, thickness=1.2)
