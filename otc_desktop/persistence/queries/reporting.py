"""Figures: the aged balance of any date, and what waits this morning."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import Engine, Select, case, func, select

from otc_desktop.application.reporting.queries import AgedRow, TodayFigures
from otc_desktop.domain.disputes.dispute import DisputeStatus
from otc_desktop.domain.sales.sales_order import OrderStatus
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.ids import CustomerId
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.queries.reading import reading
from otc_desktop.persistence.session import sum_minor
from otc_desktop.persistence.tables.banking import bank_transaction
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.disputes import dispute
from otc_desktop.persistence.tables.dunning import dunning_notice
from otc_desktop.persistence.tables.invoicing import invoice
from otc_desktop.persistence.tables.outbox import outbox_message
from otc_desktop.persistence.tables.receivables import open_item, receivable_movement
from otc_desktop.persistence.tables.sales import delivery, sales_order

_EDGES = (0, 30, 60, 90)


def aged_balance(engine: Engine, on: date) -> Sequence[AgedRow]:
    """What each customer owed on a date, from the movements up to it, by days late then."""
    balance = (
        select(
            receivable_movement.c.item_id,
            sum_minor(receivable_movement.c.amount_minor).label("minor"),
        )
        .where(receivable_movement.c.moved_on <= on)
        .group_by(receivable_movement.c.item_id)
        .subquery()
    )
    due = open_item.c.due_on
    starts = [on - timedelta(days=edge) for edge in _EDGES]
    buckets = (
        due >= starts[0],
        (due < starts[0]) & (due >= starts[1]),
        (due < starts[1]) & (due >= starts[2]),
        (due < starts[2]) & (due >= starts[3]),
        due < starts[3],
    )
    sums = [
        sum_minor(case((bucket, balance.c.minor), else_=0)).label(f"bucket_{place}")
        for place, bucket in enumerate(buckets)
    ]
    query = (
        select(customer.c.id, customer.c.code, customer.c.name, *sums)
        .select_from(balance)
        .join(open_item, open_item.c.id == balance.c.item_id)
        .join(customer, customer.c.id == open_item.c.customer_id)
        .where(balance.c.minor != 0)
        .group_by(customer.c.id, customer.c.code, customer.c.name)
        .order_by(customer.c.code)
    )
    with reading(engine) as connection:
        rows = connection.execute(query).mappings().all()
    return [
        AgedRow(
            id=CustomerId(row["id"]),
            customer_code=row["code"],
            customer_name=row["name"],
            not_due=Money.from_minor(row["bucket_0"], EUR),
            days_1_30=Money.from_minor(row["bucket_1"], EUR),
            days_31_60=Money.from_minor(row["bucket_2"], EUR),
            days_61_90=Money.from_minor(row["bucket_3"], EUR),
            over_90=Money.from_minor(row["bucket_4"], EUR),
            total=Money.from_minor(
                sum(row[f"bucket_{place}"] for place in range(len(buckets))), EUR
            ),
        )
        for row in rows
    ]


def today_figures(engine: Engine, today: date) -> TodayFigures:
    """What waits for somebody, counted by the database in one query."""
    waiting = bank_transaction.c.status.in_(("open", "partial")) & (
        bank_transaction.c.amount_minor > 0
    )
    left = bank_transaction.c.amount_minor - bank_transaction.c.allocated_minor
    open_now = open_item.c.is_open.is_(True)
    overdue = open_now & (open_item.c.due_on < today) & (open_item.c.open_minor > 0)
    contested = dispute.c.status == DisputeStatus.OPEN.value
    counts = {
        "lines_to_confirm": select(func.count()).select_from(bank_transaction).where(waiting),
        "reminders_waiting": select(func.count()).where(dunning_notice.c.status == "waiting"),
        "orders_held": select(func.count()).where(sales_order.c.status == OrderStatus.HELD.value),
        "deliveries_to_invoice": select(func.count()).where(delivery.c.invoiced.is_(False)),
        "drafts": select(func.count()).where(invoice.c.number.is_(None)),
        "disputes_late": select(func.count()).where(contested & (dispute.c.due_on < today)),
        "mails_in_trouble": select(func.count()).where(
            outbox_message.c.status.in_(("failed", "uncertain"))
        ),
        "open_total": select(sum_minor(open_item.c.open_minor)).where(open_now),
        "overdue_total": select(sum_minor(open_item.c.open_minor)).where(overdue),
        "disputed_total": select(sum_minor(dispute.c.amount_minor)).where(contested),
        "unmatched_total": select(sum_minor(left)).where(waiting),
    }
    query: Select[tuple[int, ...]] = select(
        *(each.scalar_subquery().label(name) for name, each in counts.items())
    )
    with reading(engine) as connection:
        row = connection.execute(query).mappings().one()

    def money(name: str) -> Money:
        return Money.from_minor(row[name], EUR)

    return TodayFigures(
        lines_to_confirm=row["lines_to_confirm"],
        reminders_waiting=row["reminders_waiting"],
        orders_held=row["orders_held"],
        deliveries_to_invoice=row["deliveries_to_invoice"],
        drafts=row["drafts"],
        disputes_late=row["disputes_late"],
        mails_in_trouble=row["mails_in_trouble"],
        open_total=money("open_total"),
        overdue_total=money("overdue_total"),
        disputed_total=money("disputed_total"),
        unmatched_total=money("unmatched_total"),
    )
