"""Statements that follow one another, overlap, or leave days out."""

from datetime import date

from otc_desktop.domain.banking.continuity import Anchor, Neighbours, gaps
from otc_desktop.domain.banking.statement import ParsedStatement
from tests.support.domain import a_statement, an_entry, eur

MONDAY, FRIDAY = date(2026, 3, 2), date(2026, 3, 6)


def closing_friday(opening: str | None = "100") -> ParsedStatement:
    statement = a_statement(an_entry("50", on=FRIDAY), opening=opening, closing="150")
    return ParsedStatement(
        **{
            **{name: getattr(statement, name) for name in statement.__slots__},
            "opening_on": FRIDAY,
            "closing_on": FRIDAY,
        }
    )


def test_a_statement_that_opens_with_the_last_closing_has_no_gap() -> None:
    around = Neighbours(before=Anchor(on=MONDAY, closing=eur("100")), since_before=eur("50"))
    assert gaps(closing_friday(), around) == []


def test_a_gap_is_told_with_its_days_and_what_is_missing() -> None:
    around = Neighbours(before=Anchor(on=MONDAY, closing=eur("80")), since_before=eur("50"))
    (finding,) = gaps(closing_friday(), around)
    assert finding.code == "banking.gap_since_last_statement"
    assert finding.params["difference"] == eur("20")
    assert (finding.params["last_on"], finding.params["until"]) == (MONDAY, FRIDAY)


def test_files_that_overlap_are_proved_by_the_movements_between() -> None:
    """The opening is that of a day told before; the movements since account for all."""
    around = Neighbours(before=Anchor(on=MONDAY, closing=eur("40")), since_before=eur("110"))
    assert gaps(closing_friday(), around) == []


def test_a_statement_that_comes_late_closes_the_gap_before_the_next_one() -> None:
    after = Anchor(on=date(2026, 3, 9), closing=eur("175"), opening=eur("150"))
    assert gaps(closing_friday(), Neighbours(after=after)) == []
    after = Anchor(on=date(2026, 3, 9), closing=eur("175"), opening=eur("160"))
    (finding,) = gaps(closing_friday(), Neighbours(after=after, until_after=eur("15")))
    assert finding.params["difference"] == eur("10")


def test_two_statements_of_one_day_follow_each_other() -> None:
    around = Neighbours(
        before=Anchor(on=MONDAY, closing=eur("70")),
        since_before=eur("50"),
        same_day=(eur("100"),),
    )
    assert gaps(closing_friday(), around) == []


def test_days_that_nothing_tells_of_are_named_where_no_balance_proves_anything() -> None:
    late = a_statement(an_entry("50", on=date(2026, 3, 16)))
    (finding,) = gaps(late, Neighbours(covered_until=MONDAY))
    assert finding.code == "banking.days_missing"
    assert (finding.params["first"], finding.params["last"]) == (
        date(2026, 3, 3),
        date(2026, 3, 13),
    )
    assert finding.params["count"] == 9


def test_a_quiet_week_is_nothing_to_tell() -> None:
    assert gaps(a_statement(an_entry("50", on=FRIDAY)), Neighbours(covered_until=MONDAY)) == []
