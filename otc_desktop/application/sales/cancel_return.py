"""Strike out an announced return: the customer keeps the goods."""

from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.sales.sales_return import SalesReturn
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelReturn:
    """Ask for a noted return to be struck out."""

    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnCancelled(Event):
    """An announced return did not come."""

    number: str


@use_case(permission=Permission.DELIVER)
def cancel_return(command: CancelReturn, ctx: Context, task: Task) -> SalesReturn:
    """Strike out a return; its number stays.

    Raises:
        NotFoundError: `sales.return_not_found`.
        RuleError: `sales.return_not_noted`.
    """
    with ctx.unit_of_work() as uow:
        cancelled = uow.sales_returns.get_by_number(command.number, lock=True).cancel()
        uow.sales_returns.save(cancelled)
        uow.record(
            ReturnCancelled(
                subject_id=cancelled.id,
                customer_id=cancelled.customer_id,
                number=cancelled.number,
            )
        )
        return uow.commit(cancelled)
