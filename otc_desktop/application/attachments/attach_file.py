"""Attach a file to a thing."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from otc_desktop.application.attachments.find_subject import required_subject
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.attachments.attachment import (
    LARGEST_BYTES,
    Attachment,
    SubjectKind,
)
from otc_desktop.domain.attachments.file_names import clean_file_name, media_type_of
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import InputFileError, RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import AttachmentId

_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachFile:
    """Ask for a file to be kept with a thing, named by its number (or code) or by its id."""

    path: Path
    kind: SubjectKind
    number: str = ""
    subject_id: UUID | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentAdded(Event):
    """A file was attached; `about_kind` and `about` say to what."""

    file_name: str
    note: str
    about_kind: str
    about: str
    about_id: str
    author: str


@use_case(permission=Permission.ATTACH_FILES)
def attach_file(command: AttachFile, ctx: Context, task: Task) -> Attachment:
    """Keep the file's bytes once, by their hash, and link them to the thing.

    Raises:
        NotFoundError: `attachments.subject_not_found`.
        InputFileError: `attachments.too_large`, `files.not_found`, `files.not_readable`.
        RuleError: `attachments.empty`, `attachments.already_there`, `attachments.no_name`,
            `attachments.note_too_long`.
    """
    name = clean_file_name(command.path.name)
    content = _read(command.path, name, ctx)
    with ctx.unit_of_work() as uow:
        subject = required_subject(
            uow, command.kind, number=command.number, subject_id=command.subject_id
        )
        sha256 = uow.archive.keep(content)
        present = uow.attachments.present(subject.id, sha256)
        if present is not None:
            raise RuleError("attachments.already_there", name=name, other=present.file_name)
        attachment = Attachment(
            id=AttachmentId(ctx.new_id()),
            sha256=sha256,
            file_name=name,
            media_type=media_type_of(name),
            size=len(content),
            subject=subject,
            added_on=ctx.today,
            added_at=ctx.now(),
            added_by=ctx.user.name,
            note=command.note.strip(),
        )
        uow.attachments.add(attachment)
        uow.record(
            AttachmentAdded(
                subject_id=attachment.id,
                customer_id=subject.customer_id,
                file_name=attachment.file_name,
                note=attachment.note,
                about_kind=subject.kind.value,
                about=subject.number,
                about_id=str(subject.id),
                author=attachment.added_by,
            )
        )
        return uow.commit(attachment)


def _read(path: Path, name: str, ctx: Context) -> bytes:
    try:
        content = ctx.ports.files.read(path, largest=LARGEST_BYTES)
    except InputFileError as problem:
        if problem.code != "files.too_large":
            raise
        raise InputFileError(
            "attachments.too_large", name=name, largest_megabytes=LARGEST_BYTES // _MEGABYTE
        ) from problem
    if not content:
        raise RuleError("attachments.empty", name=name)
    return content
