"""Files attached to things."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, Select, Table, select

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.domain.attachments.attachment import Attachment, Subject, SubjectKind
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import AttachmentId, CustomerId
from otc_desktop.domain.shared.text import fold
from otc_desktop.persistence.session import Session
from otc_desktop.persistence.tables.attachments import attachment as table
from otc_desktop.persistence.tables.banking import bank_transaction
from otc_desktop.persistence.tables.customer_book import contact
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.disputes import dispute
from otc_desktop.persistence.tables.invoicing import invoice
from otc_desktop.persistence.tables.quotes import quote
from otc_desktop.persistence.tables.receivables import open_item
from otc_desktop.persistence.tables.returns import sales_return
from otc_desktop.persistence.tables.sales import delivery, sales_order

# Each kind's table, and the column of the name that people use.
_TABLES: Mapping[SubjectKind, tuple[Table, str]] = {
    SubjectKind.CUSTOMER: (customer, "code"),
    SubjectKind.CONTACT: (contact, "name"),
    SubjectKind.QUOTE: (quote, "number"),
    SubjectKind.ORDER: (sales_order, "number"),
    SubjectKind.DELIVERY: (delivery, "number"),
    SubjectKind.RETURN: (sales_return, "number"),
    SubjectKind.INVOICE: (invoice, "number"),
    SubjectKind.DISPUTE: (dispute, ""),
    SubjectKind.BANK_LINE: (bank_transaction, ""),
}
# Names that several may bear: such a thing is found by its id only.
_NOT_UNIQUE = frozenset((SubjectKind.CONTACT,))


class SqlAttachmentRepository:
    """Attachments of a database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def find_subject(self, kind: SubjectKind, number: str) -> Subject | None:
        """The thing people call by this number, code or id."""
        things, name = _TABLES[kind]
        if name and kind not in _NOT_UNIQUE:
            found = self._one(kind, things.c[name] == number)
            if found is None and kind is SubjectKind.INVOICE:
                found = self._taken_over(open_item.c.number == number)
            if found is not None:
                return found
        thing_id = _as_id(number)
        return None if thing_id is None else self.subject(kind, thing_id)

    def subject(self, kind: SubjectKind, subject_id: UUID) -> Subject | None:
        """The thing of this id."""
        found = self._one(kind, _TABLES[kind][0].c.id == subject_id)
        if found is None and kind is SubjectKind.INVOICE:
            return self._taken_over(open_item.c.id == subject_id)
        return found

    def add(self, attachment: Attachment) -> None:
        """A new attachment."""
        subject = attachment.subject
        self._session.insert(
            table,
            {
                "id": attachment.id,
                "sha256": attachment.sha256,
                "media_type": attachment.media_type,
                "size": attachment.size,
                "subject_kind": subject.kind.value,
                "subject_id": subject.id,
                "subject_number": subject.number,
                "customer_id": subject.customer_id,
                "added_on": attachment.added_on,
                "added_at": self._session.now,
                "added_by": attachment.added_by,
                "version": 1,
                **_values(attachment),
            },
        )
        self._session.topics.add(Topic.ATTACHMENTS)

    def get(self, attachment_id: AttachmentId) -> Attachment:
        """By id."""
        row = self._session.by_id(table, attachment_id, lock=True)
        if row is None:
            raise NotFoundError("attachments.not_found", id=str(attachment_id))
        return _attachment(row)

    def save(self, attachment: Attachment) -> None:
        """A changed attachment."""
        self._session.update_versioned(
            table, attachment.id, attachment.version, _values(attachment)
        )
        self._session.topics.add(Topic.ATTACHMENTS)

    def present(self, subject_id: UUID, sha256: str) -> Attachment | None:
        """The attachment of these bytes to this thing, if it has one."""
        row = self._session.one(
            select(table)
            .where((table.c.subject_id == subject_id) & (table.c.sha256 == sha256))
            .where(table.c.removed_on.is_(None))
        )
        return None if row is None else _attachment(row)

    def of_content(self, kind: SubjectKind, sha256: str) -> Sequence[Attachment]:
        """The attachments of these bytes to things of a kind, the latest first."""
        query = (
            select(table)
            .where((table.c.sha256 == sha256) & (table.c.subject_kind == kind.value))
            .where(table.c.removed_on.is_(None))
            .order_by(table.c.added_at.desc(), table.c.id)
        )
        return [_attachment(row) for row in self._session.rows(query)]

    def _one(self, kind: SubjectKind, condition: ColumnElement[bool]) -> Subject | None:
        things, name = _TABLES[kind]
        row = self._session.one(_subject_query(things, name).where(condition))
        return None if row is None else _subject(kind, row)

    def _taken_over(self, condition: ColumnElement[bool]) -> Subject | None:
        """An invoice of another program is here as an open item only."""
        query = _subject_query(open_item, "number").where(open_item.c.invoice_id.is_(None))
        row = self._session.one(query.where(condition))
        return None if row is None else _subject(SubjectKind.INVOICE, row)


def _subject_query(things: Table, name: str) -> Select[Any]:
    columns: list[ColumnElement[Any]] = [things.c.id]
    if name:
        columns.append(things.c[name].label("number"))
    if "customer_id" in things.c:
        columns.append(things.c.customer_id)
    return select(*columns)


def _subject(kind: SubjectKind, row: RowMapping) -> Subject:
    owner = row["id"] if kind is SubjectKind.CUSTOMER else row.get("customer_id")
    return Subject(
        kind=kind,
        id=row["id"],
        customer_id=None if owner is None else CustomerId(owner),
        number=row.get("number") or "",
    )


def _attachment(row: RowMapping) -> Attachment:
    owner = row["customer_id"]
    return Attachment(
        id=AttachmentId(row["id"]),
        sha256=row["sha256"],
        file_name=row["file_name"],
        media_type=row["media_type"],
        size=row["size"],
        subject=Subject(
            kind=SubjectKind(row["subject_kind"]),
            id=row["subject_id"],
            customer_id=None if owner is None else CustomerId(owner),
            number=row["subject_number"],
        ),
        added_on=row["added_on"],
        added_at=row["added_at"],
        added_by=row["added_by"],
        note=row["note"],
        removed_on=row["removed_on"],
        version=row["version"],
    )


def _values(attachment: Attachment) -> dict[str, Any]:
    return {
        "file_name": attachment.file_name,
        "name_folded": fold(attachment.file_name),
        "note": attachment.note,
        "note_folded": fold(attachment.note),
        "removed_on": attachment.removed_on,
    }


def _as_id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
