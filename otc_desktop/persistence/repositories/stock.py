"""Stock: movements, what is on hand, and how products are kept."""

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping, func, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.domain.sales.sales_order import OrderStatus
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import DeliveryId, ProductId
from otc_desktop.domain.stock.movement import StockMovement
from otc_desktop.domain.stock.stock_item import StockItem, StockPolicy
from otc_desktop.persistence.session import Session, in_chunks
from otc_desktop.persistence.tables.catalogue import product
from otc_desktop.persistence.tables.sales import sales_order, sales_order_line
from otc_desktop.persistence.tables.stock import stock_level, stock_movement, stock_policy

_ONLY_ROW = 1
_NOTHING = Decimal(0)


class SqlStockRepository:
    """The stock of a database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def policy(self) -> StockPolicy:
        """The company's rules; the usual ones until somebody sets them."""
        row = self._session.by_id(stock_policy, _ONLY_ROW)
        if row is None:
            return StockPolicy(version=0)
        return StockPolicy(
            allow_negative=row["allow_negative"],
            late_after_days=row["late_after_days"],
            version=row["version"],
        )

    def save_policy(self, policy: StockPolicy) -> None:
        """Other rules."""
        values = {
            "allow_negative": policy.allow_negative,
            "late_after_days": policy.late_after_days,
        }
        if policy.version:
            self._session.update_versioned(stock_policy, _ONLY_ROW, policy.version, values)
        else:
            self._session.insert(stock_policy, {"id": _ONLY_ROW, "version": 1, **values})
        self._session.topics.add(Topic.STOCK)

    def items(self, product_ids: Collection[UUID]) -> Mapping[ProductId, StockItem]:
        """How these products are kept."""
        return {
            ProductId(row["id"]): _item(row)
            for some in in_chunks(set(product_ids))
            for row in self._session.rows(select(product).where(product.c.id.in_(some)))
        }

    def items_by_codes(self, codes: Collection[str]) -> Mapping[str, StockItem]:
        """How the products of these codes are kept; one that does not exist is missing."""
        return {
            row["code"]: _item(row)
            for some in in_chunks(set(codes))
            for row in self._session.rows(select(product).where(product.c.code.in_(some)))
        }

    def get_item(self, code: str) -> StockItem:
        """How a product is kept."""
        found = self.items_by_codes([code]).get(code)
        if found is None:
            raise NotFoundError("catalogue.unknown_product", where="product", code=code)
        return found

    def save_item(self, item: StockItem) -> None:
        """Another way to keep a product."""
        self._session.update_versioned(
            product,
            item.product_id,
            item.version,
            {
                "is_stocked": item.is_stocked,
                "reorder_point": item.reorder_point,
                "reorder_quantity": item.reorder_quantity,
                "stock_location": item.location,
                "allow_negative_stock": item.allow_negative,
                "expected_on": item.expected_on,
                "expected_quantity": item.expected_quantity,
                "unit_cost": item.unit_cost,
            },
        )
        self._session.topics |= {Topic.STOCK, Topic.CATALOGUE}

    def take_into_stock(self, product_ids: Collection[UUID]) -> None:
        """Products of which somebody counted how many there are: they are stocked."""
        for some in in_chunks(set(product_ids)):
            self._session.connection.execute(
                update(product)
                .where(product.c.id.in_(some), product.c.is_stocked.is_(False))
                .values(is_stocked=True)
            )
        self._session.topics |= {Topic.STOCK, Topic.CATALOGUE}

    def lock(self, product_ids: Collection[UUID]) -> Mapping[ProductId, Decimal]:
        """What is on hand of each, held until the transaction ends.

        Always in the order of the ids, so that two deliveries never wait for each other.
        """
        wanted = sorted(set(product_ids))
        self._upsert({ProductId(each): _NOTHING for each in wanted})
        found: dict[ProductId, Decimal] = {}
        for some in in_chunks(wanted):
            query = (
                select(stock_level)
                .where(stock_level.c.product_id.in_(some))
                .order_by(stock_level.c.product_id)
            )
            if self._session.is_postgresql:
                query = query.with_for_update()
            found |= {
                ProductId(row["product_id"]): row["on_hand"] for row in self._session.rows(query)
            }
        return found

    def add_many(self, movements: Sequence[StockMovement]) -> None:
        """New movements, and with them what is on hand."""
        if not movements:
            return
        moved: dict[ProductId, Decimal] = {}
        for each in movements:
            moved[each.product_id] = moved.get(each.product_id, _NOTHING) + each.quantity
        self._upsert(moved)
        self._session.insert_many(
            stock_movement,
            [
                {
                    "id": each.id,
                    "product_id": each.product_id,
                    "moved_on": each.moved_on,
                    "quantity": each.quantity,
                    "reason": each.reason.value,
                    "delivery_id": each.delivery_id,
                    "return_id": each.return_id,
                    "note": each.note,
                }
                for each in movements
            ],
        )
        self._session.topics |= {Topic.STOCK, Topic.CATALOGUE}

    def moved_by(self, delivery_id: DeliveryId) -> Mapping[ProductId, Decimal]:
        """What a delivery moved, returns aside: negative went out."""
        quantity = stock_movement.c.quantity
        moved = func.sum(quantity, type_=quantity.type)
        return {
            ProductId(row["product_id"]): Decimal(row["moved"])
            for row in self._session.rows(
                select(stock_movement.c.product_id, moved.label("moved"))
                .where(
                    stock_movement.c.delivery_id == delivery_id,
                    stock_movement.c.return_id.is_(None),
                )
                .group_by(stock_movement.c.product_id)
            )
        }

    def on_hand(self, product_ids: Collection[UUID]) -> Mapping[ProductId, Decimal]:
        """Sum of movements by product; a product without any is missing."""
        return {
            ProductId(row["product_id"]): row["on_hand"]
            for some in in_chunks(set(product_ids))
            for row in self._session.rows(
                select(stock_level).where(stock_level.c.product_id.in_(some))
            )
        }

    def reserved(self, product_ids: Collection[UUID]) -> Mapping[ProductId, Decimal]:
        """What accepted orders still wait for, by product; a product without any is missing."""
        left = sales_order_line.c.quantity - sales_order_line.c.delivered
        # The type of the column unscales the sum as it does single values.
        waiting = func.sum(left, type_=sales_order_line.c.quantity.type)
        return {
            ProductId(row["product_id"]): Decimal(row["waiting"])
            for some in in_chunks(set(product_ids))
            for row in self._session.rows(
                select(sales_order_line.c.product_id, waiting.label("waiting"))
                .join(sales_order, sales_order.c.id == sales_order_line.c.order_id)
                .where(
                    sales_order.c.status == OrderStatus.CONFIRMED.value,
                    sales_order_line.c.product_id.in_(some),
                    sales_order_line.c.quantity > sales_order_line.c.delivered,
                )
                .group_by(sales_order_line.c.product_id)
            )
        }

    def _upsert(self, moved: Mapping[ProductId, Decimal]) -> None:
        if not moved:
            return
        make: Any = postgresql_insert if self._session.is_postgresql else sqlite_insert
        statement = make(stock_level)
        statement = statement.on_conflict_do_update(
            index_elements=[stock_level.c.product_id],
            set_={"on_hand": stock_level.c.on_hand + statement.excluded.on_hand},
        )
        self._session.connection.execute(
            statement, [{"product_id": each, "on_hand": moved[each]} for each in sorted(moved)]
        )


def _item(row: RowMapping) -> StockItem:
    return StockItem(
        product_id=ProductId(row["id"]),
        code=row["code"],
        name=row["name"],
        unit=row["unit"],
        is_stocked=row["is_stocked"],
        reorder_point=row["reorder_point"],
        reorder_quantity=row["reorder_quantity"],
        location=row["stock_location"],
        allow_negative=row["allow_negative_stock"],
        expected_on=row["expected_on"],
        expected_quantity=row["expected_quantity"],
        unit_cost=row["unit_cost"],
        version=row["version"],
    )
