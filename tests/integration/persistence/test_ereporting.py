"""Transmissions of e-reporting: kept, told anew, refused in another cut; payments of the books."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree

from otc_desktop.application.invoicing.create_invoice import CreateInvoice, create_invoice
from otc_desktop.application.invoicing.ereporting_status import (
    PeriodState,
    ReadEReportingStatus,
    read_ereporting_status,
)
from otc_desktop.application.invoicing.export_ereporting import (
    ExportedReport,
    ExportEReporting,
    export_ereporting,
)
from otc_desktop.application.invoicing.issue_invoice import IssueInvoice, issue_invoice
from otc_desktop.application.kernel.line_input import LineInput
from otc_desktop.application.receivables.allocate_receipt import AllocateReceipt, allocate_receipt
from otc_desktop.application.receivables.credit_slips import CreditSlip, credit_slip
from otc_desktop.application.receivables.deposit_slips import RemitPapers, remit_papers
from otc_desktop.application.receivables.enter_paper import EnterPaper, enter_paper
from otc_desktop.application.receivables.lay_credit import LayCredit, lay_credit
from otc_desktop.application.receivables.put_on_account import PutOnAccount, put_on_account
from otc_desktop.bootstrap import House
from otc_desktop.cli.listing import every_row
from otc_desktop.domain.receivables.allocation import DifferenceKind
from otc_desktop.domain.receivables.paper_receipt import PaperKind
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import BankTransactionId
from otc_desktop.domain.taxes.lines import LineNature
from tests.support.books import receive
from tests.support.company_files import Movement
from tests.support.domain import eur
from tests.support.goods import failed_checks
from tests.support.line import house_on, issue, set_up

SOLD, PAID, TOLD = date(2026, 11, 3), date(2026, 11, 10), date(2026, 11, 20)
# Without SIREN: a private person to the State.
PERSON = "C0003"
on_one = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def house(database_url: str, tmp_path: Path) -> Iterator[House]:
    """A sale to a business and one to a person, who pays half of it less bank charges."""
    sold = set_up(database_url, tmp_path, SOLD, vat_regime="mixed")
    issue(sold, price="1000.00")
    lines = (
        _line("Lampe", "100.00", LineNature.GOODS),
        _line("Pose", "300.00", LineNature.SERVICES),
    )
    made = sold.use_cases.run(create_invoice, CreateInvoice(customer=PERSON, lines=lines))
    sold.use_cases.run(issue_invoice, IssueInvoice(invoice_id=made.id))
    sold.close()
    paid = house_on(database_url, PAID)
    receive(paid, tmp_path, Movement("230.00", "VIREMENT"))
    (line,) = every_row(paid.queries.bank_transactions, {})
    command = AllocateReceipt(
        transaction_id=BankTransactionId(line.id),
        parts=(("F2026-00002", eur("240.00")),),
        difference_kind=DifferenceKind.BANK_CHARGE,
    )
    paid.use_cases.run(allocate_receipt, command)
    paid.close()
    told = house_on(database_url, TOLD)
    yield told
    told.close()


def _line(description: str, price: str, nature: LineNature) -> LineInput:
    return LineInput(
        description=description,
        unit_price=Decimal(price),
        vat_rate=Decimal(20),
        nature=nature,
    )


def _export(house: House, folder: Path | None = None, **changes: object) -> ExportedReport:
    asked = {"from_on": date(2026, 11, 1), "to_on": PAID, "folder": folder} | changes
    return house.use_cases.run(export_ereporting, ExportEReporting(**asked))


def test_a_period_is_told_once_and_ties_to_the_documents(house: House, tmp_path: Path) -> None:
    made = _export(house, tmp_path)
    assert made.summary["documents"]["flow_1"]["count"] == 1
    assert made.summary["documents"]["10.3"]["totals"]["EUR"]["total_incl_tax"] == "480.00"
    assert [(day["category"], day["total_vat"]) for day in made.summary["days"]] == [
        ("TLB1", "20.00"),
        ("TPS1", "60.00"),
    ]
    # 240.00 were paid of 480.00, of which 360.00 are services; the bank kept 10.00 of it.
    assert made.summary["payments"]["10.4"] == {"EUR": {"20.00": "180.00"}}
    assert made.path is not None
    root = etree.fromstring(made.path.read_bytes())
    assert root.findtext("TransactionsReport/Transactions/CategoryCode") == "TLB1"
    assert root.findtext("PaymentsReport/Transactions/Payment/Date") == "20261110"
    again = _export(house, tmp_path)
    assert (again.is_news, again.report) == (False, made.report)
    (period,) = [
        each
        for each in house.use_cases.run(read_ereporting_status, ReadEReportingStatus())
        if each.period.to_on == PAID
    ]
    assert (period.state, period.documents) == (PeriodState.TOLD, 1)
    assert failed_checks(house) == []


@on_one
def test_a_period_that_changed_is_told_anew_as_a_whole(house: House, database_url: str) -> None:
    assert _export(house).report.kind.value == "IN"  # type: ignore[union-attr]
    # Late, but before the next document: the date does not go back.
    late = house_on(database_url, PAID)
    issue(late, customer=PERSON, price="50.00")
    late.close()
    told = _export(house).report
    assert told is not None
    assert (told.kind.value, told.number[-2:]) == ("RE", "-2")
    assert told.summary["documents"]["10.3"]["count"] == 2


@on_one
def test_a_day_is_never_told_in_two_cuts(house: House) -> None:
    _export(house, content="sales")
    with pytest.raises(RuleError, match="period_overlaps"):
        _export(house, content="sales", from_on=date(2026, 11, 5), to_on=date(2026, 11, 15))
    # Payments have periods of their own.
    assert _export(house, content="payments", to_on=date(2026, 11, 15)).is_news
    with pytest.raises(RuleError, match="not_over"):
        _export(house, from_on=TOLD, to_on=TOLD)


def _paid_in(house: House, first: date, last: date) -> list[tuple[date, str]]:
    """Services paid, by day, as the last transmission of these days would tell them."""
    made = _export(house, from_on=first, to_on=last, content="payments")
    told = made.summary["payments"]["10.4"]
    return [(last, amount) for rates in told.values() for amount in rates.values()]


@on_one
def test_a_bill_is_told_when_it_is_paid_and_money_on_account_when_it_is_laid(
    house: House, database_url: str, tmp_path: Path
) -> None:
    number = "F2026-00002"
    bill = house.use_cases.run(
        enter_paper,
        EnterPaper(
            kind=PaperKind.BILL,
            customer=PERSON,
            amount=eur("120.00"),
            parts=((number, eur("120.00")),),
            number="L1",
            due_on=date(2026, 11, 30),
        ),
    )
    slip = house.use_cases.run(remit_papers, RemitPapers(paper_ids=(bill.id,)))
    receive(house, tmp_path, Movement("40.00", "VIREMENT"), name="S2")
    (line,) = [each for each in every_row(house.queries.bank_transactions, {}) if each.unallocated]
    account = house.use_cases.run(
        put_on_account, PutOnAccount(transaction_id=BankTransactionId(line.id), customer=PERSON)
    )
    laid_on = date(2026, 11, 25)
    laid = house_on(database_url, laid_on)
    laid.use_cases.run(
        lay_credit, LayCredit(number=account.number, parts=((number, eur("40.00")),))
    )
    laid.close()
    paid_on = date(2026, 12, 2)
    bank = house_on(database_url, paid_on)
    receive(bank, tmp_path, Movement("120.00", "ENCAISSEMENT LCR"), name="S3")
    (line,) = [each for each in every_row(bank.queries.bank_transactions, {}) if each.unallocated]
    command = CreditSlip(slip_number=slip.number, transaction_id=BankTransactionId(line.id))
    bank.use_cases.run(credit_slip, command)
    bank.close()
    later = house_on(database_url, date(2026, 12, 20))
    # Three quarters are services: of 240.00 on the 10th, of 40.00 laid on the 25th.
    assert _paid_in(later, PAID, PAID) == [(PAID, "180.00")]
    assert _paid_in(later, TOLD, date(2026, 11, 30)) == [(date(2026, 11, 30), "30.00")]
    assert _paid_in(later, paid_on, paid_on) == [(paid_on, "90.00")]
    assert failed_checks(later) == []
    later.close()
