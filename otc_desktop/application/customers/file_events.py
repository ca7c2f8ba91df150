"""What happens to a customer file, for the timeline."""

from collections.abc import Mapping
from dataclasses import dataclass

from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.customers.file_changes import NO_HEADS, file_changes
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import CustomerId


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerCreated(Event):
    """A customer file was made."""

    code: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerChanged(Event):
    """A customer file was changed; each change is field, text before, text after."""

    changes: tuple[tuple[str, str, str], ...]
    author: str


def created(customer: Customer) -> CustomerCreated:
    """The fact of a new file."""
    return CustomerCreated(
        subject_id=customer.id, customer_id=customer.id, code=customer.code, name=customer.name
    )


def changed(
    before: Customer,
    after: Customer,
    *,
    author: str,
    heads: Mapping[CustomerId, str] = NO_HEADS,
) -> CustomerChanged:
    """The fact of a changed file."""
    return CustomerChanged(
        subject_id=after.id,
        customer_id=after.id,
        changes=file_changes(before, after, heads),
        author=author,
    )
