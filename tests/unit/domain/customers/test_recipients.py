"""Who receives what: the rule, as a table."""

from typing import Any

import pytest

from otc_desktop.domain.customers.contact import Contact, ContactRole
from otc_desktop.domain.customers.recipients import Purpose, recipients
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import ContactId
from tests.support.domain import FULL_ADDRESS, a_customer, an_id

FILE = "fiche@client.example"


def a_contact(called: str, *roles: ContactRole, **changes: Any) -> Contact:
    """A contact whose mail box is named after it."""
    usual: dict[str, Any] = {
        "id": ContactId(an_id(called)),
        "customer_id": a_customer().id,
        "name": called,
        "email": f"{called}@client.example",
        "roles": frozenset(roles),
    }
    return Contact(**(usual | changes))


EVERYBODY = tuple(a_contact(role.value, role) for role in ContactRole)


@pytest.mark.parametrize(
    ("purpose", "order"),
    [
        (Purpose.INVOICE, ["invoice_recipient", "file_email", "payer", "nobody"]),
        (Purpose.REMINDER, ["reminder", "payer", "invoice_recipient", "file_email", "nobody"]),
        (
            Purpose.FORMAL_NOTICE,
            ["formal_notice", "payer", "reminder", "invoice_recipient", "file_email", "nobody"],
        ),
        (Purpose.ORDER_CONFIRMATION, ["orderer", "file_email", "nobody"]),
        (Purpose.DISPUTE, ["dispute", "invoice_recipient", "file_email", "nobody"]),
    ],
)
def test_each_purpose_falls_back_in_its_order(purpose: Purpose, order: list[str]) -> None:
    customer = a_customer(email=FILE)
    contacts = list(EVERYBODY)
    for reason in order:
        found = recipients(customer, contacts, purpose)
        assert found.reason == reason
        if reason == "file_email":
            assert found.email == FILE
            customer = a_customer()
        elif reason == "nobody":
            assert found.addressees == ()
            assert found.email == ""
        else:
            assert found.email == f"{reason}@client.example"
            contacts = [each for each in contacts if each.name != reason]


def test_formal_notice_goes_to_the_registered_address_whoever_is_mailed() -> None:
    customer = a_customer(email=FILE)
    assert recipients(customer, (), Purpose.FORMAL_NOTICE).postal == FULL_ADDRESS
    assert recipients(customer, (), Purpose.REMINDER).postal is None


def test_all_holders_of_the_role_are_named_once_each() -> None:
    payer = ContactRole.INVOICE_RECIPIENT
    contacts = [
        a_contact("zoe", payer),
        a_contact("Anne", payer),
        a_contact("bruno", payer, email="ANNE@client.example"),
    ]
    found = recipients(a_customer(email=FILE), contacts, Purpose.INVOICE)
    assert [each.name for each in found.addressees] == ["Anne", "zoe"]


@pytest.mark.parametrize("change", [{"is_active": False}, {"email": ""}])
def test_contacts_who_left_or_have_no_mail_are_passed_by(change: dict[str, Any]) -> None:
    contact = a_contact("anne", ContactRole.INVOICE_RECIPIENT, **change)
    found = recipients(a_customer(email=FILE), [contact], Purpose.INVOICE)
    assert found.email == FILE


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"name": "  "}, "customers.contact_without_name"),
        ({"email": "anne"}, "customers.bad_email"),
        ({"email": "a@b.fr, c@d.fr"}, "customers.bad_email"),
        ({"language": "de"}, "customers.unknown_language"),
    ],
)
def test_faulty_contacts_are_refused(change: dict[str, Any], code: str) -> None:
    with pytest.raises(RuleError) as refusal:
        a_contact("anne", **change)
    assert refusal.value.code == code
