"""Quotes."""

from typing import Any

from sqlalchemy import delete, select

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.sales.quote import Quote, QuoteStatus
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import CustomerId, QuoteId
from otc_desktop.domain.shared.text import fold
from otc_desktop.persistence.repositories import lines as mapping
from otc_desktop.persistence.session import Session
from otc_desktop.persistence.tables import quotes as tables

_QUOTES = tables.quote


class SqlQuoteRepository:
    """Quotes of a database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, quote_id: QuoteId) -> Quote:
        """By id."""
        row = self._session.by_id(_QUOTES, quote_id)
        if row is None:
            raise NotFoundError("sales.quote_not_found", number=str(quote_id))
        return self._from_row(row)

    def get_by_number(self, number: str, *, lock: bool = False) -> Quote:
        """By number."""
        row = self._session.one(select(_QUOTES).where(_QUOTES.c.number == number), lock=lock)
        if row is None:
            raise NotFoundError("sales.quote_not_found", number=number)
        return self._from_row(row)

    def add(self, quote: Quote, customer: Customer) -> None:
        """A new quote."""
        self._session.insert(
            _QUOTES,
            {"id": quote.id, "version": 1, **_whose(customer), **_values(quote)},
        )
        self._add_parts(quote)
        self._session.topics.add(Topic.ORDERS)

    def save(self, quote: Quote) -> None:
        """A quote that has come further; its content stays."""
        self._session.update_versioned(_QUOTES, quote.id, quote.version, _values(quote))
        self._session.topics.add(Topic.ORDERS)

    def rewrite(self, quote: Quote, customer: Customer) -> None:
        """A draft with other content."""
        self._session.update_versioned(
            _QUOTES, quote.id, quote.version, {**_whose(customer), **_values(quote)}
        )
        for table in (tables.quote_line, tables.quote_adjustment):
            self._session.connection.execute(delete(table).where(table.c.quote_id == quote.id))
        self._add_parts(quote)
        self._session.topics.add(Topic.ORDERS)

    def _add_parts(self, quote: Quote) -> None:
        self._session.insert_many(
            tables.quote_line,
            mapping.line_values("quote_id", quote.id, quote.lines, quote.currency),
        )
        self._session.insert_many(
            tables.quote_adjustment,
            mapping.adjustment_values("quote_id", quote.id, quote.adjustments),
        )

    def _from_row(self, row: Any) -> Quote:
        line_rows = self._session.parts_of(tables.quote_line, "quote_id", row["id"])
        adjustment_rows = self._session.parts_of(tables.quote_adjustment, "quote_id", row["id"])
        currency = Currency(row["currency"])
        return Quote(
            id=QuoteId(row["id"]),
            number=row["number"],
            customer_id=CustomerId(row["customer_id"]),
            quoted_on=row["quoted_on"],
            valid_until=row["valid_until"],
            currency=currency,
            lines=tuple(mapping.line_of(each) for each in line_rows),
            adjustments=tuple(mapping.adjustment_of(each, currency) for each in adjustment_rows),
            reference=row["reference"],
            note=row["note"],
            status=QuoteStatus(row["status"]),
            refusal_reason=row["refusal_reason"],
            sent_on=row["sent_on"],
            settled_on=row["settled_on"],
            order_number=row["order_number"],
            revision=row["revision"],
            version=row["version"],
        )


def _whose(customer: Customer) -> dict[str, Any]:
    return {"customer_id": customer.id, "customer_name_folded": fold(customer.name)}


def _values(quote: Quote) -> dict[str, Any]:
    return {
        "number": quote.number,
        "quoted_on": quote.quoted_on,
        "valid_until": quote.valid_until,
        "reference": quote.reference,
        "note": quote.note,
        "currency": quote.currency.code,
        "status": quote.status.value,
        "refusal_reason": quote.refusal_reason,
        "sent_on": quote.sent_on,
        "settled_on": quote.settled_on,
        "order_number": quote.order_number,
        "revision": quote.revision,
        **mapping.totals_values(quote.totals()),
    }
