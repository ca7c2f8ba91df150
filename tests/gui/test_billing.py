"""Grouped billing and recurring contracts in the invoicing tab."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from otc_desktop.application.invoicing.contract_input import ContractInput
from otc_desktop.application.invoicing.create_contract import CreateContract, create_contract
from otc_desktop.application.invoicing.create_works import CreateWorks, create_works
from otc_desktop.application.kernel.line_input import LineInput
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.bootstrap import House
from otc_desktop.domain.customers.customer import InvoiceGrouping
from otc_desktop.domain.invoicing.invoice import InvoiceKind
from otc_desktop.ui.invoicing.dialogs.billing_review import BillingReview
from otc_desktop.ui.invoicing.dialogs.end_contract import EndContract
from otc_desktop.ui.invoicing.dialogs.from_order_form import FromOrderForm
from otc_desktop.ui.invoicing.dialogs.situation_form import SituationForm
from otc_desktop.ui.invoicing.tab import InvoicingTab
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from tests.support.domain import eur
from tests.support.goods import confirmed_order, delivered
from tests.support.sales_window import house, opened, program, show

__all__ = ["house", "program", "show"]
Settle = Callable[[], None]
EVERYTHING = PageRequest()


@pytest.fixture
def tab(
    services: WindowServices, program: Program, show: Callable[[InvoicingTab], InvoicingTab]
) -> InvoicingTab:
    return show(InvoicingTab(services, program))


def test_deliveries_when_grouped_by_customer_then_one_draft_holds_them(
    tab: InvoicingTab, house: House, qtbot: QtBot, settle: Settle
) -> None:
    for customer in ("C0001", "C0001", "C0002"):
        delivered(house, confirmed_order(house, ("P-01", "1"), customer=customer))
    tab.show_place(Place(tab="invoicing", kind="to_invoice"))
    settle()
    tab.to_invoice.review.trigger()
    review = opened(qtbot, tab, BillingReview)
    qtbot.waitUntil(lambda: review.table.rowCount() == 3)
    review.grouping.setCurrentIndex(review.grouping.findData(InvoiceGrouping.CUSTOMER))
    qtbot.waitUntil(lambda: review.table.rowCount() == 2)
    second = review.table.item(1, 0)
    assert second is not None
    second.setCheckState(Qt.CheckState.Unchecked)
    assert [len(each.deliveries) for each in review.ticked()] == [2]
    review.accept_button.click()
    qtbot.waitUntil(lambda: house.queries.drafts.count(EVERYTHING) == 1)
    settle()
    assert house.queries.deliveries_to_invoice.count(EVERYTHING) == 1


def test_contracts_when_prepared_then_each_period_has_its_draft_once(
    tab: InvoicingTab, house: House, qtbot: QtBot, settle: Settle
) -> None:
    line = LineInput(description="Entretien", unit_price=Decimal(50), vat_rate=Decimal(20))
    contract = ContractInput(customer="C0001", lines=(line,), starts_on=date(2026, 10, 1))
    house.use_cases.run(create_contract, CreateContract(contract=contract))
    tab.show_place(Place(tab="invoicing", kind="contracts"))
    qtbot.waitUntil(lambda: tab.contracts.list.model.rowCount() == 1)
    settle()
    for _ in range(2):
        tab.contracts.prepare.trigger()
        settle()
    assert house.queries.drafts.count(EVERYTHING) == 2
    qtbot.waitUntil(lambda: tab.contracts.list.model.rowCount() == 1)
    tab.contracts.list.table.selectRow(0)
    qtbot.waitUntil(tab.contracts.end.isEnabled)
    tab.contracts.end.trigger()
    form = opened(qtbot, tab, EndContract)
    form.last_day.set_date(date(2026, 11, 30))
    form.reason.setText("Fin de bail")
    form.accept_button.click()
    qtbot.waitUntil(
        lambda: house.queries.contracts.page(EVERYTHING)[0].cancelled_on == date(2026, 11, 30)
    )
    settle()


def test_works_when_progress_is_typed_then_its_invoice_is_a_draft(
    tab: InvoicingTab, house: House, qtbot: QtBot, settle: Settle
) -> None:
    lines = tuple(
        LineInput(description=text, unit_price=Decimal(1000), vat_rate=Decimal(20))
        for text in ("Gros œuvre", "Peinture")
    )
    house.use_cases.run(create_works, CreateWorks(customer="C0001", lines=lines))
    tab.show_place(Place(tab="invoicing", kind="works"))
    qtbot.waitUntil(lambda: tab.works.list.model.rowCount() == 1)
    settle()
    tab.works.list.table.selectRow(0)
    qtbot.waitUntil(tab.works.situation.isEnabled)
    tab.works.situation.trigger()
    settle()
    form = opened(qtbot, tab, SituationForm)
    form.table.field(0).setText("40")
    form.accept_button.click()
    qtbot.waitUntil(lambda: house.queries.drafts.count(EVERYTHING) == 1)
    settle()
    [row] = house.queries.drafts.page(EVERYTHING)
    assert row.total_excl_tax == eur("400.00")


def test_order_when_a_deposit_is_asked_then_its_invoice_is_a_draft(
    tab: InvoicingTab, house: House, qtbot: QtBot, settle: Settle
) -> None:
    order = confirmed_order(house, ("P-01", "1"))
    tab.show_place(Place(tab="invoicing", kind="to_invoice"))
    settle()
    tab.to_invoice.from_order.trigger()
    form = opened(qtbot, tab, FromOrderForm)
    form.order.setText(order)
    form.accept_button.click()
    qtbot.waitUntil(lambda: house.queries.drafts.count(EVERYTHING) == 1)
    settle()
    [row] = house.queries.drafts.page(EVERYTHING)
    assert row.kind is InvoiceKind.DEPOSIT
