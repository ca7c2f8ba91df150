"""Whether the instalments of payment plans come to what they pay off."""

from sqlalchemy import Connection, func, select

from otc_desktop.persistence.queries.verification.streaming import Offenders
from otc_desktop.persistence.session import sum_minor
from otc_desktop.persistence.tables.payment_plans import (
    payment_plan,
    payment_plan_instalment,
    payment_plan_item,
)


def wrong_sums(connection: Connection) -> Offenders:
    """Plans whose instalments differ from their invoices."""
    owed = (
        select(sum_minor(payment_plan_item.c.amount_minor))
        .where(payment_plan_item.c.plan_id == payment_plan.c.id)
        .scalar_subquery()
    )
    agreed = (
        select(sum_minor(payment_plan_instalment.c.amount_minor))
        .where(payment_plan_instalment.c.plan_id == payment_plan.c.id)
        .scalar_subquery()
    )
    query = (
        select(payment_plan.c.number, owed, agreed)
        .where(func.coalesce(owed, 0) != func.coalesce(agreed, 0))
        .order_by(payment_plan.c.number)
    )
    for number, invoices, instalments in connection.execute(query):
        yield f"{number}: {invoices} ≠ {instalments}"
