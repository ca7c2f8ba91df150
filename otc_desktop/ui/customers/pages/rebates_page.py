"""A customer's year-end rebates as a page of its file."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otc_desktop.application.customers.queries import CustomerDetail
from otc_desktop.ui.customers.pages.page import CustomerPage
from otc_desktop.ui.customers.presenter import CustomersPresenter
from otc_desktop.ui.customers.rebates_box import RebatesBox
from otc_desktop.ui.customers.rebates_presenter import RebatesPresenter


class RebatesPage(CustomerPage):
    """What the customer earns by its turnover, accrued and credited."""

    def __init__(self, presenter: CustomersPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Rebates")
        self.box = RebatesBox(RebatesPresenter(presenter.services, presenter.program, self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)

    def show_customer(self, detail: CustomerDetail) -> None:
        """Show the customer's agreements."""
        self.box.show_customer(detail.customer.code)

    def clear(self) -> None:
        """Forget the customer."""
        self.box.show_customer("")
