"""Which legal sentences a document carries."""

from decimal import Decimal

import pytest

from otc_desktop.domain.invoicing.mentions import mention_keys, own_reasons
from otc_desktop.domain.shared.company import VatRegime
from otc_desktop.domain.taxes.vat import VatCategory, VatTreatment, standard
from tests.support.domain import a_company


def zero(category: VatCategory, reason: str = "") -> VatTreatment:
    return VatTreatment(category, Decimal(0), reason=reason)


def test_late_payment_and_discount_are_always_told_once() -> None:
    keys = mention_keys(a_company(vat_regime=VatRegime.RECEIPTS), [standard("20")] * 3)
    assert keys == [("PMT", "PMT"), ("PMD", "PMD"), ("AAB", "AAB_none")]


def test_an_agreed_discount_has_its_own_sentence() -> None:
    assert ("AAB", "AAB_agreed") in mention_keys(a_company(discount_terms="2% 8 days"), [])


@pytest.mark.parametrize(
    ("category", "key"),
    [
        (VatCategory.REVERSE_CHARGE, "vat_reverse_charge"),
        (VatCategory.INTRA_COMMUNITY, "vat_intra_community"),
        (VatCategory.EXPORT, "vat_export"),
        (VatCategory.OUT_OF_SCOPE, "vat_out_of_scope"),
    ],
)
def test_a_line_without_vat_says_why(category: VatCategory, key: str) -> None:
    company = a_company(vat_regime=VatRegime.RECEIPTS)
    assert mention_keys(company, [zero(category)] * 2)[3:] == [("VAT", key)]


def test_a_reason_given_with_the_line_replaces_the_sentence() -> None:
    treatments = [
        zero(VatCategory.EXPORT, "Art. 262 I du CGI"),
        zero(VatCategory.EXEMPT, "Art. 261 du CGI"),
        zero(VatCategory.EXPORT, "Art. 262 I du CGI"),
        standard("20"),
    ]
    company = a_company(vat_regime=VatRegime.RECEIPTS)
    assert mention_keys(company, treatments)[3:] == []
    assert own_reasons(treatments) == ["Art. 261 du CGI", "Art. 262 I du CGI"]


def test_the_small_company_says_293b() -> None:
    company = a_company(vat_regime=VatRegime.EXEMPT_293B)
    assert mention_keys(company, [zero(VatCategory.EXEMPT)])[3:] == [("VAT", "vat_franchise_293b")]


def test_an_exemption_of_another_law_is_no_293b() -> None:
    company = a_company(vat_regime=VatRegime.RECEIPTS)
    assert mention_keys(company, [zero(VatCategory.EXEMPT), zero(VatCategory.ZERO_RATED)])[3:] == []


def test_the_option_for_debits_is_told() -> None:
    assert mention_keys(a_company(), [standard("20")])[-1] == ("VAT", "vat_on_debits")
