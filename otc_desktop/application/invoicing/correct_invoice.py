"""Prepare a corrective invoice that replaces an issued one."""

from dataclasses import dataclass, replace

from otc_desktop.application.invoicing.deduct_deposits import Deduction, deduct_named
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.line_input import (
    AdjustmentInput,
    LineInput,
    build_adjustments,
    build_lines,
)
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.invoicing.correction_reason import CorrectionReason
from otc_desktop.domain.invoicing.corrections import corrective_of
from otc_desktop.domain.invoicing.invoice import InvoiceDraft
from otc_desktop.domain.invoicing.references import Relation
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import InvoiceId


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectInvoice:
    """Ask for a corrective invoice; without `lines` it says what the first one says.

    With lines, its content is new, and `deducts` are the deposits that it takes off.
    `reason` is what was wrong with it.
    """

    number: str
    lines: tuple[LineInput, ...] | None = None
    adjustments: tuple[AdjustmentInput, ...] = ()
    deducts: tuple[Deduction, ...] = ()
    purchase_order: str | None = None
    reason: CorrectionReason = CorrectionReason.OTHER_ERROR


@use_case(permission=Permission.DRAFT_INVOICE)
def correct_invoice(command: CorrectInvoice, ctx: Context, task: Task) -> InvoiceDraft:
    """Prepare a draft that replaces the whole invoice once it is issued.

    Raises:
        NotFoundError: `invoicing.not_found`.
        RuleError: `invoicing.corrected_already`, `invoicing.not_correctable`,
            `invoicing.corrects_a_credited`.
    """
    with ctx.unit_of_work() as uow:
        invoice = uow.invoices.get_by_number(command.number, lock=True)
        customer = uow.customers.get(invoice.customer_id)
        if uow.invoices.corrected_by(invoice.id) is not None:
            raise RuleError("invoicing.corrected_already", number=invoice.number)
        draft = corrective_of(
            invoice,
            InvoiceId(ctx.new_id()),
            credit_notes=uow.invoices.credited(invoice.id),
            reason=command.reason,
        )
        if command.purchase_order is not None:
            draft = replace(draft, purchase_order=command.purchase_order)
        if command.lines is not None:
            company = uow.company.get()
            lines = build_lines(
                command.lines,
                uow,
                company,
                customer=customer,
                on=ctx.today,
                rates=ctx.ports.vat_rates,
            )
            kept = tuple(each for each in draft.preceding if each.relation is not Relation.DEPOSIT)
            draft = replace(
                draft,
                lines=lines,
                adjustments=build_adjustments(command.adjustments, lines, draft.currency, company),
                deductions=(),
                preceding=kept,
            )
            draft = deduct_named(uow, ctx, draft, customer, command.deducts, instead_of=invoice.id)
        uow.invoices.add_draft(draft, customer, ctx.today)
        return uow.commit(draft)
