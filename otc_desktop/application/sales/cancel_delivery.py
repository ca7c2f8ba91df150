"""Cancel a delivery that was noted by mistake."""

from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.sales.delivery import Delivery
from otc_desktop.domain.sales.sales_order import SalesOrder
from otc_desktop.domain.sales.sales_return import ReturnStatus
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.stock.movement import MovementReason, StockMovement


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelDelivery:
    """Ask for a delivery to be undone, and say why."""

    number: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryCancelled(Event):
    """A delivery was undone; its number stays, marked."""

    number: str
    order: str
    reason: str


@use_case(permission=Permission.DELIVER)
def cancel_delivery(
    command: CancelDelivery, ctx: Context, task: Task
) -> tuple[Delivery, SalesOrder]:
    """Undo a delivery: the goods are in stock again, the order waits for them again.

    Raises:
        NotFoundError: `sales.delivery_not_found`.
        RuleError: `sales.delivery_cancelled`, `sales.cancel_invoiced_delivery`,
            `sales.cancel_returned_delivery`, `sales.missing_reason`.
    """
    with ctx.unit_of_work() as uow:
        found = uow.deliveries.get_by_number(command.number)
        # Orders are locked before their deliveries, everywhere.
        order = uow.sales_orders.get(found.order_id, lock=True)
        delivery = uow.deliveries.get_by_number(command.number, lock=True)
        announced = uow.sales_returns.of_delivery(delivery.id)
        if any(each.status is ReturnStatus.NOTED for each in announced):
            raise RuleError("sales.cancel_returned_delivery", number=delivery.number)
        cancelled = delivery.cancel(command.reason, on=ctx.today)
        after = order.undeliver(delivery.quantities).with_ahead(delivery.prebilled)
        uow.deliveries.save(cancelled)
        uow.sales_orders.save(after)
        moved = uow.stock.moved_by(delivery.id)
        uow.stock.lock(moved)
        uow.stock.add_many(
            [
                StockMovement(
                    id=ctx.new_id(),
                    product_id=product_id,
                    moved_on=ctx.today,
                    quantity=-quantity,
                    reason=MovementReason.DELIVERY_CANCELLED,
                    delivery_id=delivery.id,
                    note=cancelled.cancel_reason,
                )
                for product_id, quantity in moved.items()
            ]
        )
        uow.record(
            DeliveryCancelled(
                subject_id=delivery.id,
                customer_id=delivery.customer_id,
                number=delivery.number,
                order=order.number,
                reason=cancelled.cancel_reason,
            )
        )
        return uow.commit((cancelled, after))
