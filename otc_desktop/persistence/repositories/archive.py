"""The archive: content-addressed bytes, and a hash chain over what was issued."""

import hashlib
import json
from collections.abc import Iterator
from datetime import date

from sqlalchemy import RowMapping, func, select

from otc_desktop.application.kernel.issued_files import KeptDocument, KeptFile
from otc_desktop.domain.invoicing.invoice import InvoiceKind
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import InvoiceId
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence import audit_log
from otc_desktop.persistence.session import Session
from otc_desktop.persistence.tables.invoicing import archived_document, blob, invoice

_PDF, _XML = "application/pdf", "application/xml"
_ROWS_A_FETCH = 500


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

    def count_issued(self, from_on: date, to_on: date) -> int:
        """How many archived documents are dated in a period."""
        query = (
            select(func.count())
            .select_from(archived_document)
            .join(invoice, invoice.c.id == archived_document.c.invoice_id)
            .where(archived_document.c.media_type == _PDF)
            .where(invoice.c.document_on.between(from_on, to_on))
        )
        return int(self._session.connection.execute(query).scalar_one())

    def issued(self, from_on: date, to_on: date) -> Iterator[KeptDocument]:
        """The archived documents dated in a period, streamed in the order of the chain."""
        pdf, xml = archived_document.alias("pdf"), archived_document.alias("xml")
        query = (
            select(
                invoice,
                pdf.c.archived_at,
                pdf.c.sequence.label("pdf_sequence"),
                pdf.c.hash.label("pdf_link"),
                pdf.c.sha256.label("pdf_sha256"),
                xml.c.sequence.label("xml_sequence"),
                xml.c.hash.label("xml_link"),
                xml.c.sha256.label("xml_sha256"),
            )
            .join(invoice, invoice.c.id == pdf.c.invoice_id)
            .outerjoin(xml, (xml.c.invoice_id == invoice.c.id) & (xml.c.media_type == _XML))
            .where(pdf.c.media_type == _PDF)
            .where(invoice.c.document_on.between(from_on, to_on))
            .order_by(pdf.c.sequence)
        )
        # Options of the statement alone: set on the connection they would outlive this reading.
        options = {"stream_results": True, "yield_per": _ROWS_A_FETCH}
        found = self._session.connection.execute(query, execution_options=options)
        for row in found.mappings():
            yield _kept(row)


def _kept(row: RowMapping) -> KeptDocument:
    buyer = json.loads(row["identity"])["buyer"]
    currency = Currency(row["currency"])
    return KeptDocument(
        id=InvoiceId(row["id"]),
        kind=InvoiceKind(row["kind"]),
        number=row["number"],
        issued_on=row["document_on"],
        due_on=row["due_on"],
        archived_at=row["archived_at"],
        buyer_code=buyer["code"],
        buyer_name=buyer["name"],
        buyer_siren=buyer["siren"],
        buyer_vat_number=buyer["vat_number"],
        total_excl_tax=Money.from_minor(row["total_excl_tax_minor"], currency),
        total_vat=Money.from_minor(row["total_vat_minor"], currency),
        total_incl_tax=Money.from_minor(row["total_incl_tax_minor"], currency),
        pdf=KeptFile(sequence=row["pdf_sequence"], link=row["pdf_link"], sha256=row["pdf_sha256"]),
        xml=None
        if row["xml_sequence"] is None
        else KeptFile(sequence=row["xml_sequence"], link=row["xml_link"], sha256=row["xml_sha256"]),
    )
