"""What every page of a customer's file offers to the panel that shows it."""

from PySide6.QtWidgets import QWidget

from otc_desktop.application.customers.queries import CustomerDetail


class CustomerPage(QWidget):
    """One page of the file; it reads what else it shows by itself, off the GUI thread."""

    title = ""

    def show_customer(self, detail: CustomerDetail) -> None:
        """Show this customer; called again when the file may have changed."""
        raise NotImplementedError

    def clear(self) -> None:
        """Forget the customer."""
