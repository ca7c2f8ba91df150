"""Take in goods that a customer announced."""

from dataclasses import dataclass, replace

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.application.sales.goods_back import take_goods_back
from otc_desktop.domain.sales.sales_return import SalesReturn
from otc_desktop.domain.security.permissions import Permission


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveReturn:
    """Ask for a noted return to be taken in; `restock` None keeps what was noted."""

    number: str
    restock: bool | None = None


@use_case(permission=Permission.DELIVER)
def receive_return(command: ReceiveReturn, ctx: Context, task: Task) -> SalesReturn:
    """The goods are here.

    Raises:
        NotFoundError: `sales.return_not_found`.
        RuleError: `sales.return_not_noted`, and what `take_goods_back` refuses.
    """
    with ctx.unit_of_work() as uow:
        found = uow.sales_returns.get_by_number(command.number)
        order = uow.sales_orders.get(found.order_id, lock=True)
        delivery = uow.deliveries.get(found.delivery_id)
        noted = uow.sales_returns.get_by_number(command.number, lock=True)
        if command.restock is not None:
            noted = replace(noted, restock=command.restock)
        received = take_goods_back(uow, ctx, noted, delivery, order)
        uow.sales_returns.save(received)
        return uow.commit(received)
