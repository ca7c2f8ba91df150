"""What happens on which day, in order."""

import heapq
from collections.abc import Callable, Iterator
from datetime import date
from enum import IntEnum


class Hour(IntEnum):
    """The order of work within a day."""

    FILES = 0
    ORDERS = 1
    DELIVERIES = 2
    INVOICES = 3
    CORRECTIONS = 4
    DISPUTES = 5
    BANK = 6
    REMINDERS = 7


class Agenda:
    """Work by day and hour; work may put more work on later days."""

    def __init__(self) -> None:
        self._work: list[tuple[date, Hour, int, Callable[[], None]]] = []
        self._entered = 0

    def put(self, day: date, hour: Hour, work: Callable[[], None]) -> None:
        """Plan a piece of work; of one hour, what was entered first comes first."""
        heapq.heappush(self._work, (day, hour, self._entered, work))
        self._entered += 1

    def until(self, last: date) -> Iterator[tuple[date, Callable[[], None]]]:
        """Each piece of work up to a day, chronologically; what lies beyond never happens."""
        while self._work and self._work[0][0] <= last:
            day, _, _, work = heapq.heappop(self._work)
            yield day, work
