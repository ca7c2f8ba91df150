"""Documents named together: «du n° 412 au 415», «vos factures de novembre»."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from otc_desktop.domain.matching.candidates import Claim, Receipt
from otc_desktop.domain.matching.citations import CitationKind
from otc_desktop.domain.matching.drafting import Setting, draft, in_full
from otc_desktop.domain.matching.references import number_key
from otc_desktop.domain.matching.scoring import AmountFit, Doubt, Draft
from otc_desktop.domain.matching.subsets import without_few
from otc_desktop.domain.receivables.allocation import Reason
from otc_desktop.domain.shared.ids import OpenItemId
from otc_desktop.domain.shared.text import fold

_MOST_IN_SPAN = 200
_DIGITS = re.compile(r"\d+")
_RANGE = re.compile(r"\d (?:a|au|jusqu ?au?|to) (?:n ?[o°]? ?)?[a-z0-9/.-]*\d")
_MONTHS = (
    "janvier janv jan", "fevrier fevr fev", "mars mar", "avril avr", "mai", "juin",
    "juillet juil jul", "aout aou", "septembre sept sep", "octobre oct", "novembre nov",
    "decembre dec",
)  # fmt: skip
_MONTH_OF = {word: place + 1 for place, words in enumerate(_MONTHS) for word in words.split()}
# A month alone may be a name or a place: documents are spoken of beside it.
_OF_MONTH = re.compile(
    r"\b(?:factures?|facts?|fac|solde|releves?|rlv|reglements?|reglt|rgt|echeances?|mois|vos|nos)\b"
    r"[^|]{0,24}?\b(" + "|".join(sorted(_MONTH_OF, key=len, reverse=True)) + r")\b"
    r"(?:[ ./-]{0,2}(20\d\d|\d\d)\b)?"
)
_NUMBERED = re.compile(
    r"\b(?:factures?|facts?|fac|solde|releves?|rlv|mois)\b[^|\d]{0,12}(0?[1-9]|1[0-2])[/.-]"
    r"(20\d\d|\d\d)(?![\d/.-])"
)
_CENTURY = 2000


@dataclass(frozen=True, slots=True)
class _Spoken:
    """What a label names together: whether a range of numbers, and which months."""

    a_range: bool
    months: tuple[tuple[int, int], ...]


def names_together(receipt: Receipt) -> bool:
    """Whether the label speaks of a range or of a month at all."""
    spoken = _spoken(receipt.text, receipt.booked_on)
    return spoken.a_range or bool(spoken.months)


@lru_cache(maxsize=16)
def _spoken(text: str, booked_on: date) -> _Spoken:
    folded = fold(text)
    return _Spoken(bool(_RANGE.search(folded)), tuple(_months_named(folded, booked_on)))


def named_together(setting: Setting, claims: Sequence[Claim]) -> Iterator[Draft]:
    """Sets that the label names as a whole and that make the amount to the cent.

    `claims` are those of the payer, or of whoever owns what is cited.
    """
    if len(claims) < 2:
        return
    spoken = _spoken(setting.receipt.text, setting.receipt.booked_on)
    if spoken.a_range:
        yield from _of_range(setting, claims)
    for year, month in spoken.months:
        reason = Reason("matching.month_named", {"month": f"{month:02d}/{year}"})
        for chosen in (
            [each for each in claims if _is_of(each.issued_on, year, month)],
            [each for each in claims if _is_of(each.due_on, year, month)],
            [each for each in claims if _is_until(each.issued_on, year, month)],
        ):
            exact = list(_if_exact(setting, chosen, AmountFit.NAMED_PERIOD, reason))
            yield from exact or _all_but(setting, chosen, reason)


def _all_but(setting: Setting, claims: Sequence[Claim], reason: Reason) -> Iterator[Draft]:
    """The month but for one or two, paid already or withheld: a person says whether."""
    for left_out in without_few([each.minor for each in claims], setting.receipt.minor):
        chosen = [each for place, each in enumerate(claims) if place not in left_out]
        if len(chosen) > 1:
            yield draft(
                setting,
                in_full(chosen),
                AmountFit.NAMED_PERIOD,
                [reason],
                doubts=[Doubt.GUESSED],
                all_cited=True,
            )


def _of_range(setting: Setting, claims: Sequence[Claim]) -> Iterator[Draft]:
    """From the first number cited to the last, in the order in which they were issued."""
    ends = [claim for claim, citation in setting.cited if citation.kind is not CitationKind.TYPO]
    for low in ends:
        for high in ends:
            first, last = _order(low), _order(high)
            if first < last and first[0] == last[0]:
                chosen = [each for each in claims if first <= _order(each) <= last]
                reason = Reason("matching.range_named", {"first": low.number, "last": high.number})
                yield from _if_exact(setting, chosen, AmountFit.NAMED_SPAN, reason)


def _if_exact(
    setting: Setting, claims: Sequence[Claim], fit: AmountFit, reason: Reason
) -> Iterator[Draft]:
    """The set whole, or without its credit notes, where it makes the amount."""
    seen: set[frozenset[OpenItemId]] = set()
    for chosen in (list(claims), [each for each in claims if each.minor > 0]):
        ids = frozenset(each.id for each in chosen)
        exact = sum(each.minor for each in chosen) == setting.receipt.minor
        if exact and 1 < len(chosen) <= _MOST_IN_SPAN and ids not in seen:
            seen.add(ids)
            yield draft(setting, in_full(chosen), fit, [reason], all_cited=True)


def _order(claim: Claim) -> tuple[str, int]:
    """Letters and early figures of a number, then its running number."""
    groups = _DIGITS.findall(claim.number)
    if not groups:
        return claim.number, 0
    key = number_key(claim.number)
    running = groups[-1]
    return key[: len(key) - len(running)] if key.endswith(running) else key, int(running)


def _months_named(text: str, booked_on: date) -> list[tuple[int, int]]:
    """Years and months that the label speaks of; without a year, the last such month."""
    found: dict[tuple[int, int], None] = {}
    for said in _OF_MONTH.finditer(text):
        month = _MONTH_OF[said[1]]
        year = int(said[2]) if said[2] else 0
        if not said[2]:
            year = booked_on.year if month <= booked_on.month else booked_on.year - 1
        found[year if year >= _CENTURY else _CENTURY + year, month] = None
    for said in _NUMBERED.finditer(text):
        year = int(said[2])
        found[year if year >= _CENTURY else _CENTURY + year, int(said[1])] = None
    return list(found)


def _is_of(day: date, year: int, month: int) -> bool:
    return day.year == year and day.month == month


def _is_until(day: date, year: int, month: int) -> bool:
    return (day.year, day.month) <= (year, month)
