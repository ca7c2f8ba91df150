"""Which invoice each settled part belongs to, and how much of it is money.

Read by the repository that tells receipts (212) and by `otc verify`.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, case, func, or_, select, type_coerce, union

from otc_desktop.application.kernel.repositories.lifecycle import ReceiptOfInvoice
from otc_desktop.domain.invoicing.invoice import InvoiceKind
from otc_desktop.domain.invoicing.lifecycle_cashed import money_of_parts
from otc_desktop.domain.invoicing.lifecycle_history import ENDED
from otc_desktop.domain.invoicing.references import Relation
from otc_desktop.domain.receivables.allocation import DifferenceKind
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.ids import AllocationId, InvoiceId
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.cash_days import IS_PAID, OF_PAPER, day_of_money
from otc_desktop.persistence.session import in_chunks
from otc_desktop.persistence.tables.invoicing import invoice_reference
from otc_desktop.persistence.tables.lifecycle import invoice_lifecycle, invoice_status
from otc_desktop.persistence.tables.papers import paper_receipt
from otc_desktop.persistence.tables.receivables import allocation, allocation_part, open_item
from otc_desktop.persistence.types import Id

# The customer paid these; a rate of exchange moved only what it is worth to us.
PAID_ALL_THE_SAME = (DifferenceKind.BANK_CHARGE.value, DifferenceKind.EXCHANGE.value)
# A part that falls due apart belongs to its document. The internal credit of a corrective
# invoice belongs to the invoice that it cancels: money that was on it goes over to the
# corrective one, and an invoice cancelled unpaid has moved no money.
_CORRECTED = (
    select(invoice_reference.c.named_id)
    .where(invoice_reference.c.invoice_id == open_item.c.part_of_id)
    .where(invoice_reference.c.relation == Relation.CORRECTED.value)
    .limit(1)
    .scalar_subquery()
)
_OWNER = type_coerce(
    func.coalesce(
        open_item.c.invoice_id,
        case(
            (open_item.c.kind == InvoiceKind.CREDIT_NOTE.value, _CORRECTED),
            else_=open_item.c.part_of_id,
        ),
    ),
    Id,
)

# What was told stays told, though the bill came back before it was paid: so does its undoing.
_TOLD_OF_IT = select(invoice_status.c.id).where(
    or_(
        invoice_status.c.allocation_id == allocation.c.id,
        invoice_status.c.allocation_id == allocation.c.reverses_id,
    )
)


def untold(connection: Connection) -> Sequence[InvoiceId]:
    """Invoices in the life cycle with an allocation that no status of theirs tells.

    One that has ended is looked at only while money is left that was told of it.
    """
    parts = (
        select(_OWNER.label("invoice_id"), allocation_part.c.allocation_id)
        .join(open_item, open_item.c.id == allocation_part.c.item_id)
        .join(allocation, allocation.c.id == allocation_part.c.allocation_id)
        .outerjoin(paper_receipt, OF_PAPER)
        .where(or_(IS_PAID, _TOLD_OF_IT.exists()))
        .subquery()
    )
    told = (
        select(invoice_status.c.id)
        .where(invoice_status.c.allocation_id == parts.c.allocation_id)
        .where(invoice_status.c.invoice_id == parts.c.invoice_id)
    )
    kept = invoice_lifecycle.c
    query = (
        select(parts.c.invoice_id)
        .distinct()
        .join(invoice_lifecycle, invoice_lifecycle.c.id == parts.c.invoice_id)
        .where(~told.exists())
        .where(or_(kept.code.not_in([code.value for code in ENDED]), kept.cashed_minor != 0))
        .order_by(parts.c.invoice_id)
    )
    return [InvoiceId(invoice_id) for (invoice_id,) in connection.execute(query)]


def receipts_of_invoices(
    connection: Connection, invoice_ids: Collection[InvoiceId]
) -> Mapping[InvoiceId, Sequence[ReceiptOfInvoice]]:
    """What each allocation moved on these invoices as money, the earliest receipt first.

    Discounts and cents let go are no money; a bank's charge is, for the customer paid it.
    """
    wanted = set(invoice_ids)
    found: dict[InvoiceId, list[ReceiptOfInvoice]] = defaultdict(list)
    for chunk in in_chunks(sorted(wanted)):
        for parts in _allocations(connection, chunk).values():
            for receipt_of, receipt in _receipts(parts):
                if receipt_of in chunk:
                    found[receipt_of].append(receipt)
    return {
        invoice_id: sorted(receipts, key=lambda each: (each.on, each.allocation_id))
        for invoice_id, receipts in found.items()
    }


def _allocations(
    connection: Connection, invoice_ids: Sequence[InvoiceId]
) -> Mapping[Any, list[Any]]:
    """All parts of every allocation that touches these invoices."""
    # By indexes; `_OWNER` says it in the same words for rows that are there already.
    correctives = (
        select(invoice_reference.c.invoice_id)
        .where(invoice_reference.c.named_id.in_(invoice_ids))
        .where(invoice_reference.c.relation == Relation.CORRECTED.value)
    )
    items = union(
        select(open_item.c.id).where(open_item.c.invoice_id.in_(invoice_ids)),
        select(open_item.c.id).where(open_item.c.part_of_id.in_(invoice_ids)),
        select(open_item.c.id).where(open_item.c.part_of_id.in_(correctives)),
    ).subquery()
    touching = select(allocation_part.c.allocation_id).where(
        allocation_part.c.item_id.in_(select(items.c.id))
    )
    parts: dict[Any, list[Any]] = defaultdict(list)
    for row in connection.execute(_parts().where(allocation.c.id.in_(touching))).mappings():
        parts[row["id"]].append(row)
    return parts


def _parts() -> Select[Any]:
    return (
        select(
            allocation.c.id,
            func.coalesce(day_of_money(allocation.c.allocated_on), allocation.c.allocated_on).label(
                "cashed_on"
            ),
            allocation.c.currency,
            allocation.c.difference_kind,
            allocation.c.difference_minor,
            allocation_part.c.amount_minor,
            _OWNER.label("invoice_id"),
        )
        .join(allocation_part, allocation_part.c.allocation_id == allocation.c.id)
        .join(open_item, open_item.c.id == allocation_part.c.item_id)
        .outerjoin(paper_receipt, OF_PAPER)
        .where(or_(IS_PAID, _TOLD_OF_IT.exists()))
        .order_by(allocation.c.id, allocation_part.c.position)
    )


def _receipts(parts: Sequence[Any]) -> list[tuple[InvoiceId, ReceiptOfInvoice]]:
    first = parts[0]
    currency = Currency(first["currency"])
    money = money_of_parts(
        [Money.from_minor(row["amount_minor"], currency) for row in parts],
        Money.from_minor(first["difference_minor"], currency),
        is_paid_charge=first["difference_kind"] in PAID_ALL_THE_SAME,
    )
    sums: dict[InvoiceId, Money] = {}
    for row, amount in zip(parts, money, strict=True):
        if row["invoice_id"] is not None:
            owner = InvoiceId(row["invoice_id"])
            sums[owner] = sums[owner] + amount if owner in sums else amount
    return [
        (
            owner,
            ReceiptOfInvoice(
                allocation_id=AllocationId(first["id"]), on=first["cashed_on"], received=amount
            ),
        )
        for owner, amount in sums.items()
        if amount
    ]
