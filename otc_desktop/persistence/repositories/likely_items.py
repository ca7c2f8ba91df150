"""The few claims that one receipt may speak of, found without reading the others."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import ColumnElement, and_, func, not_, or_, select

from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.shared.ids import CustomerId
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.repositories.receivables import item_of
from otc_desktop.persistence.session import Session, in_chunks
from otc_desktop.persistence.tables.receivables import open_item

# As few characters as people name a document by; what stands between them differs.
_TAIL = 3
_BETWEEN = "-/ ._"
_PLAIN, _PLAIN_GLOB = "^[A-Z0-9]{3}$", "[A-Z0-9][A-Z0-9][A-Z0-9]"


def items_named(
    session: Session, texts: Collection[str], amounts: Collection[Money], *, settled_since: date
) -> Sequence[OpenItem]:
    """Claims whose number or order may stand in the texts, and open ones of these amounts.

    A coarse sieve: the last characters of a number, anywhere in a text. What is kept is
    compared as matching compares; nothing it could find is lost.

    Args:
        session: the transaction.
        texts: labels without anything between letters and digits, in capitals.
        amounts: what may be open.
        settled_since: claims settled before that day are left out.
    """
    ends = sorted({text[at : at + _TAIL] for text in texts for at in range(len(text) - _TAIL + 1)})

    def named(column: ColumnElement[str]) -> ColumnElement[bool]:
        """By its last characters; only where a sign stands among them, by more work."""
        end = func.upper(_right(session, column))
        plain = end.regexp_match(_PLAIN) if session.is_postgresql else end.op("GLOB")(_PLAIN_GLOB)
        bare = func.upper(column)
        for sign in _BETWEEN:
            bare = func.replace(bare, sign, "")
        return and_(
            column != "",
            or_(end.in_(ends), and_(not_(plain), _right(session, bare).in_(ends))),
        )

    names = or_(named(open_item.c.number), named(open_item.c.purchase_order))
    minors = [each.minor for each in amounts]
    wanted = or_(
        and_(open_item.c.is_open.is_(True), open_item.c.open_minor.in_(minors)),
        and_(or_(open_item.c.is_open.is_(True), open_item.c.settled_on >= settled_since), names),
    )
    rows = session.rows(select(open_item).where(wanted).order_by(open_item.c.due_on))
    return [item_of(row) for row in rows]


def _right(session: Session, column: ColumnElement[str]) -> ColumnElement[str]:
    right: ColumnElement[str] = (
        func.right(column, _TAIL) if session.is_postgresql else func.substr(column, -_TAIL)
    )
    return right


def items_of(
    session: Session, customers: Collection[CustomerId], *, settled_since: date
) -> Sequence[OpenItem]:
    """What customers owe, and what they settled since that day."""
    return [
        item_of(row)
        for some in in_chunks(customers)
        for row in session.rows(
            select(open_item)
            .where(open_item.c.customer_id.in_(some))
            .where(or_(open_item.c.is_open.is_(True), open_item.c.settled_on >= settled_since))
            .order_by(open_item.c.due_on, open_item.c.id)
        )
    ]
