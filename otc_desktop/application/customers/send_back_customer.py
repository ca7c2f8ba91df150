"""Return a new file to its author."""

from dataclasses import dataclass, replace

from otc_desktop.application.customers.state_events import CustomerSentBack
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.customers.file_state import send_back
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.ids import CustomerId


@dataclass(frozen=True, slots=True, kw_only=True)
class SendBackCustomer:
    """Ask for a file to be returned, and say why; `version` is the one the user looked at."""

    customer_id: CustomerId
    version: int
    reason: str


@use_case(permission=Permission.VALIDATE_CUSTOMERS)
def send_back_customer(command: SendBackCustomer, ctx: Context, task: Task) -> Customer:
    """Make a submitted file a draft again, with the reason on it.

    Raises:
        NotFoundError: `customers.not_found`.
        ConflictError: `database.changed_meanwhile`.
        RuleError: `customers.wrong_status`, `customers.reason_missing`,
            `customers.archived`.
    """
    with ctx.unit_of_work() as uow:
        customer = replace(uow.customers.get(command.customer_id), version=command.version)
        changed = send_back(customer, command.reason)
        uow.customers.save(changed)
        uow.record(
            CustomerSentBack(
                subject_id=customer.id,
                customer_id=customer.id,
                author=ctx.user.name,
                reason=changed.status_reason,
            )
        )
        return uow.commit(replace(changed, version=changed.version + 1))
