"""Everything that happened with one customer."""

import json
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    RowMapping,
    Select,
    func,
    or_,
    select,
)

from otc_desktop.application.customers.queries import MailText, TimelineRow
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.domain.shared.text import fold
from otc_desktop.persistence.queries.reading import PagedQuery, Sorts, met_in_order, reading
from otc_desktop.persistence.tables.attachments import attachment
from otc_desktop.persistence.tables.audit import event
from otc_desktop.persistence.tables.mailbox import received_mail
from otc_desktop.persistence.tables.outbox import outbox_message


class Timeline(PagedQuery[TimelineRow]):
    """What happened with one customer, newest first.

    Filters: `customer_id`; `kinds`, names of events; `worded`, for each folded word that is
    searched the kinds of event whose sentence has it, for sentences are made by the screen.
    """

    sorts: ClassVar[Sorts] = {"at": event.c.at}
    default_sort = "at"
    default_descending = True
    tie = event.c.id

    def rows_query(self) -> Select[Any]:
        """Events with the count of files on what they are about."""
        files = (
            select(func.count())
            # What changes the file itself is about the customer, whose files stand elsewhere.
            .where(attachment.c.subject_id == event.c.subject_id)
            .where(event.c.subject_id != event.c.customer_id)
            .where(attachment.c.removed_on.is_(None))
            .scalar_subquery()
        )
        return select(event, files.label("attachments"))

    def counted(self) -> FromClause:
        """Events."""
        return event

    def filters(self, request: PageRequest) -> list[ColumnElement[bool]]:
        """One customer's, of some kinds; read in the order of that customer's index."""
        found = [event.c.customer_id == request.filters.get("customer_id", UUID(int=0))]
        kinds = request.filters.get("kinds")
        if kinds is not None:
            found.append(met_in_order(event.c.kind.in_(tuple(kinds))))
        return found

    def narrowed(self, connection: Connection, request: PageRequest) -> list[ColumnElement[bool]]:
        """Every word of the search is met, in the event's texts or in its sentence."""
        worded = request.filters.get("worded", {})
        # An event of an older program has no folded words; its details are searched instead.
        texts = func.coalesce(event.c.words, func.lower(event.c.details))
        words = fold(request.search.replace("\0", "")).split()
        return self.filters(request) + [
            met_in_order(
                or_(
                    texts.contains(word, autoescape=True),
                    event.c.kind.in_(tuple(worded.get(word, ()))),
                )
            )
            for word in words
        ]

    def row(self, row: RowMapping) -> TimelineRow:
        """An event."""
        return TimelineRow(
            id=row["id"],
            happened_on=row["happened_on"],
            at=row["at"],
            kind=row["kind"],
            subject_id=row["subject_id"],
            details=json.loads(row["details"]),
            attachments=row["attachments"],
        )

    def mail_text(self, subject_id: UUID) -> MailText | None:
        """The last mail that is, or that brought, the thing a fact is about; theirs or ours."""
        mail, theirs = outbox_message, received_mail
        query = (
            select(mail.c.recipient, mail.c.subject, mail.c.body)
            .where(
                or_(
                    mail.c.id == subject_id,
                    mail.c.invoice_id == subject_id,
                    mail.c.notice_id == subject_id,
                )
            )
            .order_by(mail.c.created_at.desc())
            .limit(1)
        )
        with reading(self._engine) as connection:
            row = connection.execute(query).one_or_none()
            if row is None:
                found = connection.execute(
                    select(theirs.c.sender, theirs.c.subject, theirs.c.body).where(
                        theirs.c.id == subject_id
                    )
                ).one_or_none()
                return None if found is None else MailText(found.sender, found.subject, found.body)
        return MailText(row.recipient, row.subject, row.body)
