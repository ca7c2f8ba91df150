"""`otc delivery`, `otc return`, `otc order lead-times`."""

from collections.abc import Sequence
from decimal import Decimal
from hashlib import sha256
from typing import Any

from otc_desktop.application.kernel.task import Task
from otc_desktop.application.sales.cancel_delivery import CancelDelivery, cancel_delivery
from otc_desktop.application.sales.create_delivery import CreateDelivery, create_delivery
from otc_desktop.application.sales.create_return import CreateReturn, create_return
from otc_desktop.application.sales.credit_return import CreditReturn, credit_return
from otc_desktop.application.sales.draw_delivery_note import (
    DrawDeliveryNote,
    draw_delivery_note,
)
from otc_desktop.application.sales.read_delivery import ReadDelivery, read_delivery
from otc_desktop.application.sales.receive_return import ReceiveReturn, receive_return
from otc_desktop.application.sales.send_delivery_note import (
    SendDeliveryNote,
    send_delivery_note,
)
from otc_desktop.cli.commands.sales import order_document
from otc_desktop.cli.commands.stock import decimal_of
from otc_desktop.cli.house import House
from otc_desktop.cli.json_output import amount, quantity
from otc_desktop.cli.listing import every_row
from otc_desktop.domain.sales.lead_times import Stage, slowest_stage
from otc_desktop.domain.sales.sales_return import ReturnReason, SalesReturn
from otc_desktop.domain.shared.errors import RuleError


def create(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Deliver what is left of an order, some lines of it, or what is available."""
    command = CreateDelivery(
        order=options.order,
        quantities=line_quantities(options.lines),
        available_only=options.available,
        carrier=options.carrier,
        tracking=options.tracking,
    )
    delivery, order = house.use_cases.run(create_delivery, command, task)
    return {
        **order_document(house, order),
        "number": delivery.number,
        "order": order.number,
        "delivered_on": delivery.delivered_on,
        "lines": [
            {"line": position + 1, "quantity": quantity(many)}
            for position, many in sorted(delivery.quantities.items())
        ],
        "remaining": [
            {"line": position + 1, "quantity": quantity(many)}
            for position, many in sorted(order.remaining().items())
        ],
    }


def pdf(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Write the delivery note."""
    command = DrawDeliveryNote(number=options.number, path=options.out)
    content = house.use_cases.run(draw_delivery_note, command, task)
    return {"file": str(options.out), "sha256": sha256(content).hexdigest()}


def send(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Queue the delivery note."""
    command = SendDeliveryNote(number=options.number, again=options.again)
    delivery = house.use_cases.run(send_delivery_note, command, task)
    return {"number": delivery.number, "delivered_on": delivery.delivered_on}


def cancel(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Undo a delivery that is not invoiced."""
    command = CancelDelivery(number=options.number, reason=options.reason)
    delivery, order = house.use_cases.run(cancel_delivery, command, task)
    return {
        "number": delivery.number,
        "status": delivery.status,
        "cancelled_on": delivery.cancelled_on,
        "order": order.number,
        "order_status": order.status,
    }


def list_deliveries(house: House, options: Any, task: Task) -> dict[str, Any]:
    """All deliveries."""
    filters = {"state": options.state} if options.state else {}
    return {
        "deliveries": [
            {
                "number": row.number,
                "order": row.order_number,
                "customer": row.customer_code,
                "delivered_on": row.delivered_on,
                "status": row.status,
                "invoiced": row.invoiced,
            }
            for row in every_row(house.queries.deliveries, filters)
        ]
    }


def back_orders(house: House, options: Any, task: Task) -> dict[str, Any]:
    """What accepted orders are still owed."""
    return {
        "back_orders": [
            {
                "order": row.order_number,
                "customer": row.customer_code,
                "line": row.position + 1,
                "product": row.product_code,
                "ordered": quantity(row.ordered),
                "delivered": quantity(row.delivered),
                "remaining": quantity(row.left),
                "on_hand": quantity(row.on_hand),
                "due_on": row.due_on,
                "late": row.is_late,
                "held": row.is_held,
            }
            for row in every_row(house.queries.back_orders, {})
        ]
    }


def create_one_return(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Note a return; a reason that is no code is kept in words."""
    codes = {each.value for each in ReturnReason}
    known = options.reason in codes
    command = CreateReturn(
        delivery=options.delivery,
        reason=ReturnReason(options.reason) if known else ReturnReason.OTHER,
        quantities=line_quantities(options.lines),
        note=options.note or ("" if known else options.reason),
        restock=not options.no_restock,
        replaces=options.replace,
        received=not options.announced,
    )
    return _return(house.use_cases.run(create_return, command, task))


def receive(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Take in an announced return."""
    return _return(house.use_cases.run(receive_return, ReceiveReturn(number=options.number), task))


def credit(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Prepare the credit note of a return."""
    draft = house.use_cases.run(credit_return, CreditReturn(number=options.number), task)
    totals = draft.totals()
    return {
        "id": draft.id,
        "kind": draft.kind,
        "status": "draft",
        "invoice": draft.credits_number,
        "total_excl_tax": amount(totals.total_excl_tax),
        "total_vat": amount(totals.total_vat),
        "total_incl_tax": amount(totals.total_incl_tax),
    }


def show(house: House, options: Any, task: Task) -> dict[str, Any]:
    """One delivery with what came back."""
    found = house.use_cases.run(read_delivery, ReadDelivery(number=options.number), task)
    delivery = found.delivery
    return {
        "number": delivery.number,
        "order": found.order.number,
        "delivered_on": delivery.delivered_on,
        "status": delivery.status,
        "invoiced": delivery.invoiced,
        "lines": [
            {
                "line": position + 1,
                "product": found.order.lines[position].product_code,
                "delivered": quantity(many),
                "returned": quantity(delivery.returned.get(position, Decimal(0))),
                "invoiced": quantity(delivery.billed.get(position, Decimal(0))),
                "returnable": quantity(found.returnable.get(position, Decimal(0))),
            }
            for position, many in sorted(delivery.quantities.items())
        ],
    }


def lead_times(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Days of each stage over a period, and the orders that are late."""
    figures = house.queries.lead_times.figures(options.from_on, options.to_on)
    slowest = slowest_stage(figures)
    filters = {"from_on": options.from_on, "to_on": options.to_on}
    return {
        "stages": [
            {
                "stage": each.stage,
                "orders": each.orders,
                "average_days": each.average,
                "median_days": each.median,
                "longest_days": each.longest,
            }
            for each in figures.values()
        ],
        "slowest": slowest,
        "orders": [
            {
                "number": row.number,
                "customer": row.customer_code,
                "ordered_on": row.ordered_on,
                "confirmed_on": row.confirmed_on,
                "delivered_on": row.delivered_on,
                "invoiced_on": row.invoiced_on,
                "paid_on": row.paid_on,
                "days": {stage.value: row.days(stage) for stage in Stage},
            }
            for row in every_row(house.queries.lead_times, filters)
        ],
        "late": [
            {
                "number": row.number,
                "customer": row.customer_code,
                "due_on": row.due_on,
                "days_late": row.days_late,
                "reason": row.reason,
            }
            for row in every_row(house.queries.late_orders, {})
        ],
    }


def line_quantities(texts: Sequence[str] | None) -> dict[int, Decimal] | None:
    """`2=1.5` is a quantity of line 2; none means all that is left.

    Raises:
        RuleError: `sales.unknown_line`, `number.out_of_scale`.
    """
    if not texts:
        return None
    found: dict[int, Decimal] = {}
    for text in texts:
        place, _, many = text.partition("=")
        if not place.isdecimal() or not int(place) or not many:
            raise RuleError("sales.unknown_line", where=f"lines[{text}]")
        found[int(place) - 1] = decimal_of(many, f"lines[{int(place) - 1}]")
    return found


def _return(noted: SalesReturn) -> dict[str, Any]:
    return {
        "number": noted.number,
        "status": noted.status,
        "reason": noted.reason,
        "noted_on": noted.noted_on,
        "credit_due": noted.credit_due,
        "lines": [
            {"line": position + 1, "quantity": quantity(many)}
            for position, many in sorted(noted.quantities.items())
        ],
    }
