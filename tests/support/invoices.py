"""Builders of issued invoices: say only what a test is about."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from otc_desktop.domain.invoicing.invoice import (
    Invoice,
    InvoiceDraft,
    InvoiceKind,
    Mention,
    Party,
)
from otc_desktop.domain.invoicing.references import PrecedingDocument, Relation
from otc_desktop.domain.shared.company import Address
from otc_desktop.domain.shared.currency import EUR, Currency
from otc_desktop.domain.shared.ids import CustomerId, InvoiceId
from otc_desktop.domain.taxes.lines import Adjustment, DocumentLine
from otc_desktop.domain.taxes.vat import VatTreatment, standard

INVOICE_ID = InvoiceId(UUID("01900000-0000-7000-8000-000000000001"))
CREDITED_ID = InvoiceId(UUID("01900000-0000-7000-8000-000000000002"))
CUSTOMER_ID = CustomerId(UUID("01900000-0000-7000-8000-000000000003"))

SELLER = Party(
    name="Atelier Lumen SAS",
    address=Address(line1="12 rue des Lilas", postal_code="69003", city="Lyon"),
    siren="732829320",
    siret="73282932000074",
    vat_number="FR44732829320",
    email="compta@atelier-lumen.example",
    legal_form="SAS",
    share_capital="50000.00",
    rcs_city="Lyon",
    naf="2740Z",
    iban="FR7630006000011234567890189",
    bic="AGRIFRPP",
)
BUYER = Party(
    name="Menuiserie Durand & Fils",
    code="C0001",
    address=Address(
        line1="4 place du Marché", line2="Bâtiment B", postal_code="33000", city="Bordeaux"
    ),
    siren="552100554",
    vat_number="FR40552100554",
    email="achats@durand.example",
)
MENTIONS = (
    Mention(
        "PMT",
        "En cas de retard de paiement, indemnité forfaitaire pour frais de recouvrement : 40 €"
        " (C. com. art. D441-5).",
    ),
    Mention(
        "PMD",
        "Pénalités de retard exigibles sans rappel dès le lendemain de l’échéance, au taux de"
        " la BCE majoré de 10 points (C. com. art. L441-10).",
    ),
    Mention("AAB", "Pas d’escompte pour paiement anticipé."),
    Mention("VAT", "Option pour le paiement de la taxe d’après les débits"),
)


def a_line(
    description: str = "Lampe de bureau Aube",
    *,
    quantity: str = "1",
    unit_price: str = "100.00",
    vat: str | VatTreatment = "20",
    discount: str = "0",
    **other: Any,
) -> DocumentLine:
    """A line; `vat` is a rate or a whole treatment, figures are texts of decimals."""
    return DocumentLine(
        description=description,
        quantity=Decimal(quantity),
        unit_price=Decimal(unit_price),
        vat=vat if isinstance(vat, VatTreatment) else standard(vat),
        discount_percent=Decimal(discount),
        **other,
    )


def an_invoice(
    *,
    lines: Sequence[DocumentLine] | None = None,
    adjustments: Sequence[Adjustment] = (),
    kind: InvoiceKind = InvoiceKind.INVOICE,
    number: str = "F2026-00412",
    currency: Currency = EUR,
    issued_on: date = date(2026, 11, 20),
    due_on: date = date(2026, 12, 20),
    supplied_on: date | None = None,
    purchase_order: str = "",
    credits_number: str = "",
    seller: Party = SELLER,
    buyer: Party = BUYER,
    language: str = "fr",
    payment_terms: str = "30 days",
    mentions: tuple[Mention, ...] = MENTIONS,
) -> Invoice:
    """An issued invoice with totals computed by the domain; one line by default."""
    draft = InvoiceDraft(
        id=INVOICE_ID,
        kind=kind,
        customer_id=CUSTOMER_ID,
        currency=currency,
        lines=tuple(lines) if lines is not None else (a_line(),),
        adjustments=tuple(adjustments),
        supplied_on=supplied_on,
        purchase_order=purchase_order,
        preceding=preceding_of(kind, credits_number),
    )
    return draft.issue(
        number=number,
        issued_on=issued_on,
        due_on=due_on,
        seller=seller,
        buyer=buyer,
        language=language,
        payment_terms=payment_terms,
        mentions=mentions,
    )


def preceding_of(kind: InvoiceKind, number: str) -> tuple[PrecedingDocument, ...]:
    """What a credit note names, nothing for an invoice."""
    if not kind.is_credit:
        return ()
    return (
        PrecedingDocument(
            number=number,
            issued_on=date(2026, 11, 2),
            relation=Relation.CREDITED,
            invoice_id=CREDITED_ID,
        ),
    )


def a_credit_note(*, of: str = "F2026-00398", number: str = "A2026-00007", **other: Any) -> Invoice:
    """An issued credit note that names the invoice it credits."""
    return an_invoice(kind=InvoiceKind.CREDIT_NOTE, number=number, credits_number=of, **other)


def a_buyer(**changes: Any) -> Party:
    """The usual buyer with some fields changed."""
    return replace(BUYER, **changes)
