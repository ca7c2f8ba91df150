"""Keep a person at a customer, with what they receive."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from otc_desktop.application.customers.book_events import ContactSaved
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.contact import Contact, ContactRole
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import ContactId, CustomerId

_TOLD = ("name", "function", "email", "phone", "mobile", "roles")


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveContact:
    """Ask for a contact to be kept; without `contact_id` a new one is made.

    An empty language is that of the customer.
    """

    customer_id: CustomerId
    name: str
    function: str = ""
    email: str = ""
    phone: str = ""
    mobile: str = ""
    language: str = ""
    roles: frozenset[ContactRole] = frozenset()
    is_active: bool = True
    contact_id: ContactId | None = None
    version: int = 1


@use_case(permission=Permission.EDIT_CUSTOMERS)
def save_contact(command: SaveContact, ctx: Context, task: Task) -> Contact:
    """Keep a contact; its roles decide what it receives from now on.

    Raises:
        NotFoundError: `customers.not_found`, `customers.contact_not_found`.
        ConflictError: `database.changed_meanwhile`.
        RuleError: `customers.contact_without_name`, `customers.bad_email`.
    """
    with ctx.unit_of_work() as uow:
        customer = uow.customers.get(command.customer_id)
        before = None
        if command.contact_id is not None:
            before = uow.customers.get_contact(command.contact_id)
            if before.customer_id != customer.id:
                raise NotFoundError("customers.contact_not_found", id=str(command.contact_id))
        contact = Contact(
            id=ContactId(ctx.new_id()) if before is None else before.id,
            customer_id=customer.id,
            name=command.name.strip(),
            function=command.function.strip(),
            email=command.email.strip(),
            phone=command.phone.strip(),
            mobile=command.mobile.strip(),
            language=command.language or customer.language,
            roles=command.roles,
            is_active=command.is_active,
            version=1 if before is None else command.version,
        )
        if before is not None and contact == before:
            return contact
        if before is None:
            uow.customers.add_contact(contact)
        else:
            uow.customers.save_contact(contact)
        uow.record(
            ContactSaved(
                subject_id=contact.id,
                customer_id=customer.id,
                name=contact.name,
                changes=tuple(_changes(before, contact)),
                author=ctx.user.name,
            )
        )
        version = contact.version if before is None else contact.version + 1
        return uow.commit(replace(contact, version=version))


def _changes(before: Contact | None, after: Contact) -> Sequence[tuple[str, str, str]]:
    """What a reader of the timeline wants to know: a mail address that moved, above all."""
    if before is None:
        return ()
    texts = [(name, _text(before, name), _text(after, name)) for name in _TOLD]
    return [each for each in texts if each[1] != each[2]]


def _text(contact: Contact, name: str) -> str:
    if name == "roles":
        return ", ".join(sorted(role.value for role in contact.roles))
    return str(getattr(contact, name))
