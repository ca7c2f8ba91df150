"""Sell to a blocked customer again."""

from dataclasses import dataclass, replace

from otc_desktop.application.customers.state_events import CustomerUnblocked
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.credit_gate import require_sound_customer
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.credit.trace import Gate
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.customers.file_state import unblock
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.ids import CustomerId


@dataclass(frozen=True, slots=True, kw_only=True)
class UnblockCustomer:
    """Ask for a customer to be active again; `version` is the one the user looked at."""

    customer_id: CustomerId
    version: int


@use_case(permission=Permission.VALIDATE_CUSTOMERS)
def unblock_customer(command: UnblockCustomer, ctx: Context, task: Task) -> Customer:
    """Lift the block.

    Raises:
        NotFoundError: `customers.not_found`.
        ConflictError: `database.changed_meanwhile`.
        RuleError: `customers.wrong_status`, `customers.archived`.
        ApprovalRequired: `credit.beyond_your_limit`, `credit.needs_unlimited_role` while
            the credit rules are against the customer.
    """
    with ctx.unit_of_work() as uow:
        customer = replace(uow.customers.get(command.customer_id), version=command.version)
        changed = unblock(customer)
        require_sound_customer(uow, ctx, customer.id, Gate.UNBLOCK)
        uow.customers.save(changed)
        uow.record(
            CustomerUnblocked(
                subject_id=customer.id,
                customer_id=customer.id,
                author=ctx.user.name,
            )
        )
        return uow.commit(replace(changed, version=changed.version + 1))
