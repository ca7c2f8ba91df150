"""The first question of an empty database."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from otc_desktop.application.company.find_company import FindCompany, find_company
from otc_desktop.application.company.init_company import InitCompany, init_company
from otc_desktop.bootstrap import House
from otc_desktop.ui.first_steps.welcome import Welcome
from otc_desktop.ui.kernel.services import WindowServices
from tests.support.company_files import write_company
from tests.support.line import house_on

MOUSE = Qt.MouseButton.LeftButton


def _welcome(house: House, services: WindowServices, qtbot: QtBot) -> Welcome:
    house.upgrade()
    dialog = Welcome(
        services,
        set_up=lambda path, task: house.use_cases.run(init_company, InitCompany(path=path), task),
        make_demo=lambda task: house.make_demo(customers=8, invoices=12, seed=1, task=task),
    )
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def test_demonstration_when_chosen_then_the_books_are_a_companys(
    services: WindowServices, qtbot: QtBot, settle: Callable[[], None], tmp_path: Path
) -> None:
    house = house_on(f"sqlite:///{tmp_path / 'otc.sqlite'}", date(2026, 11, 20))
    dialog = _welcome(house, services, qtbot)
    qtbot.mouseClick(dialog.demo_button, MOUSE)
    assert not dialog.file_button.isEnabled(), "one choice at a time"
    qtbot.waitUntil(lambda: dialog.result() == QDialog.DialogCode.Accepted, timeout=60_000)
    assert house.use_cases.run(find_company, FindCompany()) is not None
    house.close()


def test_file_when_faulty_then_the_question_stays_and_when_good_then_it_is_answered(
    services: WindowServices,
    qtbot: QtBot,
    settle: Callable[[], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    house = house_on(f"sqlite:///{tmp_path / 'otc.sqlite'}", date(2026, 11, 20))
    dialog = _welcome(house, services, qtbot)
    chosen = tmp_path / "faulty.toml"
    chosen.write_text('[company]\nname = "Sans le reste"\n', encoding="utf-8")

    def choose(*_: object) -> tuple[str, str]:
        return str(chosen), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    qtbot.mouseClick(dialog.file_button, MOUSE)
    settle()
    assert dialog.isVisible()
    assert dialog.message_bar.notice() is not None
    assert house.use_cases.run(find_company, FindCompany()) is None

    chosen = write_company(tmp_path)
    qtbot.mouseClick(dialog.file_button, MOUSE)
    qtbot.waitUntil(lambda: dialog.result() == QDialog.DialogCode.Accepted)
    assert house.use_cases.run(find_company, FindCompany()) is not None
    house.close()
