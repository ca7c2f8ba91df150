"""The top of an invoice: which document, who buys, and the key dates."""

from dataclasses import replace

from otc_desktop.adapters.documents.heading import (
    ADDRESSEE_WIDTH,
    COLUMN,
    Fact,
    Heading,
    StyledLine,
    address_lines,
    facts_of,
    lines_of,
    seller_lines,
)
from otc_desktop.adapters.documents.identifiers import grouped_siren
from otc_desktop.adapters.documents.layout.styles import Styles
from otc_desktop.adapters.documents.wording import Wording
from otc_desktop.domain.invoicing.invoice import Invoice, Party


def invoice_heading(invoice: Invoice, wording: Wording, styles: Styles) -> Heading:
    """Lay out the heading of an invoice or credit note."""
    return Heading(
        styles=styles,
        seller=seller_lines(invoice.seller, invoice.buyer, wording, styles),
        document=tuple(_document(invoice, wording, styles)),
        facts=_facts(invoice, wording, styles),
        buyer=buyer_lines(
            invoice.buyer,
            label=wording.label("billed_to"),
            home=invoice.seller.address.country,
            wording=wording,
            styles=styles,
        ),
    )


def document_title(invoice: Invoice, wording: Wording) -> str:
    """«Facture» or «Avoir», in the document's language."""
    return wording.label(invoice.kind.value)


def _document(invoice: Invoice, wording: Wording, styles: Styles) -> list[StyledLine]:
    lines = [(document_title(invoice, wording), styles.title)]
    number = wording.label("number", number=invoice.number)
    lines.extend(lines_of(number, replace(styles.number, leading=21), COLUMN - 20, 2))
    if invoice.kind.is_credit:
        credited = wording.label("of_invoice", number=invoice.credits_number)
        lines.extend(lines_of(credited, styles.body, COLUMN - 20, 2))
    return lines


def _facts(invoice: Invoice, wording: Wording, styles: Styles) -> tuple[Fact, ...]:
    formats = wording.formats
    credit = invoice.kind.is_credit
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
    return facts_of(facts, wording, styles)


def buyer_lines(
    buyer: Party, *, label: str, home: str, wording: Wording, styles: Styles
) -> tuple[StyledLine, ...]:
    """Who receives the document, with its identifiers."""
    lines: list[StyledLine] = [(label, styles.small)]
    lines.extend(lines_of(buyer.name, styles.number, ADDRESSEE_WIDTH, 4))
    contact = [buyer.contact_name] if buyer.contact_name else []
    billed = buyer.billing_address
    address = address_lines(billed or buyer.address, home, wording)
    if billed is not None and buyer.billing_name:
        contact = [buyer.billing_name]
    for position, text in enumerate((*contact, *address)):
        style = replace(styles.body, leading=16) if position == 0 else styles.body
        lines.extend(lines_of(text, style, ADDRESSEE_WIDTH, 3))
    numbers = []
    if billed is not None:
        registered = ", ".join(address_lines(buyer.address, home, wording))
        numbers.append(wording.label("registered_address", address=registered))
    if buyer.siren:
        numbers.append(wording.label("siren", siren=grouped_siren(buyer.siren)))
    if buyer.vat_number:
        numbers.append(wording.label("vat_number", number=buyer.vat_number))
    for position, text in enumerate(numbers):
        style = styles.after_gap if position == 0 else styles.small
        lines.extend(lines_of(text, style, ADDRESSEE_WIDTH, 2))
    return tuple(lines)
