"""The editor of dunning plans, and what is decided over tomorrow's reminders."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from otc_desktop.application.dunning.dunning_plans import ReadDunningPlans, read_dunning_plans
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.bootstrap import House
from otc_desktop.domain.dunning.plan import Channel
from otc_desktop.ui.collections.reminder_forms import HoldForm, WordsForm
from otc_desktop.ui.collections.tab import PLANS, CollectionsTab
from otc_desktop.ui.kernel.services import WindowServices
from tests.support.books import invoice_on, open_books, program_of, settling
from tests.support.sales_window import opened

Settle = Callable[[], None]


@pytest.fixture
def settle(qtbot: QtBot, services: WindowServices) -> Settle:
    return settling(qtbot, services)


@pytest.fixture
def house(tmp_path: Path, services: WindowServices) -> Iterator[House]:
    with open_books(tmp_path, services) as books:
        yield books


@pytest.fixture
def tab(house: House, services: WindowServices, tmp_path: Path, settle: Settle) -> CollectionsTab:
    invoice_on(tmp_path, date(2026, 10, 8), customer="C0001")
    made = CollectionsTab(services, program_of(house))
    made.resize(1300, 760)
    made.show()
    settle()
    return made


def test_a_step_is_moved_by_keys_and_kept_as_another_revision(
    tab: CollectionsTab, house: House, settle: Settle, qtbot: QtBot
) -> None:
    tab.sections.show_section(PLANS)
    settle()
    page = tab.plans
    page.choice.setCurrentIndex(page.choice.findData("standard"))
    page.timeline.setFocus()
    for _ in range(2):
        qtbot.keyClick(page.timeline, Qt.Key.Key_Right)
    assert page.timeline.chosen_number() == 2
    assert not page.save.isEnabled()
    page.step_form.offset.setValue(13)
    assert page.save.isEnabled()
    page.save.trigger()
    settle()
    kept = house.use_cases.run(read_dunning_plans, ReadDunningPlans()).of_code("standard")
    assert (kept.revision, kept.plan.step(2).offset_days) == (2, 13)
    assert not page.is_changed
    # Two steps on one day are refused, and nothing is lost.
    page.timeline.setFocus()
    qtbot.keyClick(page.timeline, Qt.Key.Key_End)
    page.step_form.offset.setValue(13)
    page.save.trigger()
    settle()
    assert page.is_changed
    page.undo.trigger()
    settle()
    assert not page.is_changed


def test_a_step_is_added_and_read_on_a_real_customer(
    tab: CollectionsTab, house: House, settle: Settle
) -> None:
    tab.sections.show_section(PLANS)
    settle()
    page = tab.plans
    (row,) = [each for each in house.queries.customers.page(PageRequest()) if each.code == "C0001"]
    page.customer.set_row(row)
    page.add_step.trigger()
    form = page.step_form
    assert not form.tone.isEnabled()  # a call has no words
    form.channel.setCurrentIndex(list(Channel).index(Channel.EMAIL))
    form.tone.setCurrentIndex(form.tone.findData("reminder_2_firm"))
    settle()
    assert "F2026-" in page.preview.text()
    assert page.plan().steps[-1].channel is Channel.EMAIL


def test_a_reminder_is_written_otherwise_then_held(
    tab: CollectionsTab, settle: Settle, qtbot: QtBot
) -> None:
    page = tab.planned
    assert page.planned.model.rowCount() == 1
    page.edit.trigger()
    settle()
    words = opened(qtbot, page, WordsForm)
    words.text.setPlainText("Merci de nous appeler.")
    words.submitted.emit()
    settle()
    assert "Merci de nous appeler." in page.preview.text()
    page.planned.table.selectRow(0)
    page.hold.trigger()
    hold = opened(qtbot, page, HoldForm)
    hold.reason.setText("salon")
    hold.submitted.emit()
    settle()
    assert page.planned.model.rowCount() == 0
    assert page.withheld.model.rowCount() == 1


def test_a_step_is_skipped_after_a_question(
    tab: CollectionsTab, house: House, settle: Settle, qtbot: QtBot
) -> None:
    page = tab.planned
    page.planned.table.selectRow(0)
    page.skip.trigger()
    box = opened(qtbot, page, QMessageBox)
    accept = next(
        each for each in box.buttons() if box.buttonRole(each) is QMessageBox.ButtonRole.AcceptRole
    )
    qtbot.mouseClick(accept, Qt.MouseButton.LeftButton)
    settle()
    assert page.planned.model.rowCount() == 0
    (notice,) = house.queries.notices.page(PageRequest())
    assert notice.status == "skipped"
    assert house.queries.outbox.count(PageRequest()) == 0
