"""When an order is due."""

from datetime import date, timedelta

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from otc_desktop.domain.sales.sales_order import OrderStatus
from otc_desktop.domain.stock.stock_item import StockPolicy
from otc_desktop.persistence.tables.sales import sales_order
from otc_desktop.persistence.tables.stock import stock_policy

# The day promised to the customer counts before the one he wished.
AGREED_ON = func.coalesce(sales_order.c.promised_on, sales_order.c.wished_on)
DUE_ORDER = func.coalesce(AGREED_ON, sales_order.c.ordered_on)
ACCEPTED = sales_order.c.status.in_((OrderStatus.CONFIRMED.value, OrderStatus.HELD.value))


def late_after_days(connection: Connection) -> int:
    """Days after which an order without a date agreed is late."""
    days = connection.execute(select(stock_policy.c.late_after_days)).scalar_one_or_none()
    return StockPolicy().late_after_days if days is None else int(days)


def is_late(today: date, usual_days: int) -> ColumnElement[bool]:
    """Accepted, not delivered, and past the date agreed or the usual one."""
    return and_(
        ACCEPTED,
        or_(
            today > AGREED_ON,
            and_(
                AGREED_ON.is_(None),
                sales_order.c.ordered_on < today - timedelta(days=usual_days),
            ),
        ),
    )


def due_of(agreed_on: date | None, ordered_on: date, usual_days: int) -> date:
    """The date agreed, else the usual one."""
    return agreed_on or ordered_on + timedelta(days=usual_days)
