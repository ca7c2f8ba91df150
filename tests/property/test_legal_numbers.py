"""Numbers of any accepted pattern: allowed characters, never twice in a period."""

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from otc_desktop.domain.invoicing.numbering import NumberFormat
from otc_desktop.domain.shared.errors import RuleError

PIECES = st.sampled_from(
    ["{year}", "{month}", "{seq}", "{seq:05d}", "{seq:03d}", "F", "AV-", "/", "_", " ", "{", "é"]
)
PATTERNS = st.lists(PIECES, min_size=1, max_size=5).map("".join)
GOOD_PATTERNS = st.sampled_from(
    [["{seq}"], ["{year}", "{seq:05d}"], ["{seq}", "{month}", "{year}"], ["{year:06d}", "{seq}"]]
).flatmap(lambda parts: st.permutations([*parts, "F", "-"]).map("".join))
DAYS = st.dates(date(2020, 1, 1), date(2099, 12, 31))
SEQUENCES = st.integers(1, 9_999_999)


@given(PATTERNS, SEQUENCES, DAYS)
def test_a_pattern_is_refused_or_keeps_the_rules_of_the_platforms(
    pattern: str, sequence: int, day: date
) -> None:
    try:
        number = NumberFormat(pattern).format(sequence, day)
    except RuleError as refusal:
        assert refusal.code == "invoicing.bad_number_format"
        return
    assert re.fullmatch(r"[A-Za-z0-9+\-_/]{1,35}", number)


@given(GOOD_PATTERNS, SEQUENCES, SEQUENCES, DAYS, DAYS)
def test_two_places_never_share_a_number(
    pattern: str, one: int, other: int, day: date, later: date
) -> None:
    numbers = NumberFormat(pattern)
    places = {(numbers.period(day), one), (numbers.period(later), other)}
    assert len({numbers.format(one, day), numbers.format(other, later)}) == len(places)
