"""When the VAT of a document falls due (CGI art. 269-2): at issue, or when money comes."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from otc_desktop.domain.shared.company import VatRegime
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.taxes.lines import DocumentLine, LineNature
from otc_desktop.domain.taxes.totals import DocumentTotals
from otc_desktop.domain.taxes.vat import VatTreatment


@dataclass(frozen=True, slots=True)
class DueVat:
    """The VAT of a document: `at_issue` is payable now, `on_receipt` waits for the money."""

    at_issue: Money
    on_receipt: Money


def due_vat(totals: DocumentTotals, lines: Sequence[DocumentLine], *, regime: VatRegime) -> DueVat:
    """Which part of a document's VAT waits for its payment.

    VAT on goods is due at delivery whatever the regime; VAT on services when they are paid,
    unless the seller chose debits (CGI 269-2 a, c). In a group of one rate that has both,
    each bears its share; discounts and charges on the document follow the lines. A group
    without lines, carriage alone, goes with the goods.

    The two parts always make up the total to the cent.
    """
    zero = totals.total_vat - totals.total_vat
    waiting = zero
    if regime is VatRegime.RECEIPTS:
        natures = _basis_by_nature(totals, lines)
        for group in totals.vat_groups:
            services = natures[group.vat][LineNature.SERVICES]
            goods = natures[group.vat][LineNature.GOODS]
            waiting += _share(group.tax, services, goods)
    return DueVat(totals.total_vat - waiting, waiting)


def _basis_by_nature(
    totals: DocumentTotals, lines: Sequence[DocumentLine]
) -> dict[VatTreatment, dict[LineNature, Money]]:
    zero = totals.total_vat - totals.total_vat
    found: dict[VatTreatment, dict[LineNature, Money]] = defaultdict(
        lambda: dict.fromkeys(LineNature, zero)
    )
    for line in lines:
        found[line.vat][line.nature] += line.net(zero.currency)
    return found


def _share(tax: Money, services: Money, goods: Money) -> Money:
    """The services' part of a group's VAT; all or nothing where the parts have no ratio."""
    if not goods:
        return tax if services else tax - tax
    if not services:
        return tax - tax
    if (services.amount > 0) != (goods.amount > 0):
        # One taken back against the other: no ratio says what is whose.
        return tax if abs(services.amount) > abs(goods.amount) else tax - tax
    return tax.times(services.amount / (services.amount + goods.amount))
