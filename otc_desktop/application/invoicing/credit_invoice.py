"""Prepare a credit note for an issued invoice."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.invoicing.correction_reason import CorrectionReason
from otc_desktop.domain.invoicing.credit_note import (
    CreditedSoFar,
    credit_note_by_amount,
    credit_note_of,
    credited_so_far,
    refuse_beyond,
)
from otc_desktop.domain.invoicing.deposits import refuse_deducted
from otc_desktop.domain.invoicing.invoice import Invoice, InvoiceDraft, InvoiceKind
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import InvoiceId
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditInvoice:
    """Ask for a credit note: by line position, by amount, or whole when neither is given.

    A quantity of None takes back what is left of its line. `amount` excludes tax; `vat_rate`
    chooses the groups it goes to, `description` is what the document says of it. `reason` is
    why, for the rate of errors; None leaves it open.
    """

    number: str
    quantities: Mapping[int, Decimal | None] | None = None
    amount: Decimal | None = None
    vat_rate: Decimal | None = None
    description: str = ""
    reason: CorrectionReason | None = None


@use_case(permission=Permission.DRAFT_INVOICE)
def credit_invoice(command: CreditInvoice, ctx: Context, task: Task) -> InvoiceDraft:
    """Prepare a draft credit note that names its invoice.

    Raises:
        RuleError: `invoicing.credited_beyond_total` when all credit notes of the invoice
            together would exceed it, `invoicing.corrected_already` when another invoice
            replaces it, `invoicing.deposit_deducted`,
            `invoicing.not_last_situation`, and what the domain refuses.
    """
    with ctx.unit_of_work() as uow:
        return uow.commit(prepare_credit(uow, ctx, command))


def prepare_credit(uow: UnitOfWork, ctx: Context, command: CreditInvoice) -> InvoiceDraft:
    """Prepare a draft credit note inside the caller's transaction."""
    invoice = uow.invoices.get_by_number(command.number, lock=True)
    customer = uow.customers.get(invoice.customer_id)
    corrected_by = uow.invoices.corrected_by(invoice.id)
    if corrected_by is not None:
        raise RuleError("invoicing.corrected_already", number=invoice.number)
    _refuse_part_of_situation(uow, command, invoice)
    before = credited_so_far(invoice, uow.invoices.credited(invoice.id))
    draft = replace(_draft(command, ctx, invoice, customer, before), correction=command.reason)
    refuse_beyond(invoice, draft, before)
    if invoice.kind is InvoiceKind.DEPOSIT:
        refuse_deducted(
            invoice, draft, before=before, deducted=uow.invoices.deductions_of(invoice.id)
        )
    uow.invoices.add_draft(draft, customer, ctx.today)
    return draft


def _draft(
    command: CreditInvoice,
    ctx: Context,
    invoice: Invoice,
    customer: Customer,
    before: CreditedSoFar,
) -> InvoiceDraft:
    def text(key: str) -> str:
        return ctx.ports.mentions.text(
            key, language=customer.language, on=ctx.today, values={"number": invoice.number}
        )

    new_id = InvoiceId(ctx.new_id())
    if command.amount is None:
        return credit_note_of(
            invoice,
            new_id,
            quantities=command.quantities,
            before=before,
            rest_description=text("line_credit_rest"),
        )
    return credit_note_by_amount(
        invoice,
        new_id,
        Money(command.amount, invoice.currency),
        description=command.description.strip() or text("line_credit_amount"),
        vat_rate=command.vat_rate,
        income_account=ctx.account_scheme.rebates,
        before=before,
    )


def _refuse_part_of_situation(uow: UnitOfWork, command: CreditInvoice, invoice: Invoice) -> None:
    """Later situations deduct the earlier ones: only the last is taken back, as a whole."""
    if invoice.progress is None or command.amount is not None:
        return
    works = uow.works.find_by_invoice(invoice.id)
    live = [] if works is None else [each for each in works.situations if not each.cancelled]
    if command.quantities is not None or not live or live[-1].invoice_id != invoice.id:
        raise RuleError("invoicing.not_last_situation", number=invoice.number)
