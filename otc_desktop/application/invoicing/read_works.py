"""One works contract with its lines and situations."""

from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.invoicing.works import WorksContract
from otc_desktop.domain.security.permissions import Permission


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadWorks:
    """Ask for a works contract."""

    number: str


@use_case(permission=Permission.READ)
def read_works(command: ReadWorks, ctx: Context, task: Task) -> WorksContract:
    """The contract as it stands.

    Raises:
        NotFoundError: `invoicing.works_not_found`.
    """
    with ctx.snapshot() as uow:
        return uow.works.get_by_number(command.number)
