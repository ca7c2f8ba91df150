"""Fields and previews that screens are made of."""

import io
from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import InputFileError
from otc_desktop.domain.shared.money import Money
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.date_edit import DateEdit
from otc_desktop.ui.widgets.money_edit import MoneyEdit
from otc_desktop.ui.widgets.pdf_pages import draw_page
from otc_desktop.ui.widgets.pdf_preview import PdfPreview
from otc_desktop.ui.widgets.picker import Picker
from tests.support.big_list import BigList, InvoiceRow

Settle = Callable[[], None]
TODAY = date(2026, 11, 23)


def _pdf(pages: int, *, side: float = 300) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(side, side))
    for number in range(pages):
        canvas.setFillColorRGB(1, 0, 0)
        canvas.rect(0, 0, side, side, stroke=0, fill=1 - number % 2)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def test_amount_when_typed_then_is_understood_and_worded(
    services: WindowServices, qtbot: QtBot
) -> None:
    field = MoneyEdit(services.formats)
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    seen: list[Money | None] = []
    field.money_changed.connect(seen.append)
    qtbot.keyClicks(field, "1234.5")
    field.clearFocus()
    assert field.money() == seen[-1] == Money.of("1234.50", EUR)
    qtbot.waitUntil(lambda: field.text() == "1\u202f234,50\u00a0€")


def test_amount_when_not_understood_then_is_marked_and_none(
    services: WindowServices, qtbot: QtBot
) -> None:
    field, other = MoneyEdit(services.formats), MoneyEdit(services.formats)
    for widget in (field, other):
        qtbot.addWidget(widget)
    field.set_money(Money.of("5", EUR))
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.selectAll()
    qtbot.keyClicks(field, "douze")
    assert field.money() is None
    assert not field.is_valid()
    field.clearFocus()
    assert field.property("invalid")
    assert "montant" in field.toolTip()
    assert field.text() == "douze"  # what was typed stays, to be mended
    field.set_money(None)
    assert field.is_valid()
    assert not field.property("invalid")


def test_date_when_typed_or_stepped_then_is_understood(
    services: WindowServices, qtbot: QtBot
) -> None:
    edit = DateEdit(services.formats, today=TODAY)
    qtbot.addWidget(edit)
    edit.show()
    qtbot.keyClicks(edit.field, "311226")
    assert edit.date() == date(2026, 12, 31)
    qtbot.keyClick(edit.field, Qt.Key.Key_Up)
    assert edit.date() == date(2027, 1, 1)
    assert edit.field.text() == "01/01/2027"
    edit.field.selectAll()
    qtbot.keyClicks(edit.field, "31/02")
    assert edit.date() is None
    assert not edit.is_valid()


def test_preview_when_given_a_document_then_turns_its_pages(
    services: WindowServices, qtbot: QtBot, settle: Settle
) -> None:
    preview = PdfPreview(services, hint="Choisissez une facture")
    qtbot.addWidget(preview)
    preview.resize(500, 400)
    preview.show()
    preview.show_pdf(_pdf(2))
    settle()
    assert preview.page_count() == 2
    assert not preview.previous_button.isEnabled()
    qtbot.mouseClick(preview.next_button, Qt.MouseButton.LeftButton)
    settle()
    assert preview.page() == 1
    assert not preview.next_button.isEnabled()
    preview.zoom_in()
    settle()
    assert preview.page() == 1


def test_preview_when_the_bytes_are_no_pdf_then_says_so(
    services: WindowServices, qtbot: QtBot, settle: Settle
) -> None:
    preview = PdfPreview(services)
    qtbot.addWidget(preview)
    preview.show_pdf(b"%PDF-1.7 broken")
    settle()
    assert preview.page_count() == 0


def test_page_when_drawn_then_has_its_size_and_colour() -> None:
    drawn = draw_page(_pdf(2), number=0, dpi=144)
    assert (drawn.image.width(), drawn.image.height(), drawn.pages) == (600, 600, 2)
    assert drawn.image.pixelColor(300, 300).getRgb()[:3] == (255, 0, 0)
    assert draw_page(_pdf(1), number=7, dpi=72, fit_width=150).image.width() == 150


def test_page_when_huge_then_takes_bounded_memory() -> None:
    drawn = draw_page(_pdf(1, side=14_000), number=0, dpi=300)
    assert drawn.image.width() * drawn.image.height() < 25_000_000


def test_page_when_no_pdf_then_is_refused() -> None:
    with pytest.raises(InputFileError) as refusal:
        draw_page(b"hello", number=0, dpi=72)
    assert refusal.value.code == "pdf.not_readable"


def test_picker_when_typed_then_offers_and_picks(
    services: WindowServices, qtbot: QtBot, settle: Settle
) -> None:
    source = BigList(2_000)
    picker: Picker[InvoiceRow] = Picker(
        services, source, describe=lambda row: f"{row.number} · {row.customer}"
    )
    qtbot.addWidget(picker)
    picker.show()
    picker.setFocus()
    qtbot.waitUntil(picker.hasFocus)
    picked: list[InvoiceRow | None] = []
    picker.picked.connect(picked.append)
    qtbot.keyClicks(picker, "00012")
    qtbot.waitUntil(lambda: bool(source.requests), timeout=2_000)
    settle()
    qtbot.keyClick(picker.offered(), Qt.Key.Key_Down)
    qtbot.keyClick(picker.offered(), Qt.Key.Key_Return)
    chosen = picker.row()
    assert chosen is not None
    assert "00012" in chosen.number
    assert picker.text().startswith(chosen.number)
    assert picked == [chosen]
    assert {(request.search, request.limit) for request in source.requests} == {("00012", 12)}
    qtbot.keyClick(picker, Qt.Key.Key_Backspace)
    assert picker.row() is None
    assert picked[-1] is None
