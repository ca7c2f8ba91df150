"""The fates of an import as a list: filtered by fate, searched by key, name or reason."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from otc_desktop.application.kernel.imports import Fate, ImportResult, RowFate
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.domain.shared.text import fold
from otc_desktop.ui.kernel.tones import StatusMark, Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class FateRow:
    """One row of the file as the list shows it."""

    id: UUID
    line: int | None
    fate: StatusMark
    key: str
    name: str
    changes: str
    reasons: str


_TONES = {
    Fate.CREATED: Tone.GOOD,
    Fate.UPDATED: Tone.INFO,
    Fate.UNCHANGED: Tone.NEUTRAL,
    Fate.REJECTED: Tone.BAD,
}


class FateSource:
    """Pages through the fates of an import; rows are worded only when they are shown.

    Args:
        result: of the import.
        fate_name: a fate in the window's language.
        changes: what changes in a row, in words.
        reasons: why a row is refused, or what to look at, in words.
    """

    def __init__(
        self,
        result: ImportResult,
        *,
        fate_name: Callable[[Fate], str],
        changes: Callable[[RowFate], str],
        reasons: Callable[[RowFate], str],
    ) -> None:
        self._rows: Sequence[RowFate] = result.rows
        self._fate_name = fate_name
        self._changes = changes
        self._reasons = reasons

    def page(self, request: PageRequest) -> Sequence[FateRow]:
        """The rows asked for."""
        found = self._found(request)[request.offset : request.offset + request.limit]
        return [self._shown(place) for place in found]

    def count(self, request: PageRequest) -> int:
        """How many rows pass."""
        return len(self._found(request))

    def totals(self, request: PageRequest) -> Mapping[str, Any]:
        """None."""
        return {}

    def _found(self, request: PageRequest) -> Sequence[int]:
        fate, search = request.filters.get("fate"), fold(request.search)
        if fate is None and not search:
            return range(len(self._rows))
        return [
            place
            for place, row in enumerate(self._rows)
            if (fate is None or _passes(row, fate))
            and (not search or search in fold(f"{row.key} {row.name}"))
        ]

    def _shown(self, place: int) -> FateRow:
        row = self._rows[place]
        return FateRow(
            id=UUID(int=place + 1),
            line=row.row or None,
            fate=StatusMark(_TONES[row.fate], self._fate_name(row.fate)),
            key=row.key,
            name=row.name,
            changes=self._changes(row),
            reasons=self._reasons(row),
        )


REMARKS = "remarks"


def _passes(row: RowFate, fate: str) -> bool:
    if fate == REMARKS:
        return bool(row.findings) and row.fate is not Fate.REJECTED
    return row.fate.value == fate
