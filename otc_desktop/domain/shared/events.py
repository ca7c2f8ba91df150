"""Facts that happened: what the timeline shows and the audit trail keeps."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A fact about one thing, told in the past tense by its class name."""

    subject_id: UUID
    customer_id: UUID | None = None
