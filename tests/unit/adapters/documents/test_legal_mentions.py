"""Legal wording as dated data."""

from datetime import date
from pathlib import Path

import pytest

from otc_desktop.adapters.documents.legal_mentions import TomlLegalMentions
from otc_desktop.application.kernel.ports import LegalMentions
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.taxes.vat import VatCategory
from otc_desktop.domain.taxes.vatex import VATEX_OF

RESOURCES = Path(__file__).parents[4] / "resources"
TODAY = date(2026, 11, 20)
SETTINGS = {"late_interest": "ECB+10", "discount_terms": "2% 8 days"}
KEYS = [
    *("PMT", "PMD", "AAB_none", "AAB_agreed"),
    *("vat_franchise_293b", "vat_intra_community", "vat_export", "vat_reverse_charge"),
    *("vat_reverse_charge_subcontracting", "vat_out_of_scope", "vat_rebate_without_vat"),
    *("vat_on_debits", "vat_on_receipts"),
    *("vat_reverse_charge_eu", "vat_disbursement", "vat_free_port", "vat_investment_gold"),
    *("vat_suspension", "vat_margin_travel", "vat_margin_second_hand", "vat_margin_art"),
    *("vat_margin_collectors",),
    *(code for code in VATEX_OF[VatCategory.EXEMPT] if code.startswith("VATEX-FR-CGI261")),
    *("operations_goods", "operations_services", "operations_mixed", "TXD"),
]


@pytest.fixture(scope="module")
def mentions() -> LegalMentions:
    return TomlLegalMentions(RESOURCES)


@pytest.mark.parametrize("key", KEYS)
def test_every_key_has_a_french_and_an_english_wording_today(
    mentions: LegalMentions, key: str
) -> None:
    french = mentions.text(key, language="fr", on=TODAY, values=SETTINGS)
    english = mentions.text(key, language="en", on=TODAY, values=SETTINGS)
    assert french
    assert english
    assert french != english
    assert "{" not in french + english


def test_late_payment_mentions_name_indemnity_rate_and_articles(mentions: LegalMentions) -> None:
    indemnity = mentions.text("PMT", language="fr", on=TODAY, values={})
    penalty = mentions.text("PMD", language="fr", on=TODAY, values=SETTINGS)
    assert "40 €" in indemnity
    assert "D441-5" in indemnity
    assert "Banque centrale européenne majoré de 10 points" in penalty
    assert "L441-10" in penalty


def test_wording_is_the_one_in_force_on_the_documents_date(mentions: LegalMentions) -> None:
    before = mentions.text("PMD", language="fr", on=date(2019, 4, 25), values=SETTINGS)
    since = mentions.text("PMD", language="fr", on=date(2019, 4, 26), values=SETTINGS)
    assert "L441-6" in before
    assert "L441-10" in since


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("12 %", "au taux annuel de 12 %"),
        ("3 x legal", "à 3 fois le taux de l’intérêt légal"),
        ("au taux convenu de {late_interest}", "au taux convenu de {late_interest}"),
    ],
)
def test_rate_of_interest_reads_in_words_or_as_written(
    mentions: LegalMentions, setting: str, words: str
) -> None:
    text = mentions.text("PMD", language="fr", on=TODAY, values={"late_interest": setting})
    assert words in text


def test_agreed_discount_reads_in_words(mentions: LegalMentions) -> None:
    text = mentions.text("AAB_agreed", language="fr", on=TODAY, values=SETTINGS)
    assert text == "Escompte de 2 % pour paiement sous 8 jours."


def test_regional_language_reads_its_base_and_an_unknown_one_english(
    mentions: LegalMentions,
) -> None:
    assert mentions.text("AAB_none", language="fr-BE", on=TODAY, values={}).startswith("Pas")
    assert mentions.text("AAB_none", language="de", on=TODAY, values={}).startswith("No")


@pytest.mark.parametrize(("key", "on"), [("nothing", TODAY), ("PMT", date(1990, 1, 1))])
def test_no_wording_in_force_is_refused(mentions: LegalMentions, key: str, on: date) -> None:
    with pytest.raises(RuleError) as refusal:
        mentions.text(key, language="fr", on=on, values={})
    assert refusal.value.code == "mentions.not_found"


def test_missing_value_is_refused(mentions: LegalMentions) -> None:
    with pytest.raises(RuleError) as refusal:
        mentions.text("PMD", language="fr", on=TODAY, values={})
    assert refusal.value.code == "mentions.missing_value"
    assert refusal.value.params["name"] == "late_interest"
