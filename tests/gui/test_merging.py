"""Duplicates in the window: told while typing, asked before saving, merged, and parted again."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from otc_desktop.application.customers.save_customer import SaveCustomer, save_customer
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.bootstrap import House
from otc_desktop.ui.customers.dialogs.customer_form import CustomerForm
from otc_desktop.ui.customers.dialogs.duplicates_dialog import DuplicatesDialog
from otc_desktop.ui.customers.dialogs.merge_dialog import MergeDialog
from otc_desktop.ui.customers.tab import CustomersTab
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from tests.support.goods import failed_checks
from tests.support.line import issue
from tests.support.sales_window import column_of, house, opened, places, program, show

__all__ = ["house", "places", "program", "show"]
Settle = Callable[[], None]
Show = Callable[[CustomersTab], CustomersTab]


@pytest.fixture
def tab(services: WindowServices, program: Program, show: Show) -> CustomersTab:
    return show(CustomersTab(services, program))


@pytest.fixture
def twin(house: House) -> str:
    """A second file of C0001, with an invoice of its own."""
    fields = {
        "code": "C0009",
        "name": "DURAND ECLAIRAGE",
        "siren": "552100554",
        "address": "1 rue de la Paix",
        "postal_code": "75002",
        "city": "Paris",
        "phone": "01 02 03 04 05",
    }
    house.use_cases.run(save_customer, SaveCustomer(fields=fields, is_another=True))
    issue(house, customer="C0009")
    return "C0009"


def _codes(house: House) -> list[str]:
    return [row.code for row in house.queries.customers.page(PageRequest(sort="code"))]


def test_typing_a_known_customer_shows_it_and_opens_it(
    tab: CustomersTab, places: list[Place], qtbot: QtBot, settle: Settle
) -> None:
    tab.new.trigger()
    form = opened(qtbot, tab, CustomerForm)
    settle()
    assert not form.hints.isVisibleTo(form)
    form.field("name").setText("Eclairage Durand")
    form.field("siren").setText("552 100 554")
    form.check_now()
    settle()
    assert form.hints.isVisibleTo(form)
    assert "C0001" in form.hints.text()
    assert "SIREN" in form.hints.text()
    form.hints.buttons[0].click()
    settle()
    assert [place.tab for place in places][-1] == "customers"
    assert not form.isVisibleTo(tab)


def test_saving_a_sure_duplicate_asks_first(
    tab: CustomersTab, house: House, qtbot: QtBot, settle: Settle
) -> None:
    tab.new.trigger()
    form = opened(qtbot, tab, CustomerForm)
    form.field("code").setText("C0009")
    form.field("name").setText("Durand Eclairage")
    form.field("siren").setText("552100554")
    form.accept_button.click()
    settle()
    assert "C0009" not in _codes(house)
    box = form.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "C0001" in box.informativeText()
    next(
        each for each in box.buttons() if box.buttonRole(each) is QMessageBox.ButtonRole.AcceptRole
    ).click()
    settle()
    assert "C0009" in _codes(house)


def test_pair_is_compared_merged_and_parted_again(
    tab: CustomersTab, twin: str, house: House, qtbot: QtBot, settle: Settle
) -> None:
    assert not tab.merging.undo.isEnabled()
    tab.merging.duplicates.trigger()
    pairs = opened(qtbot, tab, DuplicatesDialog)
    settle()
    assert column_of(pairs.list.model, "first") == ["C0001 · Durand Éclairage SARL"]
    pairs.merge.click()
    dialog = opened(qtbot, pairs, MergeDialog)
    settle()
    preview = dialog.preview()
    assert preview is not None
    assert (preview.keeper.code, preview.moves["invoice"]) == ("C0001", 1)
    # What is empty here and known there is offered; everything else stays unless chosen.
    assert dialog.choice("phone")[1].isChecked()
    assert dialog.choice("name")[0].isChecked()
    dialog.choice("name")[1].setChecked(True)
    assert dialog.take() == ("name", "phone")
    dialog.accept_button.click()
    settle()
    assert column_of(pairs.list.model, "first") == []
    assert twin not in _codes(house)
    [row] = house.queries.customers.page(PageRequest(filters={"state": "archived"}))
    assert (row.code, row.merged_into) == (twin, "C0001")
    assert house.queries.customers.page(PageRequest(search="C0001"))[0].name == "DURAND ECLAIRAGE"
    pairs.reject()
    settle()
    tab.merging.undo.trigger()
    settle()
    assert _codes(house) == ["C0001", "C0002", "C0003", twin]
    assert not tab.merging.undo.isEnabled()
    assert failed_checks(house) == []


def test_swapping_keeps_the_other_file(
    tab: CustomersTab, twin: str, qtbot: QtBot, settle: Settle
) -> None:
    tab.merging.ask_merge("C0001", twin)
    dialog = opened(qtbot, tab, MergeDialog)
    settle()
    dialog.swap.click()
    settle()
    preview = dialog.preview()
    assert preview is not None
    assert preview.keeper.code == twin
    assert "email" in dialog.take()


def test_pair_that_is_none_is_not_listed_again(
    tab: CustomersTab, twin: str, qtbot: QtBot, settle: Settle
) -> None:
    tab.merging.show_duplicates()
    pairs = opened(qtbot, tab, DuplicatesDialog)
    settle()
    pairs.apart.click()
    settle()
    assert pairs.list.model.rowCount() == 0
    assert not pairs.merge.isEnabled()


def test_merged_file_says_where_it_went_and_can_stand_by_itself_again(
    tab: CustomersTab, twin: str, house: House, qtbot: QtBot, settle: Settle
) -> None:
    tab.merging.ask_merge("C0001", twin)
    dialog = opened(qtbot, tab, MergeDialog)
    settle()
    dialog.accept_button.click()
    settle()
    [row] = house.queries.customers.page(PageRequest(filters={"state": "archived"}))
    assert row.merged_into == "C0001"
    tab.show_place(Place(tab="customers", filters={"state": "archived"}))
    settle()
    assert "C0001" in tab.panel.state.text()
    box = tab.panel.identity.state
    assert "C0001" in box.state.text()
    assert box.unmerge.isVisibleTo(box)
    assert not box.restore.isVisibleTo(box)
    box.unmerge.click()
    settle()
    assert twin in _codes(house)
