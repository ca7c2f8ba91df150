"""The section of direct debits: creditor, mandate, collection, file, what came back."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from otc_desktop.application.customers.import_customers import (
    ImportCustomers,
    import_customers,
)
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.receivables.put_on_account import PutOnAccount, put_on_account
from otc_desktop.bootstrap import House
from otc_desktop.domain.direct_debits.refund import RefundStatus
from otc_desktop.ui.bank.debits.forms import CollectionForm, CreditorForm, MandateForm
from otc_desktop.ui.bank.debits.page import DebitsPage
from otc_desktop.ui.bank.debits.refunds import RefundsDialog
from otc_desktop.ui.kernel.services import WindowServices
from tests.support.books import program_of, receive, settling
from tests.support.company_files import Movement
from tests.support.line import issue, set_up

DAY = date(2026, 11, 20)
IBAN = "FR7630004000031234567890143"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = set_up(f"sqlite:///{tmp_path / 'books.db'}", tmp_path, DAY)
    yield made
    made.close()


@pytest.fixture
def settle(qtbot: QtBot, services: WindowServices) -> Callable[[], None]:
    return settling(qtbot, services)


def test_from_a_signed_mandate_to_the_banks_file(
    house: House, services: WindowServices, settle: Callable[[], None], tmp_path: Path
) -> None:
    number = issue(house).invoice.number
    page = DebitsPage(services, program_of(house))
    page.show()
    page.creditor.trigger()
    settle()
    creditor = page.findChild(CreditorForm)
    assert creditor is not None and creditor.notice.value() == 14
    creditor.ics.setText("FR72ZZZ123456")
    creditor.accept_button.click()
    settle()

    page.sign.trigger()
    mandate = page.findChild(MandateForm)
    assert mandate is not None
    mandate.accept_button.click()
    assert mandate.isVisible()
    [row] = [each for each in house.queries.customers.page(PageRequest()) if each.code == "C0001"]
    mandate.customer.set_row(row)
    mandate.iban.setText(IBAN)
    mandate.accept_button.click()
    settle()
    page.reload()
    settle()
    assert len(house.queries.mandates.page(PageRequest())) == 1

    page.new.trigger()
    settle()
    form = page.findChild(CollectionForm)
    assert form is not None
    form.due_by.set_date(date(2026, 12, 31))
    settle()
    assert "120,00" in form.shown.toPlainText()
    form.accept_button.click()
    settle()
    [collection] = house.queries.debit_collections.page(PageRequest())
    page.reload()
    settle()
    page.collections.table.selectRow(0)
    assert page.tell.isEnabled() and page.send.isEnabled() and page.cancel.isEnabled()
    target = tmp_path / "prl.xml"
    page.hand_over(collection.number, target, told_otherwise=True)
    settle()
    assert number in target.read_text(encoding="utf-8")
    page.reload()
    settle()
    page.collections.table.selectRow(0)
    assert not page.tell.isEnabled() and page.send.isEnabled()
    page.cancel.trigger()
    settle()
    [after] = house.queries.debit_collections.page(PageRequest())
    assert after.slip_status is not None and after.slip_status.value == "withdrawn"


def test_money_on_account_is_paid_out(
    house: House, services: WindowServices, settle: Callable[[], None], tmp_path: Path
) -> None:
    receive(house, tmp_path, Movement(amount="80.00", label="TROP PERCU"))
    [line] = house.queries.bank_transactions.page(PageRequest())
    house.use_cases.run(put_on_account, PutOnAccount(transaction_id=line.id, customer="C0001"))
    customers = tmp_path / "iban.csv"
    customers.write_text(f"code;nom;iban\nC0001;Durand;{IBAN}\n", encoding="utf-8")
    house.use_cases.run(import_customers, ImportCustomers(path=customers))
    dialog = RefundsDialog(services, program_of(house))
    dialog.show()
    settle()
    assert not dialog.order.isEnabled()
    dialog.credits.table.selectRow(0)
    [credit] = dialog.credits.selected_rows()
    assert (credit.iban, dialog.order.isEnabled()) == ("•••• 0143", True)
    target = tmp_path / "refunds.xml"
    dialog.pay_out([credit], target)
    settle()
    assert "80.00" in target.read_text(encoding="utf-8")
    assert dialog.credits.selected_rows() == []
    dialog.orders.table.selectRow(0)
    assert dialog.cancel.isEnabled()
    dialog.cancel.trigger()
    settle()
    [order] = house.queries.refund_orders.page(PageRequest())
    assert order.status is RefundStatus.CANCELLED
