"""How much two tellings of a movement agree: its references, and the words about it."""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from otc_desktop.domain.shared.text import fold

_WORD = re.compile(r"[a-z0-9]+(?:[-/.][a-z0-9]+)*")
_YEAR = re.compile(r"20[0-9]{2}")
_SHORTEST_CUT = 4
_SHORTEST_REFERENCE = 6
# What banks write about any movement says nothing about which one it is.
_HOLLOW = frozenset(
    "vir virement virements sepa recu recus emis emise inst instantane prlv prelevement"
    " prelevements rem remise chq cheque cheques carte cb paiement par de du des la le les au"
    " aux en et sur faveur votre vos ref reference fact facture factures no num numero motif"
    " libelle operation operations eur euro euros transfer credit debit notprovided ntrf nmsc"
    " afb core b2b international europeen compte client clients fr".split()
)


class Likeness(IntEnum):
    """From a contradiction to certainty."""

    CONTRADICTED = 0
    NOTHING_AGAINST = 1
    SHARED_WORD = 2
    SAME_WORDS = 3
    SAME_END_TO_END = 4
    SAME_REFERENCE = 5


@dataclass(frozen=True, slots=True)
class Traits:
    """What a movement is known by, besides its day and amount."""

    reference: str
    end_to_end_id: str
    words: frozenset[str]


def traits(*, reference: str, end_to_end_id: str, texts: tuple[str, ...]) -> Traits:
    """References and telling words, in a form that any format can be compared in."""
    return Traits(
        _squeezed(reference),
        _squeezed(end_to_end_id),
        frozenset(word for text in texts for word in _words(text)),
    )


def likeness(one: Traits, other: Traits, *, same_kind: bool) -> Likeness:
    """How much two tellings agree.

    Args:
        one: a telling.
        other: another.
        same_kind: whether both are of one format, in which the bank gives a movement the
            same reference and the same words each time.
    """
    by_reference = _by_reference(one, other, same_kind=same_kind)
    if by_reference is not None:
        return by_reference
    if one.end_to_end_id and one.end_to_end_id == other.end_to_end_id:
        return Likeness.SAME_END_TO_END
    if not one.words or not other.words:
        return Likeness.NOTHING_AGAINST
    return _by_words(one.words, other.words, same_kind=same_kind)


def _by_reference(one: Traits, other: Traits, *, same_kind: bool) -> Likeness | None:
    """What the bank's references settle; None where they don't."""
    if not one.reference or not other.reference:
        return None
    if one.reference == other.reference:
        return Likeness.SAME_REFERENCE
    if same_kind:
        return Likeness.CONTRADICTED
    return Likeness.SAME_REFERENCE if _is_cut_of(one.reference, other.reference) else None


def _by_words(one: frozenset[str], other: frozenset[str], *, same_kind: bool) -> Likeness:
    smaller, larger = sorted((one, other), key=len)
    shared = sum(1 for word in smaller if word in larger or _cut_among(word, larger))
    if shared == len(smaller):
        return Likeness.SAME_WORDS
    # One bank tells one movement in the same words each time, but for what it leaves out.
    enough = len(smaller) if same_kind else 2
    return Likeness.SHARED_WORD if shared * 2 >= enough else Likeness.CONTRADICTED


def _is_cut_of(one: str, other: str) -> bool:
    """Whether one is the beginning of the other, as old formats cut it."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _SHORTEST_REFERENCE and longer.startswith(shorter)


def _cut_among(word: str, words: frozenset[str]) -> bool:
    if len(word) < _SHORTEST_CUT:
        return False
    return any(
        each.startswith(word) or (len(each) >= _SHORTEST_CUT and word.startswith(each))
        for each in words
    )


@lru_cache(maxsize=65_536)
def _words(text: str) -> tuple[str, ...]:
    found = (word.lstrip("0") or word for word in _WORD.findall(fold(text)))
    return tuple(
        word
        for word in found
        if len(word) > 1 and word not in _HOLLOW and not _YEAR.fullmatch(word)
    )


def _squeezed(reference: str) -> str:
    bare = "".join(sign for sign in fold(reference) if sign.isalnum())
    return "" if bare in {"notprovided", "nonref"} else bare
