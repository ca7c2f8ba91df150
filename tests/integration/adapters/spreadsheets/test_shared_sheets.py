"""Hostile and real files that other people made, read where they lie."""

from pathlib import Path

import pytest

from otc_desktop.domain.shared.errors import InputFileError
from tests.support.sheets import read_sound_table

REPOSITORY = Path(__file__).parents[4]
BANK = REPOSITORY.parent / "shared" / "testdata" / "bank"
pytestmark = pytest.mark.skipif(
    not BANK.is_dir(), reason="the shared test data is not on this machine"
)
ALIASES = {"date": (), "label": ("libellé",), "amount": ("montant",), "credit": ("crédit",)}


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("h01_empty.csv", "sheet.empty"),
        ("h02_binary_junk.ofx", "sheet.not_a_table"),
        ("h12_zip_path_traversal.zip", "sheet.not_a_table"),
        ("h12b_xlsx_formulas_and_last_row.xlsx", "sheet.bad_cell"),
        ("h13_login_page_saved.csv", "sheet.not_a_table"),
        ("h14_cfonb_named.csv", "sheet.no_header"),
        ("h07_billion_laughs_camt053.xml", "sheet.not_a_table"),
    ],
)
def test_hostile_files_are_refused(file: str, code: str) -> None:
    content = (BANK / "hostile" / file).read_bytes()

    with pytest.raises(InputFileError) as refusal:
        read_sound_table(content, name=file, aliases=ALIASES)

    assert refusal.value.code == code


def test_formulas_in_a_csv_are_texts() -> None:
    content = (BANK / "hostile" / "h11_formula_injection.csv").read_bytes()

    sheet = read_sound_table(content, name="h11", aliases=ALIASES)

    assert sheet.rows[0].values["label"].startswith("=HYPERLINK(")
    assert [row.values["amount"] for row in sheet.rows] == ["100,00", "50,00", "25,00", "-10,00"]


def test_a_real_workbook_with_titles_above() -> None:
    content = (BANK / "xlsx" / "own_xlsx_ca_dates_and_numbers.xlsx").read_bytes()
    aliases = {
        "date": (),
        "label": ("libellé",),
        "debit": ("débit euros",),
        "credit": ("crédit euros",),
    }

    sheet = read_sound_table(content, name="ca", aliases=aliases)

    assert sheet.columns == ("date", "label", "debit", "credit")
    dated = [row for row in sheet.rows if row.values["date"]]
    assert len(dated) == 17
    assert all(len(row.values["date"]) == 10 for row in dated)
