"""Put a customer file away; nothing is ever deleted."""

from dataclasses import dataclass, replace

from otc_desktop.application.customers.state_events import CustomerArchived
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.customers.file_state import archive
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.ids import CustomerId


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveCustomer:
    """Ask for a file to leave lists and pickers; `version` is the one the user looked at."""

    customer_id: CustomerId
    version: int


@use_case(permission=Permission.EDIT_CUSTOMERS)
def archive_customer(command: ArchiveCustomer, ctx: Context, task: Task) -> Customer:
    """Archive a file that nothing is open with; its documents stay.

    Raises:
        NotFoundError: `customers.not_found`.
        ConflictError: `database.changed_meanwhile`.
        BlockingFindings: what is still open: items, orders, deliveries, drafts.
        RuleError: `customers.already_archived`.
    """
    with ctx.unit_of_work() as uow:
        customer = replace(uow.customers.get(command.customer_id), version=command.version)
        changed = archive(customer, uow.customers.open_business(customer.id), on=ctx.today)
        uow.customers.save(changed)
        uow.record(
            CustomerArchived(
                subject_id=customer.id,
                customer_id=customer.id,
                author=ctx.user.name,
            )
        )
        return uow.commit(replace(changed, version=changed.version + 1))
