"""Ask for a retention: the customer has to pay what it kept back."""

from dataclasses import dataclass
from datetime import date

from otc_desktop.application.invoicing.books import release_to_customers
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseRetention:
    """Ask for the retention of an invoice (number `…-RG`) to be due, today when None."""

    number: str
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionReleased(Event):
    """A retention is due."""

    number: str


@use_case(permission=Permission.ISSUE_INVOICE)
def release_retention(command: ReleaseRetention, ctx: Context, task: Task) -> OpenItem:
    """Carry a retention to the customers' account, due from that day (law 71-584, art. 2).

    Raises:
        NotFoundError: `receivables.item_not_found`.
        RuleError: `invoicing.not_a_retention`.
    """
    on = command.on or ctx.today
    with ctx.unit_of_work() as uow:
        found = uow.open_items.get_by_number(command.number)
        item = uow.open_items.lock([found.id])[found.id]
        if item.account != ctx.account_scheme.retentions or not item.open:
            raise RuleError("invoicing.not_a_retention", where="number", number=item.number)
        released = release_to_customers(uow, ctx, uow.company.get(), item, on=on)
        uow.record(
            RetentionReleased(subject_id=item.id, customer_id=item.customer_id, number=item.number)
        )
        return uow.commit(released)
