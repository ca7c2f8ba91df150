"""`otc order`."""

from typing import Any

from otc_desktop.application.invoicing.invoice_deposit import InvoiceDeposit, invoice_deposit
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.sales.confirm_order import ConfirmOrder, confirm_order
from otc_desktop.application.sales.create_order import CreateOrder, create_order
from otc_desktop.application.sales.release_order import ReleaseOrder, release_order
from otc_desktop.cli.commands.invoicing import draft_json
from otc_desktop.cli.documents import read_document
from otc_desktop.cli.house import House
from otc_desktop.cli.json_output import amount
from otc_desktop.domain.sales.sales_order import SalesOrder


def create(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Take an order from a file."""
    file = read_document(options.file)
    command = CreateOrder(
        customer=file.customer,
        lines=file.lines,
        adjustments=file.adjustments,
        purchase_order=file.purchase_order,
        ordered_on=file.on,
        currency=file.currency,
    )
    order = house.use_cases.run(create_order, command, task)
    document = order_document(house, order)
    if file.deposit_percent:
        deposit = InvoiceDeposit(order=order.number, percent=file.deposit_percent)
        document["deposit"] = draft_json(house.use_cases.run(invoice_deposit, deposit, task))
    return document


def confirm(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Accept an order."""
    command = ConfirmOrder(number=options.number)
    return order_document(house, house.use_cases.run(confirm_order, command, task))


def release(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Release a held order."""
    command = ReleaseOrder(number=options.number, reason=options.reason)
    return order_document(house, house.use_cases.run(release_order, command, task))


def order_document(house: House, order: SalesOrder) -> dict[str, Any]:
    """An order as the console tells it."""
    totals = order.totals()
    return {
        "number": order.number,
        "status": order.status,
        "holds": [
            {"code": code, "message": house.messages.sentence(code, {})} for code in order.holds
        ],
        "total_excl_tax": amount(totals.total_excl_tax),
        "total_vat": amount(totals.total_vat),
        "total_incl_tax": amount(totals.total_incl_tax),
    }
