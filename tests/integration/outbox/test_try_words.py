"""Words of mails are tried with a document of their very kind, else with an invented one."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from otc_desktop.application.company.mail_templates import (
    ReadMailTemplates,
    read_mail_templates,
)
from otc_desktop.application.company.try_words import TRIED_KINDS, TryWords, try_words
from otc_desktop.application.invoicing.credit_invoice import CreditInvoice, credit_invoice
from otc_desktop.application.invoicing.issue_invoice import IssueInvoice, issue_invoice
from otc_desktop.application.invoicing.make_pro_forma import MakeProForma, make_pro_forma
from otc_desktop.bootstrap import House
from tests.support.databases import new_sqlite_file
from tests.support.goods import confirmed_order, delivered
from tests.support.line import draft, issue, set_up

DAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("books")
    made = set_up(new_sqlite_file(folder / "otc.db"), folder, DAY)
    yield made
    made.close()


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", sorted(TRIED_KINDS))
def test_the_delivered_words_of_every_kind_read_well_with_an_invented_document(
    empty: House, name: str, language: str
) -> None:
    [words] = [
        each.template
        for each in empty.use_cases.run(read_mail_templates, ReadMailTemplates())
        if (each.template.name, each.template.language) == (name, language)
    ]
    assert empty.queries.last_of_kind(name) == ""
    tried = empty.use_cases.run(try_words, TryWords(template=words))
    assert "{{" not in tried.text and "None" not in tried.text
    assert tried.subject.startswith("Atelier Lumen")


def test_words_are_tried_with_the_last_document_of_their_kind(tmp_path: Path) -> None:
    house = set_up(new_sqlite_file(tmp_path / "otc.db"), tmp_path, DAY)
    run = house.use_cases.run
    issue(house)
    credited = run(credit_invoice, CreditInvoice(number="F2026-00001"))
    run(issue_invoice, IssueInvoice(invoice_id=credited.id))
    issue(house)
    made = run(make_pro_forma, MakeProForma(draft_id=draft(house)))
    order = confirmed_order(house, ("P-01", "2"))
    note = delivered(house, order)
    expected = {
        "invoice_sent": "F2026-00002",
        "deposit_sent": "",
        "credit_note_sent": "AV2026-00001",
        "order_confirmation_sent": order,
        "delivery_note_sent": note,
        "pro_forma_sent": made.number,
        "statement_sent": "C0001",
    }
    assert {name: house.queries.last_of_kind(name) for name in expected} == expected
    words = {
        each.template.name: each.template
        for each in run(read_mail_templates, ReadMailTemplates())
        if each.template.language == "fr"
    }
    for name, document in expected.items():
        tried = run(try_words, TryWords(template=words[name], document=document))
        if document and name not in ("statement_sent", "order_confirmation_sent"):
            assert document in tried.subject
    house.close()
