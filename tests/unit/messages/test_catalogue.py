from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from otc_desktop.domain.shared.currency import EUR, Currency
from otc_desktop.domain.shared.errors import InputFileError, RuleError
from otc_desktop.domain.shared.findings import warning
from otc_desktop.domain.shared.money import Money
from otc_desktop.messages.catalogue import MessageCatalogue

RESOURCES = Path(__file__).parents[3] / "resources"


@pytest.fixture(scope="module")
def shipped() -> MessageCatalogue:
    return MessageCatalogue(RESOURCES)


@pytest.fixture
def small(tmp_path: Path) -> MessageCatalogue:
    """A catalogue of one sentence that shows `value`."""
    folder = tmp_path / "messages"
    folder.mkdir()
    text = (
        '[a.b]\ntitle = "<{value}>"\n[program.unknown_code]\ntitle = "? {code}"\n'
        '[words.value]\nS = "taxed"\n[a.braces]\ntitle = "{{value}} {{seq:05d}}"\n'
    )
    (folder / "fr.toml").write_text(text, encoding="utf-8")
    (folder / "en.toml").write_text(text, encoding="utf-8")
    return MessageCatalogue(tmp_path)


def test_error_is_told_with_amounts_and_dates_the_french_way(shipped: MessageCatalogue) -> None:
    problem = RuleError(
        "receivables.more_than_open",
        number="F2026-00412",
        amount=Money.of("1234.56", EUR),
        open=Money.of("1000", EUR),
    )
    message = shipped.for_error(problem, "fr")
    assert message.title == "Plus que le reste dû"
    assert "1\u202f234,56\u00a0€" in message.cause
    assert message.advice
    assert "31/12/2026" in shipped.sentence(
        "invoicing.date_goes_back", {"date": date(2026, 1, 1), "last": date(2026, 12, 31)}, "fr"
    )


def test_error_is_told_in_english(shipped: MessageCatalogue) -> None:
    message = shipped.describe(
        "receivables.more_than_open", {"amount": Money.of("1234.56", EUR)}, "en"
    )
    assert "€1,234.56" in message.cause


def test_file_error_tells_line_and_column(shipped: MessageCatalogue) -> None:
    problem = InputFileError("company.bad_toml", line=3, column=7, reason="x")
    assert "ligne 3, colonne 7" in shipped.for_error(problem).cause
    assert "line 3." in shipped.for_error(InputFileError("company.bad_toml", line=3), "en").cause


def test_finding_names_its_field_in_words(shipped: MessageCatalogue) -> None:
    finding = warning("invoicing.customer_address_incomplete", "postal_code", customer="C1")
    assert "code postal" in shipped.for_finding(finding).cause
    assert "C1" in shipped.for_finding(finding).title


def test_permission_is_told_in_words(shipped: MessageCatalogue) -> None:
    text = shipped.sentence(
        "security.permission_denied", {"user": "Léa", "permission": "issue_invoice"}
    )
    assert "émettre des factures" in text
    assert "issue_invoice" not in text


def test_reason_is_one_phrase_without_full_stop(shipped: MessageCatalogue) -> None:
    text = shipped.sentence("matching.number_in_label", {"number": "F2026-0412"})
    assert text == "n°\u00a0F2026-0412 dans le libellé"


def test_unknown_code_is_named_and_never_fails(shipped: MessageCatalogue) -> None:
    assert "no.such_thing" in shipped.sentence("no.such_thing", {"a": object()}, "fr")
    assert "" in shipped.sentence("", {})


def test_unknown_language_falls_back_to_french(shipped: MessageCatalogue) -> None:
    assert shipped.describe("files.not_found", {"path": "x"}, "de").title == "Fichier introuvable"


def test_missing_parameter_shows_an_ellipsis(small: MessageCatalogue) -> None:
    assert small.describe("a.b", {}).title == "<…>"
    assert small.describe("a.b", {"value": None}).title == "<…>"


def test_doubled_braces_stand_for_themselves(small: MessageCatalogue) -> None:
    assert small.describe("a.braces", {"value": "x"}).title == "{value} {seq:05d}"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Money.of("-1234.5", EUR), "-1\u202f234,50\u00a0€"),
        (Money.of("12", Currency("JPY")), "12\u00a0JPY"),
        (Money.of("1.2345", Currency("CLF")), "1,2345\u00a0CLF"),
        (Decimal("1234.5000"), "1\u202f234,5"),
        (Decimal("NaN"), "NaN"),
        (Decimal("1E+3"), "1\u202f000"),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), "31/12/2026"),
        (12345, "12345"),
        (("debits", Decimal("2.5")), "debits, 2,5"),
        ("S", "taxed"),
        ("two\nlines\x1b[31m\u202e", "two lines [31m "),
        ("{other} {value.__class__}", "{other} {value.__class__}"),
        ("x" * 400, "x" * 300 + "…"),
    ],
)
def test_values_are_shown_plainly(small: MessageCatalogue, value: object, shown: str) -> None:
    assert small.describe("a.b", {"value": value, "other": "!"}, "fr").title == f"<{shown}>"
