"""Formal notice, hand-over and proposed entries in the window."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.bootstrap import House
from otc_desktop.domain.dunning.formal_notice import LetterState
from otc_desktop.domain.dunning.handover import HandoverOutcome
from otc_desktop.domain.ledger.entry_proposal import ProposalKind, ProposalState
from otc_desktop.ui.collections.dialogs.formal_forms import (
    CloseHandoverForm,
    HandoverForm,
    LetterForm,
    NoticeForm,
    ProposeForm,
)
from otc_desktop.ui.collections.tab import (
    NEW_HANDOVER,
    NEW_NOTICE,
    NEW_PROPOSAL,
    CollectionsTab,
)
from otc_desktop.ui.kernel.navigator import Place
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


def test_from_the_notice_to_the_posted_entry(
    house: House,
    services: WindowServices,
    tmp_path: Path,
    settle: Settle,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        "otc_desktop.ui.collections.formal_presenter.QDesktopServices.openUrl", lambda _url: True
    )
    invoice_on(tmp_path, date(2026, 7, 8), customer="C0001")
    tab = CollectionsTab(services, program_of(house))
    tab.show()
    settle()

    tab.show_place(Place(tab="collections", kind=NEW_NOTICE, search="C0001"))
    notice = opened(qtbot, tab, NoticeForm)
    notice.accept_button.click()
    settle()
    assert notice.isVisible()  # nobody signs it
    notice.signatory.setText("Anne Martin")
    notice.accept_button.click()
    settle()
    tab.letters.list.table.selectRow(0)
    tab.letters.settle_one.trigger()
    letter = opened(qtbot, tab, LetterForm)
    letter.number.setText("1A 123")
    letter.accept_button.click()
    settle()
    (row,) = house.queries.postal_letters.page(PageRequest())
    assert (row.state, row.registered_number) == (LetterState.POSTED, "1A 123")

    tab.show_place(Place(tab="collections", kind=NEW_HANDOVER, search="C0001"))
    form = opened(qtbot, tab, HandoverForm)
    form.to.setText("Recouvrement SA")
    form.path.setText(str(tmp_path / "case.zip"))
    form.accept_button.click()
    settle()
    assert (tmp_path / "case.zip").exists()
    tab.handovers.list.table.selectRow(0)
    tab.handovers.close_one.trigger()
    end = opened(qtbot, tab, CloseHandoverForm)
    end.outcome.setCurrentIndex(end.outcome.findData(HandoverOutcome.NOT_PAID.value))
    end.accept_button.click()
    settle()
    (closed,) = house.queries.handovers.page(PageRequest())
    assert closed.outcome is HandoverOutcome.NOT_PAID

    tab.show_place(Place(tab="collections", kind=NEW_PROPOSAL, search="C0001"))
    ask = opened(qtbot, tab, ProposeForm)
    ask.kind.setCurrentIndex(ask.kind.findData(ProposalKind.WRITE_OFF.value))
    ask.reason.setText("liquidation")
    ask.accept_button.click()
    settle()
    tab.proposals.list.table.selectRow(0)
    settle()
    assert "654100" in tab.proposals.entry.toPlainText()
    tab.proposals.accept_one.trigger()
    settle()
    (posted,) = house.queries.entry_proposals.page(PageRequest())
    assert posted.state is ProposalState.POSTED
    tab.close()
