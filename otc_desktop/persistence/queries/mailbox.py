"""Mail that came in."""

import json
from typing import Any, ClassVar

from sqlalchemy import ColumnElement, FromClause, RowMapping, Select, select

from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.mailbox.queries import ReceivedRow
from otc_desktop.persistence.queries.reading import PagedQuery, Sorts
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.invoicing import invoice
from otc_desktop.persistence.tables.mailbox import received_mail as table


class ReceivedList(PagedQuery[ReceivedRow]):
    """Mail of customers, newest first. Filters: `customer_id`, `invoice_id`."""

    sorts: ClassVar[Sorts] = {"filed_at": table.c.filed_at}
    default_sort = "filed_at"
    default_descending = True
    tie = table.c.id

    def rows_query(self) -> Select[Any]:
        """Mails with their customer and document."""
        names = (customer.c.code.label("customer_code"), customer.c.name.label("customer_name"))
        return (
            select(table, *names, invoice.c.number)
            .join(customer, customer.c.id == table.c.customer_id)
            .outerjoin(invoice, invoice.c.id == table.c.invoice_id)
        )

    def counted(self) -> FromClause:
        """Mails."""
        return table

    def filters(self, request: PageRequest) -> list[ColumnElement[bool]]:
        """Whose, and about what."""
        return [
            table.c[name] == request.filters[name]
            for name in ("customer_id", "invoice_id")
            if request.filters.get(name)
        ]

    def row(self, row: RowMapping) -> ReceivedRow:
        """A mail."""
        return ReceivedRow(
            id=row["id"],
            nature=row["nature"],
            customer_code=row["customer_code"],
            customer_name=row["customer_name"],
            number=row["number"] or "",
            sender=row["sender"],
            sender_name=row["sender_name"],
            subject=row["subject"],
            body=row["body"],
            diagnostic=row["diagnostic"],
            files=row["files"],
            left_out=tuple(json.loads(row["left_out"])),
            sent_at=row["sent_at"],
            filed_at=row["filed_at"],
        )
