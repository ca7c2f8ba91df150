"""Set the stock of products to what was counted."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.findings import Finding, error, refuse_if_blocking
from otc_desktop.domain.shared.scales import QUANTITY_PLACES, on_scale
from otc_desktop.domain.stock.movement import MovementReason, StockMovement
from otc_desktop.domain.stock.stock_item import StockItem


@dataclass(frozen=True, slots=True, kw_only=True)
class CountStock:
    """Ask for stock to be what was counted, by product code; `note` names the inventory."""

    counted: Mapping[str, Decimal]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StockCounted(Event):
    """An inventory was taken in."""

    products: int
    differences: int
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedProduct:
    """What stood in the books, and what was found."""

    product: str
    before: Decimal
    counted: Decimal

    @property
    def difference(self) -> Decimal:
        """Positive: more was found than the books said."""
        return self.counted - self.before


@use_case(permission=Permission.ADJUST_STOCK)
def count_stock(command: CountStock, ctx: Context, task: Task) -> tuple[CountedProduct, ...]:
    """Set stock to what was counted; the products are stocked from then on.

    Raises:
        BlockingFindings: `catalogue.unknown_product`, `stock.negative_count`,
            `number.out_of_scale`, all at once.
        RuleError: `stock.nothing_moved`.
    """
    if not command.counted:
        raise RuleError("stock.nothing_moved")
    note = command.note.strip()
    with ctx.unit_of_work() as uow:
        items = uow.stock.items_by_codes(command.counted)
        refuse_if_blocking(_faults(command.counted, items))
        before = uow.stock.lock([each.product_id for each in items.values()])
        found = tuple(
            CountedProduct(product=code, before=before[items[code].product_id], counted=quantity)
            for code, quantity in sorted(command.counted.items())
        )
        uow.stock.take_into_stock([each.product_id for each in items.values()])
        uow.stock.add_many(
            [
                StockMovement(
                    id=ctx.new_id(),
                    product_id=items[each.product].product_id,
                    moved_on=ctx.today,
                    quantity=each.difference,
                    reason=MovementReason.COUNT,
                    note=note,
                )
                for each in found
                if each.difference
            ]
        )
        uow.record(
            StockCounted(
                subject_id=ctx.new_id(),
                products=len(found),
                differences=sum(1 for each in found if each.difference),
                note=note,
            )
        )
        return uow.commit(found)


def _faults(counted: Mapping[str, Decimal], items: Mapping[str, StockItem]) -> list[Finding]:
    faults = []
    for code, quantity in counted.items():
        if code not in items:
            faults.append(error("catalogue.unknown_product", code, code=code))
            continue
        try:
            on_scale(quantity, QUANTITY_PLACES, field="quantity")
        except RuleError as problem:
            faults.append(error(problem.code, code, **problem.params))
            continue
        if quantity < 0:
            faults.append(error("stock.negative_count", code, product=code, quantity=quantity))
    return faults
