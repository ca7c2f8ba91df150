"""Take in what a supplier brought."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.findings import error, refuse_if_blocking
from otc_desktop.domain.stock.movement import MovementReason, StockMovement, signed_quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveStock:
    """Ask for goods to be taken in: quantities by product code; `note` names the paper."""

    quantities: Mapping[str, Decimal]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StockReceived(Event):
    """Goods came in."""

    products: tuple[str, ...]
    note: str


@use_case(permission=Permission.ADJUST_STOCK)
def receive_stock(command: ReceiveStock, ctx: Context, task: Task) -> Mapping[str, Decimal]:
    """Take goods in; what was expected is less by it. Gives what is on hand, by code.

    Raises:
        BlockingFindings: `catalogue.unknown_product`, `stock.no_quantity`,
            `stock.receipt_is_negative`, `number.out_of_scale`, all at once.
        RuleError: `stock.nothing_moved`.
    """
    if not command.quantities:
        raise RuleError("stock.nothing_moved")
    with ctx.unit_of_work() as uow:
        items = uow.stock.items_by_codes(command.quantities)
        faults = []
        for code, quantity in command.quantities.items():
            if code not in items:
                faults.append(error("catalogue.unknown_product", code, code=code))
                continue
            try:
                signed_quantity(MovementReason.RECEIPT, quantity)
            except RuleError as problem:
                faults.append(error(problem.code, code, **problem.params))
        refuse_if_blocking(faults)
        before = uow.stock.lock([each.product_id for each in items.values()])
        uow.stock.add_many(
            [
                StockMovement(
                    id=ctx.new_id(),
                    product_id=items[code].product_id,
                    moved_on=ctx.today,
                    quantity=quantity,
                    reason=MovementReason.RECEIPT,
                    note=command.note.strip(),
                )
                for code, quantity in sorted(command.quantities.items())
            ]
        )
        for code, quantity in sorted(command.quantities.items()):
            kept = items[code].stocked().received(quantity)
            if kept != items[code]:
                uow.stock.save_item(kept)
        uow.record(
            StockReceived(
                subject_id=ctx.new_id(),
                products=tuple(sorted(command.quantities)),
                note=command.note.strip(),
            )
        )
        return uow.commit(
            {
                code: before[items[code].product_id] + quantity
                for code, quantity in command.quantities.items()
            }
        )
