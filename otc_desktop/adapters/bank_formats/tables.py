"""Statements that banks give as tables: CSV of any dialect, and XLSX."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from otc_desktop.adapters.bank_formats.table_columns import decide_styles, fields_of
from otc_desktop.adapters.bank_formats.table_header import Header, find_header
from otc_desktop.adapters.bank_formats.table_statement import table_statements
from otc_desktop.adapters.bank_formats.table_surroundings import Surroundings
from otc_desktop.adapters.bank_formats.table_text import (
    DELIMITERS,
    TableRow,
    table_rows,
    table_text,
    widths,
)
from otc_desktop.application.kernel.bank_tables import (
    DELIMITER,
    ENCODING,
    HEADER_LINE,
    LookChoices,
    ReadingChoices,
    TableLook,
)
from otc_desktop.application.kernel.import_mapping import DateOrder, DecimalMark, ImportMapping
from otc_desktop.domain.banking.statement import ParsedStatement
from otc_desktop.domain.shared.errors import InputFileError
from otc_desktop.domain.shared.findings import Finding, warning

CSV, XLSX = "csv", "xlsx"
_SHOWN_ROWS = 12

# The rows of each visible sheet of a workbook: line, cells, columns without a usable value.
WorkbookRows = Callable[[bytes], Sequence[Sequence[tuple[int, tuple[str, ...], frozenset[int]]]]]


@dataclass(frozen=True, slots=True)
class _Table:
    """A table as it stands in a file, and how it was opened."""

    rows: Sequence[TableRow]
    header: Header
    encoding: str = ""
    delimiter: str = ""
    findings: tuple[Finding, ...] = field(default=())


def read_csv(content: bytes, choices: ReadingChoices) -> Sequence[ParsedStatement]:
    """The statements of a CSV file whose columns are known or remembered.

    Raises:
        InputFileError: `bank_file.mapping_needed` with the titles when they are neither, and
            what `table_statements` raises.
    """
    table = _opened(content, _mappings(choices))
    return _statements(table, choices, format=CSV)


def read_workbook(
    content: bytes, choices: ReadingChoices, workbook: WorkbookRows
) -> Sequence[ParsedStatement]:
    """The statements of an XLSX file: of every sheet that is a statement for sure.

    Raises:
        InputFileError: as `read_csv`, and a `sheet.*` code for a damaged or hostile file.
    """
    tables = _sheets(workbook(content), _mappings(choices))
    sure = [each for each in tables if each.header.is_sure]
    return [
        statement
        for table in sure or [_best(tables)]
        for statement in _statements(table, choices, format=XLSX)
    ]


def look_at_csv(content: bytes, choices: LookChoices) -> TableLook:
    """The beginning of a CSV file, opened as asked or as it seems right.

    Raises:
        InputFileError: `bank_file.no_statement` for a file without rows.
    """
    table = _opened(
        content,
        choices.mappings,
        encoding=choices.encoding,
        delimiter=choices.delimiter,
        header_line=choices.header_line,
    )
    return _look(table)


def look_at_workbook(content: bytes, choices: LookChoices, workbook: WorkbookRows) -> TableLook:
    """The beginning of the sheet with the best header."""
    return _look(_best(_sheets(workbook(content), choices.mappings, line=choices.header_line)))


def _statements(
    table: _Table, choices: ReadingChoices, *, format: str
) -> Sequence[ParsedStatement]:
    header = table.header
    if choices.mapping is not None and header.mapping is None:
        raise InputFileError("banking.mapping_does_not_fit", name=choices.mapping.title)
    if not header.is_sure or "date" not in header.columns:
        titles = ", ".join(title for title in header.titles if title)
        raise InputFileError("bank_file.mapping_needed", titles=titles[:200])
    return table_statements(table.rows, header, choices, format=format, findings=table.findings)


def _mappings(choices: ReadingChoices) -> Sequence[ImportMapping]:
    return choices.mappings if choices.mapping is None else (choices.mapping,)


def _opened(
    content: bytes,
    mappings: Sequence[ImportMapping],
    *,
    encoding: str = "",
    delimiter: str = "",
    header_line: int = 0,
) -> _Table:
    """The file by a remembered mapping, which knows its encoding too; else as it seems right."""
    for mapping in mappings if not (encoding or delimiter or header_line) else ():
        table = _opened_by(content, mapping)
        if table is not None:
            return table
    text, used, guessed = table_text(content, encoding)
    table = _by_best_delimiter(
        text, (delimiter,) if delimiter else DELIMITERS, mappings, header_line
    )
    if table is None:
        raise InputFileError("bank_file.no_statement")
    findings = (warning("bank_file.encoding_guessed", encoding=used),) if guessed else ()
    return _Table(table.rows, table.header, used, table.delimiter, findings)


def _opened_by(content: bytes, mapping: ImportMapping) -> _Table | None:
    said: Mapping[str, str] = mapping.constants
    try:
        text, used, _ = table_text(content, said.get(ENCODING, ""))
        marks = (said[DELIMITER],) if said.get(DELIMITER) else DELIMITERS
        line = int(said.get(HEADER_LINE, "0"))
        # The line at which a header stood last time is no promise, but that there was none is.
        table = _by_best_delimiter(text, marks, [mapping], min(line, 0))
    except InputFileError:
        return None
    if table is None or table.header.mapping is None:
        return None
    return _Table(table.rows, table.header, used, table.delimiter)


def _by_best_delimiter(
    text: str, delimiters: Sequence[str], mappings: Sequence[ImportMapping], line: int
) -> _Table | None:
    best: tuple[tuple[int, ...], str] | None = None
    for delimiter in delimiters:
        top = [
            row
            for row, _ in zip(table_rows(text, delimiter, strict=False), range(200), strict=False)
        ]
        header = find_header(top, mappings, line=line)
        if header is None:
            continue
        fit = (
            header.mapping is not None,
            header.is_sure,
            len(set(header.columns)),
            widths(top),
        )
        if best is None or fit > best[0]:
            best = (fit, delimiter)
    if best is None:
        return None
    rows = list(table_rows(text, best[1]))
    header = find_header(rows, mappings, line=line)
    return None if header is None else _Table(rows, header, delimiter=best[1])


def _sheets(
    sheets: Sequence[Sequence[tuple[int, tuple[str, ...], frozenset[int]]]],
    mappings: Sequence[ImportMapping],
    *,
    line: int = 0,
) -> list[_Table]:
    """Every sheet that holds a table of any kind."""
    found = []
    for sheet in sheets:
        rows = [TableRow(number, cells, faults) for number, cells, faults in sheet]
        header = find_header(rows, mappings, line=line)
        if header is not None:
            found.append(_Table(rows, header))
    return found


def _best(tables: Sequence[_Table]) -> _Table:
    if not tables:
        raise InputFileError("bank_file.no_statement")
    return max(tables, key=lambda table: _fit(table.header))


def _fit(header: Header) -> tuple[int, ...]:
    return header.mapping is not None, header.is_sure, len(set(header.columns))


def _look(table: _Table) -> TableLook:
    header = table.header
    body = [row for row in table.rows[header.first_row :] if not row.is_empty]
    around = Surroundings()
    around.look_at(table.rows[: max(0, header.first_row - 1)] if header.line else ())
    mapping = header.mapping
    dates, decimals = _styles(body, header)
    return TableLook(
        encoding=table.encoding,
        delimiter=table.delimiter,
        header_line=header.line,
        titles=header.titles,
        columns=header.columns,
        rows=tuple(_padded(row.cells, len(header.titles)) for row in body[:_SHOWN_ROWS]),
        row_count=len(body),
        account=around.account,
        currency=around.currency,
        dates=dates if mapping is None or mapping.dates is DateOrder.AUTO else mapping.dates,
        decimals=decimals
        if mapping is None or mapping.decimals is DecimalMark.AUTO
        else mapping.decimals,
        remembered=mapping,
        is_sure=header.is_sure,
    )


def _styles(body: Sequence[TableRow], header: Header) -> tuple[DateOrder, DecimalMark]:
    """What the columns taken so far show; AUTO where they don't."""
    rows = [fields_of(row, header.columns) for row in body]
    try:
        styles = decide_styles(rows, header, dates=DateOrder.AUTO, decimals=DecimalMark.AUTO)
    except InputFileError:
        return DateOrder.AUTO, DecimalMark.AUTO
    marks = {styles.marks[each] for each in ("amount", "debit", "credit") if each in styles.marks}
    return styles.dates, marks.pop() if len(marks) == 1 else DecimalMark.AUTO


def _padded(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    return (*cells[:width], *("",) * (width - len(cells)))
