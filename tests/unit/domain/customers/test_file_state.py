"""How a customer file moves on, and what each state asks of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from otc_desktop.domain.customers.contact import Contact, ContactRole
from otc_desktop.domain.customers.customer import Customer, CustomerKind, CustomerStatus
from otc_desktop.domain.customers.file_state import (
    OpenBusiness,
    archive,
    block,
    file_findings,
    is_complete,
    missing_for,
    refuse_unless_sellable,
    restore,
    send_back,
    submit,
    unblock,
    validate,
)
from otc_desktop.domain.customers.payment_terms import PaymentTerms
from otc_desktop.domain.shared.company import Address
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.findings import BlockingFindings, Finding, Severity
from otc_desktop.domain.shared.ids import ContactId
from tests.support.domain import a_customer, an_id

DAY = date(2026, 11, 20)
DRAFT, TO_VALIDATE = CustomerStatus.DRAFT, CustomerStatus.TO_VALIDATE
ACTIVE, BLOCKED = CustomerStatus.ACTIVE, CustomerStatus.BLOCKED
MOVES: dict[str, Callable[[Customer], Customer]] = {
    "submit": submit,
    "validate": validate,
    "send_back": lambda customer: send_back(customer, "adresse"),
    "block": lambda customer: block(customer, "impayés"),
    "unblock": unblock,
}


def codes(findings: list[Finding], severity: Severity = Severity.ERROR) -> list[tuple[str, str]]:
    """Code and field of the findings of a severity."""
    return [
        (each.code.removeprefix("customers."), each.where or "")
        for each in findings
        if each.severity is severity
    ]


@pytest.mark.parametrize(
    ("move", "allowed"),
    [
        ("submit", {DRAFT: TO_VALIDATE}),
        ("validate", {DRAFT: ACTIVE, TO_VALIDATE: ACTIVE}),
        ("send_back", {TO_VALIDATE: DRAFT}),
        ("block", {ACTIVE: BLOCKED}),
        ("unblock", {BLOCKED: ACTIVE}),
    ],
)
def test_each_move_starts_where_it_may(
    move: str, allowed: dict[CustomerStatus, CustomerStatus]
) -> None:
    for status in CustomerStatus:
        customer = a_customer(status=status)
        if status in allowed:
            assert MOVES[move](customer).status is allowed[status]
        else:
            with pytest.raises(RuleError) as refusal:
                MOVES[move](customer)
            assert refusal.value.code == "customers.wrong_status"


@pytest.mark.parametrize("move", MOVES)
def test_an_archived_file_does_not_move(move: str) -> None:
    for status in CustomerStatus:
        with pytest.raises(RuleError) as refusal:
            MOVES[move](a_customer(status=status, archived_on=DAY))
        assert refusal.value.code == "customers.archived"


def test_the_reason_is_asked_for_kept_and_forgotten() -> None:
    blocked = block(a_customer(), "  impayés  ")
    assert blocked.status_reason == "impayés"
    assert unblock(blocked).status_reason == ""
    for refused in (block, send_back):
        status = ACTIVE if refused is block else TO_VALIDATE
        with pytest.raises(RuleError) as refusal:
            refused(a_customer(status=status), "  ")
        assert refusal.value.code == "customers.reason_missing"


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({}, []),
        ({"siren": ""}, [("siren_missing", "siren")]),
        ({"siren": "", "kind": CustomerKind.PERSON}, []),
        ({"siren": "", "address": Address(line1="1 rue", city="Gand", country="BE")}, []),
        (
            {"address": Address()},
            [
                ("address_incomplete", "address"),
                ("address_incomplete", "city"),
                ("address_incomplete", "postal_code"),
            ],
        ),
        (
            {"kind": CustomerKind.PUBLIC},
            [("siret_of_public_body_missing", "siret")],
        ),
    ],
)
def test_what_an_active_file_needs(changes: dict[str, Any], missing: list[Any]) -> None:
    customer = a_customer(**changes)
    assert missing_for(DRAFT, customer) == []
    assert codes(missing_for(TO_VALIDATE, customer)) == missing
    assert codes(missing_for(ACTIVE, customer)) == missing
    assert is_complete(customer) is not bool(missing)
    if missing:
        with pytest.raises(BlockingFindings) as refusal:
            validate(replace(customer, status=DRAFT))
        assert codes(list(refusal.value.findings)) == missing


def test_advice_does_not_stand_in_the_way() -> None:
    bare = a_customer(payment_terms=PaymentTerms.parse("90 jours"), kind=CustomerKind.COMPANY)
    assert codes(file_findings(bare), Severity.WARNING) == [
        ("nobody_receives_invoices", "email"),
        ("french_vat_number_missing", "vat_number"),
        ("terms_beyond_ceiling", "payment_terms"),
    ]
    belgian = a_customer(email="x", address=Address(line1="1 rue", city="Gand", country="BE"))
    assert codes(file_findings(belgian), Severity.WARNING) == [
        ("doubtful_email", "email"),
        ("vat_number_missing", "vat_number"),
    ]
    town = a_customer(kind=CustomerKind.PUBLIC, siret="55210055400013", email="m@ville.example")
    assert codes(file_findings(town), Severity.WARNING) == [
        ("service_code_missing", "service_code")
    ]


def test_vat_number_of_another_company_is_warned_of() -> None:
    """A member of a VAT group has such a number rightly, so that it can't be refused."""
    odd = a_customer(vat_number="FR44732829320", email="c@client.example")
    assert codes(file_findings(odd), Severity.WARNING) == [("vat_of_other_siren", "vat_number")]


def test_a_contact_may_receive_invoices_instead_of_the_file() -> None:
    customer = a_customer(vat_number="FR00")
    contact = Contact(
        id=ContactId(an_id("anne")),
        customer_id=customer.id,
        name="Anne",
        email="anne@client.example",
        roles=frozenset({ContactRole.INVOICE_RECIPIENT}),
    )
    without = codes(missing_for(ACTIVE, customer), Severity.WARNING)
    assert ("nobody_receives_invoices", "email") in without
    found = codes(missing_for(ACTIVE, customer, [contact]), Severity.WARNING)
    assert ("nobody_receives_invoices", "email") not in found


def test_archiving_waits_for_what_is_open() -> None:
    busy = OpenBusiness(open_items=2, orders=1, deliveries=3, drafts=4)
    with pytest.raises(BlockingFindings) as refusal:
        archive(a_customer(), busy, on=DAY)
    assert [(each.code, each.params["count"]) for each in refusal.value.findings] == [
        ("customers.archive_with_open_items", 2),
        ("customers.archive_with_orders", 1),
        ("customers.archive_with_deliveries", 3),
        ("customers.archive_with_drafts", 4),
    ]
    archived = archive(a_customer(status=BLOCKED), OpenBusiness(), on=DAY)
    assert archived.archived_on == DAY
    assert restore(archived) == a_customer(status=BLOCKED)
    with pytest.raises(RuleError) as twice:
        archive(archived, OpenBusiness(), on=DAY)
    assert twice.value.code == "customers.already_archived"
    with pytest.raises(RuleError) as never:
        restore(a_customer())
    assert never.value.code == "customers.not_archived"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"archived_on": DAY}, "customers.archived"),
        ({"status": BLOCKED, "status_reason": "impayés"}, "customers.blocked"),
        ({"status": DRAFT}, "customers.not_active_yet"),
        ({"status": TO_VALIDATE}, "customers.not_active_yet"),
    ],
)
def test_only_an_active_customer_is_sold_to(changes: dict[str, Any], code: str) -> None:
    with pytest.raises(RuleError) as refusal:
        refuse_unless_sellable(a_customer(**changes))
    assert refusal.value.code == code


def test_an_active_customer_is_sold_to() -> None:
    refuse_unless_sellable(a_customer())
