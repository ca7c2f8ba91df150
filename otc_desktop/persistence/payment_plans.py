"""Payment plans, read alike by use cases and by figures."""

from collections import defaultdict
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, RowMapping, select

from otc_desktop.domain.dunning.payment_plan import Instalment, PaymentPlan, PlanItem
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.ids import CustomerId, OpenItemId, PaymentPlanId
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.session import in_chunks
from otc_desktop.persistence.tables.payment_plans import (
    payment_plan,
    payment_plan_instalment,
    payment_plan_item,
)


def read_plans(connection: Connection, *conditions: ColumnElement[bool]) -> list[PaymentPlan]:
    """The plans that meet the conditions, the newest first, in three queries."""
    query = (
        select(payment_plan)
        .where(*conditions)
        .order_by(payment_plan.c.agreed_on.desc(), payment_plan.c.id.desc())
    )
    rows = connection.execute(query).mappings().all()
    items: dict[UUID, list[PlanItem]] = defaultdict(list)
    parts: dict[UUID, list[Instalment]] = defaultdict(list)
    for some in in_chunks([row["id"] for row in rows]):
        named = select(payment_plan_item).where(payment_plan_item.c.plan_id.in_(some))
        for each in connection.execute(named.order_by(payment_plan_item.c.item_id)).mappings():
            items[each["plan_id"]].append(PlanItem(OpenItemId(each["item_id"]), _money(each)))
        dated = select(payment_plan_instalment).where(payment_plan_instalment.c.plan_id.in_(some))
        for each in connection.execute(
            dated.order_by(payment_plan_instalment.c.position)
        ).mappings():
            parts[each["plan_id"]].append(Instalment(each["due_on"], _money(each)))
    return [
        PaymentPlan(
            id=PaymentPlanId(row["id"]),
            number=row["number"],
            customer_id=CustomerId(row["customer_id"]),
            items=tuple(items[row["id"]]),
            instalments=tuple(parts[row["id"]]),
            agreed_on=row["agreed_on"],
            agreed_at=row["agreed_at"],
            agreed_by=row["agreed_by"],
            approved_by=row["approved_by"],
            tolerance_days=row["tolerance_days"],
            text=row["text"],
            cancelled_on=row["cancelled_on"],
            cancel_reason=row["cancel_reason"],
            version=row["version"],
        )
        for row in rows
    ]


def _money(row: RowMapping) -> Money:
    return Money.from_minor(row["amount_minor"], Currency(row["currency"]))
