"""What previewing, merging and undoing share."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.customers.merge import CREDIT_FIELDS, fillable, taken_over
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomersMerged(Event):
    """Another file was put into this one."""

    code: str
    name: str
    fields: tuple[str, ...]
    author: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerMergedInto(Event):
    """This file was put into another."""

    code: str
    name: str
    author: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerMergeUndone(Event):
    """Two files that were one for a while are two again."""

    code: str
    name: str
    author: str


def both_files(uow: UnitOfWork, keep: str, lose: str) -> tuple[Customer, Customer]:
    """The files of these very codes, be they merged already.

    Raises:
        NotFoundError: `customers.unknown_code`.
    """
    found = []
    for code in (keep, lose):
        customer = uow.customers.find_file(code)
        if customer is None:
            raise NotFoundError("customers.unknown_code", where="customer", code=code)
        found.append(customer)
    return found[0], found[1]


def fields_to_take(
    ctx: Context, keeper: Customer, loser: Customer, asked: Collection[str] | None
) -> tuple[str, ...]:
    """What was asked for; else what the kept file lacks, as far as its user may fill it."""
    if asked is not None:
        return tuple(asked)
    may_credit = Permission.EDIT_CREDIT in ctx.user.permissions
    return tuple(
        name for name in fillable(keeper, loser) if may_credit or name not in CREDIT_FIELDS
    )


def kept_file(keeper: Customer, loser: Customer, take: Collection[str]) -> Customer:
    """The kept file after the merge; it leaves a group whose head goes into it.

    Raises:
        RuleError: what `taken_over` refuses.
    """
    merged = taken_over(keeper, loser, take)
    known = (*merged.former_codes, loser.code, *loser.former_codes)
    head = merged.parent_id
    if head == loser.id:
        head = loser.parent_id if loser.parent_id != merged.id else None
    return replace(merged, former_codes=known, parent_id=head)
