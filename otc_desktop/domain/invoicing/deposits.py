"""Deposits («acomptes»): asked for, and taken off the final invoices (CGI 269-2, 289 I-1-c)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product

from otc_desktop.domain.invoicing.credit_note import CreditedSoFar
from otc_desktop.domain.invoicing.invoice import Invoice, InvoiceDraft, InvoiceKind, preceding
from otc_desktop.domain.invoicing.references import DepositDeduction, Relation
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.money import Money, total
from otc_desktop.domain.taxes.lines import DocumentLine, LineNature
from otc_desktop.domain.taxes.totals import VatGroup
from otc_desktop.domain.taxes.vat import VatTreatment

_HUNDRED = Decimal(100)
_ONE = Decimal(1)
# How far from its share, in cents, a group's basis may lie so that the sum including tax fits.
_LEEWAY = (0, 1, -1, 2, -2)
_MOST_TRIED_GROUPS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class DepositLeft:
    """A deposit invoice with what no final invoice has deducted yet, excluding tax."""

    deposit: Invoice
    left: Mapping[VatTreatment, Money]


def deposit_of_percent(
    groups: Sequence[VatGroup], percent: Decimal, currency: Currency
) -> dict[VatTreatment, Money]:
    """The basis of a deposit in each VAT group, a percentage of what is ordered.

    Raises:
        RuleError: `invoicing.bad_deposit_percent`, `invoicing.nothing_to_deposit`.
    """
    if not 0 < percent <= _HUNDRED:
        raise RuleError("invoicing.bad_deposit_percent", where="percent", percent=percent)
    positive = _positive(groups)
    ordered = total((group.basis for group in positive), currency)
    whole = ordered.times(percent / _HUNDRED)
    if not whole:
        raise RuleError("invoicing.nothing_to_deposit")
    shares = whole.split([group.basis.amount for group in positive])
    return {group.vat: share for group, share in zip(positive, shares, strict=True) if share}


def deposit_of_amount(groups: Sequence[VatGroup], amount: Money) -> dict[VatTreatment, Money]:
    """The basis of a deposit in each VAT group that comes to an amount including tax.

    A cent may be out of reach, for VAT is rounded: then the sum is the nearest below or above.

    Raises:
        RuleError: `invoicing.deposit_beyond_order`, `invoicing.nothing_to_deposit`.
    """
    positive = _positive(groups)
    if not positive or amount.amount <= 0:
        raise RuleError("invoicing.nothing_to_deposit", where="amount")
    most = total((group.basis + group.tax for group in positive), amount.currency)
    if amount > most:
        raise RuleError("invoicing.deposit_beyond_order", where="amount", amount=amount, most=most)
    shares = amount.split([(group.basis + group.tax).amount for group in positive])
    first = [
        Money.rounded(share.amount / (1 + group.vat.rate / _HUNDRED), amount.currency)
        for group, share in zip(positive, shares, strict=True)
    ]
    tried = positive[:_MOST_TRIED_GROUPS]
    best = min(
        product(_LEEWAY, repeat=len(tried)),
        key=lambda cents: (
            abs(_incl_tax(positive, _shifted(first, cents)) - amount).minor,
            sum(abs(cent) for cent in cents),
        ),
    )
    bases = _shifted(first, best)
    return {
        group.vat: basis for group, basis in zip(positive, bases, strict=True) if basis.amount > 0
    }


def deposit_lines(
    bases: Mapping[VatTreatment, Money],
    ordered: Sequence[DocumentLine],
    *,
    description: str,
    income_account: str,
) -> tuple[DocumentLine, ...]:
    """A line for each VAT group, goods or services as most of what is ordered in it."""
    return tuple(
        DocumentLine(
            description=description,
            quantity=_ONE,
            unit_price=basis.amount,
            vat=vat,
            nature=_nature(ordered, vat, basis.currency),
            income_account=income_account,
        )
        for vat, basis in bases.items()
    )


def deposit_left(
    deposit: Invoice, *, credited: CreditedSoFar, deducted: Sequence[DepositDeduction]
) -> DepositLeft:
    """What final invoices may still take off for a deposit.

    Args:
        deposit: as issued.
        credited: what credit notes took back of it.
        deducted: what drafts and issued documents deduct of it.

    Raises:
        RuleError: `invoicing.not_a_deposit`.
    """
    if deposit.kind is not InvoiceKind.DEPOSIT:
        raise RuleError("invoicing.not_a_deposit", where="deducts", number=deposit.number)
    left = {
        group.vat: group.basis
        - credited.of(group.vat, deposit)
        - total((each.basis for each in deducted if each.vat == group.vat), deposit.currency)
        for group in deposit.totals.vat_groups
    }
    return DepositLeft(
        deposit=deposit, left={vat: basis for vat, basis in left.items() if basis.amount > 0}
    )


def deduct(
    draft: InvoiceDraft,
    available: DepositLeft,
    *,
    description: str,
    income_account: str,
    most: Money | None = None,
) -> InvoiceDraft:
    """The draft with a deposit taken off, as far as each VAT group has something to take.

    A line of negative quantity for each group (XP Z12-014, first method): totals and VAT are
    then the rest, and the VAT of the deposit is not declared twice.

    Args:
        draft: a final or partial invoice.
        available: the deposit.
        description: what the line says.
        income_account: of deposits, which the line empties.
        most: to deduct at most, excluding tax.
    """
    if draft.customer_id != available.deposit.customer_id:
        raise RuleError(
            "invoicing.deposit_of_another", where="deducts", number=available.deposit.number
        )
    if draft.currency != available.deposit.currency:
        raise RuleError(
            "invoicing.deposit_in_other_currency",
            where="deducts",
            number=available.deposit.number,
        )
    amounts = _deductible(draft, available)
    if most is not None:
        whole = total(amounts.values(), draft.currency)
        if most < whole:
            shares = most.split([amount.amount for amount in amounts.values()])
            amounts = dict(zip(amounts, shares, strict=True))
    lines = list(draft.lines)
    deductions = list(draft.deductions)
    for vat, amount in amounts.items():
        if amount:
            like = next(line for line in available.deposit.lines if line.vat == vat)
            deductions.append(
                DepositDeduction(
                    deposit_id=available.deposit.id,
                    number=available.deposit.number,
                    line=len(lines),
                    basis=amount,
                    vat=vat,
                )
            )
            lines.append(
                DocumentLine(
                    description=description,
                    quantity=-_ONE,
                    unit_price=amount.amount,
                    vat=vat,
                    nature=like.nature,
                    income_account=income_account,
                )
            )
    if len(lines) == len(draft.lines):
        return draft
    named = preceding(available.deposit, Relation.DEPOSIT)
    return replace(
        draft,
        lines=tuple(lines),
        deductions=tuple(deductions),
        preceding=(*draft.preceding, named),
    )


def refuse_deducted(
    deposit: Invoice,
    draft: InvoiceDraft,
    *,
    before: CreditedSoFar,
    deducted: Sequence[DepositDeduction],
) -> None:
    """A deposit is credited only as far as no final invoice took it off.

    Raises:
        RuleError: `invoicing.deposit_deducted`.
    """
    left = deposit_left(deposit, credited=before, deducted=deducted).left
    nothing = Money.zero(deposit.currency)
    for group in draft.totals().vat_groups:
        if group.basis > left.get(group.vat, nothing):
            raise RuleError(
                "invoicing.deposit_deducted",
                number=deposit.number,
                credited=group.basis,
                left=left.get(group.vat, nothing),
            )


def _deductible(draft: InvoiceDraft, available: DepositLeft) -> dict[VatTreatment, Money]:
    bases = {group.vat: group.basis for group in draft.totals().vat_groups}
    nothing = Money.zero(draft.currency)
    found = {
        vat: min(left, max(bases.get(vat, nothing), nothing))
        for vat, left in available.left.items()
    }
    return {vat: amount for vat, amount in found.items() if amount}


def _positive(groups: Sequence[VatGroup]) -> list[VatGroup]:
    return [group for group in groups if group.basis.amount > 0]


def _shifted(bases: Sequence[Money], cents: Sequence[int]) -> list[Money]:
    shifts = (*cents, *(0 for _ in bases))
    return [
        Money.from_minor(max(basis.minor + shift, 0), basis.currency)
        for basis, shift in zip(bases, shifts, strict=False)
    ]


def _incl_tax(groups: Sequence[VatGroup], bases: Sequence[Money]) -> Money:
    return total(
        (
            basis + basis.times(group.vat.rate / _HUNDRED)
            for group, basis in zip(groups, bases, strict=True)
        ),
        bases[0].currency,
    )


def _nature(ordered: Sequence[DocumentLine], vat: VatTreatment, currency: Currency) -> LineNature:
    zero = Money.zero(currency)
    sums = dict.fromkeys(LineNature, zero)
    for line in ordered:
        if line.vat == vat:
            sums[line.nature] += line.net(currency)
    services = sums[LineNature.SERVICES] > sums[LineNature.GOODS]
    return LineNature.SERVICES if services else LineNature.GOODS
