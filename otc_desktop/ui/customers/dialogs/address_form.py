"""A further address of a customer as a form."""

from PySide6.QtWidgets import QWidget

from otc_desktop.application.customers.save_address import SaveAddress
from otc_desktop.domain.customers.address_book import AddressKind, CustomerAddress
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.shared.company import Address
from otc_desktop.ui.customers.dialogs.customer_sections import Words
from otc_desktop.ui.customers.dialogs.field_rows import NO, YES, FieldRows
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.form_dialog import FormDialog

_WIDTH = 520


class AddressForm(FormDialog):
    """Adds an address, or changes one.

    Args:
        services: what the window offers.
        customer: whose address it is.
        address: the one to change; None for a new one.
        word: a kind in words.
    """

    def __init__(
        self,
        services: WindowServices,
        customer: Customer,
        address: CustomerAddress | None,
        *,
        word: Words,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, title="", accept_text="", parent=parent)
        self.setWindowTitle(self.tr("New address") if address is None else address.label)
        self.accept_button.setText(self.tr("Save"))
        self._customer = customer
        self._address = address
        self.rows = FieldRows(self)
        self.rows.add_text("label", self.tr("&Label"), hint=self.tr("Lyon warehouse"))
        self.rows.add_choice(
            "kind",
            self.tr("&Kind"),
            [(kind.value, word("address_kind", kind.value)) for kind in AddressKind],
        )
        self.rows.add_text("address", self.tr("&Address"))
        self.rows.add_text("address2", self.tr("Address, second line"))
        self.rows.add_text("postal_code", self.tr("Postal code"))
        self.rows.add_text("city", self.tr("Cit&y"))
        self.rows.add_text("country", self.tr("Country"), hint="FR", longest=2)
        self.rows.add_text("siret", self.tr("SIRET of the establishment"))
        self.rows.add_text("service_code", self.tr("Service code"))
        self.rows.add_check("is_default", self.tr("Taken by documents of this kind"))
        self.body.addWidget(self.rows)
        self.watch_fields(self.rows.fields)
        self.rows.fill(_texts(address))
        self.resize(_WIDTH, self.sizeHint().height())
        self.rows.fields["label"].setFocus()

    def command(self) -> SaveAddress:
        """What was asked for."""
        values = {name: text.strip() for name, text in self.rows.values().items()}
        address = self._address
        return SaveAddress(
            customer_id=self._customer.id,
            address_id=None if address is None else address.id,
            version=1 if address is None else address.version,
            label=values["label"],
            kind=AddressKind(values["kind"]),
            address=Address(
                line1=values["address"],
                line2=values["address2"],
                postal_code=values["postal_code"],
                city=values["city"],
                country=values["country"].upper() or "FR",
            ),
            siret=values["siret"],
            service_code=values["service_code"],
            is_default=values["is_default"] == YES,
        )


def _texts(address: CustomerAddress | None) -> dict[str, str]:
    if address is None:
        return {"country": "FR", "kind": AddressKind.DELIVERY.value}
    return {
        "label": address.label,
        "kind": address.kind.value,
        "address": address.address.line1,
        "address2": address.address.line2,
        "postal_code": address.address.postal_code,
        "city": address.address.city,
        "country": address.address.country,
        "siret": address.siret,
        "service_code": address.service_code,
        "is_default": YES if address.is_default else NO,
    }
