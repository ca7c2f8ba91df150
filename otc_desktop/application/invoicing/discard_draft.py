"""Throw a draft away."""

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.invoicing.invoice import InvoiceDraft
from otc_desktop.domain.invoicing.references import SourceKind
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import InvoiceId, SalesOrderId


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscardDraft:
    """Ask for a draft to go; its delivery or its return can be invoiced again."""

    invoice_id: InvoiceId


@use_case(permission=Permission.DRAFT_INVOICE)
def discard_draft(command: DiscardDraft, ctx: Context, task: Task) -> None:
    """Throw a draft away; an issued document can't be.

    Raises:
        RuleError: `invoicing.already_issued`, `invoicing.delivered_since` when goods that
            it invoiced ahead have left since.
    """
    with ctx.unit_of_work() as uow:
        draft = uow.invoices.get_draft(command.invoice_id, lock=True)
        for each in sorted(draft.deliveries, key=lambda found: found.delivery_id):
            if each.billed:
                delivery = uow.deliveries.get(each.delivery_id)
                uow.deliveries.save(delivery.unbill())
        _take_off_orders(uow, draft)
        uow.recurring.release_period(draft.id)
        rebate = uow.rebates.find_by_note(draft.id)
        if rebate is not None:
            uow.rebates.save(rebate.without_note())
        works = uow.works.find_by_invoice(draft.id)
        if works is not None:
            uow.works.save(works.without(draft.id))
        for back in uow.sales_returns.of_credit(draft.id):
            uow.sales_returns.save(back.uncredit())
        uow.invoices.delete_draft(draft)
        uow.commit(None)


def _take_off_orders(uow: UnitOfWork, draft: InvoiceDraft) -> None:
    """What was invoiced ahead of its delivery is to be invoiced again."""
    ahead: dict[UUID, dict[int, Decimal]] = {}
    for each in draft.sources:
        if each.kind is SourceKind.ORDER:
            of_order = ahead.setdefault(each.document_id, {})
            before = of_order.get(each.document_line, Decimal(0))
            of_order[each.document_line] = before - each.quantity
    for order_id in sorted(ahead):
        order = uow.sales_orders.get(SalesOrderId(order_id), lock=True)
        if any(
            order.ahead[position] + less < 0
            for position, less in ahead[order_id].items()
            if order.lines[position].quantity > 0
        ):
            raise RuleError("invoicing.delivered_since", number=order.number)
        uow.sales_orders.save(order.with_ahead(ahead[order_id]))
