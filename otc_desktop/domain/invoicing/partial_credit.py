"""What a part of an invoice comes to: its rounding and its share of document discounts."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from otc_desktop.domain.invoicing.invoice import Invoice
from otc_desktop.domain.shared.money import Money, total
from otc_desktop.domain.taxes.lines import Adjustment, AdjustmentKind, DocumentLine
from otc_desktop.domain.taxes.vat import VatTreatment

_NOTHING = Decimal(0)
_ROUNDING = "Arrondi"


def rounding_of(
    invoice: Invoice,
    lines: Sequence[DocumentLine],
    before: Mapping[int, Decimal],
    after: Mapping[int, Decimal],
) -> list[Adjustment]:
    """Cents by which line totals of parts differ from the whole's.

    Args:
        invoice: the whole.
        lines: those of the part.
        before: quantities credited earlier, by line position.
        after: the same with this part.
    """
    found = []
    for vat in dict.fromkeys(line.vat for line in lines):
        owed = _net(invoice, after, vat) - _net(invoice, before, vat)
        written = total(
            (line.net(invoice.currency) for line in lines if line.vat == vat), invoice.currency
        )
        if owed != written:
            more = owed > written
            found.append(
                Adjustment(
                    kind=AdjustmentKind.CHARGE if more else AdjustmentKind.ALLOWANCE,
                    description=_ROUNDING,
                    amount=abs(owed - written),
                    vat=vat,
                )
            )
    return found


def discount_shares(
    invoice: Invoice, before: Mapping[int, Decimal], after: Mapping[int, Decimal]
) -> list[Adjustment]:
    """The part's share of each discount on the whole document."""
    found = []
    for each in invoice.adjustments:
        if each.kind is not AdjustmentKind.ALLOWANCE:
            continue
        whole = _net(invoice, _all(invoice), each.vat)
        if not whole:
            continue
        share = _share(each, _net(invoice, after, each.vat), whole) - _share(
            each, _net(invoice, before, each.vat), whole
        )
        if share.amount > 0:
            found.append(replace(each, amount=share))
    return found


def _share(discount: Adjustment, part: Money, whole: Money) -> Money:
    return discount.amount.times(part.amount / whole.amount)


def _all(invoice: Invoice) -> Mapping[int, Decimal]:
    return {place: line.quantity for place, line in enumerate(invoice.lines)}


def _net(invoice: Invoice, quantities: Mapping[int, Decimal], vat: VatTreatment) -> Money:
    """Quantities of the invoice's lines at one rate, each line rounded once."""
    return total(
        (
            replace(line, quantity=quantities.get(place, _NOTHING)).net(invoice.currency)
            for place, line in enumerate(invoice.lines)
            if line.vat == vat
        ),
        invoice.currency,
    )
