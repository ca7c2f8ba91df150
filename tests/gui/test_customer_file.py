"""One customer's file in the window: its form, state, people and places, by mouse and keys."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from otc_desktop.application.customers.read_customer_file import (
    CustomerFile,
    ReadCustomerFile,
    read_customer_file,
)
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.bootstrap import House
from otc_desktop.domain.customers.address_book import AddressKind
from otc_desktop.domain.customers.contact import ContactRole
from otc_desktop.domain.customers.customer import CustomerStatus, PaymentMeans
from otc_desktop.domain.customers.payment_terms import PaymentTerms
from otc_desktop.ui.customers.dialogs.address_form import AddressForm
from otc_desktop.ui.customers.dialogs.contact_form import ContactForm
from otc_desktop.ui.customers.dialogs.customer_form import CustomerForm
from otc_desktop.ui.customers.tab import CustomersTab
from otc_desktop.ui.customers.terms import terms_text
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.widgets.fault_report import FaultReport
from otc_desktop.ui.widgets.text_dialog import TextDialog
from tests.support.line import issue
from tests.support.sales_window import (
    CTRL,
    choose_file,
    column_of,
    house,
    opened,
    press,
    program,
    show,
)

__all__ = ["choose_file", "house", "program", "show"]
Settle = Callable[[], None]
Show = Callable[[CustomersTab], CustomersTab]
MOUSE = Qt.MouseButton.LeftButton


@pytest.fixture
def tab(services: WindowServices, program: Program, show: Show) -> CustomersTab:
    return show(CustomersTab(services, program))


@pytest.fixture
def form(tab: CustomersTab, qtbot: QtBot) -> CustomerForm:
    """The form of a new customer."""
    press(qtbot, tab, Qt.Key.Key_N)
    return opened(qtbot, tab, CustomerForm)


def file_on_show(tab: CustomersTab, house: House) -> CustomerFile:
    """The file beside the list, as it is kept."""
    customer = tab.panel.customer()
    assert customer is not None
    return house.use_cases.run(read_customer_file, ReadCustomerFile(customer_id=customer.id))


def type_in(qtbot: QtBot, form: CustomerForm, **texts: str) -> None:
    """Type into fields of the form."""
    for name, text in texts.items():
        qtbot.keyClicks(form.field(name), text)


def edit(field: QWidget, qtbot: QtBot, text: str) -> None:
    """Type into a field."""
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, text)


def edited(qtbot: QtBot, tab: CustomersTab, settle: Settle) -> CustomerForm:
    """The form of the customer on show, opened by its key."""
    tab.activateWindow()
    qtbot.waitUntil(tab.isActiveWindow)
    qtbot.keyClick(tab, Qt.Key.Key_F2)
    settle()
    return opened(qtbot, tab, CustomerForm)


def agree(qtbot: QtBot, parent: QWidget) -> None:
    """Agree to the question that has just been asked."""
    box = opened(qtbot, parent, QMessageBox)
    [accept] = [
        each
        for each in box.findChildren(QPushButton)
        if box.buttonRole(each) is QMessageBox.ButtonRole.AcceptRole
    ]
    qtbot.mouseClick(accept, MOUSE)


def test_live_checks_when_typed_then_say_what_is_wrong_and_what_is_right(
    form: CustomerForm, qtbot: QtBot
) -> None:
    type_in(qtbot, form, siren="732829320", siret="55210055400013", naf="1", payment_terms="90 j")
    form.field("name").setFocus()
    form.check_now()
    tones = {name: form.remark(name).tone for name in ("siren", "siret", "naf", "payment_terms")}
    assert tones == {
        "siren": Tone.GOOD,
        "siret": Tone.BAD,
        "naf": Tone.BAD,
        "payment_terms": Tone.WARNING,
    }
    assert "L441-10" in form.remark("payment_terms").text()
    assert form.remark("iban").text() == ""
    form.field("payment_terms").setText("45 jours fin de mois le 10")
    form.field("payment_terms").setText("30 jours")
    form.check_now()
    assert form.remark("payment_terms").tone is Tone.GOOD
    assert "20/12/2026" in form.remark("payment_terms").text()


def test_live_checks_when_still_typing_then_do_not_shout(form: CustomerForm, qtbot: QtBot) -> None:
    form.field("siren").setFocus()
    type_in(qtbot, form, siren="7328")
    qtbot.waitUntil(lambda: form.remark("siren").text() != "")
    assert form.remark("siren").tone is Tone.NEUTRAL


def test_vat_number_when_siren_is_known_then_is_offered(form: CustomerForm, qtbot: QtBot) -> None:
    type_in(qtbot, form, siren="732 829 320")
    form.check_now()
    qtbot.mouseClick(form.identity.take_vat_number, MOUSE)
    assert form.field("vat_number").text() == "FR44732829320"
    assert not form.identity.take_vat_number.isVisible()
    assert form.remark("vat_number").tone is Tone.GOOD


def test_sections_when_turned_by_keys_then_follow(form: CustomerForm, qtbot: QtBot) -> None:
    assert form.sections.currentIndex() == 0
    qtbot.keyClick(form.field("code"), Qt.Key.Key_PageDown, CTRL)
    assert form.sections.currentIndex() == 1
    qtbot.keyClick(form.field("address"), Qt.Key.Key_PageUp, CTRL)
    assert form.sections.currentIndex() == 0


def test_fault_when_in_another_section_then_that_section_opens(
    form: CustomerForm, qtbot: QtBot, settle: Settle
) -> None:
    type_in(qtbot, form, code="C0009", name="Eclats", einvoicing_address="a*b")
    qtbot.mouseClick(form.accept_button, MOUSE)
    settle()
    assert form.sections.currentIndex() == 3
    assert form.sections.tabText(3).startswith(Tone.BAD.glyph)
    assert not form.sections.tabText(0).startswith(Tone.BAD.glyph)
    assert form.field("einvoicing_address").property("invalid")


def test_complete_customer_when_saved_then_is_active_with_all_its_fields(
    tab: CustomersTab, form: CustomerForm, house: House, qtbot: QtBot, settle: Settle
) -> None:
    type_in(
        qtbot,
        form,
        code="C0009",
        name="Eclats",
        siren="732829320",
        address="1 rue Haute",
        postal_code="44000",
        city="Nantes",
        payment_terms="30 jours le 15",
        service_code="SRV",
    )
    form.billing.means.boxes[PaymentMeans.TRANSFER].click()
    required = form.billing.fields["purchase_order_required"]
    assert isinstance(required, QCheckBox)
    required.click()
    form.other.notes.setPlainText("Deux\nlignes")
    form.field("einvoicing_address").setText("732829320")
    head = form.identity.head
    assert head is not None
    head.setText("C0002")
    qtbot.mouseClick(form.accept_button, MOUSE)
    qtbot.waitUntil(lambda: column_of(tab.list.model, "code") == ["C0009"])
    settle()
    kept = file_on_show(tab, house)
    customer = kept.customer
    assert customer.status is CustomerStatus.ACTIVE
    assert customer.payment_terms == PaymentTerms.parse("30 jours le 15")
    assert customer.payment_means == (PaymentMeans.TRANSFER,)
    assert customer.purchase_order_required
    assert customer.notes == "Deux\nlignes"
    assert (customer.einvoicing_scheme, customer.service_code) == ("0225", "SRV")
    assert kept.head is not None
    assert kept.head.code == "C0002"
    assert not tab.panel.state.isVisible()
    settle()
    again = edited(qtbot, tab, settle)
    assert not again.draft_button.isVisible()
    qtbot.mouseClick(again.accept_button, MOUSE)
    settle()
    assert file_on_show(tab, house).customer == customer


def test_draft_when_saved_then_lists_what_is_missing_until_it_is_validated(
    tab: CustomersTab, form: CustomerForm, house: House, qtbot: QtBot, settle: Settle
) -> None:
    type_in(qtbot, form, code="C0009", name="Eclats")
    qtbot.mouseClick(form.draft_button, MOUSE)
    qtbot.waitUntil(lambda: column_of(tab.list.model, "code") == ["C0009"])
    settle()
    box = tab.panel.identity.state
    assert "brouillon" in tab.panel.state.text()
    assert "brouillon" in column_of(tab.list.model, "state")[0]
    assert any("SIREN manquant" in text for text in box.texts())
    assert box.submit.isVisible()
    assert not box.validate.isEnabled()
    assert not box.block.isVisible()
    again = edited(qtbot, tab, settle)
    type_in(qtbot, again, siren="732829320", address="1 rue Haute", postal_code="44000")
    type_in(qtbot, again, city="Nantes")
    qtbot.mouseClick(again.draft_button, MOUSE)
    qtbot.waitUntil(box.validate.isEnabled)
    settle()
    assert file_on_show(tab, house).customer.status is CustomerStatus.DRAFT
    qtbot.mouseClick(box.submit, MOUSE)
    settle()
    qtbot.waitUntil(box.send_back.isVisible)
    qtbot.mouseClick(box.validate, MOUSE)
    qtbot.waitUntil(box.block.isVisible)
    assert file_on_show(tab, house).customer.status is CustomerStatus.ACTIVE
    assert not tab.panel.state.isVisible()


def test_customer_when_blocked_then_says_why_and_can_be_freed(
    tab: CustomersTab, house: House, qtbot: QtBot, settle: Settle
) -> None:
    box = tab.panel.identity.state
    qtbot.mouseClick(box.block, MOUSE)
    dialog = opened(qtbot, tab, TextDialog)
    qtbot.mouseClick(dialog.accept_button, MOUSE)
    settle()
    assert dialog.isVisible()
    assert dialog.field.property("invalid")
    qtbot.keyClicks(dialog.field, "trois impayes")
    qtbot.mouseClick(dialog.accept_button, MOUSE)
    settle()
    qtbot.waitUntil(lambda: "trois impayes" in tab.panel.state.text())
    assert file_on_show(tab, house).customer.status is CustomerStatus.BLOCKED
    tab.list.show_filtered(filters={"state": "blocked"})
    settle()
    assert column_of(tab.list.model, "code") == ["C0001"]
    qtbot.mouseClick(box.unblock, MOUSE)
    settle()
    assert file_on_show(tab, house).customer.status is CustomerStatus.ACTIVE


def test_customer_when_archived_then_is_found_by_the_filter_and_restored(
    tab: CustomersTab, house: House, qtbot: QtBot, settle: Settle
) -> None:
    box = tab.panel.identity.state
    qtbot.mouseClick(box.archive, MOUSE)
    agree(qtbot, tab)
    settle()
    qtbot.waitUntil(lambda: column_of(tab.list.model, "code") == ["C0002", "C0003"])
    tab.list.show_filtered(filters={"state": "archived"})
    settle()
    assert column_of(tab.list.model, "code") == ["C0001"]
    settle()
    qtbot.waitUntil(box.restore.isVisible)
    assert not box.archive.isVisible()
    qtbot.mouseClick(box.restore, MOUSE)
    settle()
    assert house.queries.customers.count(PageRequest()) == 3


def test_customer_when_it_owes_then_archiving_is_refused_with_the_reason(
    tab: CustomersTab, house: House, qtbot: QtBot, settle: Settle
) -> None:
    issue(house, customer="C0001")
    settle()
    qtbot.mouseClick(tab.panel.identity.state.archive, MOUSE)
    agree(qtbot, tab)
    settle()
    report = opened(qtbot, tab, FaultReport)
    settle()
    assert "non soldées : 1" in column_of(report.list.model, "reason")[0]
    assert file_on_show(tab, house).customer.archived_on is None


def test_contact_when_added_then_receives_what_its_role_says(
    tab: CustomersTab, house: House, qtbot: QtBot, settle: Settle
) -> None:
    page = tab.panel.contacts_page
    tab.panel.show_page(page)
    settle()
    qtbot.mouseClick(page.bar.button(page.new), MOUSE)
    dialog = opened(qtbot, tab, ContactForm)
    edit(dialog.rows.fields["name"], qtbot, "Anne Roy")
    edit(dialog.rows.fields["email"], qtbot, "anne")
    dialog.boxes[ContactRole.PAYER].click()
    qtbot.keyClick(dialog.rows.fields["email"], Qt.Key.Key_Return, CTRL)
    settle()
    assert dialog.rows.fields["email"].property("invalid")
    edit(dialog.rows.fields["email"], qtbot, "@durand.example")
    qtbot.mouseClick(dialog.accept_button, MOUSE)
    settle()
    qtbot.waitUntil(lambda: column_of(page.list.model, "name") == ["Anne Roy"])
    assert "paie" in column_of(page.list.model, "roles")[0]
    assert "Relances Anne Roy <anne@durand.example>" in page.rule.text()
    assert "Factures" in page.rule.text()
    [contact] = file_on_show(tab, house).contacts
    assert contact.roles == {ContactRole.PAYER}
    page.list.table.selectRow(0)
    qtbot.mouseClick(page.bar.button(page.edit), MOUSE)
    again = opened(qtbot, tab, ContactForm)
    assert again.boxes[ContactRole.PAYER].isChecked()
    again.boxes[ContactRole.DISPUTE].click()
    qtbot.mouseClick(again.accept_button, MOUSE)
    settle()
    [contact] = file_on_show(tab, house).contacts
    assert contact.roles == {ContactRole.PAYER, ContactRole.DISPUTE}
    qtbot.waitUntil(lambda: page.file is not None and page.file.contacts == (contact,))
    page.list.table.selectRow(0)
    qtbot.mouseClick(page.bar.button(page.remove), MOUSE)
    agree(qtbot, tab)
    settle()
    assert file_on_show(tab, house).contacts == ()


def test_address_when_added_then_is_kept_and_shown(
    tab: CustomersTab, house: House, qtbot: QtBot, settle: Settle
) -> None:
    page = tab.panel.addresses_page
    tab.panel.show_page(page)
    settle()
    assert page.list.empty_panel.isVisible()
    qtbot.mouseClick(page.bar.button(page.new), MOUSE)
    dialog = opened(qtbot, tab, AddressForm)
    edit(dialog.rows.fields["label"], qtbot, "Entrepot")
    edit(dialog.rows.fields["siret"], qtbot, "73282932000074")
    qtbot.mouseClick(dialog.accept_button, MOUSE)
    settle()
    assert isinstance(dialog, QDialog)
    assert dialog.rows.fields["address"].property("invalid") or dialog.rows.fields[
        "siret"
    ].property("invalid")
    edit(dialog.rows.fields["address"], qtbot, "4 rue du Port")
    edit(dialog.rows.fields["city"], qtbot, "Lille")
    dialog.rows.fill({"siret": "55210055400013"})
    qtbot.mouseClick(dialog.accept_button, MOUSE)
    settle()
    qtbot.waitUntil(lambda: column_of(page.list.model, "label") == ["Entrepot"])
    [address] = file_on_show(tab, house).addresses
    assert (address.kind, address.is_default) == (AddressKind.DELIVERY, True)
    assert address.siret == "55210055400013"


@pytest.mark.parametrize(
    "text",
    [
        "30 days",
        "45 days end of month",
        "end of month 45 days",
        "0 days end of month",
        "30 days on the 15",
        "30 days end of month on the 10",
        "end of month 30 days on the 10",
        "0 days on the 20",
        "on receipt",
        "on order",
    ],
)
def test_terms_when_shown_then_are_read_back(services: WindowServices, text: str) -> None:
    terms = PaymentTerms.parse(text)
    assert PaymentTerms.parse(terms_text(terms)) == terms
