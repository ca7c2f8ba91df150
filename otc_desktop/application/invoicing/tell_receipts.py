"""212 «Encaissée» from the allocations: each receipt told once of each invoice."""

from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.receipt_statuses import ToldReceipts, tell_untold_receipts
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.security.permissions import Permission


@dataclass(frozen=True, slots=True)
class TellReceipts:
    """Ask for the receipts that no status tells yet."""


@use_case(permission=Permission.ISSUE_INVOICE)
def tell_receipts(command: TellReceipts, ctx: Context, task: Task) -> ToldReceipts:
    """Make a 212 of every allocation on an invoice that the platform has.

    Asked again it makes nothing: an allocation is told of an invoice once, by a key of the
    database. An allocation undone, money given back, and a credit note laid on its invoice
    are allocations too, and are told below zero.
    """
    return tell_untold_receipts(ctx, task)
