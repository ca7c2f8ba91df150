"""Where the customer is billed, delivered, and works."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from otc_desktop.application.customers.read_customer_file import CustomerFile
from otc_desktop.domain.customers.address_book import CustomerAddress
from otc_desktop.ui.customers.dialogs.address_form import AddressForm
from otc_desktop.ui.customers.pages.book_page import BookPage
from otc_desktop.ui.customers.pages.identity_page import one_line
from otc_desktop.ui.customers.presenter import CustomersPresenter
from otc_desktop.ui.tables.columns import Column
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.widgets.confirm import confirm


class AddressesPage(BookPage[CustomerAddress]):
    """Addresses beside the registered one; the default of a kind is taken by documents."""

    name = "customers-addresses"

    def __init__(self, presenter: CustomersPresenter, parent: QWidget | None = None) -> None:
        super().__init__(presenter, parent)
        self.title = self.tr("Addresses")

    def columns(self) -> Sequence[Column]:
        """What each address is for, and where."""
        return (
            Column(name="label", title=self.tr("Label"), width=150),
            Column(name="kind", title=self.tr("For"), width=150, value=self._kind),
            Column(
                name="address",
                title=self.tr("Address"),
                width=280,
                value=lambda each: one_line(each.address),
            ),
            Column(name="siret", title="SIRET", width=130),
            Column(name="service_code", title=self.tr("Service code"), width=110),
        )

    def empty_state(self) -> EmptyState:
        """Everything goes to the registered address until there are others."""
        return EmptyState(
            title=self.tr("No other address"),
            hint=self.tr("Add where the customer is billed or delivered, or its sites."),
        )

    def text_of(self, thing: CustomerAddress) -> str:
        """Label and place."""
        return f"{thing.label} {one_line(thing.address)}"

    def things_of(self, file: CustomerFile) -> Sequence[CustomerAddress]:
        """Its addresses."""
        return file.addresses

    def make_form(self, file: CustomerFile, thing: CustomerAddress | None) -> AddressForm:
        """The form of an address."""
        form = AddressForm(
            self.presenter.services, file.customer, thing, word=self.presenter.word, parent=self
        )
        form.submitted.connect(
            lambda: self.presenter.save_address(
                form.command(),
                lambda address: self.saved(form, address.label),
                lambda refusal: self.refused(form, refusal),
            )
        )
        return form

    def ask_remove(self, thing: CustomerAddress) -> None:
        """Ask whether to take an address off the file."""
        confirm(
            self,
            question=self.tr("Remove {name}?").format(name=thing.label),
            explanation=self.tr("Documents that show it keep their own copy."),
            accept_text=self.tr("Remove"),
            on_accept=lambda: self.presenter.remove_address(thing, lambda _: None),
        )

    def _kind(self, address: CustomerAddress) -> str:
        words = self.presenter.word("address_kind", address.kind.value)
        if address.is_default:
            return self.tr("{kind}, by default").format(kind=words)
        return words
