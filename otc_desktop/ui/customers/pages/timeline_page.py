"""What happened with the customer, newest first."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otc_desktop.application.customers.queries import CustomerDetail, TimelineRow
from otc_desktop.ui.customers.columns import timeline_columns
from otc_desktop.ui.customers.pages.page import CustomerPage
from otc_desktop.ui.customers.presenter import CustomersPresenter
from otc_desktop.ui.customers.wording import TimelineWords
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.tables.narrowed_source import NarrowedSource


class TimelinePage(CustomerPage):
    """Every fact about one customer."""

    def __init__(self, presenter: CustomersPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Timeline")
        self._shown: object = None
        self._source = NarrowedSource(presenter.program.queries.timeline)
        words = TimelineWords(presenter.word, presenter.title, presenter.services.formats, self)
        self.list: ListView[TimelineRow] = ListView(
            presenter.services,
            self._source,
            timeline_columns(words),
            name="customers-timeline",
            empty=EmptyState(
                title=self.tr("Nothing happened yet"),
                hint=self.tr("Orders, invoices, mails and disputes will be listed here."),
            ),
            parent=self,
        )
        self.list.filter_bar.hide()
        self.list.totals_bar.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)

    def show_customer(self, detail: CustomerDetail) -> None:
        """Show the customer's facts."""
        customer_id = detail.customer.id
        self._source.narrow({"customer_id": customer_id})
        if self._shown == customer_id:
            self.list.reload()
        else:
            self._shown = customer_id
            self.list.show_filtered()
