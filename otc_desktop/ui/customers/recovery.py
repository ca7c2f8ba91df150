"""From a customer's file to the formal end: a notice, a hand-over, an entry proposed."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from otc_desktop.domain.customers.customer import Customer
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.action_bar import ActionBar


class Recovery(QObject):
    """A menu in the bar of the customers; each line opens its form for the customer on show.

    Args:
        services: what the window offers.
        bar: where the menu hangs.
        customer: the customer on show.
    """

    def __init__(
        self,
        services: WindowServices,
        bar: ActionBar,
        customer: Callable[[], Customer | None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._customer = customer
        self.action = bar.add(
            self.tr("Recovery"),
            self._open_menu,
            tip=self.tr("Formal notice, hand-over, doubtful claims"),
        )
        self._button = bar.button(self.action)
        self.menu = QMenu(parent)
        self.notice = self._add(self.tr("Formal notice…"), "new_notice")
        self.handover = self._add(self.tr("Hand over for collection…"), "new_handover")
        self.proposal = self._add(self.tr("Propose an entry…"), "new_proposal")

    def _add(self, text: str, kind: str) -> QAction:
        action = self.menu.addAction(text)
        action.triggered.connect(lambda: self._go(kind))
        return action

    def _open_menu(self) -> None:
        self.menu.popup(self._button.mapToGlobal(self._button.rect().bottomLeft()))

    def _go(self, kind: str) -> None:
        customer = self._customer()
        if customer is not None:
            self._services.navigator.open(Place(tab="collections", kind=kind, search=customer.code))
