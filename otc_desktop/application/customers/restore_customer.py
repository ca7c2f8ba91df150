"""Take a customer file back from the archive."""

from dataclasses import dataclass, replace

from otc_desktop.application.customers.state_events import CustomerRestored
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.credit_gate import require_sound_customer
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.credit.trace import Gate
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.customers.file_state import restore
from otc_desktop.domain.customers.merge import refuse_if_merged
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.ids import CustomerId


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreCustomer:
    """Ask for a file to be listed again; `version` is the one the user looked at."""

    customer_id: CustomerId
    version: int


@use_case(permission=Permission.EDIT_CUSTOMERS)
def restore_customer(command: RestoreCustomer, ctx: Context, task: Task) -> Customer:
    """Restore a file in the state it had.

    Raises:
        NotFoundError: `customers.not_found`.
        ConflictError: `database.changed_meanwhile`.
        RuleError: `customers.not_archived`, `customers.merged_already`.
        ApprovalRequired: `credit.beyond_your_limit`, `credit.needs_unlimited_role` while
            the credit rules are against the customer.
    """
    with ctx.unit_of_work() as uow:
        customer = replace(uow.customers.get(command.customer_id), version=command.version)
        refuse_if_merged(customer)
        changed = restore(customer)
        require_sound_customer(uow, ctx, customer.id, Gate.UNARCHIVE)
        uow.customers.save(changed)
        uow.record(
            CustomerRestored(
                subject_id=customer.id,
                customer_id=customer.id,
                author=ctx.user.name,
            )
        )
        return uow.commit(replace(changed, version=changed.version + 1))
