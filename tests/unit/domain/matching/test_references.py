"""Document numbers in free text, as whole tokens."""

import pytest

from otc_desktop.domain.matching.references import find_numbers, index_by_key, number_key

NUMBERS = ["INV-1", "INV-10", "F2026-00412", "FA/2026/7", "2026-15", "é-100", "100"]
INDEX = index_by_key(NUMBERS)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("PAIEMENT INV-1", ("INV-1",)),
        ("PAIEMENT INV-10", ("INV-10",)),
        ("INV-100X", ()),
        ("XINV-1", ()),
        ("INV-1X", ()),
        ("inv 1", ("INV-1",)),
        ("INV1", ("INV-1",)),
        ("(INV-1)", ("INV-1",)),
        ("INV-1.", ("INV-1",)),
        ("INV_1/INV.10", ("INV-1", "INV-10")),
        ("INV-10, INV-1", ("INV-10", "INV-1")),
        ("INV-1 INV-1", ("INV-1",)),
        ("VIR ATELIER DURAND F2026 00412", ("F2026-00412",)),
        ("F 2026 00412", ("F2026-00412",)),
        ("f2026-00412 merci", ("F2026-00412",)),
        ("100", ("100",)),
        ("F2026-0041", ()),
        ("F2026-004120", ()),
        ("FA 2026 7", ("FA/2026/7",)),
        ("FA 2026 70", ()),
        ("É 100", ("é-100",)),
        ("ref É100", ("é-100",)),
        ("E100", ("é-100",)),
        ("ω100", ()),
        ("", ()),
        ("---", ()),
    ],
)
def test_a_number_stands_as_a_whole(text: str, found: tuple[str, ...]) -> None:
    assert find_numbers(text, INDEX) == found


def test_the_longer_number_wins_over_its_beginning() -> None:
    index = index_by_key(["FA-2026", "FA-2026-7"])
    assert find_numbers("FA 2026 7", index) == ("FA-2026-7",)
    assert find_numbers("FA 2026 8", index) == ("FA-2026",)


def test_a_number_in_five_pieces_is_chance() -> None:
    index = index_by_key(["ABCDE"])
    assert find_numbers("A B C D E", index) == ()
    assert find_numbers("AB C D E", index) == ("ABCDE",)


def test_a_number_too_short_says_nothing() -> None:
    assert index_by_key(["12", "A-1", "F01"]) == {"F01": ["F01"]}


def test_numbers_that_differ_in_punctuation_share_a_key() -> None:
    index = index_by_key(["INV-11", "INV1-1"])
    assert find_numbers("INV11", index) == ("INV-11", "INV1-1")


def test_a_key_is_letters_and_digits() -> None:
    assert number_key("f2026-00/412.") == "F202600412"
