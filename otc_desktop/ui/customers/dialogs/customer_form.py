"""One customer file as a form."""

from collections.abc import Mapping

from PySide6.QtWidgets import QComboBox, QFormLayout, QGroupBox, QHBoxLayout, QLineEdit, QWidget

from otc_desktop.domain.customers.customer import Customer
from otc_desktop.ui.customers.terms import terms_text
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.form_dialog import FormDialog

_WIDTH = 860
_LANGUAGES = ("fr", "en")


class CustomerForm(FormDialog):
    """Creates a customer, or edits one.

    Args:
        services: what the window offers.
        customer: the file to edit; None for a new one.
    """

    def __init__(
        self,
        services: WindowServices,
        customer: Customer | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, title="", accept_text="", parent=parent)
        self.setWindowTitle(
            self.tr("New customer")
            if customer is None
            else self.tr("Customer {code}").format(code=customer.code)
        )
        self.accept_button.setText(self.tr("Save"))
        self.customer = customer
        self._texts: dict[str, QLineEdit] = {}
        self.language = QComboBox(self)
        self.language.addItems([self.tr("French"), self.tr("English")])
        columns = QHBoxLayout()
        columns.addWidget(self._identity(), 1)
        columns.addWidget(self._dealing(), 1)
        self.body.addLayout(columns)
        self.watch_fields({**self._texts, "language": self.language})
        self.resize(_WIDTH, self.sizeHint().height())
        if customer is not None:
            self._fill(customer)
        first = "code" if customer is None else "name"
        self._texts[first].setFocus()

    def field(self, name: str) -> QLineEdit:
        """The field of an import column's name."""
        return self._texts[name]

    def values(self) -> Mapping[str, str]:
        """The texts by import column name."""
        typed = {name: field.text() for name, field in self._texts.items()}
        return {**typed, "language": _LANGUAGES[self.language.currentIndex()]}

    def _identity(self) -> QGroupBox:
        box = QGroupBox(self.tr("Identity"), self)
        form = QFormLayout(box)
        self._add(form, "code", self.tr("&Code"))
        self._add(form, "name", self.tr("&Name"))
        self._add(form, "siren", "SIREN", hint="732 829 320")
        self._add(form, "siret", "SIRET")
        self._add(form, "vat_number", self.tr("VAT number"), hint="FR44732829320")
        self._add(form, "address", self.tr("&Address"))
        self._add(form, "address2", self.tr("Address, second line"))
        self._add(form, "postal_code", self.tr("Postal code"))
        self._add(form, "city", self.tr("City"))
        self._add(form, "country", self.tr("Country"), hint="FR")
        self._texts["code"].setEnabled(self.customer is None)
        return box

    def _dealing(self) -> QGroupBox:
        box = QGroupBox(self.tr("Contact and terms"), self)
        form = QFormLayout(box)
        self._add(form, "contact_name", self.tr("Contact"))
        self._add(form, "email", self.tr("&E-mail for invoices"))
        self._add(form, "phone", self.tr("Phone"))
        self._add(form, "iban", "IBAN")
        self._add(
            form,
            "payment_terms",
            self.tr("Payment &terms"),
            hint=self.tr("30 days, 45 days end of month, on receipt"),
        )
        self._add(form, "credit_limit", self.tr("Credit &limit"), hint=self.tr("No limit"))
        form.addRow(self.tr("Language of documents"), self.language)
        self._add(form, "customer_group", self.tr("Group"))
        return box

    def _add(self, form: QFormLayout, name: str, title: str, *, hint: str = "") -> None:
        field = QLineEdit(self)
        field.setPlaceholderText(hint)
        field.setMaxLength(200)
        self._texts[name] = field
        form.addRow(title, field)

    def _fill(self, customer: Customer) -> None:
        limit = customer.credit_limit
        address = customer.address
        texts = {
            "code": customer.code,
            "name": customer.name,
            "siren": customer.siren,
            "siret": customer.siret,
            "vat_number": customer.vat_number,
            "address": address.line1,
            "address2": address.line2,
            "postal_code": address.postal_code,
            "city": address.city,
            "country": address.country,
            "contact_name": customer.contact_name,
            "email": customer.email,
            "phone": customer.phone,
            "iban": customer.iban,
            "payment_terms": terms_text(customer.payment_terms),
            "credit_limit": "" if limit is None else self.services.formats.amount(limit),
            "customer_group": customer.customer_group,
        }
        for name, text in texts.items():
            self._texts[name].setText(text)
        self.language.setCurrentIndex(_LANGUAGES.index(customer.language))
