"""Where documents stand in the reform, for lists and for this morning's counts."""

from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select

from otc_desktop.domain.invoicing.lifecycle import TO_DEAL_WITH, TURNED_DOWN, StatusCode
from otc_desktop.domain.invoicing.references import Relation
from otc_desktop.persistence.queries.reading import met_in_order
from otc_desktop.persistence.tables.invoicing import invoice, invoice_reference
from otc_desktop.persistence.tables.lifecycle import invoice_lifecycle

TO_DEAL_WITH_FILTER = "to_deal_with"
_OF_MANY = frozenset(
    code.value for code in StatusCode if code not in (*TO_DEAL_WITH, StatusCode.CANCELLED)
)
_TAKEN_BACK = (Relation.CREDITED.value, Relation.CORRECTED.value)


def to_deal_with() -> Select[Any]:
    """Documents that wait for somebody of ours.

    Suspended, unreadable or not routed until another status stands; refused or rejected
    until a credit note or a corrective invoice takes the document back.
    """
    kept = invoice_lifecycle.c
    later = invoice.alias("later")
    taken_back = (
        select(invoice_reference.c.invoice_id)
        .join(later, later.c.id == invoice_reference.c.invoice_id)
        .where(invoice_reference.c.named_id == kept.id)
        .where(invoice_reference.c.relation.in_(_TAKEN_BACK))
        .where(later.c.number.is_not(None))
    )
    turned_down = [code.value for code in TURNED_DOWN]
    return (
        select(kept.id)
        .where(kept.code.in_([code.value for code in TO_DEAL_WITH]))
        .where(or_(kept.code.not_in(turned_down), ~taken_back.exists()))
    )


def standing_at(invoice_id: ColumnElement[Any], choice: str) -> ColumnElement[bool]:
    """Documents of one status, or those that wait for somebody.

    Those of a status through which every document goes are many, and met in the list's
    order; of the others there are few, and they are sorted.
    """
    if choice == TO_DEAL_WITH_FILTER:
        return invoice_id.in_(to_deal_with())
    kept = select(invoice_lifecycle.c.id).where(invoice_lifecycle.c.code == choice)
    if choice in _OF_MANY:
        return met_in_order(kept.where(invoice_lifecycle.c.id == invoice_id).exists())
    return invoice_id.in_(kept)
