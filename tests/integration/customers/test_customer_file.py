"""Customer files kept by hand and by import, their people, places and states."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from otc_desktop.application.customers.archive_customer import ArchiveCustomer, archive_customer
from otc_desktop.application.customers.block_customer import BlockCustomer, block_customer
from otc_desktop.application.customers.import_customers import ImportCustomers, import_customers
from otc_desktop.application.customers.read_customer_file import (
    CustomerFile,
    ReadCustomerFile,
    read_customer_file,
)
from otc_desktop.application.customers.remove_address import RemoveAddress, remove_address
from otc_desktop.application.customers.remove_contact import RemoveContact, remove_contact
from otc_desktop.application.customers.restore_customer import RestoreCustomer, restore_customer
from otc_desktop.application.customers.save_address import SaveAddress, save_address
from otc_desktop.application.customers.save_contact import SaveContact, save_contact
from otc_desktop.application.customers.save_customer import SaveCustomer, save_customer
from otc_desktop.application.customers.send_back_customer import (
    SendBackCustomer,
    send_back_customer,
)
from otc_desktop.application.customers.submit_customer import SubmitCustomer, submit_customer
from otc_desktop.application.customers.unblock_customer import UnblockCustomer, unblock_customer
from otc_desktop.application.customers.validate_customer import (
    ValidateCustomer,
    validate_customer,
)
from otc_desktop.application.dunning.plan_reminders import PlanReminders, plan_reminders_for
from otc_desktop.application.dunning.run_reminders import RunReminders, run_reminders
from otc_desktop.application.invoicing.create_invoice import CreateInvoice, create_invoice
from otc_desktop.application.invoicing.issue_invoice import IssueInvoice, issue_invoice
from otc_desktop.application.invoicing.read_invoice import ReadInvoice, read_invoice
from otc_desktop.application.invoicing.send_invoice import SendInvoice, send_invoice
from otc_desktop.application.kernel.line_input import LineInput
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.sales.create_order import CreateOrder, create_order
from otc_desktop.bootstrap import House
from otc_desktop.domain.customers.address_book import AddressKind
from otc_desktop.domain.customers.contact import ContactRole
from otc_desktop.domain.customers.customer import (
    Customer,
    CustomerKind,
    CustomerStatus,
    PaymentMeans,
)
from otc_desktop.domain.shared.company import Address
from otc_desktop.domain.shared.errors import ConflictError, NotFoundError, RuleError
from otc_desktop.domain.shared.findings import BlockingFindings
from otc_desktop.domain.shared.ids import CustomerId
from tests.support.line import draft, house_on, issue, set_up

DAY = date(2026, 11, 20)
WHOLE = {
    "code": "C0100",
    "name": "Brasserie du Port",
    "siren": "732829320",
    "siret": "73282932000074",
    "vat_number": "FR44732829320",
    "address": "1 quai du Port",
    "postal_code": "13002",
    "city": "Marseille",
    "email": "compta@brasserie.example",
}
ALL_FIELDS = {
    **WHOLE,
    "kind": "entreprise",
    "legal_form": "SAS",
    "naf": "56.30Z",
    "rcs_city": "Marseille",
    "payment_terms": "30 jours fin de mois le 10",
    "payment_means": "virement, chèque",
    "purchase_order_required": "oui",
    "einvoicing_address": "732829320_COMPTA",
    "service_code": "SRV1",
    "engagement": "ENG9",
    "salesperson": "Claire",
    "price_list": "GROS",
    "notes": "Livrer par l'arrière.",
    "insured_limit": "8 000,00",
    "parent": "C0002",
}
LINE = LineInput(description="Lampe", unit_price=Decimal(100), vat_rate=Decimal(20))


@pytest.fixture
def house(database_url: str, tmp_path: Path) -> Iterator[House]:
    """The small company with its three customers."""
    made = set_up(database_url, tmp_path, DAY)
    yield made
    made.close()


def customer_by(house: House, code: str) -> Customer:
    """The file of that code, wherever it is listed."""
    for state in (None, "archived"):
        request = PageRequest(search=code, filters={"state": state})
        for row in house.queries.customers.page(request):
            if row.code == code:
                return house.queries.customers.detail(row.id).customer
    raise AssertionError(code)


def file_of(house: House, customer_id: CustomerId) -> CustomerFile:
    """The whole file."""
    return house.use_cases.run(read_customer_file, ReadCustomerFile(customer_id=customer_id))


def events(house: House, customer_id: CustomerId) -> list[str]:
    """Kinds of what the timeline tells, oldest first."""
    request = PageRequest(filters={"customer_id": customer_id})
    return [row.kind for row in house.queries.timeline.page(request)][::-1]


def refusal_of(run: object) -> RuleError:
    """What a call is refused with."""
    with pytest.raises(RuleError) as refusal:
        run()  # type: ignore[operator]
    return refusal.value


def test_every_field_is_kept_and_read_back(house: House) -> None:
    kept = house.use_cases.run(save_customer, SaveCustomer(fields=ALL_FIELDS))
    found = file_of(house, kept.id)
    customer = found.customer
    assert customer == kept
    assert customer.kind is CustomerKind.COMPANY
    assert customer.naf == "5630Z"
    assert str(customer.payment_terms) == "30 days end of month on the 10"
    assert customer.payment_means == (PaymentMeans.TRANSFER, PaymentMeans.CHEQUE)
    assert customer.purchase_order_required
    assert (customer.einvoicing_scheme, customer.einvoicing_address) == (
        "0225",
        "732829320_COMPTA",
    )
    assert str(customer.insured_limit) == "8000.00 EUR"
    assert found.head is not None
    assert found.head.code == "C0002"
    cleared = {"parent": "", "payment_means": "", "insured_limit": "", "einvoicing_address": ""}
    house.use_cases.run(
        save_customer, SaveCustomer(customer_id=kept.id, version=kept.version, fields=cleared)
    )
    customer = file_of(house, kept.id).customer
    assert customer.parent_id is None
    assert customer.payment_means == ()
    assert customer.insured_limit is None
    assert customer.einvoicing_scheme == ""
    assert customer.naf == "5630Z"


def test_all_faults_are_named_at_once(house: House) -> None:
    faulty = {
        **WHOLE,
        "naf": "12",
        "kind": "martien",
        "payment_means": "troc",
        "purchase_order_required": "peut-être",
        "einvoicing_address": "999999999",
        "insured_limit": "-5",
    }
    with pytest.raises(BlockingFindings) as refusal:
        house.use_cases.run(save_customer, SaveCustomer(fields=faulty))
    assert {(each.code, each.where) for each in refusal.value.findings} == {
        ("customers.bad_naf", "naf"),
        ("customers.unknown_kind", "kind"),
        ("customers.unknown_payment_means", "payment_means"),
        ("customers.neither_yes_nor_no", "purchase_order_required"),
        ("customers.einvoicing_of_other_siren", "einvoicing_address"),
        ("customers.negative_limit", "insured_limit"),
    }


def test_a_group_has_a_head_and_members_and_no_more_levels(house: House) -> None:
    def join(code: str, head: str) -> Customer:
        customer = customer_by(house, code)
        return house.use_cases.run(
            save_customer,
            SaveCustomer(
                customer_id=customer.id, version=customer.version, fields={"parent": head}
            ),
        )

    join("C0001", "C0002")
    assert refusal_of(lambda: join("C0003", "C0001")).code == "customers.parent_is_member"
    assert refusal_of(lambda: join("C0002", "C0003")).code == "customers.head_of_others"
    assert refusal_of(lambda: join("C0003", "C0003")).code == "customers.parent_is_itself"
    assert refusal_of(lambda: join("C0003", "C9")).code == "customers.unknown_parent"


def test_a_complete_new_customer_is_active_and_an_incomplete_one_a_draft(house: House) -> None:
    run = house.use_cases.run
    assert run(save_customer, SaveCustomer(fields=WHOLE)).status is CustomerStatus.ACTIVE
    bare = run(save_customer, SaveCustomer(fields={"code": "C0101", "name": "Pressé"}))
    assert bare.status is CustomerStatus.DRAFT
    order = CreateOrder(customer="C0101", lines=(LINE,))
    assert refusal_of(lambda: run(create_order, order)).code == "customers.not_active_yet"
    fields = {name: text for name, text in WHOLE.items() if name not in ("code", "name")}
    kept = run(save_customer, SaveCustomer(customer_id=bare.id, version=1, fields=fields))
    assert kept.status is CustomerStatus.ACTIVE


def test_a_draft_by_choice_goes_the_way_of_validation(house: House) -> None:
    run = house.use_cases.run
    made = run(save_customer, SaveCustomer(fields=WHOLE, as_draft=True))
    assert made.status is CustomerStatus.DRAFT
    sent = run(submit_customer, SubmitCustomer(customer_id=made.id, version=made.version))
    back = run(
        send_back_customer,
        SendBackCustomer(customer_id=made.id, version=sent.version, reason="RIB absent"),
    )
    assert file_of(house, made.id).customer.status_reason == "RIB absent"
    sent = run(submit_customer, SubmitCustomer(customer_id=made.id, version=back.version))
    active = run(validate_customer, ValidateCustomer(customer_id=made.id, version=sent.version))
    assert active.status is CustomerStatus.ACTIVE
    assert active == file_of(house, made.id).customer
    assert events(house, made.id) == [
        "CustomerCreated",
        "CustomerSubmitted",
        "CustomerSentBack",
        "CustomerSubmitted",
        "CustomerValidated",
    ]
    with pytest.raises(ConflictError):
        run(block_customer, BlockCustomer(customer_id=made.id, version=1, reason="x"))


def test_nothing_is_sold_to_a_blocked_or_archived_customer(house: House) -> None:
    run = house.use_cases.run
    customer = customer_by(house, "C0001")
    blocked = run(
        block_customer,
        BlockCustomer(customer_id=customer.id, version=customer.version, reason="impayés"),
    )
    order = CreateOrder(customer="C0001", lines=(LINE,))
    invoice = CreateInvoice(customer="C0001", lines=(LINE,))
    refusal = refusal_of(lambda: run(create_order, order))
    assert (refusal.code, refusal.params["reason"]) == ("customers.blocked", "impayés")
    assert refusal_of(lambda: run(create_invoice, invoice)).code == "customers.blocked"
    free = run(unblock_customer, UnblockCustomer(customer_id=customer.id, version=blocked.version))
    gone = run(archive_customer, ArchiveCustomer(customer_id=customer.id, version=free.version))
    assert gone.archived_on == DAY
    assert refusal_of(lambda: run(create_order, order)).code == "customers.archived"
    run(restore_customer, RestoreCustomer(customer_id=customer.id, version=gone.version))
    assert run(create_order, order).number


def test_an_archived_customer_is_listed_only_where_asked_for(house: House) -> None:
    run = house.use_cases.run
    customer = customer_by(house, "C0003")
    run(archive_customer, ArchiveCustomer(customer_id=customer.id, version=customer.version))
    listed = house.queries.customers

    def codes(**filters: str) -> list[str]:
        request = PageRequest(sort="code", filters=filters)
        found = [row.code for row in listed.page(request)]
        assert listed.count(request) == len(found)
        return found

    assert codes() == ["C0001", "C0002"]
    assert codes(state="archived") == ["C0003"]
    assert codes(state="active") == ["C0001", "C0002"]
    assert codes(state="draft") == []
    assert listed.page(PageRequest(search="prisme")) == []
    assert [row.is_archived for row in listed.page(PageRequest(filters={"state": "archived"}))] == [
        True
    ]
    run(save_customer, SaveCustomer(fields={"code": "C0200", "name": "À compléter"}))
    assert codes(state="draft") == ["C0200"]


def test_a_customer_with_open_business_is_not_archived(house: House) -> None:
    run = house.use_cases.run
    issue(house, customer="C0001")
    draft(house, customer="C0001")
    run(create_order, CreateOrder(customer="C0001", lines=(LINE,)))
    customer = customer_by(house, "C0001")
    with pytest.raises(BlockingFindings) as refusal:
        run(archive_customer, ArchiveCustomer(customer_id=customer.id, version=customer.version))
    assert [each.code for each in refusal.value.findings] == [
        "customers.archive_with_open_items",
        "customers.archive_with_orders",
        "customers.archive_with_drafts",
    ]
    assert customer_by(house, "C0001").archived_on is None


def test_contacts_are_kept_changed_and_removed(house: House) -> None:
    run = house.use_cases.run
    customer = customer_by(house, "C0001")
    anne = run(
        save_contact,
        SaveContact(
            customer_id=customer.id,
            name=" Anne ",
            email="anne@durand.example",
            mobile="06 00 00 00 00",
            roles=frozenset({ContactRole.PAYER, ContactRole.REMINDER}),
        ),
    )
    assert file_of(house, customer.id).contacts == (anne,)
    assert (anne.name, anne.language) == ("Anne", "fr")
    change = SaveContact(
        customer_id=customer.id,
        contact_id=anne.id,
        version=anne.version,
        name="Anne",
        email="paie@durand.example",
        is_active=False,
    )
    changed = run(save_contact, change)
    assert file_of(house, customer.id).contacts == (changed,)
    with pytest.raises(ConflictError):
        run(save_contact, replace(change, name="Autre"))
    other = customer_by(house, "C0002")
    with pytest.raises(NotFoundError):
        run(save_contact, replace(change, customer_id=other.id, version=2))
    with pytest.raises(ConflictError):
        run(remove_contact, RemoveContact(contact_id=anne.id, version=1))
    run(remove_contact, RemoveContact(contact_id=anne.id, version=2))
    assert file_of(house, customer.id).contacts == ()
    assert events(house, customer.id)[-3:] == ["ContactSaved", "ContactSaved", "ContactRemoved"]


def an_address(customer: Customer, label: str, kind: AddressKind, **more: object) -> SaveAddress:
    """An address in Lille."""
    place = Address(line1="4 rue du Port", postal_code="59000", city="Lille")
    return SaveAddress(
        customer_id=customer.id,
        label=label,
        kind=kind,
        address=place,
        **more,  # type: ignore[arg-type]
    )


def test_one_address_of_a_kind_is_its_default(house: House) -> None:
    run = house.use_cases.run
    customer = customer_by(house, "C0001")
    first = run(save_address, an_address(customer, "Nord", AddressKind.DELIVERY))
    second = run(save_address, an_address(customer, "Sud", AddressKind.DELIVERY))
    bill = run(save_address, an_address(customer, "Compta", AddressKind.BILLING))
    assert (first.is_default, second.is_default, bill.is_default) == (True, False, True)
    run(
        save_address,
        an_address(
            customer,
            "Sud",
            AddressKind.DELIVERY,
            is_default=True,
            address_id=second.id,
            version=second.version,
        ),
    )
    found = {each.label: each.is_default for each in file_of(house, customer.id).addresses}
    assert found == {"Compta": True, "Nord": False, "Sud": True}
    run(remove_address, RemoveAddress(address_id=bill.id, version=1))
    assert len(file_of(house, customer.id).addresses) == 2
    foreign = an_address(customer, "Autre", AddressKind.SITE, siret="732 829 320 00074")
    assert refusal_of(lambda: run(save_address, foreign)).code == "customers.siret_of_other_siren"
    site = an_address(customer, "Siège", AddressKind.SITE, siret="552 100 554 00013")
    assert run(save_address, site).siret == "55210055400013"


def test_an_invoice_goes_to_its_recipients_and_shows_the_billing_address(house: House) -> None:
    run = house.use_cases.run
    customer = customer_by(house, "C0001")
    for name in ("anne", "bruno"):
        role = frozenset({ContactRole.INVOICE_RECIPIENT})
        email = f"{name}@durand.example"
        run(
            save_contact,
            SaveContact(customer_id=customer.id, name=name, email=email, roles=role),
        )
    run(
        save_address,
        an_address(customer, "Service comptable", AddressKind.BILLING, service_code="CPT"),
    )
    issued = issue(house, customer="C0001").invoice
    run(send_invoice, SendInvoice(number=issued.number))
    mails = house.queries.outbox.page(PageRequest())
    assert sorted(mail.recipient for mail in mails) == [
        "anne@durand.example",
        "bruno@durand.example",
    ]
    buyer = run(read_invoice, ReadInvoice(invoice_id=issued.id)).buyer
    assert buyer.address == customer.address
    assert buyer.billing_address is not None
    assert buyer.billing_address.city == "Lille"
    assert (buyer.billing_name, buyer.service_code) == ("Service comptable", "CPT")


def test_a_reminder_goes_to_whoever_pays(house: House) -> None:
    run = house.use_cases.run
    customer = customer_by(house, "C0001")
    role = frozenset({ContactRole.PAYER})
    run(
        save_contact,
        SaveContact(customer_id=customer.id, name="Anne", email="paie@durand.example", roles=role),
    )
    issued = issue(house, customer="C0001")
    late = issued.invoice.due_on.replace(day=28)
    later = house_on(house.database_url, late)
    [planned] = later.use_cases.run(plan_reminders_for, PlanReminders()).reminders
    assert planned.recipient == "paie@durand.example"
    later.use_cases.run(run_reminders, RunReminders())
    [mail] = later.queries.outbox.page(PageRequest())
    assert mail.recipient == "paie@durand.example"
    later.close()


def test_an_invoice_without_the_wanted_purchase_order_is_not_issued(house: House) -> None:
    run = house.use_cases.run
    customer = customer_by(house, "C0001")
    run(
        save_customer,
        SaveCustomer(
            customer_id=customer.id,
            version=customer.version,
            fields={"purchase_order_required": "oui"},
        ),
    )
    with pytest.raises(BlockingFindings) as refusal:
        run(issue_invoice, IssueInvoice(invoice_id=draft(house, customer="C0001")))
    [finding] = refusal.value.findings
    assert (finding.code, finding.where) == (
        "invoicing.purchase_order_missing",
        "purchase_order",
    )
    ordered = run(
        create_invoice, CreateInvoice(customer="C0001", lines=(LINE,), purchase_order="PO-7")
    )
    assert run(issue_invoice, IssueInvoice(invoice_id=ordered.id)).invoice.number


def test_new_columns_are_imported_and_a_second_time_nothing_changes(
    house: House, tmp_path: Path
) -> None:
    path = tmp_path / "clients.csv"
    path.write_text(
        "code;raison sociale;type de client;forme juridique;code naf;moyens de paiement;"
        "bon de commande obligatoire;code service;commercial;tarif;notes;maison mère;"
        "encours assuré;conditions de règlement\n"
        "C0300;Groupe Alpha;entreprise;SA;6420Z;virement;non;;Claire;GROS;;;;30 jours\n"
        "C0301;Alpha Nord;entreprise;SAS;4711A;virement + LCR;oui;S1;Claire;GROS;Note;C0300;"
        "5 000,00;90 jours\n",
        encoding="utf-8",
    )
    result = house.use_cases.run(import_customers, ImportCustomers(path=path))
    assert (result.created, result.rejected) == (2, ())
    assert [each.code for row in result.rows for each in row.findings] == [
        "customers.terms_beyond_ceiling"
    ]
    member, head = customer_by(house, "C0301"), customer_by(house, "C0300")
    assert member.parent_id == head.id
    assert member.status is CustomerStatus.ACTIVE
    assert member.payment_means == (PaymentMeans.TRANSFER, PaymentMeans.BILL)
    assert (member.naf, member.legal_form, member.service_code) == ("4711A", "SAS", "S1")
    again = house.use_cases.run(import_customers, ImportCustomers(path=path))
    assert (again.created, again.updated, again.unchanged) == (0, 0, 2)
