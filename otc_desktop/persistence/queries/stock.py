"""Lists of stock and of its movements."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import ColumnElement, FromClause, RowMapping, Select, Subquery, func, or_, select

from otc_desktop.application.kernel.finding import FoundKind
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.stock.queries import MovementRow, StockRow
from otc_desktop.domain.sales.sales_order import OrderStatus
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.ids import ProductId
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.stock.movement import MovementReason
from otc_desktop.persistence.queries.full_text import things
from otc_desktop.persistence.queries.reading import PagedQuery, Sorts, reading
from otc_desktop.persistence.queries.search import Search, starts_with
from otc_desktop.persistence.tables.catalogue import product
from otc_desktop.persistence.tables.returns import sales_return
from otc_desktop.persistence.tables.sales import delivery, sales_order, sales_order_line
from otc_desktop.persistence.tables.stock import stock_level, stock_movement

_NOTHING = Decimal(0)


def waiting_by_product() -> Subquery:
    """What accepted orders still wait for, by product: as many rows as open orders have."""
    left = sales_order_line.c.quantity - sales_order_line.c.delivered
    kind = sales_order_line.c.quantity.type
    return (
        select(sales_order_line.c.product_id, func.sum(left, type_=kind).label("waiting"))
        .join(sales_order, sales_order.c.id == sales_order_line.c.order_id)
        .where(
            sales_order.c.status == OrderStatus.CONFIRMED.value,
            sales_order_line.c.quantity > sales_order_line.c.delivered,
            sales_order_line.c.product_id.is_not(None),
        )
        .group_by(sales_order_line.c.product_id)
        .subquery("waiting")
    )


def to_reorder() -> Select[Any]:
    """Ids of the products of which no more is free than their reorder point."""
    waiting = waiting_by_product()
    kind = stock_level.c.on_hand.type
    on_hand = func.coalesce(stock_level.c.on_hand, _NOTHING, type_=kind)
    free = on_hand - func.coalesce(waiting.c.waiting, _NOTHING, type_=kind)
    return (
        select(product.c.id)
        .outerjoin(stock_level, stock_level.c.product_id == product.c.id)
        .outerjoin(waiting, waiting.c.product_id == product.c.id)
        .where(
            product.c.is_stocked.is_(True),
            product.c.reorder_point.is_not(None),
            free <= product.c.reorder_point,
        )
    )


class StockList(PagedQuery[StockRow]):
    """Stocked products. Filters: `below_reorder`. Search: code, name or barcode."""

    sorts: ClassVar[Sorts] = {"code": product.c.code, "name": product.c.name_folded}
    default_sort = "code"
    tie = product.c.id

    def rows_query(self) -> Select[Any]:
        """Products with what is on hand and what orders wait for."""
        waiting = waiting_by_product()
        return (
            select(product, stock_level.c.on_hand, waiting.c.waiting)
            .outerjoin(stock_level, stock_level.c.product_id == product.c.id)
            .outerjoin(waiting, waiting.c.product_id == product.c.id)
        )

    def counted(self) -> FromClause:
        """Products."""
        return product

    def filters(self, request: PageRequest) -> list[ColumnElement[bool]]:
        """Stocked, and below the reorder point if that is asked for."""
        found: list[ColumnElement[bool]] = [product.c.is_stocked.is_(True)]
        if request.filters.get("below_reorder"):
            found.append(product.c.id.in_(to_reorder()))
        return found

    def choices(self, search: Search) -> list[ColumnElement[bool]]:
        """The beginning of a code or of a word of the name, or a barcode."""
        return [
            or_(
                starts_with(product.c.code, search.text),
                starts_with(product.c.code, search.text.upper()),
            ),
            starts_with(product.c.name_folded, search.words),
            product.c.id.in_(things(search.asked, FoundKind.PRODUCT)),
            product.c.barcode == search.text,
        ]

    def totals(self, request: PageRequest) -> Mapping[str, Any]:
        """What the stock cost."""
        query = (
            select(stock_level.c.on_hand, product.c.unit_cost)
            .select_from(product)
            .join(stock_level, stock_level.c.product_id == product.c.id)
            .where(product.c.unit_cost.is_not(None))
        )
        value = _NOTHING
        with reading(self._engine) as connection:
            for on_hand, cost in connection.execute(
                query.where(*self.narrowed(connection, request))
            ):
                value += Money.rounded(on_hand * cost, EUR).amount
        return {"value": Money(value, EUR)}

    def row(self, row: RowMapping) -> StockRow:
        """A product."""
        on_hand = row["on_hand"] or _NOTHING
        reserved = Decimal(row["waiting"] or 0)
        cost = row["unit_cost"]
        return StockRow(
            id=ProductId(row["id"]),
            code=row["code"],
            name=row["name"],
            unit=row["unit"],
            on_hand=on_hand,
            reserved=reserved,
            available=on_hand - reserved,
            reorder_point=row["reorder_point"],
            reorder_quantity=row["reorder_quantity"],
            location=row["stock_location"],
            expected_on=row["expected_on"],
            expected_quantity=row["expected_quantity"],
            value=None if cost is None else Money.rounded(on_hand * cost, EUR),
        )


class MovementList(PagedQuery[MovementRow]):
    """Stock movements, newest first. Filters: `product_id`, `reason`."""

    sorts: ClassVar[Sorts] = {"moved_on": stock_movement.c.moved_on}
    default_sort = "moved_on"
    default_descending = True
    tie = stock_movement.c.id

    def rows_query(self) -> Select[Any]:
        """Movements with their product and document."""
        return (
            select(
                stock_movement,
                product.c.code.label("product_code"),
                product.c.name.label("product_name"),
                delivery.c.number.label("delivery_number"),
                sales_return.c.number.label("return_number"),
            )
            .join(product, product.c.id == stock_movement.c.product_id)
            .outerjoin(delivery, delivery.c.id == stock_movement.c.delivery_id)
            .outerjoin(sales_return, sales_return.c.id == stock_movement.c.return_id)
        )

    def counted(self) -> FromClause:
        """Movements."""
        return stock_movement

    def filters(self, request: PageRequest) -> list[ColumnElement[bool]]:
        """Of one product, of one kind."""
        found: list[ColumnElement[bool]] = []
        if request.filters.get("product_id"):
            found.append(stock_movement.c.product_id == request.filters["product_id"])
        if request.filters.get("reason"):
            found.append(stock_movement.c.reason == str(request.filters["reason"]))
        return found

    def choices(self, search: Search) -> list[ColumnElement[bool]]:
        """A date, or the beginning of a product's code or of a delivery's number."""
        if search.day is not None:
            return [stock_movement.c.moved_on == search.day]
        products = select(product.c.id).where(
            or_(
                starts_with(product.c.code, search.text.upper()),
                starts_with(product.c.name_folded, search.words),
            )
        )
        numbered = select(delivery.c.id).where(starts_with(delivery.c.number, search.text.upper()))
        return [
            stock_movement.c.product_id.in_(products),
            stock_movement.c.delivery_id.in_(numbered),
        ]

    def row(self, row: RowMapping) -> MovementRow:
        """A movement."""
        return MovementRow(
            id=row["id"],
            moved_on=row["moved_on"],
            product_code=row["product_code"],
            product_name=row["product_name"],
            quantity=row["quantity"],
            reason=MovementReason(row["reason"]),
            note=row["note"],
            document=row["return_number"] or row["delivery_number"] or "",
        )
