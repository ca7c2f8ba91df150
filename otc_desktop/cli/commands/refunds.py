"""`otc refund`: credits of customers paid out by a file for the bank."""

from typing import Any

from otc_desktop.application.direct_debits.refunds import (
    CancelRefunds,
    OrderRefunds,
    TakePaidRefunds,
    WriteRefundFile,
    cancel_refunds,
    order_refunds,
    take_paid_refunds,
    write_refund_file,
)
from otc_desktop.application.kernel.task import Task
from otc_desktop.cli.house import House
from otc_desktop.cli.json_output import amount, findings_json
from otc_desktop.cli.listing import every_row
from otc_desktop.domain.customers.file_changes import masked_iban
from otc_desktop.domain.direct_debits.refund import RefundOrder
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.money import Money


def order(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Ask the bank to pay credits out."""
    command = OrderRefunds(
        credits=tuple(_part(text) for text in options.credits),
        path=options.out,
        pay_on=options.on,
        account=options.account,
    )
    made = house.use_cases.run(order_refunds, command, task)
    return {**_order_json(made), "file": str(options.out)}


def again(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Write the same file again."""
    command = WriteRefundFile(number=options.number, path=options.out)
    return {"file": str(house.use_cases.run(write_refund_file, command, task))}


def cancel(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Give an order up."""
    done = house.use_cases.run(cancel_refunds, CancelRefunds(number=options.number), task)
    return _order_json(done)


def paid(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Lay the bank lines that paid refunds."""
    found = house.use_cases.run(take_paid_refunds, TakePaidRefunds(), task)
    return {
        "paid": list(found.paid),
        "warnings": findings_json(found.refused, house.messages),
    }


def orders(house: House, options: Any, task: Task) -> dict[str, Any]:
    """List orders."""
    return {
        "orders": [
            {
                "number": row.number,
                "pay_on": row.pay_on,
                "total": amount(row.total),
                "refunds": row.refunds,
                "status": row.status,
                "sha256": row.sha256,
            }
            for row in every_row(house.queries.refund_orders, {})
        ]
    }


def _part(text: str) -> tuple[str, Money | None]:
    number, separator, told = text.partition("=")
    if not separator:
        return number, None
    try:
        return number, Money.of(told, EUR)
    except RuleError as problem:
        raise RuleError(problem.code, where=number, **problem.params) from problem


def _order_json(made: RefundOrder) -> dict[str, Any]:
    return {
        "number": made.number,
        "status": made.status,
        "pay_on": made.pay_on,
        "total": amount(made.total),
        "refunds": [
            {
                "reference": each.end_to_end_id,
                "name": each.name,
                "iban": masked_iban(each.iban),
                "amount": amount(each.amount),
            }
            for each in made.refunds
        ],
        "sha256": made.sha256,
    }
