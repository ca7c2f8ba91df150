"""Rebates over random turnovers: no cent lost, nobody gets more than the percentage."""

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otc_desktop.domain.invoicing.rebate import (
    RebateAgreement,
    RebateMethod,
    RebateTier,
    earned_rebate,
)
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import CustomerId
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.taxes.vat import standard

_RATES = ("20", "10", "5.5", "2.1")
_CENT = Decimal("0.01")
_turnovers = st.dictionaries(
    st.sampled_from(_RATES), st.decimals("-5000", "200000", places=2), min_size=1
)
_tiers = st.lists(
    st.tuples(st.integers(0, 150_000), st.integers(1, 100)),
    min_size=1,
    max_size=4,
    unique_by=lambda each: each[0],
)


def _agreement(tiers: list[tuple[int, int]], method: RebateMethod) -> RebateAgreement:
    starts = sorted(start for start, _ in tiers)
    percents = sorted(percent for _, percent in tiers)
    return RebateAgreement(
        id=UUID(int=1),
        customer_id=CustomerId(UUID(int=2)),
        reference="RFA",
        first=date(2026, 1, 1),
        last=date(2026, 12, 31),
        tiers=tuple(
            RebateTier(Decimal(start), Decimal(percent))
            for start, percent in zip(starts, percents, strict=True)
        ),
        method=method,
    )


@given(_turnovers, _tiers, st.sampled_from(list(RebateMethod)))
def test_the_shares_are_the_rebate_and_never_beyond_the_percentage(
    drawn: dict[str, Decimal], tiers: list[tuple[int, int]], method: RebateMethod
) -> None:
    turnover = {standard(rate): Money(amount, EUR) for rate, amount in drawn.items()}
    agreement = _agreement(tiers, method)
    earned = earned_rebate(agreement, turnover, EUR)
    whole = sum(drawn.values(), Decimal(0))
    assert earned.turnover.amount == whole
    if earned.percent is None or whole <= 0:
        assert earned.groups == ()
        return
    most = whole * earned.percent / 100
    assert earned.excl_tax.amount <= most + _CENT
    if method is RebateMethod.WHOLE:
        assert abs(earned.excl_tax.amount - most) <= _CENT / 2
    assert all(amount.amount > 0 for _, amount in earned.groups)
    assert {vat for vat, _ in earned.groups} <= {
        vat for vat, amount in turnover.items() if amount.amount > 0
    }
    vats = [amount.times(vat.rate / 100).amount for vat, amount in earned.groups]
    assert earned.vat.amount == sum(vats, Decimal(0))


@given(_tiers, st.integers(0, 200_000))
def test_what_lacks_to_the_next_tier_reaches_it(tiers: list[tuple[int, int]], amount: int) -> None:
    agreement = _agreement(tiers, RebateMethod.WHOLE)
    turnover = {standard("20"): Money(Decimal(amount), EUR)}
    earned = earned_rebate(agreement, turnover, EUR)
    if earned.missing is None or earned.next_tier is None:
        assert amount >= agreement.tiers[-1].turnover
        return
    more = {standard("20"): turnover[standard("20")] + earned.missing}
    assert earned_rebate(agreement, more, EUR).percent == earned.next_tier.percent


@pytest.mark.parametrize(
    ("tiers", "code"),
    [
        ((), "rebates.without_tier"),
        (((0, 2), (0, 3)), "rebates.tier_twice"),
        (((0, 5), (100, 3)), "rebates.percent_falls"),
        (((0, 0),), "rebates.bad_percent"),
        (((0, 101),), "rebates.bad_percent"),
        (((-1, 5),), "rebates.bad_turnover"),
    ],
)
def test_an_agreement_that_makes_no_sense_is_refused(
    tiers: tuple[tuple[int, int], ...], code: str
) -> None:
    with pytest.raises(RuleError) as refusal:
        RebateAgreement(
            id=UUID(int=1),
            customer_id=CustomerId(UUID(int=2)),
            reference="RFA",
            first=date(2026, 1, 1),
            last=date(2026, 12, 31),
            tiers=tuple(RebateTier(Decimal(start), Decimal(percent)) for start, percent in tiers),
        )
    assert refusal.value.code == code
