from datetime import date
from pathlib import Path
from typing import Any

import pytest

from otc_desktop.adapters.mail.templates import JinjaMailTemplates
from otc_desktop.application.kernel.mailing import (
    MailTemplates,
)
from otc_desktop.domain.dunning.plan import TONES
from otc_desktop.domain.invoicing.invoice import InvoiceKind
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.mail_template import TEMPLATE_LANGUAGES, TEMPLATE_VALUES
from otc_desktop.domain.shared.money import Money

RESOURCES = Path(__file__).parents[4] / "resources"
COMPANY = {
    "name": "Atelier Lumen SAS",
    "email": "compta@lumen.example",
    "iban": "FR7630006000011234567890189",
    "bic": "AGRIFRPP",
}
CUSTOMER = {"name": "Durand & Fils", "code": "C1", "contact_name": ""}


def reminder(**more: Any) -> dict[str, Any]:
    invoices = [
        {
            "number": "F2026-00412",
            "issued_on": date(2026, 10, 1),
            "due_on": date(2026, 11, 1),
            "open": Money.of("1234.56", EUR),
            "days_late": 30,
        },
        {
            "number": "F2026-00413",
            "issued_on": date(2026, 11, 1),
            "due_on": date(2026, 12, 5),
            "open": Money.of("10", EUR),
            "days_late": 0,
        },
    ]
    return {
        "company": COMPANY,
        "customer": CUSTOMER,
        "today": date(2026, 12, 1),
        "invoices": invoices,
        "total": Money.of("1244.56", EUR),
        **more,
    }


def invoice(kind: InvoiceKind) -> dict[str, Any]:
    return {
        "company": COMPANY,
        "customer": CUSTOMER,
        "today": date(2026, 12, 1),
        "invoice": {
            "number": "F2026-00412",
            "issued_on": date(2026, 10, 1),
            "due_on": date(2026, 11, 1),
            "purchase_order": "PO-778",
            "kind": kind,
        },
        "total": Money.of("1234.56", EUR),
    }


@pytest.fixture
def shipped() -> MailTemplates:
    return JinjaMailTemplates(RESOURCES)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", sorted(TONES.values()))
def test_every_step_of_every_plan_has_its_letter(
    shipped: MailTemplates, name: str, language: str
) -> None:
    mail = shipped.render(name, language=language, values=reminder())

    assert mail.subject.startswith("Atelier Lumen SAS")
    money = "1\u00a0234,56\u00a0€" if language == "fr" else "€1,234.56"
    row = next(line for line in mail.text.splitlines() if line.startswith("F2026-00412"))
    for shown in ("01/10/2026", "01/11/2026", money, "30"):
        assert shown in row
    total = next(line for line in mail.text.splitlines() if line.startswith("Total"))
    assert total.endswith("1\u00a0244,56\u00a0€" if language == "fr" else "€1,244.56")
    assert row.index(money) + len(money) == len(total)  # amounts stand below each other
    assert "FR7630006000011234567890189" in mail.text
    assert "&amp;" not in mail.text
    assert "\n\n\n" not in mail.text


def test_first_reminders_allow_for_our_error_and_for_a_crossing_payment(
    shipped: MailTemplates,
) -> None:
    text = shipped.render("reminder_1_sauf_erreur", language="fr", values=reminder()).text
    assert "Sauf erreur ou omission de notre part" in text
    assert "Si entre-temps votre paiement" in text


def test_formal_notice_shows_interest_when_given(shipped: MailTemplates) -> None:
    values = reminder(interest=Money.of("12.34", EUR), recovery_costs=Money.of("80", EUR))
    text = shipped.render("reminder_5_formal_notice", language="fr", values=values).text
    assert "12,34\u00a0€" in text
    assert "80,00\u00a0€" in text
    without = shipped.render("reminder_5_formal_notice", language="fr", values=reminder()).text
    assert "L441-10" not in without


@pytest.mark.parametrize("language", ["fr", "en"])
def test_invoice_is_announced_with_amount_and_due_date(
    shipped: MailTemplates, language: str
) -> None:
    mail = shipped.render("invoice_sent", language=language, values=invoice(InvoiceKind.INVOICE))
    assert "F2026-00412" in mail.subject
    assert "01/11/2026" in mail.text
    assert "PO-778" in mail.text
    assert ("1\u00a0234,56\u00a0€" if language == "fr" else "€1,234.56") in mail.text


def test_credit_note_asks_for_no_payment(shipped: MailTemplates) -> None:
    values = invoice(InvoiceKind.CREDIT_NOTE)
    mail = shipped.render("credit_note_sent", language="fr", values=values)
    assert "avoir" in mail.subject
    assert "IBAN" not in mail.text


@pytest.mark.parametrize(
    ("name", "language"),
    [("nothing", "fr"), ("invoice_sent", "de"), ("../fr/invoice_sent", "fr"), ("x", "../x")],
)
def test_unknown_template_is_named(shipped: MailTemplates, name: str, language: str) -> None:
    with pytest.raises(RuleError) as caught:
        shipped.render(name, language=language, values={})
    assert caught.value.code == "templates.not_found"


def test_missing_value_stops_the_letter(shipped: MailTemplates) -> None:
    values = reminder()
    del values["total"]
    with pytest.raises(RuleError) as caught:
        shipped.render("reminder_2_firm", language="fr", values=values)
    assert caught.value.code == "templates.bad"
    assert "total" in caught.value.params["reason"]


def own(tmp_path: Path, source: str) -> MailTemplates:
    folder = tmp_path / "templates" / "fr"
    folder.mkdir(parents=True)
    (folder / "own.txt.j2").write_text(source, encoding="utf-8")
    return JinjaMailTemplates(tmp_path)


@pytest.mark.parametrize(
    "source",
    [
        "no subject\n",
        "Subject: x\n{{ ''.__class__.__mro__ }}",
        "Subject: {{ list.append(1) }}\n",
        "Subject: {{ 1/0 }}\n",
        "Subject: x\n{% if %}",
        "Subject: x\n{% include '../../secret' %}",
        "Subject: x\n{% for i in range(10000000) %}{% endfor %}",
        "Subject: x\n{{ 'not money'|money }}",
        "Subject: x\n{{ name.format.__globals__ }}",
        "Subject: x\n{{ lipsum.__globals__['os'].getcwd() }}",
    ],
)
def test_bad_or_hostile_template_is_refused(tmp_path: Path, source: str) -> None:
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        own(tmp_path, source).render("own", language="fr", values={"list": [], "name": "x"})
    assert caught.value.code == "templates.bad"


def test_line_break_in_a_value_adds_no_header_and_no_body(tmp_path: Path) -> None:
    templates = own(tmp_path, "Subject: A {{ name }}\nBonjour {{ name }}\n")
    mail = templates.render("own", language="fr", values={"name": "x\r\nBcc: spy@evil.example"})
    assert mail.subject == "A x Bcc: spy@evil.example"
    assert mail.text.startswith("Bonjour x")


def test_value_is_never_run_as_a_template(tmp_path: Path) -> None:
    mail = own(tmp_path, "Subject: {{ name }}\n{{ name }}").render(
        "own", language="fr", values={"name": "{{ 7*7 }}"}
    )
    assert mail.subject == "{{ 7*7 }}"


@pytest.mark.parametrize("language", TEMPLATE_LANGUAGES)
@pytest.mark.parametrize("name", TEMPLATE_VALUES)
def test_delivered_words_can_be_kept_as_own_ones(name: str, language: str) -> None:
    """Whoever changes a comma in them is not told that the rest is wrong."""
    templates = JinjaMailTemplates(RESOURCES)
    templates.check(templates.delivered(name, language))
