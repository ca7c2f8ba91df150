"""Whatever a receipt can be: on account, for several customers, paid back, returned."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest

from otc_desktop.application.banking.import_statement import ImportStatement, import_statement
from otc_desktop.application.banking.post_lines import (
    ReadBankPostings,
    UndoBankPosting,
    read_bank_postings,
    undo_bank_posting,
)
from otc_desktop.application.invoicing.credit_invoice import CreditInvoice, credit_invoice
from otc_desktop.application.invoicing.issue_invoice import IssueInvoice, issue_invoice
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.kernel.task import SilentTask
from otc_desktop.application.receivables.allocate_receipt import AllocateReceipt, allocate_receipt
from otc_desktop.application.receivables.lay_credit import LayCredit, lay_credit
from otc_desktop.application.receivables.put_on_account import PutOnAccount, put_on_account
from otc_desktop.application.receivables.return_receipt import ReturnReceipt, return_receipt
from otc_desktop.application.receivables.undo_allocation import UndoAllocation, undo_allocation
from otc_desktop.bootstrap import House, open_house
from otc_desktop.domain.receivables.allocation import DifferenceKind
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.domain.shared.ids import BankTransactionId
from otc_desktop.domain.shared.money import Money
from tests.support.company_files import Movement, write_statement
from tests.support.line import issue, set_up

DAY = date(2026, 3, 2)


@pytest.fixture(params=["debits", "receipts"])
def house(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[House]:
    url = f"sqlite:///{tmp_path / 'books.sqlite'}"
    made = set_up(url, tmp_path, DAY, vat_regime=request.param)
    yield made
    made.close()


def eur(text: str) -> Money:
    return Money(Decimal(text), EUR)


def line(house: House, folder: Path, amount: str, name: str) -> BankTransactionId:
    """A bank line of just this amount."""
    movement = Movement(amount=amount, label=f"VIR {name}", party="PAYEUR")
    path = write_statement(folder / f"{name}.xml", [movement], day=DAY.isoformat(), name=name)
    house.use_cases.run(import_statement, ImportStatement(path=path))
    (row,) = house.queries.bank_transactions.page(PageRequest(search=name))
    return BankTransactionId(row.id)


def left(house: House, number: str) -> str:
    with house.engine.connect() as connection:
        found = connection.exec_driver_sql(
            "SELECT open_minor, letter FROM open_item WHERE number = '" + number + "'"
        )
        minor, letter = found.one()
    return f"{Decimal(minor) / 100} {letter}".strip()


def sound(house: House) -> list[str]:
    checks = house.queries.verification.run_checks(SilentTask())
    return [f"{check.name}: {check.detail}" for check in checks if not check.ok]


def refusal(attempt: Callable[[], object]) -> str:
    with pytest.raises(OtcError) as refused:
        attempt()
    return refused.value.code


def test_money_on_account_is_kept_used_in_part_and_taken_back(house: House, tmp_path: Path) -> None:
    run = house.use_cases.run
    receipt = line(house, tmp_path, "150.00", "AVANCE")
    item = run(put_on_account, PutOnAccount(transaction_id=receipt, customer="C0001"))
    assert (item.number, left(house, item.number)) == ("RC2026-00001", "-150")
    first, second = issue(house).invoice.number, issue(house).invoice.number
    laid = run(
        lay_credit,
        LayCredit(number=item.number, parts=((first, eur("120.00")), (second, eur("10.00")))),
    )
    assert left(house, first) == "0 AA"
    assert left(house, second).startswith("110")
    assert left(house, item.number).startswith("-20")
    assert not sound(house)

    (posting,) = run(read_bank_postings, ReadBankPostings(transaction_id=receipt))
    taken = UndoBankPosting(posting_id=posting.id)
    assert refusal(lambda: run(undo_bank_posting, taken)) == "receivables.on_account_used"
    run(undo_allocation, UndoAllocation(allocation_id=laid.id))
    assert [left(house, number) for number in (first, item.number)] == ["120 aa", "-150 aa"]
    run(undo_bank_posting, taken)
    assert left(house, item.number).startswith("0")
    assert not sound(house)


def test_a_credit_note_is_laid_on_another_invoice_and_the_rest_paid_back(
    house: House, tmp_path: Path
) -> None:
    run = house.use_cases.run
    paid, later = issue(house).invoice.number, issue(house, price="20.00").invoice.number
    receipt = line(house, tmp_path, "120.00", "PAYEMENT")
    run(
        allocate_receipt,
        AllocateReceipt(transaction_id=receipt, parts=((paid, eur("120.00")),)),
    )
    draft = run(credit_invoice, CreditInvoice(number=paid))
    credit = run(issue_invoice, IssueInvoice(invoice_id=draft.id)).invoice.number
    assert left(house, credit) == "-120"
    run(lay_credit, LayCredit(number=credit, parts=((later, eur("24.00")),)))
    out = line(house, tmp_path, "-96.00", "REMBOURSEMENT")
    too_much = AllocateReceipt(transaction_id=out, parts=((later, eur("24.00")),))
    assert refusal(lambda: run(allocate_receipt, too_much)) == "receivables.not_a_refund"
    refund = run(
        allocate_receipt, AllocateReceipt(transaction_id=out, parts=((credit, eur("-96.00")),))
    )
    assert left(house, credit).startswith("0")
    assert not sound(house)
    run(undo_allocation, UndoAllocation(allocation_id=refund.id))
    assert left(house, credit).startswith("-96")
    assert not sound(house)


def test_one_payment_for_two_customers(house: House, tmp_path: Path) -> None:
    run = house.use_cases.run
    mine, other = issue(house).invoice.number, issue(house, customer="C0002").invoice.number
    receipt = line(house, tmp_path, "240.00", "GROUPE")
    both = AllocateReceipt(
        transaction_id=receipt, parts=((mine, eur("120.00")), (other, eur("120.00")))
    )
    allocation = run(allocate_receipt, both)
    assert not sound(house)
    run(undo_allocation, UndoAllocation(allocation_id=allocation.id))
    assert left(house, other).startswith("120")
    assert not sound(house)


def test_a_payment_returned_by_the_bank_opens_its_invoice_with_the_fee(
    house: House, tmp_path: Path
) -> None:
    run = house.use_cases.run
    number = issue(house).invoice.number
    receipt = line(house, tmp_path, "120.00", "PRELEVEMENT")
    allocation = run(
        allocate_receipt,
        AllocateReceipt(transaction_id=receipt, parts=((number, eur("120.00")),)),
    )
    debit = line(house, tmp_path, "-132.50", "REJET")
    wrong = ReturnReceipt(allocation_id=allocation.id, transaction_id=receipt)
    assert refusal(lambda: run(return_receipt, wrong)) == "banking.not_waiting"
    run(
        return_receipt,
        ReturnReceipt(
            allocation_id=allocation.id, transaction_id=debit, fee=eur("12.50"), reason="AM04"
        ),
    )
    assert left(house, number).startswith("120")
    statuses = {row.id: row.status for row in house.queries.bank_transactions.page(PageRequest())}
    assert (statuses[receipt], statuses[debit]) == ("matched", "matched")
    assert not sound(house)
    again = ReturnReceipt(allocation_id=allocation.id, transaction_id=debit)
    assert refusal(lambda: run(return_receipt, again)) == "receivables.already_undone"


def test_two_people_spend_the_same_money_on_account_once(database_url: str, tmp_path: Path) -> None:
    house = set_up(database_url, tmp_path, DAY)
    receipt = line(house, tmp_path, "120.00", "AVANCE")
    item = house.use_cases.run(
        put_on_account, PutOnAccount(transaction_id=receipt, customer="C0001")
    )
    numbers = [issue(house).invoice.number for _ in range(4)]

    def spend(number: str) -> UUID | str:
        command = LayCredit(number=item.number, parts=((number, eur("120.00")),))
        try:
            return house.use_cases.run(lay_credit, command).id
        except OtcError as refused:
            return refused.code

    with ThreadPoolExecutor(4) as pool:
        fates = list(pool.map(spend, numbers))
    assert sum(isinstance(fate, UUID) for fate in fates) == 1
    assert not sound(house)
    house.close()


@pytest.mark.parametrize(
    ("kind", "received", "account"),
    [("bad_debt", "118.00", "654100"), ("exchange", "119.50", "656000")],
)
def test_what_is_missing_is_given_up_or_lost_in_exchange(
    house: House, tmp_path: Path, kind: str, received: str, account: str
) -> None:
    number = issue(house).invoice.number
    receipt = line(house, tmp_path, received, "COURT")
    command = AllocateReceipt(
        transaction_id=receipt,
        parts=((number, eur("120.00")),),
        difference_kind=DifferenceKind(kind),
    )
    clerk = open_house(database_url=house.database_url, today=DAY, user="vente", role="sales")
    if kind == "bad_debt":
        assert refusal(lambda: clerk.use_cases.run(allocate_receipt, command)) == (
            "receivables.write_off_beyond_limit"
        )
    clerk.close()
    house.use_cases.run(allocate_receipt, command)
    assert left(house, number).startswith("0")
    with house.engine.connect() as connection:
        debit = connection.exec_driver_sql(
            f"SELECT SUM(debit_minor) FROM journal_line WHERE account = '{account}'"
        ).scalar_one()
    assert debit == 12000 - int(Decimal(received) * 100)
    assert not sound(house)
