"""`otc dispute`."""

from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from otc_desktop.application.disputes.causes import (
    AddCause,
    ChangeCause,
    ReadCauses,
    add_cause,
    change_cause,
    read_causes,
)
from otc_desktop.application.disputes.change_dispute import ChangeDispute, change_dispute
from otc_desktop.application.disputes.close_dispute import CloseDispute, close_dispute
from otc_desktop.application.disputes.open_dispute import OpenDispute, open_dispute
from otc_desktop.application.disputes.reject_dispute import (
    PreviewRejection,
    RejectDispute,
    preview_rejection,
    reject_dispute,
)
from otc_desktop.application.invoicing.credit_dispute import CreditDispute, credit_dispute
from otc_desktop.application.kernel.disputing import DisputeDetails
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.sales.replace_disputed import ReplaceDisputed, replace_disputed
from otc_desktop.cli.house import House
from otc_desktop.cli.json_output import amount
from otc_desktop.cli.listing import every_row
from otc_desktop.domain.disputes.dispute import (
    Dispute,
    DisputeOutcome,
    DisputeReason,
    DisputeStage,
)
from otc_desktop.domain.shared.errors import NotFoundError, RuleError
from otc_desktop.domain.shared.ids import DisputeCauseId, DisputeId
from otc_desktop.domain.shared.text import fold


def open_one(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Note that an invoice is contested."""
    reason = DisputeReason(options.reason)
    command = OpenDispute(
        number=options.invoice,
        reason=options.reason,
        amount=_amount(options.amount),
        details=DisputeDetails(
            owner=options.owner,
            due_on=options.due,
            cause_id=_cause_id(house, reason, options.cause),
            line=options.line,
            note=options.note,
        ),
    )
    dispute = house.use_cases.run(open_dispute, command, task)
    return {"id": dispute.id, "amount": amount(dispute.amount), "due_on": dispute.due_on}


def change(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Change who has a dispute, by when, how far it is, or what is contested."""
    reason = None if options.reason is None else DisputeReason(options.reason)
    if options.cause and reason is None:
        raise RuleError("disputes.cause_needs_reason", where="--reason")
    command = ChangeDispute(
        dispute_id=_id(options.id),
        stage=None if options.stage is None else DisputeStage(options.stage),
        owner=options.owner,
        due_on=options.due,
        amount=_amount(options.amount),
        note=options.note,
        reason=reason,
        cause_id=None if reason is None else _cause_id(house, reason, options.cause),
    )
    dispute = house.use_cases.run(change_dispute, command, task)
    return {
        "id": dispute.id,
        "stage": dispute.stage,
        "owner": dispute.owner,
        "due_on": dispute.due_on,
        "amount": amount(dispute.amount),
    }


def close(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Settle a dispute without a document of ours."""
    command = CloseDispute(
        dispute_id=_id(options.id),
        resolution=options.resolution,
        outcome=DisputeOutcome(options.outcome),
    )
    return _closed(house.use_cases.run(close_dispute, command, task))


def credit(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Grant it: the credit note and the end of the dispute in one step."""
    command = CreditDispute(
        dispute_id=_id(options.id), resolution=options.resolution, send=options.send or None
    )
    done = house.use_cases.run(credit_dispute, command, task)
    total = done.credit_note.totals.total_incl_tax
    return {
        **_closed(done.dispute),
        "credit_note": done.credit_note.number,
        "total_incl_tax": amount(total),
    }


def replace(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Deliver the contested line again, free of charge."""
    command = ReplaceDisputed(
        dispute_id=_id(options.id),
        quantity=_amount(options.quantity),
        resolution=options.resolution,
    )
    done = house.use_cases.run(replace_disputed, command, task)
    return {**_closed(done.dispute), "order": done.order.number}


def reject(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Reject it: the letter and the end of the dispute in one step."""
    if options.show:
        shown = PreviewRejection(dispute_id=_id(options.id), explanation=options.explanation)
        letter = house.use_cases.run(preview_rejection, shown, task)
        return {
            "recipient": letter.recipient,
            "subject": letter.words.subject,
            "text": letter.words.text,
        }
    command = RejectDispute(dispute_id=_id(options.id), explanation=options.explanation)
    done = house.use_cases.run(reject_dispute, command, task)
    return {**_closed(done), "recipient": done.settled_by}


def causes(house: House, options: Any, task: Task) -> dict[str, Any]:
    """The tree of causes, after what was asked to change in it."""
    if options.add is not None:
        reason, title = options.add
        command = AddCause(reason=_reason(reason), title=title)
        house.use_cases.run(add_cause, command, task)
    if options.archive is not None:
        reason, title = options.archive
        cause_id = _cause_id(house, _reason(reason), title)
        if cause_id is not None:
            house.use_cases.run(change_cause, ChangeCause(cause_id=cause_id, archived=True), task)
    return {
        "causes": [
            {"reason": each.reason, "title": each.title, "archived": each.archived}
            for each in house.use_cases.run(read_causes, ReadCauses())
        ]
    }


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
                "stage": row.stage,
                "cause": row.cause or None,
                "line": row.line or None,
                "note": row.note,
                "outcome": row.outcome,
                "settled_by": row.settled_by or None,
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


def _id(text: str) -> DisputeId:
    try:
        return DisputeId(UUID(text))
    except ValueError as problem:
        raise NotFoundError("disputes.not_found", id=text) from problem


def _reason(text: str) -> DisputeReason:
    try:
        return DisputeReason(text)
    except ValueError as problem:
        raise RuleError("disputes.unknown_reason", where="reason", reason=text) from problem


def _cause_id(house: House, reason: DisputeReason, title: str) -> DisputeCauseId | None:
    """The cause of that title, accents and case aside; None for an empty title."""
    if not title:
        return None
    for each in house.use_cases.run(read_causes, ReadCauses()):
        if each.reason is reason and fold(each.title) == fold(title):
            return each.id
    raise NotFoundError("disputes.cause_not_found", where="cause")


def _closed(dispute: Dispute) -> dict[str, Any]:
    return {
        "id": dispute.id,
        "status": dispute.status,
        "outcome": dispute.outcome,
        "closed_on": dispute.closed_on,
    }
