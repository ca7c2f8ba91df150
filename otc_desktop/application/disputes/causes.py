"""The tree of causes: read, added to, renamed, archived."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.disputes.cause import DisputeCause
from otc_desktop.domain.disputes.dispute import DisputeReason
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import DisputeCauseId
from otc_desktop.domain.shared.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadCauses:
    """Ask for the company's causes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddCause:
    """Ask for a new cause under a reason."""

    reason: DisputeReason
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeCause:
    """Ask for another title, or for a cause to be offered no more; None leaves it."""

    cause_id: DisputeCauseId
    title: str | None = None
    archived: bool | None = None


@use_case(permission=Permission.READ)
def read_causes(command: ReadCauses, ctx: Context, task: Task) -> Sequence[DisputeCause]:
    """All causes by title, the archived ones too."""
    with ctx.snapshot() as view:
        return view.disputes.causes()


@use_case(permission=Permission.HANDLE_DISPUTES)
def add_cause(command: AddCause, ctx: Context, task: Task) -> DisputeCause:
    """Add a cause; the same title under the same reason is one.

    Raises:
        RuleError: `disputes.cause_exists`, and what the domain refuses.
    """
    with ctx.unit_of_work() as uow:
        cause = DisputeCause(
            id=DisputeCauseId(ctx.new_id()), reason=command.reason, title=command.title.strip()
        )
        _refuse_double(cause, uow.disputes.causes())
        uow.disputes.add_cause(cause)
        return uow.commit(cause)


@use_case(permission=Permission.HANDLE_DISPUTES)
def change_cause(command: ChangeCause, ctx: Context, task: Task) -> DisputeCause:
    """Rename a cause, archive it or bring it back; disputes that have it follow.

    Raises:
        NotFoundError: `disputes.cause_not_found`.
        RuleError: `disputes.cause_exists`, and what the domain refuses.
    """
    with ctx.unit_of_work() as uow:
        cause = uow.disputes.get_cause(command.cause_id)
        if command.title is not None:
            cause = cause.renamed(command.title)
        if command.archived is not None:
            cause = replace(cause, archived=command.archived)
        _refuse_double(cause, uow.disputes.causes())
        uow.disputes.save_cause(cause)
        return uow.commit(cause)


def _refuse_double(cause: DisputeCause, known: Sequence[DisputeCause]) -> None:
    title = fold(cause.title)
    for other in known:
        alike = other.reason is cause.reason and fold(other.title) == title
        if alike and other.id != cause.id:
            raise RuleError("disputes.cause_exists", where="title", title=other.title)
