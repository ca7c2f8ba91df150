"""How many invoices had to be taken back because they were wrong."""

from dataclasses import dataclass
from datetime import date, timedelta

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.reporting.invoice_errors import InvoiceErrors
from otc_desktop.domain.security.permissions import Permission

_PERIOD_DAYS = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadInvoiceErrors:
    """Ask for the rate of errors of the year that ends on a day; None means today."""

    on: date | None = None


@use_case(permission=Permission.READ)
def read_invoice_errors(command: ReadInvoiceErrors, ctx: Context, task: Task) -> InvoiceErrors:
    """Count the year's invoices and those corrected for an error; nothing is stored."""
    last = command.on or ctx.today
    first = last - timedelta(days=_PERIOD_DAYS - 1)
    with ctx.snapshot() as uow:
        return uow.reporting.invoice_errors(first, last)
