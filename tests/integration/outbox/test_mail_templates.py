"""Mails in the company's own words, on both databases."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from otc_desktop.application.company.mail_templates import (
    ReadMailTemplates,
    ResetMailTemplate,
    SaveMailTemplate,
    read_mail_templates,
    reset_mail_template,
    save_mail_template,
)
from otc_desktop.application.company.try_words import TryWords, try_words
from otc_desktop.application.invoicing.preview_mails import PreviewMails, preview_mails
from otc_desktop.bootstrap import House
from otc_desktop.domain.shared.errors import ConflictError, RuleError
from otc_desktop.domain.shared.mail_template import MailTemplate
from tests.support.line import issue, set_up

DAY = date(2026, 11, 20)


@pytest.fixture
def house(database_url: str, tmp_path: Path) -> Iterator[House]:
    made = set_up(database_url, tmp_path, DAY)
    issue(made)
    yield made
    made.close()


def _own(
    subject: str = "Pièce {{ invoice.number }}",
    body: str = "Total {{ total|money }}\n",
    *,
    version: int = 0,
) -> MailTemplate:
    return MailTemplate(
        name="invoice_sent", language="fr", subject=subject, body=body, version=version
    )


def _save(house: House, template: MailTemplate) -> None:
    house.use_cases.run(save_mail_template, SaveMailTemplate(template=template))


def _mail(house: House) -> tuple[str, str]:
    [preview] = house.use_cases.run(preview_mails, PreviewMails(numbers=("F2026-00001",)))
    return preview.subject, preview.body


def _own_names(house: House) -> list[str]:
    found = house.use_cases.run(read_mail_templates, ReadMailTemplates())
    return [each.template.name for each in found if each.is_own]


def test_own_words_are_said_until_the_delivered_ones_come_back(house: House) -> None:
    delivered = _mail(house)
    tried = house.use_cases.run(try_words, TryWords(template=_own(), document="F2026-00001"))
    assert _mail(house) == delivered, "words are tried without being kept"
    _save(house, _own())
    assert _mail(house) == (tried.subject, tried.text)
    assert _mail(house) == ("Pièce F2026-00001", "Total 120,00\u00a0€\n")
    assert _own_names(house) == ["invoice_sent"]
    house.use_cases.run(reset_mail_template, ResetMailTemplate(name="invoice_sent", language="fr"))
    assert _mail(house) == delivered
    assert _own_names(house) == []
    _save(house, _own(subject="Encore"))
    assert _mail(house)[0] == "Encore"


def test_two_who_word_the_same_mail_do_not_overwrite_each_other(house: House) -> None:
    _save(house, _own())
    _save(house, _own(subject="Un", version=1))
    with pytest.raises(ConflictError):
        _save(house, _own(subject="Deux", version=1))


@pytest.mark.parametrize(
    ("subject", "body", "code"),
    [
        ("A", "{{ total|money", "templates.bad_line"),
        ("{% if %}", "A", "templates.bad_line"),
        ("A", "{{ total|argent }}", "templates.bad_line"),
        ("A", "{{ password }}", "templates.unknown_values"),
        ("A", "{{ company.__class__.__mro__ }}", "templates.hidden_value"),
        ("{{ company['__class__'] }}", "A", "templates.hidden_value"),
    ],
)
def test_words_that_cannot_be_filled_are_refused_on_saving(
    house: House, subject: str, body: str, code: str
) -> None:
    with pytest.raises(RuleError) as refusal:
        _save(house, _own(subject, body))
    assert refusal.value.code == code
    assert _own_names(house) == []


def test_own_words_run_no_code(house: House) -> None:
    """A name put together while the mail is filled is caught there."""
    _save(house, _own(body="{{ company['__cla' ~ 'ss__'] }}"))
    with pytest.raises(RuleError) as refusal:
        _mail(house)
    assert refusal.value.code == "templates.bad"
