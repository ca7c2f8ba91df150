"""People at customers, as a search shows them."""

from typing import Any, ClassVar

from sqlalchemy import ColumnElement, FromClause, RowMapping, Select, select

from otc_desktop.application.kernel.finding import ContactRow, FoundKind
from otc_desktop.domain.shared.ids import ContactId, CustomerId
from otc_desktop.persistence.queries.full_text import things
from otc_desktop.persistence.queries.reading import PagedQuery, Sorts
from otc_desktop.persistence.queries.search import Search
from otc_desktop.persistence.tables.customer_book import contact
from otc_desktop.persistence.tables.customers import customer


class ContactList(PagedQuery[ContactRow]):
    """Contacts of all customers."""

    sorts: ClassVar[Sorts] = {"id": contact.c.id}
    default_sort = "id"
    tie = contact.c.id

    def rows_query(self) -> Select[Any]:
        """Contacts with their customer."""
        return select(contact, customer.c.name.label("customer_name")).join(
            customer, customer.c.id == contact.c.customer_id
        )

    def counted(self) -> FromClause:
        """Contacts."""
        return contact

    def choices(self, search: Search) -> list[ColumnElement[bool]]:
        """Words of name, function, address and telephone."""
        return [contact.c.id.in_(things(search.asked, FoundKind.CONTACT))]

    def row(self, row: RowMapping) -> ContactRow:
        """A contact."""
        return ContactRow(
            id=ContactId(row["id"]),
            name=row["name"],
            function=row["function"],
            email=row["email"],
            customer_id=CustomerId(row["customer_id"]),
            customer_name=row["customer_name"],
        )
