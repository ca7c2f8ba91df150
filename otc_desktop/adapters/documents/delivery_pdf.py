"""The PDF of a delivery note: what was ordered, what left, what is to come; no prices."""

from dataclasses import dataclass, replace

from otc_desktop.adapters.documents.heading import (
    ADDRESSEE_WIDTH,
    COLUMN,
    Heading,
    StyledLine,
    facts_of,
    lines_of,
    seller_lines,
)
from otc_desktop.adapters.documents.invoice_foot import text_line
from otc_desktop.adapters.documents.layout.boxes import draw_box, draw_table_head
from otc_desktop.adapters.documents.layout.flow import Block, Row, TableFrame, space
from otc_desktop.adapters.documents.layout.pictures import Picture, picture_of
from otc_desktop.adapters.documents.layout.sheet import LEFT, RIGHT, Sheet
from otc_desktop.adapters.documents.layout.styles import (
    HAIRLINE,
    Style,
    Styles,
    document_styles,
)
from otc_desktop.adapters.documents.layout.text import wrap
from otc_desktop.adapters.documents.paper import Content, Paper, print_paper
from otc_desktop.adapters.documents.wording import Wording
from otc_desktop.domain.invoicing.invoice import Party, seller_of
from otc_desktop.domain.sales.delivery import DeliveryStatus
from otc_desktop.domain.sales.delivery_note import DeliveryNote, DeliveryNoteLine
from otc_desktop.domain.shared.paper_look import PaperLook

# Right edges of the three figures; the unit stands before them.
_REMAINING = RIGHT
_DELIVERED = RIGHT - 72.0
_ORDERED = RIGHT - 148.0
_UNIT = RIGHT - 268.0
_DESCRIPTION_WIDTH = _UNIT - LEFT - 36
_PADDING = 13.0
_GAP = 14.0
_HALF = (RIGHT - LEFT - _GAP) / 2
_SIGNATURE = 96.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cells:
    unit: str
    ordered: str
    delivered: str
    remaining: str


def render_delivery_note(note: DeliveryNote, wording: Wording, look: PaperLook) -> bytes:
    """Draw the note."""
    styles = document_styles(look.template, look.colour)
    logo = None if look.logo is None else picture_of(look.logo)
    seller = seller_of(note.seller)
    title = wording.label("delivery_note")
    return print_paper(
        Paper(
            title=title,
            number=note.delivery.number,
            issued_on=note.delivery.delivered_on,
            seller=seller,
            buyer_name=note.customer.name,
            footer=look.footer,
        ),
        Content(
            heading=_heading(note, title, wording, styles, logo),
            rows=[
                Row(_line(each, wording, styles, show_code=look.show_code), "")
                for each in note.lines
            ],
            frame=_frame(wording, styles),
            closing=space(8),
            tail=[*_remarks(note, wording, styles), space(14), _receipt(wording, styles)],
        ),
        wording,
        styles,
    )


def _heading(
    note: DeliveryNote, title: str, wording: Wording, styles: Styles, logo: Picture | None
) -> Heading:
    seller = seller_of(note.seller)
    delivery, order = note.delivery, note.order
    buyer = Party(name=note.customer.name, address=note.customer.address)
    number = wording.label("number", number=delivery.number)
    document: list[StyledLine] = [
        *lines_of(title, styles.title, COLUMN - 10, 3),
        *lines_of(number, replace(styles.number, leading=21), COLUMN - 20, 2),
    ]
    if delivery.status is DeliveryStatus.CANCELLED and delivery.cancelled_on is not None:
        day = wording.formats.date(delivery.cancelled_on)
        document.append((wording.label("cancelled_on", date=day), styles.strong))
    facts = (
        ("delivered_on", wording.formats.date(delivery.delivered_on)),
        ("our_order", order.number),
        ("purchase_order", order.purchase_order),
        ("customer_code", note.customer.code),
        ("carrier", delivery.carrier),
        ("tracking", delivery.tracking),
    )
    return Heading(
        styles=styles,
        seller=seller_lines(seller, buyer, wording, styles),
        document=tuple(document),
        facts=facts_of(facts, wording, styles),
        buyer=tuple(_addressee(note, wording, styles)),
        logo=logo,
    )


def _addressee(note: DeliveryNote, wording: Wording, styles: Styles) -> list[StyledLine]:
    lines: list[StyledLine] = [(wording.label("delivered_to"), styles.heading)]
    shown = (note.delivery.ship_to or note.customer.name).splitlines()
    for position, text in enumerate(shown):
        style = styles.body if position else replace(styles.strong, leading=16)
        lines.extend(lines_of(text, style, ADDRESSEE_WIDTH, 3))
    return lines


def _frame(wording: Wording, styles: Styles) -> TableFrame:
    heads = _Cells(
        unit=wording.label("unit"),
        ordered=wording.label("ordered"),
        delivered=wording.label("delivered"),
        remaining=wording.label("remaining"),
    )

    def draw(sheet: Sheet, top: float) -> None:
        draw_table_head(sheet, styles, x=LEFT, to=RIGHT, top=top)
        head, inset = styles.table_head, styles.shape.inset
        sheet.write(wording.label("description"), head, x=LEFT + inset, y=top + 14)
        _draw_cells(sheet, heads, head, head, inset=inset, y=top + 14)

    # No amount is carried over: the goods are listed, not summed.
    nothing = space(0)
    return TableFrame(
        header=Block(26, draw),
        carried_over=lambda _running: nothing,
        brought_forward=lambda _running: nothing,
        carry_height=0,
    )


def _line(line: DeliveryNoteLine, wording: Wording, styles: Styles, *, show_code: bool) -> Block:
    texts: list[tuple[str, Style]] = [
        (each, styles.body)
        for each in wrap(line.description, styles.body, _DESCRIPTION_WIDTH, most_lines=8)
    ]
    if line.code and show_code:
        reference = wording.label("reference", code=line.code)
        texts.extend(
            (each, styles.small)
            for each in wrap(reference, styles.small, _DESCRIPTION_WIDTH, most_lines=2)
        )
    quantity = wording.formats.quantity
    cells = _Cells(
        unit=wording.unit(line.unit),
        ordered=quantity(line.ordered),
        delivered=quantity(line.delivered) if line.delivered else "–",
        remaining=quantity(line.remaining) if line.remaining else "–",
    )
    inset = styles.shape.inset
    height = 11 + sum(style.leading for _, style in texts)

    def draw(sheet: Sheet, top: float) -> None:
        y = top + 5
        for position, (text, style) in enumerate(texts):
            y += style.leading
            sheet.write(text, style, x=LEFT + inset, y=y - 3)
            if position == 0:
                _draw_cells(sheet, cells, styles.figure, styles.strong, inset=inset, y=y - 3)
        sheet.rule(x=LEFT, to=RIGHT, y=top + height, colour=HAIRLINE, thickness=0.5)

    return Block(height, draw)


def _draw_cells(
    sheet: Sheet, cells: _Cells, style: Style, delivered: Style, *, inset: float, y: float
) -> None:
    sheet.write(cells.unit, style, x=_UNIT - inset, y=y)
    sheet.write_right(cells.ordered, style, x=_ORDERED - inset, y=y)
    sheet.write_right(cells.delivered, delivered, x=_DELIVERED - inset, y=y)
    sheet.write_right(cells.remaining, style, x=_REMAINING - inset, y=y)


def _remarks(note: DeliveryNote, wording: Wording, styles: Styles) -> list[Block]:
    texts = [note.delivery.note]
    if any(line.remaining for line in note.lines):
        texts.append(wording.label("rest_follows"))
    blocks: list[Block] = []
    for text in texts:
        if text:
            blocks.append(space(10))
            wrapped = wrap(text, styles.body, RIGHT - LEFT)
            blocks.extend(text_line(line, styles.body) for line in wrapped)
    return blocks


def _receipt(wording: Wording, styles: Styles) -> Block:
    """Where the receiver notes reservations, and signs."""
    texts = wrap(wording.label("reservations_how"), styles.small, _HALF - 2 * _PADDING)
    height = 2 * _PADDING + 16 + _SIGNATURE

    def draw(sheet: Sheet, top: float) -> None:
        right = LEFT + _HALF + _GAP
        for x in (LEFT, right):
            draw_box(sheet, styles, x=x, y=top, width=_HALF, height=height)
        y = top + _PADDING + 7
        sheet.write(wording.label("reservations"), styles.heading, x=LEFT + _PADDING, y=y)
        sheet.write_lines(texts, styles.small, x=LEFT + _PADDING, y=y + 16)
        sheet.write(wording.label("received_by"), styles.heading, x=right + _PADDING, y=y)
        for position, key in enumerate(("receiver_name", "received_date", "receiver_signature")):
            below = y + 26 + position * 27
            sheet.write(wording.label(key), styles.small, x=right + _PADDING, y=below)
            sheet.rule(x=right + _PADDING + 62, to=RIGHT - _PADDING, y=below + 2, colour=HAIRLINE)

    return Block(height, draw)
