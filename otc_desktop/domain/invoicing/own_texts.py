"""Legal sentences in the company's own words, each from a day on."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from otc_desktop.domain.invoicing.mentions import can_be_reworded
from otc_desktop.domain.shared.errors import RuleError

LONGEST_TEXT = 500
# What a sentence may leave open; the company's settings fill it in.
PLACES = ("late_interest", "discount_terms")
_LANGUAGE = re.compile(r"[a-z]{2}")
_PLACE = re.compile(r"\{([a-z_]+)\}")
_INDEMNITY = "PMT"
_INDEMNITY_AMOUNT = "40"


def base_language(language: str) -> str:
    """`fr` of `fr-BE`."""
    return language.replace("_", "-").partition("-")[0].lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnText:
    """A sentence instead of the delivered one, on documents dated `valid_from` or later.

    An empty text goes back to the delivered sentence from that day on. `{late_interest}`
    and `{discount_terms}` stand for the company's settings.

    Raises:
        RuleError: `mentions.cannot_be_reworded`, `mentions.bad_language`,
            `mentions.text_too_long`, `mentions.unknown_place`, and
            `mentions.indemnity_missing` where the fixed indemnity for late payment would
            no longer name its 40 € (C. com. L441-9, D441-5).
    """

    key: str
    language: str
    valid_from: date
    text: str
    version: int = 0

    def __post_init__(self) -> None:
        if not can_be_reworded(self.key):
            raise RuleError("mentions.cannot_be_reworded", where="key", key=self.key[:40])
        if not _LANGUAGE.fullmatch(self.language):
            raise RuleError("mentions.bad_language", where="language", language=self.language[:20])
        text = " ".join(self.text.split())
        object.__setattr__(self, "text", text)
        if len(text) > LONGEST_TEXT:
            raise RuleError("mentions.text_too_long", where="text", most=LONGEST_TEXT)
        for place in _PLACE.finditer(text):
            if place[1] not in PLACES:
                raise RuleError("mentions.unknown_place", where="text", name=place[1][:40])
        if text and self.key == _INDEMNITY and _INDEMNITY_AMOUNT not in text:
            raise RuleError("mentions.indemnity_missing", where="text")


class OwnTexts:
    """All of the company's own sentences."""

    def __init__(self, texts: Iterable[OwnText] = ()) -> None:
        self._by_key: dict[tuple[str, str], list[OwnText]] = defaultdict(list)
        for each in sorted(texts, key=lambda each: each.valid_from):
            self._by_key[each.key, each.language].append(each)

    def of(self, key: str, *, language: str, on: date) -> OwnText | None:
        """The latest that began by a day, even an empty one; None where there is none."""
        known = self._by_key.get((key, base_language(language)), ())
        return next((each for each in reversed(known) if each.valid_from <= on), None)

    def every(self, key: str, *, language: str) -> tuple[OwnText, ...]:
        """Past, present and coming ones of a sentence, the earliest first."""
        return tuple(self._by_key.get((key, base_language(language)), ()))
