"""Looking at a table before it is imported, and remembering what its columns are."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import UUID

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.import_columns import (
    ColumnGuess,
    Recognition,
    guess_columns,
    learned_aliases,
    suggest_more,
)
from otc_desktop.application.kernel.import_mapping import (
    DateOrder,
    DecimalMark,
    ImportMapping,
)
from otc_desktop.application.kernel.import_table import mapping_for
from otc_desktop.application.kernel.imports import LARGEST_FILE, ImportKind
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import InputFileError

_SHOWN_ROWS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestMapping:
    """Ask what the columns of a file may be; `sheet` and `header_line` as for the import."""

    path: Path
    kind: ImportKind
    sheet: str = ""
    header_line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePreview:
    """The beginning of a table and what its columns are taken for, each with the reason.

    `remembered` is the title of the mapping that was made for such files before;
    `missing` are the columns a new thing needs and no column of the file gives.
    """

    sheet: str
    sheets: tuple[str, ...]
    header_line: int
    guesses: tuple[ColumnGuess, ...]
    rows: tuple[tuple[str, ...], ...]
    row_count: int
    remembered: str = ""
    mapping_id: UUID | None = None
    constants: Mapping[str, str] = field(default_factory=dict)
    dates: DateOrder = DateOrder.AUTO
    decimals: DecimalMark = DecimalMark.AUTO
    missing: tuple[str, ...] = ()

    @property
    def titles(self) -> tuple[str, ...]:
        """The headers."""
        return tuple(guess.title for guess in self.guesses)


@use_case(permission=Permission.READ)
def suggest_mapping(command: SuggestMapping, ctx: Context, task: Task) -> TablePreview:
    """The first rows of a file, and what each column is by memory, header, word or content.

    Raises:
        InputFileError: a `files.*` or `sheet.*` code.
    """
    kind = command.kind
    with ctx.snapshot() as view:
        remembered = view.import_mappings.of_kind(kind.name)
    content = ctx.ports.files.read(command.path, largest=LARGEST_FILE)
    task.check_cancelled()
    aliases = learned_aliases(kind, remembered)
    table = ctx.ports.sheets.table(
        content,
        name=command.path.name,
        aliases=aliases,
        sheet=command.sheet,
        header_line=command.header_line,
    )
    if not table.titles:
        raise InputFileError("sheet.empty", name=command.path.name)
    known = mapping_for(table, remembered)
    if known is None:
        guesses = suggest_more(kind, table, aliases, guess_columns(kind, table, aliases))
    else:
        guesses = [
            ColumnGuess(title, column, Recognition.REMEMBERED if column else Recognition.NONE)
            for title, column in zip(table.titles, known.columns, strict=True)
        ]
    constants = {} if known is None else dict(known.constants)
    given = {guess.column for guess in guesses} | set(constants)
    return TablePreview(
        sheet=table.sheet,
        sheets=table.sheets,
        header_line=table.header_line,
        guesses=tuple(guesses),
        rows=tuple(row.cells for row in table.rows[:_SHOWN_ROWS]),
        row_count=len(table.rows),
        remembered="" if known is None else known.title,
        mapping_id=None if known is None else known.id,
        constants=constants,
        dates=DateOrder.AUTO if known is None else known.dates,
        decimals=DecimalMark.AUTO if known is None else known.decimals,
        missing=tuple(column for column in kind.required if column not in given),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveMapping:
    """Ask that files with these headers be read so from now on."""

    mapping: ImportMapping


@use_case(permission=Permission.EDIT_CUSTOMERS)
def save_mapping(command: SaveMapping, ctx: Context, task: Task) -> ImportMapping:
    """Remember a mapping; it takes the place of an earlier one for the same headers."""
    mapping = command.mapping
    with ctx.unit_of_work() as uow:
        known = uow.import_mappings.find(mapping.kind, mapping.signature)
        if known is None or known.id is None:
            uow.import_mappings.add(mapping, ctx.new_id())
        elif _says(known) != _says(mapping):
            uow.import_mappings.save(replace(mapping, version=known.version), known.id)
        return uow.commit(mapping)


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgetMapping:
    """Ask that a remembered mapping be forgotten."""

    mapping_id: UUID


@use_case(permission=Permission.EDIT_CUSTOMERS)
def forget_mapping(command: ForgetMapping, ctx: Context, task: Task) -> ImportMapping:
    """Forget a mapping: files with its headers are read by their headers again.

    Raises:
        NotFoundError: `import.mapping_not_found`.
    """
    with ctx.unit_of_work() as uow:
        return uow.commit(uow.import_mappings.remove(command.mapping_id))


def _says(mapping: ImportMapping) -> tuple[object, ...]:
    return (
        mapping.title,
        mapping.columns,
        dict(mapping.constants),
        mapping.dates,
        mapping.decimals,
    )
