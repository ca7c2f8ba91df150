"""Customers by their name, for lists that show it."""

from typing import Any

from sqlalchemy import CompoundSelect, select, union_all

from otc_desktop.application.kernel.finding import FoundKind
from otc_desktop.persistence.queries.full_text import things
from otc_desktop.persistence.queries.search import Search, starts_with
from otc_desktop.persistence.tables.customers import customer


def customers_named(search: Search) -> CompoundSelect[Any]:
    """Ids of the customers whose name begins with what was typed, or that its words find."""
    return union_all(
        select(customer.c.id).where(starts_with(customer.c.name_folded, search.words)),
        things(search.asked, FoundKind.CUSTOMER),
    )
