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
    """The VAT of each group of a document: payable now, and waiting for the money."""

    at_issue: tuple[Money, ...]
    on_receipt: tuple[Money, ...]


def due_vat(
    totals: DocumentTotals,
    lines: Sequence[DocumentLine],
    *,
    regime: VatRegime,
    is_deposit: bool = False,
) -> DueVat:
    """Which part of a document's VAT waits for its payment, group by group.

    VAT on goods is due at delivery, VAT on services when they are paid, unless the seller
    chose debits for them (CGI 269-2 a, c); VAT of a deposit always when it is paid. Under
    `receipts` all of it waits. In a group of one rate that has goods and services, each
    bears its share; discounts and charges on the document follow the lines. A group without
    lines, carriage alone, goes with the goods.

    The two parts of a group always make up its VAT to the cent.
    """
    if is_deposit or regime is VatRegime.RECEIPTS:
        waiting = [group.tax for group in totals.vat_groups]
    elif regime is VatRegime.MIXED:
        natures = nets_by_nature(totals, lines)
        waiting = [
            services_part(
                group.tax,
                natures[group.vat][LineNature.SERVICES],
                natures[group.vat][LineNature.GOODS],
            )
            for group in totals.vat_groups
        ]
    else:
        waiting = [group.tax - group.tax for group in totals.vat_groups]
    return DueVat(
        tuple(group.tax - wait for group, wait in zip(totals.vat_groups, waiting, strict=True)),
        tuple(waiting),
    )


def nets_by_nature(
    totals: DocumentTotals, lines: Sequence[DocumentLine]
) -> dict[VatTreatment, dict[LineNature, Money]]:
    """What the lines of each VAT group come to, goods apart from services."""
    zero = totals.total_vat - totals.total_vat
    found: dict[VatTreatment, dict[LineNature, Money]] = defaultdict(
        lambda: dict.fromkeys(LineNature, zero)
    )
    for line in lines:
        found[line.vat][line.nature] += line.net(zero.currency)
    return found


def services_part(tax: Money, services: Money, goods: Money) -> Money:
    """The services' part of a group's VAT or basis; all or nothing where no ratio says it."""
    if not goods:
        return tax if services else tax - tax
    if not services:
        return tax - tax
    if (services.amount > 0) != (goods.amount > 0):
        # One taken back against the other: no ratio says what is whose.
        return tax if abs(services.amount) > abs(goods.amount) else tax - tax
    return tax.times(services.amount / (services.amount + goods.amount))
