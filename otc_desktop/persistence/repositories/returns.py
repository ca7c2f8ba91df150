"""Goods that come back."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, select

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.domain.sales.sales_return import ReturnReason, ReturnStatus, SalesReturn
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import (
    CustomerId,
    DeliveryId,
    InvoiceId,
    SalesOrderId,
    SalesReturnId,
)
from otc_desktop.persistence.session import Session
from otc_desktop.persistence.tables.returns import sales_return as table
from otc_desktop.persistence.tables.returns import sales_return_line as lines


class SqlSalesReturnRepository:
    """Returns of a database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get_by_number(self, number: str, *, lock: bool = False) -> SalesReturn:
        """By number."""
        row = self._session.one(select(table).where(table.c.number == number), lock=lock)
        if row is None:
            raise NotFoundError("sales.return_not_found", number=number)
        return self._from_row(row)

    def of_delivery(self, delivery_id: DeliveryId) -> Sequence[SalesReturn]:
        """All returns of a delivery, in order of their numbers."""
        return self._where(table.c.delivery_id == delivery_id)

    def of_credit(self, credit_id: InvoiceId) -> Sequence[SalesReturn]:
        """The returns whose credit note this is."""
        return self._where(table.c.credit_id == credit_id)

    def add(self, noted: SalesReturn) -> None:
        """A new return."""
        self._session.insert(
            table,
            {
                "id": noted.id,
                "number": noted.number,
                "delivery_id": noted.delivery_id,
                "order_id": noted.order_id,
                "customer_id": noted.customer_id,
                "noted_on": noted.noted_on,
                "reason": noted.reason.value,
                "note": noted.note,
                "restock": noted.restock,
                "replaces": noted.replaces,
                "version": 1,
                **_changing(noted),
            },
        )
        self._session.insert_many(
            lines,
            [
                {"return_id": noted.id, "order_position": position, "quantity": quantity}
                for position, quantity in sorted(noted.quantities.items())
            ],
        )
        self._session.topics.add(Topic.ORDERS)

    def save(self, changed: SalesReturn) -> None:
        """A return that has come further."""
        self._session.update_versioned(table, changed.id, changed.version, _changing(changed))
        self._session.topics.add(Topic.ORDERS)

    def _where(self, condition: ColumnElement[bool]) -> Sequence[SalesReturn]:
        rows = self._session.rows(select(table).where(condition).order_by(table.c.number))
        return [self._from_row(row) for row in rows]

    def _from_row(self, row: RowMapping) -> SalesReturn:
        found = self._session.rows(select(lines).where(lines.c.return_id == row["id"]))
        return SalesReturn(
            id=SalesReturnId(row["id"]),
            number=row["number"],
            delivery_id=DeliveryId(row["delivery_id"]),
            order_id=SalesOrderId(row["order_id"]),
            customer_id=CustomerId(row["customer_id"]),
            noted_on=row["noted_on"],
            quantities=_quantities(found),
            reason=ReturnReason(row["reason"]),
            note=row["note"],
            restock=row["restock"],
            replaces=row["replaces"],
            status=ReturnStatus(row["status"]),
            received_on=row["received_on"],
            credit_due=row["credit_due"],
            credit_id=_credit_id(row["credit_id"]),
            version=row["version"],
        )


def _quantities(rows: Sequence[RowMapping]) -> Mapping[int, Decimal]:
    return {row["order_position"]: row["quantity"] for row in rows}


def _credit_id(value: UUID | None) -> InvoiceId | None:
    return None if value is None else InvoiceId(value)


def _changing(noted: SalesReturn) -> dict[str, Any]:
    return {
        "status": noted.status.value,
        "received_on": noted.received_on,
        "credit_due": noted.credit_due,
        "credit_id": noted.credit_id,
    }
