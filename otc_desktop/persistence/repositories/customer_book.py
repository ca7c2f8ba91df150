"""People and places of customers, and what is unfinished with them."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, Table, delete, func, select

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.domain.customers.address_book import AddressKind, CustomerAddress
from otc_desktop.domain.customers.contact import Contact, ContactRole
from otc_desktop.domain.customers.file_state import OpenBusiness
from otc_desktop.domain.sales.sales_order import OrderStatus
from otc_desktop.domain.shared.company import Address
from otc_desktop.domain.shared.errors import ConflictError, NotFoundError
from otc_desktop.domain.shared.ids import AddressId, ContactId, CustomerId
from otc_desktop.domain.shared.text import fold
from otc_desktop.persistence.session import Session, in_chunks
from otc_desktop.persistence.tables.customer_book import contact, customer_address
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.invoicing import invoice
from otc_desktop.persistence.tables.receivables import open_item
from otc_desktop.persistence.tables.sales import delivery, sales_order

_UNFINISHED = (OrderStatus.DRAFT, OrderStatus.HELD, OrderStatus.CONFIRMED)


class SqlCustomerBook:
    """Contacts and addresses of a database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def contacts_of(self, customer_id: CustomerId) -> Sequence[Contact]:
        """Everybody known there, by name."""
        return self.contacts_of_many([customer_id]).get(customer_id, ())

    def contacts_of_many(
        self, customer_ids: Collection[CustomerId]
    ) -> Mapping[CustomerId, Sequence[Contact]]:
        """Everybody known at each of these, by name."""
        found: dict[CustomerId, list[Contact]] = defaultdict(list)
        for some in in_chunks(customer_ids):
            query = (
                select(contact)
                .where(contact.c.customer_id.in_(some))
                .order_by(contact.c.customer_id, contact.c.name_folded, contact.c.id)
            )
            for row in self._session.rows(query):
                found[CustomerId(row["customer_id"])].append(contact_of(row))
        return found

    def get_contact(self, contact_id: ContactId) -> Contact:
        """By id."""
        row = self._session.by_id(contact, contact_id)
        if row is None:
            raise NotFoundError("customers.contact_not_found", id=str(contact_id))
        return contact_of(row)

    def add_contact(self, one: Contact) -> None:
        """A new contact."""
        self._session.insert(contact, {"id": one.id, "version": 1, **_contact_values(one)})
        self._session.topics.add(Topic.CUSTOMERS)

    def save_contact(self, one: Contact) -> None:
        """A changed contact."""
        self._session.update_versioned(contact, one.id, one.version, _contact_values(one))
        self._session.topics.add(Topic.CUSTOMERS)

    def remove_contact(self, one: Contact) -> None:
        """Take a contact off the file."""
        self._remove(contact, one.id, one.version)

    def addresses_of(self, customer_id: CustomerId) -> Sequence[CustomerAddress]:
        """The addresses beside the registered one, by kind and label."""
        query = (
            select(customer_address)
            .where(customer_address.c.customer_id == customer_id)
            .order_by(customer_address.c.kind, customer_address.c.label, customer_address.c.id)
        )
        return [address_of(row) for row in self._session.rows(query)]

    def get_address(self, address_id: AddressId) -> CustomerAddress:
        """By id."""
        row = self._session.by_id(customer_address, address_id)
        if row is None:
            raise NotFoundError("customers.address_not_found", id=str(address_id))
        return address_of(row)

    def add_address(self, one: CustomerAddress) -> None:
        """A new address."""
        values = {"id": one.id, "version": 1, **_address_values(one)}
        self._session.insert(customer_address, values)
        self._session.topics.add(Topic.CUSTOMERS)

    def save_address(self, one: CustomerAddress) -> None:
        """A changed address."""
        self._session.update_versioned(customer_address, one.id, one.version, _address_values(one))
        self._session.topics.add(Topic.CUSTOMERS)

    def remove_address(self, one: CustomerAddress) -> None:
        """Take an address off the file."""
        self._remove(customer_address, one.id, one.version)

    def has_members(self, customer_id: CustomerId) -> bool:
        """Whether other customers name this one as the head of their group."""
        query = select(customer.c.id).where(customer.c.parent_id == customer_id).limit(1)
        return self._session.one(query) is not None

    def open_business(self, customer_id: CustomerId) -> OpenBusiness:
        """What is not finished with a customer."""
        return OpenBusiness(
            open_items=self._count(
                open_item,
                (open_item.c.customer_id == customer_id) & open_item.c.is_open.is_(True),
            ),
            orders=self._count(
                sales_order,
                (sales_order.c.customer_id == customer_id)
                & sales_order.c.status.in_([status.value for status in _UNFINISHED]),
            ),
            deliveries=self._count(
                delivery,
                (delivery.c.customer_id == customer_id) & delivery.c.invoiced.is_(False),
            ),
            drafts=self._count(
                invoice, (invoice.c.customer_id == customer_id) & invoice.c.number.is_(None)
            ),
        )

    def _count(self, table: Table, condition: ColumnElement[bool]) -> int:
        row = self._session.one(
            select(func.count().label("rows")).select_from(table).where(condition)
        )
        return 0 if row is None else int(row["rows"])

    def _remove(self, table: Table, thing_id: UUID, version: int) -> None:
        """Delete a row as it was read, and say in the audit trail what it held."""
        row = self._session.by_id(table, thing_id, lock=True)
        if row is None or row["version"] != version:
            raise ConflictError(
                "database.changed_meanwhile",
                table=table.name,
                mine=None,
                theirs=None if row is None else dict(row),
            )
        self._session.connection.execute(delete(table).where(table.c.id == thing_id))
        self._session.search.removed(table, thing_id)
        self._session.changes.append(
            {"table": table.name, "id": thing_id, "before": dict(row), "deleted": True}
        )
        self._session.topics.add(Topic.CUSTOMERS)


def _contact_values(one: Contact) -> dict[str, Any]:
    return {
        "customer_id": one.customer_id,
        "name": one.name,
        "name_folded": fold(one.name),
        "function": one.function,
        "email": one.email,
        "phone": one.phone,
        "mobile": one.mobile,
        "language": one.language,
        "roles": ",".join(sorted(role.value for role in one.roles)),
        "is_active": one.is_active,
    }


def contact_of(row: RowMapping) -> Contact:
    """A contact from its row."""
    roles = row["roles"]
    return Contact(
        id=ContactId(row["id"]),
        customer_id=CustomerId(row["customer_id"]),
        name=row["name"],
        function=row["function"],
        email=row["email"],
        phone=row["phone"],
        mobile=row["mobile"],
        language=row["language"],
        roles=frozenset(ContactRole(each) for each in roles.split(",")) if roles else frozenset(),
        is_active=row["is_active"],
        version=row["version"],
    )


def _address_values(one: CustomerAddress) -> dict[str, Any]:
    return {
        "customer_id": one.customer_id,
        "label": one.label,
        "kind": one.kind.value,
        "address": one.address.line1,
        "address2": one.address.line2,
        "postal_code": one.address.postal_code,
        "city": one.address.city,
        "country": one.address.country,
        "siret": one.siret,
        "service_code": one.service_code,
        "is_default": one.is_default,
    }


def address_of(row: RowMapping) -> CustomerAddress:
    """An address from its row."""
    return CustomerAddress(
        id=AddressId(row["id"]),
        customer_id=CustomerId(row["customer_id"]),
        label=row["label"],
        kind=AddressKind(row["kind"]),
        address=Address(
            line1=row["address"],
            line2=row["address2"],
            postal_code=row["postal_code"],
            city=row["city"],
            country=row["country"],
        ),
        siret=row["siret"],
        service_code=row["service_code"],
        is_default=row["is_default"],
        version=row["version"],
    )
