"""Legal sentences reworded in the window."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from otc_desktop.application.company.legal_texts import (
    LegalText,
    ReadLegalTexts,
    SaveOwnText,
    read_legal_texts,
    save_own_text,
)
from otc_desktop.bootstrap import House
from otc_desktop.ui.invoicing.dialogs.legal_texts import LegalTextsDialog
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from tests.support.sales_window import CTRL, house, program, show

__all__ = ["house", "program", "show"]
OWN = "Escompte : néant."


def _kept(house: House, key: str, on: date) -> LegalText:
    texts = house.use_cases.run(read_legal_texts, ReadLegalTexts(on=on))
    return next(each for each in texts if each.key == key)


def test_a_sentence_is_reworded_and_taken_back(
    qtbot: QtBot,
    services: WindowServices,
    program: Program,
    house: House,
    settle: Callable[[], None],
) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    dialog = LegalTextsDialog(services, program, parent=owner)
    dialog.open()
    settle()
    today = program.today()
    soon = today + timedelta(days=10)
    dialog.choose("AAB_none")
    delivered = dialog.delivered.text()
    assert delivered == dialog.text.placeholderText() == _kept(house, "AAB_none", today).delivered
    dialog.text.setPlainText(OWN)
    dialog.begins.set_date(soon)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    settle()
    assert dialog.isVisible()
    assert _kept(house, "AAB_none", today).printed == delivered
    assert _kept(house, "AAB_none", soon).printed == OWN
    row = dialog.table.currentRow()
    assert dialog.table.item(row, 0).text() == delivered
    assert services.formats.date(soon) in dialog.table.item(row, 1).text()
    assert dialog.text.toPlainText() == OWN
    qtbot.mouseClick(dialog.as_delivered, Qt.MouseButton.LeftButton)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    settle()
    assert _kept(house, "AAB_none", soon).printed == delivered


def test_what_the_law_wants_is_said_at_the_field(
    qtbot: QtBot,
    services: WindowServices,
    program: Program,
    house: House,
    settle: Callable[[], None],
) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    dialog = LegalTextsDialog(services, program, parent=owner)
    dialog.open()
    settle()
    dialog.choose("PMT")
    dialog.text.setPlainText("Une indemnité est due.")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    settle()
    assert dialog.message_bar.isVisible()
    assert dialog.text.property("invalid")
    assert dialog.text.toPlainText() == "Une indemnité est due."
    dialog.text.setPlainText("Indemnité : 40 €")
    command = SaveOwnText(key="PMT", language="fr", valid_from=program.today(), text="40 € dus")
    house.use_cases.run(save_own_text, command)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    settle()
    assert dialog.message_bar.isVisible()
    assert _kept(house, "PMT", program.today()).printed == "40 € dus"
    dialog.choose("PMD")
    dialog.begins.field.setText("32/13")
    dialog.begins.field.textEdited.emit("32/13")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    settle()
    assert dialog.begins.field.property("invalid")
    dialog.language.setCurrentIndex(1)
    settle()
    assert all("TVA" not in dialog.table.item(row, 0).text() for row in range(3))
