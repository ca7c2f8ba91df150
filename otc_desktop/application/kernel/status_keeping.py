"""The shared step that keeps a status of the reform, with everything that it causes."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.disputing import open_dispute_on, uncontested
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.disputes.told_reason import reason_of
from otc_desktop.domain.invoicing.einvoice import endpoint_of
from otc_desktop.domain.invoicing.invoice import Invoice
from otc_desktop.domain.invoicing.lifecycle import CONTESTED, StatusCode
from otc_desktop.domain.invoicing.lifecycle_history import (
    ENDED,
    ReformStatus,
    StatusId,
    StatusSource,
    present_status,
)
from otc_desktop.domain.invoicing.references import Relation
from otc_desktop.domain.invoicing.status_message import message_id_of
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.legal_time import french_time
from otc_desktop.domain.shared.money import Money, total

_LAST_SECOND = time(23, 59, 59)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReformStatusKept(Event):
    """An invoice got a status of the reform; `amount` is what a 212 tells."""

    number: str
    reform_status: str
    reasons: tuple[str, ...] = ()
    amount: str = ""


def gross_of(invoice: Invoice) -> Money:
    """A document's total including tax, signed as its receipts are."""
    whole = invoice.totals.total_incl_tax
    return whole if invoice.kind.sign > 0 else -whole


def instant_of(ctx: Context, day: date) -> datetime:
    """The instant of something of which only the day is known, in French legal time.

    The time of the clock for today, the day's last second for an earlier day: what the
    customer's system did that day comes before it, and nothing lies in the future.
    """
    if day < ctx.today:
        return datetime.combine(day, _LAST_SECOND)
    return datetime.combine(day, french_time(ctx.now()).time().replace(microsecond=0))


def keep_status(uow: UnitOfWork, ctx: Context, invoice: Invoice, status: ReformStatus) -> None:
    """Add a status to its invoice's history, inside the caller's transaction.

    The caller has locked the invoice. 207 and 208 open a dispute on what is open and not
    contested already: nothing of it is reminded of until that is closed.
    """
    statuses = uow.reform_statuses
    present = present_status([*statuses.history(invoice.id), status], gross_of(invoice))
    if present is None:
        raise AssertionError("a history with a status in it stands somewhere")
    statuses.add(status, present)
    told = total((each.amount for each in status.amounts), invoice.currency)
    uow.record(
        ReformStatusKept(
            subject_id=invoice.id,
            customer_id=invoice.customer_id,
            number=invoice.number,
            reform_status=status.code.value,
            reasons=status.reasons,
            amount=str(told) if status.code is StatusCode.CASHED else "",
        )
    )
    if status.code in CONTESTED:
        _contest(uow, ctx, invoice, status)


def cancel_replaced(uow: UnitOfWork, ctx: Context, corrective: Invoice) -> None:
    """Tell the customer's system that a corrective invoice cancels the first one (220).

    Only where a platform has the first one, and it has not ended otherwise.
    """
    for each in corrective.related(Relation.CORRECTED):
        if each.invoice_id is None:
            continue
        present = uow.reform_statuses.present(each.invoice_id)
        if present is None or present in ENDED:
            continue
        first = uow.invoices.get_issued(each.invoice_id, lock=True)
        status = ReformStatus(
            id=StatusId(ctx.new_id()),
            invoice_id=first.id,
            code=StatusCode.CANCELLED,
            at=instant_of(ctx, ctx.today),
            source=StatusSource.BOOKS,
            is_own=endpoint_of(first.buyer) is not None,
            # Read by the customer's system: in French, as the message's own words are.
            note=f"Remplacée par {corrective.number}",
        )
        status = replace(status, message_id=message_id_of(status, first.number))
        keep_status(uow, ctx, first, status)


def _contest(uow: UnitOfWork, ctx: Context, invoice: Invoice, status: ReformStatus) -> None:
    item = uow.open_items.find_by_invoice(invoice.id)
    if item is None:
        return
    amount = uncontested(uow, item)
    if amount.amount > 0:
        open_dispute_on(uow, ctx, item, reason_of(status.reasons), amount)
