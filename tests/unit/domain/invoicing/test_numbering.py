"""Legal numbers and the period in which they count."""

from datetime import date

import pytest

from otc_desktop.domain.invoicing.numbering import NumberFormat, refuse_going_back
from otc_desktop.domain.shared.errors import RuleError

DAY = date(2026, 3, 9)


@pytest.mark.parametrize(
    ("pattern", "number", "period"),
    [
        ("F{year}-{seq:05d}", "F2026-00042", "2026"),
        ("{year}{month}-{seq:04d}", "202603-0042", "2026-03"),
        ("FA-{seq}", "FA-42", "all"),
        ("{seq:03d}/{month}/{year}", "042/03/2026", "2026-03"),
    ],
)
def test_format_and_period(pattern: str, number: str, period: str) -> None:
    numbers = NumberFormat(pattern)
    assert numbers.format(42, DAY) == number
    assert numbers.period(DAY) == period


def test_a_sequence_outgrows_its_zeros() -> None:
    assert NumberFormat("F{seq:02d}").format(1234, DAY) == "F1234"


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "F{year}",
        "F{seq}{seq}",
        "F{month}-{seq}",
        "F {seq}",
        "F{seq}\n",
        "\nF{seq}",
        "F{seq!r}",
        "F{seq.__class__}",
        "F{customer}-{seq}",
        "F{seq:05x}",
        "É{seq}",
        "{seq:036d}",
        "X" * 35 + "{seq}",
        "X" * 34 + "{seq}",
    ],
)
def test_a_pattern_that_breaks_the_rules_is_refused(pattern: str) -> None:
    with pytest.raises(RuleError) as refusal:
        NumberFormat(pattern)
    assert refusal.value.code == "invoicing.bad_number_format"


def test_dates_follow_numbers() -> None:
    refuse_going_back(DAY, None)
    refuse_going_back(DAY, DAY)
    with pytest.raises(RuleError) as refusal:
        refuse_going_back(DAY, date(2026, 3, 10))
    assert refusal.value.code == "invoicing.date_goes_back"
