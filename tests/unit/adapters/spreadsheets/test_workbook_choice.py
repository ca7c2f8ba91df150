"""Workbooks as people keep them: several sheets, merged titles, numbers for codes, totals."""

import io
from datetime import date
from typing import Any

import pytest
from openpyxl import Workbook

from otc_desktop.application.kernel.imports import CellKind
from otc_desktop.domain.shared.errors import InputFileError
from tests.support.sheets import read_table_of

ALIASES = {
    "code": ("code client",),
    "siret": (),
    "postal_code": ("code postal",),
    "date": (),
    "amount": ("montant",),
}
CELLS = {
    "code": CellKind.CODE,
    "siret": CellKind.SIRET,
    "postal_code": CellKind.POSTAL_CODE,
    "date": CellKind.DATE,
    "amount": CellKind.AMOUNT,
}
HEADER = ["Code client", "SIRET", "Code postal", "Date", "Montant"]


def saved(book: Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def a_book(*rows: list[Any]) -> Workbook:
    book = Workbook()
    notes = book.active
    assert notes is not None
    notes.title = "Lisez-moi"
    notes.append(["Code", "à lire"])
    sheet = book.create_sheet("Clients 2026")
    sheet.append(["ATELIER LUMEN"])
    sheet.merge_cells("A1:E1")
    sheet.append([])
    sheet.append(HEADER)
    for row in rows:
        sheet.append(row)
    return book


def test_the_sheet_whose_header_fits_best_is_read() -> None:
    table = read_table_of(
        saved(a_book(["C1", "", "69001", None, 12.5])), name="x.xlsx", aliases=ALIASES, cells=CELLS
    )

    assert table.rows[0].number == 4
    assert table.rows[0].values["amount"] == "12.5"


def test_a_sheet_asked_for_by_name_is_read_or_named_in_the_refusal() -> None:
    content = saved(a_book(["C1", "", "", None, 1]))

    with pytest.raises(InputFileError) as refused:
        read_table_of(content, name="x", aliases=ALIASES, sheet="Feuil9")

    assert refused.value.code == "sheet.unknown_sheet"
    assert refused.value.params["sheets"] == ("Lisez-moi", "Clients 2026")
    assert len(read_table_of(content, name="x", aliases=ALIASES, sheet="Clients 2026").rows) == 1


def test_numbers_kept_for_codes_come_back_whole() -> None:
    book = a_book(
        [1007, 73282932000074, 1000, date(2026, 12, 31), 0.1 + 0.2],
        ["00042", "7,32829E+13", 75008, 46387, 5],
        [1234567890123456, "", "", None, 1],
        ["Total", None, None, None, 6.3],
    )

    table = read_table_of(saved(book), name="x.xlsx", aliases=ALIASES, cells=CELLS)

    first, second, third = table.rows
    assert dict(first.values) == {
        "code": "1007",
        "siret": "73282932000074",
        "postal_code": "01000",
        "date": "2026-12-31",
        "amount": "0.3",
    }
    assert [each.code for each in first.remarks] == ["import.zero_restored"]
    assert second.values["date"] == "2026-12-31"
    for row, column in ((second, "siret"), (third, "code")):
        assert [(each.code, each.where) for each in row.faults] == [
            ("import.scientific_notation", column)
        ]
    assert [each.reason for each in table.skipped] == ["import.totals_line"]


def test_an_error_cell_spoils_its_row_alone_and_only_where_it_is_read() -> None:
    book = a_book(["C1", "", "", None, "#N/A"], ["C2", "", "", None, 5])
    sheet = book["Clients 2026"]
    sheet["F3"], sheet["F5"] = "Remarque", "#REF!"

    table = read_table_of(saved(book), name="x.xlsx", aliases=ALIASES, cells=CELLS)

    assert [[fault.code for fault in row.faults] for row in table.rows] == [["sheet.bad_cell"], []]
