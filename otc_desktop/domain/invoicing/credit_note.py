"""Correcting an issued invoice: a credit note that names it (CGI 289 I-5)."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from otc_desktop.domain.invoicing.invoice import (
    Invoice,
    InvoiceDraft,
    InvoiceKind,
    preceding,
)
from otc_desktop.domain.invoicing.references import Relation
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import InvoiceId


def credit_note_of(
    invoice: Invoice,
    new_id: InvoiceId,
    *,
    quantities: Mapping[int, Decimal | None] | None = None,
) -> InvoiceDraft:
    """A draft that takes back the whole invoice, or the given quantities by line position.

    A quantity of None is the whole line.
    A whole credit mirrors document discounts and charges as well; a partial one does not.

    Raises:
        RuleError: `invoicing.credits_a_credit_note`, `invoicing.no_such_line`,
            `invoicing.credits_more_than_invoiced`.
    """
    if invoice.kind.is_credit:
        raise RuleError("invoicing.credits_a_credit_note", number=invoice.number)
    lines = invoice.lines
    if quantities is not None:
        taken_back = []
        for position, quantity in sorted(quantities.items()):
            if not 0 <= position < len(lines):
                raise RuleError("invoicing.no_such_line", where="lines", line=position + 1)
            invoiced = lines[position].quantity
            wanted = invoiced if quantity is None else quantity
            if wanted * invoiced <= 0 or abs(wanted) > abs(invoiced):
                raise RuleError(
                    "invoicing.credits_more_than_invoiced",
                    where=f"lines[{position}]",
                    quantity=wanted,
                    invoiced=invoiced,
                )
            taken_back.append(replace(lines[position], quantity=wanted))
        lines = tuple(taken_back)
    return InvoiceDraft(
        id=new_id,
        kind=InvoiceKind.CREDIT_NOTE,
        customer_id=invoice.customer_id,
        currency=invoice.currency,
        lines=lines,
        adjustments=invoice.adjustments if quantities is None else (),
        supplied_on=invoice.supplied_on,
        purchase_order=invoice.purchase_order,
        preceding=(preceding(invoice, Relation.CREDITED),),
    )
