"""What documents are made for beside a plain sale: sites, deposits, works, rebates of a period."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any
from uuid import UUID

from otc_desktop.domain.invoicing.frame import FrameCase
from otc_desktop.domain.invoicing.invoice import Invoice
from otc_desktop.domain.invoicing.progress import ProgressFacts, Retention
from otc_desktop.domain.invoicing.references import (
    DeliveryReference,
    DepositDeduction,
    PrecedingDocument,
    Relation,
)
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.ids import DeliveryId, SalesOrderId, WorksContractId
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.taxes.lines import LineNature
from otc_desktop.domain.taxes.totals import compute_totals
from tests.support.invoices import CREDITED_ID, a_line

JANUARY: Mapping[str, Any] = {
    "period_from": date(2026, 1, 1),
    "period_to": date(2026, 1, 31),
}
_SITES = (
    "Dépôt Nord\n7 rue du Port\n59000 Lille",
    "Chantier Rive\n2 quai Vert\nPorte C\nB 5-12\n1000 Bruxelles\nBE",
    "Sur place",
    "Menuiserie Durand & Fils\n4 place du Marché\n33000 Bordeaux",
)


def of_a_period(lucky: Random, note: Invoice) -> Invoice:
    """A rebate of a period: most name their contract and no invoice (BR-FR-CO-03)."""
    note = replace(note, **JANUARY)
    if lucky.random() < 0.7:
        return replace(note, contract_reference="CADRE-2026", preceding=())
    return note


def delivered(lucky: Random, invoice: Invoice) -> Invoice:
    """One delivery or two, to the customer's own address, elsewhere, or abroad."""
    sites = [lucky.choice(_SITES)] * 2 if lucky.random() < 0.7 else lucky.sample(_SITES, 2)
    deliveries = tuple(
        DeliveryReference(
            delivery_id=DeliveryId(UUID(int=place)),
            order_id=SalesOrderId(UUID(int=place)),
            number=f"BL-{place}",
            delivered_on=invoice.issued_on,
            ship_to=site,
        )
        for place, site in enumerate(sites[: lucky.randint(1, 2)], start=1)
    )
    return replace(invoice, deliveries=deliveries)


def final(lucky: Random, invoice: Invoice) -> Invoice:
    """A third of VAT groups was asked for before: deducted as negative lines (BT-23 x4)."""
    groups = [each for each in invoice.totals.vat_groups if each.basis.amount > 1]
    if not groups or invoice.totals.total_incl_tax.amount <= 0:
        return invoice
    deposit = PrecedingDocument(
        number="F2026-00003",
        issued_on=date(2026, 1, 2),
        relation=Relation.DEPOSIT,
        invoice_id=CREDITED_ID,
    )
    lines, deductions = list(invoice.lines), []
    for group in lucky.sample(groups, lucky.randint(1, len(groups))):
        basis = Money.rounded(group.basis.amount / 3, EUR)
        deductions.append(
            DepositDeduction(
                deposit_id=CREDITED_ID,
                number=deposit.number,
                line=len(lines),
                basis=basis,
                vat=group.vat,
            )
        )
        price = str(basis.amount)
        lines.append(a_line("Acompte déduit", quantity="-1", unit_price=price, vat=group.vat))
    return replace(
        invoice,
        lines=tuple(lines),
        totals=compute_totals(lines, invoice.adjustments, EUR),
        deductions=tuple(deductions),
        preceding=(deposit,),
    )


def works(lucky: Random, invoice: Invoice) -> Invoice:
    """A progress invoice, of a subcontractor or co-contractor too, now and then retained of."""
    totals = invoice.totals
    retention = Retention(
        percent=Decimal(lucky.choice(["5", "2.5"])),
        amount=Money.rounded(totals.total_incl_tax.amount * Decimal("0.05"), EUR),
        release_on=date(2027, 11, 20),
    )
    before = PrecedingDocument(
        number="F2026-00002", issued_on=date(2026, 1, 2), relation=Relation.SITUATION
    )
    is_retained = lucky.random() < 0.6 and totals.total_incl_tax.amount > 0
    return replace(
        invoice,
        lines=tuple(replace(line, nature=LineNature.SERVICES) for line in invoice.lines),
        frame_case=lucky.choice(
            [FrameCase.ORDINARY, FrameCase.SUBCONTRACTOR, FrameCase.CO_CONTRACTOR]
        ),
        preceding=(before,),
        progress=ProgressFacts(
            contract_id=WorksContractId(UUID(int=1)),
            situation=2,
            cumulative_percent=Decimal(40),
            contract_total=totals.total_excl_tax,
            cumulated=totals.total_excl_tax,
            previous=Money.zero(EUR),
            retention=retention if is_retained else None,
        ),
    )
