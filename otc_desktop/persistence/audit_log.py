"""The audit trail: one chained row per commit."""

from typing import Any

from sqlalchemy import Table, bindparam, insert, select, update

from otc_desktop.domain.audit.hash_chain import GENESIS, canonical_json, next_hash
from otc_desktop.persistence.session import Session
from otc_desktop.persistence.tables.audit import audit_entry, chain_head

AUDIT = "audit"
ARCHIVE = "archive"
# Every commit runs them: built once, for building costs more than running.
_HEAD = select(chain_head).where(chain_head.c.name == bindparam("chain"))
_MOVE_HEAD = update(chain_head).where(chain_head.c.name == bindparam("chain"))


def append(session: Session, payload: dict[str, Any]) -> None:
    """Chain what this transaction changed. Locks the head: call it last before the commit."""
    append_link(session, AUDIT, audit_entry, payload, {})


def append_link(
    session: Session, chain: str, table: Table, payload: dict[str, Any], columns: dict[str, Any]
) -> None:
    """One more link: `columns` are the row's own beside sequence, payload and hash."""
    head = session.one(_HEAD, {"chain": chain}, lock=True)
    sequence, previous = (0, GENESIS) if head is None else (head["sequence"], head["hash"])
    text = canonical_json(payload)
    link = next_hash(previous, text)
    session.connection.execute(
        insert(table),
        {**columns, "sequence": sequence + 1, "payload": text, "hash": link},
    )
    values = {"sequence": sequence + 1, "hash": link}
    if head is None:
        session.connection.execute(insert(chain_head), {"name": chain, **values})
    else:
        session.connection.execute(_MOVE_HEAD, {"chain": chain, **values})
