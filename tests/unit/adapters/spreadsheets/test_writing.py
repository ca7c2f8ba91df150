"""Tables that leave: exact, harmless, and the same memory for any length."""

import csv
import io
import tracemalloc
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from otc_desktop.adapters.spreadsheets.writer import SpreadsheetWriter
from otc_desktop.adapters.spreadsheets.xlsx_writer import xlsx_chunks
from otc_desktop.application.kernel.sheets import CellKind, CellValue, SheetColumn
from otc_desktop.domain.shared.errors import RuleError
from tests.support.sheets import read_sound_table

COLUMNS = (
    SheetColumn("Client", width=30),
    SheetColumn("Échéance", CellKind.DATE),
    SheetColumn("Reste dû", CellKind.EUROS, width=14),
    SheetColumn("Montant", CellKind.AMOUNT),
    SheetColumn("Retard", CellKind.INTEGER),
)
ROW = ("Édouard & <fils>", date(2026, 12, 31), Decimal("1234.50"), Decimal("-0.10"), 7)
DANGEROUS = (
    '=HYPERLINK("http://example.invalid";"F2026-00412")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "+33 4 72 00 00 00",
    "-2+3",
    "\t=1+1",
    "\r=1+1",
    "  =1+1",
)


def written(
    format: str, rows: Iterable[Sequence[CellValue]], columns: Sequence[SheetColumn] = COLUMNS
) -> bytes:
    return b"".join(SpreadsheetWriter().chunks(format, columns, rows, title="Échéancier"))


def test_xlsx_keeps_numbers_dates_and_texts() -> None:
    sheet = load_workbook(io.BytesIO(written("xlsx", [ROW]))).worksheets[0]

    assert sheet.title == "Échéancier"
    assert [cell.value for cell in sheet[1]] == [column.title for column in COLUMNS]
    assert [cell.value for cell in sheet[2]] == [
        "Édouard & <fils>",
        datetime(2026, 12, 31),  # noqa: DTZ001 - a cell has no zone
        1234.5,
        -0.1,
        7,
    ]
    assert [cell.number_format for cell in sheet[2]] == [
        "@",
        "dd/mm/yyyy",
        '#,##0.00\\ "€"',
        "#,##0.00",
        "#,##0",
    ]


def test_xlsx_is_ready_to_work_with() -> None:
    sheet = load_workbook(io.BytesIO(written("xlsx", [ROW, ROW]))).worksheets[0]

    assert all(cell.font.b for cell in sheet[1])
    assert not any(cell.font.b for cell in sheet[2])
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:E3"
    assert sheet.column_dimensions["A"].width == 30


def test_amounts_are_written_to_the_cent() -> None:
    amount = Decimal("9999999999999.99")  # a binary fraction holds fifteen digits
    content = written("xlsx", [("", None, amount, Decimal("1E+2"), 0)])

    with zipfile.ZipFile(io.BytesIO(content)) as package:
        xml = package.read("xl/worksheets/sheet1.xml")
    assert b"<v>9999999999999.99</v>" in xml
    assert b"<v>100</v>" in xml


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_text_becomes_a_formula_in_xlsx(text: str) -> None:
    content = written("xlsx", [(text,)], (SheetColumn(text),))

    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert b"<f" not in package.read("xl/worksheets/sheet1.xml")
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    assert sheet["A2"].data_type == "s"
    assert sheet["A2"].value == text.replace("\r", "\n")


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_text_becomes_a_formula_in_csv(text: str) -> None:
    content = written(
        "csv", [(text, None, Decimal(-1), None, -1)], (SheetColumn(text), *COLUMNS[1:])
    )

    header, row = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";")
    assert header[0] == row[0] == "'" + text
    assert row[2:] == ["-1", "", "-1"]  # numbers are no texts


@pytest.mark.parametrize(
    ("text", "read_back"),
    [
        ("\x00\x01a\ufffe", "a"),
        ("\ud800a", "a"),
        ("_x0041_a", "_x0041_a"),
        ("a\u2028b\nc", "a\u2028b\nc"),
        ("x" * 40_000, "x" * 32_767),
    ],
)
def test_any_text_leaves_a_workbook_that_opens(text: str, read_back: str) -> None:
    aliases = {"name": ("client",)}

    sheet = read_sound_table(written("xlsx", [(text,)], COLUMNS[:1]), name="x", aliases=aliases)

    assert sheet.rows[0].values["name"] == read_back
    assert written("csv", [(text,)], COLUMNS[:1])


def test_csv_opens_by_a_double_click_in_french_excel() -> None:
    content = written("csv", [ROW, (None, None, None, None, None)])

    assert content == (
        b"\xef\xbb\xbf"
        + "Client;Échéance;Reste dû;Montant;Retard\r\n".encode()
        + "Édouard & <fils>;2026-12-31;1234,50;-0,10;7\r\n;;;;\r\n".encode()
    )


@pytest.mark.parametrize("format", ["csv", "xlsx"])
def test_what_leaves_can_be_read_again(format: str) -> None:
    aliases = {"name": ("client",), "due": ("échéance",), "open": ("reste dû",)}

    sheet = read_sound_table(written(format, [ROW]), name="x", aliases=aliases)

    values = dict(sheet.rows[0].values)
    assert values["name"] == "Édouard & <fils>"
    assert values["due"] == "2026-12-31"
    assert Decimal(values["open"].replace(",", ".")) == Decimal("1234.5")


def test_days_before_excel_s_calendar_stay_texts() -> None:
    sheet = load_workbook(io.BytesIO(written("xlsx", [("", date(1899, 1, 1))], COLUMNS[:2])))

    assert sheet.worksheets[0]["B2"].value == "1899-01-01"


@pytest.mark.parametrize(
    ("title", "shown"),
    [("A/B [2026]*?:\\", "A B  2026"), ("", "Table"), ("x" * 40, "x" * 31), ("'R&D'", "R&D")],
)
def test_titles_are_made_lawful(title: str, shown: str) -> None:
    content = b"".join(SpreadsheetWriter().chunks("xlsx", COLUMNS, [], title=title))

    assert load_workbook(io.BytesIO(content)).sheetnames == [shown]


@pytest.mark.parametrize(("rows", "sheets"), [(0, [0]), (3, [3]), (4, [3, 1]), (6, [3, 3])])
def test_rows_beyond_a_sheet_go_on_to_another(rows: int, sheets: list[int]) -> None:
    data = [(str(number),) for number in range(rows)]
    content = b"".join(xlsx_chunks(COLUMNS[:1], data, title="x" * 31, rows_a_sheet=4))

    book = load_workbook(io.BytesIO(content))
    assert [sheet.max_row - 1 for sheet in book.worksheets] == sheets
    assert len(set(book.sheetnames)) == len(sheets)
    last = book.worksheets[-1].cell(row=sheets[-1] + 1, column=1).value
    assert last == (str(rows - 1) if rows else "Client")


def test_columns_have_letters_beyond_z() -> None:
    columns = [SheetColumn(str(place)) for place in range(800)]
    sheet = load_workbook(io.BytesIO(written("xlsx", [], columns))).worksheets[0]

    assert sheet["ZZ1"].value == "701"
    assert sheet["ADT1"].value == "799"


@pytest.mark.parametrize("format", ["csv", "xlsx"])
def test_memory_does_not_grow_with_the_table(format: str) -> None:
    def peak(count: int) -> int:
        def rows() -> Iterator[tuple[CellValue, ...]]:
            for number in range(count):
                yield (f"Client {number}", date(2026, 1, 1), Decimal(number), Decimal(1), number)

        tracemalloc.start()
        for _ in SpreadsheetWriter().chunks(format, COLUMNS, rows(), title="x"):
            pass
        highest = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return highest

    peak(10)
    assert peak(8_000) < peak(2_000) + 200_000


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(RuleError) as refusal:
        written("ods", [])
    assert refusal.value.code == "sheet.unknown_format"
