"""Stop selling to a customer."""

from dataclasses import dataclass, replace

from otc_desktop.application.customers.state_events import CustomerBlocked
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.customers.file_state import block
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.ids import CustomerId


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockCustomer:
    """Ask for a customer to be blocked, and say why; `version` is the one the user looked at."""

    customer_id: CustomerId
    version: int
    reason: str


@use_case(permission=Permission.VALIDATE_CUSTOMERS)
def block_customer(command: BlockCustomer, ctx: Context, task: Task) -> Customer:
    """Block a customer: no quote, order or invoice is made; what it owes is still collected.

    Raises:
        NotFoundError: `customers.not_found`.
        ConflictError: `database.changed_meanwhile`.
        RuleError: `customers.wrong_status`, `customers.reason_missing`,
            `customers.archived`.
    """
    with ctx.unit_of_work() as uow:
        customer = replace(uow.customers.get(command.customer_id), version=command.version)
        changed = block(customer, command.reason)
        uow.customers.save(changed)
        uow.record(
            CustomerBlocked(
                subject_id=customer.id,
                customer_id=customer.id,
                author=ctx.user.name,
                reason=changed.status_reason,
            )
        )
        return uow.commit(replace(changed, version=changed.version + 1))
