"""Take a person off a customer's file."""

from dataclasses import dataclass, replace

from otc_desktop.application.customers.book_events import ContactRemoved
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.ids import ContactId


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveContact:
    """Ask for a contact to be removed; `version` is the one the user looked at."""

    contact_id: ContactId
    version: int


@use_case(permission=Permission.EDIT_CUSTOMERS)
def remove_contact(command: RemoveContact, ctx: Context, task: Task) -> None:
    """Remove a contact; the audit trail keeps what it was.

    Raises:
        NotFoundError: `customers.contact_not_found`.
        ConflictError: `database.changed_meanwhile`.
    """
    with ctx.unit_of_work() as uow:
        contact = uow.customers.get_contact(command.contact_id)
        uow.customers.remove_contact(replace(contact, version=command.version))
        uow.record(
            ContactRemoved(
                subject_id=contact.id,
                customer_id=contact.customer_id,
                name=contact.name,
                author=ctx.user.name,
            )
        )
        uow.commit(None)
