"""Legal sentences in the company's own words."""

from datetime import date

import pytest

from otc_desktop.domain.invoicing.own_texts import LONGEST_TEXT, OwnText, OwnTexts
from otc_desktop.domain.shared.errors import RuleError

FIRST, SECOND = date(2026, 9, 1), date(2027, 1, 1)


def own(text: str, valid_from: date = FIRST, *, key: str = "PMD", language: str = "fr") -> OwnText:
    return OwnText(key=key, language=language, valid_from=valid_from, text=text)


def test_the_sentence_of_a_day_is_the_latest_that_began() -> None:
    texts = OwnTexts([own("second", SECOND), own("first"), own("english", language="en")])

    def said(day: date, language: str = "fr-BE") -> str | None:
        found = texts.of("PMD", language=language, on=day)
        return None if found is None else found.text

    assert said(date(2026, 8, 31)) is None
    assert said(FIRST) == said(date(2026, 12, 31)) == "first"
    assert said(SECOND) == "second"
    assert said(SECOND, "en") == "english"
    assert texts.of("PMT", language="fr", on=SECOND) is None


def test_line_breaks_become_spaces() -> None:
    assert own("  Pénalités\n au taux {late_interest} ").text == (
        "Pénalités au taux {late_interest}"
    )


@pytest.mark.parametrize(
    ("key", "language", "text", "code"),
    [
        ("line_period", "fr", "x", "mentions.cannot_be_reworded"),
        ("PMD", "french", "x", "mentions.bad_language"),
        ("PMD", "fr", "x" * (LONGEST_TEXT + 1), "mentions.text_too_long"),
        ("PMD", "fr", "au taux {rate}", "mentions.unknown_place"),
        ("PMT", "fr", "Une indemnité est due.", "mentions.indemnity_missing"),
    ],
)
def test_what_would_not_print_or_not_be_legal_is_refused(
    key: str, language: str, text: str, code: str
) -> None:
    with pytest.raises(RuleError) as refusal:
        own(text, key=key, language=language)
    assert refusal.value.code == code


def test_an_empty_indemnity_is_the_delivered_one() -> None:
    assert own("", key="PMT").text == ""
