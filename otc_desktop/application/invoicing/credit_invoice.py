"""Prepare a credit note for an issued invoice."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.invoicing.credit_note import credit_note_of
from otc_desktop.domain.invoicing.invoice import Invoice, InvoiceDraft
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import InvoiceId
from otc_desktop.domain.shared.money import Money, total


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditInvoice:
    """Ask for a credit note; `quantities` by line position, None for the whole invoice.

    A quantity of None takes back the whole line.
    """

    number: str
    quantities: Mapping[int, Decimal | None] | None = None


@use_case(permission=Permission.DRAFT_INVOICE)
def credit_invoice(command: CreditInvoice, ctx: Context, task: Task) -> InvoiceDraft:
    """Prepare a draft credit note that names its invoice.

    Raises:
        RuleError: `invoicing.credits_more_than_invoiced` when all credit notes of the
            invoice together would exceed it, and what the domain refuses.
    """
    with ctx.unit_of_work() as uow:
        invoice = uow.invoices.get_by_number(command.number)
        customer = uow.customers.get(invoice.customer_id)
        draft = credit_note_of(invoice, InvoiceId(ctx.new_id()), quantities=command.quantities)
        before = total(
            (_total_of(each) for each in uow.invoices.credited(invoice.id)), invoice.currency
        )
        credited = before + draft.totals().total_incl_tax
        if credited > invoice.totals.total_incl_tax:
            raise RuleError(
                "invoicing.credited_beyond_total",
                number=invoice.number,
                credited=credited,
                invoiced=invoice.totals.total_incl_tax,
            )
        uow.invoices.add_draft(draft, customer, ctx.today)
        return uow.commit(draft)


def _total_of(document: InvoiceDraft | Invoice) -> Money:
    totals = document.totals if isinstance(document, Invoice) else document.totals()
    return totals.total_incl_tax
