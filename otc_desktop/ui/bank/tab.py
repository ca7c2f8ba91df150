"""The bank tab: reconciliation, and the other sections about money received."""

from pathlib import Path
from typing import cast

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otc_desktop.ui.bank.reconciliation import ReconciliationPage
from otc_desktop.ui.bank.sections import RECONCILIATION, SECTIONS, TOPICS, BankPage, title_of
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tab_page import TabPage
from otc_desktop.ui.widgets.sections import Sections


class BankTab(TabPage):
    """Money in: the desk, and what `ui.bank.sections` names.

    Places: `kind` is a section's key, reconciliation by default.

    Args:
        services: what the window offers.
        program: the program behind it.
    """

    def __init__(self, services: WindowServices, program: Program) -> None:
        super().__init__(services, topics=TOPICS)
        self.setAcceptDrops(True)
        self.reconciliation = ReconciliationPage(services, program, self)
        self._pages: dict[str, QWidget] = {RECONCILIATION: self.reconciliation}
        self._pages |= {key: make(services, program, self) for key, make in SECTIONS.items()}
        self.sections = Sections(self)
        for key, page in self._pages.items():
            self.sections.add(key, title_of(key), page, self.page(key).reload)
        if len(self._pages) == 1:
            self.sections.chip(RECONCILIATION).hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sections)

    def page(self, key: str) -> BankPage:
        """A section's page."""
        return cast(BankPage, self._pages[key])

    def reload(self) -> None:
        """Read the section on show again, the others when they are shown."""
        self.sections.reload()

    def show_place(self, place: Place) -> None:
        """Bring the section of a place to the front and let it show the place."""
        key = place.kind if place.kind in self._pages else RECONCILIATION
        self.sections.show_section(key)
        self.page(key).show_place(place)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere on the tab."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import the statement files dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.reconciliation.importing.take_in(paths)
