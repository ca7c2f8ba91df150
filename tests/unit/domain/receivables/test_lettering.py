"""Matching letters of the customer account."""

import pytest

from otc_desktop.domain.receivables.lettering import nth_letter, place_of
from otc_desktop.domain.shared.errors import RuleError


@pytest.mark.parametrize(
    ("place", "letters"),
    [(1, "AA"), (2, "AB"), (26, "AZ"), (27, "BA"), (676, "ZZ"), (677, "AAA"), (18252, "ZZZ")],
)
def test_letters_in_order(place: int, letters: str) -> None:
    assert nth_letter(place) == letters


def test_after_three_letters_come_four() -> None:
    assert nth_letter(676 + 17576 + 1) == "AAAA"


def test_no_letter_is_given_twice() -> None:
    letters = [nth_letter(place) for place in range(1, 3000)]
    assert len(set(letters)) == len(letters)
    assert letters == sorted(letters, key=lambda text: (len(text), text))


def test_counting_begins_at_one() -> None:
    with pytest.raises(RuleError) as refusal:
        nth_letter(0)
    assert refusal.value.code == "receivables.bad_letter"


@pytest.mark.parametrize("place", [1, 2, 26, 27, 676, 677, 18_252, 18_253])
def test_place_of_a_letter_is_where_it_was_given(place: int) -> None:
    assert place_of(nth_letter(place)) == place_of(nth_letter(place).lower()) == place


@pytest.mark.parametrize("letter", ["", "A", "A1", "É É"])
def test_what_is_no_letter_has_no_place(letter: str) -> None:
    with pytest.raises(RuleError, match=r"receivables\.bad_letter"):
        place_of(letter)
