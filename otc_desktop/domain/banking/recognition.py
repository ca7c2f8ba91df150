"""Which movements of a file are here already, whatever file told of them before.

Banks tell one movement in many ways: an interim report, the statement of the day, a
notification with the details of a batch, an export from the web site. It is the same one
when account, amount and day agree and nothing contradicts it: the bank's reference settles
it where both have one of the same kind, else the words. Equal payments of a day are counted:
as many as either source tells are kept, never more, never fewer.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from otc_desktop.domain.banking.fingerprint import leaves_of
from otc_desktop.domain.banking.likeness import Likeness, Traits, likeness, traits
from otc_desktop.domain.banking.statement import ParsedEntry, ParsedPayment, ParsedStatement

# Sources date one movement a few days apart: by its booking, or by its value.
DAYS_APART = 5
# Within one format only these may date a movement anew: a report of the day, then the statement.
_REPORTS_AND_STATEMENTS = "camt"
# Beyond, equal amounts are not ranked by how alike they are: the first that fits is taken.
_MOST_RANKED = 40_000
_MOST_COMPARED = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownMovement:
    """A movement here already; `batch_id` is shared by those that were one entry of the bank."""

    id: UUID
    format: str
    booked_on: date
    value_on: date
    minor: int
    label: str
    counterparty: str
    end_to_end_id: str
    bank_reference: str
    batch_id: UUID | None


@dataclass(frozen=True, slots=True)
class _Side:
    """A movement of either side, as it is compared: a whole entry, or one payment of it."""

    place: int
    booked_on: date
    value_on: date
    minor: int
    traits: Traits


@dataclass(frozen=True, slots=True)
class NewEntry:
    """An entry that nothing told of before, with the payments that are kept of it."""

    entry: ParsedEntry
    payments: tuple[ParsedPayment, ...]


@dataclass(frozen=True, slots=True)
class Recognised:
    """What is new in a statement; `known` counts the payments that are here already.

    `detailed` are entries known by their sum alone, of which this file tells the payments.
    """

    new: tuple[NewEntry, ...]
    known: int
    detailed: tuple[tuple[UUID, NewEntry], ...] = ()


def recognise(statement: ParsedStatement, known: Sequence[KnownMovement]) -> Recognised:
    """Tell a statement's new entries from those known.

    Entries are compared whole first, so that a batch is known whether it was told by its sum
    or by its details; then payments one by one, for sources that tell them singly.

    Args:
        statement: of a file.
        known: the account's movements around the statement's days.
    """
    kept = [(entry, leaves_of(entry)) for entry in statement.entries]
    if not known:
        return Recognised(tuple(NewEntry(*each) for each in kept), 0)
    theirs = [
        _Side(place, entry.booked_on, entry.value_on, entry.amount.minor, _traits(entry, leaves))
        for place, (entry, leaves) in enumerate(kept)
    ]
    family = _family(statement.format)
    ours, members = _known_entries(known)
    pairing = _Pairing(
        theirs,
        ours,
        family,
        same_kind=[_family(known[each[0]].format) == family for each in members],
    )
    pairs = pairing.paired()
    used = {index for place in pairs.values() for index in members[place]}
    left = [(place, *kept[place]) for place in range(len(kept)) if place not in pairs]
    unused = [each for index, each in enumerate(known) if index not in used]
    told = set(pairs) | _told_singly(left, unused, family)
    return Recognised(
        tuple(NewEntry(*kept[place]) for place in range(len(kept)) if place not in told),
        sum(len(kept[place][1]) for place in told),
        tuple(
            (known[members[ours_place][0]].id, NewEntry(*kept[place]))
            for place, ours_place in pairs.items()
            if len(kept[place][1]) > 1 and len(members[ours_place]) == 1
        ),
    )


def _family(format: str) -> str:
    """Formats by which a bank tells a movement in the same words and with the same reference."""
    for family in ("camt", "mt94"):
        if format.startswith(family):
            return family
    return "table" if format in {"csv", "xlsx"} else format


def _traits(entry: ParsedEntry, leaves: Sequence[ParsedPayment]) -> Traits:
    return traits(
        reference=entry.bank_reference or (leaves[0].bank_reference if len(leaves) == 1 else ""),
        end_to_end_id=leaves[0].end_to_end_id if len(leaves) == 1 else "",
        texts=(entry.label, *(part for each in leaves for part in (each.counterparty, each.label))),
        is_batch=len(leaves) > 1,
    )


def _payment_traits(entry: ParsedEntry, payment: ParsedPayment) -> Traits:
    return traits(
        reference=payment.bank_reference or entry.bank_reference,
        end_to_end_id=payment.end_to_end_id,
        texts=(payment.counterparty, payment.label or entry.label),
    )


def _known_traits(movements: Sequence[KnownMovement]) -> Traits:
    first = movements[0]
    alone = len(movements) == 1
    references = {each.bank_reference for each in movements}
    return traits(
        reference=references.pop() if len(references) == 1 else "",
        end_to_end_id=first.end_to_end_id if alone else "",
        texts=tuple(part for each in movements for part in (each.counterparty, each.label)),
        is_batch=not alone,
    )


def _known_entries(
    known: Sequence[KnownMovement],
) -> tuple[list[_Side], list[tuple[int, ...]]]:
    """The entries that the known movements were, each with the places of its movements."""
    groups: dict[UUID, list[int]] = {}
    for index, each in enumerate(known):
        groups.setdefault(each.batch_id or each.id, []).append(index)
    sides: list[_Side] = []
    members: list[tuple[int, ...]] = []
    for place, indexes in enumerate(groups.values()):
        some = [known[index] for index in indexes]
        sides.append(
            _Side(
                place,
                some[0].booked_on,
                some[0].value_on,
                sum(each.minor for each in some),
                _known_traits(some),
            )
        )
        members.append(tuple(indexes))
    return sides, members


class _Pairing:
    """Pairs the entries of a file with those known, the surest pairs first.

    Args:
        theirs: the entries of the file.
        ours: those known.
        family: of the file's format.
        same_kind: whether each known one is of that family too.
    """

    def __init__(
        self,
        theirs: Sequence[_Side],
        ours: Sequence[_Side],
        family: str,
        *,
        same_kind: Sequence[bool],
    ) -> None:
        self._theirs = theirs
        self._ours = ours
        self._same_kind = same_kind
        self._dates_anew = family == _REPORTS_AND_STATEMENTS
        self._pairs: dict[int, int] = {}
        self._taken: set[int] = set()

    def paired(self) -> dict[int, int]:
        """Places of the file's entries that are known, with the places of what they are."""
        for same_day in (True, False):
            for some, candidates in _by_amount(self._theirs, self._ours, same_day=same_day):
                self._pair_equal(self._left(some), self._open(candidates))
                left, open_ = self._left(some), self._open(candidates)
                if len(left) * len(open_) <= _MOST_RANKED:
                    self._pair_alike(left, open_, same_day=same_day)
                elif same_day:
                    self._pair_first(left, open_)
        self._pair_rest_of_shared_days()
        return self._pairs

    def _left(self, some: Sequence[_Side]) -> list[_Side]:
        return [each for each in some if each.place not in self._pairs]

    def _open(self, candidates: Sequence[_Side]) -> list[_Side]:
        return [each for each in candidates if each.place not in self._taken]

    def _pair(self, each: _Side, ours: _Side) -> None:
        self._pairs[each.place] = ours.place
        self._taken.add(ours.place)

    def _pair_equal(self, left: Sequence[_Side], open_: Sequence[_Side]) -> None:
        """Pair what is told in the very same way on one day, in time that grows evenly.

        Within one format references and all words are the same; of another, the telling words.
        """
        waiting: dict[tuple[date, object], list[_Side]] = {}
        for ours in reversed(open_):
            told = ours.traits if self._same_kind[ours.place] else ours.traits.words
            waiting.setdefault((ours.booked_on, told), []).append(ours)
        for each in left:
            for told in (each.traits, each.traits.words):
                same = waiting.get((each.booked_on, told))
                if same:
                    self._pair(each, same.pop())
                    break

    def _pair_alike(self, left: Sequence[_Side], open_: Sequence[_Side], *, same_day: bool) -> None:
        """Pair what is likest first; a contradiction is never paired."""
        ranked: list[tuple[int, int, int, _Side, _Side]] = []
        for each in left:
            for ours in open_:
                how = likeness(each.traits, ours.traits, same_kind=self._same_kind[ours.place])
                if self._is_enough(how, each, ours, same_day=same_day):
                    apart = abs((each.booked_on - ours.booked_on).days)
                    ranked.append((-how, apart, len(ranked), each, ours))
        for _, _, _, each, ours in sorted(ranked, key=lambda found: found[:3]):
            if each.place not in self._pairs and ours.place not in self._taken:
                self._pair(each, ours)

    def _pair_first(self, left: Sequence[_Side], open_: Sequence[_Side]) -> None:
        """Pair each of very many equal amounts of a day with the first that fits."""
        waiting = list(open_)
        for each in left:
            for ours in waiting[:_MOST_COMPARED]:
                how = likeness(each.traits, ours.traits, same_kind=self._same_kind[ours.place])
                if how >= Likeness.NOTHING_AGAINST:
                    self._pair(each, ours)
                    waiting.remove(ours)
                    break

    def _is_enough(self, how: Likeness, each: _Side, ours: _Side, *, same_day: bool) -> bool:
        if same_day:
            return how >= Likeness.NOTHING_AGAINST
        if abs(each.booked_on - ours.booked_on) > timedelta(days=DAYS_APART):
            return False
        if self._same_kind[ours.place]:
            return self._dates_anew and how >= Likeness.SAME_REFERENCE
        # One source gives the day of booking, another the day of value.
        crossed = each.booked_on == ours.value_on or each.value_on == ours.booked_on
        return how >= Likeness.SAME_REFERENCE or (crossed and how >= Likeness.SAME_WORDS)

    def _pair_rest_of_shared_days(self) -> None:
        """Where two formats tell of one day, an amount left on both sides is one movement.

        Its words may have nothing in common: «COMMISSION» here, «FRAIS DE TENUE» there.
        Within one format the bank would have used the same words, so there it stays two.
        """
        shared = {
            self._theirs[place].booked_on
            for place, ours_place in self._pairs.items()
            if not self._same_kind[ours_place]
        }
        for some, candidates in _by_amount(self._theirs, self._ours, same_day=True):
            open_ = [each for each in self._open(candidates) if not self._same_kind[each.place]]
            for each in self._left(some):
                if open_ and each.booked_on in shared:
                    self._pair(each, open_.pop(0))


def _by_amount(
    theirs: Sequence[_Side], ours: Sequence[_Side], *, same_day: bool
) -> Iterator[tuple[list[_Side], list[_Side]]]:
    """Movements of one amount on both sides; of one day, or of any."""
    mine: dict[tuple[int, date | None], list[_Side]] = {}
    for each in ours:
        mine.setdefault((each.minor, each.booked_on if same_day else None), []).append(each)
    groups: dict[tuple[int, date | None], list[_Side]] = {}
    for each in theirs:
        key = (each.minor, each.booked_on if same_day else None)
        if key in mine:
            groups.setdefault(key, []).append(each)
    for key, some in groups.items():
        yield some, mine[key]


def _told_singly(
    left: Sequence[tuple[int, ParsedEntry, tuple[ParsedPayment, ...]]],
    unused: Sequence[KnownMovement],
    family: str,
) -> set[int]:
    """Entries that another source told payment by payment, or as one payment of a batch."""
    if not left or not unused:
        return set()
    waiting: dict[tuple[int, date], list[_Side]] = {}
    for index, each in enumerate(unused):
        side = _Side(index, each.booked_on, each.value_on, each.minor, _known_traits([each]))
        waiting.setdefault((each.minor, each.booked_on), []).append(side)
    found: set[int] = set()
    for place, entry, leaves in left:
        chosen: list[_Side] = []
        for payment in leaves:
            amount = payment.amount if payment.amount is not None else entry.amount
            alike = _first_alike(
                _payment_traits(entry, payment),
                [
                    each
                    for each in waiting.get((amount.minor, entry.booked_on), ())
                    if each not in chosen
                ],
                unused,
                family,
            )
            if alike is None:
                break
            chosen.append(alike)
        if len(chosen) == len(leaves):
            found.add(place)
            for one in chosen:
                waiting[one.minor, entry.booked_on].remove(one)
    return found


def _first_alike(
    sought: Traits, candidates: Sequence[_Side], unused: Sequence[KnownMovement], family: str
) -> _Side | None:
    for each in candidates:
        same_kind = _family(unused[each.place].format) == family
        if likeness(sought, each.traits, same_kind=same_kind) >= Likeness.SHARED_WORD:
            return each
    return None


def days_of(statement: ParsedStatement) -> tuple[date, date] | None:
    """The first and last day on which a known movement of the statement may be booked."""
    days = [entry.booked_on for entry in statement.entries]
    if not days:
        return None
    margin = timedelta(days=DAYS_APART)
    return min(days) - margin, max(days) + margin
