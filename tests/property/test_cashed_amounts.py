"""212 amounts by rate: exact over any sequence of payments and undos."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from otc_desktop.domain.invoicing.lifecycle_cashed import (
    RateAmount,
    by_rate,
    cashed_now,
    cashed_so_far,
    money_of_parts,
)
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.money import Money, total

_RATES = (Decimal(20), Decimal(10), Decimal("5.5"), Decimal("2.1"), Decimal(0))


def _cents(minor: int) -> Money:
    return Money.from_minor(minor, EUR)


@st.composite
def documents(draw: st.DrawFn) -> tuple[RateAmount, ...]:
    amounts = draw(st.lists(st.integers(1, 3_000_000), min_size=1, max_size=5))
    if len(amounts) > 1 and draw(st.booleans()):
        # A deposit taken off at the last rate.
        amounts[-1] = -draw(st.integers(1, max(1, sum(amounts[:-1]) - 1)))
    if sum(amounts) <= 0:
        amounts = [abs(each) for each in amounts]
    return tuple(
        RateAmount(rate, _cents(amount)) for rate, amount in zip(_RATES, amounts, strict=False)
    )


@given(documents(), st.lists(st.integers(-400_000, 900_000), max_size=12), st.sampled_from((1, -1)))
@settings(max_examples=150, deadline=None)
def test_receipts_and_undos_sum_to_what_was_allocated(
    gross: tuple[RateAmount, ...], moves: list[int], sign: int
) -> None:
    whole = total((each.amount for each in gross), EUR)
    before = _cents(0)
    told: list[RateAmount] = []
    for move in [*moves, None]:
        target = whole.minor if move is None else min(max(0, abs(before.minor) + move), whole.minor)
        received = _cents(sign * target) - before
        parts = cashed_now(gross, before=before, received=received)
        assert total((each.amount for each in parts), EUR) == received
        assert all(each.amount for each in parts)
        told.extend(parts)
        before += received
    # All is paid: what was told of each rate is the document's own amount.
    expected = {each.rate: sign * each.amount.minor for each in gross if each.amount}
    assert {rate: amount.minor for rate, amount in by_rate(told).items() if amount} == expected


@given(documents(), st.integers(0, 2_000_000), st.integers(1, 3))
@settings(max_examples=150, deadline=None)
def test_more_money_never_means_less_at_a_rate(
    gross: tuple[RateAmount, ...], paid: int, more: int
) -> None:
    before, after = (cashed_so_far(gross, _cents(each)) for each in (paid, paid + more))
    for owed, early, late in zip(gross, before, after, strict=True):
        assert abs(late.amount) >= abs(early.amount)
        assert early.amount.minor * owed.amount.minor >= 0


@given(
    st.lists(st.integers(-50_000, 900_000).filter(bool), min_size=1, max_size=5),
    st.integers(-300, 3_000),
)
@settings(max_examples=100, deadline=None)
def test_what_was_let_go_is_not_money_received(parts: list[int], less: int) -> None:
    amounts = [_cents(each) for each in parts]
    money = money_of_parts(amounts, _cents(less), is_paid_charge=False)
    assert total(money, EUR) == total(amounts, EUR) - _cents(less)
    assert money_of_parts(amounts, _cents(less), is_paid_charge=True) == tuple(amounts)
