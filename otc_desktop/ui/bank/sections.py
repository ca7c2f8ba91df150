"""The sections of the bank tab besides reconciliation: register yours here.

A section is a `QWidget` that fulfils `BankPage`; its maker goes into `SECTIONS`, with its
key and its title in `title_of`. The tab shows a chip for each, and reloads the one on show.
"""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.ui.bank.debits.page import DebitsPage
from otc_desktop.ui.bank.papers.page import PapersPage
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices

RECONCILIATION = "reconciliation"
PAPERS = "papers"
DEBITS = "debits"
# Changes that concern any section; widen it when yours shows something else.
TOPICS = frozenset({Topic.BANK, Topic.RECEIVABLES, Topic.CUSTOMERS})


class BankPage(Protocol):
    """What the tab asks of a section's widget."""

    def reload(self) -> None:
        """Read again what is shown."""

    def show_place(self, place: Place) -> None:
        """Show one thing or a filtered list; `place.kind` is the section's key."""


PageMaker = Callable[[WindowServices, Program, QWidget], QWidget]

# Section's key to what makes its page, in the order of the chips after reconciliation.
SECTIONS: dict[str, PageMaker] = {PAPERS: PapersPage, DEBITS: DebitsPage}


def title_of(key: str) -> str:
    """What stands on a section's chip."""
    return {
        RECONCILIATION: QCoreApplication.translate("BankSections", "Reconciliation"),
        PAPERS: QCoreApplication.translate("BankSections", "Cheques, bills, cards, cash"),
        DEBITS: QCoreApplication.translate("BankSections", "Direct debits"),
    }[key]
