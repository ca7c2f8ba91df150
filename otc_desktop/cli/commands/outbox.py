"""`otc outbox`."""

from typing import Any
from uuid import UUID

from otc_desktop.application.kernel.task import Task
from otc_desktop.application.outbox.cancel_mail import CancelMail, cancel_mail
from otc_desktop.application.outbox.retry_mail import RetryMail, retry_mail
from otc_desktop.application.outbox.send_mail import (
    BOUNCED,
    CANCELLED,
    FAILED,
    READY,
    SENDING,
    SENT,
    UNCERTAIN,
    WITHHELD,
    SendMail,
    send_mail,
)
from otc_desktop.cli.house import House
from otc_desktop.cli.json_output import errors_of
from otc_desktop.cli.listing import every_row
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import MailId

STATUSES = (READY, SENDING, SENT, FAILED, BOUNCED, UNCERTAIN, WITHHELD, CANCELLED)


def list_mails(house: House, options: Any, task: Task) -> dict[str, Any]:
    """List mails, newest first."""
    filters = {} if options.status is None else {"status": options.status}
    return {
        "mails": [
            {
                "id": row.id,
                "kind": row.kind,
                "customer": row.customer_code,
                "recipient": row.recipient,
                "subject": row.subject,
                "attachments": list(row.attachments),
                "status": row.status,
                "attempts": row.attempts,
                "server_answer": row.server_answer,
                "created_at": row.created_at,
                "sent_at": row.sent_at,
            }
            for row in every_row(house.queries.outbox, filters)
        ]
    }


def show(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Every step of one mail."""
    steps = house.queries.steps_of_mail(_mail_id(options.id))
    if not steps:
        raise NotFoundError("mail.not_found", id=options.id)
    return {
        "id": options.id,
        "steps": [
            {
                "status": step.status,
                "answer": step.answer,
                "made_by": step.made_by,
                "made_at": step.made_at,
            }
            for step in steps
        ],
    }


def retry(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Make a mail ready again."""
    command = RetryMail(
        mail_id=_mail_id(options.id),
        recipient=options.to or "",
        keep_address=options.keep_address,
        may_arrive_twice=options.may_arrive_twice,
    )
    return {"id": house.use_cases.run(retry_mail, command, task), "status": "ready"}


def cancel(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Take a mail out of the outbox."""
    command = CancelMail(mail_id=_mail_id(options.id))
    return {"id": house.use_cases.run(cancel_mail, command, task), "status": "cancelled"}


def flush(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Send what is ready to leave."""
    outcome = house.use_cases.run(send_mail, SendMail(), task)
    document: dict[str, Any] = {"mails": outcome.counts}
    if outcome.problem is not None:
        document["errors"] = errors_of(outcome.problem, house.messages)
    return document


def _mail_id(text: str) -> MailId:
    try:
        return MailId(UUID(text))
    except ValueError as problem:
        raise NotFoundError("mail.not_found", id=text) from problem
