"""Create or change one customer file by hand."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from otc_desktop.application.customers.customer_fields import customer_of
from otc_desktop.application.customers.file_events import changed, created
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.findings import error, refuse_if_blocking
from otc_desktop.domain.shared.ids import CustomerId


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveCustomer:
    """Ask for a file to be kept.

    `fields` are texts by the names of the customers' import columns. Without `customer_id`
    a new file is made; with it, `version` is the one the user looked at.
    """

    fields: Mapping[str, str]
    customer_id: CustomerId | None = None
    version: int = 1


@use_case(permission=Permission.EDIT_CUSTOMERS)
def save_customer(command: SaveCustomer, ctx: Context, task: Task) -> Customer:
    """Keep a customer file; the code of a known customer stays what it is.

    Entries are kept under the customer's code, so a changed code would tear the account.

    Raises:
        BlockingFindings: all faults of the file, with the field of each.
        ConflictError: `database.changed_meanwhile`.
        NotFoundError: `customers.not_found`.
    """
    with ctx.unit_of_work() as uow:
        if command.customer_id is None:
            empty = Customer(id=CustomerId(ctx.new_id()), code="?", name="?")
            customer = customer_of({"code": "", **command.fields}, empty, is_new=True)
            if uow.customers.find_by_code(customer.code) is not None:
                refuse_if_blocking([error("customers.code_taken", "code", code=customer.code)])
            uow.customers.add_many([customer])
            uow.record(created(customer))
            return uow.commit(customer)
        before = replace(uow.customers.get(command.customer_id), version=command.version)
        customer = customer_of({**command.fields, "code": before.code}, before, is_new=False)
        if customer == before:
            return customer
        uow.customers.save(customer)
        uow.record(changed(before, customer, author=ctx.user.name))
        return uow.commit(replace(customer, version=customer.version + 1))
