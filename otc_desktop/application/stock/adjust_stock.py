"""Correct the stock of a product, or take out what is broken or lost."""

from dataclasses import dataclass
from decimal import Decimal

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.stock.movement import MovementReason, StockMovement, signed_quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjustStock:
    """Ask for stock to be moved by a quantity; `note` says why."""

    product: str
    quantity: Decimal
    reason: MovementReason = MovementReason.CORRECTION
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StockMoved(Event):
    """Stock was corrected, received or scrapped."""

    product: str
    quantity: str
    reason: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedStock:
    """A movement, and what is on hand after it."""

    product: str
    quantity: Decimal
    on_hand: Decimal


@use_case(permission=Permission.ADJUST_STOCK)
def adjust_stock(command: AdjustStock, ctx: Context, task: Task) -> MovedStock:
    """Move stock by hand; the product is stocked from then on.

    Raises:
        NotFoundError: `catalogue.unknown_product`.
        RuleError: `stock.missing_note` for a correction or scrap, `stock.below_zero`, and
            what `signed_quantity` refuses.
    """
    quantity = signed_quantity(command.reason, command.quantity)
    note = command.note.strip()
    if not note and command.reason is not MovementReason.RECEIPT:
        raise RuleError("stock.missing_note", where="note")
    with ctx.unit_of_work() as uow:
        item = uow.stock.get_item(command.product)
        here = uow.stock.lock([item.product_id])[item.product_id]
        after = here + quantity
        if quantity < 0 and after < 0 and not item.may_go_below_zero(uow.stock.policy()):
            raise RuleError(
                "stock.below_zero",
                where="quantity",
                product=item.code,
                quantity=quantity,
                on_hand=here,
            )
        uow.stock.add_many(
            [
                StockMovement(
                    id=ctx.new_id(),
                    product_id=item.product_id,
                    moved_on=ctx.today,
                    quantity=quantity,
                    reason=command.reason,
                    note=note,
                )
            ]
        )
        kept = item.stocked()
        if command.reason is MovementReason.RECEIPT:
            kept = kept.received(quantity)
        if kept != item:
            uow.stock.save_item(kept)
        uow.record(
            StockMoved(
                subject_id=item.product_id,
                product=item.code,
                quantity=f"{quantity:f}",
                reason=command.reason.value,
                note=note,
            )
        )
        return uow.commit(MovedStock(product=item.code, quantity=quantity, on_hand=after))
