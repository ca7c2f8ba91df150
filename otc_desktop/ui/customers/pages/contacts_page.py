"""The people at the customer, and who receives what."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from otc_desktop.application.customers.read_customer_file import CustomerFile
from otc_desktop.domain.customers.contact import Contact, ContactRole
from otc_desktop.domain.customers.recipients import Recipients
from otc_desktop.ui.customers.dialogs.contact_form import ContactForm
from otc_desktop.ui.customers.pages.book_page import BookPage
from otc_desktop.ui.customers.pages.identity_page import one_line
from otc_desktop.ui.customers.presenter import CustomersPresenter
from otc_desktop.ui.tables.columns import Column
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.widgets.confirm import confirm
from otc_desktop.ui.widgets.fact_list import FactList


class ContactsPage(BookPage[Contact]):
    """Contacts with their roles; below, whom each kind of mail goes to, and why."""

    name = "customers-contacts"

    def __init__(self, presenter: CustomersPresenter, parent: QWidget | None = None) -> None:
        super().__init__(presenter, parent)
        self.title = self.tr("Contacts")
        heading = QLabel(self.tr("Who receives what"), self)
        heading.setProperty("subheading", True)
        self.rule = FactList(self)
        self.column.addWidget(heading)
        rule = QScrollArea(self)
        rule.setWidgetResizable(True)
        rule.setFrameShape(QScrollArea.Shape.NoFrame)
        content = QWidget(rule)
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 4, 0)
        inner.addWidget(self.rule)
        inner.addStretch(1)
        rule.setWidget(content)
        self.column.addWidget(rule, 1)

    def columns(self) -> Sequence[Column]:
        """Name, roles, and how each is reached."""
        return (
            Column(name="name", title=self.tr("Name"), width=150, value=self._name),
            Column(name="roles", title=self.tr("Roles"), width=190, value=self._roles),
            Column(name="email", title=self.tr("E-mail"), width=190),
            Column(
                name="phone",
                title=self.tr("Phone"),
                width=120,
                value=lambda contact: contact.phone or contact.mobile,
            ),
            Column(name="function", title=self.tr("Function"), width=130),
        )

    def empty_state(self) -> EmptyState:
        """Everything goes to the file's address until there are contacts."""
        return EmptyState(
            title=self.tr("No contact yet"),
            hint=self.tr("Add who receives invoices, who pays, and who settles disputes."),
        )

    def text_of(self, thing: Contact) -> str:
        """Name and address."""
        return f"{thing.name} {thing.email}"

    def things_of(self, file: CustomerFile) -> Sequence[Contact]:
        """Its contacts."""
        return file.contacts

    def show_file(self, file: CustomerFile) -> None:
        """Show the rule of recipients worked out."""
        self.rule.show_facts([self._who(each) for each in file.recipients])

    def make_form(self, file: CustomerFile, thing: Contact | None) -> ContactForm:
        """The form of a contact."""
        form = ContactForm(
            self.presenter.services, file.customer, thing, word=self.presenter.word, parent=self
        )
        form.submitted.connect(
            lambda: self.presenter.save_contact(
                form.command(),
                lambda contact: self.saved(form, contact.name),
                lambda refusal: self.refused(form, refusal),
            )
        )
        return form

    def ask_remove(self, thing: Contact) -> None:
        """Ask whether to take a contact off the file."""
        confirm(
            self,
            question=self.tr("Remove {name}?").format(name=thing.name),
            explanation=self.tr("Mails go to the next in line from now on."),
            accept_text=self.tr("Remove"),
            on_accept=lambda: self.presenter.remove_contact(thing, lambda _: None),
        )

    def _name(self, contact: Contact) -> str:
        return (
            contact.name
            if contact.is_active
            else self.tr("{name} (left)").format(name=contact.name)
        )

    def _roles(self, contact: Contact) -> str:
        word = self.presenter.word
        return ", ".join(
            word("contact_role", role.value) for role in ContactRole if role in contact.roles
        )

    def _who(self, found: Recipients) -> tuple[str, str]:
        word = self.presenter.word
        people = ", ".join(f"{each.name} <{each.email}>" for each in found.addressees)
        reason = word("recipient_reason", found.reason)
        text = f"{people} — {reason}" if people else reason
        if found.postal is not None and one_line(found.postal):
            text = self.tr("by post to {address}; {rest}").format(
                address=one_line(found.postal), rest=text
            )
        return word("recipient_purpose", found.purpose.value), text
