"""E-invoices of many kinds: each seed is another document, the same at each run."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random

from otc_desktop.domain.catalogue.units import USUAL_UNITS
from otc_desktop.domain.customers.identifiers import vat_number_of_siren
from otc_desktop.domain.invoicing.einvoice import EInvoice, einvoice_of, untaxed
from otc_desktop.domain.invoicing.frame import FrameCase
from otc_desktop.domain.invoicing.invoice import Invoice, InvoiceKind, Mention
from otc_desktop.domain.invoicing.references import Relation
from otc_desktop.domain.shared.company import Address, VatRegime
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.taxes.lines import Adjustment, AdjustmentKind, DocumentLine, LineNature
from otc_desktop.domain.taxes.vat import VatCategory, VatTreatment, standard
from tests.support.document_cases import JANUARY, delivered, final, of_a_period, works
from tests.support.invoices import BUYER as SOMEBODY
from tests.support.invoices import SELLER, an_invoice, preceding_of

BUYER = replace(SOMEBODY, vat_number=vat_number_of_siren(SOMEBODY.siren))
_ABROAD = replace(
    BUYER,
    siren="",
    siret="",
    vat_number="BE0428759497",
    address=Address(line1="1 rue Neuve", postal_code="1000", city="Bruxelles", country="BE"),
)
_OUTSIDE = replace(
    _ABROAD,
    vat_number="",
    email="einkauf@leuchten.example",
    address=Address(line1="Bahnhofstrasse 1", postal_code="8001", city="Zürich", country="CH"),
)
_KINDS = (
    *6 * (InvoiceKind.INVOICE,),
    InvoiceKind.DEPOSIT,
    InvoiceKind.CREDIT_NOTE,
    InvoiceKind.GLOBAL_CREDIT_NOTE,
    InvoiceKind.DEPOSIT_CREDIT_NOTE,
)
MENTIONS = (
    Mention("PMT", "Indemnité forfaitaire pour frais de recouvrement : 40 €."),
    Mention("PMD", "Pénalités de retard au taux de la BCE majoré de 10 points."),
    Mention("AAB", "Pas d'escompte pour paiement anticipé."),
)
_DESCRIPTIONS = ("Lampe « Aube » & pied", "Étude d'éclairage", "Câble <textile> 2 m", "Pose")


def _treatment(category: str, vatex: str) -> VatTreatment:
    return VatTreatment(VatCategory(category), Decimal(0), vatex)


_HOME = [standard(rate) for rate in ("20", "10", "5.5", "2.1", "8.5")]
_EXEMPT = _treatment("E", "VATEX-FR-CGI261-4")
WORKS = _treatment("AE", "VATEX-FR-AE")
_UNION = [_treatment("K", "VATEX-EU-IC"), _treatment("AE", "VATEX-EU-AE")]
_EXPORT = [_treatment("G", "VATEX-EU-G")]
_NOWHERE = [_treatment("O", "VATEX-EU-O")]


def random_invoice(lucky: Random) -> tuple[Invoice, VatRegime]:
    """An issued document, and the VAT regime it was issued under."""
    buyer, treatments, regime = lucky.choice(
        [
            (BUYER, _HOME, VatRegime.DEBITS),
            (BUYER, [*_HOME, _EXEMPT, WORKS], VatRegime.RECEIPTS),
            (BUYER, [_treatment("E", "VATEX-FR-FRANCHISE")], VatRegime.EXEMPT_293B),
            (_ABROAD, _UNION, VatRegime.DEBITS),
            (_OUTSIDE, _EXPORT, VatRegime.DEBITS),
            (_OUTSIDE, _NOWHERE, VatRegime.RECEIPTS),
        ]
    )
    lines = [random_line(lucky, treatments) for _ in range(lucky.randint(1, 12))]
    kind = lucky.choice(_KINDS)
    issued_on = date(2026, lucky.randint(1, 12), lucky.randint(1, 28))
    seller = SELLER if regime is not VatRegime.EXEMPT_293B else replace(SELLER, vat_number="")
    invoice = an_invoice(
        lines=lines,
        adjustments=_adjustments(lucky, lines),
        kind=kind,
        number=f"F2026-{lucky.randint(1, 99999):05d}",
        issued_on=issued_on,
        due_on=issued_on if kind.is_credit else date(2027, 2, 28),
        supplied_on=lucky.choice([None, issued_on]),
        purchase_order=lucky.choice(["", "PO-778"]),
        credits_number="F2026-00001",
        seller=seller,
        buyer=buyer,
        mentions=MENTIONS,
    )
    return _told_more(lucky, invoice), regime


def _told_more(lucky: Random, invoice: Invoice) -> Invoice:
    """Now and then a period, a site, a deposit taken off, works, one corrected, one paid …"""
    if lucky.random() < 0.2:
        invoice = replace(invoice, **JANUARY)
    if invoice.kind is InvoiceKind.GLOBAL_CREDIT_NOTE:
        return of_a_period(lucky, invoice)
    if lucky.random() < 0.3:
        invoice = delivered(lucky, invoice)
    return _other_kind(lucky, invoice) if invoice.kind is InvoiceKind.INVOICE else invoice


def _other_kind(lucky: Random, invoice: Invoice) -> Invoice:
    chance = lucky.random()
    if chance > 0.8:
        return final(lucky, invoice)
    if chance > 0.6:
        return works(lucky, invoice)
    if chance < 0.2:
        corrected = replace(
            preceding_of(InvoiceKind.CREDIT_NOTE, "F2026-00007")[0], relation=Relation.CORRECTED
        )
        return replace(invoice, kind=InvoiceKind.CORRECTIVE, preceding=(corrected,))
    if chance < 0.4:
        return replace(invoice, frame_case=FrameCase.PAID, due_on=invoice.issued_on)
    return invoice


def random_line(lucky: Random, treatments: Sequence[VatTreatment]) -> DocumentLine:
    """A line that bears one of these."""
    return DocumentLine(
        description=lucky.choice(_DESCRIPTIONS),
        quantity=Decimal(lucky.choice(["1", "12", "0.25", "3.3333", "108", "-2"])),
        unit_price=Decimal(lucky.randrange(1, 9_999_999)) / lucky.choice([100, 1000, 1_000_000]),
        vat=lucky.choice(treatments),
        unit=lucky.choice(USUAL_UNITS),
        discount_percent=Decimal(lucky.choice(["0", "0", "5", "33.33"])),
        product_code=lucky.choice(["", "P-01"]),
        nature=lucky.choice(list(LineNature)),
    )


def _adjustments(lucky: Random, lines: Sequence[DocumentLine]) -> list[Adjustment]:
    found = []
    for kind, description in ((AdjustmentKind.CHARGE, "Port"), (AdjustmentKind.ALLOWANCE, "Geste")):
        if lucky.random() < 0.3:
            line = lucky.choice(lines)
            most = line.net(EUR).amount
            amount = Money.rounded(most * Decimal("0.1"), EUR)
            if amount.amount > 0:
                found.append(
                    Adjustment(kind=kind, description=description, amount=amount, vat=line.vat)
                )
    return found


def random_einvoice(seed: int) -> EInvoice:
    """The document of a seed in the terms of EN 16931."""
    invoice, regime = random_invoice(Random(seed))  # noqa: S311 - sample data
    reasons = {
        vat: vat.reason or f"Exonération, {vat.vatex}" for vat in untaxed(invoice.totals.vat_groups)
    }
    return einvoice_of(invoice, regime=regime, reasons=reasons)
