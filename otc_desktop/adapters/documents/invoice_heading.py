"""The top of an invoice: who sells, which document, who buys, and the key dates."""

from dataclasses import dataclass, replace

from otc_desktop.adapters.documents.identifiers import grouped_siren
from otc_desktop.adapters.documents.layout.sheet import LEFT, RIGHT, WIDTH, Sheet
from otc_desktop.adapters.documents.layout.styles import ACCENT, HAIRLINE, PANEL, Style, Styles
from otc_desktop.adapters.documents.layout.text import wrap
from otc_desktop.adapters.documents.wording import Wording
from otc_desktop.domain.invoicing.invoice import Invoice, InvoiceKind, Party
from otc_desktop.domain.shared.company import Address

# The buyer's address shows in the window of a French DL envelope: from 110 mm of the
# left edge and 50 mm of the top.
_BUYER_LEFT = 300.0
_BUYER_TOP = 134.0
_BUYER_PADDING = 14.0
_FACT_VALUE = LEFT + 106
_FACT_WIDTH = _BUYER_LEFT - 18 - _FACT_VALUE
_COLUMN = 252.0

_Line = tuple[str, Style]


@dataclass(frozen=True, slots=True)
class InvoiceHeading:
    """The first page's heading, laid out; `bottom` is where the table may begin."""

    invoice: Invoice
    wording: Wording
    styles: Styles
    seller: tuple[_Line, ...]
    document: tuple[_Line, ...]
    facts: tuple[tuple[str, tuple[str, ...]], ...]
    buyer: tuple[_Line, ...]

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


def invoice_heading(invoice: Invoice, wording: Wording, styles: Styles) -> InvoiceHeading:
    """Lay out the heading of an invoice or credit note."""
    return InvoiceHeading(
        invoice=invoice,
        wording=wording,
        styles=styles,
        seller=tuple(_seller(invoice.seller, invoice, wording, styles)),
        document=tuple(_document(invoice, wording, styles)),
        facts=tuple(_facts(invoice, wording, styles)),
        buyer=tuple(_buyer(invoice, wording, styles)),
    )


def document_title(invoice: Invoice, wording: Wording) -> str:
    """«Facture» or «Avoir», in the document's language."""
    return wording.label(invoice.kind.value)


def draw_continued_heading(
    sheet: Sheet, invoice: Invoice, wording: Wording, styles: Styles
) -> None:
    """The short heading of every further page."""
    sheet.panel(x=0, y=0, width=WIDTH, height=6, colour=ACCENT)
    title = f"{document_title(invoice, wording)} {wording.label('number', number=invoice.number)}"
    seller = wrap(invoice.seller.name, styles.small, _COLUMN, most_lines=1)
    sheet.write_lines(seller, styles.small, x=LEFT, y=42)
    sheet.write_right(title, styles.strong, x=RIGHT, y=42)
    sheet.rule(x=LEFT, to=RIGHT, y=50, colour=HAIRLINE)


def _height(lines: tuple[_Line, ...]) -> float:
    return sum(style.leading for _text, style in lines)


def _lines_of(text: str, style: Style, width: float, most_lines: int) -> list[_Line]:
    return [(line, style) for line in wrap(text, style, width, most_lines=most_lines)]


def _address(address: Address, home: str, wording: Wording) -> list[str]:
    """Address lines; the country only where it is not the seller's own."""
    lines = [address.line1, address.line2, f"{address.postal_code} {address.city}".strip()]
    if address.country != home:
        lines.append(wording.formats.country(address.country))
    return [line for line in lines if line.strip()]


def _seller(seller: Party, invoice: Invoice, wording: Wording, styles: Styles) -> list[_Line]:
    lines = _lines_of(seller.name, styles.seller, _COLUMN, 3)
    abroad = invoice.buyer.address.country != seller.address.country
    home = "" if abroad else seller.address.country
    contact = [seller.phone, seller.email]
    for position, text in enumerate((*_address(seller.address, home, wording), *contact)):
        style = styles.after_gap if position == 0 else styles.small
        lines.extend(_lines_of(text, style, _COLUMN, 2))
    return lines


def _document(invoice: Invoice, wording: Wording, styles: Styles) -> list[_Line]:
    lines = [(document_title(invoice, wording), styles.title)]
    number = wording.label("number", number=invoice.number)
    lines.extend(_lines_of(number, replace(styles.number, leading=21), _COLUMN - 20, 2))
    if invoice.kind is InvoiceKind.CREDIT_NOTE:
        credited = wording.label("of_invoice", number=invoice.credits_number)
        lines.extend(_lines_of(credited, styles.body, _COLUMN - 20, 2))
    return lines


def _facts(invoice: Invoice, wording: Wording, styles: Styles) -> list[tuple[str, tuple[str, ...]]]:
    formats = wording.formats
    credit = invoice.kind is InvoiceKind.CREDIT_NOTE
    supplied = invoice.supplied_on if invoice.supplied_on != invoice.issued_on else None
    facts = [
        ("issued_on", formats.date(invoice.issued_on)),
        ("due_on", "" if credit else formats.date(invoice.due_on)),
        ("supplied_on", formats.date(supplied) if supplied else ""),
        ("credited_invoice", invoice.credits_number if credit else ""),
        ("purchase_order", invoice.purchase_order),
        ("service_code", invoice.buyer.service_code),
        ("engagement", invoice.buyer.engagement),
        ("customer_code", invoice.buyer.code),
    ]
    return [
        (wording.label(key), tuple(wrap(value, styles.strong, _FACT_WIDTH, most_lines=3)))
        for key, value in facts
        if value
    ]


def _buyer(invoice: Invoice, wording: Wording, styles: Styles) -> list[_Line]:
    buyer = invoice.buyer
    width = RIGHT - _BUYER_LEFT - 2 * _BUYER_PADDING
    lines: list[_Line] = [(wording.label("billed_to"), styles.small)]
    lines.extend(_lines_of(buyer.name, styles.number, width, 4))
    contact = [buyer.contact_name] if buyer.contact_name else []
    home = invoice.seller.address.country
    billed = buyer.billing_address
    address = _address(billed or buyer.address, home, wording)
    if billed is not None and buyer.billing_name:
        contact = [buyer.billing_name]
    for position, text in enumerate((*contact, *address)):
        style = replace(styles.body, leading=16) if position == 0 else styles.body
        lines.extend(_lines_of(text, style, width, 3))
    numbers = []
    if billed is not None:
        registered = ", ".join(_address(buyer.address, home, wording))
        numbers.append(wording.label("registered_address", address=registered))
    if buyer.siren:
        numbers.append(wording.label("siren", siren=grouped_siren(buyer.siren)))
    if buyer.vat_number:
        numbers.append(wording.label("vat_number", number=buyer.vat_number))
    for position, text in enumerate(numbers):
        style = styles.after_gap if position == 0 else styles.small
        lines.extend(_lines_of(text, style, width, 2))
    return lines
