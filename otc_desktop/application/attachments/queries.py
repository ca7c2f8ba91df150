"""Rows of lists of attached files."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from otc_desktop.domain.attachments.attachment import SubjectKind
from otc_desktop.domain.shared.ids import AttachmentId, CustomerId


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentRow:
    """An attached file and what it belongs to; `size` in bytes."""

    id: AttachmentId
    file_name: str
    media_type: str
    size: int
    note: str
    sha256: str
    subject_kind: SubjectKind
    subject_id: UUID
    subject_number: str
    customer_id: CustomerId | None
    added_on: date
    added_at: datetime
    added_by: str
