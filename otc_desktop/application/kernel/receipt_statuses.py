"""The shared step that makes the 212 «Encaissée» of allocations that none tells yet."""

from dataclasses import dataclass, replace

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.repositories import ReceiptOfInvoice
from otc_desktop.application.kernel.status_keeping import gross_of, instant_of, keep_status
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.invoicing.einvoice import endpoint_of
from otc_desktop.domain.invoicing.invoice import Invoice
from otc_desktop.domain.invoicing.lifecycle import DEPOSITED_OR_LATER, StatusCode
from otc_desktop.domain.invoicing.lifecycle_cashed import (
    cashed_now,
    gross_by_rate,
    must_tell_the_state,
)
from otc_desktop.domain.invoicing.lifecycle_history import (
    ENDED,
    RECEIVED,
    ReformStatus,
    StatusAmount,
    StatusId,
    StatusSource,
)
from otc_desktop.domain.invoicing.status_message import message_id_of
from otc_desktop.domain.shared.company import VatRegime
from otc_desktop.domain.shared.ids import InvoiceId
from otc_desktop.domain.shared.money import Money, total


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldReceipts:
    """How many statuses were made, and of how many invoices."""

    statuses: int
    invoices: int


def tell_untold_receipts(ctx: Context, task: Task) -> ToldReceipts:
    """Make a 212 of every allocation on an invoice that the platform has.

    One transaction per invoice: it can be stopped between two, and asked again it makes
    nothing.
    """
    with ctx.snapshot() as uow:
        waiting = uow.reform_statuses.with_receipts()
        regime = uow.company.get().vat_regime
    statuses = invoices = 0
    for done, invoice_id in enumerate(waiting):
        task.check_cancelled()
        task.progress(done, len(waiting))
        made = _tell(ctx, invoice_id, regime)
        statuses += made
        invoices += bool(made)
    return ToldReceipts(statuses=statuses, invoices=invoices)


def _tell(ctx: Context, invoice_id: InvoiceId, regime: VatRegime) -> int:
    with ctx.unit_of_work() as uow:
        invoice = uow.invoices.get_issued(invoice_id, lock=True)
        present = uow.reform_statuses.present(invoice_id)
        receipts = uow.reform_statuses.untold_receipts(invoice_id)
        if present is None or not receipts:
            return 0
        made = 0
        for receipt in receipts:
            before = _told_before(uow, invoice)
            if not _is_told(present, invoice, before, receipt.received):
                continue
            status = _status(ctx, invoice, receipt, before, regime)
            keep_status(uow, ctx, invoice, status)
            made += 1
        return uow.commit(made)


def _told_before(uow: UnitOfWork, invoice: Invoice) -> Money:
    """What allocations of this invoice were told until now."""
    return total(
        (
            part.amount
            for each in uow.reform_statuses.history(invoice.id)
            if each.allocation_id is not None
            for part in each.amounts
        ),
        invoice.currency,
    )


def _is_told(present: StatusCode, invoice: Invoice, before: Money, received: Money) -> bool:
    """Whether the platform can be told: it has the invoice, or was told of money taken back.

    An invoice refused, rejected or cancelled is settled by an internal credit; that is no
    money, and only what was told before can be taken back.
    """
    if present not in ENDED:
        return present in DEPOSITED_OR_LATER
    takes_back = received.amount * gross_of(invoice).amount < 0
    return takes_back and abs(received) <= abs(before)


def _status(
    ctx: Context,
    invoice: Invoice,
    receipt: ReceiptOfInvoice,
    before: Money,
    regime: VatRegime,
) -> ReformStatus:
    parts = cashed_now(gross_by_rate(invoice.totals), before=before, received=receipt.received)
    status = ReformStatus(
        id=StatusId(ctx.new_id()),
        invoice_id=invoice.id,
        code=StatusCode.CASHED,
        at=instant_of(ctx, min(receipt.on, ctx.today)),
        source=StatusSource.BOOKS,
        # A message needs an address to go to (BR-FR-CDV-08).
        is_own=endpoint_of(invoice.buyer) is not None,
        is_bound=must_tell_the_state(invoice, regime),
        amounts=tuple(
            StatusAmount(kind=RECEIVED, amount=each.amount, rate=each.rate) for each in parts
        ),
        allocation_id=receipt.allocation_id,
    )
    return replace(status, message_id=message_id_of(status, invoice.number))
