"""The only place where a document's totals are computed (EN 16931, BR-CO-10 to -17)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.money import Money, total
from otc_desktop.domain.taxes.lines import Adjustment, AdjustmentKind, DocumentLine
from otc_desktop.domain.taxes.vat import VatTreatment


@dataclass(frozen=True, slots=True)
class VatGroup:
    """Basis (BT-116) and VAT (BT-117) of one category and rate."""

    vat: VatTreatment
    basis: Money
    tax: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentTotals:
    """All totals of a document, computed once and then only read."""

    lines_net: Money
    allowances: Money
    charges: Money
    vat_groups: tuple[VatGroup, ...]
    total_excl_tax: Money
    total_vat: Money
    total_incl_tax: Money


def compute_totals(
    lines: Sequence[DocumentLine], adjustments: Sequence[Adjustment], currency: Currency
) -> DocumentTotals:
    """Totals with VAT computed once per category and rate on the group's total, never per line.

    The order of lines and adjustments does not matter.
    """
    basis: dict[VatTreatment, Money] = defaultdict(lambda: Money.zero(currency))
    for line in lines:
        basis[line.vat] += line.net(currency)
    for adjustment in adjustments:
        basis[adjustment.vat] += adjustment.signed
    groups = tuple(
        VatGroup(vat, amount, amount.times(vat.rate / Decimal(100)))
        for vat, amount in sorted(basis.items(), key=lambda item: item[0].sort_key)
    )
    total_excl_tax = total((group.basis for group in groups), currency)
    total_vat = total((group.tax for group in groups), currency)
    return DocumentTotals(
        lines_net=total((line.net(currency) for line in lines), currency),
        allowances=_sum_of(adjustments, AdjustmentKind.ALLOWANCE, currency),
        charges=_sum_of(adjustments, AdjustmentKind.CHARGE, currency),
        vat_groups=groups,
        total_excl_tax=total_excl_tax,
        total_vat=total_vat,
        total_incl_tax=total_excl_tax + total_vat,
    )


def spread_discount(
    percent: Decimal, description: str, lines: Sequence[DocumentLine], currency: Currency
) -> tuple[Adjustment, ...]:
    """A percentage off the whole document, shared among its VAT groups without losing a cent."""
    groups = [
        group for group in compute_totals(lines, (), currency).vat_groups if group.basis.amount > 0
    ]
    whole = total((group.basis for group in groups), currency).times(percent / Decimal(100))
    if not whole:
        return ()
    shares = whole.split([group.basis.amount for group in groups])
    return tuple(
        Adjustment(
            kind=AdjustmentKind.ALLOWANCE, description=description, amount=share, vat=group.vat
        )
        for group, share in zip(groups, shares, strict=True)
        if share
    )


def _sum_of(adjustments: Sequence[Adjustment], kind: AdjustmentKind, currency: Currency) -> Money:
    return total((entry.amount for entry in adjustments if entry.kind is kind), currency)
