"""The customers tab as a sales administrator works with it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from otc_desktop.application.customers.save_customer import SaveCustomer, save_customer
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.bootstrap import House
from otc_desktop.ui.customers.dialogs.customer_form import CustomerForm
from otc_desktop.ui.customers.tab import CustomersTab
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.import_assistant.assistant import ImportAssistant
from tests.support.line import house_on, issue
from tests.support.sales_window import (
    CTRL,
    DAY,
    column_of,
    house,
    opened,
    places,
    press,
    program,
    program_of,
    show,
)

__all__ = ["house", "places", "program", "show"]
Settle = Callable[[], None]
Show = Callable[[CustomersTab], CustomersTab]
MOUSE = Qt.MouseButton.LeftButton


@pytest.fixture
def tab(services: WindowServices, program: Program, show: Show) -> CustomersTab:
    return show(CustomersTab(services, program))


def test_list_when_shown_then_the_first_customer_is_beside_it(tab: CustomersTab) -> None:
    assert column_of(tab.list.model, "code") == ["C0001", "C0002", "C0003"]
    assert "552 100 554".replace(" ", "\u00a0") in tab.panel.identity.facts.text()
    assert "30 jours" in tab.panel.identity.facts.text()
    assert "Aucun" in tab.panel.limit_figure.text()


def test_search_when_typed_then_finds_by_a_later_word_of_the_name(
    tab: CustomersTab, qtbot: QtBot, settle: Settle
) -> None:
    qtbot.keyClicks(tab.list.filter_bar.search_field, "prisme")
    qtbot.keyClick(tab.list.filter_bar.search_field, Qt.Key.Key_Return)
    settle()
    assert column_of(tab.list.model, "code") == ["C0003"]
    settle()
    customer = tab.panel.customer()
    assert customer is not None
    assert customer.code == "C0003"


def test_new_customer_when_faulty_then_all_faults_are_said_and_nothing_is_kept(
    tab: CustomersTab, house: House, qtbot: QtBot, settle: Settle
) -> None:
    press(qtbot, tab, Qt.Key.Key_N)
    form = opened(qtbot, tab, CustomerForm)
    qtbot.keyClicks(form.field("code"), "C0009")
    qtbot.keyClicks(form.field("siren"), "123456789")
    qtbot.keyClicks(form.field("iban"), "FR00")
    qtbot.keyClick(form.field("iban"), Qt.Key.Key_Return, CTRL)
    settle()
    notice = form.message_bar.notice()
    assert notice is not None
    for words in ("Nom du client manquant", "SIREN incorrect", "IBAN incorrect"):
        assert words in notice.title
    assert form.field("siren").property("invalid")
    assert not form.field("code").property("invalid")
    assert house.queries.customers.count(PageRequest()) == 3


def test_new_customer_when_saved_then_stands_in_list_file_and_books(
    tab: CustomersTab, house: House, qtbot: QtBot, settle: Settle
) -> None:
    qtbot.mouseClick(tab.bar.button(tab.new), MOUSE)
    form = opened(qtbot, tab, CustomerForm)
    for name, text in {
        "code": "C0009",
        "name": "Eclats & Fils",
        "city": "Nantes",
        "payment_terms": "fin de mois 45 jours",
        "credit_limit": "12 500,00",
    }.items():
        qtbot.keyClicks(form.field(name), text)
    qtbot.mouseClick(form.accept_button, MOUSE)
    qtbot.waitUntil(lambda: column_of(tab.list.model, "code") == ["C0009"])
    settle()
    [row] = house.queries.customers.page(PageRequest(search="C0009"))
    kept = house.queries.customers.detail(row.id).customer
    assert str(kept.payment_terms) == "end of month 45 days"
    assert str(kept.credit_limit) == "12500.00 EUR"
    assert "fin de mois 45 jours" in tab.panel.identity.facts.text()
    assert "12\u202f500,00" in tab.panel.limit_figure.text()


def test_new_customer_when_the_code_is_taken_then_is_refused(
    tab: CustomersTab, qtbot: QtBot, settle: Settle
) -> None:
    press(qtbot, tab, Qt.Key.Key_N)
    form = opened(qtbot, tab, CustomerForm)
    qtbot.keyClicks(form.field("code"), "C0001")
    qtbot.keyClicks(form.field("name"), "Un autre")
    qtbot.keyClick(form.field("name"), Qt.Key.Key_Return)
    settle()
    notice = form.message_bar.notice()
    assert notice is not None
    assert "Code client déjà pris" in notice.title
    assert form.field("code").property("invalid")


def test_customer_when_somebody_changed_it_meanwhile_then_nothing_is_overwritten(
    tab: CustomersTab, house: House, qtbot: QtBot, settle: Settle
) -> None:
    qtbot.keyClick(tab, Qt.Key.Key_F2)
    form = opened(qtbot, tab, CustomerForm)
    [row] = house.queries.customers.page(PageRequest(search="C0001"))
    house.use_cases.run(
        save_customer,
        SaveCustomer(customer_id=row.id, version=1, fields={"phone": "01 23 45 67 89"}),
    )
    form.field("city").setText("Marseille")
    qtbot.mouseClick(form.accept_button, MOUSE)
    settle()
    assert form.isVisible()
    kept = house.queries.customers.detail(row.id).customer
    assert kept.phone == "01 23 45 67 89"
    assert kept.address.city == "Paris"


def test_import_when_a_row_is_faulty_then_it_is_listed_and_the_others_can_be_taken(
    tab: CustomersTab, house: House, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    path = tmp_path / "nouveaux.csv"
    path.write_text(
        "code;nom;siren;conditions de règlement\n"
        "C0100;Bon Client;552100554;30 jours\n"
        "C0101;Mauvais Client;123;dans longtemps\n",
        encoding="utf-8",
    )
    press(qtbot, tab, Qt.Key.Key_I)
    assistant = opened(qtbot, tab, ImportAssistant)
    assistant.open_file(path)
    settle()
    qtbot.mouseClick(assistant.next_button, MOUSE)
    settle()
    assert assistant.fates_page.list is not None
    model = assistant.fates_page.list.model
    assert column_of(model, "line") == ["3"]
    assert "SIREN incorrect" in column_of(model, "reasons")[0]
    assert house.queries.customers.count(PageRequest()) == 3
    qtbot.mouseClick(assistant.partial_button, MOUSE)
    settle()
    qtbot.waitUntil(lambda: house.queries.customers.count(PageRequest()) == 4)
    qtbot.waitUntil(lambda: "C0100" in column_of(tab.list.model, "code"))


def test_overdue_when_there_is_some_then_figure_leads_to_its_invoices(
    services: WindowServices,
    house: House,
    show: Show,
    qtbot: QtBot,
    settle: Settle,
    places: list[Place],
) -> None:
    issued = issue(house, customer="C0001")
    later = house_on(house.database_url, issued.invoice.due_on.replace(year=2027))
    tab = show(CustomersTab(services, program_of(later)))
    tab.list.show_filtered(filters={"owes": "overdue"})
    settle()
    assert column_of(tab.list.model, "code") == ["C0001"]
    assert column_of(tab.list.model, "overdue_amount") == ["120,00\u00a0€"]
    tab.panel.show_page(tab.panel.timeline_page)
    settle()
    assert "Facture F2026-00001 émise" in column_of(tab.panel.timeline_page.list.model, "what")[0]
    qtbot.mouseClick(tab.panel.overdue_figure, MOUSE)
    [place] = places
    assert (place.tab, place.search) == ("invoicing", "Durand Éclairage SARL")
    assert place.filters == {"status": "overdue"}
    later.close()


def test_list_when_books_are_empty_then_says_what_to_do(
    services: WindowServices, tmp_path: Path, show: Show
) -> None:
    empty = house_on(f"sqlite:///{tmp_path / 'empty.db'}", DAY)
    empty.upgrade()
    tab = show(CustomersTab(services, program_of(empty)))
    assert "Importez vos clients" in tab.list.empty_panel.text()
    assert not tab.edit.isEnabled()
    empty.close()
