"""The reform on the issued documents: column, filter, history, notes, messages, Today."""

from collections.abc import Callable
from datetime import datetime, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from otc_desktop.adapters.einvoicing.cdar import CdarMessages
from otc_desktop.application.invoicing.read_life_cycle import ReadLifeCycle, read_life_cycle
from otc_desktop.application.invoicing.record_status import RecordStatus, record_status
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.bootstrap import House
from otc_desktop.domain.invoicing.lifecycle import StatusCode
from otc_desktop.domain.invoicing.status_message import (
    BUYER,
    PLATFORM,
    MessageParty,
    StatusMessage,
    ToldStatus,
)
from otc_desktop.ui.invoicing.columns import reform_mark
from otc_desktop.ui.invoicing.dialogs.life_cycle_dialog import LifeCycleDialog
from otc_desktop.ui.invoicing.dialogs.status_form import StatusForm
from otc_desktop.ui.invoicing.life_cycle import reform_filter
from otc_desktop.ui.invoicing.life_cycle_presenter import LifeCyclePresenter
from otc_desktop.ui.invoicing.tab import InvoicingTab
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.widgets.fault_report import FaultReport
from tests.support.line import issue
from tests.support.sales_window import column_of, house, opened, program, show

__all__ = ["house", "program", "show"]
Settle = Callable[[], None]
Show = Callable[[InvoicingTab], InvoicingTab]
MOUSE = Qt.MouseButton.LeftButton


@pytest.fixture
def tab(services: WindowServices, program: Program, show: Show) -> InvoicingTab:
    return show(InvoicingTab(services, program))


def _note(house: House, number: str, code: str, reason: str = "") -> None:
    house.use_cases.run(record_status, RecordStatus(number=number, code=code, reason=reason))


def test_refused_invoice_is_found_read_and_noted_by_hand(
    tab: InvoicingTab, house: House, qtbot: QtBot, settle: Settle
) -> None:
    number = issue(house).invoice.number
    issue(house, customer="C0002")
    _note(house, number, "200")
    tab.show_place(Place(tab="invoicing", kind="issued", filters={"reform": "200"}))
    page = tab.issued
    qtbot.waitUntil(lambda: page.list.model.rowCount() == 1)
    settle()
    [shown] = column_of(page.list.model, "reform_status")
    assert "200 Déposée" in shown
    page.list.table.selectRow(0)
    page._life_cycles.show_history()
    settle()
    dialog = opened(qtbot, page, LifeCycleDialog)
    assert dialog.tree.topLevelItemCount() == 1
    qtbot.mouseClick(dialog.noting, MOUSE)
    settle()
    form = opened(qtbot, dialog, StatusForm)
    form.status.setCurrentIndex(form.status.findData("210"))
    assert form.reason.isEnabled()
    form.reason.setCurrentIndex(form.reason.findData("TX_TVA_ERR"))
    form.note.setPlainText("10 % attendu")
    qtbot.mouseClick(form.accept_button, MOUSE)
    qtbot.waitUntil(lambda: dialog.tree.topLevelItemCount() == 2)
    settle()
    assert "10 % attendu" in dialog.tree.topLevelItem(1).text(4)
    assert dialog.advice.isVisible()
    dialog.accept()
    assert house.queries.today().einvoices_turned_down == 1
    request = PageRequest(filters={"reform": "to_deal_with"})
    assert [row.number for row in house.queries.invoices.page(request)] == [number]


def test_messages_are_taken_in_each_by_itself(
    tab: InvoicingTab, house: House, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    invoice = issue(house).invoice
    good, bad = tmp_path / "good.xml", tmp_path / "bad.xml"
    instant = datetime.combine(invoice.issued_on, time(12))
    good.write_bytes(
        CdarMessages().write(
            StatusMessage(
                id="M-1",
                name="",
                written_at=instant,
                at=instant,
                sender=MessageParty(role=PLATFORM),
                issuer=MessageParty(role=BUYER),
                recipients=(MessageParty(role=PLATFORM),),
                told=(
                    ToldStatus(
                        number=invoice.number,
                        type_code="380",
                        issued_on=invoice.issued_on,
                        seller_siren=invoice.seller.siren,
                        code=StatusCode.APPROVED,
                    ),
                ),
            )
        )
    )
    bad.write_bytes(b"%PDF-1.7")
    tab.show_place(Place(tab="invoicing", kind="issued"))
    tab.issued._life_cycles.import_messages([bad, good])
    settle()
    report = opened(qtbot, tab.issued, FaultReport)
    report.accept()
    settle()
    life = house.use_cases.run(read_life_cycle, ReadLifeCycle(number=invoice.number))
    assert [each.code for each in life.history] == ["205"]


def test_writing_messages_says_how_many(
    services: WindowServices, program: Program, house: House, tmp_path: Path, settle: Settle
) -> None:
    number = issue(house).invoice.number
    _note(house, number, "200")
    _note(house, number, "208", "JUSTIF_ABS")
    _note(house, number, "209")
    presenter = LifeCyclePresenter(services, program)
    written: list[int] = []
    presenter.write_messages(tmp_path, lambda answer: written.append(len(answer.paths)))
    settle()
    assert written == [1]
    assert len(list(tmp_path.glob("CDV-209_*.xml"))) == 1


def test_a_status_is_never_told_by_colour_alone() -> None:
    def word(kind: str, value: str) -> str:
        return {"210": "Refusée", "212": "Encaissée"}.get(value, value)

    refused, partly = reform_mark("210", word), reform_mark("212", word, partial=True)
    assert refused is not None
    assert partly is not None
    assert (refused.tone, refused.text) == (Tone.BAD, "210 Refusée")
    assert partly.tone is Tone.INFO
    assert partly.text != "212 Encaissée"
    assert reform_mark("", word) is None
    assert len(reform_filter(word).options) == len(StatusCode) + 2
