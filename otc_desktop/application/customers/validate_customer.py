"""Accept a new customer."""

from dataclasses import dataclass, replace

from otc_desktop.application.customers.state_events import CustomerValidated
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.customers.file_state import validate
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.ids import CustomerId


@dataclass(frozen=True, slots=True, kw_only=True)
class ValidateCustomer:
    """Ask for a file to become active; `version` is the one the user looked at."""

    customer_id: CustomerId
    version: int


@use_case(permission=Permission.VALIDATE_CUSTOMERS)
def validate_customer(command: ValidateCustomer, ctx: Context, task: Task) -> Customer:
    """Accept a file: from now on the customer can be sold to.

    Raises:
        NotFoundError: `customers.not_found`.
        ConflictError: `database.changed_meanwhile`.
        BlockingFindings: what is missing.
        RuleError: `customers.wrong_status`, `customers.archived`.
    """
    with ctx.unit_of_work() as uow:
        customer = replace(uow.customers.get(command.customer_id), version=command.version)
        changed = validate(
            customer,
            uow.customers.contacts_of(customer.id),
            uow.customers.addresses_of(customer.id),
        )
        uow.customers.save(changed)
        uow.record(
            CustomerValidated(
                subject_id=customer.id,
                customer_id=customer.id,
                author=ctx.user.name,
            )
        )
        return uow.commit(replace(changed, version=changed.version + 1))
