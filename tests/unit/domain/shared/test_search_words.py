"""What a text is found by, and what a typo may be."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from otc_desktop.domain.shared.search_words import (
    free_words,
    joined,
    name_words,
    number_words,
    one_typo_apart,
    plain_words,
    readings,
    spelling_keys,
)

_words = st.text(alphabet="abcdeé", min_size=1, max_size=8)


def test_words_lose_case_accents_and_the_dots_of_acronyms() -> None:
    assert plain_words("S.A.R.L. L'Étang-Neuf") == ["sarl", "l", "etang", "neuf"]


def test_a_name_is_found_by_its_words_and_by_neighbours_in_one() -> None:
    assert set(name_words("Le Fèvre Frères")) == {
        "le",
        "fevre",
        "freres",
        "lefevre",
        "fevrefreres",
        "lefevrefreres",
    }


@pytest.mark.parametrize(
    "typed", ["F2026-00412", "f2026 00412", "2026-00412", "00412", "412", "F202600412"]
)
def test_a_number_is_found_however_it_is_cut(typed: str) -> None:
    known = set(number_words("F2026-00412"))
    assert any(known.issuperset(way) for way in readings(plain_words(typed)))


def test_a_number_is_not_found_by_the_inside_of_another() -> None:
    assert "41" not in set(number_words("F2026-00412"))


def test_neighbours_of_a_free_text_join_only_where_both_have_digits() -> None:
    assert "f202600412" in set(free_words("VIR F2026 00412"))
    assert "virf2026" not in set(free_words("VIR F2026 00412"))


def test_the_longest_words_are_cut() -> None:
    assert len(joined("9" * 500)) == 60


@given(_words, st.data())
def test_one_slip_of_the_finger_is_one_typo(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("abcdexyz"))
    slips = {
        word[:place] + word[place + 1 :],
        word[:place] + letter + word[place:],
        word[:place] + letter + word[place + 1 :],
        word[:place] + word[place + 1 : place + 2] + word[place : place + 1] + word[place + 2 :],
    }
    for slip in slips - {word, ""}:
        assert one_typo_apart(word, slip)
        assert one_typo_apart(slip, word)
        assert spelling_keys(word) & spelling_keys(slip)


@given(_words, _words)
def test_two_words_far_apart_are_not_taken_for_each_other(left: str, right: str) -> None:
    assume(abs(len(left) - len(right)) > 1 or not set(left) & set(right))
    assume(max(len(left), len(right)) > 1)
    assume(left != right)
    assume(not (len(left) == len(right) == 1))
    assert not one_typo_apart(left, right)
