"""How to pay: when, how much, to which account, and a code that a banking app reads."""

from collections.abc import Sequence

from otc_desktop.adapters.documents.identifiers import grouped_iban
from otc_desktop.adapters.documents.layout.boxes import draw_box
from otc_desktop.adapters.documents.layout.flow import Block
from otc_desktop.adapters.documents.layout.sheet import LEFT, RIGHT, Sheet
from otc_desktop.adapters.documents.layout.styles import INK, PAPER, Style, Styles
from otc_desktop.adapters.documents.layout.text import wrap
from otc_desktop.adapters.documents.payment_code import payment_code, payment_text
from otc_desktop.adapters.documents.wording import Wording
from otc_desktop.domain.invoicing.invoice import Invoice
from otc_desktop.domain.invoicing.net_to_pay import kept_back, net_to_pay

_PADDING = 13.0
# EPC069-12 advises 26 mm at least with its quiet zone; ours is the box around it.
_CODE = 74.0
_CODE_ROOM = _CODE + 22.0
_CODE_PADDING = 9.0
_LABEL = 30.0
_HEAD = 16.0


def payment_block(invoice: Invoice, wording: Wording, styles: Styles) -> Block:
    """The box of an invoice that has something to pay."""
    text = payment_text(invoice)
    code = payment_code(text) if text else ()
    end = RIGHT - _PADDING - (_CODE_ROOM if code else 0)
    middle = LEFT + _PADDING + (end - LEFT - _PADDING) * 0.53
    left = _how(invoice, wording, styles, middle - LEFT - 2 * _PADDING)
    right = _account(invoice, wording, styles, end - middle - _LABEL)
    height = max(sum(style.leading for _line, style in left), len(right) * styles.strong.leading)
    height += 2 * _PADDING + _HEAD - 6
    if code:
        height = max(height, _CODE + 2 * _CODE_PADDING + 10)

    def draw(sheet: Sheet, top: float) -> None:
        draw_box(sheet, styles, x=LEFT, y=top, width=RIGHT - LEFT, height=height)
        y = top + _PADDING + 7
        sheet.write(wording.label("payment"), styles.heading, x=LEFT + _PADDING, y=y)
        below = y + 3.0
        for line, style in left:
            below += style.leading
            sheet.write(line, style, x=LEFT + _PADDING, y=below)
        if right:
            sheet.write(wording.label("bank"), styles.heading, x=middle, y=y)
        for position, (label, value) in enumerate(right):
            baseline = y + _HEAD + position * styles.strong.leading
            sheet.write(label, styles.small, x=middle, y=baseline)
            sheet.write(value, styles.strong, x=middle + _LABEL, y=baseline)
        if code:
            y = top + (height - _CODE - 10) / 2
            _draw_code(sheet, code, y, styles)
            caption = wording.label("scan_to_pay")
            x = RIGHT - _PADDING - _CODE / 2
            sheet.write_centred(caption, styles.mention, x=x, y=y + _CODE + 13)

    return Block(height, draw)


def _how(
    invoice: Invoice, wording: Wording, styles: Styles, width: float
) -> list[tuple[str, Style]]:
    formats = wording.formats
    amount = net_to_pay(invoice)
    day = formats.date(invoice.due_on)
    texts = [(wording.label("pay_by", date=day), styles.prominent)]
    if kept_back(invoice):
        texts.append((wording.label("amount_to_pay", amount=formats.money(amount)), styles.strong))
    if invoice.payment_terms:
        terms = wording.payment_terms(invoice.payment_terms)
        texts.append((wording.label("terms", terms=terms), styles.body))
    texts.append((wording.label("quote_number", number=invoice.number), styles.body))
    return [
        (line, style) for text, style in texts for line in wrap(text, style, width, most_lines=4)
    ]


def _account(
    invoice: Invoice, wording: Wording, styles: Styles, width: float
) -> list[tuple[str, str]]:
    seller = invoice.seller
    found = []
    for label, value in (("iban", grouped_iban(seller.iban)), ("bic", seller.bic)):
        for position, line in enumerate(wrap(value, styles.strong, width, most_lines=3)):
            found.append(("" if position else wording.label(label), line))
    return found


def _draw_code(sheet: Sheet, code: Sequence[bytes], y: float, styles: Styles) -> None:
    x = RIGHT - _PADDING - _CODE
    # White around it: the quiet zone of four modules that readers need.
    margin = _CODE / len(code) * 4
    sheet.panel(
        x=x - margin,
        y=y - margin,
        width=_CODE + 2 * margin,
        height=_CODE + 2 * margin,
        colour=PAPER,
        radius=styles.shape.radius / 2,
    )
    sheet.squares(code, x=x, y=y, size=_CODE, colour=INK)
