"""The VAT of a line follows the customer, unless somebody typed another."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from otc_desktop.application.catalogue.import_products import ImportProducts, import_products
from otc_desktop.application.customers.import_customers import ImportCustomers, import_customers
from otc_desktop.application.invoicing.create_invoice import CreateInvoice, create_invoice
from otc_desktop.application.invoicing.issue_invoice import IssueInvoice, issue_invoice
from otc_desktop.application.invoicing.read_draft import ReadDraft, read_draft
from otc_desktop.application.kernel.line_input import LineInput
from otc_desktop.bootstrap import House
from otc_desktop.domain.shared.findings import BlockingFindings
from tests.support.line import issue, set_up

DAY = date(2026, 11, 20)
CUSTOMERS = """\
code;raison sociale;tva intracom;adresse;code postal;ville;pays;sous-traitance btp
BE1;Lampes SA;BE0428759497;1 rue Neuve;1000;Bruxelles;BE;
CH1;Leuchten AG;;1 Bahnhofstrasse;8001;Zürich;CH;
GP1;Îles SARL;;1 quai;97110;Pointe-à-Pitre;FR;
BTP;Gros Œuvre SAS;FR44732829320;1 rue;69001;Lyon;FR;oui
"""
PRODUCTS = "code;désignation;prix ht;tva;nature\nB;Lampe;100;20;bien\nS;Pose;50;20;service\n"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = set_up(f"sqlite:///{tmp_path / 'books.db'}", tmp_path, DAY)
    for name, text in (("c.csv", CUSTOMERS), ("p.csv", PRODUCTS)):
        (tmp_path / name).write_text(text, "utf-8")
    made.use_cases.run(import_customers, ImportCustomers(path=tmp_path / "c.csv"))
    made.use_cases.run(import_products, ImportProducts(path=tmp_path / "p.csv"))
    yield made
    made.close()


@pytest.mark.parametrize(
    ("customer", "goods", "services"),
    [
        ("C0001", "S 20", "S 20"),
        ("BE1", "K 0 VATEX-EU-IC", "AE 0 VATEX-EU-AE"),
        ("CH1", "G 0 VATEX-EU-G", "O 0 VATEX-EU-O"),
        ("GP1", "G 0 VATEX-EU-G", "S 8.5"),
        ("BTP", "S 20", "AE 0 VATEX-FR-AE"),
    ],
)
def test_a_line_bears_what_the_sale_bears(
    house: House, customer: str, goods: str, services: str
) -> None:
    found = []
    for product in ("B", "S"):
        command = CreateInvoice(customer=customer, lines=(LineInput(product=product),))
        draft = house.use_cases.run(create_invoice, command)
        vat = draft.lines[0].vat
        found.append(f"{vat.category.value} {vat.rate.normalize():f} {vat.vatex}".strip())
        checked = house.use_cases.run(read_draft, ReadDraft(invoice_id=draft.id))
        assert [each.code for each in checked.findings if each.code.startswith("taxes.")] == []
    assert found == [goods, services]


def test_a_typed_rate_stands_and_is_doubted(house: House) -> None:
    line = LineInput(product="B", vat_rate=Decimal(20))
    run = house.use_cases.run
    draft = run(create_invoice, CreateInvoice(customer="BE1", lines=(line,)))
    assert draft.lines[0].vat.rate == 20
    findings = run(read_draft, ReadDraft(invoice_id=draft.id)).findings
    assert "taxes.taxed_intra_eu_supply" in [each.code for each in findings]


def test_what_cannot_be_is_refused_with_its_field(house: House) -> None:
    line = LineInput(product="B", vat_category="K")
    run = house.use_cases.run
    draft = run(create_invoice, CreateInvoice(customer="BTP", lines=(line,)))
    with pytest.raises(BlockingFindings) as refusal:
        run(issue_invoice, IssueInvoice(invoice_id=draft.id))
    [found] = refusal.value.findings
    assert (found.code, found.where) == ("taxes.intra_eu_at_home", "lines[0].vat_category")


def test_the_same_sale_twice_is_doubted_and_an_unknown_recipient_told(house: House) -> None:
    run = house.use_cases.run
    first = issue(house, price="77.00")
    line = LineInput(description="Lampe", unit_price=Decimal("77.00"), vat_rate=Decimal(20))
    again = run(create_invoice, CreateInvoice(customer="C0001", lines=(line,)))
    findings = run(read_draft, ReadDraft(invoice_id=again.id)).findings
    [double] = [each for each in findings if each.code == "invoicing.looks_like_a_double"]
    assert double.params["number"] == first.invoice.number
    nobody = run(create_invoice, CreateInvoice(customer="BTP", lines=(LineInput(product="B"),)))
    findings = run(read_draft, ReadDraft(invoice_id=nobody.id)).findings
    assert "invoicing.recipient_unknown" in [each.code for each in findings]


def test_a_price_other_than_agreed_is_named(house: House) -> None:
    run = house.use_cases.run
    line = LineInput(product="B", unit_price=Decimal(90))
    draft = run(create_invoice, CreateInvoice(customer="C0001", lines=(line,)))
    findings = run(read_draft, ReadDraft(invoice_id=draft.id)).findings
    [found] = [each for each in findings if each.code == "invoicing.price_differs"]
    assert found.where == "lines[0].unit_price"
