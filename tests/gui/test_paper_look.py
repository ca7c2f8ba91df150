"""The template of documents, chosen in the window and seen at once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from otc_desktop.application.company.paper_look import (
    ChangePaperLook,
    ReadPaperLook,
    change_paper_look,
    read_paper_look,
)
from otc_desktop.bootstrap import House
from otc_desktop.domain.shared.paper_look import HOUSE_COLOUR, PaperTemplate
from otc_desktop.ui.invoicing.dialogs.paper_look_form import PaperLookForm
from otc_desktop.ui.invoicing.tab import InvoicingTab
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from tests.support.sales_window import CTRL, house, opened, program, show

__all__ = ["house", "program", "show"]
Settle = Callable[[], None]
Show = Callable[[Any], Any]


@pytest.fixture
def form(
    qtbot: QtBot, services: WindowServices, program: Program, show: Show, settle: Settle
) -> PaperLookForm:
    """The dialog, opened from the issued documents."""
    tab: InvoicingTab = show(InvoicingTab(services, program))
    tab.issued.template.trigger()
    found = opened(qtbot, tab, PaperLookForm)
    _drawn(qtbot, found, settle)
    return found


def _drawn(qtbot: QtBot, form: PaperLookForm, settle: Settle) -> bytes:
    """The sample on show once the fields were left alone."""
    settle()
    qtbot.waitUntil(lambda: not form._typed.isActive())
    settle()
    assert form.preview.page_count() == 1
    content = form.preview._content
    assert content is not None
    return content


def _picture(folder: Path) -> Path:
    path = folder / "logo.png"
    Image.new("RGB", (300, 100), "#C0392B").save(path)
    return path


def test_choices_are_seen_at_once_and_kept_when_agreed(
    qtbot: QtBot, form: PaperLookForm, house: House, settle: Settle, tmp_path: Path
) -> None:
    first = _drawn(qtbot, form, settle)
    form.templates.button(2).click()
    form.colour.setText("#1e6b52")
    form.footer.setPlainText("Ouvert le samedi")
    form.unit.click()
    form.take_logo(_picture(tmp_path))
    assert _drawn(qtbot, form, settle) != first
    assert form.remove_logo.isEnabled()
    qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
    settle()
    look = house.use_cases.run(read_paper_look, ReadPaperLook())
    assert (look.template, look.colour) == (PaperTemplate.PLAIN, "#1E6B52")
    assert (look.footer, look.show_unit, look.show_code) == ("Ouvert le samedi", False, True)
    assert look.logo is not None


def test_what_is_wrong_is_said_and_nothing_is_lost(
    qtbot: QtBot, form: PaperLookForm, house: House, settle: Settle, tmp_path: Path
) -> None:
    before = _drawn(qtbot, form, settle)
    form.colour.setText("#12")
    assert _drawn(qtbot, form, settle) == before
    assert form.colour.property("invalid")
    form.colour.setText(HOUSE_COLOUR)
    text = tmp_path / "logo.png"
    text.write_bytes(b"no picture")
    form.take_logo(text)
    settle()
    assert form.message_bar.isVisible()
    assert form.accept_button.isEnabled()
    assert not form.remove_logo.isEnabled()
    house.use_cases.run(change_paper_look, ChangePaperLook(colour="#0F766E"))
    qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
    settle()
    assert form.message_bar.isVisible()
    assert house.use_cases.run(read_paper_look, ReadPaperLook()).colour == "#0F766E"


def test_the_template_as_delivered_is_one_click_away(
    qtbot: QtBot, services: WindowServices, program: Program, settle: Settle
) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    dialog = PaperLookForm(services, program, parent=owner)
    dialog.open()
    _drawn(qtbot, dialog, settle)
    dialog.colour.setText("#374151")
    [defaults] = [
        dialog.buttons.itemAt(place).widget()
        for place in range(1)
        if dialog.buttons.itemAt(place) is not None
    ]
    qtbot.mouseClick(defaults, Qt.MouseButton.LeftButton)
    assert dialog.colour.text() == HOUSE_COLOUR
    _drawn(qtbot, dialog, settle)
