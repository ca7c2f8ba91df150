"""Note a status of the reform by hand: read on the platform's site, or ours to send."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.status_keeping import gross_of, instant_of, keep_status
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.invoicing.lifecycle import FACTS, OURS, check_reason, known_code
from otc_desktop.domain.invoicing.lifecycle_history import (
    ReformStatus,
    StatusId,
    StatusSource,
    check_by_hand,
)
from otc_desktop.domain.invoicing.status_message import message_id_of
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError

_LONGEST_NOTE = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordStatus:
    """Ask for a status on an issued document; without a day it is today's.

    `reason` is a code of the status's own list, `note` free words.
    """

    number: str
    code: str
    on: date | None = None
    reason: str = ""
    note: str = ""


@use_case(permission=Permission.ISSUE_INVOICE)
def record_status(command: RecordStatus, ctx: Context, task: Task) -> ReformStatus:
    """Add the status; 209 and 220 are the seller's and become messages to be sent.

    Raises:
        NotFoundError: `invoicing.not_found`.
        RuleError: `status.unknown_code`, `status.reason_missing`, `status.reason_unknown`,
            `status.in_the_future`, `status.before_the_invoice`, `status.not_after`,
            `status.comes_from_receipts`, `status.note_too_long`.
    """
    code = known_code(command.code)
    reasons = (command.reason.strip(),) if command.reason.strip() else ()
    check_reason(code, reasons)
    note = command.note.strip()
    if len(note) > _LONGEST_NOTE:
        raise RuleError("status.note_too_long", where="note", longest=_LONGEST_NOTE)
    day = command.on or ctx.today
    if day > ctx.today:
        raise RuleError("status.in_the_future", where="on", on=day)
    with ctx.unit_of_work() as uow:
        invoice = uow.invoices.get_by_number(command.number, lock=True)
        if day < invoice.issued_on:
            raise RuleError(
                "status.before_the_invoice", where="on", on=day, issued_on=invoice.issued_on
            )
        history = uow.reform_statuses.history(invoice.id)
        end_of_day = datetime.combine(day, time.max)
        check_by_hand(history, gross_of(invoice), code, end_of_day)
        # After what is known of that day, for only the day was told.
        same_day = [each.at for each in history if each.at.date() == day]
        status = ReformStatus(
            id=StatusId(ctx.new_id()),
            invoice_id=invoice.id,
            code=code,
            at=max([instant_of(ctx, day), *same_day]),
            source=StatusSource.HAND,
            is_own=code in OURS,
            is_bound=code in OURS and FACTS[code].binds,
            reasons=reasons,
            note=note,
        )
        if status.is_own:
            status = replace(status, message_id=message_id_of(status, invoice.number))
        keep_status(uow, ctx, invoice, status)
        return uow.commit(status)
