"""The company, if it was set up."""

from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.company import Company


@dataclass(frozen=True, slots=True, kw_only=True)
class FindCompany:
    """Ask whose books these are."""


@use_case(permission=Permission.READ)
def find_company(command: FindCompany, ctx: Context, task: Task) -> Company | None:
    """The company, or None in a database that was not set up yet."""
    with ctx.snapshot() as uow:
        return uow.company.find()
