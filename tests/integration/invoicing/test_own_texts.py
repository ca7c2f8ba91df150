"""Legal sentences in the company's own words, kept and printed, on both databases."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from otc_desktop.application.company.legal_texts import (
    ReadLegalTexts,
    SaveOwnText,
    read_legal_texts,
    save_own_text,
)
from otc_desktop.application.company.paper_look import ShowSample, show_sample
from otc_desktop.application.invoicing.create_invoice import CreateInvoice, create_invoice
from otc_desktop.application.invoicing.issue_invoice import IssueInvoice, issue_invoice
from otc_desktop.application.kernel.line_input import LineInput
from otc_desktop.application.sales.print_order import PrintOrder, print_order
from otc_desktop.bootstrap import House
from otc_desktop.domain.shared.errors import ConflictError, RuleError
from otc_desktop.domain.shared.paper_look import HOUSE_LOOK
from tests.support.goods import confirmed_order, failed_checks
from tests.support.line import set_up

DAY = date(2026, 11, 20)
OWN = SaveOwnText(
    key="PMD", language="fr", valid_from=DAY, text="Retard : intérêts {late_interest}, dès demain."
)


@pytest.fixture
def house(database_url: str, tmp_path: Path) -> Iterator[House]:
    made = set_up(database_url, tmp_path, DAY)
    yield made
    assert failed_checks(made) == []
    made.close()


def _said(house: House, on: date) -> list[str]:
    """The sentences of an invoice issued on a date."""
    line = LineInput(
        description="Prestation", quantity=Decimal(1), unit_price=Decimal(100), vat_rate=Decimal(20)
    )
    run = house.use_cases.run
    draft = run(create_invoice, CreateInvoice(customer="C0001", lines=(line,), wished_date=on))
    issued = run(issue_invoice, IssueInvoice(invoice_id=draft.id)).invoice
    assert issued.issued_on == on
    return [each.text for each in issued.mentions]


def _text(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def test_documents_say_the_own_sentence_from_its_day_on(house: House) -> None:
    run = house.use_cases.run
    run(save_own_text, OWN)
    assert not any(
        text.startswith("Retard : intérêts") for text in _said(house, date(2026, 11, 19))
    )
    [own] = [text for text in _said(house, DAY) if text.startswith("Retard : intérêts")]
    assert own == (
        "Retard : intérêts au taux de refinancement de la Banque centrale européenne majoré "
        "de 10 points, dès demain."
    )
    order = confirmed_order(house, ("P-01", "2"))
    assert own in _text(run(print_order, PrintOrder(number=order)))
    assert own in _text(run(show_sample, ShowSample(look=HOUSE_LOOK)))


def test_an_empty_sentence_goes_back_to_the_delivered_one(house: House) -> None:
    run = house.use_cases.run
    before = _said(house, date(2026, 11, 18))
    run(save_own_text, replace(OWN, valid_from=date(2026, 11, 19)))
    assert _said(house, date(2026, 11, 19)) != before
    run(save_own_text, replace(OWN, text=""))
    assert _said(house, DAY) == before
    [read] = [each for each in run(read_legal_texts, ReadLegalTexts()) if each.key == "PMD"]
    assert read.printed == read.delivered
    assert [each.valid_from.day for each in read.every_own] == [19, 20]


def test_the_sentences_can_be_read_as_of_any_day(house: House) -> None:
    run = house.use_cases.run
    run(save_own_text, OWN)
    texts = run(read_legal_texts, ReadLegalTexts())
    keys = [each.key for each in texts]
    assert len(set(keys)) == len(keys)
    assert {"PMT", "PMD", "AAB_none", "vat_franchise_293b", "VATEX-FR-CGI261-1"} <= set(keys)
    assert not any(key.startswith("line_") for key in keys)
    [now] = [each for each in texts if each.key == "PMD"]
    assert now.printed == OWN.text
    early = ReadLegalTexts(language="fr", on=date(2026, 1, 1))
    [then] = [each for each in run(read_legal_texts, early) if each.key == "PMD"]
    assert then.printed == then.delivered
    assert then.next_after(date(2026, 1, 1)) == now.own


def test_two_people_do_not_overwrite_each_others_sentence(house: House) -> None:
    run = house.use_cases.run
    kept = run(save_own_text, OWN)
    with pytest.raises(ConflictError):
        run(save_own_text, replace(OWN, text="Autre"))
    run(save_own_text, replace(OWN, text="Autre", version=kept.version))
    with pytest.raises(RuleError):
        run(save_own_text, replace(OWN, key="line_period"))
    assert "Autre" in _said(house, DAY)
