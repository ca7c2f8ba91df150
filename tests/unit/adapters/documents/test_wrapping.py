"""Wrapping of hostile and ordinary text."""

import pytest

from otc_desktop.adapters.documents.layout.styles import document_styles
from otc_desktop.adapters.documents.layout.text import wrap
from otc_desktop.domain.shared.paper_look import HOUSE_COLOUR, PaperTemplate

BODY = document_styles(PaperTemplate.MODERN, HOUSE_COLOUR).body


@pytest.mark.parametrize(
    "text",
    [
        "word " * 500,
        "W" * 5000,
        "short and then " + "i" * 900 + " short again",
        "«1\u00a0234,56\u00a0€» " * 80,
        "😀上" * 300,
    ],
)
def test_no_line_is_wider_than_asked(text: str) -> None:
    lines = wrap(text, BODY, 120)
    assert len(lines) > 1
    assert all(BODY.width(line) <= 120 for line in lines)


def test_no_letter_is_lost() -> None:
    text = "Lampe en laiton, " + "x" * 200 + " fin de la description"
    assert "".join(wrap(text, BODY, 90)).replace(" ", "") == text.replace(" ", "")


def test_line_breaks_are_kept_and_blank_lines_dropped() -> None:
    assert wrap("one\n\n  two\r\nthree", BODY, 200) == ["one", "two", "three"]


def test_beyond_the_most_lines_an_ellipsis_says_so() -> None:
    lines = wrap("word " * 100, BODY, 100, most_lines=2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert BODY.width(lines[1]) <= 100


def test_missing_letters_are_replaced_visibly_and_controls_left_out() -> None:
    assert wrap("上海 A\u200bB\x00C 5 ㎏", BODY, 500) == ["?? ABC 5 kg"]


def test_accents_euro_and_eastern_letters_stay() -> None:
    text = "éèàçùœŒŸ€«»’–—… łşğșžŽĞİ№ Ωμέγα Привет"
    assert wrap(text, BODY, 900) == [text]
    assert wrap("e\u0301te\u0301", BODY, 900) == ["été"]
