"""The head of a customer's group, named by its code."""

from collections.abc import Mapping
from dataclasses import replace

from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import CustomerId

FIELD = "parent"


def with_head(customer: Customer, values: Mapping[str, str], uow: UnitOfWork) -> Customer:
    """The customer under the head whose code stands in the field; an empty one frees it.

    Raises:
        RuleError: `customers.unknown_parent`, `customers.parent_is_itself`,
            `customers.parent_is_member`, `customers.head_of_others`.
    """
    if FIELD not in values:
        return customer
    code = values[FIELD].strip()
    if not code:
        return replace(customer, parent_id=None)
    head = uow.customers.find_by_code(code)
    if head is None:
        raise RuleError("customers.unknown_parent", where=FIELD, code=code)
    if head.id == customer.parent_id:
        return customer
    return under(head, customer, has_members=uow.customers.has_members(customer.id))


def head_codes(uow: UnitOfWork, *customers: Customer) -> Mapping[CustomerId, str]:
    """The codes of the heads of these customers, for people to read."""
    ids = {each.parent_id for each in customers if each.parent_id is not None}
    return {head_id: uow.customers.get(head_id).code for head_id in ids}


def under(head: Customer, customer: Customer, *, has_members: bool) -> Customer:
    """The customer as a member of a group: groups have a head and members, no more levels.

    Raises:
        RuleError: `customers.parent_is_itself`, `customers.parent_is_member`,
            `customers.head_of_others`.
    """
    if head.id == customer.id:
        raise RuleError("customers.parent_is_itself", where=FIELD, code=head.code)
    if head.parent_id is not None:
        raise RuleError("customers.parent_is_member", where=FIELD, code=head.code)
    if has_members:
        raise RuleError("customers.head_of_others", where=FIELD, customer=customer.code)
    return replace(customer, parent_id=head.id)
