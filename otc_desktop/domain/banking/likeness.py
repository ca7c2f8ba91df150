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
    CUT_REFERENCE = 5
    SAME_REFERENCE = 6


@dataclass(frozen=True, slots=True)
class Traits:
    """What a movement is known by, besides its day and amount.

    `said` are all its words, `words` those of them that tell it from others. Of a batch they
    are those of its payments.
    """

    reference: str
    end_to_end_id: str
    said: frozenset[str]
    words: frozenset[str]
    is_batch: bool


def traits(
    *, reference: str, end_to_end_id: str, texts: tuple[str, ...], is_batch: bool = False
) -> Traits:
    """References and telling words, in a form that any format can be compared in."""
    said = frozenset(word for text in texts for word in _words(text))
    telling = frozenset(word for word in said if _is_telling(word))
    return Traits(_squeezed(reference), _squeezed(end_to_end_id), said, telling, is_batch)


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
    if one.is_batch != other.is_batch:
        # A sum is told in words about the batch, its payments in words about each.
        return Likeness.NOTHING_AGAINST
    return _by_bank(one, other) if same_kind else _by_words(one.words, other.words)


def _by_reference(one: Traits, other: Traits, *, same_kind: bool) -> Likeness | None:
    """What the bank's references settle; None where they don't."""
    if not one.reference or not other.reference:
        return None
    if one.reference == other.reference:
        return Likeness.SAME_REFERENCE
    if same_kind:
        return Likeness.CONTRADICTED
    return Likeness.CUT_REFERENCE if _is_cut_of(one.reference, other.reference) else None


def _by_bank(one: Traits, other: Traits) -> Likeness:
    """One bank tells one movement in the same words each time, but for what it leaves out."""
    if not one.said or not other.said:
        return Likeness.NOTHING_AGAINST
    if _shared(one.said, other.said) == min(len(one.said), len(other.said)):
        return Likeness.SAME_WORDS
    smaller = min(len(one.words), len(other.words))
    mostly = smaller > 0 and _shared(one.words, other.words) * 2 >= smaller
    return Likeness.SHARED_WORD if mostly else Likeness.CONTRADICTED


def _by_words(one: frozenset[str], other: frozenset[str]) -> Likeness:
    """Two formats tell one movement in other words, but hardly without any in common."""
    if not one or not other:
        return Likeness.NOTHING_AGAINST
    shared = _shared(one, other)
    if shared == min(len(one), len(other)):
        return Likeness.SAME_WORDS
    return Likeness.SHARED_WORD if shared else Likeness.CONTRADICTED


def _shared(one: frozenset[str], other: frozenset[str]) -> int:
    """How many words of the one with fewer stand in the other, cut or whole."""
    smaller, larger = sorted((one, other), key=len)
    return sum(1 for word in smaller if word in larger or _cut_among(word, larger))


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
    return tuple(word.lstrip("0") or word for word in _WORD.findall(fold(text)))


@lru_cache(maxsize=65_536)
def _is_telling(word: str) -> bool:
    return len(word) > 1 and word not in _HOLLOW and not _YEAR.fullmatch(word)


def _squeezed(reference: str) -> str:
    bare = "".join(sign for sign in fold(reference) if sign.isalnum())
    return "" if bare in {"notprovided", "nonref"} else bare
