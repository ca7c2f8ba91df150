"""What became of mails, step by step."""

from collections.abc import Sequence

from sqlalchemy import Engine, RowMapping, select

from otc_desktop.application.outbox.queries import DocumentMail, MailStep
from otc_desktop.domain.shared.ids import InvoiceId, MailId
from otc_desktop.persistence.queries.reading import reading
from otc_desktop.persistence.tables.outbox import outbox_attempt, outbox_message


def steps_of_mail(engine: Engine, mail_id: MailId) -> Sequence[MailStep]:
    """Every step of a mail, the first one first."""
    query = (
        select(outbox_attempt)
        .where(outbox_attempt.c.mail_id == mail_id)
        .order_by(outbox_attempt.c.position)
    )
    with reading(engine) as connection:
        return [_step(row) for row in connection.execute(query).mappings()]


def mails_of_document(engine: Engine, invoice_id: InvoiceId) -> Sequence[DocumentMail]:
    """The mails that bring a document, the newest first."""
    mails = (
        select(outbox_message)
        .where(outbox_message.c.invoice_id == invoice_id)
        .where(outbox_message.c.notice_id.is_(None))
        .order_by(outbox_message.c.created_at.desc(), outbox_message.c.id.desc())
    )
    with reading(engine) as connection:
        rows = connection.execute(mails).mappings().all()
        steps = (
            connection.execute(
                select(outbox_attempt)
                .where(outbox_attempt.c.mail_id.in_([row["id"] for row in rows]))
                .order_by(outbox_attempt.c.position)
            )
            .mappings()
            .all()
        )
    return [
        DocumentMail(
            id=MailId(row["id"]),
            recipient=row["recipient"],
            subject=row["subject"],
            status=row["status"],
            steps=[_step(step) for step in steps if step["mail_id"] == row["id"]],
        )
        for row in rows
    ]


def _step(row: RowMapping) -> MailStep:
    return MailStep(
        status=row["status"],
        answer=row["answer"],
        made_by=row["made_by"],
        made_at=row["made_at"],
    )
