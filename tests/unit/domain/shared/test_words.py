"""Dates, folded text, errors and findings."""

from datetime import date

import pytest

from otc_desktop.domain.shared.calendar import end_of_month, plus_days
from otc_desktop.domain.shared.errors import ExternalError, InputFileError, RuleError
from otc_desktop.domain.shared.findings import (
    BlockingFindings,
    error,
    refuse_if_blocking,
    warning,
)
from otc_desktop.domain.shared.text import fold


@pytest.mark.parametrize(
    ("day", "last"),
    [
        (date(2026, 2, 3), date(2026, 2, 28)),
        (date(2028, 2, 29), date(2028, 2, 29)),
        (date(2026, 12, 31), date(2026, 12, 31)),
    ],
)
def test_end_of_month(day: date, last: date) -> None:
    assert end_of_month(day) == last


def test_days_cross_years_both_ways() -> None:
    assert plus_days(date(2026, 12, 30), 3) == date(2027, 1, 2)
    assert plus_days(date(2027, 1, 2), -3) == date(2026, 12, 30)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("  Société   GÉNÉRALE ", "societe generale"),
        ("Œuvre cœur", "oeuvre coeur"),
        ("Straße", "strasse"),
        ("SMØRREBRØD ŁÓDŹ", "smorrebrod lodz"),
        ("a\u00a0b\tc\n", "a b c"),
    ],
)
def test_fold_keeps_what_people_compare(text: str, plain: str) -> None:
    assert fold(text) == plain
    assert fold(plain) == plain


def test_an_error_is_told_by_code_and_parameters() -> None:
    assert str(RuleError("slice.code", amount=3, where="x")) == "slice.code (amount=3)"
    assert str(RuleError("slice.code")) == "slice.code"
    assert ExternalError("mail.away", retryable=True).retryable


@pytest.mark.parametrize(
    ("line", "column", "where"),
    [(3, "IBAN", "line 3, column IBAN"), (3, None, "line 3"), (None, None, None)],
)
def test_a_file_error_says_where(line: int | None, column: str | None, where: str | None) -> None:
    problem = InputFileError("files.bad", line=line, column=column)
    assert problem.where == where
    assert problem.params == {"line": line, "column": column}


def test_only_errors_block_and_all_are_told() -> None:
    first, second = error("a.first", "x", n=1), error("a.second")
    refuse_if_blocking([warning("a.remark")])
    with pytest.raises(BlockingFindings) as refusal:
        refuse_if_blocking([warning("a.remark"), first, second])
    assert refusal.value.findings == (first, second)
    assert (refusal.value.code, refusal.value.where) == ("a.first", "x")
    assert refusal.value.params == {"n": 1}
