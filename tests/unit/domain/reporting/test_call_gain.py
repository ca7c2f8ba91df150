"""What a call is worth, by how the customer paid until now."""

from decimal import Decimal

import pytest

from otc_desktop.domain.reporting.call_gain import chance_of_payment


@pytest.mark.parametrize(
    ("delays", "days_late", "broken", "expected"),
    [
        ((), 0, 0, "0.50"),
        # Four of four that were as late were paid within the month: (4 + 1) / (4 + 2).
        ((12, 15, 20, 30), 10, 0, "0.82"),
        # As late as this none ever was: one in two, less by age.
        ((12, 15, 20, 30), 90, 0, "0.44"),
        ((12, 15, 20, 30), 10, 2, "0.53"),
        # Whoever always waited much longer than a month brings little now.
        ((70, 80, 90, 95), 10, 0, "0.16"),
    ],
)
def test_chance_follows_the_customer_s_own_delays(
    delays: tuple[int, ...], days_late: int, broken: int, expected: str
) -> None:
    found = chance_of_payment(delays, days_late=days_late, broken=broken)
    assert found == Decimal(expected)


def test_chance_is_never_beyond_its_bounds() -> None:
    for days_late in (-5, 0, 400, 4_000):
        for broken in (0, 50):
            assert 0 < chance_of_payment((5,), days_late=days_late, broken=broken) < 1
