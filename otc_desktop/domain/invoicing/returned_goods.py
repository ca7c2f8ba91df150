"""The credit note of goods that came back: what they were invoiced at, to the cent."""

from collections.abc import Mapping
from decimal import Decimal

from otc_desktop.domain.invoicing.credit_note import (
    NOTHING_CREDITED,
    CreditedSoFar,
    credit_note_of,
)
from otc_desktop.domain.invoicing.invoice import Invoice, InvoiceDraft
from otc_desktop.domain.sales.delivery import Delivery
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import InvoiceId

_NOTHING = Decimal(0)


def credit_note_of_return(
    invoice: Invoice,
    new_id: InvoiceId,
    delivery: Delivery,
    quantities: Mapping[int, Decimal],
    *,
    before: CreditedSoFar = NOTHING_CREDITED,
) -> InvoiceDraft:
    """A draft that credits returned lines, with their share of the discounts on the whole.

    Charges such as carriage are not given back: that is for a person to decide.

    Args:
        invoice: the issued document of the delivery, maybe of others as well.
        new_id: of the draft.
        delivery: whose `billed` lines the invoice has, in order.
        quantities: what came back, by line position of the order.
        before: what other credit notes took back of the invoice.

    Raises:
        RuleError: `invoicing.credits_more_than_invoiced`.
    """
    first = next(
        (each.first_line for each in invoice.deliveries if each.delivery_id == delivery.id), 0
    )
    places = {position: first + place for place, position in enumerate(sorted(delivery.billed))}
    for position, quantity in quantities.items():
        if position not in places:
            raise RuleError(
                "invoicing.credits_more_than_invoiced",
                where=f"lines[{position}]",
                quantity=quantity,
                invoiced=_NOTHING,
            )
    wanted = {places[position]: quantity for position, quantity in quantities.items()}
    return credit_note_of(invoice, new_id, quantities=wanted, before=before)
