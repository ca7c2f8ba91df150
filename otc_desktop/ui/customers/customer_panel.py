"""One customer's file beside the list: who, on which terms, what is owed, what happened."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from otc_desktop.application.customers.queries import CustomerDetail
from otc_desktop.domain.customers.customer import Customer, CustomerStatus
from otc_desktop.ui.customers.file_presenter import FilePresenter
from otc_desktop.ui.customers.pages.addresses_page import AddressesPage
from otc_desktop.ui.customers.pages.contacts_page import ContactsPage
from otc_desktop.ui.customers.pages.credit_page import CreditPage
from otc_desktop.ui.customers.pages.documents_page import DocumentsPage
from otc_desktop.ui.customers.pages.figures_page import FiguresPage
from otc_desktop.ui.customers.pages.identity_page import IdentityPage
from otc_desktop.ui.customers.pages.page import CustomerPage
from otc_desktop.ui.customers.pages.prices_page import PricesPage
from otc_desktop.ui.customers.pages.rebates_page import RebatesPage
from otc_desktop.ui.customers.pages.timeline_page import TimelinePage
from otc_desktop.ui.customers.presenter import CustomersPresenter
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.widgets.figure_tile import FigureTile
from otc_desktop.ui.widgets.page_chips import PageChips
from otc_desktop.ui.widgets.tone_label import ToneLabel


class CustomerPanel(QFrame):
    """Shows a customer; its figures open the lists behind them.

    Signals:
        open_asked: show what the customer owes.
        overdue_asked: show what is overdue.
    """

    open_asked = Signal()
    overdue_asked = Signal()

    def __init__(self, presenter: CustomersPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = presenter.services.formats
        self._detail: CustomerDetail | None = None
        self._name = QLabel(self)
        self._name.setProperty("heading", True)
        self._name.setWordWrap(True)
        self._files = FilePresenter(presenter.services, presenter.program, self)
        self.state = ToneLabel(self)
        self.state.hide()
        self.open_figure = FigureTile(self.tr("Open"), opens=True, compact=True, parent=self)
        self.overdue_figure = FigureTile(self.tr("Overdue"), opens=True, compact=True, parent=self)
        self.orders_figure = FigureTile(self.tr("On order"), compact=True, parent=self)
        self.limit_figure = FigureTile(self.tr("Credit limit"), compact=True, parent=self)
        self.open_figure.clicked.connect(self.open_asked)
        self.overdue_figure.clicked.connect(self.overdue_asked)
        tiles = QGridLayout()
        tiles.setSpacing(SPACING)
        figures = (self.open_figure, self.overdue_figure, self.orders_figure, self.limit_figure)
        for place, tile in enumerate(figures):
            tiles.addWidget(tile, 0, place)
        self.identity = IdentityPage(presenter)
        self.contacts_page = ContactsPage(presenter)
        self.addresses_page = AddressesPage(presenter)
        self.figures_page = FiguresPage(presenter)
        self.credit_page = CreditPage(presenter)
        self.prices_page = PricesPage(presenter)
        self.rebates_page = RebatesPage(presenter)
        self.timeline_page = TimelinePage(presenter)
        self.documents_page = DocumentsPage(presenter)
        self._pages: tuple[CustomerPage, ...] = (
            self.identity,
            self.contacts_page,
            self.addresses_page,
            self.figures_page,
            self.credit_page,
            self.prices_page,
            self.rebates_page,
            self.timeline_page,
            self.documents_page,
        )
        self.tabs = PageChips(self)
        for page in self._pages:
            self.tabs.add(page, page.title)
        self.tabs.current_changed.connect(self._show_page)
        self._empty = QLabel(self.tr("Choose a customer to see the file."), self)
        self._empty.setProperty("muted", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self._name)
        column.addWidget(self.state)
        column.addLayout(tiles)
        column.addWidget(self.tabs, 1)
        column.addWidget(self._empty, 1)
        self.clear()

    def customer(self) -> Customer | None:
        """The customer on show."""
        return None if self._detail is None else self._detail.customer

    def clear(self) -> None:
        """Show no customer."""
        self._detail = None
        for page in self._pages:
            page.clear()
        self._show_content(shown=False)

    def show_customer(self, detail: CustomerDetail) -> None:
        """Show a customer's file."""
        self._detail = detail
        customer = detail.customer
        self._name.setText(f"{customer.code} · {customer.name}")
        tone, words = self._files.state_of(customer, detail.merged_into)
        active = customer.status is CustomerStatus.ACTIVE and customer.archived_on is None
        self.state.say(tone, "" if active else words)
        self._show_figures(detail)
        self._show_content(shown=True)
        self._show_page()

    def show_page(self, page: CustomerPage) -> None:
        """Bring a page to the front."""
        self.tabs.show_page(page)

    def _show_page(self) -> None:
        """Only the page on show reads; the others do when they are looked at."""
        page = self.tabs.current()
        if self._detail is not None and isinstance(page, CustomerPage):
            page.show_customer(self._detail)

    def _show_figures(self, detail: CustomerDetail) -> None:
        money = self._formats.money
        self.open_figure.show_figure(money(detail.open_amount))
        self.overdue_figure.show_figure(
            money(detail.overdue_amount),
            tone=Tone.BAD if detail.overdue_amount else Tone.NEUTRAL,
        )
        self.orders_figure.show_figure(
            money(detail.open_orders),
            remark=self.tr("Delivered, not invoiced: {amount}").format(
                amount=money(detail.exposure.delivered)
            )
            if detail.exposure.delivered
            else "",
        )
        limit = detail.customer.credit_limit
        if limit is None:
            self.limit_figure.show_figure(self.tr("None set"))
            return
        left = limit - detail.exposure.amount
        if left.amount < 0:
            self.limit_figure.show_figure(
                money(limit),
                remark=self.tr("Exceeded by {amount}").format(amount=money(-left)),
                tone=Tone.WARNING,
            )
        else:
            self.limit_figure.show_figure(
                money(limit), remark=self.tr("Left: {amount}").format(amount=money(left))
            )

    def _show_content(self, *, shown: bool) -> None:
        figures = (self.open_figure, self.overdue_figure, self.orders_figure, self.limit_figure)
        for widget in (self._name, self.tabs, *figures):
            widget.setVisible(shown)
        self._empty.setVisible(not shown)
        if not shown:
            self.state.hide()
