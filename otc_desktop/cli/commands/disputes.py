"""`otc dispute`."""

from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from otc_desktop.application.disputes.close_dispute import CloseDispute, close_dispute
from otc_desktop.application.disputes.open_dispute import OpenDispute, open_dispute
from otc_desktop.application.kernel.task import Task
from otc_desktop.cli.house import House
from otc_desktop.cli.json_output import amount
from otc_desktop.cli.listing import every_row
from otc_desktop.domain.shared.errors import NotFoundError, RuleError
from otc_desktop.domain.shared.ids import DisputeId


def open_one(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Note that an invoice is contested."""
    command = OpenDispute(
        number=options.invoice, reason=options.reason, amount=_amount(options.amount)
    )
    dispute = house.use_cases.run(open_dispute, command, task)
    return {"id": dispute.id, "amount": amount(dispute.amount), "due_on": dispute.due_on}


def close(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Settle a dispute."""
    try:
        dispute_id = DisputeId(UUID(options.id))
    except ValueError as problem:
        raise NotFoundError("disputes.not_found", id=options.id) from problem
    command = CloseDispute(dispute_id=dispute_id, resolution=options.resolution)
    dispute = house.use_cases.run(close_dispute, command, task)
    return {"id": dispute.id, "status": dispute.status, "closed_on": dispute.closed_on}


def list_disputes(house: House, options: Any, task: Task) -> dict[str, Any]:
    """List disputes, the closed ones too."""
    return {
        "disputes": [
            {
                "id": row.id,
                "invoice": row.invoice_number,
                "customer": row.customer_code,
                "reason": row.reason,
                "amount": amount(row.amount),
                "status": row.status,
                "opened_on": row.opened_on,
                "due_on": row.due_on,
                "owner": row.owner,
                "resolution": row.resolution,
            }
            for row in every_row(house.queries.disputes, {})
        ]
    }


def _amount(text: str | None) -> Decimal | None:
    if text is None:
        return None
    try:
        return Decimal(text)
    except InvalidOperation as problem:
        raise RuleError("money.not_a_number", where="amount", amount=text) from problem
