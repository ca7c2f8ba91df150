"""Refunds ordered from the bank, in the database."""

from collections.abc import Sequence

from sqlalchemy import RowMapping, exists, select, update

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.application.kernel.repositories.refunds import PayingLine
from otc_desktop.domain.banking.transaction import TransactionStatus
from otc_desktop.domain.direct_debits.refund import Refund, RefundOrder, RefundStatus
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.shared.currency import EUR, Currency
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import (
    BankAccountId,
    BankTransactionId,
    CustomerId,
    OpenItemId,
)
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.repositories.receivables import item_of
from otc_desktop.persistence.session import Session
from otc_desktop.persistence.tables.banking import bank_transaction
from otc_desktop.persistence.tables.direct_debits import refund, refund_order
from otc_desktop.persistence.tables.receivables import open_item


class SqlRefunds:
    """Orders of refunds of a database."""

    def __init__(self, session: Session, user: str) -> None:
        self._session = session
        self._user = user

    def add(self, order: RefundOrder) -> None:
        """A new order of refunds."""
        self._session.insert(
            refund_order,
            {
                "id": order.id,
                "number": order.number,
                "bank_account_id": order.bank_account_id,
                "pay_on": order.pay_on,
                "made_on": order.made_on,
                "currency": order.total.currency.code,
                "total_minor": order.total.minor,
                "refunds": len(order.refunds),
                "status": order.status.value,
                "sha256": order.sha256,
                "made_at": self._session.now,
                "made_by": self._user,
                "version": 1,
            },
        )
        self._session.insert_many(
            refund,
            [
                {
                    "id": each.id,
                    "order_id": order.id,
                    "position": place,
                    "customer_id": each.customer_id,
                    "item_id": each.item_id,
                    "end_to_end_id": each.end_to_end_id,
                    "name": each.name,
                    "iban": each.iban,
                    "currency": each.amount.currency.code,
                    "amount_minor": each.amount.minor,
                    "live": True,
                    "is_paid": False,
                }
                for place, each in enumerate(order.refunds)
            ],
        )
        self._session.topics.add(Topic.BANK)

    def get(self, number: str, *, lock: bool = False) -> RefundOrder:
        """By number."""
        query = select(refund_order).where(refund_order.c.number == number)
        row = self._session.one(query, lock=lock)
        if row is None:
            raise NotFoundError("direct_debits.refund_not_found", number=number)
        return _order_of(row, self._session.parts_of(refund, "order_id", row["id"]))

    def save(self, order: RefundOrder) -> None:
        """A changed order; what is paid or given up is free again."""
        self._session.update_versioned(
            refund_order, order.id, order.version, {"status": order.status.value}
        )
        for each in order.refunds:
            if each.is_paid or order.status is RefundStatus.CANCELLED:
                self._session.connection.execute(
                    update(refund)
                    .where((refund.c.id == each.id) & refund.c.live)
                    .values(live=False, is_paid=each.is_paid)
                )
        self._session.topics.add(Topic.BANK)

    def credits(self) -> Sequence[OpenItem]:
        """Open credits that no waiting order holds, the oldest first."""
        taken = exists().where((refund.c.item_id == open_item.c.id) & refund.c.live)
        query = (
            select(open_item)
            .where((open_item.c.open_minor < 0) & (open_item.c.currency == EUR.code) & ~taken)
            .order_by(open_item.c.issued_on, open_item.c.id)
        )
        return [item_of(row) for row in self._session.rows(query)]

    def paying_lines(self) -> Sequence[PayingLine]:
        """Debits of the bank that wait and carry the reference of a refund that waits."""
        line = bank_transaction
        query = (
            select(line.c.id, refund.c.id.label("refund"), refund_order.c.number)
            .join(refund, refund.c.end_to_end_id == line.c.end_to_end_id)
            .join(refund_order, refund_order.c.id == refund.c.order_id)
            .where((line.c.status == TransactionStatus.OPEN.value) & refund.c.live)
            .where(line.c.amount_minor == -refund.c.amount_minor)
            .order_by(line.c.booked_on, line.c.id)
        )
        return [
            PayingLine(
                transaction_id=BankTransactionId(row["id"]),
                refund_id=row["refund"],
                order=row["number"],
            )
            for row in self._session.rows(query)
        ]


def _order_of(row: RowMapping, refunds: Sequence[RowMapping]) -> RefundOrder:
    return RefundOrder(
        id=row["id"],
        number=row["number"],
        bank_account_id=BankAccountId(row["bank_account_id"]),
        pay_on=row["pay_on"],
        made_on=row["made_on"],
        refunds=tuple(
            Refund(
                id=each["id"],
                customer_id=CustomerId(each["customer_id"]),
                item_id=OpenItemId(each["item_id"]),
                end_to_end_id=each["end_to_end_id"],
                name=each["name"],
                iban=each["iban"],
                amount=Money.from_minor(each["amount_minor"], Currency(each["currency"])),
                is_paid=each["is_paid"],
            )
            for each in refunds
        ),
        sha256=row["sha256"],
        status=RefundStatus(row["status"]),
        version=row["version"],
    )
