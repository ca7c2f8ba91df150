"""The drafts that wait to be issued."""

from collections.abc import Sequence
from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.ids import InvoiceId


@dataclass(frozen=True, slots=True, kw_only=True)
class ListDrafts:
    """Ask for all drafts."""


@use_case(permission=Permission.READ)
def list_drafts(command: ListDrafts, ctx: Context, task: Task) -> Sequence[InvoiceId]:
    """Drafts in the order in which they must be issued: by date, then by making."""
    with ctx.snapshot() as uow:
        return uow.invoices.draft_ids()
