"""Reading tables out of XLSX files, honest and hostile."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart

from otc_desktop.adapters.spreadsheets.raw_table import SheetLimits
from otc_desktop.application.kernel.import_table import ImportedTable
from otc_desktop.domain.shared.errors import InputFileError
from tests.support.sheets import read_sound_table

ALIASES = {"code": ("code client",), "name": ("nom",), "amount": ("montant",)}
HEADER = ["Code client", "Nom", "Montant"]
SHEET = "xl/worksheets/sheet1.xml"


def xlsx(*rows: list[Any], formats: dict[str, str] | None = None) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for cell, number_format in (formats or {}).items():
        sheet[cell].number_format = number_format
    return saved(book)


def saved(book: Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def altered(content: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data) if name == part else data)
    return buffer.getvalue()


def read(content: bytes, *, limits: SheetLimits | None = None) -> ImportedTable:
    return read_sound_table(content, name="clients.xlsx", aliases=ALIASES, limits=limits)


def refusal(content: bytes, *, limits: SheetLimits | None = None) -> InputFileError:
    with pytest.raises(InputFileError) as caught:
        read(content, limits=limits)
    return caught.value


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (1234.56, None, "1234.56"),
        (0.1 + 0.2, None, "0.3"),
        (1234, None, "1234"),
        (-12.5, "#,##0.00", "-12.5"),
        (732829320, None, "732829320"),
        (1e14, None, "100000000000000"),
        (1e15, None, "1.00000000000000E+15"),  # beyond fifteen digits, some are lost
        ("007", None, "007"),
        (1000, "00000", "01000"),
        (0.2, "0%", "20 %"),
        (0.055, "0.0%", "5.5 %"),
        (20, '0" %"', "20"),
        (date(2026, 12, 31), None, "2026-12-31"),
        (datetime(2026, 12, 31, 10, 30), None, "2026-12-31 10:30:00"),  # noqa: DTZ001 - a cell has no zone
        ("  espace\u00a0", None, "espace"),
        ("un_x000D_\ndeux_xD800_ _x005F_x0041_", None, "un\ndeux _x0041_"),
        (True, None, "true"),
        (None, None, ""),
    ],
)
def test_values_become_exact_text(value: Any, number_format: str | None, text: str) -> None:
    content = xlsx(
        HEADER, ["C1", "Un", value], formats={"C2": number_format} if number_format else {}
    )

    assert read(content).rows[0].values["amount"] == text


def test_titles_gaps_and_row_numbers() -> None:
    sheet = read(xlsx(["Clients"], [], HEADER, [], ["C1"], [None, "Deux", 1], ["", None]))

    assert sheet.columns == ("code", "name", "amount")
    assert [(row.number, row.values["code"]) for row in sheet.rows] == [(5, "C1"), (6, "")]


def test_the_first_visible_sheet_with_a_header_is_read() -> None:
    book = Workbook()
    cover = book.active
    assert cover is not None
    cover.append(["Lisez-moi"])
    hidden = book.create_sheet("Caché")
    hidden.append(HEADER)
    hidden.append(["HIDDEN"])
    hidden.sheet_state = "hidden"
    book.create_chartsheet().add_chart(BarChart())
    table = book.create_sheet("Clients")
    table.append(HEADER)
    table.append(["C1", "Un", 1])

    assert [row.values["code"] for row in read(saved(book)).rows] == ["C1"]


def with_cell(xml: bytes) -> bytes:
    content = xlsx(HEADER, ["C1", "Un", 7777])
    return altered(content, SHEET, lambda sheet: sheet.replace(b"<v>7777</v>", xml))


def test_a_formula_gives_the_value_stored_with_it() -> None:
    assert read(with_cell(b"<f>1+1</f><v>2</v>")).rows[0].values["amount"] == "2"


@pytest.mark.parametrize("formula", [b"<f>TODAY()</f><v></v>", b"<f>1+1</f>"])
def test_a_formula_without_a_value_is_refused_where_it_matters(formula: bytes) -> None:
    unusable = refusal(with_cell(formula))

    assert (unusable.code, unusable.line, unusable.column) == ("sheet.bad_cell", 2, "amount")
    assert unusable.params["value"].startswith("=")


def test_an_error_value_is_refused_in_known_columns_only() -> None:
    content = altered(
        xlsx([*HEADER, "Divers"], ["C1", "Un", 1, 7777]),
        SHEET,
        lambda sheet: sheet.replace(b't="n"><v>7777</v>', b't="e"><v>#N/A</v>'),
    )
    assert read(content).rows[0].values["amount"] == "1"

    content = xlsx(HEADER, ["C1", "Un", 7777])
    content = altered(
        content, SHEET, lambda sheet: sheet.replace(b't="n"><v>7777</v>', b't="e"><v>#N/A</v>')
    )
    assert refusal(content).params["value"] == "#N/A"


def test_old_and_protected_files_are_told_apart() -> None:
    start = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600

    assert refusal(start).code == "sheet.old_excel"
    protected = start + "EncryptedPackage".encode("utf-16-le")
    assert refusal(protected).code == "sheet.password"


def test_a_zip_of_something_else_is_no_table() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("../../etc/passwd", "x")

    assert refusal(buffer.getvalue()).code == "sheet.not_a_table"


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/styles.xml", SHEET, "[Content_Types].xml"])
@pytest.mark.parametrize(
    "prolog",
    [
        b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>',
        b"<!-- hidden --><?x?> <!DOCTYPE x>",
        b"<!--" + b" " * 20_000 + b"--><!DOCTYPE x>",
    ],
)
def test_a_document_type_is_refused_before_parsing(part: str, prolog: bytes) -> None:
    content = altered(xlsx(HEADER, ["C1"]), part, lambda xml: prolog + xml)

    assert refusal(content).code == "sheet.hostile"


def test_a_utf_16_part_is_refused() -> None:
    content = altered(xlsx(HEADER), SHEET, lambda xml: xml.decode().encode("utf-16"))

    assert refusal(content).code == "sheet.hostile"


def test_a_zip_bomb_is_refused_unopened() -> None:
    content = altered(xlsx(HEADER), SHEET, lambda xml: xml + b" " * 2_000_000)

    assert len(content) < 20_000
    limits = SheetLimits(expanded_bytes=1_000_000)
    assert refusal(content, limits=limits).code == "sheet.expands_too_much"
    texts = altered(xlsx(HEADER), "xl/styles.xml", lambda xml: xml + b" " * 2_000_000)
    limits = SheetLimits(part_bytes=1_000_000)
    assert refusal(texts, limits=limits).code == "sheet.expands_too_much"


def test_rows_and_cells_claimed_by_the_million_are_refused() -> None:
    far = xlsx(HEADER, ["C1"])
    far = altered(far, SHEET, lambda xml: xml.replace(b'"A2"', b'"A9999999999"'))
    far = altered(far, SHEET, lambda xml: xml.replace(b'<row r="2"', b'<row r="9999999999"'))
    assert refusal(far).code == "sheet.too_many_rows"

    wide = xlsx(HEADER)
    rows = b"".join(b'<row r="%d"><c r="ZZZ%d"/></row>' % (n, n) for n in range(2, 3_000))
    wide = altered(wide, SHEET, lambda xml: xml.replace(b"</sheetData>", rows + b"</sheetData>"))
    assert refusal(wide).code == "sheet.too_many_rows"


def test_a_row_at_the_end_of_the_world_is_read() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEADER)
    sheet["A1048576"] = "C1"

    assert [row.number for row in read(saved(book)).rows] == [1_048_576]


@pytest.mark.parametrize(
    "change",
    [
        lambda xml: xml[: len(xml) // 2],
        lambda xml: xml.replace(b't="n"', b't="s"'),
        lambda xml: xml.replace(b' t="n"', b' s="999"'),
        lambda xml: xml.replace(b"<v>7777</v>", b"<v>1e999</v>"),
        lambda xml: xml.replace(b"<v>7777</v>", b"<v>abc</v>"),
        lambda xml: xml.replace(b'r="C2"', b'r="???"'),
        lambda xml: b"<x/>" + xml,
    ],
)
def test_a_damaged_sheet_is_refused(change: Callable[[bytes], bytes]) -> None:
    content = altered(xlsx(HEADER, ["C1", "Un", 7777]), SHEET, change)

    assert refusal(content).code in ("sheet.damaged", "sheet.no_header")


def test_a_truncated_file_is_refused() -> None:
    content = xlsx(HEADER, ["C1", "Un", 1])

    assert refusal(content[:-100]).code == "sheet.damaged"
