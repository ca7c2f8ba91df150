"""Prepare an invoice without an order."""

from dataclasses import dataclass
from datetime import date

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.line_input import (
    AdjustmentInput,
    LineInput,
    build_adjustments,
    build_lines,
)
from otc_desktop.application.kernel.lookups import customer_to_sell_to, document_currency
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.invoicing.invoice import InvoiceDraft, InvoiceKind
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.ids import InvoiceId


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateInvoice:
    """Ask for a draft; `wished_date` is the document's date, today when None."""

    customer: str
    lines: tuple[LineInput, ...]
    adjustments: tuple[AdjustmentInput, ...] = ()
    purchase_order: str = ""
    wished_date: date | None = None
    supplied_on: date | None = None
    currency: str = ""


@use_case(permission=Permission.DRAFT_INVOICE)
def create_invoice(command: CreateInvoice, ctx: Context, task: Task) -> InvoiceDraft:
    """Prepare a draft: no number, no effect on the books.

    Raises:
        NotFoundError: `customers.unknown_code`.
        RuleError: `customers.archived`, `customers.blocked`, `customers.not_active_yet`.
        BlockingFindings: faulty lines, all at once.
    """
    with ctx.unit_of_work() as uow:
        company = uow.company.get()
        customer = customer_to_sell_to(uow, command.customer)
        currency = document_currency(command.currency, company)
        lines = build_lines(
            command.lines,
            uow,
            company,
            customer=customer,
            on=command.wished_date or ctx.today,
            rates=ctx.ports.vat_rates,
        )
        draft = InvoiceDraft(
            id=InvoiceId(ctx.new_id()),
            kind=InvoiceKind.INVOICE,
            customer_id=customer.id,
            currency=currency,
            lines=lines,
            adjustments=build_adjustments(command.adjustments, lines, currency, company),
            supplied_on=command.supplied_on,
            wished_date=command.wished_date,
            purchase_order=command.purchase_order,
        )
        uow.invoices.add_draft(draft, customer, ctx.today)
        return uow.commit(draft)
