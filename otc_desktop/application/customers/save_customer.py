"""Create or change one customer file by hand."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from otc_desktop.application.customers.customer_fields import customer_of
from otc_desktop.application.customers.duplicate_checks import ask_before_doubling
from otc_desktop.application.customers.file_events import changed, created
from otc_desktop.application.customers.group_head import head_codes, with_head
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.credit_terms import keep_credit_terms
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.customer import Customer, CustomerStatus
from otc_desktop.domain.customers.file_state import is_complete
from otc_desktop.domain.customers.merge import refuse_if_merged
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.findings import error, refuse_if_blocking
from otc_desktop.domain.shared.ids import CustomerId


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveCustomer:
    """Ask for a file to be kept.

    `fields` are texts by the names of the customers' import columns. Without `customer_id`
    a new file is made; with it, `version` is the one the user looked at. `as_draft` keeps a
    file that is not active yet from becoming so, however complete it is. `is_another` says
    that a new file is no duplicate of one that looks like it.
    """

    fields: Mapping[str, str]
    customer_id: CustomerId | None = None
    version: int = 1
    as_draft: bool = False
    is_another: bool = False


@use_case(permission=Permission.EDIT_CUSTOMERS)
def save_customer(command: SaveCustomer, ctx: Context, task: Task) -> Customer:
    """Keep a customer file; the code of a known customer stays what it is.

    Entries are kept under the customer's code, so a changed code would tear the account.
    A new file or draft that lacks nothing is active at once where its author may validate;
    otherwise it stays a draft, and the file lists what is missing.

    Raises:
        BlockingFindings: all faults of the file, with the field of each.
        ConflictError: `database.changed_meanwhile`.
        NotFoundError: `customers.not_found`.
        RuleError: `customers.unknown_parent` and what else stands against its group;
            `customers.merged_already`.
        PermissionDenied: `security.permission_denied` where limit or group change without
            the right to edit credit.
        ConfirmationRequired: `customers.sure_duplicate` for a new file that surely is here.
    """
    with ctx.unit_of_work() as uow:
        if command.customer_id is None:
            return _create(command, ctx, uow)
        before = replace(uow.customers.get(command.customer_id), version=command.version)
        refuse_if_merged(before)
        customer = customer_of({**command.fields, "code": before.code}, before, is_new=False)
        customer = with_head(customer, command.fields, uow)
        customer = _activated(customer, command, ctx, uow)
        if customer == before:
            return customer
        keep_credit_terms(uow, ctx, before, customer)
        uow.customers.save(customer)
        heads: Mapping[CustomerId, str] = {}
        if before.parent_id != customer.parent_id:
            heads = head_codes(uow, before, customer)
        uow.record(changed(before, customer, author=ctx.user.name, heads=heads))
        return uow.commit(replace(customer, version=customer.version + 1))


def _create(command: SaveCustomer, ctx: Context, uow: UnitOfWork) -> Customer:
    empty = Customer(id=CustomerId(ctx.new_id()), code="?", name="?", status=CustomerStatus.DRAFT)
    customer = customer_of({"code": "", **command.fields}, empty, is_new=True)
    if uow.customers.find_by_code(customer.code) is not None:
        refuse_if_blocking([error("customers.code_taken", "code", code=customer.code)])
    if not command.is_another:
        ask_before_doubling(uow, customer)
    customer = with_head(customer, command.fields, uow)
    customer = _activated(customer, command, ctx, uow)
    keep_credit_terms(uow, ctx, None, customer)
    uow.customers.add_many([customer])
    uow.record(created(customer))
    return uow.commit(customer)


def _activated(
    customer: Customer, command: SaveCustomer, ctx: Context, uow: UnitOfWork
) -> Customer:
    """The short way of a small company: nobody else has to look at a complete file."""
    may = Permission.VALIDATE_CUSTOMERS in ctx.user.permissions
    if customer.status is not CustomerStatus.DRAFT or command.as_draft or not may:
        return customer
    contacts = uow.customers.contacts_of(customer.id)
    addresses = uow.customers.addresses_of(customer.id)
    if not is_complete(customer, contacts, addresses):
        return customer
    return replace(customer, status=CustomerStatus.ACTIVE, status_reason="")
