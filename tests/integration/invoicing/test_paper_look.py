"""The look of documents, kept and used, on both databases."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from otc_desktop.application.company.paper_look import (
    ChangePaperLook,
    ReadPaperLook,
    SavePaperLook,
    ShowSample,
    change_paper_look,
    read_paper_look,
    save_paper_look,
    show_sample,
)
from otc_desktop.application.invoicing.create_invoice import CreateInvoice, create_invoice
from otc_desktop.application.invoicing.issue_invoice import IssueInvoice, issue_invoice
from otc_desktop.application.invoicing.make_pro_forma import MakeProForma, make_pro_forma
from otc_desktop.application.kernel.line_input import LineInput
from otc_desktop.application.sales.print_order import PrintOrder, print_order
from otc_desktop.bootstrap import House
from otc_desktop.domain.shared.errors import ConflictError, InputFileError, RuleError
from otc_desktop.domain.shared.paper_look import HOUSE_LOOK, PaperTemplate
from tests.support.goods import confirmed_order, failed_checks
from tests.support.line import set_up

DAY = date(2026, 11, 20)


@pytest.fixture
def house(database_url: str, tmp_path: Path) -> Iterator[House]:
    made = set_up(database_url, tmp_path, DAY)
    yield made
    assert failed_checks(made) == []
    made.close()


@pytest.fixture
def logo(tmp_path: Path) -> Path:
    path = tmp_path / "logo.png"
    Image.new("RGB", (600, 200), "#C0392B").save(path)
    return path


def _pictures(pdf: bytes) -> int:
    return len(PdfReader(BytesIO(pdf)).pages[0].images)


def _issue(house: House) -> bytes:
    line = LineInput(
        description="Prestation",
        quantity=Decimal(1),
        unit_price=Decimal(100),
        vat_rate=Decimal(20),
    )
    run = house.use_cases.run
    draft = run(create_invoice, CreateInvoice(customer="C0001", lines=(line,)))
    issued = run(issue_invoice, IssueInvoice(invoice_id=draft.id)).invoice
    content = house.queries.document_pdf(issued.id)
    assert content is not None
    return content


def test_a_kept_look_is_on_every_document_from_then_on(house: House, logo: Path) -> None:
    run = house.use_cases.run
    assert run(read_paper_look, ReadPaperLook()) == HOUSE_LOOK
    before = _issue(house)
    run(
        change_paper_look,
        ChangePaperLook(
            template=PaperTemplate.CLASSIC,
            colour="#c0392b",
            logo=logo,
            footer="Ouvert le samedi",
            columns=frozenset({"code"}),
        ),
    )
    kept = run(read_paper_look, ReadPaperLook())
    assert (kept.template, kept.colour) == (PaperTemplate.CLASSIC, "#C0392B")
    assert (kept.show_code, kept.show_discount, kept.show_unit) == (True, False, False)
    order = confirmed_order(house, ("P-01", "2"))
    pro_forma = run(make_pro_forma, MakeProForma(order=order, path=logo.with_suffix(".pdf")))
    assert pro_forma.number
    for pdf in (
        _issue(house),
        run(print_order, PrintOrder(number=order)),
        logo.with_suffix(".pdf").read_bytes(),
        run(show_sample, ShowSample(look=kept)),
    ):
        assert _pictures(pdf) == 1
        assert "Ouvert le samedi" in PdfReader(BytesIO(pdf)).pages[0].extract_text()
    assert _pictures(before) == 0


def test_what_is_not_named_stays(house: House, logo: Path) -> None:
    run = house.use_cases.run
    run(change_paper_look, ChangePaperLook(logo=logo, footer="Ouvert le samedi"))
    changed = run(change_paper_look, ChangePaperLook(colour="#0F766E"))
    assert changed.logo is not None
    assert changed.footer == "Ouvert le samedi"
    without = run(change_paper_look, ChangePaperLook(without_logo=True))
    assert (without.logo, without.colour) == (None, "#0F766E")
    assert run(read_paper_look, ReadPaperLook()) == without


def test_a_refused_look_changes_nothing(house: House, tmp_path: Path) -> None:
    run = house.use_cases.run
    text = tmp_path / "logo.png"
    text.write_bytes(b"<script>")
    with pytest.raises(InputFileError, match=r"company\.bad_logo"):
        run(change_paper_look, ChangePaperLook(logo=text, footer="x"))
    for wrong in (ChangePaperLook(colour="blue"), ChangePaperLook(footer="x" * 401)):
        with pytest.raises(RuleError):
            run(change_paper_look, wrong)
    assert run(read_paper_look, ReadPaperLook()) == HOUSE_LOOK


def test_two_people_do_not_overwrite_each_other(house: House) -> None:
    run = house.use_cases.run
    mine = run(save_paper_look, SavePaperLook(look=replace(HOUSE_LOOK, colour="#0F766E")))
    assert mine.version == 1
    for late in (HOUSE_LOOK, replace(mine, version=7)):
        with pytest.raises(ConflictError):
            run(save_paper_look, SavePaperLook(look=replace(late, footer="late")))
    assert run(read_paper_look, ReadPaperLook()) == mine
