"""Large books made by plain inserts, for measuring what reads them."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Engine, insert, select
from uuid_utils.compat import uuid7

from otc_desktop.persistence.search_index import rebuild_in
from otc_desktop.persistence.tables.customer_book import contact
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.ledger import journal_entry, journal_line
from otc_desktop.persistence.tables.receivables import open_item, receivable_movement

_ROWS_AT_ONCE = 20_000
_START = date(2026, 1, 1)
_SYLLABLES = (
    "ba be bi bo bou cha che co da de du fa fe ga gi gra la le li lou ma me mi mo na ne"
    " pa pe po ra re ri ro sa se so ta te ti to tra va ve vi vo zé"
).split()


def fill_journal(engine: Engine, lines: int) -> None:
    """Two-line entries, numbered on from what is there."""
    with engine.begin() as connection:
        for first in range(0, lines // 2, _ROWS_AT_ONCE):
            numbers = range(first + 1, min(first + _ROWS_AT_ONCE, lines // 2) + 1)
            ids = [uuid7() for _ in numbers]
            rows = [
                line
                for number, each in zip(numbers, ids, strict=True)
                for line in _pair(each, number)
            ]
            connection.execute(insert(journal_line), rows)
            connection.execute(
                insert(journal_entry),
                [_entry(each, number) for number, each in zip(numbers, ids, strict=True)],
            )


def fill_open_items(engine: Engine, items: int) -> None:
    """Open invoices of the first customer, taken over without entries."""
    with engine.begin() as connection:
        owner = (
            connection.execute(select(customer.c.id).order_by(customer.c.code)).scalars().first()
        )
        for first in range(0, items, _ROWS_AT_ONCE):
            rows = list(_items(owner, range(first, min(first + _ROWS_AT_ONCE, items))))
            connection.execute(insert(open_item), rows)
            connection.execute(
                insert(receivable_movement),
                [
                    {
                        "id": uuid7(),
                        "item_id": row["id"],
                        "customer_id": owner,
                        "moved_on": row["issued_on"],
                        "currency": "EUR",
                        "amount_minor": row["open_minor"],
                        "kind": "issue",
                        "allocation_id": None,
                    }
                    for row in rows
                ],
            )


def fill_customers(engine: Engine, customers: int) -> None:
    """Customers with made-up names, each with a contact, as an import would leave them."""
    lucky = random.Random(customers)  # noqa: S311 - sample data
    with engine.begin() as connection:
        for first in range(0, customers, _ROWS_AT_ONCE):
            places = range(first, min(first + _ROWS_AT_ONCE, customers))
            rows = [_customer(place, lucky) for place in places]
            connection.execute(insert(customer), rows)
            connection.execute(insert(contact), [_contact(row, lucky) for row in rows])
    rebuild_in(engine)


def _customer(place: int, lucky: random.Random) -> dict[str, Any]:
    name = f"{_word(lucky)} {_word(lucky)} {lucky.choice(('SARL', 'SAS', 'SA', 'et fils'))}"
    siren = f"{place:09d}"
    return {
        "id": uuid7(),
        "code": f"B{place:06d}",
        "name": name.title(),
        "name_folded": name.lower(),
        "siren": siren,
        "postal_code": f"{lucky.randrange(1000, 95999):05d}",
        "city": _word(lucky).title(),
        "country": "FR",
        "email": f"compta@{_word(lucky)}.example",
        "language": "fr",
        "payment_terms": "30 days",
        "version": 1,
    }


def _contact(owner: dict[str, Any], lucky: random.Random) -> dict[str, Any]:
    name = f"{_word(lucky)} {_word(lucky)}"
    return {
        "id": uuid7(),
        "customer_id": owner["id"],
        "name": name.title(),
        "name_folded": name,
        "language": "fr",
        "email": f"{_word(lucky)}@{_word(lucky)}.example",
        "version": 1,
    }


def _word(lucky: random.Random) -> str:
    """A word that reads like a name: some 50,000 are possible, the short ones frequent."""
    return "".join(lucky.choice(_SYLLABLES) for _ in range(lucky.choice((2, 2, 3))))


def _items(owner: Any, places: range) -> Iterator[dict[str, Any]]:
    for place in places:
        issued_on = _START + timedelta(days=place % 300)
        yield {
            "id": uuid7(),
            "invoice_id": None,
            "customer_id": owner,
            "customer_name_folded": "durand eclairage sarl",
            "number": f"X{place:08d}",
            "kind": "invoice",
            "issued_on": issued_on,
            "due_on": issued_on + timedelta(days=30),
            "currency": "EUR",
            "total_minor": 12_000,
            "open_minor": 12_000,
            "vat_minor": 0,
            "vat_released_minor": 0,
            "is_open": True,
            "letter": "",
            "settled_on": None,
            "purchase_order": "",
            "version": 1,
        }


def _pair(entry_id: Any, number: int) -> Iterator[dict[str, Any]]:
    minor = 100 + number % 100_000
    common = {"entry_id": entry_id, "label": f"Facture {number}", "item_id": None}
    yield {
        **common,
        "position": 0,
        "account": "411000",
        "auxiliary": "C0001",
        "debit_minor": minor,
        "credit_minor": 0,
    }
    yield {
        **common,
        "position": 1,
        "account": "707000",
        "auxiliary": "",
        "debit_minor": 0,
        "credit_minor": minor,
    }


def _entry(entry_id: Any, number: int) -> dict[str, Any]:
    day = _START + timedelta(days=number % 300)
    return {
        "id": entry_id,
        "fiscal_year": "2026",
        "number": number,
        "journal": "VE",
        "entry_on": day,
        "piece": f"F{number}",
        "piece_on": day,
        "label": f"Facture {number}",
        "total_minor": 100 + number % 100_000,
        "reverses_id": None,
        "posted_on": day,
        "posted_at": datetime(2026, 1, 1, tzinfo=UTC),
    }
