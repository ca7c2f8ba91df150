"""What the columns of a table are, by their headers, by near words, and by what is in them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from otc_desktop.application.kernel.import_mapping import ImportMapping, header_key
from otc_desktop.application.kernel.imports import Aliases, CellKind, ImportKind
from otc_desktop.application.kernel.ports import RawTable
from otc_desktop.domain.customers.identifiers import (
    check_iban,
    check_siren,
    check_siret,
    check_vat_number,
)
from otc_desktop.domain.shared.errors import RuleError

_NEAR_PERCENT = 86
_SAMPLE = 200
_MOSTLY_PERCENT = 80
_FEWEST_SAMPLES = 2


class Recognition(StrEnum):
    """Why a column is taken for a field; the first two need nobody's word."""

    HEADER = "header"
    REMEMBERED = "remembered"
    NEAR_WORD = "near_word"
    CONTENT = "content"
    NONE = "none"

    @property
    def is_sure(self) -> bool:
        """Whether a file may be imported on it without a look."""
        return self in (Recognition.HEADER, Recognition.REMEMBERED)


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """What one column is taken for, and why; `twin` is the header that already says it."""

    title: str
    column: str
    why: Recognition
    twin: str = ""


def learned_aliases(kind: ImportKind, remembered: Sequence[ImportMapping]) -> Aliases:
    """The kind's own headers, and after them those that people mapped by hand before."""
    aliases = {column: tuple(headers) for column, headers in kind.aliases.items()}
    for mapping in remembered:
        for title, column in zip(mapping.titles, mapping.columns, strict=True):
            if title and column in aliases:
                aliases[column] = (*aliases[column], title)
    return aliases


def guess_columns(kind: ImportKind, table: RawTable, aliases: Aliases) -> list[ColumnGuess]:
    """What each column of a table is; of two that say the same, the better header wins."""
    ranks = _ranks(aliases)
    found = [_ranked(title, ranks, kind.topics) for title in table.titles]
    taken: dict[str, int] = {}
    for place, hit in enumerate(found):
        if hit is None:
            continue
        column, rank = hit
        rival = taken.get(column)
        if rival is None or rank < _rank_of(found[rival]) or _is_empty(table, rival):
            taken[column] = place
    guesses = []
    for place, title in enumerate(table.titles):
        hit = found[place]
        if hit is not None and taken[hit[0]] == place:
            guesses.append(ColumnGuess(title, hit[0], Recognition.HEADER))
        elif hit is not None:
            guesses.append(
                ColumnGuess(title, "", Recognition.NONE, twin=table.titles[taken[hit[0]]])
            )
        else:
            guesses.append(ColumnGuess(title, "", Recognition.NONE))
    return guesses


def suggest_more(
    kind: ImportKind, table: RawTable, aliases: Aliases, guesses: Sequence[ColumnGuess]
) -> list[ColumnGuess]:
    """The guesses, with near words and contents for the columns that no header told."""
    taken = {guess.column for guess in guesses if guess.column}
    more: list[ColumnGuess] = []
    for place, guess in enumerate(guesses):
        if guess.column or guess.twin:
            more.append(guess)
            continue
        column = _near(guess.title, aliases, taken)
        why = Recognition.NEAR_WORD
        if not column:
            column, why = _by_content(kind, _cells(table, place), taken), Recognition.CONTENT
        if column:
            taken.add(column)
            more.append(ColumnGuess(guess.title, column, why))
        else:
            more.append(guess)
    return more


def clashing_columns(table: RawTable, columns: Sequence[str]) -> tuple[int, int] | None:
    """Two columns taken for the same field that say different things somewhere, or None."""
    places: dict[str, int] = {}
    for place, column in enumerate(columns):
        if not column:
            continue
        first = places.setdefault(column, place)
        if first != place and any(
            row.cells[first] and row.cells[place] and row.cells[first] != row.cells[place]
            for row in table.rows
        ):
            return first, place
    return None


def _ranks(aliases: Aliases) -> Mapping[str, tuple[str, int]]:
    ranks = {header_key(column): (column, 0) for column in aliases}
    for column, headers in aliases.items():
        for rank, header in enumerate(headers, start=1):
            ranks.setdefault(header_key(header), (column, rank))
    return ranks


def _ranked(
    title: str, ranks: Mapping[str, tuple[str, int]], topics: Sequence[str]
) -> tuple[str, int] | None:
    """The title as it is, without what is in brackets, and without the topic before it."""
    if not title:
        return None
    short = title.split("(", 1)[0]
    keys = [header_key(title), header_key(short)]
    for topic in topics:
        key = header_key(topic)
        keys += [each.removeprefix(key) for each in keys[:2] if each.startswith(key)]
    return next((ranks[key] for key in keys if key and key in ranks), None)


def _rank_of(hit: tuple[str, int] | None) -> int:
    return 0 if hit is None else hit[1]


def _is_empty(table: RawTable, place: int) -> bool:
    return not any(row.cells[place] for row in table.rows)


def _cells(table: RawTable, place: int) -> list[str]:
    found: list[str] = []
    for row in table.rows:
        if row.cells[place]:
            found.append(row.cells[place])
            if len(found) == _SAMPLE:
                break
    return found


def _near(title: str, aliases: Aliases, taken: set[str]) -> str:
    key = header_key(title)
    if len(key) < 4:
        return ""
    best, nearest = "", _NEAR_PERCENT
    for column, headers in aliases.items():
        if column in taken:
            continue
        for header in (column, *headers):
            likeness = round(SequenceMatcher(None, key, header_key(header)).ratio() * 100)
            if likeness > nearest:
                best, nearest = column, likeness
    return best


def _by_content(kind: ImportKind, cells: Sequence[str], taken: set[str]) -> str:
    if len(cells) < _FEWEST_SAMPLES:
        return ""
    for cell_kind, check in _CHECKS.items():
        column = next(
            (each for each, held in kind.cells.items() if held is cell_kind and each not in taken),
            "",
        )
        if column and sum(map(check, cells)) * 100 >= _MOSTLY_PERCENT * len(cells):
            return column
    return ""


def _passes(check: Callable[[str], str]) -> Callable[[str], bool]:
    def passes(text: str) -> bool:
        try:
            check(text)
        except RuleError:
            return False
        return True

    return passes


def _is_email(text: str) -> bool:
    name, at, domain = text.partition("@")
    return bool(name and at) and "." in domain and " " not in text


def _is_postal_code(text: str) -> bool:
    return len(text) == 5 and text.isdigit() and text[:2] != "00" and text < "99000"


_CHECKS: Mapping[CellKind, Callable[[str], bool]] = {
    CellKind.IBAN: _passes(check_iban),
    CellKind.SIRET: _passes(check_siret),
    CellKind.SIREN: _passes(check_siren),
    CellKind.VAT_NUMBER: _passes(check_vat_number),
    CellKind.EMAIL: _is_email,
    CellKind.POSTAL_CODE: _is_postal_code,
}
