"""Customers by the beginning of their name, for lists that show it."""

from typing import Any

from sqlalchemy import Select, select

from otc_desktop.persistence.queries.search import Search, starts_with
from otc_desktop.persistence.tables.customers import customer


def customers_named(search: Search) -> Select[Any]:
    """Ids of the customers whose name begins with what was typed."""
    return select(customer.c.id).where(starts_with(customer.c.name_folded, search.words))
