"""On which day an allocation was money: towards the State a bill is none before it is paid.

A cheque is a payment when it is received, a bill or a direct debit only when it is paid at its
due date (CGI 269-2-c). Statements that read these need `allocation`, outer joined with
`paper_receipt` by `OF_PAPER`.
"""

from datetime import date

from sqlalchemy import Column, ColumnElement, Select, and_, case, exists, func, or_, select

from otc_desktop.domain.invoicing.invoice import InvoiceKind
from otc_desktop.persistence.tables.papers import paper_receipt
from otc_desktop.persistence.tables.receivables import allocation, allocation_part, open_item

OF_PAPER = allocation.c.paper_id == paper_receipt.c.id
_PAID_ON = func.coalesce(paper_receipt.c.ripe_on, paper_receipt.c.due_on)
IS_PAID = or_(paper_receipt.c.id.is_(None), paper_receipt.c.ripe.is_(True))
_ON_ACCOUNT = (
    select(allocation_part.c.allocation_id)
    .join(open_item, open_item.c.id == allocation_part.c.item_id)
    .where(open_item.c.kind == InvoiceKind.ON_ACCOUNT.value)
)
# An entry of its own, or money on account that is laid on a document; a credit note that is
# laid on an invoice moves no money.
MOVES_MONEY = or_(
    allocation.c.entry_id.is_not(None),
    exists(_ON_ACCOUNT.where(allocation_part.c.allocation_id == allocation.c.id)),
)


def day_of_money(moved_on: Column[date]) -> ColumnElement[date]:
    """The day on which a movement was money; NULL while its bill is not paid."""
    return case(
        (paper_receipt.c.id.is_(None), moved_on),
        (
            and_(paper_receipt.c.ripe.is_(True), func.coalesce(_PAID_ON, moved_on) > moved_on),
            _PAID_ON,
        ),
        (paper_receipt.c.ripe.is_(True), moved_on),
        else_=None,
    )


def papers_paid(from_on: date, to_on: date) -> Select[tuple[object]]:
    """The receipts that became money in a period later than they came."""
    return select(paper_receipt.c.id).where(
        paper_receipt.c.ripe.is_(True) & _PAID_ON.between(from_on, to_on)
    )
