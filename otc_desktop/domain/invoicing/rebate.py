"""Year-end rebates (*remises de fin d'année*): agreed by tiers of turnover, earned in arrears."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Self
from uuid import UUID

from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import CustomerId, InvoiceId
from otc_desktop.domain.shared.money import Money, total
from otc_desktop.domain.shared.scales import PERCENT_PLACES, on_scale
from otc_desktop.domain.taxes.vat import VatTreatment

_HUNDRED = Decimal(100)


class RebateMethod(StrEnum):
    """Whether the percentage reached is of the whole turnover, or of each slice its own."""

    WHOLE = "whole"
    SLICES = "slices"


class RebateStatus(StrEnum):
    """Where an agreement stands."""

    OPEN = "open"
    NOTED = "noted"
    SETTLED = "settled"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class RebateTier:
    """A percentage from a turnover on, excluding tax.

    Raises:
        RuleError: `rebates.bad_percent`, `rebates.bad_turnover`, `number.out_of_scale`.
    """

    turnover: Decimal
    percent: Decimal

    def __post_init__(self) -> None:
        on_scale(self.percent, PERCENT_PLACES, field="percent")
        if not 0 < self.percent <= _HUNDRED:
            raise RuleError("rebates.bad_percent", where="percent", value=self.percent)
        if self.turnover < 0:
            raise RuleError("rebates.bad_turnover", where="turnover", value=self.turnover)


@dataclass(frozen=True, slots=True, kw_only=True)
class RebateAgreement:
    """What a customer earns on what it is invoiced from `first` to `last`, both included.

    Without a `family` it is about everything. `note_id` is the credit note that settles it,
    as a draft while the status is `noted`.

    Raises:
        RuleError: `rebates.without_tier`, `rebates.tier_twice`, `rebates.percent_falls`,
            `prices.ends_before_it_begins`.
    """

    id: UUID
    customer_id: CustomerId
    reference: str
    first: date
    last: date
    tiers: tuple[RebateTier, ...]
    method: RebateMethod = RebateMethod.WHOLE
    family: str = ""
    status: RebateStatus = RebateStatus.OPEN
    note_id: InvoiceId | None = None
    version: int = 1

    def __post_init__(self) -> None:
        if not self.tiers:
            raise RuleError("rebates.without_tier", where="tiers")
        if self.last < self.first:
            raise RuleError("prices.ends_before_it_begins", where="last", date=self.last)
        ordered = sorted(self.tiers, key=lambda tier: tier.turnover)
        starts = {tier.turnover for tier in ordered}
        if len(starts) < len(ordered):
            raise RuleError("rebates.tier_twice", where="tiers")
        if [tier.percent for tier in ordered] != sorted(tier.percent for tier in ordered):
            raise RuleError("rebates.percent_falls", where="tiers")
        object.__setattr__(self, "tiers", tuple(ordered))

    def noted(self, note_id: InvoiceId) -> Self:
        """The credit note is drafted.

        Raises:
            RuleError: `rebates.not_open`.
        """
        self._require(RebateStatus.OPEN)
        return replace(self, status=RebateStatus.NOTED, note_id=note_id)

    def without_note(self) -> Self:
        """The draft was thrown away: the rebate is to be settled again."""
        return replace(self, status=RebateStatus.OPEN, note_id=None)

    def settled(self) -> Self:
        """The credit note is issued."""
        return replace(self, status=RebateStatus.SETTLED)

    def ended(self) -> Self:
        """Nothing more is earned or owed by it.

        Raises:
            RuleError: `rebates.not_open`.
        """
        self._require(RebateStatus.OPEN)
        return replace(self, status=RebateStatus.ENDED)

    def _require(self, status: RebateStatus) -> None:
        if self.status is not status:
            raise RuleError("rebates.not_open", reference=self.reference)


@dataclass(frozen=True, slots=True, kw_only=True)
class EarnedRebate:
    """What an agreement comes to: by VAT treatment excluding tax, and the VAT of each.

    `percent` is that of the tier reached, None below the first. `next_tier` is the one to
    come, `missing` the turnover that lacks to it.
    """

    turnover: Money
    percent: Decimal | None
    next_tier: RebateTier | None
    missing: Money | None
    groups: tuple[tuple[VatTreatment, Money], ...]

    @property
    def excl_tax(self) -> Money:
        """The rebate excluding tax."""
        return total((amount for _, amount in self.groups), self.turnover.currency)

    @property
    def vat(self) -> Money:
        """The VAT that it takes back, once per treatment (BR-CO-17)."""
        return total(
            (amount.times(vat.rate / _HUNDRED) for vat, amount in self.groups),
            self.turnover.currency,
        )


def earned_rebate(
    agreement: RebateAgreement, turnover: Mapping[VatTreatment, Money], currency: Currency
) -> EarnedRebate:
    """The rebate on a turnover excluding tax, credit notes deducted.

    It is shared among the VAT treatments by their turnover and loses no cent. A treatment
    whose turnover is negative gets nothing; neither does anybody on a negative whole.
    """
    whole = total(turnover.values(), currency)
    reached = [tier for tier in agreement.tiers if tier.turnover <= whole.amount]
    coming = [tier for tier in agreement.tiers if tier.turnover > whole.amount]
    next_tier = coming[0] if coming else None
    missing = None
    if next_tier is not None:
        missing = Money.rounded(next_tier.turnover, currency) - whole
    groups: tuple[tuple[VatTreatment, Money], ...] = ()
    if reached and whole.amount > 0:
        amount = Money.rounded(_amount(agreement.method, reached, whole.amount), currency)
        groups = _shared(amount, turnover)
    return EarnedRebate(
        turnover=whole,
        percent=reached[-1].percent if reached else None,
        next_tier=next_tier,
        missing=missing,
        groups=groups,
    )


def _amount(method: RebateMethod, reached: Sequence[RebateTier], turnover: Decimal) -> Decimal:
    if method is RebateMethod.WHOLE:
        return turnover * reached[-1].percent / _HUNDRED
    ends = [tier.turnover for tier in reached[1:]] + [turnover]
    return sum(
        (
            (end - tier.turnover) * tier.percent / _HUNDRED
            for tier, end in zip(reached, ends, strict=True)
        ),
        Decimal(0),
    )


def _shared(
    amount: Money, turnover: Mapping[VatTreatment, Money]
) -> tuple[tuple[VatTreatment, Money], ...]:
    bases = sorted(
        ((vat, basis) for vat, basis in turnover.items() if basis.amount > 0),
        key=lambda each: each[0].sort_key,
    )
    shares = amount.split([basis.amount for _, basis in bases])
    return tuple((vat, share) for (vat, _), share in zip(bases, shares, strict=True) if share)
