"""`otc order list|show|cancel|close|reopen|duplicate|send|pdf`."""

from hashlib import sha256
from typing import Any

from otc_desktop.application.kernel.task import Task
from otc_desktop.application.sales.cancel_order import CancelOrder, cancel_order
from otc_desktop.application.sales.close_order import CloseOrder, close_order
from otc_desktop.application.sales.duplicate_order import DuplicateOrder, duplicate_order
from otc_desktop.application.sales.print_order import PrintOrder, print_order
from otc_desktop.application.sales.reopen_order import ReopenOrder, reopen_order
from otc_desktop.application.sales.send_order import SendOrder, send_order
from otc_desktop.cli.commands.sales import order_document
from otc_desktop.cli.house import House
from otc_desktop.cli.json_output import amount
from otc_desktop.cli.listing import every_row


def list_orders(house: House, options: Any, task: Task) -> dict[str, Any]:
    """List orders, newest first."""
    filters: dict[str, Any] = {}
    if options.status:
        filters["status"] = options.status
    if options.late:
        filters["late"] = True
    return {
        "orders": [
            {
                "number": row.number,
                "customer": row.customer_code,
                "date": row.ordered_on,
                "purchase_order": row.purchase_order,
                "promised_date": row.promised_on,
                "status": row.status,
                "holds": list(row.holds),
                "total_excl_tax": amount(row.total_excl_tax),
                "total_incl_tax": amount(row.total_incl_tax),
            }
            for row in every_row(house.queries.orders, filters)
        ]
    }


def cancel(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Give an order up before anything left."""
    command = CancelOrder(number=options.number, reason=options.reason)
    return order_document(house, house.use_cases.run(cancel_order, command, task))


def close(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Give up the rest of a partly delivered order."""
    command = CloseOrder(number=options.number, reason=options.reason)
    return order_document(house, house.use_cases.run(close_order, command, task))


def reopen(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Take a closed order up again."""
    command = ReopenOrder(number=options.number, reason=options.reason)
    return order_document(house, house.use_cases.run(reopen_order, command, task))


def duplicate(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Take the same order again, as a draft."""
    command = DuplicateOrder(number=options.number)
    return order_document(house, house.use_cases.run(duplicate_order, command, task))


def send(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Queue the confirmation of an order for its customer."""
    command = SendOrder(number=options.number, again=options.again)
    return order_document(house, house.use_cases.run(send_order, command, task))


def pdf(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Write the confirmation of an order."""
    command = PrintOrder(number=options.number, path=options.out)
    content = house.use_cases.run(print_order, command, task)
    return {"file": str(options.out), "sha256": sha256(content).hexdigest()}
