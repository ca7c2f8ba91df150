"""Take an address off a customer's file."""

from dataclasses import dataclass, replace

from otc_desktop.application.customers.book_events import AddressRemoved
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.ids import AddressId


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveAddress:
    """Ask for an address to be removed; `version` is the one the user looked at."""

    address_id: AddressId
    version: int


@use_case(permission=Permission.EDIT_CUSTOMERS)
def remove_address(command: RemoveAddress, ctx: Context, task: Task) -> None:
    """Remove an address; documents that show it keep their own copy.

    Raises:
        NotFoundError: `customers.address_not_found`.
        ConflictError: `database.changed_meanwhile`.
    """
    with ctx.unit_of_work() as uow:
        address = uow.customers.get_address(command.address_id)
        uow.customers.remove_address(replace(address, version=command.version))
        uow.record(
            AddressRemoved(
                subject_id=address.id,
                customer_id=address.customer_id,
                label=address.label,
                author=ctx.user.name,
            )
        )
        uow.commit(None)
