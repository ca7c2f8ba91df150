"""`otc stock`."""

from decimal import Decimal, InvalidOperation
from typing import Any

from otc_desktop.application.kernel.task import Task
from otc_desktop.application.stock.adjust_stock import AdjustStock, adjust_stock
from otc_desktop.application.stock.count_stock import CountStock, count_stock
from otc_desktop.cli.house import House
from otc_desktop.cli.json_output import amount, quantity
from otc_desktop.cli.listing import every_row
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.stock.movement import TYPED_REASONS, MovementReason


def list_stock(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Stocked products."""
    filters = {"below_reorder": True} if options.below_reorder else {}
    return {
        "stock": [
            {
                "product": row.code,
                "name": row.name,
                "unit": row.unit,
                "on_hand": quantity(row.on_hand),
                "reserved": quantity(row.reserved),
                "available": quantity(row.available),
                "reorder_point": quantity(row.reorder_point),
                "reorder_quantity": quantity(row.reorder_quantity),
                "location": row.location,
                "expected_on": row.expected_on,
                "expected_quantity": quantity(row.expected_quantity),
                "value": amount(row.value),
            }
            for row in every_row(house.queries.stock, filters)
        ]
    }


def move(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Move stock: a kind of movement as the reason, or a reason in words for a correction."""
    typed_quantity = decimal_of(options.quantity, "quantity")
    kinds = {each.value for each in TYPED_REASONS}
    if options.reason == MovementReason.COUNT.value:
        command = CountStock(counted={options.product: typed_quantity}, note=options.note)
        [counted] = house.use_cases.run(count_stock, command, task)
        return {
            "product": counted.product,
            "quantity": quantity(counted.difference),
            "on_hand": quantity(counted.counted),
        }
    typed = options.reason in kinds
    moved = house.use_cases.run(
        adjust_stock,
        AdjustStock(
            product=options.product,
            quantity=typed_quantity,
            reason=MovementReason(options.reason) if typed else MovementReason.CORRECTION,
            note=options.note or ("" if options.reason == "receipt" else options.reason),
        ),
        task,
    )
    return {
        "product": moved.product,
        "quantity": quantity(moved.quantity),
        "on_hand": quantity(moved.on_hand),
    }


def decimal_of(text: str, where: str) -> Decimal:
    """A quantity as typed, with a point or a comma.

    Raises:
        RuleError: `number.out_of_scale`.
    """
    try:
        return Decimal(text.replace(",", "."))
    except InvalidOperation as problem:
        raise RuleError("number.out_of_scale", where=where, value=text, places=4) from problem
