"""A person at a customer as a form."""

from PySide6.QtWidgets import QCheckBox, QGroupBox, QLabel, QVBoxLayout, QWidget

from otc_desktop.application.customers.save_contact import SaveContact
from otc_desktop.domain.customers.contact import Contact, ContactRole
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.ui.customers.dialogs.customer_sections import Words
from otc_desktop.ui.customers.dialogs.field_rows import YES, FieldRows
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.widgets.form_dialog import FormDialog

_WIDTH = 520


class ContactForm(FormDialog):
    """Adds a contact, or changes one; its roles are check boxes.

    Args:
        services: what the window offers.
        customer: whose contact it is.
        contact: the one to change; None for a new one.
        word: a role in words.
    """

    def __init__(
        self,
        services: WindowServices,
        customer: Customer,
        contact: Contact | None,
        *,
        word: Words,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, title="", accept_text="", parent=parent)
        self.setWindowTitle(self.tr("New contact") if contact is None else contact.name)
        self.accept_button.setText(self.tr("Save"))
        self._customer = customer
        self._contact = contact
        self.rows = FieldRows(self)
        self.rows.add_text("name", self.tr("&Name"))
        self.rows.add_text("function", self.tr("&Function"))
        self.rows.add_text("email", self.tr("&E-mail"))
        self.rows.add_text("phone", self.tr("Phone"))
        self.rows.add_text("mobile", self.tr("&Mobile"))
        self.rows.add_choice(
            "language",
            self.tr("Language"),
            [("fr", self.tr("French")), ("en", self.tr("English"))],
        )
        self.rows.add_check("is_active", self.tr("Still there"))
        self.body.addWidget(self.rows)
        self.body.addWidget(self._roles(word))
        self.watch_fields(self.rows.fields)
        self.rows.fill(_texts(contact, customer))
        self.resize(_WIDTH, self.sizeHint().height())
        self.rows.fields["name"].setFocus()

    def command(self) -> SaveContact:
        """What was asked for."""
        values = self.rows.values()
        contact = self._contact
        return SaveContact(
            customer_id=self._customer.id,
            contact_id=None if contact is None else contact.id,
            version=1 if contact is None else contact.version,
            name=values["name"],
            function=values["function"],
            email=values["email"],
            phone=values["phone"],
            mobile=values["mobile"],
            language=values["language"],
            roles=frozenset(role for role, box in self.boxes.items() if box.isChecked()),
            is_active=values["is_active"] == YES,
        )

    def _roles(self, word: Words) -> QGroupBox:
        group = QGroupBox(self.tr("Roles"), self)
        column = QVBoxLayout(group)
        held = frozenset() if self._contact is None else self._contact.roles
        self.boxes: dict[ContactRole, QCheckBox] = {}
        for role in ContactRole:
            box = QCheckBox(word("contact_role", role.value), group)
            box.setChecked(role in held)
            self.boxes[role] = box
            column.addWidget(box)
        hint = QLabel(
            self.tr("Without a contact of the role, the e-mail of the file is used."), group
        )
        hint.setProperty("muted", True)
        hint.setWordWrap(True)
        column.addWidget(hint)
        return group


def _texts(contact: Contact | None, customer: Customer) -> dict[str, str]:
    if contact is None:
        return {"language": customer.language, "is_active": YES}
    names = ("name", "function", "email", "phone", "mobile", "language")
    texts = {name: str(getattr(contact, name)) for name in names}
    return {**texts, "is_active": YES if contact.is_active else ""}
