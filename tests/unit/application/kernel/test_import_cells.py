"""Cells that spreadsheets and other programs damaged: mended where only one value is meant."""

import pytest

from otc_desktop.application.kernel.import_cells import ColumnHabit, habit_of, mended, restored
from otc_desktop.application.kernel.import_mapping import DateOrder, DecimalMark
from otc_desktop.application.kernel.imports import CellKind
from otc_desktop.domain.shared.errors import RuleError

AUTO = DateOrder.AUTO


def dates(*cells: str, order: DateOrder = AUTO) -> list[str]:
    habit = habit_of(CellKind.DATE, cells, dates=order, decimals=DecimalMark.AUTO)
    return [mended(cell, CellKind.DATE, habit, "d") for cell in cells]


def amounts(*cells: str, mark: DecimalMark = DecimalMark.AUTO) -> list[str]:
    habit = habit_of(CellKind.AMOUNT, cells, dates=AUTO, decimals=mark)
    return [mended(cell, CellKind.AMOUNT, habit, "a") for cell in cells]


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("31/12/2026", "2026-12-31"),
        ("31.12.2026", "2026-12-31"),
        ("31-12-2026", "2026-12-31"),
        ("31/12/26", "2026-12-31"),
        ("2026-12-31 10:15:00", "2026-12-31"),
        ("2026/12/31", "2026-12-31"),
        ("46387", "2026-12-31"),
        ("03/04/2026", "2026-04-03"),
        ("3/4/2026", "3/4/2026"),  # could be March: refused later, at its cell
        ("12", "12"),
        ("bientôt", "bientôt"),
    ],
)
def test_dates(cell: str, day: str) -> None:
    assert dates(cell) == [day]


def test_dates_when_one_of_the_column_is_clear_then_all_are_read_so() -> None:
    assert dates("3/4/2026", "25/4/2026") == ["2026-04-03", "2026-04-25"]
    assert dates("3/4/2026", "4/25/2026") == ["2026-03-04", "2026-04-25"]
    assert dates("3/4/2026", order=DateOrder.MONTH_FIRST) == ["2026-03-04"]


def test_amounts_when_one_of_the_column_is_clear_then_all_are_read_so() -> None:
    assert amounts("1.234", "1.234,50") == ["1234", "1234,50"]
    assert amounts("1,234", "1,234.50") == ["1234", "1234.50"]
    assert amounts("1.234") == ["1.234"]  # could be 1,234: its own reader refuses it
    assert amounts("1.234", mark=DecimalMark.COMMA) == ["1234"]
    assert amounts("(12,50)", "12,50-", "-12,50") == ["-12,50", "-12,50", "-12,50"]
    assert amounts("1\u202f234,50\u00a0€") == ["1\u202f234,50\u00a0€"]


@pytest.mark.parametrize(
    ("cell", "rate"),
    [("20 %", "20"), ("20.000", "20.000"), ("TVA 5,5 % (E)", "5,5"), ("20% G", "20")],
)
def test_rates(cell: str, rate: str) -> None:
    assert mended(cell, CellKind.PERCENT, ColumnHabit(), "r") == rate


@pytest.mark.parametrize("kind", [CellKind.SIRET, CellKind.IBAN, CellKind.CODE, CellKind.PHONE])
@pytest.mark.parametrize("cell", ["7,32829E+13", "7.32829E+13", "3E12"])
def test_numbers_that_lost_digits_are_refused(kind: CellKind, cell: str) -> None:
    with pytest.raises(RuleError, match=r"import\.scientific_notation"):
        mended(cell, kind, ColumnHabit(), "x")


def test_codes_keep_their_zeros_and_lose_decimals_of_a_float() -> None:
    assert mended("00042", CellKind.CODE, ColumnHabit(), "c") == "00042"
    assert mended("1000.0", CellKind.CODE, ColumnHabit(), "c") == "1000"
    assert mended("A1.0", CellKind.CODE, ColumnHabit(), "c") == "A1.0"


@pytest.mark.parametrize(
    ("kind", "cell", "whole"),
    [
        (CellKind.POSTAL_CODE, "1000", "01000"),
        (CellKind.POSTAL_CODE, "69001", "69001"),
        (CellKind.SIREN, "12345674", "012345674"),
        (CellKind.SIREN, "12345675", "12345675"),  # the key does not hold
        (CellKind.SIRET, "5580141", "5580141"),  # far too short to be one
        (CellKind.PHONE, "474000003", "0474000003"),
        (CellKind.PHONE, "0474000003", "0474000003"),
    ],
)
def test_lost_zeros(kind: CellKind, cell: str, whole: str) -> None:
    found, remark = restored(cell, kind, "x", in_france=True)

    assert found == whole
    assert remark.code == "import.zero_restored"


def test_zeros_are_not_added_to_what_is_not_french() -> None:
    assert restored("1000", CellKind.POSTAL_CODE, "x", in_france=False)[0] == "1000"
    assert restored("474000003", CellKind.PHONE, "x", in_france=False)[0] == "474000003"
