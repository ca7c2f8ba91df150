"""Who the customer is, and on which terms."""

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from otc_desktop.application.customers.queries import CustomerDetail
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.ui.customers.pages.page import CustomerPage
from otc_desktop.ui.customers.presenter import CustomersPresenter
from otc_desktop.ui.customers.terms import terms_text
from otc_desktop.ui.widgets.fact_list import FactList


class IdentityPage(CustomerPage):
    """The facts of the file."""

    def __init__(self, presenter: CustomersPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.title = self.tr("File")
        self.facts = FactList(self)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(self.facts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def show_customer(self, detail: CustomerDetail) -> None:
        """Show the facts."""
        self.facts.show_facts(self._facts(detail.customer))

    def _facts(self, customer: Customer) -> list[tuple[str, str]]:
        address = customer.address
        town = f"{address.postal_code} {address.city}".strip()
        place = [address.line1, address.line2, town]
        if address.country != "FR":
            place.append(address.country)
        contact = [customer.contact_name, customer.email, customer.phone]
        return [
            ("SIREN", _spaced(customer.siren)),
            ("SIRET", _spaced(customer.siret)),
            (self.tr("VAT number"), customer.vat_number),
            (self.tr("Address"), ", ".join(part for part in place if part)),
            (self.tr("Contact"), " · ".join(part for part in contact if part)),
            (
                self.tr("Terms"),
                terms_text(customer.payment_terms) or self.tr("those of the company"),
            ),
            ("IBAN", customer.iban),
            (self.tr("Group"), customer.customer_group),
        ]


def _spaced(digits: str) -> str:
    """`732 829 320 00074`: as such numbers are printed."""
    if not digits:
        return ""
    parts = (digits[:3], digits[3:6], digits[6:9], digits[9:])
    return "\u00a0".join(part for part in parts if part)
