"""A file from outside becomes a draft once, for the right customer, losing nothing in silence."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from otc_desktop.adapters.einvoicing.writer import XmlInvoices
from otc_desktop.application.customers.save_customer import SaveCustomer, save_customer
from otc_desktop.application.invoicing.discard_draft import DiscardDraft, discard_draft
from otc_desktop.application.invoicing.draft_from_einvoice import (
    DraftFromEInvoice,
    DraftMade,
    draft_from_einvoice,
)
from otc_desktop.application.invoicing.export_xml import ExportXml, export_xml
from otc_desktop.application.invoicing.issue_invoice import IssueInvoice, issue_invoice
from otc_desktop.application.invoicing.read_einvoice import (
    ReadEInvoice,
    ReceivedFile,
    read_einvoice,
)
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.bootstrap import House
from otc_desktop.domain.customers.identifiers import vat_number_of_siren
from otc_desktop.domain.invoicing.einvoice import EInvoice, EParty, einvoice_of
from otc_desktop.domain.invoicing.invoice import Invoice, InvoiceDraft, InvoiceKind
from otc_desktop.domain.invoicing.received_side import Side
from otc_desktop.domain.shared.company import Address, VatRegime
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import ConfirmationRequired, RuleError
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.taxes.lines import Adjustment, AdjustmentKind
from otc_desktop.domain.taxes.vat import standard
from tests.support.invoices import BUYER, a_line, an_invoice
from tests.support.line import issue, set_up

DAY = date(2026, 11, 20)
_STRANGER = EParty(name="Fonderie Martin", address=Address(city="Lille"), siren="100000009")


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("received")
    opened = set_up(f"sqlite:///{folder / 'books.db'}", folder, DAY)
    yield opened
    opened.close()


def _ours(number: str = "OLD-77") -> EInvoice:
    """An invoice of our company to C0001, as another tool of ours would have written it."""
    lines = [
        a_line("Lampe", quantity="12", unit_price="19.90", discount="5"),
        a_line("Livre", quantity="3", unit_price="24.17", vat="5.5", unit="HUR"),
        a_line("Reprise", quantity="-1", unit_price="10"),
    ]
    port = Adjustment(
        kind=AdjustmentKind.CHARGE,
        description="Port",
        amount=Money(Decimal("15.00"), EUR),
        vat=standard("20"),
    )
    invoice = an_invoice(
        lines=lines,
        adjustments=[port],
        number=number,
        purchase_order="PO-9",
        buyer=replace(BUYER, vat_number=vat_number_of_siren(BUYER.siren)),
    )
    return einvoice_of(invoice, regime=VatRegime.DEBITS, reasons={})


def _file(folder: Path, document: EInvoice, name: str = "in.xml", syntax: str = "cii") -> Path:
    path = folder / name
    path.write_bytes(XmlInvoices().write(document, syntax=syntax))
    return path


def _read(house: House, path: Path) -> ReceivedFile:
    return house.use_cases.run(read_einvoice, ReadEInvoice(path=path))


def _make(house: House, path: Path, **more: object) -> DraftMade:
    command = replace(DraftFromEInvoice(path=path), **more)
    return house.use_cases.run(draft_from_einvoice, command)


@pytest.mark.parametrize("syntax", ["cii", "ubl"])
def test_a_file_becomes_a_draft_of_the_same_content(
    house: House, tmp_path: Path, syntax: str
) -> None:
    document = _ours(f"OLD-{syntax}")
    made = _make(house, _file(tmp_path, document, syntax=syntax))
    draft = made.document
    assert isinstance(draft, InvoiceDraft)
    assert made.is_new
    assert made.customer.code == "C0001"
    assert [
        (line.description, line.quantity, line.unit_price, line.discount_percent, line.unit)
        for line in draft.lines
    ] == [
        ("Lampe", Decimal(12), Decimal("19.90"), Decimal(5), "C62"),
        ("Livre", Decimal(3), Decimal("24.17"), Decimal(0), "HUR"),
        ("Reprise", Decimal(-1), Decimal(10), Decimal(0), "C62"),
    ]
    assert draft.totals().total_incl_tax == document.total_incl_tax
    assert draft.purchase_order == "PO-9"
    replaced = {each.params["term"] for each in made.left_out}
    assert {"BT-1", "BT-2", "BT-9", "BT-22"} <= replaced


def test_the_same_file_twice_is_one_draft_and_a_discarded_one_frees_it(
    database_url: str, tmp_path: Path
) -> None:
    house = set_up(database_url, tmp_path, DAY)
    path = _file(tmp_path, _ours())
    first = _make(house, path)
    copy = tmp_path / "copy of it.xml"
    copy.write_bytes(path.read_bytes())
    again = _make(house, copy)
    assert (again.is_new, again.document.id) == (False, first.document.id)
    assert [each.id for each in _read(house, copy).made_of_it] == [first.document.id]
    house.use_cases.run(discard_draft, DiscardDraft(invoice_id=first.document.id))
    anew = _make(house, path)
    assert anew.is_new
    issued = house.use_cases.run(issue_invoice, IssueInvoice(invoice_id=anew.document.id))
    told = _make(house, path)
    assert isinstance(told.document, Invoice)
    assert (told.is_new, told.document.number) == (False, issued.invoice.number)
    house.close()


def test_an_invoice_to_us_is_no_sale_until_somebody_insists_and_names_whom_to_charge(
    house: House, tmp_path: Path
) -> None:
    ours = _ours()
    path = _file(tmp_path, replace(ours, seller=_STRANGER, buyer=ours.seller, number="P-1"))
    assert _read(house, path).side is Side.BUYER
    with pytest.raises(ConfirmationRequired) as asked:
        _make(house, path)
    assert asked.value.code == "einvoicing.addressed_to_us"
    with pytest.raises(RuleError) as refused:
        _make(house, path, although_doubtful=True)
    assert refused.value.code == "einvoicing.customer_to_choose"
    made = _make(house, path, although_doubtful=True, customer="C0002")
    assert made.customer.code == "C0002"


def test_an_invoice_between_others_is_asked_about(house: House, tmp_path: Path) -> None:
    document = replace(_ours(), seller=_STRANGER, number="P-2")
    with pytest.raises(ConfirmationRequired) as asked:
        _make(house, _file(tmp_path, document))
    assert asked.value.code == "einvoicing.seller_is_other"


def test_our_own_issued_document_is_recognised(house: House, tmp_path: Path) -> None:
    number = issue(house).invoice.number
    path = tmp_path / "own.xml"
    house.use_cases.run(export_xml, ExportXml(number=number, path=path))
    file = _read(house, path)
    assert file.ours is not None
    assert (file.side, file.ours.number) == (Side.SELLER, number)
    with pytest.raises(ConfirmationRequired) as asked:
        _make(house, path)
    assert asked.value.code == "einvoicing.issued_by_us"


_NO_NUMBERS = {"siren": "", "vat_number": "", "endpoint": None}


def test_the_customer_is_found_by_number_then_by_name_or_asked_for(
    house: House, tmp_path: Path
) -> None:
    document = _ours()

    def file(number: str, **buyer: object) -> Path:
        changed = replace(document.buyer, **buyer)
        return _file(tmp_path, replace(document, number=number, buyer=changed))

    by_vat = _read(house, file("N-1", siren="", name="Another name"))
    assert (by_vat.found.by, [each.code for each in by_vat.found.customers]) == ("siren", ["C0001"])
    by_name = _read(house, file("N-2", name="DURAND  Eclairage sarl", **_NO_NUMBERS))
    assert (by_name.found.by, [each.code for each in by_name.found.customers]) == (
        "name",
        ["C0001"],
    )
    namesake = file("N-3", **{**_NO_NUMBERS, "siren": "100000009"}, name="Durand Éclairage SARL")
    assert _read(house, namesake).found.customers == []
    with pytest.raises(RuleError) as refused:
        _make(house, namesake)
    assert (refused.value.code, refused.value.where) == (
        "einvoicing.customer_not_found",
        "customer",
    )
    assert _make(house, namesake, customer="C0002").customer.code == "C0002"


def test_two_customers_behind_one_debited_account_are_told_apart_by_the_user(
    house: House, tmp_path: Path
) -> None:
    iban = "FR7610107001011234567890129"
    for code in ("DD1", "DD2"):
        fields = {"code": code, "name": f"Payeur {code}", "iban": iban}
        house.use_cases.run(
            save_customer, SaveCustomer(fields=fields, as_draft=True, is_another=True)
        )
    document = _ours("DD-1")
    path = _file(
        tmp_path,
        replace(document, buyer=replace(document.buyer, name="Inconnu", siren="", vat_number="")),
        syntax="ubl",
    )
    # Our writer knows no direct debit: the mandate's account is put in as another tool has it.
    mandate = (
        b"<cac:PaymentMandate><cac:PayerFinancialAccount><cbc:ID>"
        + iban.encode()
        + b"</cbc:ID></cac:PayerFinancialAccount></cac:PaymentMandate></cac:PaymentMeans>"
    )
    path.write_bytes(path.read_bytes().replace(b"</cac:PaymentMeans>", mandate))
    found = _read(house, path).found
    assert (found.by, [each.code for each in found.customers]) == ("iban", ["DD1", "DD2"])
    with pytest.raises(RuleError) as refused:
        _make(house, path)
    assert (refused.value.code, refused.value.params["codes"]) == (
        "einvoicing.customer_not_sure",
        "DD1, DD2",
    )


def test_a_credit_note_names_our_invoice_and_one_of_elsewhere(house: House, tmp_path: Path) -> None:
    number = issue(house).invoice.number
    document = _ours()
    for at, (named, is_ours) in enumerate(((number, True), ("X-1", False))):
        credit = replace(
            document,
            type_code="381",
            is_credit=True,
            number=f"A-{at}",
            preceding=((named, DAY),),
        )
        draft = _make(house, _file(tmp_path, credit)).document
        assert draft.kind is InvoiceKind.CREDIT_NOTE
        assert (draft.credits_number, draft.credits_id is not None) == (named, is_ours)
    house.use_cases.run(issue_invoice, IssueInvoice(invoice_id=draft.id))


def test_what_our_scales_cannot_say_is_carried_as_an_amount(house: House, tmp_path: Path) -> None:
    document = _ours()
    odd = replace(document.lines[0], price=Decimal("19.90000001"))
    foreign = document.lines[1]
    xml = XmlInvoices().write(
        replace(document, lines=(odd, foreign, document.lines[2]), number="ODD"), syntax="cii"
    )
    path = tmp_path / "odd.xml"
    path.write_bytes(xml.replace(b"Percent>5.50<", b"Percent>19.00<"))
    made = _make(house, path)
    draft = made.document
    assert (draft.lines[0].quantity, draft.lines[0].unit_price) == (1, document.lines[0].net.amount)
    assert {
        "einvoicing.line_as_amount",
        "einvoicing.vat_replaced",
        "einvoicing.draft_differs",
    } <= {each.code for each in made.left_out}


def test_reading_stores_nothing(house: House, tmp_path: Path) -> None:
    path = _file(tmp_path, _ours("R-1"))
    before = house.queries.drafts.count(PageRequest())
    assert _read(house, path).made_of_it == []
    assert house.queries.drafts.count(PageRequest()) == before
