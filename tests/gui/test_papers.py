"""Cheques at the desk: entered by keys, remitted, found on the bank's statement."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.receivables.return_paper import ReturnPaper, return_paper
from otc_desktop.bootstrap import House
from otc_desktop.domain.receivables.deposit_slip import SlipStatus
from otc_desktop.domain.receivables.paper_receipt import PaperStatus
from otc_desktop.ui.bank.papers.dialogs import RemitDialog
from otc_desktop.ui.bank.papers.page import PapersPage
from otc_desktop.ui.bank.papers.paper_form import PaperForm
from otc_desktop.ui.bank.sections import PAPERS
from otc_desktop.ui.bank.tab import BankTab
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tones import Tone
from tests.support.books import open_books, program_of, receive, settling
from tests.support.company_files import Movement
from tests.support.line import issue
from tests.support.sales_window import opened

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def house(tmp_path: Path, services: WindowServices) -> Iterator[House]:
    with open_books(tmp_path, services) as opened_house:
        yield opened_house


@pytest.fixture
def shown_slips(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The PDFs handed to the system's viewer, for there is none in a test."""
    shown: list[Path] = []

    def show(url: QUrl) -> bool:
        shown.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", show)
    return shown


def test_a_cheque_goes_from_the_keyboard_to_the_bank_line(
    house: House,
    services: WindowServices,
    qtbot: QtBot,
    tmp_path: Path,
    shown_slips: list[Path],
) -> None:
    settle: Callable[[], None] = settling(qtbot, services)
    first, second = issue(house).invoice.number, issue(house, price="50.00").invoice.number
    tab = BankTab(services, program_of(house))
    qtbot.addWidget(tab)
    tab.resize(1340, 700)
    with qtbot.waitExposed(tab):
        tab.show()
    tab.show_place(Place(tab="bank", kind=PAPERS))
    settle()
    page = cast(PapersPage, tab.page(PAPERS))

    page.new.trigger()
    form = opened(qtbot, tab, PaperForm)
    qtbot.keyClicks(form.customer, "C0001")
    qtbot.keyClick(form.customer, Qt.Key.Key_Return)
    settle()
    # 150 is neither of the two, nor both: those due first are chosen, the last in part.
    qtbot.keyClicks(form.amount, "150")
    qtbot.keyClicks(form.number, "0000123")
    assert [(number, str(amount.amount)) for number, amount in form.items.parts()] == [
        (first, "120.00"),
        (second, "30.00"),
    ]
    assert form.difference.tone is Tone.GOOD
    form.items.toggle(1)
    assert form.difference.tone is Tone.WARNING
    qtbot.keyClick(form.number, Qt.Key.Key_Return, CTRL)
    settle()
    assert form.message_bar.isVisible(), "a receipt laid out in part is refused"
    assert form.let_go.isVisible(), "or the rest is let go"
    form.items.toggle(1)
    qtbot.keyClick(form.number, Qt.Key.Key_Return, CTRL)
    settle()
    assert form.customer.row() is None, "ready for the next of the pile"
    form.reject()
    settle()

    page.papers.table.selectRow(0)
    page.remit.trigger()
    settle()
    remittance = opened(qtbot, tab, RemitDialog)
    qtbot.keyClick(remittance.accept_button, Qt.Key.Key_Return)
    settle()
    [slip] = house.queries.deposit_slips.page(PageRequest())
    assert (slip.number, slip.papers, str(slip.total.amount)) == ("REM-2026-0001", 1, "150.00")
    [pdf] = shown_slips
    assert pdf.read_bytes().startswith(b"%PDF")

    receive(house, tmp_path, Movement("150.00", "REMISE CHEQUES"))
    settle()
    page.match.trigger()
    settle()
    [slip] = house.queries.deposit_slips.page(PageRequest())
    [paper] = house.queries.paper_receipts.page(PageRequest())
    assert (slip.status, paper.status) == (SlipStatus.CREDITED, PaperStatus.PAID)

    page.slips.table.selectRow(0)
    page.undo_credit.trigger()
    settle()
    [slip] = house.queries.deposit_slips.page(PageRequest())
    assert slip.status is SlipStatus.REMITTED

    house.use_cases.run(return_paper, ReturnPaper(paper_id=paper.id))
    settle()
    page.papers.show_filtered(filters={"status": None})
    settle()
    page.papers.table.clearSelection()
    page.papers.table.selectRow(0)
    assert page.undo.isEnabled()
    page.undo.trigger()
    settle()
    [paper] = house.queries.paper_receipts.page(PageRequest())
    assert paper.status is PaperStatus.REMITTED, "it had not come back"
