"""Document wording: complete in every language."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from otc_desktop.adapters.documents.wording import Wordings
from otc_desktop.domain.taxes.vat import VatCategory

FOLDER = Path(__file__).parents[4] / "resources" / "documents"
LANGUAGES = sorted(FOLDER.glob("*.toml"))


def _keys(path: Path) -> set[tuple[str, str]]:
    content: dict[str, dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))
    return {(table, key) for table, entries in content.items() for key in entries}


@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.stem)
def test_every_language_has_the_keys_of_the_french_file(path: Path) -> None:
    assert _keys(path) == _keys(FOLDER / "fr.toml")


@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.stem)
def test_every_vat_category_has_words(path: Path) -> None:
    wording = Wordings(FOLDER).of(path.stem)
    for category in VatCategory:
        assert wording.vat_category(category)
        assert wording.vat_abbreviation(category)


@pytest.mark.parametrize(
    ("terms", "words"),
    [
        ("30 days", "paiement à 30 jours date de facture"),
        ("45 days end of month", "paiement à 45 jours date de facture, fin de mois"),
        ("end of month 45 days", "paiement à 45 jours après la fin du mois de facturation"),
        ("on receipt", "paiement à réception de la facture"),
        ("on order", "paiement à la commande"),
        ("0 days end of month", "paiement à la fin du mois de facturation"),
        ("0 days on the 10", "paiement le 10 du mois"),
        ("30 days on the 15", "paiement à 30 jours date de facture, le 15 du mois"),
        (
            "30 days end of month on the 10",
            "paiement à 30 jours date de facture, fin de mois, le 10 du mois",
        ),
        ("moitié à la commande", "moitié à la commande"),
    ],
)
def test_payment_terms_read_in_words(terms: str, words: str) -> None:
    assert Wordings(FOLDER).of("fr").payment_terms(terms) == words


def test_unit_reads_in_words_and_an_unknown_one_as_its_code() -> None:
    wording = Wordings(FOLDER).of("fr")
    assert wording.unit("C62") == "pièce"
    assert wording.unit("HUR") == "heure"
    assert wording.unit("Q9Z") == "Q9Z"


def test_language_never_becomes_a_path() -> None:
    assert Wordings(FOLDER).of("../legal/mentions").tag == "en-GB"


def test_another_language_is_one_more_file(tmp_path: Path) -> None:
    german = (FOLDER / "en.toml").read_text(encoding="utf-8")
    (tmp_path / "de.toml").write_text(
        german.replace('invoice = "Invoice"', 'invoice = "Rechnung"').replace("en_GB", "de_DE"),
        encoding="utf-8",
    )
    assert Wordings(tmp_path).of("de").label("invoice") == "Rechnung"
