"""What became of one mail, step by step."""

from collections.abc import Sequence

from sqlalchemy import Engine, select

from otc_desktop.application.outbox.queries import MailStep
from otc_desktop.domain.shared.ids import MailId
from otc_desktop.persistence.queries.reading import reading
from otc_desktop.persistence.tables.outbox import outbox_attempt


def steps_of_mail(engine: Engine, mail_id: MailId) -> Sequence[MailStep]:
    """Every step of a mail, the first one first."""
    query = (
        select(outbox_attempt)
        .where(outbox_attempt.c.mail_id == mail_id)
        .order_by(outbox_attempt.c.position)
    )
    with reading(engine) as connection:
        return [
            MailStep(
                status=row["status"],
                answer=row["answer"],
                made_by=row["made_by"],
                made_at=row["made_at"],
            )
            for row in connection.execute(query).mappings()
        ]
