"""Say that two files which look alike are two customers."""

from dataclasses import dataclass

from otc_desktop.application.customers.merge_steps import both_files
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.merge import refuse_unless_mergeable
from otc_desktop.domain.security.permissions import Permission


@dataclass(frozen=True, slots=True, kw_only=True)
class TellApart:
    """Ask for two files, by code, never to be listed as duplicates again."""

    one: str
    other: str


@use_case(permission=Permission.EDIT_CUSTOMERS)
def tell_apart(command: TellApart, ctx: Context, task: Task) -> None:
    """Remember that the two are no duplicates.

    Raises:
        NotFoundError: `customers.unknown_code`.
        RuleError: `customers.merge_with_itself`, `customers.merged_already`.
    """
    with ctx.unit_of_work() as uow:
        one, other = both_files(uow, command.one, command.other)
        refuse_unless_mergeable(one, other)
        uow.duplicates.tell_apart(one.id, other.id, on=ctx.today)
        return uow.commit(None)
