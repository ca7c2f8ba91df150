"""Note that a customer contests an invoice."""

from dataclasses import dataclass
from decimal import Decimal

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.disputing import (
    NO_DETAILS,
    DisputeDetails,
    open_dispute_on,
    uncontested,
)
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.disputes.dispute import Dispute, DisputeReason
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.taxes.totals import compute_totals


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDispute:
    """Ask for a dispute; without an amount, the line or all that is open is contested.

    `line` is a line of the invoice, counted from 1: its amount including tax is contested.
    """

    number: str
    reason: str
    amount: Decimal | None = None
    details: DisputeDetails = NO_DETAILS


@use_case(permission=Permission.HANDLE_DISPUTES)
def open_dispute(command: OpenDispute, ctx: Context, task: Task) -> Dispute:
    """Open a dispute; its part is not reminded of until it is closed.

    Raises:
        NotFoundError: `receivables.item_not_found`.
        RuleError: `disputes.unknown_reason`, `disputes.nothing_open`,
            `disputes.beyond_open`, `disputes.no_such_line`, `disputes.cause_of_other_reason`.
    """
    try:
        reason = DisputeReason(command.reason)
    except ValueError as problem:
        raise RuleError(
            "disputes.unknown_reason", where="reason", reason=command.reason
        ) from problem
    with ctx.unit_of_work() as uow:
        item = uow.open_items.get_by_number(command.number)
        left = uncontested(uow, item)
        if left.amount <= 0:
            raise RuleError("disputes.nothing_open", number=item.number)
        worth = _worth_of_line(uow, item, command.details.line)
        # Discounts and earlier credit notes may have left less of the line than it says.
        amount = left if worth is None else min(worth, left)
        if command.amount is not None:
            amount = Money(command.amount, left.currency)
        if amount > left:
            raise RuleError(
                "disputes.beyond_open", where="amount", number=item.number, amount=amount, open=left
            )
        opened = open_dispute_on(uow, ctx, item, reason, amount, details=command.details)
        return uow.commit(opened)


def _worth_of_line(uow: UnitOfWork, item: OpenItem, line: int) -> Money | None:
    """A line including tax; None when no line in particular is contested."""
    if line == 0:
        return None
    invoice = None if item.invoice_id is None else uow.invoices.get_by_number(item.number)
    if invoice is None or not 1 <= line <= len(invoice.lines):
        raise RuleError("disputes.no_such_line", where="line", number=item.number, line=line)
    only = invoice.lines[line - 1]
    return compute_totals((only,), (), invoice.currency).total_incl_tax
