"""Find the thing that files hang on."""

from dataclasses import dataclass
from uuid import UUID

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.attachments.attachment import Subject, SubjectKind
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import NotFoundError


@dataclass(frozen=True, slots=True, kw_only=True)
class FindSubject:
    """Name a thing by its number, code or id."""

    kind: SubjectKind
    number: str


@use_case(permission=Permission.READ)
def find_subject(command: FindSubject, ctx: Context, task: Task) -> Subject:
    """The thing.

    Raises:
        NotFoundError: `attachments.subject_not_found`.
    """
    with ctx.snapshot() as uow:
        return required_subject(uow, command.kind, number=command.number)


def required_subject(
    uow: UnitOfWork, kind: SubjectKind, *, number: str = "", subject_id: UUID | None = None
) -> Subject:
    """The thing of that id, or of that number where no id is given.

    Raises:
        NotFoundError: `attachments.subject_not_found`.
    """
    if subject_id is not None:
        found = uow.attachments.subject(kind, subject_id)
    else:
        found = uow.attachments.find_subject(kind, number)
    if found is None:
        raise NotFoundError(
            "attachments.subject_not_found",
            where="number",
            subject_kind=kind.value,
            number=number or str(subject_id),
        )
    return found
