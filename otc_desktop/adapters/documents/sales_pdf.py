"""The PDF of a quote, with room for the customer's agreement, or of an order's confirmation."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from otc_desktop.adapters.documents.heading import (
    COLUMN,
    Heading,
    facts_of,
    lines_of,
    seller_lines,
)
from otc_desktop.adapters.documents.invoice_foot import text_line
from otc_desktop.adapters.documents.invoice_heading import buyer_lines
from otc_desktop.adapters.documents.invoice_lines import LineTable
from otc_desktop.adapters.documents.invoice_totals import (
    closing_totals,
    further_vat_groups,
    total_of,
)
from otc_desktop.adapters.documents.layout.boxes import draw_box
from otc_desktop.adapters.documents.layout.flow import Block, space
from otc_desktop.adapters.documents.layout.pictures import Picture, picture_of
from otc_desktop.adapters.documents.layout.sheet import LEFT, RIGHT, Sheet
from otc_desktop.adapters.documents.layout.styles import HAIRLINE, Styles, document_styles
from otc_desktop.adapters.documents.layout.text import wrap
from otc_desktop.adapters.documents.paper import Content, Paper, print_paper
from otc_desktop.adapters.documents.wording import Wording
from otc_desktop.application.kernel.sales_paper import PaperKind, SalesPaper
from otc_desktop.domain.shared.paper_look import PaperLook

_PADDING = 13.0
_GAP = 14.0
_HALF = (RIGHT - LEFT - _GAP) / 2
_SIGNATURE = 74.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Half:
    """One half of the conditions: a heading over lines of text, and room to write."""

    heading: str
    lines: tuple[str, ...]
    styles: Styles
    room: float = 0.0

    @property
    def height(self) -> float:
        return 2 * _PADDING + 12 + len(self.lines) * self.styles.body.leading + self.room

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        y = top + _PADDING + 7
        sheet.write(self.heading, self.styles.heading, x=x + _PADDING, y=y)
        sheet.write_lines(self.lines, self.styles.body, x=x + _PADDING, y=y + 16)


def _half(heading: str, texts: Sequence[str], styles: Styles, *, room: float = 0.0) -> _Half:
    width = _HALF - 2 * _PADDING
    lines = [line for text in texts for line in wrap(text, styles.body, width, most_lines=6)]
    return _Half(heading=heading, lines=tuple(lines), styles=styles, room=room)


def render_sales_paper(paper: SalesPaper, wording: Wording, look: PaperLook) -> bytes:
    """Draw the document. Figures are those of `paper.totals`."""
    styles = document_styles(look.template, look.colour)
    logo = None if look.logo is None else picture_of(look.logo)
    table = LineTable(paper, wording, styles, look=look)
    pro_forma = paper.kind is PaperKind.PRO_FORMA
    title = wording.label(paper.kind.value)
    return print_paper(
        Paper(
            title=title,
            number=paper.number,
            issued_on=paper.issued_on,
            seller=paper.seller,
            buyer_name=paper.buyer.name,
            footer=look.footer,
            watermark=wording.label("pro_forma_mark") if pro_forma else "",
        ),
        Content(
            heading=_heading(paper, title, wording, styles, logo),
            rows=table.rows(),
            frame=table.frame(),
            closing=closing_totals(
                paper, wording, styles, last=total_of(paper, "total_incl_tax_due")
            ),
            tail=[
                *further_vat_groups(paper, wording, styles),
                *_note(paper, styles),
                space(16),
                _conditions(paper, wording, styles),
            ],
            mentions=paper.mentions,
        ),
        wording,
        styles,
    )


def _heading(
    paper: SalesPaper, title: str, wording: Wording, styles: Styles, logo: Picture | None
) -> Heading:
    number = wording.label("number", number=paper.number)

    def day(value: date | None) -> str:
        return "" if value is None else wording.formats.date(value)

    facts = [
        ("dated", day(paper.issued_on)),
        ("valid_until", day(paper.valid_until)),
        ("purchase_order", paper.reference),
        ("our_quote", paper.quote_number),
        ("wished_on", day(paper.wished_on)),
        ("promised_on", day(paper.promised_on)),
        ("customer_code", paper.buyer.code),
    ]
    return Heading(
        styles=styles,
        seller=seller_lines(paper.seller, paper.buyer, wording, styles),
        document=(
            *lines_of(title, styles.title, COLUMN - 10, 3),
            *lines_of(number, replace(styles.number, leading=21), COLUMN - 20, 2),
        ),
        facts=facts_of(facts, wording, styles),
        buyer=buyer_lines(
            paper.buyer,
            label=wording.label("addressed_to"),
            home=paper.seller.address.country,
            wording=wording,
            styles=styles,
        ),
        logo=logo,
    )


def _note(paper: SalesPaper, styles: Styles) -> list[Block]:
    if not paper.note:
        return []
    lines = wrap(paper.note, styles.body, RIGHT - LEFT)
    return [space(12), *(text_line(line, styles.body) for line in lines)]


def _conditions(paper: SalesPaper, wording: Wording, styles: Styles) -> Block:
    """Terms and place of delivery at the left; at the right the agreement, or what to check."""
    is_quote = paper.kind is PaperKind.QUOTE
    if is_quote:
        valid = wording.formats.date(paper.valid_until or paper.issued_on)
        heading, text = "agreement", wording.label("agreement_how", date=valid)
    elif paper.kind is PaperKind.PRO_FORMA:
        # What it is not stands beside the total, not only at the foot.
        heading, text = "pro_forma", "".join(paper.mentions[:1])
    else:
        heading, text = "please_check", wording.label("please_check_what")
    left = _half(wording.label("conditions"), _terms(paper, wording), styles)
    right = _half(wording.label(heading), [text], styles, room=_SIGNATURE if is_quote else 0.0)
    height = max(left.height, right.height)

    def draw(sheet: Sheet, top: float) -> None:
        for x in (LEFT, LEFT + _HALF + _GAP):
            draw_box(sheet, styles, x=x, y=top, width=_HALF, height=height)
        left.draw(sheet, LEFT, top)
        right.draw(sheet, LEFT + _HALF + _GAP, top)
        if is_quote:
            y = top + height - 16
            x = LEFT + _HALF + _GAP + _PADDING
            sheet.rule(x=x, to=RIGHT - _PADDING, y=y, colour=HAIRLINE)
            sheet.write(wording.label("signature"), styles.small, x=x, y=y + 10)

    return Block(height, draw)


def _terms(paper: SalesPaper, wording: Wording) -> list[str]:
    terms = wording.payment_terms(paper.payment_terms) if paper.payment_terms else ""
    texts = [wording.label("terms", terms=terms)] if terms else []
    if paper.ship_to:
        texts.append(wording.label("ship_to"))
        texts.extend(paper.ship_to.splitlines())
    return texts
