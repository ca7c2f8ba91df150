"""One customer's file."""

from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.ids import CustomerId


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadCustomer:
    """Ask for a customer's file."""

    customer_id: CustomerId


@use_case(permission=Permission.READ)
def read_customer(command: ReadCustomer, ctx: Context, task: Task) -> Customer:
    """The file as it stands.

    Raises:
        NotFoundError: `customers.not_found`.
    """
    with ctx.snapshot() as uow:
        return uow.customers.get(command.customer_id)
