"""The top of an invoice: which document, who buys, the key dates, what it refers to."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from otc_desktop.adapters.documents.heading import (
    ADDRESSEE_WIDTH,
    COLUMN,
    Heading,
    StyledLine,
    address_lines,
    facts_of,
    lines_of,
    seller_lines,
)
from otc_desktop.adapters.documents.identifiers import grouped_siren
from otc_desktop.adapters.documents.layout.pictures import Picture
from otc_desktop.adapters.documents.layout.styles import Styles
from otc_desktop.adapters.documents.wording import Wording
from otc_desktop.domain.invoicing.invoice import Invoice, InvoiceKind, Party
from otc_desktop.domain.invoicing.place_of_delivery import elsewhere
from otc_desktop.domain.invoicing.references import PrecedingDocument, Relation

# More than these are listed below the table.
MOST_NAMED = 5
_NATURES = {"B": "nature_goods", "S": "nature_services", "M": "nature_mixed"}
_RELATIONS = {
    Relation.CREDITED: "credited_invoice",
    Relation.CORRECTED: "corrected_invoice",
    Relation.DEPOSIT: "deposit_invoices",
    Relation.SITUATION: "earlier_situations",
}


def invoice_heading(
    invoice: Invoice, wording: Wording, styles: Styles, logo: Picture | None
) -> Heading:
    """Lay out the heading of an invoice or credit note."""
    return Heading(
        styles=styles,
        seller=seller_lines(invoice.seller, invoice.buyer, wording, styles),
        document=tuple(_document(invoice, wording, styles)),
        facts=facts_of(_facts(invoice, wording), wording, styles),
        buyer=buyer_lines(
            invoice.buyer,
            label=wording.label("billed_to"),
            home=invoice.seller.address.country,
            wording=wording,
            styles=styles,
        ),
        logo=logo,
    )


def document_title(invoice: Invoice, wording: Wording) -> str:
    """«Facture», «Avoir», «Situation» …, in the document's language."""
    if invoice.progress is not None and invoice.kind is InvoiceKind.INVOICE:
        return wording.label("final_account" if invoice.progress.is_final else "situation")
    return wording.label(invoice.kind.value)


def named(document: PrecedingDocument, wording: Wording) -> str:
    """An earlier document by number and date (BT-25, BT-26)."""
    if document.issued_on is None:
        return document.number
    day = wording.formats.date(document.issued_on)
    return wording.label("number_of_day", number=document.number, date=day)


def _document(invoice: Invoice, wording: Wording, styles: Styles) -> list[StyledLine]:
    lines: list[StyledLine] = lines_of(
        document_title(invoice, wording), styles.title, COLUMN - 10, 3
    )
    number = wording.label("number", number=invoice.number)
    lines.extend(lines_of(number, replace(styles.number, leading=21), COLUMN - 20, 2))
    for key, relation in (
        ("of_invoice", Relation.CREDITED),
        ("replaces_invoice", Relation.CORRECTED),
    ):
        found = invoice.related(relation)
        if len(found) == 1:
            text = wording.label(key, number=found[0].number)
            lines.extend(lines_of(text, styles.body, COLUMN - 20, 2))
    if invoice.progress is not None:
        text = wording.label(
            "situation_number",
            number=invoice.progress.situation,
            percent=wording.formats.percent(invoice.progress.cumulative_percent),
        )
        lines.extend(lines_of(text, styles.body, COLUMN - 20, 2))
    return lines


def _facts(invoice: Invoice, wording: Wording) -> Iterator[tuple[str, str]]:
    formats = wording.formats
    credit = invoice.kind.is_credit
    yield "issued_on", formats.date(invoice.issued_on)
    yield "due_on", "" if credit else formats.date(invoice.due_on)
    supplied = invoice.supplied_on
    if supplied and supplied != invoice.issued_on:
        deposit = invoice.kind.is_deposit
        yield "paid_on" if deposit else "supplied_on", formats.date(supplied)
    if invoice.period_from and invoice.period_to:
        yield (
            "period",
            wording.label(
                "period_days",
                start=formats.date(invoice.period_from),
                end=formats.date(invoice.period_to),
            ),
        )
    for relation, key in _RELATIONS.items():
        yield key, _listed([named(each, wording) for each in invoice.related(relation)], wording)
    yield "purchase_order", _purchase_orders(invoice, wording)
    yield "our_order", _listed([each.number for each in invoice.orders], wording)
    yield "contract_reference", invoice.contract_reference
    if len(invoice.deliveries) == 1:
        delivery = invoice.deliveries[0]
        day = formats.date(delivery.delivered_on)
        yield (
            "delivery_note",
            wording.label("number_of_day", number=delivery.number, date=day),
        )
        yield "place_of_delivery", elsewhere(delivery.ship_to, invoice.buyer)
    yield "nature", wording.label(_NATURES[invoice.frame[0]])
    yield "service_code", invoice.buyer.service_code
    yield "engagement", invoice.buyer.engagement
    yield "customer_code", invoice.buyer.code


def _purchase_orders(invoice: Invoice, wording: Wording) -> str:
    numbers = [invoice.purchase_order, *(each.purchase_order for each in invoice.orders)]
    return _listed([number for number in numbers if number], wording)


def _listed(texts: Sequence[str], wording: Wording) -> str:
    """Each once, one a line; a long list only by its length, for it follows below."""
    once = list(dict.fromkeys(texts))
    if len(once) > MOST_NAMED:
        return wording.label("listed_below", count=len(once))
    return "\n".join(once)


def listed_below(invoice: Invoice, wording: Wording) -> list[str]:
    """The lists that found no room in the heading, as sentences."""
    lists: list[tuple[str, list[str]]] = [
        (key, [named(each, wording) for each in invoice.related(relation)])
        for relation, key in _RELATIONS.items()
    ]
    orders = [invoice.purchase_order, *(each.purchase_order for each in invoice.orders)]
    lists.append(("purchase_order", [number for number in orders if number]))
    lists.append(("our_order", [each.number for each in invoice.orders]))
    return [
        wording.label("list", title=wording.label(key), items=", ".join(dict.fromkeys(texts)))
        for key, texts in lists
        if len(dict.fromkeys(texts)) > MOST_NAMED
    ]


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
