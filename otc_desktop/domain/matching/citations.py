"""How a label cites documents: whole numbers, lists, dropped prefixes, slips of the pen."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from rapidfuzz.distance import OSA

from otc_desktop.domain.matching.references import (
    find_keys,
    heads_of,
    number_key,
    tokens_beside,
)

_LETTERS_THEN_DIGITS = re.compile(r"([A-Z]+)(\d+)")
_DIGITS = re.compile(r"\d+")
_MIXED = re.compile(r"[A-Z]\d|\d[A-Z]")
_YEAR = re.compile(r"20\d\d(?=\d{3})")
_YEAR_ALONE = re.compile(r"20[2-4]\d|2\d")
# «F2600412»: two figures of the year, then a number that is filled up with zeros.
_SHORT_YEAR = re.compile(r"2\d(?=0\d{3,}$|\d{5,}$)")
_GLUED = frozenset(
    "FACTURE FACTURES FACT FACTS FAC FACS FA FT F NO N NUM NR REF INV INVOICE".split()
)
_CUES = _GLUED | frozenset(
    "FACTN FACTNO FCT FTRE REGLEMENT REGLT RGLT RGT SOLDE VOTRE VOS FACTUR RECHNUNG".split()
)
# «F26/412»: the year glued to the word.
_CUE_WITH_YEAR = re.compile(r"(?:F|FA|FAC|FACT|FC|FV)(?:20)?2\d")
# «du 12 au», «-»: a list of numbers goes on over these.
_LINKS = frozenset("ET A AU AND NO N FA FACT FACTURE".split())
_BEYOND_CHANCE = 6
_SHORTEST_TAIL = 3
_SHORTEST_TYPO = 6
_SHORTEST_CUT = 5
_LONGEST_GLUED = 3
_BANK_WIDTHS = (31, 32, 35, 70, 140)
# Letters typed or read for digits.
_LOOK_ALIKE = str.maketrans("OQDILSZB", "00011528")


class CitationKind(Enum):
    """How a document is named, the surest first."""

    WHOLE = "whole"
    LISTED = "listed"  # «F2026-00412/413»: the end of a number after a whole one
    ORDER = "order"  # by the customer's order number
    SHORT = "short"  # a whole number of few digits, which a date or postcode may equal
    CUED_TAIL = "cued_tail"  # the end of a number after a word such as «facture»
    TAIL = "tail"
    CUT = "cut"  # the beginning of a number where the bank cuts texts
    TYPO = "typo"  # one character wrong, missing, added or exchanged


@dataclass(frozen=True, slots=True)
class Citation:
    """One document named by a label; `length` counts the characters that agree."""

    kind: CitationKind
    key: str
    length: int


class CitationIndex:
    """Every document by its number's key, its order's, and the ends of its number."""

    def __init__(self, numbers: Iterable[tuple[str, str]]) -> None:
        self.orders: dict[str, list[str]] = {}
        self.keys: dict[str, list[str]] = {}
        self.tails: dict[str, list[str]] = {}
        self.looks: dict[str, list[str]] = {}
        for number, order in numbers:
            key = number_key(number)
            if len(key) < _SHORTEST_TAIL:
                continue
            self.keys.setdefault(key, []).append(number)
            if len(key) >= _SHORTEST_TYPO:
                self.looks.setdefault(key.translate(_LOOK_ALIKE), []).append(key)
            for tail in _tails(number, key):
                self.tails.setdefault(tail, []).append(key)
            order_key = number_key(order) if order else ""
            if len(order_key) >= _SHORTEST_TAIL + 1:
                self.orders.setdefault(order_key, []).append(key)
        self.heads = heads_of(self.keys)
        self.order_heads = heads_of(self.orders)
        self.look_heads = heads_of(self.looks)


@dataclass(slots=True)
class Label:
    """A receipt's text, taken apart once.

    `whole` are the numbers that stand in it as they are: nobody misspelt those. `beside` marks
    the tokens of dates and amounts, which are no numbers of documents.
    """

    tokens: list[str]
    cut: bool
    whole: set[str] = field(default_factory=set)
    beside: list[bool] = field(default_factory=list)
    _pieces: list[str] | None = None

    def near_even_whole(self, key: str) -> Citation | None:
        """The same where the whole numbers cited don't fit: one may be another's, misspelt."""
        for number in self.whole:
            close = len(key) >= _SHORTEST_TYPO and abs(len(number) - len(key)) <= 1
            if close and number != key and OSA.distance(number, key, score_cutoff=1) <= 1:
                return Citation(CitationKind.TYPO, key, len(key) - 1)
        return self.near(key)

    def near(self, key: str) -> Citation | None:
        """The key as cut by the bank, or with a slip of the pen."""
        if self.cut and self.tokens:
            for width in (1, 2, 3):
                end = "".join(self.tokens[-width:])
                if len(end) >= _SHORTEST_CUT and key != end and key.startswith(end):
                    return Citation(CitationKind.CUT, key, len(end))
        if len(key) < _SHORTEST_TYPO:
            return None
        for piece in self._misspelt():
            near = abs(len(piece) - len(key)) <= 1 and piece != key
            if near and OSA.distance(piece, key, score_cutoff=1) <= 1:
                return Citation(CitationKind.TYPO, key, len(key) - 1)
        return None

    def may_name_more(self) -> bool:
        """Whether something in it may be a number that was cut or misspelt."""
        return self.cut or bool(self.whole) or bool(self._misspelt())

    def _misspelt(self) -> list[str]:
        if self._pieces is None:
            self._pieces = [
                piece
                for piece in self._long_numbers()
                if not any(key in piece for key in self.whole)
            ]
        return self._pieces

    def _long_numbers(self) -> list[str]:
        """Runs of up to four tokens that hold a number long enough to be misspelt."""
        found = []
        for start in range(len(self.tokens)):
            for width in range(1, 5):
                run = self.tokens[start : start + width]
                if len(run) < width:
                    break
                piece = "".join(run)
                if len(piece) >= _SHORTEST_TYPO - 1 and any(each.isdigit() for each in piece):
                    found.append(piece)
        return found


def read_label(text: str) -> Label:
    """A text as tokens, and whether the bank may have cut it."""
    fields = [field for field in text.split(" | ") if field]
    cut = any(len(field) in _BANK_WIDTHS for field in fields[:1])
    tokens, beside = tokens_beside(text)
    return Label(tokens, cut, beside=beside)


def look_alike(key: str) -> str:
    """A key with the letters that are read as digits read so."""
    return key.translate(_LOOK_ALIKE)


def cite(label: Label, index: CitationIndex) -> dict[str, Citation]:
    """Every document that the label names, by key; the surest way of naming it counts."""
    tokens, beside = label.tokens, label.beside
    found: dict[str, Citation] = {}
    taken = list(beside)
    cued = _cued_places(tokens, beside)
    orders = find_keys(tokens, index.orders, index.order_heads)
    whole = [
        (key, start, end)
        for key, start, end in find_keys(tokens, index.keys, index.heads)
        if not (key.isdigit() and _is_part_beside(tokens, beside, start, end))
        # «M26-10385» is one order, though there be an invoice 10385.
        and not any(
            first <= start and end <= last and end - start < last - first
            for _, first, last in orders
        )
    ]
    begun = {start for _, start, _ in whole}
    for key, start, end in whole:
        short = key.isdigit() and len(key) < _BEYOND_CHANCE and not cued[start]
        _keep(found, Citation(CitationKind.SHORT if short else CitationKind.WHOLE, key, len(key)))
        taken[start:end] = [True] * (end - start)
        if not short:
            label.whole.add(key)
        for at, following in _listed(tokens, end, key, index.keys, begun):
            _keep(found, Citation(CitationKind.LISTED, following, len(tokens[at])))
            taken[at] = True
    for key, start, end in orders:
        if not any(taken[start:end]):
            for each in index.orders[key]:
                _keep(found, Citation(CitationKind.ORDER, each, len(key)))
            taken[start:end] = [True] * (end - start)
    for place, token in enumerate(tokens):
        if not taken[place]:
            _cite_by_tail(tokens, place, token, index, found, cued=cued[place])
    if not whole:
        _cite_by_look(tokens, index, found)
    return found


def _cite_by_look(tokens: Sequence[str], index: CitationIndex, found: dict[str, Citation]) -> None:
    """Numbers whose letters and digits were taken for each other: «F2O26-O0412»."""
    if not any(_MIXED.search(token) for token in tokens):
        return
    alike = [token.translate(_LOOK_ALIKE) for token in tokens]
    for look, _, _ in find_keys(alike, index.looks, index.look_heads):
        for key in index.looks[look]:
            _keep(found, Citation(CitationKind.TYPO, key, len(key) - 1))


def _listed(
    tokens: Sequence[str],
    place: int,
    key: str,
    known: Mapping[str, object],
    begun: Collection[int],
) -> Iterator[tuple[int, str]]:
    """Ends of numbers after a whole one, with their places: «F2026-00412 413 et 00415».

    Where the next whole number begins («2026/00412 2026/00413») the list is over.
    """
    for at in range(place, len(tokens)):
        if at in begun:
            return
        token = tokens[at]
        if token.isdigit() and 1 < len(token) < len(key):
            following = key[: -len(token)] + token
            if following == key or following not in known:
                return
            yield at, following
        elif token not in _LINKS:
            return


def _cite_by_tail(
    tokens: Sequence[str],
    place: int,
    token: str,
    index: CitationIndex,
    found: dict[str, Citation],
    *,
    cued: bool,
) -> None:
    glued = _LETTERS_THEN_DIGITS.fullmatch(token)
    if glued is not None:
        letters, digits = glued[1], glued[2]
        # «FACTF2026 00412»: a word stuck to the first part of the number.
        starts = [(letters[:at], letters[at:]) for at in range(1, len(letters) + 1)]
        for word, prefix in starts:
            for width in range(_LONGEST_GLUED if word in _GLUED else 0):
                key = prefix + digits + "".join(tokens[place + 1 : place + 1 + width])
                if key in index.keys:
                    _keep(found, Citation(CitationKind.WHOLE, key, len(key)))
        if letters in _GLUED:
            token, cued = digits, True
    if token.isdigit():
        runs = [token]
        if place + 1 < len(tokens) and tokens[place + 1].isdigit():
            runs.append(token + tokens[place + 1])
        for run in runs:
            kind = CitationKind.CUED_TAIL if cued else CitationKind.TAIL
            for key in index.tails.get(run, ()):
                _keep(found, Citation(kind, key, len(run)))


def _tails(number: str, key: str) -> Collection[str]:
    """Ends by which people name a number: without its letters, its year, its zeros."""
    groups = _DIGITS.findall(number)
    if not groups:
        return ()
    # «412/2026»: the year stands behind.
    last = groups[-2] if len(groups) > 1 and _YEAR_ALONE.fullmatch(groups[-1]) else groups[-1]
    ends = {"".join(groups), last, last.lstrip("0")}
    if year := _YEAR.match(last) or _SHORT_YEAR.match(last):
        ends |= {last[year.end() :], last[year.end() :].lstrip("0")}
    return {end for end in ends if len(end) >= _SHORTEST_TAIL and end != key}


def _cued_places(tokens: Sequence[str], beside: Sequence[bool]) -> list[bool]:
    """Where a number is announced: after a word such as «facture», and on along its list."""
    cued: list[bool] = []
    last = -1  # the last number announced
    for place, token in enumerate(tokens):
        near = tokens[max(0, place - 2) : place]
        said = any(each in _CUES or _CUE_WITH_YEAR.fullmatch(each) for each in near)
        if not said and last >= 0 and token.isdigit():
            said = all(each in _LINKS for each in tokens[last + 1 : place])
        cued.append(said)
        if said and token.isdigit() and not beside[place]:
            last = place
    return cued


def _is_part_beside(tokens: Sequence[str], beside: Sequence[bool], start: int, end: int) -> bool:
    """Whether it lies inside a date or an amount, and is not the whole of it; or is a year."""
    if not all(beside[start:end]):
        return False
    if end - start == 1 and _YEAR_ALONE.fullmatch(tokens[start]):
        return True
    return (start > 0 and beside[start - 1]) or (end < len(beside) and beside[end])


def _keep(found: dict[str, Citation], citation: Citation) -> None:
    before = found.get(citation.key)
    if before is None or _ORDER[citation.kind] < _ORDER[before.kind]:
        found[citation.key] = citation


_ORDER: Mapping[CitationKind, int] = {kind: place for place, kind in enumerate(CitationKind)}
