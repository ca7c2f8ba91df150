"""VAT that does not fit, found before issue, as a decision table."""

import tomllib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from otc_desktop.domain.customers.customer import Customer, CustomerKind
from otc_desktop.domain.invoicing.invoice import InvoiceDraft
from otc_desktop.domain.invoicing.vat_checks import vat_findings
from otc_desktop.domain.shared.company import Address, VatRegime
from otc_desktop.domain.taxes.lines import LineNature
from otc_desktop.domain.taxes.rates import VatRates
from otc_desktop.domain.taxes.vat import VatCategory, VatTreatment, standard
from tests.support.domain import FULL_ADDRESS, a_company, a_customer, a_draft, an_adjustment
from tests.support.invoices import a_line

DAY = date(2026, 11, 20)
DATA = Path(__file__).parents[4] / "resources" / "legal" / "vat_rates.toml"
RATES = VatRates.from_rows(tomllib.loads(DATA.read_text(encoding="utf-8"))["rate"])
GOODS, SERVICES = LineNature.GOODS, LineNature.SERVICES
BELGIAN = a_customer(
    siren="", vat_number="BE0428759497", address=replace(FULL_ADDRESS, country="BE")
)
SWISS = a_customer(siren="", address=replace(FULL_ADDRESS, country="CH"))
ISLAND = a_customer(address=replace(FULL_ADDRESS, postal_code="97110"))
FRENCH = a_customer(vat_number="FR44732829320")


def _vat(category: str, vatex: str = "", reason: str = "") -> VatTreatment:
    return VatTreatment(VatCategory(category), Decimal(0), vatex, reason)


def _codes(
    draft: InvoiceDraft, customer: Customer, *, regime: VatRegime = VatRegime.DEBITS
) -> list[tuple[str, str, str | None]]:
    found = vat_findings(
        draft,
        customer=customer,
        company=a_company(vat_regime=regime),
        delivered_to=None,
        rates=RATES,
        on=DAY,
    )
    return [(each.severity.value, each.code, each.where) for each in found]


@pytest.mark.parametrize(
    ("vat", "nature", "customer", "severity", "code"),
    [
        (standard("19.6"), GOODS, FRENCH, "error", "taxes.rate_not_in_force"),
        (standard("8.5"), GOODS, FRENCH, "warning", "taxes.rate_of_another_place"),
        (standard("20"), GOODS, BELGIAN, "warning", "taxes.taxed_intra_eu_supply"),
        (standard("20"), SERVICES, BELGIAN, "warning", "taxes.taxed_service_abroad"),
        (standard("20"), GOODS, SWISS, "warning", "taxes.taxed_export"),
        (standard("20"), SERVICES, SWISS, "warning", "taxes.taxed_service_abroad"),
        (standard("20"), GOODS, ISLAND, "warning", "taxes.taxed_export"),
        (_vat("K", "VATEX-EU-IC"), GOODS, FRENCH, "error", "taxes.intra_eu_at_home"),
        (_vat("G", "VATEX-EU-G"), GOODS, FRENCH, "warning", "taxes.export_at_home"),
        (_vat("G", "VATEX-EU-G"), GOODS, BELGIAN, "warning", "taxes.export_at_home"),
        (_vat("E"), GOODS, FRENCH, "error", "taxes.exempt_without_reason"),
        (_vat("Z"), GOODS, FRENCH, "warning", "taxes.zero_rate_without_reason"),
        (_vat("K", "VATEX-EU-G"), GOODS, BELGIAN, "error", "taxes.vatex_against_category"),
        (_vat("E", "VATEX-EU-IC"), GOODS, FRENCH, "error", "taxes.vatex_against_category"),
    ],
)
def test_a_faulty_line(
    vat: VatTreatment, nature: LineNature, customer: Customer, severity: str, code: str
) -> None:
    found = _codes(a_draft(a_line(vat=vat, nature=nature)), customer)
    assert [(each[0], each[1]) for each in found] == [(severity, code)]
    assert found[0][2] is not None
    assert found[0][2].startswith("lines[0].")


@pytest.mark.parametrize(
    ("vat", "nature", "customer"),
    [
        (standard("20"), GOODS, FRENCH),
        (standard("5.5"), GOODS, FRENCH),
        (standard("8.5"), SERVICES, ISLAND),
        (_vat("K", "VATEX-EU-IC"), GOODS, BELGIAN),
        (_vat("K"), GOODS, BELGIAN),
        (_vat("AE", "VATEX-EU-AE"), SERVICES, BELGIAN),
        (_vat("AE", "VATEX-FR-AE"), SERVICES, FRENCH),
        (_vat("G", "VATEX-EU-G"), GOODS, SWISS),
        (_vat("G", "VATEX-EU-G"), GOODS, ISLAND),
        (_vat("O", "VATEX-EU-O"), SERVICES, SWISS),
        (_vat("E", "VATEX-FR-CGI261-4"), SERVICES, FRENCH),
        (_vat("E", "", "Exonéré, art. 261 C"), SERVICES, FRENCH),
        (_vat("E", "VATEX-EU-79-C"), SERVICES, FRENCH),
    ],
)
def test_a_sound_line(vat: VatTreatment, nature: LineNature, customer: Customer) -> None:
    assert _codes(a_draft(a_line(vat=vat, nature=nature)), customer) == []


def test_a_consumer_abroad_bears_our_vat() -> None:
    person = replace(SWISS, kind=CustomerKind.PERSON)
    assert _codes(a_draft(a_line(nature=SERVICES)), person) == []


@pytest.mark.parametrize("category", ["K", "AE"])
def test_a_sale_taxed_at_the_buyer_needs_both_vat_numbers(category: str) -> None:
    draft = a_draft(a_line(vat=_vat(category), nature=SERVICES))
    nameless = replace(BELGIAN, vat_number="")
    assert _codes(draft, nameless) == [
        ("error", "invoicing.customer_without_vat_number", "vat_number")
    ]
    found = vat_findings(
        draft,
        customer=BELGIAN,
        company=replace(a_company(), vat_number=""),
        delivered_to=None,
        rates=RATES,
        on=DAY,
    )
    assert [each.code for each in found] == ["invoicing.company_without_vat_number"]


def test_a_charge_is_judged_as_a_line_is() -> None:
    draft = a_draft(a_line(), adjustments=[an_adjustment("15", vat=_vat("K"))])
    assert _codes(draft, FRENCH) == [
        ("error", "taxes.intra_eu_at_home", "adjustments[0].vat_category")
    ]


def test_a_company_under_293b_charges_no_vat_on_lines_or_charges() -> None:
    taxed = a_draft(a_line(vat=_vat("E")), a_line(), adjustments=[an_adjustment("15")])
    code = "taxes.vat_charged_under_293b"
    assert _codes(taxed, FRENCH, regime=VatRegime.EXEMPT_293B) == [
        ("error", code, "lines[1].vat_category"),
        ("error", code, "adjustments[0].vat_category"),
    ]
    sound = a_draft(a_line(vat=_vat("E")))
    assert _codes(sound, FRENCH, regime=VatRegime.EXEMPT_293B) == []


def test_lines_out_of_scope_stand_alone() -> None:
    out = a_line(vat=_vat("O", "VATEX-EU-O"), nature=SERVICES)
    export = a_line(vat=_vat("G", "VATEX-EU-G"))
    assert _codes(a_draft(out, export), SWISS) == [
        ("error", "taxes.out_of_scope_with_others", "lines[0].vat_category")
    ]


def test_goods_for_a_foreign_customer_may_stay_at_home() -> None:
    found = vat_findings(
        a_draft(a_line()),
        customer=BELGIAN,
        company=a_company(),
        delivered_to=Address(country="FR", postal_code="75002"),
        rates=RATES,
        on=DAY,
    )
    assert found == []
