"""Which of a customer's open amounts add up to a receipt: a search with bounds."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations as choose
from math import gcd

# Every pair, triple and four among so many; where none fits, among more; then pairs and runs.
_DEEP = 22
_BROAD = 60
_WIDE = 100
_MOST_FOUND = 4
_SMALLEST_LEFT_OUT = 2
_FEW = 6


@dataclass(frozen=True, slots=True)
class Combination:
    """Places of the amounts that add up, oldest first.

    `others` counts further combinations found, `tried` how many could have fitted by chance,
    `room` the number of sums that chance could hit.
    """

    places: tuple[int, ...]
    others: int
    tried: int
    room: int


def combinations(
    amounts: Sequence[int], target: int, *, thorough: bool = True
) -> list[Combination]:
    """Sets of two or more amounts that sum to the target, the most natural first.

    A set that holds another found one is dropped: an invoice with its own credit note adds
    nothing. Work is bounded whatever the number of amounts. Not `thorough` means neighbours
    and pairs only, for who just wants to know whether something else fits too.
    """
    wide = amounts[:_WIDE]
    if len(amounts) < 2 or sum(each for each in amounts if each > 0) < target:
        return []
    found: dict[tuple[int, ...], None] = {}
    whole = sum(amounts)
    if whole == target:
        found[tuple(range(len(amounts)))] = None
    for run in _runs(wide, target):
        found[run] = None
    # What alone exceeds the target, credit notes deducted, is part of no sum.
    most = target - sum(each for each in wide if each < 0)
    fitting = [place for place, each in enumerate(wide) if each <= most]
    # The latest: what was left unpaid long ago seldom belongs to today's money.
    deep = fitting[-_DEEP:] if thorough else []
    found |= dict.fromkeys(_sums_among(wide, deep, target))
    if thorough and len(amounts) <= _DEEP:
        for left_out in _left_out(wide, whole - target):
            rest = tuple(place for place in range(len(wide)) if place not in left_out)
            if len(rest) > 1:
                found[rest] = None
    if len(fitting) > len(deep):
        for places in _pairs([wide[place] for place in fitting], target):
            found[tuple(fitting[place] for place in places)] = None
    broad = fitting[-_BROAD:] if thorough and not found and len(fitting) > _DEEP else []
    found |= dict.fromkeys(_sums_among(wide, broad, target))
    if not found:
        return []
    minimal = _minimal(list(found))
    count = max(len(broad), min(len(wide), _DEEP))
    return [
        Combination(places, len(minimal) - 1, *_chance(wide, places, count))
        for places in minimal[:_MOST_FOUND]
    ]


def without_few(amounts: Sequence[int], target: int) -> list[tuple[int, ...]]:
    """Places of one or two amounts without which the rest makes the target."""
    gap = sum(amounts) - target
    return _left_out(amounts, gap) if gap > 0 else []


def _sums_among(
    amounts: Sequence[int], places: Sequence[int], target: int
) -> Iterator[tuple[int, ...]]:
    if not places:
        return
    for found in _small_sums([amounts[place] for place in places], target):
        yield tuple(places[each] for each in found)


def _runs(amounts: Sequence[int], target: int) -> list[tuple[int, ...]]:
    """Neighbours by age: what somebody pays who pays everything up to a date."""
    seen: dict[int, int] = {0: 0}
    found = []
    so_far = 0
    for place, amount in enumerate(amounts):
        so_far += amount
        start = seen.get(so_far - target)
        if start is not None and place - start >= 1:
            found.append(tuple(range(start, place + 1)))
        seen[so_far] = place + 1
    return found[:_MOST_FOUND]


def _pairs(amounts: Sequence[int], target: int) -> list[tuple[int, ...]]:
    if set(amounts).isdisjoint([target - each for each in amounts]):
        return []
    seen: dict[int, list[int]] = defaultdict(list)
    found: list[tuple[int, ...]] = []
    for place, amount in enumerate(amounts):
        found.extend((other, place) for other in seen.get(target - amount, ())[:2])
        if len(found) >= _MOST_FOUND:
            break
        seen[amount].append(place)
    return found


def _small_sums(amounts: Sequence[int], target: int) -> list[tuple[int, ...]]:
    """Every two, three and four that fit, by sums of pairs met in the middle."""
    found = _pairs(amounts, target)
    # Most often nothing fits: sums alone tell that, many times faster than sums with places.
    sums = {first + second for first, second in choose(amounts, 2)}
    three = any(target - each in sums for each in amounts)
    if not three and sums.isdisjoint([target - each for each in sums]):
        return found
    pairs: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for third in range(2, len(amounts)):
        second = third - 1
        for first in range(second):
            pairs[amounts[first] + amounts[second]].append((first, second))
        rest = target - amounts[third]
        found.extend((*pair, third) for pair in pairs.get(rest, ())[:2])
        for fourth in range(third + 1, len(amounts)):
            wanted = rest - amounts[fourth]
            found.extend((*pair, third, fourth) for pair in pairs.get(wanted, ())[:1])
        if len(found) >= _MOST_FOUND * 3:
            break
    return found


def _left_out(amounts: Sequence[int], gap: int) -> list[tuple[int, ...]]:
    """One or two amounts whose absence explains the gap to the whole balance."""
    single = [(place,) for place, amount in enumerate(amounts) if amount == gap]
    if len(amounts) <= _SMALLEST_LEFT_OUT + 2:
        return list(single[:_MOST_FOUND])
    return [*single[:_MOST_FOUND], *_pairs(amounts, gap)]


def _minimal(found: list[tuple[int, ...]]) -> list[tuple[int, ...]]:
    kept: list[tuple[int, ...]] = []
    sets = [frozenset(each) for each in found]
    for place, each in enumerate(found):
        inside = any(other < sets[place] for number, other in enumerate(sets) if number != place)
        if not inside:
            kept.append(each)
    return kept


def _chance(amounts: Sequence[int], places: Sequence[int], count: int) -> tuple[int, int]:
    """How many sets might have made such a sum, and how many sums there are to be hit.

    Prices of a list are multiples of something: among them other sums hit far more often than
    their cents suggest, be it only in the place of some of what was found.
    """
    tried = _tried(count, len(places))
    room = max(1, sum(abs(each) for each in amounts) // (gcd(*amounts) or 1))
    found = [amounts[place] for place in places]
    parts = [found]
    if len(found) <= _FEW:
        parts += [found[:place] + found[place + 1 :] for place in range(len(found))]
    for part in parts:
        grain = gcd(*part)
        if len(part) < 2 or grain <= 1:
            continue
        alike = sorted(abs(each) for each in amounts if each % grain == 0)
        sets = _tried(len(alike), len(part))
        sums = max(1, sum(alike[-len(part) :]) // grain)
        if sets * room > tried * sums:
            tried, room = sets, sums
    return tried, room


def _tried(count: int, size: int) -> int:
    """How many sets of up to that size there are; large ones count as runs or remainders."""
    tried, sets = 0, 1
    for picked in range(1, min(size, 4) + 1):
        sets = sets * (count - picked + 1) // picked
        tried += sets
    return max(1, tried)
