"""Prices over random conditions: only what applies is applied, and it is what is explained."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from otc_desktop.application.kernel.price_origin import origin_of, origin_text
from otc_desktop.domain.catalogue.price_list import Validity
from otc_desktop.domain.catalogue.pricing import (
    Condition,
    PriceSource,
    Scope,
    Verdict,
    decide_price,
)
from otc_desktop.domain.shared.currency import EUR, Currency

DAY = date(2026, 11, 20)
_DAYS = st.none() | st.integers(-3, 3).map(lambda days: DAY + timedelta(days=days))
_QUANTITIES = st.decimals(0, 30, places=1)
_VALIDITIES = st.tuples(_DAYS, _DAYS).map(
    lambda ends: (
        Validity(first=min(ends), last=max(ends))
        if None not in ends
        else Validity(first=ends[0], last=ends[1])
    )
)


@st.composite
def _conditions(draw: st.DrawFn) -> Condition:
    amount = draw(st.decimals(0, 100, places=2))
    is_price = draw(st.booleans())
    return Condition(
        source=draw(st.sampled_from([each for each in PriceSource if each.value != "typed"])),
        price=amount if is_price else None,
        discount_percent=None if is_price else amount,
        currency=draw(st.sampled_from([EUR, EUR, Currency("CHF")])),
        min_quantity=draw(_QUANTITIES),
        validity=draw(_VALIDITIES),
        scope=draw(st.sampled_from(list(Scope))),
    )


@given(st.lists(_conditions(), max_size=12), _QUANTITIES)
def test_only_what_applies_is_applied(conditions: list[Condition], quantity: Decimal) -> None:
    decision = decide_price(conditions, quantity=quantity, on=DAY, currency=EUR)
    for each in decision.considered:
        condition = each.condition
        can_apply = (
            condition.validity.holds_on(DAY)
            and condition.min_quantity <= quantity
            and (condition.price is None or condition.currency == EUR)
        )
        assert can_apply == (each.verdict in (Verdict.APPLIED, Verdict.BEATEN))
    prices = [c for c in conditions if c.price is not None and c.currency == EUR]
    reachable = [c for c in prices if c.min_quantity <= quantity and c.validity.holds_on(DAY)]
    assert (decision.price is None) == (not reachable)


@given(st.lists(_conditions(), max_size=12), _QUANTITIES, _QUANTITIES)
def test_more_never_falls_to_a_lower_tier_of_the_same_source(
    conditions: list[Condition], one: Decimal, other: Decimal
) -> None:
    fewer, more = (
        decide_price(conditions, quantity=quantity, on=DAY, currency=EUR)
        for quantity in sorted((one, other))
    )
    if fewer.price is None:
        return
    assert more.price is not None
    order = list(PriceSource)
    assert order.index(more.source) <= order.index(fewer.source)
    if more.source is fewer.source:
        tiers = [each.considered[0].condition.min_quantity for each in (fewer, more)]
        assert tiers == sorted(tiers)


@given(st.lists(_conditions(), max_size=8), _QUANTITIES)
def test_the_explanation_is_the_price_applied_and_survives_being_kept(
    conditions: list[Condition], quantity: Decimal
) -> None:
    decision = decide_price(conditions, quantity=quantity, on=DAY, currency=EUR)
    applied = [c.condition for c in decision.considered if c.verdict is Verdict.APPLIED]
    assert [c.price for c in applied if c.price is not None] == (
        [] if decision.price is None else [decision.price]
    )
    discounts = [c.discount_percent for c in applied if c.discount_percent is not None]
    assert discounts in ([], [decision.discount_percent])
    told = origin_of(origin_text(decision))
    assert told is not None
    assert (told.price, told.discount_percent, told.source) == (
        decision.price,
        decision.discount_percent,
        decision.source,
    )
    assert [(c.condition.price, c.verdict) for c in told.considered] == [
        (c.condition.price, c.verdict) for c in decision.considered
    ]
