"""What was issued and what was done can't have been altered without a trace."""

import hashlib
import json
from collections.abc import Iterator

from sqlalchemy import Connection, Table, select

from otc_desktop.domain.audit.hash_chain import GENESIS, next_hash
from otc_desktop.persistence import audit_log
from otc_desktop.persistence.queries.verification.streaming import Offenders, stream
from otc_desktop.persistence.tables.audit import audit_entry, chain_head
from otc_desktop.persistence.tables.invoicing import archived_document, blob, invoice

# A PDF weighs some 100 kB: few at a time.
_BLOBS_A_FETCH = 20


def broken_audit_chain(connection: Connection) -> Offenders:
    """Links of the audit trail that were changed, removed or slipped in."""
    return _broken_chain(connection, audit_entry, audit_log.AUDIT)


def broken_archive_chain(connection: Connection) -> Offenders:
    """Links of the archive that were changed, removed or slipped in."""
    yield from _broken_chain(connection, archived_document, audit_log.ARCHIVE)
    table = archived_document.c
    query = select(
        table.sequence, table.invoice_id, table.media_type, table.sha256, table.payload
    ).order_by(table.sequence)
    for sequence, invoice_id, media_type, sha256, payload in stream(connection, query):
        columns = {"invoice": str(invoice_id), "media_type": media_type, "sha256": sha256}
        if json.loads(payload) != columns:
            yield f"{audit_log.ARCHIVE} {sequence}"


def altered_bytes(connection: Connection) -> Offenders:
    """Archived bytes that don't match their SHA-256."""
    query = select(blob.c.sha256, blob.c.content)
    for sha256, content in stream(connection, query, rows_a_fetch=_BLOBS_A_FETCH):
        if hashlib.sha256(content).hexdigest() != sha256:
            yield sha256


def documents_without_archive(connection: Connection) -> Offenders:
    """Issued documents whose bytes were not kept."""
    query = (
        select(invoice.c.number)
        .outerjoin(archived_document, archived_document.c.invoice_id == invoice.c.id)
        .where(invoice.c.number.is_not(None) & archived_document.c.invoice_id.is_(None))
        .order_by(invoice.c.number)
    )
    return (number for (number,) in stream(connection, query))


def _broken_chain(connection: Connection, table: Table, name: str) -> Iterator[str]:
    """The first broken link: all that follow hang on it."""
    previous, expected = GENESIS, 0
    query = select(table.c.sequence, table.c.payload, table.c.hash).order_by(table.c.sequence)
    for sequence, payload, link in stream(connection, query):
        expected += 1
        if sequence != expected or next_hash(previous, payload) != link:
            yield f"{name} {sequence}"
            return
        previous = link
    head = connection.execute(
        select(chain_head.c.sequence, chain_head.c.hash).where(chain_head.c.name == name)
    ).one_or_none()
    if (expected, previous) != (tuple(head) if head is not None else (0, GENESIS)):
        yield f"{name} head"
