"""How sure each kind of evidence makes a match: weights of evidence, and what they add up to.

Probabilities are the one place where binary fractions are welcome: none reaches a document
or an entry.

A way to explain a receipt is weighed in natural logarithms of odds: so much for how the label
cites it, for who paid, for how well the amount fits, less for what speaks against it. The ways
exclude each other and compete with «none of these», so the probability of one is its share of
all: two that are as good as each other never get more than a half. The weights are odds set by
hand from how often such evidence errs by chance (a number of nine characters, a name shared,
an amount that other claims have too), then compared on generated bank lines with how often
each probability was right (`python -m tests.bench.desk`, table in docs/performance.md). They
are fixed: what a company teaches changes which evidence there is, not what it weighs.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from math import exp, log

from otc_desktop.domain.matching.candidates import Candidate
from otc_desktop.domain.matching.citations import CitationKind
from otc_desktop.domain.matching.payers import PayerTrust
from otc_desktop.domain.receivables.allocation import Difference, Reason
from otc_desktop.domain.shared.ids import OpenItemId
from otc_desktop.domain.shared.money import Money

DEFAULT_THRESHOLD = 0.95
_MOST_CANDIDATES = 5


class AmountFit(Enum):
    """How the amount of a receipt fits what it is said to pay."""

    EXACT = "exact"
    ROUNDING = "rounding"
    DISCOUNT = "discount"
    LATE_DISCOUNT = "late_discount"
    CHARGES_TOLD = "charges_told"
    CHARGES_USUAL = "charges_usual"
    CHARGES_GUESSED = "charges_guessed"
    CHARGES_BEYOND = "charges_beyond"
    NETTED = "netted"
    COMPLETED = "completed"
    COMBINATION = "combination"
    NAMED_SPAN = "named_span"
    NAMED_PERIOD = "named_period"
    PART = "part"
    PART_TOLD = "part_told"
    SHARE = "share"
    SHARED_OUT = "shared_out"
    MORE = "more"
    OLDEST = "oldest"


class Doubt(Enum):
    """Why a person decides, however likely it is."""

    EARLY = "early"
    SETTLED = "settled"
    SEVERAL_CUSTOMERS = "several_customers"
    TAKEN_APART = "taken_apart"
    GUESSED = "guessed"
    NOT_THE_ONLY = "not_the_only"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """All that speaks for and against one way to explain a receipt.

    `tried` sets could have hit one of `room` sums by chance. `rivals` claims of others have
    this amount too. `cited_count` documents are named; `missed` documents are cited for sure but
    left out; `days_off` is how far the day is from when this customer usually pays. `stranger`
    means that somebody else paid, `unrecognised` that a payer is named whom no file knows.
    """

    fit: AmountFit
    cited: CitationKind | None = None
    cited_length: int = 0
    cited_count: int = 0
    all_cited: bool = False
    payer: PayerTrust | None = None
    stranger: bool = False
    unrecognised: bool = False
    missed: int = 0
    missed_tails: int = 0
    tried: int = 0
    room: int = 1
    rivals: int = 0
    days_off: int = 0
    doubts: frozenset[Doubt] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One way to explain a receipt, not weighed yet."""

    parts: tuple[tuple[OpenItemId, Money], ...]
    difference: Difference
    evidence: Evidence
    reasons: tuple[Reason, ...]


_CITED = {
    CitationKind.WHOLE: 8.0,
    CitationKind.LISTED: 6.5,
    CitationKind.ORDER: 5.5,
    CitationKind.SHORT: 4.0,
    CitationKind.CUED_TAIL: 4.5,
    CitationKind.TAIL: 2.5,
    CitationKind.CUT: 2.5,
    CitationKind.TYPO: 3.5,
}
_TAILS = (CitationKind.CUED_TAIL, CitationKind.TAIL, CitationKind.CUT)
_PER_CHARACTER, _TAIL_LENGTH, _MOST_CHARACTERS = 0.6, 4, 8
# Two numbers of one customer whose sum is the amount: each speaks for the other.
_PER_FURTHER, _MOST_FURTHER = 1.0, 2
_SHORT_LENGTH = 3
_PARTLY_CITED = -2.0
_PAYER = {
    PayerTrust.ACCOUNT: 5.0,
    PayerTrust.NAME: 4.8,
    PayerTrust.CODE: 4.6,
    PayerTrust.VERY_NEAR: 4.3,
    PayerTrust.NEAR: 2.6,
    PayerTrust.GROUP: 2.0,
    PayerTrust.SHARED: 1.5,
}
_FIT = {
    AmountFit.EXACT: 3.0,
    AmountFit.ROUNDING: 1.8,
    AmountFit.DISCOUNT: 2.8,
    AmountFit.LATE_DISCOUNT: 0.6,
    AmountFit.CHARGES_TOLD: 2.6,
    AmountFit.CHARGES_USUAL: 1.0,
    AmountFit.CHARGES_GUESSED: -0.3,
    AmountFit.CHARGES_BEYOND: -1.5,
    AmountFit.NETTED: 2.4,
    AmountFit.COMPLETED: 2.2,
    AmountFit.COMBINATION: 3.2,
    AmountFit.NAMED_SPAN: 4.5,
    AmountFit.NAMED_PERIOD: 4.0,
    AmountFit.PART: -0.5,
    AmountFit.PART_TOLD: 2.6,
    AmountFit.SHARE: -1.0,
    AmountFit.SHARED_OUT: -1.5,
    AmountFit.MORE: -2.3,
    AmountFit.OLDEST: -1.5,
}
_STRANGER = -3.0
# A part paid by a name that nobody bears: the number may be another's, misspelt.
_PART_BY_NOBODY = -1.0
_MISSED, _MOST_MISSED, _MISSED_TAIL = -3.0, 2, -1.0
_RARE = 1.0
_CHANCE = 40.0
_TAIL_OF_A_PART = -2.5
_DOUBTED = {
    Doubt.EARLY: -3.5,
    Doubt.SETTLED: -3.0,
    Doubt.SEVERAL_CUSTOMERS: -1.0,
    Doubt.TAKEN_APART: -1.0,
    Doubt.GUESSED: 0.0,
    Doubt.NOT_THE_ONLY: -1.0,
}
_ON_TIME, _OFF_TIME = 0.3, -0.4
_SOON, _LONG = 8, 75
_NONE_OF_THESE = 4.2
# What a person must decide is never shown as sure.
_DOUBTFUL_AT_MOST, _SURE_AT_MOST = 0.9, 0.9995
# Ways whose odds differ by less than this factor are as good as each other.
_AS_GOOD = log(2.0)


def weigh(evidence: Evidence) -> float:
    """Logarithm of the odds that this evidence speaks of the truth."""
    weight = _FIT[evidence.fit] + _chance(evidence)
    if evidence.cited is not None:
        weight += _cited(evidence, evidence.cited)
    if evidence.payer is not None:
        weight += _PAYER[evidence.payer]
    if evidence.stranger:
        weight += _STRANGER
    if evidence.unrecognised and evidence.fit is AmountFit.PART:
        weight += _PART_BY_NOBODY
    weight += _MISSED * min(evidence.missed, _MOST_MISSED)
    weight += _MISSED_TAIL * min(evidence.missed_tails, _MOST_MISSED)
    if evidence.days_off <= _SOON:
        weight += _ON_TIME
    elif evidence.days_off > _LONG:
        weight += _OFF_TIME
    return weight + sum(_DOUBTED[doubt] for doubt in evidence.doubts)


def rank(drafts: Sequence[Draft], *, hidden_rivals: int = 0) -> tuple[Candidate, ...]:
    """Best first, each with its probability; equals at the top are not alone.

    `hidden_rivals` claims fit by their amount alone but are not among the drafts.
    """
    weights = _weights(drafts)
    if not weights:
        return ()
    ordered = sorted(weights, key=lambda each: (-each[1], each[2]))
    mass = exp(_NONE_OF_THESE) + sum(exp(weight) for _, weight, _ in ordered)
    mass += hidden_rivals * exp(_FIT[AmountFit.EXACT] - log(hidden_rivals + 1))
    best = ordered[0][1]
    level = [draft for draft, weight, _ in ordered if best - weight < _AS_GOOD]
    found = []
    for draft, weight, _ in ordered[:_MOST_CANDIDATES]:
        share = exp(weight) / mass
        doubted = bool(draft.evidence.doubts)
        found.append(
            Candidate(
                parts=draft.parts,
                difference=draft.difference,
                confidence=round(min(share, _DOUBTFUL_AT_MOST if doubted else _SURE_AT_MOST), 4),
                reasons=draft.reasons,
                alone=not (len(level) > 1 and draft in level)
                and Doubt.NOT_THE_ONLY not in draft.evidence.doubts,
            )
        )
    return tuple(found)


def doubted(evidence: Evidence, doubts: Collection[Doubt]) -> Evidence:
    """The same evidence with more to doubt."""
    return replace(evidence, doubts=evidence.doubts | frozenset(doubts))


def _weights(drafts: Sequence[Draft]) -> list[tuple[Draft, float, tuple[str, ...]]]:
    """Each way once, at its best; ties fall by age of the claims, then by id."""
    best: dict[object, tuple[Draft, float, tuple[str, ...]]] = {}
    for place, draft in enumerate(drafts):
        # Plain numbers: hashing identities and amounts is half the work here otherwise.
        key = (
            frozenset((item_id.int, part.amount) for item_id, part in draft.parts),
            draft.difference.kind,
            draft.difference.amount.amount,
        )
        weight = weigh(draft.evidence)
        before = best.get(key)
        if before is None or weight > before[1]:
            tie = (f"{draft.evidence.days_off:06d}", f"{place:04d}")
            best[key] = (draft, weight, tie)
    return list(best.values())


def _cited(evidence: Evidence, kind: CitationKind) -> float:
    weight = _CITED[kind]
    if kind in _TAILS:
        length = min(evidence.cited_length, _MOST_CHARACTERS)
        weight += _PER_CHARACTER * (length - _TAIL_LENGTH)
        if evidence.fit in (AmountFit.PART, AmountFit.MORE, AmountFit.SHARED_OUT):
            weight += _TAIL_OF_A_PART
    elif kind is CitationKind.SHORT:
        weight += _PER_CHARACTER * (evidence.cited_length - _SHORT_LENGTH)
    if evidence.all_cited and evidence.fit is AmountFit.EXACT:
        weight += _PER_FURTHER * min(max(0, evidence.cited_count - 1), _MOST_FURTHER)
    return weight if evidence.all_cited else weight + _PARTLY_CITED


def _chance(evidence: Evidence) -> float:
    """What is lost where the amount may fit by chance."""
    weight = 0.0
    if evidence.tried:
        weight -= log(1.0 + _CHANCE * evidence.tried / evidence.room)
    if evidence.cited is None and evidence.fit is AmountFit.EXACT:
        if evidence.payer is None:
            weight -= log(1.0 + evidence.rivals)
        if not evidence.rivals:
            weight += _RARE
    return weight
