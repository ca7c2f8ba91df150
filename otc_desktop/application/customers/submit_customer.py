"""Hand a new file to whoever validates it."""

from dataclasses import dataclass, replace

from otc_desktop.application.customers.state_events import CustomerSubmitted
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.customers.file_state import submit
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.ids import CustomerId


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmitCustomer:
    """Ask for a draft to be looked at; `version` is the one the user looked at."""

    customer_id: CustomerId
    version: int


@use_case(permission=Permission.EDIT_CUSTOMERS)
def submit_customer(command: SubmitCustomer, ctx: Context, task: Task) -> Customer:
    """Move a draft on, if it has what an invoice shows of a customer.

    Raises:
        NotFoundError: `customers.not_found`.
        ConflictError: `database.changed_meanwhile`.
        BlockingFindings: what is missing.
        RuleError: `customers.wrong_status`, `customers.archived`.
    """
    with ctx.unit_of_work() as uow:
        customer = replace(uow.customers.get(command.customer_id), version=command.version)
        changed = submit(customer, uow.customers.contacts_of(customer.id))
        uow.customers.save(changed)
        uow.record(
            CustomerSubmitted(
                subject_id=customer.id,
                customer_id=customer.id,
                author=ctx.user.name,
            )
        )
        return uow.commit(replace(changed, version=changed.version + 1))
