"""All files of one customer, whatever they hang on."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otc_desktop.application.customers.queries import CustomerDetail
from otc_desktop.domain.attachments.attachment import SubjectKind
from otc_desktop.ui.customers.pages.page import CustomerPage
from otc_desktop.ui.customers.presenter import CustomersPresenter
from otc_desktop.ui.widgets.attachment_list import AttachmentList


class DocumentsPage(CustomerPage):
    """Files, searched by name and note; what is dropped here belongs to the customer."""

    def __init__(self, presenter: CustomersPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Documents")
        self.files = AttachmentList(
            presenter.services,
            presenter.program,
            name="customers-documents",
            of_customer=True,
            parent=self,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.files)

    def show_customer(self, detail: CustomerDetail) -> None:
        """Show the customer's files."""
        self.files.show_subject(SubjectKind.CUSTOMER, detail.customer.id)

    def clear(self) -> None:
        """Forget the customer."""
        self.files.clear()
