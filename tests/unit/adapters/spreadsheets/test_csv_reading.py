"""Reading tables out of CSV files as customers' programs write them."""

from collections.abc import Mapping, Sequence

import pytest

from otc_desktop.adapters.spreadsheets.raw_table import SheetLimits
from otc_desktop.application.kernel.import_table import ImportedTable
from otc_desktop.domain.shared.errors import InputFileError
from tests.support.sheets import read_sound_table

ALIASES: Mapping[str, Sequence[str]] = {
    "code": ("code client",),
    "name": ("raison sociale", "nom"),
    "address": ("adresse",),
    "vat_number": ("tva intracom", "n° TVA"),
    "due_date": ("échéance", "date d'échéance"),
}


def read(content: str | bytes, *, limits: SheetLimits | None = None) -> ImportedTable:
    data = content.encode() if isinstance(content, str) else content
    return read_sound_table(data, name="clients.csv", aliases=ALIASES, limits=limits)


def refusal(content: str | bytes, *, limits: SheetLimits | None = None) -> InputFileError:
    with pytest.raises(InputFileError) as caught:
        read(content, limits=limits)
    assert caught.value.params["name"] == "clients.csv"
    return caught.value


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_dialects(delimiter: str, encoding: str, line_end: str) -> None:
    lines = ["Code client;Raison sociale;Adresse", "007;Boulangerie Édouard;1 rue d'Été"]
    text = line_end.join([*lines, ""]).replace(";", delimiter)

    sheet = read(text.encode(encoding))

    assert sheet.columns == ("code", "name", "address")
    assert [dict(row.values) for row in sheet.rows] == [
        {"code": "007", "name": "Boulangerie Édouard", "address": "1 rue d'Été"}
    ]


@pytest.mark.parametrize(
    "header",
    [
        "CODE_CLIENT;N° TVA;Date d’échéance",
        "code  client;n° tva;DATE D'ECHEANCE",
        "Code;vat_number;due date",
        "code-client*;N°TVA;date_d_echeance",
        '"Code Client";" TVA Intracom ";Échéance',
    ],
)
def test_headers_are_known_whatever_their_spelling(header: str) -> None:
    assert read(f"{header}\na;b;c\n").columns == ("code", "vat_number", "due_date")


def test_titles_above_the_header_and_empty_rows_are_passed_over() -> None:
    sheet = read(
        "Atelier Lumen;;\nClients au 31/12/2026\n\nNom;;\n"
        "Code;Nom;Adresse\n\nC1;Un;x\n;;\nC2;Deux;y\n\n"
    )

    assert [(row.number, row.values["code"]) for row in sheet.rows] == [(7, "C1"), (9, "C2")]


def test_unknown_columns_are_told_and_do_no_harm() -> None:
    sheet = read("Code;Secteur;Nom\nC1;Nord;Un\n")

    assert sheet.ignored == ("Secteur",)
    assert dict(sheet.rows[0].values) == {"code": "C1", "name": "Un"}


def test_quoted_fields_hold_separators_and_line_breaks() -> None:
    sheet = read('Code;Nom;Adresse\nC1;"Un; ""dit"" l\'As";"1 rue A\nBât. B"\nC2;Deux;y\n')

    assert sheet.rows[0].values["name"] == 'Un; "dit" l\'As'
    assert sheet.rows[0].values["address"] == "1 rue A\nBât. B"
    assert sheet.rows[1].number == 4


def test_a_quotation_mark_inside_a_plain_field_is_text() -> None:
    assert read('Code;Nom\nC1;Tube 5" noir\n').rows[0].values["name"] == 'Tube 5" noir'


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("Code;Nom;Adresse\nC1;Un;x\nC2;Deux\nC3;Trois;z\n", 3),
        ("Code;Nom;Adresse\nC1;Un;x\nC2;De;ux;y\nC3;Trois;z\n", 3),
        ('Code;Nom;Adresse\nC1;Un;x\nC2;"Deux;y\nC3;Trois;z\n', 3),
        ('Code,Nom,Adresse\nC1,Un,x\nC2,"Deux,y\nC3,"Trois",z\n', 3),
        ('Code;Nom;Adresse\nC1;Un;"x\ny"\nC2;"Deux" x;y\n', 4),
        ('Code;Nom;Adresse\nC1;Un;x\nC2;Deux;"' + "y" * 200_000 + '"\n', 3),
    ],
)
def test_a_broken_line_is_named(content: str, line: int) -> None:
    broken = refusal(content)

    assert broken.code == "sheet.broken_line"
    assert broken.line == line


def test_separators_at_the_end_of_lines_are_no_fields() -> None:
    assert len(read("Code;Nom;\nC1;Un\nC2;Deux;\nC3;Trois;;;\n").rows) == 3


def test_a_header_without_rows_is_an_empty_table() -> None:
    assert not read("Code;Nom\n").rows


@pytest.mark.parametrize("content", [b"", b" \r\n\n", b"\xef\xbb\xbf", b"\x1a"])
def test_an_empty_file_is_refused(content: bytes) -> None:
    assert refusal(content).code == "sheet.empty"


@pytest.mark.parametrize(
    "content",
    [
        b"Code;Nom\nC1;U\x00n\n",
        b"\xff\xfeC\x00o",
        "Code;Nom\nC1;U\x00n\n".encode("utf-16"),
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b"Code;Nom\nC1;\x81\xff\n",
        b"<!DOCTYPE html>\n<html><body>Votre session a expir\xc3\xa9</body></html>",
        b"PK\x05\x06" + b"\x00" * 18,
    ],
)
def test_what_is_no_text_is_refused(content: bytes) -> None:
    assert refusal(content).code == "sheet.not_a_table"


@pytest.mark.parametrize(
    "content",
    [
        "Bonjour",
        "a;b;c\n1;2;3",
    ],
)
def test_a_text_without_a_known_header_is_refused(content: str) -> None:
    missing = refusal(content)

    assert missing.code == "sheet.no_header"
    assert missing.params["expected"] == tuple(ALIASES)


def test_two_headers_for_one_column_when_one_is_better_then_it_wins_with_a_remark() -> None:
    table = read("Code;Nom;Raison sociale\nC1;Un;Une\n")

    assert table.rows[0].values["name"] == "Une"
    assert [(each.code, dict(each.params)) for each in table.remarks] == [
        ("import.column_twice", {"title": "Nom", "first": "Raison sociale"})
    ]


def test_one_header_twice_when_the_columns_differ_then_nobody_guesses() -> None:
    twice = refusal("Code;Nom;nom\nC1;Un;Une\n")

    assert (twice.code, twice.line, twice.column) == ("sheet.duplicate_header", 1, "nom")
    assert twice.params["first"] == "Nom"


def test_one_header_twice_when_the_columns_agree_then_it_is_one() -> None:
    table = read("Code;Nom;Nom\nC1;Un;Un\nC2;Deux;\n")

    assert [row.values["name"] for row in table.rows] == ["Un", "Deux"]


def test_limits() -> None:
    rows = "Code;Nom\n" + "C1;Un\n" * 3
    wide = "Code;Nom" + ";x" * 3 + "\n"

    assert len(read(rows, limits=SheetLimits(rows=3)).rows) == 3
    assert refusal(rows, limits=SheetLimits(rows=2)).code == "sheet.too_many_rows"
    assert refusal(wide, limits=SheetLimits(columns=4)).code == "sheet.too_many_columns"
    assert refusal(rows, limits=SheetLimits(file_bytes=10)).code == "sheet.too_large"


def test_a_dos_end_of_file_mark_is_ignored() -> None:
    assert len(read(b"Code;Nom\r\nC1;Un\r\n\x1a").rows) == 1


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Total;;12,50", False),
        ("TOTAL GÉNÉRAL :;3;1 200,00 €", False),
        ("Sous-total;;5", False),
        ("Totaux;;", False),
        ("Total;542051180;", True),
        ("Total Énergies;;12,50", True),
        ("Total;Paris;", True),
        ("Page 2;;", False),
        ("PAGE-01;Imprimerie Page;", True),
    ],
)
def test_totals_and_feet_are_told_from_customers(line: str, kept: bool) -> None:
    table = read(f"Code;Nom;Adresse\nC1;Un;x\n{line}\n")

    assert (len(table.rows) == 2) is kept
    assert (len(table.skipped) == 1) is not kept
