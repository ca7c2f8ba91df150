"""Figures and reasons out of real books, on both databases."""

from datetime import date
from pathlib import Path

import pytest

from otc_desktop.application.banking.import_statement import ImportStatement, import_statement
from otc_desktop.application.credit.set_credit_grade import SetCreditGrade, set_credit_grade
from otc_desktop.application.disputes.open_dispute import OpenDispute, open_dispute
from otc_desktop.application.dunning.record_promise import RecordPromise, record_promise
from otc_desktop.application.invoicing.send_invoice import SendInvoice, send_invoice
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.receivables.match_receipts import MatchReceipts, match_receipts
from otc_desktop.application.reporting.explain_unpaid import (
    ExplainUnpaid,
    UnpaidInvoice,
    explain_unpaid_invoice,
)
from otc_desktop.application.reporting.grade_customers import GradeCustomers, grade_customers
from otc_desktop.application.reporting.read_customer_figures import (
    ReadCustomerFigures,
    read_customer_figures,
)
from otc_desktop.bootstrap import House
from otc_desktop.domain.credit.grade import CreditGrade
from otc_desktop.domain.disputes.dispute import DisputeReason
from otc_desktop.domain.reporting.unpaid_reasons import NextStep
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.money import Money
from tests.support.company_files import Movement, write_statement
from tests.support.line import house_on, issue, set_up

DAY = date(2026, 3, 2)


@pytest.fixture
def house(database_url: str, tmp_path: Path) -> House:
    """Two invoices of C0001 over 120.00, the first paid ten days late, seen on 20 April."""
    house = set_up(database_url, tmp_path, DAY)
    issue(house)
    issue(house)
    later = house_on(database_url, date(2026, 4, 20))
    paid = write_statement(
        tmp_path / "paid.xml",
        [Movement("120.00", "VIR F2026-00001", "DURAND", "")],
        day="2026-04-11",
        name="paid",
    )
    later.use_cases.run(import_statement, ImportStatement(path=paid))
    assert later.use_cases.run(match_receipts, MatchReceipts(post=True)).booked
    return later


def why(house: House, number: str) -> UnpaidInvoice:
    return house.use_cases.run(explain_unpaid_invoice, ExplainUnpaid(number=number))


def test_figures_are_those_of_the_books(house: House) -> None:
    page = house.use_cases.run(read_customer_figures, ReadCustomerFigures(customer="C0001"))
    [row] = house.queries.customers.page(PageRequest(search="C0001"))
    figures = page.figures
    assert (figures.open, figures.overdue) == (row.open_amount, row.overdue_amount)
    assert (figures.habit.settled, figures.habit.median) == (1, 10)
    assert figures.oldest is not None
    assert figures.oldest.number == "F2026-00002"
    # One settled invoice is no habit: all customers' delays stand in, which are that one's.
    assert (page.usual_delay, page.habit_is_own) == (10, False)
    assert [str(month.open.amount) for month in page.months] == ["240.00", "120.00"]


def test_figures_of_a_past_day_are_as_it_stood(house: House) -> None:
    page = house.use_cases.run(
        read_customer_figures, ReadCustomerFigures(customer="C0001", on=date(2026, 4, 10))
    )
    assert str(page.figures.overdue.amount) == "240.00"
    assert page.figures.habit.settled == 0


def test_figures_of_an_unknown_customer_are_refused(house: House) -> None:
    with pytest.raises(NotFoundError, match=r"customers\.unknown_code"):
        house.use_cases.run(read_customer_figures, ReadCustomerFigures(customer="C9999"))


def test_unpaid_invoice_tells_what_was_done_and_what_stands_in_the_way(house: House) -> None:
    assert why(house, "F2026-00001").page.next_step is NextStep.NOTHING
    assert why(house, "F2026-00002").page.next_step is NextStep.SEND_INVOICE
    house.use_cases.run(send_invoice, SendInvoice(number="F2026-00002"))
    assert why(house, "F2026-00002").page.next_step is NextStep.CALL
    house.use_cases.run(open_dispute, OpenDispute(number="F2026-00002", reason=DisputeReason.PRICE))
    found = why(house, "F2026-00002")
    assert found.page.next_step is NextStep.SETTLE_DISPUTE
    assert {"unpaid.mail_waits", "unpaid.disputed"} <= {
        reason.code for reason in found.page.reasons
    }


def test_unpaid_invoice_when_its_money_waits_on_the_desk_then_says_so(
    house: House, tmp_path: Path
) -> None:
    unnamed = write_statement(
        tmp_path / "unnamed.xml",
        [Movement("77.00", "VIR SANS REFERENCE", "Durand Eclairage SARL", "")],
        day="2026-04-19",
        name="unnamed",
    )
    house.use_cases.run(import_statement, ImportStatement(path=unnamed))
    found = why(house, "F2026-00002")
    [reason] = [each for each in found.page.reasons if each.code == "unpaid.receipt_unmatched"]
    assert str(reason.params["amount"].amount) == "77.00"
    assert found.page.next_step is NextStep.MATCH_RECEIPT


def test_grade_is_kept_where_behaviour_changed_it_and_a_persons_grade_stands(
    house: House,
) -> None:
    run = house.use_cases.run
    [change] = run(grade_customers, GradeCustomers())
    # One invoice twenty days overdue, all that is open: two and three points.
    assert (change.customer, change.before.value, change.after.value) == ("C0001", "U", "C")
    assert run(grade_customers, GradeCustomers()) == ()
    run(set_credit_grade, SetCreditGrade(customer="C0001", grade=CreditGrade.A, reason="Garantie"))
    assert run(grade_customers, GradeCustomers(customer="C0001")) == ()


def test_promise_is_expected_and_once_broken_counts(house: House) -> None:
    run = house.use_cases.run
    run(
        record_promise,
        RecordPromise(
            customer_id=why(house, "F2026-00002").customer.id,
            amount=Money.of("120.00", EUR),
            promised_on=date(2026, 4, 24),
        ),
    )
    assert why(house, "F2026-00002").page.expected_on == date(2026, 4, 24)
    later = house_on(house.database_url, date(2026, 4, 30))
    figures = later.use_cases.run(
        read_customer_figures, ReadCustomerFigures(customer="C0001")
    ).figures
    assert figures.broken_promises == 1
    assert "unpaid.promises_broken" in {
        reason.code for reason in why(later, "F2026-00002").page.reasons
    }
