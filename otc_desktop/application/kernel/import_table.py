"""A file read as rows of our own columns, by a mapping chosen, remembered, or in its headers."""

from collections.abc import Sequence
from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.import_cells import ColumnHabit, habit_of, mended, restored
from otc_desktop.application.kernel.import_columns import (
    clashing_columns,
    guess_columns,
    learned_aliases,
)
from otc_desktop.application.kernel.import_mapping import ImportMapping
from otc_desktop.application.kernel.imports import (
    LARGEST_FILE,
    Aliases,
    CellKind,
    ImportKind,
    ImportTable,
    SkippedLine,
)
from otc_desktop.application.kernel.ports import RawTable, RawTableRow, SheetRow
from otc_desktop.domain.shared.errors import InputFileError, RuleError
from otc_desktop.domain.shared.findings import Finding, error, warning
from otc_desktop.domain.shared.text import fold

_FRANCE = frozenset({"", "fr", "fra", "france"})
_FEWEST_COLUMNS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedTable:
    """The rows of a file by our columns, and how they were read.

    `columns` are those the file has (or a constant stands in for); `ignored` the headers
    left aside, `mapping` the title of the remembered mapping that was used.
    """

    columns: tuple[str, ...]
    rows: Sequence[SheetRow]
    ignored: tuple[str, ...] = ()
    skipped: tuple[SkippedLine, ...] = ()
    mapping: str = ""
    remarks: tuple[Finding, ...] = ()


def read_table(ctx: Context, command: ImportTable, kind: ImportKind) -> ImportedTable:
    """The file of an import, read before its unit of work opens.

    Raises:
        InputFileError: a `files.*` or `sheet.*` code; `sheet.no_header` where too few
            columns are known, `sheet.duplicate_header` where two that say different things
            are taken for the same.
    """
    with ctx.snapshot() as view:
        remembered = view.import_mappings.of_kind(kind.name)
    content = ctx.ports.files.read(command.path, largest=LARGEST_FILE)
    aliases = learned_aliases(kind, remembered)
    table = ctx.ports.sheets.table(
        content,
        name=command.path.name,
        aliases=aliases,
        sheet=command.sheet,
        header_line=command.header_line,
    )
    chosen = command.mapping or mapping_for(table, remembered)
    remarks: tuple[Finding, ...] = ()
    if chosen is None:
        chosen, remarks = mapping_from_headers(kind, table, aliases, name=command.path.name)
    return read_rows(kind, table, chosen, command, remarks=remarks)


def mapping_from_headers(
    kind: ImportKind, table: RawTable, aliases: Aliases, *, name: str
) -> tuple[ImportMapping, tuple[Finding, ...]]:
    """What the headers alone say, and which of them were left aside for a better one.

    Raises:
        InputFileError: `sheet.duplicate_header`.
    """
    guesses = guess_columns(kind, table, aliases)
    remarks = tuple(
        warning("import.column_twice", title=guess.title, first=guess.twin)
        for guess in guesses
        if guess.twin and guess.title != guess.twin
    )
    _refuse_same_header(table, [guess.column or guess.twin for guess in guesses], name)
    columns = tuple(guess.column for guess in guesses)
    return ImportMapping(kind=kind.name, titles=table.titles, columns=columns), remarks


def mapping_for(table: RawTable, remembered: Sequence[ImportMapping]) -> ImportMapping | None:
    """The mapping that was remembered for files with these headers."""
    return next((each for each in remembered if each.titles_match(table.titles)), None)


def read_rows(
    kind: ImportKind,
    table: RawTable,
    mapping: ImportMapping,
    command: ImportTable,
    *,
    remarks: tuple[Finding, ...] = (),
) -> ImportedTable:
    """A table's rows under a mapping.

    Raises:
        InputFileError: `sheet.no_header`, `sheet.duplicate_header`, `sheet.other_header`.
        RuleError: `import.unknown_column` for a constant of a column that does not exist.
    """
    name = command.path.name
    if len(mapping.columns) != len(table.titles):
        raise InputFileError("sheet.other_header", name=name, line=table.header_line)
    known = {column for column in mapping.columns if column in kind.aliases}
    if len(known) < min(_FEWEST_COLUMNS, len(kind.aliases)):
        raise InputFileError("sheet.no_header", name=name, expected=tuple(kind.aliases))
    _refuse_clash(table, mapping.columns, name)
    constants = {**mapping.constants, **command.constants}
    if unknown := [column for column in constants if column not in kind.aliases]:
        raise RuleError("import.unknown_column", column=unknown[0], known=tuple(kind.aliases))
    places = [(place, column) for place, column in enumerate(mapping.columns) if column in known]
    habits = {
        place: habit_of(
            kind.cell_kind(column),
            (row.cells[place] for row in table.rows),
            dates=mapping.dates,
            decimals=mapping.decimals,
        )
        for place, column in places
        if kind.cell_kind(column) in (CellKind.DATE, CellKind.AMOUNT)
    }
    reader = _RowReader(
        kind,
        name,
        width=len(table.titles),
        places=places,
        habits=habits,
        constants=constants,
    )
    return ImportedTable(
        columns=tuple(dict.fromkeys([*(column for _, column in places), *constants])),
        rows=[reader.read(row) for row in table.rows],
        ignored=tuple(
            title
            for title, column in zip(table.titles, mapping.columns, strict=True)
            if title and column not in known
        ),
        skipped=tuple(SkippedLine(line, reason) for line, reason in table.skipped),
        mapping=mapping.title,
        remarks=remarks,
    )


class _RowReader:
    """Turns rows of cells into rows of values by our columns."""

    def __init__(
        self,
        kind: ImportKind,
        name: str,
        *,
        width: int,
        places: Sequence[tuple[int, str]],
        habits: dict[int, ColumnHabit],
        constants: dict[str, str],
    ) -> None:
        self._kind = kind
        self._name = name
        self._width = width
        self._places = places
        self._habits = habits
        self._constants = constants

    def read(self, row: RawTableRow) -> SheetRow:
        values: dict[str, str] = {}
        faults: list[Finding] = []
        if row.fields is not None:
            faults.append(
                error(
                    "sheet.broken_line",
                    None,
                    name=self._name,
                    line=row.number,
                    expected=self._width,
                    found=row.fields,
                )
            )
        for place, column in self._places:
            if place in row.faults:
                faults.append(
                    error("sheet.bad_cell", column, name=self._name, value=row.faults[place])
                )
                continue
            text = row.cells[place]
            try:
                text = mended(
                    text, self._kind.cell_kind(column), self._habits.get(place, _PLAIN), column
                )
            except RuleError as problem:
                faults.append(error(problem.code, column, **problem.params))
                continue
            if text or not values.get(column):
                values[column] = text
        for column, text in self._constants.items():
            if not values.get(column):
                values[column] = text
        return SheetRow(row.number, values, tuple(faults), tuple(self._restore(values)))

    def _restore(self, values: dict[str, str]) -> list[Finding]:
        remarks = []
        in_france = fold(values.get("country", "")) in _FRANCE
        for column, text in values.items():
            kind = self._kind.cell_kind(column)
            if not text or kind not in _WITH_ZEROS:
                continue
            values[column], remark = restored(text, kind, column, in_france=in_france)
            if values[column] != text:
                remarks.append(remark)
        return remarks


_PLAIN = ColumnHabit()
_WITH_ZEROS = frozenset({CellKind.POSTAL_CODE, CellKind.SIREN, CellKind.SIRET, CellKind.PHONE})


def _refuse_same_header(table: RawTable, columns: Sequence[str], name: str) -> None:
    """Two columns with one header must say the same: nobody can tell which is meant."""
    by_title: dict[str, int] = {}
    for place, title in enumerate(table.titles):
        if not columns[place]:
            continue
        first = by_title.setdefault(fold(title), place)
        if first != place:
            pair = ["" for _ in columns]
            pair[first] = pair[place] = "same"
            _refuse_clash(table, pair, name)


def _refuse_clash(table: RawTable, columns: Sequence[str], name: str) -> None:
    clash = clashing_columns(table, columns)
    if clash is not None:
        first, second = clash
        raise InputFileError(
            "sheet.duplicate_header",
            name=name,
            line=table.header_line,
            column=table.titles[second],
            first=table.titles[first],
        )
