"""The credit note of goods that came back: what they were invoiced at, to the cent."""

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
from otc_desktop.domain.sales.delivery import Delivery
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import InvoiceId
from otc_desktop.domain.shared.money import Money, total
from otc_desktop.domain.taxes.lines import Adjustment, AdjustmentKind, DocumentLine
from otc_desktop.domain.taxes.vat import VatTreatment

_NOTHING = Decimal(0)
_ROUNDING = "Arrondi"


def credit_note_of_return(
    invoice: Invoice,
    new_id: InvoiceId,
    delivery: Delivery,
    quantities: Mapping[int, Decimal],
    *,
    credited_before: Mapping[int, Decimal],
) -> InvoiceDraft:
    """A draft that credits returned lines, with their share of the discounts on the whole.

    Charges such as carriage are not given back: that is for a person to decide. Shares and
    line totals are counted from the first return on, so that several credit notes of one
    line never come to a cent more, excluding tax, than its invoice.

    Args:
        invoice: the issued document of the delivery.
        new_id: of the draft.
        delivery: whose `billed` lines the invoice has, in order.
        quantities: what came back, by line position of the order.
        credited_before: what earlier returns of the delivery credited, by the same.

    Raises:
        RuleError: `invoicing.credits_more_than_invoiced`.
    """
    places = {position: place for place, position in enumerate(sorted(delivery.billed))}
    lines: list[DocumentLine] = []
    before: dict[int, Decimal] = {}
    after: dict[int, Decimal] = {}
    for position, place in places.items():
        before[place] = credited_before.get(position, _NOTHING)
        after[place] = before[place] + quantities.get(position, _NOTHING)
    for position, quantity in sorted(quantities.items()):
        place = places.get(position, -1)
        if place < 0 or after[place] > invoice.lines[place].quantity:
            raise RuleError(
                "invoicing.credits_more_than_invoiced",
                where=f"lines[{position}]",
                quantity=quantity,
                invoiced=delivery.billed.get(position, _NOTHING),
            )
        lines.append(replace(invoice.lines[place], quantity=quantity))
    return InvoiceDraft(
        id=new_id,
        kind=InvoiceKind.CREDIT_NOTE,
        customer_id=invoice.customer_id,
        currency=invoice.currency,
        lines=tuple(lines),
        adjustments=(
            *_rounding(invoice, lines, before, after),
            *_discounts(invoice, before, after),
        ),
        supplied_on=invoice.supplied_on,
        purchase_order=invoice.purchase_order,
        preceding=(preceding(invoice, Relation.CREDITED),),
    )


def _rounding(
    invoice: Invoice,
    lines: list[DocumentLine],
    before: Mapping[int, Decimal],
    after: Mapping[int, Decimal],
) -> list[Adjustment]:
    """Cents by which line totals of parts differ from the whole's."""
    found = []
    for vat in dict.fromkeys(line.vat for line in lines):
        owed = _net(invoice, after, vat) - _net(invoice, before, vat)
        written = total(
            (line.net(invoice.currency) for line in lines if line.vat == vat), invoice.currency
        )
        if owed != written:
            more = owed > written
            found.append(
                Adjustment(
                    kind=AdjustmentKind.CHARGE if more else AdjustmentKind.ALLOWANCE,
                    description=_ROUNDING,
                    amount=abs(owed - written),
                    vat=vat,
                )
            )
    return found


def _discounts(
    invoice: Invoice, before: Mapping[int, Decimal], after: Mapping[int, Decimal]
) -> list[Adjustment]:
    """The returned lines' share of each discount on the whole document."""
    found = []
    for each in invoice.adjustments:
        if each.kind is not AdjustmentKind.ALLOWANCE:
            continue
        whole = _net(invoice, _all(invoice), each.vat)
        if not whole:
            continue
        share = _share(each, _net(invoice, after, each.vat), whole) - _share(
            each, _net(invoice, before, each.vat), whole
        )
        if share:
            found.append(replace(each, amount=share))
    return found


def _share(discount: Adjustment, part: Money, whole: Money) -> Money:
    return discount.amount.times(part.amount / whole.amount)


def _all(invoice: Invoice) -> Mapping[int, Decimal]:
    return {place: line.quantity for place, line in enumerate(invoice.lines)}


def _net(invoice: Invoice, quantities: Mapping[int, Decimal], vat: VatTreatment) -> Money:
    """Quantities of the invoice's lines at one rate, each line rounded once."""
    return total(
        (
            replace(line, quantity=quantities.get(place, _NOTHING)).net(invoice.currency)
            for place, line in enumerate(invoice.lines)
            if line.vat == vat
        ),
        invoice.currency,
    )
