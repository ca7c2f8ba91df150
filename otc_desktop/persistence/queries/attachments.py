"""Lists of attached files."""

from collections.abc import Sequence
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    RowMapping,
    Select,
    func,
    or_,
    select,
)

from otc_desktop.application.attachments.queries import AttachmentRow
from otc_desktop.application.kernel.finding import FoundKind
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.domain.attachments.attachment import SubjectKind
from otc_desktop.domain.shared.ids import AttachmentId, CustomerId
from otc_desktop.domain.shared.text import fold
from otc_desktop.persistence.queries.full_text import things
from otc_desktop.persistence.queries.reading import PagedQuery, Sorts, met_in_order
from otc_desktop.persistence.queries.search import Search, starts_with
from otc_desktop.persistence.tables.attachments import attachment
from otc_desktop.persistence.tables.invoicing import invoice

_OWNERS = ("customer_id", "subject_id")


class AttachmentList(PagedQuery[AttachmentRow]):
    """Files, newest first. Filters: `customer_id`, `subject_id`.

    Within one customer or one thing, any part of a name or note is found; among all files,
    words.
    """

    sorts: ClassVar[Sorts] = {
        "added_at": attachment.c.added_at,
        "file_name": attachment.c.name_folded,
    }
    default_sort = "added_at"
    default_descending = True
    tie = attachment.c.id

    def rows_query(self) -> Select[Any]:
        """Files; a draft that files were attached to may have its number by now."""
        number = func.coalesce(invoice.c.number, attachment.c.subject_number)
        return select(attachment, number.label("number_now")).outerjoin(
            invoice, invoice.c.id == attachment.c.subject_id
        )

    def counted(self) -> FromClause:
        """Files."""
        return attachment

    def filters(self, request: PageRequest) -> list[ColumnElement[bool]]:
        """Whose, or on what; never those that were removed."""
        found = [met_in_order(attachment.c.removed_on.is_(None))]
        owners = [name for name in _OWNERS if name in request.filters]
        return [
            *found,
            *(attachment.c[name] == (request.filters[name] or UUID(int=0)) for name in owners),
        ]

    def narrowed(self, connection: Connection, request: PageRequest) -> list[ColumnElement[bool]]:
        """Few files of one owner are looked through; all files are searched by an index."""
        if not set(_OWNERS) & set(request.filters):
            return super().narrowed(connection, request)
        return [*self.filters(request), *_containing(request.search)]

    def choices(self, search: Search) -> list[ColumnElement[bool]]:
        """The beginning of a name, or words of name and note."""
        return [
            starts_with(attachment.c.name_folded, search.words),
            attachment.c.id.in_(things(search.asked, FoundKind.ATTACHMENT)),
        ]

    def row(self, row: RowMapping) -> AttachmentRow:
        """A file."""
        owner = row["customer_id"]
        return AttachmentRow(
            id=AttachmentId(row["id"]),
            file_name=row["file_name"],
            media_type=row["media_type"],
            size=row["size"],
            note=row["note"],
            sha256=row["sha256"],
            subject_kind=SubjectKind(row["subject_kind"]),
            subject_id=row["subject_id"],
            subject_number=row["number_now"],
            customer_id=None if owner is None else CustomerId(owner),
            added_on=row["added_on"],
            added_at=row["added_at"],
            added_by=row["added_by"],
        )


def _containing(typed: str) -> Sequence[ColumnElement[bool]]:
    return [
        or_(
            attachment.c.name_folded.contains(word, autoescape=True),
            attachment.c.note_folded.contains(word, autoescape=True),
        )
        for word in fold(typed.replace("\0", "")).split()
    ]
