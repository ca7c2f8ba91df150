"""Customer files that may be of one customer, found by the indexes of what they share."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Column, Select, or_, select

from otc_desktop.application.kernel.repositories.customer_merges import ordered_pair
from otc_desktop.domain.customers.duplicates import Traits
from otc_desktop.domain.shared.ids import CustomerId
from otc_desktop.persistence.session import Session, in_chunks
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.merges import customer_distinct

# A domain or a phone of so many customers tells nothing, nor does one postal code of a city.
_MOST_WITH_ONE_VALUE = 3_000
_KEYS: dict[str, Column[Any]] = {
    "siren": customer.c.siren,
    "vat_number": customer.c.vat_number,
    "iban": customer.c.iban,
    "mail_domain": customer.c.mail_domain,
    "phone": customer.c.phone_key,
    "postal_code": customer.c.postal_code,
}
_COLUMNS = (
    customer.c.id,
    customer.c.code,
    customer.c.name,
    customer.c.siren,
    customer.c.siret,
    customer.c.vat_number,
    customer.c.iban,
    customer.c.postal_code,
    customer.c.mail_domain,
    customer.c.phone_key.label("phone"),
)


class SqlDuplicateBook:
    """Likely duplicates of a database."""

    def __init__(self, session: Session, user: str) -> None:
        self._session = session
        self._user = user

    def near(self, traits: Traits) -> Sequence[Traits]:
        """Files that share a number, an account, a domain, a phone or the postal code."""
        return self.near_many([traits])

    def near_many(self, several: Collection[Traits]) -> Sequence[Traits]:
        """The same for many files: one question for each kind of key and five thousand values."""
        found: dict[CustomerId, Traits] = {}
        for name, column in _KEYS.items():
            values = {getattr(each, name) for each in several} - {""}
            for some in in_chunks(sorted(values)):
                query = _listed().where(column.in_(some))
                if len(several) == 1:
                    query = query.limit(_MOST_WITH_ONE_VALUE)
                for row in self._session.connection.execute(query):
                    found.setdefault(row[0], Traits(*row))
        return list(found.values())

    def everybody(self) -> Sequence[Traits]:
        """All files, by code."""
        query = _listed().order_by(customer.c.code)
        return [Traits(*row) for row in self._session.connection.execute(query)]

    def told_apart(self, ids: Collection[CustomerId]) -> Collection[tuple[CustomerId, CustomerId]]:
        """Pairs with one of these files that somebody declared two customers."""
        first, second = customer_distinct.c.first_id, customer_distinct.c.second_id
        return {
            (row["first_id"], row["second_id"])
            for some in in_chunks(ids)
            for row in self._session.rows(
                select(first, second).where(or_(first.in_(some), second.in_(some)))
            )
        }

    def all_told_apart(self) -> Collection[tuple[CustomerId, CustomerId]]:
        """All such pairs."""
        columns = (customer_distinct.c.first_id, customer_distinct.c.second_id)
        return {(row["first_id"], row["second_id"]) for row in self._session.rows(select(*columns))}

    def tell_apart(self, one: CustomerId, other: CustomerId, *, on: date) -> None:
        """Remember that two files are two customers."""
        first, second = ordered_pair(one, other)
        if (first, second) in self.told_apart([first]):
            return
        self._session.insert(
            customer_distinct,
            {"first_id": first, "second_id": second, "noted_on": on, "noted_by": self._user},
        )


def _listed() -> Select[Any]:
    return select(*_COLUMNS).where(
        customer.c.merged_into_id.is_(None), customer.c.archived_on.is_(None)
    )
