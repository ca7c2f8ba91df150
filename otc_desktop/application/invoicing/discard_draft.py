"""Throw a draft away."""

from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.ids import InvoiceId


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscardDraft:
    """Ask for a draft to go; its delivery or its return can be invoiced again."""

    invoice_id: InvoiceId


@use_case(permission=Permission.DRAFT_INVOICE)
def discard_draft(command: DiscardDraft, ctx: Context, task: Task) -> None:
    """Throw a draft away; an issued document can't be.

    Raises:
        RuleError: `invoicing.already_issued`.
    """
    with ctx.unit_of_work() as uow:
        draft = uow.invoices.get_draft(command.invoice_id, lock=True)
        for each in sorted(draft.deliveries, key=lambda found: found.delivery_id):
            delivery = uow.deliveries.get(each.delivery_id)
            uow.deliveries.save(delivery.unbill())
        for back in uow.sales_returns.of_credit(draft.id):
            uow.sales_returns.save(back.uncredit())
        uow.invoices.delete_draft(draft)
        uow.commit(None)
