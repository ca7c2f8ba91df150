"""Stock follows from movements; deliveries, returns and orders add up."""

from typing import Any

from sqlalchemy import BigInteger, Connection, and_, func, or_, select, type_coerce

from otc_desktop.domain.sales.delivery import DeliveryStatus
from otc_desktop.domain.sales.sales_return import ReturnStatus
from otc_desktop.persistence.queries.verification.streaming import Offenders, stream
from otc_desktop.persistence.session import sum_minor
from otc_desktop.persistence.tables.catalogue import product
from otc_desktop.persistence.tables.returns import sales_return, sales_return_line
from otc_desktop.persistence.tables.sales import (
    delivery,
    delivery_line,
    sales_order,
    sales_order_line,
)
from otc_desktop.persistence.tables.stock import stock_level, stock_movement


def scaled(column: Any) -> Any:
    """A quantity as the database keeps it, nothing where there is none."""
    return func.coalesce(type_coerce(column, BigInteger), 0)


def levels_against_movements(connection: Connection) -> Offenders:
    """Products whose stock on hand is not the sum of their movements."""
    moved = (
        select(
            stock_movement.c.product_id,
            sum_minor(type_coerce(stock_movement.c.quantity, BigInteger)).label("total"),
        )
        .group_by(stock_movement.c.product_id)
        .subquery()
    )
    query = (
        select(product.c.code)
        .outerjoin(stock_level, stock_level.c.product_id == product.c.id)
        .outerjoin(moved, moved.c.product_id == product.c.id)
        .where(
            scaled(moved.c.total) != scaled(stock_level.c.on_hand),
        )
        .order_by(product.c.code)
    )
    return (code for (code,) in stream(connection, query))


def deliveries_against_orders(connection: Connection) -> Offenders:
    """Order lines whose delivered quantity isn't what left, less what is to be replaced."""
    left = (
        select(
            delivery.c.order_id,
            delivery_line.c.order_position,
            sum_minor(delivery_line.c.quantity).label("total"),
        )
        .join(delivery_line, delivery_line.c.delivery_id == delivery.c.id)
        .where(delivery.c.status != DeliveryStatus.CANCELLED.value)
        .group_by(delivery.c.order_id, delivery_line.c.order_position)
        .subquery()
    )
    replaced = (
        select(
            sales_return.c.order_id,
            sales_return_line.c.order_position,
            sum_minor(sales_return_line.c.quantity).label("total"),
        )
        .join(sales_return_line, sales_return_line.c.return_id == sales_return.c.id)
        .where(
            sales_return.c.replaces.is_(True),
            sales_return.c.status.in_((ReturnStatus.RECEIVED.value, ReturnStatus.CREDITED.value)),
        )
        .group_by(sales_return.c.order_id, sales_return_line.c.order_position)
        .subquery()
    )
    line = sales_order_line.c
    query = (
        select(sales_order.c.number, line.position)
        .join(sales_order_line, line.order_id == sales_order.c.id)
        .outerjoin(
            left,
            and_(left.c.order_id == line.order_id, left.c.order_position == line.position),
        )
        .outerjoin(
            replaced,
            and_(replaced.c.order_id == line.order_id, replaced.c.order_position == line.position),
        )
        .where(scaled(left.c.total) - scaled(replaced.c.total) != scaled(line.delivered))
        .order_by(sales_order.c.number, line.position)
    )
    return (f"{number} {position + 1}" for number, position in stream(connection, query))


def returns_against_deliveries(connection: Connection) -> Offenders:
    """Delivered lines with more returned or billed than left, or not what returns say."""
    back = (
        select(
            sales_return.c.delivery_id,
            sales_return_line.c.order_position,
            sum_minor(sales_return_line.c.quantity).label("total"),
        )
        .join(sales_return_line, sales_return_line.c.return_id == sales_return.c.id)
        .where(
            sales_return.c.status.in_((ReturnStatus.RECEIVED.value, ReturnStatus.CREDITED.value))
        )
        .group_by(sales_return.c.delivery_id, sales_return_line.c.order_position)
        .subquery()
    )
    line = delivery_line.c
    query = (
        select(delivery.c.number, line.order_position)
        .join(delivery_line, line.delivery_id == delivery.c.id)
        .outerjoin(
            back,
            and_(
                back.c.delivery_id == line.delivery_id,
                back.c.order_position == line.order_position,
            ),
        )
        .where(
            or_(
                scaled(back.c.total) != scaled(line.returned),
                func.abs(scaled(line.returned)) > func.abs(scaled(line.quantity)),
                func.abs(scaled(line.billed)) > func.abs(scaled(line.quantity)),
            )
        )
        .order_by(delivery.c.number, line.order_position)
    )
    return (f"{number} {position + 1}" for number, position in stream(connection, query))
