"""Note that a customer's business has ended."""

from dataclasses import dataclass, replace
from datetime import date

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.lookups import customer_by_code
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.credit.credit_file import CreditFile
from otc_desktop.domain.credit.trace import DecisionKind, TracedDecision
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkCeased:
    """Ask for the end of a business to be noted; None takes it back. `source` says who says so."""

    customer: str
    ceased_on: date | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerCeased(Event):
    """A customer's business has ended, or has not after all (`after` empty)."""

    after: str
    source: str


@use_case(permission=Permission.EDIT_CREDIT)
def mark_ceased(command: MarkCeased, ctx: Context, task: Task) -> CreditFile:
    """Note it: from that day on every gate holds the customer's orders.

    Raises:
        NotFoundError: `customers.unknown_code`.
        RuleError: `credit.ceased_in_future`, `credit.missing_source`.
    """
    with ctx.unit_of_work() as uow:
        customer_id = customer_by_code(uow, command.customer).id
        file = uow.credit.file(customer_id)
        after = file.ceased(command.ceased_on, command.source, today=ctx.today)
        uow.credit.save_file(after)
        nothing = Money.zero(uow.company.get().currency)
        day = "" if after.ceased_on is None else after.ceased_on.isoformat()
        uow.credit.trace(
            TracedDecision(
                id=ctx.new_id(),
                customer_id=customer_id,
                order_id=None,
                kind=DecisionKind.CEASED,
                decided_on=ctx.today,
                role=ctx.user.role,
                reason=after.ceased_source,
                amount=nothing,
                overrun=nothing,
                deposit=nothing,
                before="" if file.ceased_on is None else file.ceased_on.isoformat(),
                after=day,
            )
        )
        uow.record(
            CustomerCeased(
                subject_id=customer_id,
                customer_id=customer_id,
                after=day,
                source=after.ceased_source,
            )
        )
        return uow.commit(replace(after, version=after.version + 1))
