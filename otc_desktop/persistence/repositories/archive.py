"""The archive: content-addressed bytes, and a hash chain over what was issued."""

import hashlib

from sqlalchemy import select

from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import InvoiceId
from otc_desktop.persistence import audit_log
from otc_desktop.persistence.session import Session
from otc_desktop.persistence.tables.invoicing import archived_document, blob


class SqlArchiveRepository:
    """Kept bytes of a database, in the same transaction as what they belong to."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add_document(self, invoice_id: InvoiceId, media_type: str, content: bytes) -> str:
        """Keep a document and chain it; returns its SHA-256."""
        digest = self.keep(content)
        audit_log.append_link(
            self._session,
            audit_log.ARCHIVE,
            archived_document,
            {"invoice": invoice_id, "media_type": media_type, "sha256": digest},
            {
                "invoice_id": invoice_id,
                "media_type": media_type,
                "sha256": digest,
                "archived_at": self._session.now,
            },
        )
        return digest

    def document(self, invoice_id: InvoiceId, media_type: str) -> bytes:
        """The bytes as issued."""
        row = self._session.one(
            select(blob.c.content)
            .join(archived_document, archived_document.c.sha256 == blob.c.sha256)
            .where(
                (archived_document.c.invoice_id == invoice_id)
                & (archived_document.c.media_type == media_type)
            )
        )
        if row is None:
            raise NotFoundError("archive.not_found", media_type=media_type)
        return bytes(row["content"])

    def digest(self, invoice_id: InvoiceId, media_type: str) -> str | None:
        """The SHA-256 of a kept document, None where none was kept."""
        row = self._session.one(
            select(archived_document.c.sha256).where(
                (archived_document.c.invoice_id == invoice_id)
                & (archived_document.c.media_type == media_type)
            )
        )
        return None if row is None else str(row["sha256"])

    def keep(self, content: bytes) -> str:
        """Keep bytes once; returns their SHA-256."""
        digest = hashlib.sha256(content).hexdigest()
        known = self._session.one(select(blob.c.sha256).where(blob.c.sha256 == digest))
        if known is None:
            self._session.insert(
                blob,
                {"sha256": digest, "size": len(content), "content": content},
                audited=False,
            )
        return digest

    def content(self, sha256: str) -> bytes:
        """Any kept bytes by their hash."""
        row = self._session.one(select(blob.c.content).where(blob.c.sha256 == sha256))
        if row is None:
            raise NotFoundError("archive.not_found", media_type=sha256)
        return bytes(row["content"])
