"""Which legal sentences a document carries."""

from decimal import Decimal

import pytest

from otc_desktop.domain.invoicing.mentions import mention_keys, not_yet_said, own_reasons
from otc_desktop.domain.shared.company import VatRegime
from otc_desktop.domain.taxes.vat import VatCategory, VatTreatment, standard
from otc_desktop.domain.taxes.vatex import VATEX_OF
from tests.support.domain import a_company


def zero(category: VatCategory, reason: str = "", vatex: str = "") -> VatTreatment:
    return VatTreatment(category, Decimal(0), vatex=vatex, reason=reason)


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


@pytest.mark.parametrize(
    ("category", "vatex", "key"),
    [
        ("AE", "VATEX-FR-AE", "vat_reverse_charge_subcontracting"),
        ("AE", "VATEX-EU-AE", "vat_reverse_charge_eu"),
        ("K", "VATEX-EU-IC", "vat_intra_community"),
        ("G", "VATEX-EU-G", "vat_export"),
        ("O", "VATEX-EU-O", "vat_out_of_scope"),
        ("O", "VATEX-EU-79-C", "vat_disbursement"),
        ("E", "VATEX-EU-D", "vat_margin_travel"),
        ("E", "VATEX-EU-F", "vat_margin_second_hand"),
        ("E", "VATEX-EU-I", "vat_margin_art"),
        ("E", "VATEX-EU-J", "vat_margin_collectors"),
        ("E", "VATEX-FR-FRANCHISE", "vat_franchise_293b"),
        ("E", "VATEX-FR-CGI261-4", "VATEX-FR-CGI261-4"),
        ("E", "VATEX-FR-CGI261D-1BIS", "VATEX-FR-CGI261D-1BIS"),
        ("E", "VATEX-FR-CNWVAT", "vat_rebate_without_vat"),
    ],
)
def test_the_reason_code_chooses_the_sentence(category: str, vatex: str, key: str) -> None:
    company = a_company(vat_regime=VatRegime.RECEIPTS)
    keys = mention_keys(company, [zero(VatCategory(category), vatex=vatex)])
    assert keys[3:] == [("VAT", key)]


def test_every_reason_code_has_a_sentence() -> None:
    company = a_company(vat_regime=VatRegime.RECEIPTS)
    for category, codes in VATEX_OF.items():
        for vatex in codes:
            assert len(mention_keys(company, [zero(category, vatex=vatex)])) == 4, vatex


def test_another_paragraph_of_the_reverse_charge_is_named_by_the_line() -> None:
    scrap = zero(VatCategory.REVERSE_CHARGE, "Art. 283-2 sexies du CGI", "VATEX-FR-AE")
    company = a_company(vat_regime=VatRegime.RECEIPTS)
    assert mention_keys(company, [scrap])[3:] == [("VAT", "vat_reverse_charge")]
    assert own_reasons([scrap]) == ["Art. 283-2 sexies du CGI"]


def test_a_reason_within_the_laws_own_sentence_is_not_repeated() -> None:
    said = ["Exonération de TVA, art. 262 I du CGI"]
    assert not_yet_said(["Art. 262 I du CGI", "Vente à bord"], said) == ["Vente à bord"]
