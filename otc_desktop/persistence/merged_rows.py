"""The rows that hang on a customer, moved to another and back, each set in one statement."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Select, Table, case, insert, literal, select, update

from otc_desktop.application.kernel.repositories.customer_merges import MergeRecord
from otc_desktop.domain.receivables.lettering import nth_letter, place_of
from otc_desktop.persistence.session import Session
from otc_desktop.persistence.tables import metadata
from otc_desktop.persistence.tables.attachments import attachment
from otc_desktop.persistence.tables.customer_book import customer_address
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.invoicing import invoice, invoice_delivery, invoice_order
from otc_desktop.persistence.tables.merges import customer_merge_move as move
from otc_desktop.persistence.tables.quotes import quote
from otc_desktop.persistence.tables.receivables import open_item
from otc_desktop.persistence.tables.returns import sales_return
from otc_desktop.persistence.tables.sales import delivery, sales_order

# Whatever names a customer moves: a table that is added later needs no line here.
MOVED_TABLES: tuple[Table, ...] = tuple(
    table for table in metadata.sorted_tables if "customer_id" in table.c
)
_NAME = "customer_name_folded"
_MEMBER, _LETTER = "member", "letter"
_DEFAULT, _SUBJECT = "default_place", "attached"


def name_of_kind(table: Table) -> str:
    """What a table's rows are called in counts: the table's own name."""
    return table.name


def hang_on(session: Session, table: Table, merge: MergeRecord, *, name_folded: str) -> int:
    """Move the loser's rows of a table to the keeper, and write down which; how many."""
    was = table.c[_NAME] if _NAME in table.c else literal("")
    found = select(literal(merge.id, move.c.merge_id.type), literal(table.name), table.c.id, was)
    found = found.where(table.c.customer_id == merge.loser_id)
    session.connection.execute(
        insert(move).from_select(["merge_id", "kind", "row_id", "was"], found)
    )
    values: dict[str, Any] = {"customer_id": merge.keeper_id, **_next_version(table)}
    if _NAME in table.c:
        values[_NAME] = name_folded
    changed = session.connection.execute(
        update(table).where(table.c.customer_id == merge.loser_id).values(values)
    )
    return int(changed.rowcount)


def hang_back(session: Session, table: Table, merge: MergeRecord) -> int:
    """Move back what moved; how many rows."""
    values: dict[str, Any] = {"customer_id": merge.loser_id, **_next_version(table)}
    if _NAME in table.c:
        values[_NAME] = (
            select(move.c.was)
            .where(
                move.c.merge_id == merge.id,
                move.c.kind == table.name,
                move.c.row_id == table.c.id,
            )
            .scalar_subquery()
        )
    changed = session.connection.execute(
        update(table)
        .where(table.c.id.in_(_moved(merge, table.name)), table.c.customer_id == merge.keeper_id)
        .values(values)
    )
    return int(changed.rowcount)


def follow_items(session: Session, merge: MergeRecord, *, name_folded: str) -> None:
    """What has been added since to things that go back, goes with them.

    Movements and disputes of an item, requests and decisions about an order: apart from
    their thing they would say nothing.
    """
    for owner, key in ((open_item, "item_id"), (sales_order, "order_id")):
        things = _moved(merge, owner.name)
        for table in MOVED_TABLES:
            if key not in table.c or table in (delivery, sales_return, invoice):
                continue
            values: dict[str, Any] = {"customer_id": merge.loser_id, **_next_version(table)}
            if _NAME in table.c:
                values[_NAME] = name_folded
            session.connection.execute(
                update(table)
                .where(table.c[key].in_(things), table.c.customer_id == merge.keeper_id)
                .values(values)
            )


def numbers_grown(session: Session, merge: MergeRecord) -> Sequence[str]:
    """Documents made since that continue one that moved: a delivery, an invoice, a credit note."""
    orders, deliveries = _moved(merge, sales_order.name), _moved(merge, delivery.name)
    documents = _moved(merge, invoice.name)
    quotes = select(quote.c.order_number).where(
        quote.c.id.in_(_moved(merge, quote.name)), quote.c.order_number != ""
    )
    billed = select(invoice_order.c.invoice_id).where(invoice_order.c.order_id.in_(orders))
    shipped = select(invoice_delivery.c.invoice_id).where(
        invoice_delivery.c.delivery_id.in_(deliveries)
    )
    continued: Sequence[tuple[Table, Any]] = (
        (sales_order, sales_order.c.number.in_(quotes)),
        (delivery, delivery.c.order_id.in_(orders)),
        (sales_return, sales_return.c.delivery_id.in_(deliveries)),
        (invoice, invoice.c.order_id.in_(orders)),
        (invoice, invoice.c.delivery_id.in_(deliveries)),
        (invoice, invoice.c.credits_id.in_(documents)),
        (invoice, invoice.c.id.in_(billed)),
        (invoice, invoice.c.id.in_(shipped)),
    )
    numbers: set[str] = set()
    for table, condition in continued:
        query = select(table.c.number).where(
            condition,
            table.c.customer_id == merge.keeper_id,
            table.c.id.not_in(_moved(merge, table.name)),
        )
        numbers |= {row["number"] or "—" for row in session.rows(query)}
    return sorted(numbers)


def move_particulars(session: Session, merge: MergeRecord) -> None:
    """What besides the customer has to change: members, letters, default places, files."""
    _members(session, merge)
    _letters(session, merge)
    _default_places(session, merge)
    _files(session, merge)


def move_particulars_back(session: Session, merge: MergeRecord) -> None:
    """Those set back where nobody changed them since."""
    for kind, row_id, was in _written(session, merge):
        if kind == _MEMBER:
            head = UUID(was)
            _change(session, customer, row_id, {"parent_id": merge.loser_id}, {"parent_id": head})
        elif kind == _LETTER:
            before, given = was.split(">")
            row = session.by_id(open_item, row_id)
            if row is not None and row["letter"].upper() == given:
                kept = before.lower() if row["is_open"] else before
                _change(session, open_item, row_id, {"letter": kept}, {})
        elif kind == _DEFAULT:
            _change(session, customer_address, row_id, {"is_default": True}, {})
        elif kind == _SUBJECT:
            back = {"subject_id": merge.loser_id, "subject_number": was}
            _change(session, attachment, row_id, back, {"subject_id": merge.keeper_id})


def _members(session: Session, merge: MergeRecord) -> None:
    """Members of the loser's group have its successor as their head."""
    keeper = session.by_id(customer, merge.keeper_id)
    head = keeper["parent_id"] if keeper is not None else None
    if head is None or head == merge.loser_id:
        head = merge.keeper_id
    query = select(customer.c.id).where(
        customer.c.parent_id == merge.loser_id, customer.c.id.not_in((merge.keeper_id, head))
    )
    for row in session.rows(query):
        _write(session, merge, _MEMBER, row["id"], str(head))
        _change(session, customer, row["id"], {"parent_id": head}, {})


def _letters(session: Session, merge: MergeRecord) -> None:
    """Part-paid items get letters that the keeper does not use for others.

    Settled ones keep theirs: their entries stay on the other auxiliary account.
    """
    moved = open_item.c.id.in_(_moved(merge, open_item.name))
    mine = open_item.c.customer_id == merge.keeper_id
    used = {
        row["letter"].upper()
        for row in session.rows(
            select(open_item.c.letter).where(mine, ~moved, open_item.c.letter != "").distinct()
        )
    }
    lettered = session.rows(
        select(open_item.c.id, open_item.c.letter, open_item.c.is_open, open_item.c.version)
        .where(mine, moved, open_item.c.letter != "")
        .order_by(open_item.c.id)
    )
    clashing = sorted({row["letter"].upper() for row in lettered if row["is_open"]} & used)
    letters = used | {row["letter"].upper() for row in lettered}
    place = max((place_of(each) for each in letters), default=0)
    given = {letter: nth_letter(place + step) for step, letter in enumerate(clashing, start=1)}
    for row in lettered:
        before = row["letter"].upper()
        if before in given:
            letter = given[before]
            _write(session, merge, _LETTER, row["id"], f"{before}>{letter}")
            kept = letter.lower() if row["is_open"] else letter
            session.update_versioned(open_item, row["id"], row["version"], {"letter": kept})


def _default_places(session: Session, merge: MergeRecord) -> None:
    """One default address of a kind: the keeper's."""
    mine = (customer_address.c.customer_id == merge.keeper_id) & customer_address.c.is_default
    rows = session.rows(select(customer_address.c.id, customer_address.c.kind).where(mine))
    moved = set(session.connection.execute(_moved(merge, customer_address.name)).scalars())
    kept = {row["kind"] for row in rows if row["id"] not in moved}
    for row in rows:
        if row["id"] in moved and row["kind"] in kept:
            _write(session, merge, _DEFAULT, row["id"], "")
            _change(session, customer_address, row["id"], {"is_default": False}, {})


def _files(session: Session, merge: MergeRecord) -> None:
    """Files attached to the loser hang on the keeper, unless the same bytes do already."""
    keeper = session.by_id(customer, merge.keeper_id)
    code = "" if keeper is None else keeper["code"]
    present = {
        row["sha256"]
        for row in session.rows(
            select(attachment.c.sha256).where(attachment.c.subject_id == merge.keeper_id)
        )
    }
    query = select(
        attachment.c.id, attachment.c.sha256, attachment.c.subject_number, attachment.c.removed_on
    ).where(attachment.c.subject_id == merge.loser_id)
    for row in session.rows(query):
        if row["sha256"] in present and row["removed_on"] is None:
            continue
        _write(session, merge, _SUBJECT, row["id"], row["subject_number"])
        changed = {"subject_id": merge.keeper_id, "subject_number": code}
        _change(session, attachment, row["id"], changed, {})


def _moved(merge: MergeRecord, kind: str) -> Select[Any]:
    return select(move.c.row_id).where(move.c.merge_id == merge.id, move.c.kind == kind)


def _write(session: Session, merge: MergeRecord, kind: str, row_id: UUID, was: str) -> None:
    session.insert(
        move, {"merge_id": merge.id, "kind": kind, "row_id": row_id, "was": was}, audited=False
    )


def _written(session: Session, merge: MergeRecord) -> list[tuple[str, UUID, str]]:
    query = select(move.c.kind, move.c.row_id, move.c.was).where(
        move.c.merge_id == merge.id,
        move.c.kind.in_((_MEMBER, _LETTER, _DEFAULT, _SUBJECT)),
    )
    return [(row["kind"], row["row_id"], row["was"]) for row in session.rows(query)]


def _change(
    session: Session, table: Table, row_id: UUID, values: dict[str, Any], expected: dict[str, Any]
) -> None:
    """Set a row's columns, if it still holds what is expected of it."""
    row = session.by_id(table, row_id, lock=True)
    if row is not None and all(row[name] == value for name, value in expected.items()):
        session.update_versioned(table, row_id, row["version"], values)


def _next_version(table: Table) -> dict[str, Any]:
    """Whoever read the row before saves in vain; what is issued is never saved again."""
    if "version" not in table.c:
        return {}
    version = table.c.version + 1
    if table is invoice:
        return {"version": case((table.c.number.is_(None), version), else_=table.c.version)}
    return {"version": version}
