"""The accounting tab: entries, aged balance, exports, and the proof of the books."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.ui.accounting.aged_page import AgedPage
from otc_desktop.ui.accounting.checks_page import ChecksPage
from otc_desktop.ui.accounting.entries_page import EntriesPage
from otc_desktop.ui.accounting.exports_page import ExportsPage
from otc_desktop.ui.accounting.presenter import AccountingPresenter
from otc_desktop.ui.accounting.reconciliation_page import ReconciliationPage
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tab_page import TabPage
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.widgets.sections import Sections

ENTRIES, AGED, EXPORTS, CHECKS = "entries", "aged", "exports", "checks"
RECONCILIATION = "reconciliation"


class AccountingTab(TabPage):
    """Five sections over the same presenter.

    Args:
        services: what the window offers.
        program: the program behind it.
    """

    def __init__(self, services: WindowServices, program: Program) -> None:
        super().__init__(services, topics=frozenset({Topic.LEDGER, Topic.RECEIVABLES, Topic.BANK}))
        self.presenter = AccountingPresenter(services, program, self)
        self.entries = EntriesPage(self.presenter, self)
        self.aged = AgedPage(self.presenter, self)
        self.reconciliation = ReconciliationPage(self.presenter, self)
        self.exports = ExportsPage(self.presenter, self)
        self.checks = ChecksPage(self.presenter, self)
        self.sections = Sections(self)
        add = self.sections.add
        add(ENTRIES, self.tr("Entries"), self.entries, self.entries.list.reload)
        add(AGED, self.tr("Aged balance"), self.aged, self.aged.reload)
        add(EXPORTS, self.tr("Exports"), self.exports, self.exports.list.reload)
        add(CHECKS, self.tr("Verification"), self.checks, self.checks.list.reload)
        add(
            RECONCILIATION,
            self.tr("Bank reconciliation"),
            self.reconciliation,
            self.reconciliation.reload,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sections)
        self.aged.start()
        self.reconciliation.reload()

    def reload(self) -> None:
        """Read the section on show again, the others once they are looked at."""
        self.sections.reload()

    def show_place(self, place: Place) -> None:
        """Show a section by the place's kind; entries and batches take its filters."""
        self.sections.show_section(place.kind)
        lists: dict[str, ListView[Any]] = {ENTRIES: self.entries.list, EXPORTS: self.exports.list}
        shown = lists.get(place.kind)
        if shown is not None:
            shown.show_filtered(search=place.search, filters=place.filters)
