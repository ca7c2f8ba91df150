"""A corrective invoice (384) that replaces an issued one (CGI 289 I-5, BR-FR-CO-04)."""

from collections.abc import Sequence
from dataclasses import replace

from otc_desktop.domain.invoicing.correction_reason import CorrectionReason
from otc_desktop.domain.invoicing.invoice import (
    Document,
    Invoice,
    InvoiceDraft,
    InvoiceKind,
    preceding,
)
from otc_desktop.domain.invoicing.references import Relation
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import InvoiceId


def corrective_of(
    invoice: Invoice,
    new_id: InvoiceId,
    *,
    credit_notes: Sequence[Document],
    reason: CorrectionReason = CorrectionReason.OTHER_ERROR,
) -> InvoiceDraft:
    """A draft with everything of the invoice, to be put right and issued in its place.

    Args:
        invoice: the one that was wrong.
        new_id: of the draft.
        credit_notes: what credits the invoice already.
        reason: what was wrong with it.

    Raises:
        RuleError: `invoicing.not_correctable` for credit notes, deposits and situations,
            which a credit note puts right; `invoicing.corrects_a_credited`.
    """
    replaceable = invoice.kind in (InvoiceKind.INVOICE, InvoiceKind.CORRECTIVE)
    if not replaceable or invoice.progress is not None:
        raise RuleError("invoicing.not_correctable", number=invoice.number)
    if credit_notes:
        raise RuleError("invoicing.corrects_a_credited", number=invoice.number)
    named = tuple(each for each in invoice.preceding if each.relation is not Relation.CORRECTED)
    return InvoiceDraft(
        id=new_id,
        kind=InvoiceKind.CORRECTIVE,
        customer_id=invoice.customer_id,
        currency=invoice.currency,
        lines=invoice.lines,
        adjustments=invoice.adjustments,
        supplied_on=invoice.supplied_on,
        purchase_order=invoice.purchase_order,
        contract_reference=invoice.contract_reference,
        period_from=invoice.period_from,
        period_to=invoice.period_to,
        preceding=(preceding(invoice, Relation.CORRECTED), *named),
        orders=tuple(replace(each, billed=False) for each in invoice.orders),
        deliveries=tuple(replace(each, billed=False) for each in invoice.deliveries),
        deductions=invoice.deductions,
        frame_case=invoice.frame_case,
        correction=reason,
    )
