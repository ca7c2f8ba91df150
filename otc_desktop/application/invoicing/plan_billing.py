"""What billing everything delivered would make: the review list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from otc_desktop.application.invoicing.bill import draft_of_deliveries
from otc_desktop.application.invoicing.issue_findings import findings_before_issue
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.customer import InvoiceGrouping
from otc_desktop.domain.invoicing.grouping import DeliveryGroup, group_deliveries
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.findings import Finding, error
from otc_desktop.domain.taxes.totals import DocumentTotals


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanBilling:
    """Ask what would be invoiced; `grouping` None is each customer's own way.

    `numbers` narrows it to these deliveries.
    """

    until: date | None = None
    grouping: InvoiceGrouping | None = None
    numbers: Sequence[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedInvoice:
    """One invoice that could be made; `totals` is None where nothing can be."""

    customer_code: str
    customer_name: str
    deliveries: tuple[str, ...]
    orders: tuple[str, ...]
    totals: DocumentTotals | None
    deducted: tuple[str, ...]
    findings: tuple[Finding, ...]


@use_case(permission=Permission.READ)
def plan_billing(command: PlanBilling, ctx: Context, task: Task) -> Sequence[ProposedInvoice]:
    """The invoices that would be made, with their totals and what stands against them.

    Nothing is written: each is asked for again when it is made.
    """
    with ctx.snapshot() as uow:
        waiting = uow.deliveries.waiting(command.until)
        if command.numbers is not None:
            wanted = set(command.numbers)
            waiting = [each for each in waiting if each.number in wanted]
        groups = group_deliveries(waiting, command.grouping)
        proposed = []
        for place, group in enumerate(groups):
            task.progress(place, len(groups))
            task.check_cancelled()
            proposed.append(_proposed(uow, ctx, group))
        return proposed


def _proposed(uow: UnitOfWork, ctx: Context, group: DeliveryGroup) -> ProposedInvoice:
    first = group.deliveries[0]
    totals = None
    deducted: tuple[str, ...] = ()
    try:
        deliveries = [uow.deliveries.get(each.delivery_id, lock=False) for each in group.deliveries]
        draft, _ = draft_of_deliveries(uow, ctx, deliveries, lock=False)
    except RuleError as problem:
        findings = [error(problem.code, problem.where, **problem.params)]
    else:
        totals = draft.totals()
        deducted = tuple(dict.fromkeys(each.number for each in draft.deductions))
        findings = findings_before_issue(
            draft,
            uow,
            ctx,
            company=uow.company.get(),
            customer=uow.customers.get(draft.customer_id),
            on=ctx.today,
        )
    return ProposedInvoice(
        customer_code=first.customer_code,
        customer_name=first.customer_name,
        deliveries=group.numbers,
        orders=tuple(dict.fromkeys(each.order_number for each in group.deliveries)),
        totals=totals,
        deducted=deducted,
        findings=tuple(findings),
    )
