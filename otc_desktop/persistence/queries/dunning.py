"""Lists of reminders and mails."""

import json
from typing import Any, ClassVar

from sqlalchemy import ColumnElement, FromClause, RowMapping, Select, select

from otc_desktop.application.dunning.queries import NoticeRow
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.outbox.queries import MailRow
from otc_desktop.domain.dunning.plan import Channel
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.ids import CustomerId, MailId, ReminderId
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.queries.names import customers_named
from otc_desktop.persistence.queries.reading import PagedQuery, Sorts
from otc_desktop.persistence.queries.search import Search
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.dunning import dunning_notice
from otc_desktop.persistence.tables.outbox import outbox_message

_NAMES = (customer.c.code.label("customer_code"), customer.c.name.label("customer_name"))


class NoticeList(PagedQuery[NoticeRow]):
    """Reminders that were made, newest first. Filters: `status`, `customer_id`."""

    sorts: ClassVar[Sorts] = {"planned_on": dunning_notice.c.planned_on}
    default_sort = "planned_on"
    default_descending = True
    tie = dunning_notice.c.id

    def rows_query(self) -> Select[Any]:
        """Notices with customer and the mail's answer."""
        return (
            select(dunning_notice, *_NAMES, outbox_message.c.server_answer)
            .join(customer, customer.c.id == dunning_notice.c.customer_id)
            .outerjoin(outbox_message, outbox_message.c.notice_id == dunning_notice.c.id)
        )

    def counted(self) -> FromClause:
        """Notices."""
        return dunning_notice

    def filters(self, request: PageRequest) -> list[ColumnElement[bool]]:
        """How far, and whose."""
        found: list[ColumnElement[bool]] = []
        if request.filters.get("status"):
            found.append(dunning_notice.c.status == request.filters["status"])
        if request.filters.get("customer_id"):
            found.append(dunning_notice.c.customer_id == request.filters["customer_id"])
        return found

    def choices(self, search: Search) -> list[ColumnElement[bool]]:
        """The beginning of the customer's name."""
        return [dunning_notice.c.customer_id.in_(customers_named(search))]

    def row(self, row: RowMapping) -> NoticeRow:
        """A notice."""
        return NoticeRow(
            id=ReminderId(row["id"]),
            customer_id=CustomerId(row["customer_id"]),
            customer_code=row["customer_code"],
            customer_name=row["customer_name"],
            step=row["step"],
            channel=Channel(row["channel"]),
            planned_on=row["planned_on"],
            amount=Money.from_minor(row["amount_minor"], Currency(row["currency"])),
            recipient=row["recipient"],
            status=row["status"],
            server_answer=row["server_answer"] or "",
        )


class MailList(PagedQuery[MailRow]):
    """The outbox, newest first. Filters: `status`, `customer_id`."""

    sorts: ClassVar[Sorts] = {"created_at": outbox_message.c.created_at}
    default_sort = "created_at"
    default_descending = True
    tie = outbox_message.c.id

    def rows_query(self) -> Select[Any]:
        """Mails with their customer."""
        return select(outbox_message, *_NAMES).join(
            customer, customer.c.id == outbox_message.c.customer_id
        )

    def counted(self) -> FromClause:
        """Mails."""
        return outbox_message

    def filters(self, request: PageRequest) -> list[ColumnElement[bool]]:
        """How far, and whose."""
        found: list[ColumnElement[bool]] = []
        if request.filters.get("status"):
            found.append(outbox_message.c.status == request.filters["status"])
        if request.filters.get("customer_id"):
            found.append(outbox_message.c.customer_id == request.filters["customer_id"])
        return found

    def choices(self, search: Search) -> list[ColumnElement[bool]]:
        """The beginning of the customer's name."""
        return [outbox_message.c.customer_id.in_(customers_named(search))]

    def row(self, row: RowMapping) -> MailRow:
        """A mail."""
        return MailRow(
            id=MailId(row["id"]),
            kind=row["kind"],
            customer_code=row["customer_code"],
            customer_name=row["customer_name"],
            recipient=row["recipient"],
            subject=row["subject"],
            body=row["body"],
            status=row["status"],
            attempts=row["attempts"],
            server_answer=row["server_answer"],
            created_at=row["created_at"],
            sent_at=row["sent_at"],
            attachments=tuple(name for name, _, _ in json.loads(row["attachments"])),
        )
