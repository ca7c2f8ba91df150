"""Shared steps between life cycle messages (CDAR) and the books, for files and platforms."""

from dataclasses import dataclass, replace
from uuid import UUID

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.einvoicing_platform import FlowSyntax, OutgoingFlow
from otc_desktop.application.kernel.status_keeping import instant_of, keep_status
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.invoicing.invoice import Invoice
from otc_desktop.domain.invoicing.lifecycle import (
    TURNED_DOWN,
    StatusCode,
    check_reason,
    known_code,
)
from otc_desktop.domain.invoicing.lifecycle_history import (
    ReformStatus,
    StatusId,
    StatusSource,
)
from otc_desktop.domain.invoicing.references import Relation
from otc_desktop.domain.invoicing.status_message import (
    StatusMessage,
    ToldStatus,
    check_told,
    file_name,
    own_message,
)
from otc_desktop.domain.shared.errors import NotFoundError, RuleError
from otc_desktop.domain.shared.ids import InvoiceId
from otc_desktop.domain.shared.legal_time import french_time


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptStatus:
    """A status that a message brought, with the number of its invoice."""

    number: str
    status: ReformStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenMessage:
    """A message taken in: its name, what it brought, and whether it was known already."""

    message_id: str
    kept: tuple[KeptStatus, ...]
    is_duplicate: bool


def take_status_message(uow: UnitOfWork, ctx: Context, content: bytes) -> TakenMessage:
    """Keep what a message from outside says of our invoices, inside the caller's transaction.

    The same message twice, a copy of it under another name, and a message of ours that comes
    back are recognised and change nothing. What a message says is never refused for coming
    late or out of order. Its bytes are kept.

    Raises:
        RuleError: what `StatusMessages.read` and `check_told` refuse,
            `status.other_seller`, `status.other_date`.
        NotFoundError: `status.unknown_invoice`.
    """
    message = ctx.ports.status_messages.read(content)
    if uow.reform_statuses.knows_message(message.id):
        return TakenMessage(message_id=message.id, kept=(), is_duplicate=True)
    kept: list[KeptStatus] = []
    sha256 = ""
    for position, told in enumerate(message.told):
        check_told(told)
        invoice = _invoice_of(uow, told)
        status = _told_status(ctx, invoice, message, position)
        if _is_known(uow, status):
            continue
        sha256 = sha256 or uow.archive.keep(content)
        status = replace(status, message_sha256=sha256)
        keep_status(uow, ctx, invoice, status)
        kept.append(KeptStatus(number=invoice.number, status=status))
    return TakenMessage(message_id=message.id, kept=tuple(kept), is_duplicate=not kept)


def own_status_message(uow: UnitOfWork, ctx: Context, status_id: UUID) -> OutgoingFlow:
    """The message of one of our own statuses, the same bytes however often it is asked for.

    Raises:
        NotFoundError: `status.not_found`.
        RuleError: `status.not_ours`.
    """
    status = uow.reform_statuses.get(StatusId(status_id))
    if not status.is_own or status.recorded_at is None:
        raise RuleError("status.not_ours", reform_status=status.code.value)
    invoice = uow.invoices.get_issued(status.invoice_id)
    deposited_at = next(
        (
            each.at
            for each in uow.reform_statuses.history(invoice.id)
            if each.code is StatusCode.DEPOSITED
        ),
        None,
    )
    message = own_message(
        status,
        invoice,
        written_at=french_time(status.recorded_at),
        deposited_at=deposited_at,
    )
    return OutgoingFlow(
        tracking_id=str(status.id),
        name=file_name(status, invoice),
        syntax=FlowSyntax.CDAR,
        content=ctx.ports.status_messages.write(message),
    )


def record_platform_status(
    uow: UnitOfWork, ctx: Context, invoice_id: InvoiceId, *, code: str, reason: str, note: str
) -> ReformStatus:
    """Keep what a platform said of a deposit in its answer, without a message.

    Raises:
        RuleError: `status.unknown_code`, `status.reason_missing`, `status.reason_unknown`.
    """
    known = known_code(code)
    reasons = (reason,) if reason else ()
    check_reason(known, reasons)
    invoice = uow.invoices.get_issued(invoice_id, lock=True)
    status = ReformStatus(
        id=StatusId(ctx.new_id()),
        invoice_id=invoice.id,
        code=known,
        at=instant_of(ctx, ctx.today),
        source=StatusSource.MESSAGE,
        reasons=reasons,
        note=note,
    )
    keep_status(uow, ctx, invoice, status)
    return status


def is_internal_credit(uow: UnitOfWork, invoice: Invoice) -> bool:
    """Whether a credit note only cancels in the books what was refused or rejected.

    Such a credit note is not transmitted (DSE §3.6.4): the invoice does not exist for the
    customer's system.
    """
    if not invoice.kind.is_credit:
        return False
    return any(
        each.invoice_id is not None and uow.reform_statuses.present(each.invoice_id) in TURNED_DOWN
        for each in invoice.related(Relation.CREDITED)
    )


def _invoice_of(uow: UnitOfWork, told: ToldStatus) -> Invoice:
    """Our invoice of that number, date and seller (MDT-87, -100, -129)."""
    try:
        invoice = uow.invoices.get_by_number(told.number, lock=True)
    except NotFoundError as problem:
        raise NotFoundError("status.unknown_invoice", number=told.number) from problem
    if told.seller_siren and told.seller_siren != invoice.seller.siren:
        raise RuleError(
            "status.other_seller",
            where="MDT-129",
            number=told.number,
            told=told.seller_siren[:20],
            siren=invoice.seller.siren,
        )
    if told.issued_on is not None and told.issued_on != invoice.issued_on:
        raise RuleError(
            "status.other_date",
            where="MDT-100",
            number=told.number,
            told=told.issued_on,
            issued_on=invoice.issued_on,
        )
    return invoice


def _told_status(
    ctx: Context, invoice: Invoice, message: StatusMessage, position: int
) -> ReformStatus:
    told = message.told[position]
    texts = [each.reason_text for each in told.details if each.reason_text]
    notes = [each.note for each in told.details if each.note]
    return ReformStatus(
        id=StatusId(ctx.new_id()),
        invoice_id=invoice.id,
        code=told.code,
        at=message.at,
        source=StatusSource.MESSAGE,
        reasons=tuple(each.reason for each in told.details if each.reason),
        reason_text=" ".join(texts),
        note=" ".join(notes),
        action=next((each.action for each in told.details if each.action), ""),
        amounts=tuple(amount for each in told.details for amount in each.amounts),
        message_id=message.id,
        message_position=position,
    )


def _is_known(uow: UnitOfWork, status: ReformStatus) -> bool:
    """Whether a message has said the same already, such as the copy for the State."""
    return any(
        each.source is not StatusSource.HAND
        and (each.code, each.at, each.amounts) == (status.code, status.at, status.amounts)
        for each in uow.reform_statuses.history(status.invoice_id)
    )
