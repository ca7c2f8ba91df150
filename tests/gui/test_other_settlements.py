"""On the desk beside invoices: money on account, credits laid, refunds, payments returned."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.receivables.put_on_account import PutOnAccount, put_on_account
from otc_desktop.bootstrap import House
from otc_desktop.ui.bank.dialogs.other_settlements import (
    LayCreditDialog,
    OnAccountDialog,
    RefundDialog,
    ReturnDialog,
)
from otc_desktop.ui.bank.reconciliation import ReconciliationPage
from otc_desktop.ui.kernel.services import WindowServices
from tests.support.books import open_books, program_of, receive, settling
from tests.support.company_files import Movement
from tests.support.line import issue
from tests.support.payments import pay

Settle = Callable[[], None]


@pytest.fixture
def house(tmp_path: Path, services: WindowServices) -> Iterator[House]:
    with open_books(tmp_path, services) as made:
        yield made


@pytest.fixture
def settle(qtbot: QtBot, services: WindowServices) -> Settle:
    return settling(qtbot, services)


@pytest.fixture
def page(
    qtbot: QtBot, services: WindowServices, house: House, settle: Settle
) -> ReconciliationPage:
    made = ReconciliationPage(services, program_of(house))
    qtbot.addWidget(made)
    made.resize(1300, 700)
    made.show()
    settle()
    return made


def choose(page: ReconciliationPage, amount: str, settle: Settle) -> None:
    page.lines.show_filtered(filters={"status": ""})
    settle()
    rows = page.lines.model.rowCount()
    ids = [page.lines.model.id_at(place) for place in range(rows)]
    page.lines.table.clearSelection()
    for place, line_id in enumerate(ids):
        page.lines.table.selectRow(place)
        settle()
        (row,) = page.lines.selected_rows()
        if str(row.amount.amount) == amount:
            assert line_id == row.id
            return
    raise AssertionError(amount)


def open_amount(house: House, number: str) -> str:
    (row,) = house.queries.open_items.page(PageRequest(search=number)) or (None,)
    return "0" if row is None else str(row.open.amount)


def test_money_is_kept_on_account_and_laid_on_the_oldest_invoice(
    page: ReconciliationPage, house: House, tmp_path: Path, settle: Settle
) -> None:
    receive(house, tmp_path, Movement(amount="150.00", label="AVANCE", party="X"))
    choose(page, "150.00", settle)
    assert not page.actions_bar.refund.isEnabled()
    page.actions_bar.on_account.trigger()
    dialog = page.findChild(OnAccountDialog)
    assert dialog is not None
    dialog.customer.setText("C0001")
    dialog.accept_button.click()
    settle()
    (item,) = house.queries.open_items.page(PageRequest(filters={"credits": True}))
    assert (item.number, str(item.open.amount)) == ("RC2026-00001", "-150.00")

    number = issue(house).invoice.number
    laying = LayCreditDialog(page.settlements, page)
    laying.open()
    laying.credit.set_row(item)
    laying.credit.picked.emit(item)
    settle()
    assert [each for each, _ in laying.amounts()] == [number]
    laying.accept_button.click()
    settle()
    assert (open_amount(house, number), open_amount(house, item.number)) == ("0", "-30.00")


def test_a_debit_refunds_a_customer(
    page: ReconciliationPage, house: House, tmp_path: Path, settle: Settle
) -> None:
    receive(house, tmp_path, Movement(amount="150.00", label="AVANCE", party="X"), name="A")
    (line,) = house.queries.bank_transactions.page(PageRequest())
    house.use_cases.run(put_on_account, PutOnAccount(transaction_id=line.id, customer="C0001"))
    receive(house, tmp_path, Movement(amount="-50.00", label="RBT", party="X"), name="B")
    choose(page, "-50.00", settle)
    assert not page.actions_bar.on_account.isEnabled()
    page.actions_bar.refund.trigger()
    dialog = page.findChild(RefundDialog)
    assert dialog is not None
    dialog.credit.setText("RC2026-00001")
    dialog.accept_button.click()
    settle()
    assert open_amount(house, "RC2026-00001") == "-100.00"


def test_a_debit_takes_a_payment_back_with_its_fee(
    page: ReconciliationPage, house: House, tmp_path: Path, settle: Settle
) -> None:
    number = issue(house).invoice.number
    pay(house, tmp_path, {number: "120.00"}, name="LCR")
    receive(house, tmp_path, Movement(amount="-128.00", label="REJET", party="X"), name="B")
    choose(page, "-128.00", settle)
    page.actions_bar.send_back.trigger()
    dialog = page.findChild(ReturnDialog)
    assert dialog is not None
    (receipt,) = house.queries.bank_transactions.page(PageRequest(search="LCR"))
    dialog.receipt.set_row(receipt)
    dialog.receipt.picked.emit(receipt)
    settle()
    fee = dialog.fee.money()
    assert fee is not None and str(fee.amount) == "8.00"
    dialog.accept_button.click()
    settle()
    assert open_amount(house, number) == "120.00"
