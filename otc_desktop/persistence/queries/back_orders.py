"""What accepted orders are still owed: line by line, and the orders that are late."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    RowMapping,
    Select,
    and_,
    func,
    or_,
    select,
)

from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.sales.delivery_queries import BackOrderRow, LateOrderRow, LateReason
from otc_desktop.domain.sales.sales_order import OrderStatus
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.ids import SalesOrderId
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.queries.names import customers_named
from otc_desktop.persistence.queries.order_dates import (
    ACCEPTED,
    AGREED_ON,
    DUE_ORDER,
    due_of,
    is_late,
    late_after_days,
)
from otc_desktop.persistence.queries.reading import reading
from otc_desktop.persistence.queries.search import parsed_search, starts_with
from otc_desktop.persistence.tables.catalogue import product
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.sales import sales_order, sales_order_line
from otc_desktop.persistence.tables.stock import stock_level

_NOTHING = Decimal(0)
_LINE = sales_order_line.c


class BackOrderList:
    """Lines still owed, the order that is due first at the top.

    Filters: `late`, `started` (something of the order left already), `held`. Search: the
    beginning of an order's number, of a product's code, or of the customer's name. As many
    rows as open orders have lines: what is delivered is not read.
    """

    def __init__(self, engine: Engine, today: Callable[[], date]) -> None:
        self._engine = engine
        self._today = today

    def page(self, request: PageRequest) -> Sequence[BackOrderRow]:
        """The rows asked for."""
        with reading(self._engine) as connection:
            days = late_after_days(connection)
            query = (
                self._narrowed(self._rows(), request, days)
                .order_by(DUE_ORDER, sales_order.c.id, _LINE.position)
                .limit(request.limit)
                .offset(request.offset)
            )
            return [self._row(row, days) for row in connection.execute(query).mappings()]

    def count(self, request: PageRequest) -> int:
        """How many lines are owed."""
        with reading(self._engine) as connection:
            query = select(func.count()).select_from(self._lines())
            narrowed = self._narrowed(query, request, late_after_days(connection))
            return int(connection.execute(narrowed).scalar_one())

    def totals(self, request: PageRequest) -> Mapping[str, Any]:
        """None: units differ from line to line."""
        return {}

    def _lines(self) -> Any:
        return sales_order.join(sales_order_line, _LINE.order_id == sales_order.c.id).join(
            customer, customer.c.id == sales_order.c.customer_id
        )

    def _rows(self) -> Select[Any]:
        return (
            select(
                sales_order.c.id.label("order_id"),
                sales_order.c.number,
                sales_order.c.ordered_on,
                sales_order.c.status,
                AGREED_ON.label("agreed_on"),
                customer.c.code.label("customer_code"),
                customer.c.name.label("customer_name"),
                _LINE.position,
                _LINE.product_code,
                _LINE.description,
                _LINE.quantity,
                _LINE.delivered,
                product.c.is_stocked,
                stock_level.c.on_hand,
            )
            .select_from(self._lines())
            .outerjoin(product, product.c.id == _LINE.product_id)
            .outerjoin(stock_level, stock_level.c.product_id == _LINE.product_id)
        )

    def _narrowed(self, query: Select[Any], request: PageRequest, days: int) -> Select[Any]:
        query = query.where(ACCEPTED, _LINE.quantity > _LINE.delivered)
        if request.filters.get("late"):
            query = query.where(is_late(self._today(), days))
        if request.filters.get("started"):
            other = sales_order_line.alias()
            query = query.where(
                select(other.c.position)
                .where(other.c.order_id == sales_order.c.id, other.c.delivered > _NOTHING)
                .exists()
            )
        if request.filters.get("held"):
            query = query.where(sales_order.c.status == OrderStatus.HELD.value)
        search = parsed_search(request.search)
        if search is not None:
            query = query.where(
                or_(
                    starts_with(sales_order.c.number, search.text.upper()),
                    starts_with(sales_order.c.customer_name_folded, search.words),
                    _LINE.product_code == search.text.upper(),
                )
            )
        return query

    def _row(self, row: RowMapping, days: int) -> BackOrderRow:
        due_on = due_of(row["agreed_on"], row["ordered_on"], days)
        return BackOrderRow(
            id=uuid5(row["order_id"], str(row["position"])),
            order_id=SalesOrderId(row["order_id"]),
            order_number=row["number"],
            ordered_on=row["ordered_on"],
            customer_code=row["customer_code"],
            customer_name=row["customer_name"],
            position=row["position"],
            product_code=row["product_code"],
            description=row["description"],
            ordered=row["quantity"],
            delivered=row["delivered"],
            left=row["quantity"] - row["delivered"],
            on_hand=(row["on_hand"] or _NOTHING) if row["is_stocked"] else None,
            due_on=due_on,
            is_late=due_on < self._today(),
            is_held=row["status"] == OrderStatus.HELD.value,
        )


class LateOrderList:
    """Accepted orders past their date, the longest late at the top, with what keeps them."""

    def __init__(self, engine: Engine, today: Callable[[], date]) -> None:
        self._engine = engine
        self._today = today

    def page(self, request: PageRequest) -> Sequence[LateOrderRow]:
        """The rows asked for."""
        with reading(self._engine) as connection:
            days = late_after_days(connection)
            query = (
                self._rows()
                .where(*self._conditions(request, days))
                .order_by(DUE_ORDER, sales_order.c.id)
                .limit(request.limit)
                .offset(request.offset)
            )
            rows = connection.execute(query).mappings().all()
            short = _short_of_stock(connection, [row["id"] for row in rows])
            return [self._row(row, days, short) for row in rows]

    def count(self, request: PageRequest) -> int:
        """How many orders are late."""
        with reading(self._engine) as connection:
            conditions = self._conditions(request, late_after_days(connection))
            query = select(func.count()).select_from(sales_order).where(*conditions)
            return int(connection.execute(query).scalar_one())

    def totals(self, request: PageRequest) -> Mapping[str, Any]:
        """None."""
        return {}

    def _rows(self) -> Select[Any]:
        return select(
            sales_order,
            AGREED_ON.label("agreed_on"),
            customer.c.code.label("customer_code"),
            customer.c.name.label("customer_name"),
            customer.c.purchase_order_required,
        ).join(customer, customer.c.id == sales_order.c.customer_id)

    def _conditions(self, request: PageRequest, days: int) -> list[ColumnElement[bool]]:
        found: list[ColumnElement[bool]] = [is_late(self._today(), days)]
        search = parsed_search(request.search)
        if search is not None:
            found.append(
                or_(
                    starts_with(sales_order.c.number, search.text.upper()),
                    sales_order.c.customer_id.in_(customers_named(search)),
                )
            )
        return found

    def _row(self, row: RowMapping, days: int, short: set[UUID]) -> LateOrderRow:
        due_on = due_of(row["agreed_on"], row["ordered_on"], days)
        return LateOrderRow(
            id=SalesOrderId(row["id"]),
            number=row["number"],
            ordered_on=row["ordered_on"],
            customer_code=row["customer_code"],
            customer_name=row["customer_name"],
            due_on=due_on,
            is_agreed=row["agreed_on"] is not None,
            days_late=(self._today() - due_on).days,
            reason=_reason(row, short),
            total_excl_tax=Money.from_minor(row["total_excl_tax_minor"], Currency(row["currency"])),
        )


def _reason(row: RowMapping, short: set[UUID]) -> LateReason:
    if row["status"] == OrderStatus.HELD.value:
        return LateReason.HELD
    if row["purchase_order_required"] and not row["purchase_order"].strip():
        return LateReason.PURCHASE_ORDER
    return LateReason.STOCK if row["id"] in short else LateReason.NOT_SHIPPED


def _short_of_stock(connection: Connection, order_ids: Sequence[UUID]) -> set[UUID]:
    """Orders of which a stocked line asks for more than is on hand."""
    kind = stock_level.c.on_hand.type
    on_hand = func.coalesce(stock_level.c.on_hand, _NOTHING, type_=kind)
    query = (
        select(_LINE.order_id)
        .join(product, and_(product.c.id == _LINE.product_id, product.c.is_stocked.is_(True)))
        .outerjoin(stock_level, stock_level.c.product_id == product.c.id)
        .where(_LINE.order_id.in_(order_ids), _LINE.quantity - _LINE.delivered > on_hand)
        .distinct()
    )
    return set(connection.execute(query).scalars())
