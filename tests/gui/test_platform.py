"""The approved platform on screen: chosen, tried, deposited to, and what it answered."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from otc_desktop.application.invoicing.platform_settings import (
    ReadPlatform,
    SavePlatform,
    read_platform,
    save_platform,
)
from otc_desktop.bootstrap import House
from otc_desktop.cli.listing import every_row
from otc_desktop.domain.invoicing.platform_account import PlatformAccount, PlatformKind
from otc_desktop.ui.invoicing.dialogs.ereporting_dialog import EReportingDialog
from otc_desktop.ui.invoicing.dialogs.platform_account import PlatformAccountDialog
from otc_desktop.ui.invoicing.tab import DEPOSITS, ISSUED, InvoicingTab
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.widgets.fault_report import FaultReport
from tests.support.books import invoice_on
from tests.support.line import issue
from tests.support.platform_server import SECRET, PlatformServer, running_platform
from tests.support.sales_window import cells, house, opened, program, show

__all__ = ["house", "program", "show"]
Settle = Callable[[], None]
Show = Callable[[InvoicingTab], InvoicingTab]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[PlatformServer]:
    monkeypatch.setenv("OTC_PLATFORM_SECRET", SECRET)
    with running_platform() as running:
        yield running


def test_a_platform_is_tried_and_kept(
    qtbot: QtBot,
    services: WindowServices,
    program: Program,
    house: House,
    server: PlatformServer,
    settle: Settle,
) -> None:
    dialog = PlatformAccountDialog(services, program)
    dialog.show()
    settle()
    assert not dialog.api_url.isVisible()
    dialog.kind.setCurrentIndex(dialog.kind.findData(PlatformKind.API.value))
    assert (dialog.api_url.isVisible(), dialog.folder.isVisible()) == (True, False)
    dialog.accept_button.click()
    settle()
    assert dialog.isVisible()  # what is missing is said beside its field
    dialog.show_account(server.account(client_id="nobody"))
    dialog.test_button.click()
    settle()
    assert dialog.outcome.tone is not Tone.GOOD
    dialog.show_account(server.account())
    dialog.test_button.click()
    settle()
    assert dialog.outcome.tone is Tone.GOOD
    dialog.accept_button.click()
    settle()
    assert house.use_cases.run(read_platform, ReadPlatform()) == server.account()


def _deposit_status(tab: InvoicingTab) -> str:
    rows = tab.issued.list.selected_rows()
    return rows[0].deposit_status if rows else ""


def test_issued_documents_are_deposited_and_a_refusal_is_shown(
    qtbot: QtBot,
    services: WindowServices,
    program: Program,
    house: House,
    server: PlatformServer,
    show: Show,
    settle: Settle,
) -> None:
    house.use_cases.run(save_platform, SavePlatform(account=server.account()))
    issue(house)
    tab = show(InvoicingTab(services, program))
    tab.show_place(Place(tab="invoicing", kind=ISSUED))
    settle()
    tab.issued.list.table.selectRow(0)
    settle()
    tab.issued.einvoice_menu.deposit.trigger()
    qtbot.waitUntil(lambda: _deposit_status(tab) == "deposited")
    (kept,) = server.deposited
    server.acknowledge(kept, "Error", reasonCode="AutreChose", reasonMessage="no", item="BT-1")
    tab.show_place(Place(tab="invoicing", kind=DEPOSITS))
    settle()
    tab.deposits.fetch.trigger()
    model = tab.deposits.list.model
    qtbot.waitUntil(lambda: "AutreChose: no (BT-1)" in cells(model, 0))
    settle()
    tab.deposits.list.table.selectRow(0)
    assert (tab.deposits.again.isEnabled(), tab.deposits.give_up.isEnabled()) == (False, True)
    tab.deposits.give_up.trigger()
    settle()
    assert house.queries.today().flows_in_trouble == 0


def test_what_chorus_pro_does_not_take_is_said_for_each_document(
    qtbot: QtBot,
    services: WindowServices,
    program: Program,
    house: House,
    show: Show,
    settle: Settle,
    tmp_path: Path,
) -> None:
    account = PlatformAccount(kind=PlatformKind.CHORUS_PRO, folder=str(tmp_path))
    house.use_cases.run(save_platform, SavePlatform(account=account))
    issue(house)
    tab = show(InvoicingTab(services, program))
    tab.show_place(Place(tab="invoicing", kind=ISSUED))
    settle()
    tab.issued.list.table.selectRow(0)
    settle()
    tab.issued.einvoice_menu.deposit.trigger()
    settle()
    report = opened(qtbot, tab, FaultReport)
    qtbot.keyClick(report, Qt.Key.Key_Escape)
    settle()
    assert not list(tmp_path.glob("FSO*"))


def test_a_period_of_ereporting_is_prepared_and_queued(
    services: WindowServices, program: Program, house: House, settle: Settle, tmp_path: Path
) -> None:
    account = PlatformAccount(kind=PlatformKind.FOLDER, folder=str(tmp_path))
    house.use_cases.run(save_platform, SavePlatform(account=account))
    invoice_on(tmp_path, date(2026, 11, 3), customer="C0003")  # a private person
    dialog = EReportingDialog(services, program)
    dialog.show()
    settle()
    states = [dialog.list.model.index(row, 5).data() for row in range(2)]
    assert len(set(states)) == 2
    dialog.list.table.selectRow(0)
    assert not dialog.deposit.isEnabled()  # the period still runs
    dialog.list.table.selectRow(1)
    dialog.deposit.trigger()
    settle()
    assert dialog.news.tone is Tone.GOOD
    (flow,) = every_row(house.queries.platform_flows, {})
    assert (flow.kind, flow.name) == (
        "ereporting",
        "ereporting_732829320-20261101-20261110-1-S.xml",
    )
