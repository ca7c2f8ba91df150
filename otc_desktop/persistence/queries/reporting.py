"""Figures: the aged balance of any date, and what waits this morning."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from uuid import UUID

from sqlalchemy import ColumnElement, Engine, RowMapping, Select, and_, case, func, select

from otc_desktop.application.reporting.queries import AgedRow, TodayFigures
from otc_desktop.domain.direct_debits.collection import CollectionStatus
from otc_desktop.domain.disputes.dispute import DisputeStatus
from otc_desktop.domain.sales.delivery import DeliveryStatus
from otc_desktop.domain.sales.sales_order import OrderStatus
from otc_desktop.domain.sales.sales_return import ReturnStatus
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.ids import CustomerId
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.queries.calls import calls_today
from otc_desktop.persistence.queries.lifecycle import to_deal_with
from otc_desktop.persistence.queries.order_dates import is_late, late_after_days
from otc_desktop.persistence.queries.platform import in_trouble
from otc_desktop.persistence.queries.reading import reading, reading_one_state
from otc_desktop.persistence.queries.stock import to_reorder
from otc_desktop.persistence.session import sum_minor
from otc_desktop.persistence.tables.banking import WAITING, bank_transaction
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.direct_debits import debit_collection, mandate
from otc_desktop.persistence.tables.disputes import dispute
from otc_desktop.persistence.tables.dunning import dunning_notice
from otc_desktop.persistence.tables.formal_end import entry_proposal, postal_letter
from otc_desktop.persistence.tables.invoicing import invoice
from otc_desktop.persistence.tables.outbox import outbox_message
from otc_desktop.persistence.tables.platform import platform_flow
from otc_desktop.persistence.tables.receivables import open_item, receivable_movement
from otc_desktop.persistence.tables.returns import sales_return
from otc_desktop.persistence.tables.sales import delivery, sales_order

# Days past the due date at which the columns end; the last has no end.
_COLUMN_ENDS = (0, 30, 60, 90)
_NOTHING = Money.zero(EUR)


def aged_balance(engine: Engine, on: date) -> Sequence[AgedRow]:
    """What each customer owed on a date, by days past the due date then.

    What is open now, less what moved after the date: the open amount of an item is the sum of
    its movements, and few have moved since.
    """
    now = (
        select(open_item.c.customer_id, *_by_age(open_item.c.open_minor, on))
        # Not `is_open`: the index by customer holds all that is asked, in the order of groups.
        .where(open_item.c.open_minor != 0)
        .group_by(open_item.c.customer_id)
    )
    since = (
        select(open_item.c.customer_id, *_by_age(-receivable_movement.c.amount_minor, on))
        .select_from(receivable_movement)
        .join(open_item, open_item.c.id == receivable_movement.c.item_id)
        .where(receivable_movement.c.moved_on > on)
        .group_by(open_item.c.customer_id)
    )
    balances: dict[UUID, list[int]] = defaultdict(lambda: [0] * (len(_COLUMN_ENDS) + 1))
    names = select(customer.c.id, customer.c.code, customer.c.name).order_by(customer.c.code)
    with reading_one_state(engine) as connection:
        for query in (now, since):
            for customer_id, *amounts in connection.execute(query):
                balance = balances[customer_id]
                for place, minor in enumerate(amounts):
                    balance[place] += minor
        return [
            _aged_row(row, balances[row["id"]])
            for row in connection.execute(names).mappings()
            if any(balances.get(row["id"], ()))
        ]


def _by_age(amount: ColumnElement[int], on: date) -> list[ColumnElement[int]]:
    """Sums of an amount by the days past the due date."""
    due = open_item.c.due_on
    ends = [on - timedelta(days=days) for days in _COLUMN_ENDS]
    ages = [
        due >= ends[0],
        *(and_(due < younger, due >= older) for younger, older in pairwise(ends)),
        due < ends[-1],
    ]
    return [sum_minor(case((age, amount), else_=0)) for age in ages]


def _aged_row(row: RowMapping, balance: Sequence[int]) -> AgedRow:
    not_due, *late = (Money.from_minor(minor, EUR) if minor else _NOTHING for minor in balance)
    return AgedRow(
        id=CustomerId(row["id"]),
        customer_code=row["code"],
        customer_name=row["name"],
        not_due=not_due,
        days_1_30=late[0],
        days_31_60=late[1],
        days_61_90=late[2],
        over_90=late[3],
        total=Money.from_minor(sum(balance), EUR),
    )


def today_figures(engine: Engine, today: date) -> TodayFigures:
    """What waits for somebody, counted by the database in one query."""
    waiting = and_(WAITING, bank_transaction.c.amount_minor > 0)
    left = bank_transaction.c.amount_minor - bank_transaction.c.allocated_minor
    open_now = open_item.c.is_open.is_(True)
    overdue = open_now & (open_item.c.due_on < today) & (open_item.c.open_minor > 0)
    contested = dispute.c.status == DisputeStatus.OPEN.value
    counts = {
        "lines_to_confirm": select(func.count()).select_from(bank_transaction).where(waiting),
        "reminders_waiting": select(func.count()).where(dunning_notice.c.status == "waiting"),
        "orders_held": select(func.count()).where(sales_order.c.status == OrderStatus.HELD.value),
        "deliveries_to_invoice": select(func.count()).where(
            delivery.c.invoiced.is_(False), delivery.c.status == DeliveryStatus.DELIVERED.value
        ),
        "products_to_reorder": select(func.count()).select_from(to_reorder().subquery()),
        "returns_to_credit": select(func.count()).where(
            sales_return.c.status == ReturnStatus.RECEIVED.value,
            sales_return.c.credit_due.is_(True),
        ),
        "drafts": select(func.count()).where(invoice.c.number.is_(None)),
        "disputes_late": select(func.count()).where(contested & (dispute.c.due_on < today)),
        "mails_in_trouble": select(func.count()).where(
            outbox_message.c.status.in_(("failed", "uncertain", "bounced"))
        ),
        "flows_in_trouble": select(func.count()).select_from(platform_flow).where(in_trouble()),
        "einvoices_turned_down": select(func.count()).select_from(to_deal_with().subquery()),
        **calls_today(today),
        "letters_to_post": select(func.count()).where(postal_letter.c.state == "to_print"),
        "proposals_waiting": select(func.count()).where(entry_proposal.c.state == "draft"),
        "mandates_blocked": select(func.count()).where(mandate.c.blocked_for != ""),
        "collections_prepared": select(func.count()).where(
            debit_collection.c.status == CollectionStatus.PREPARED.value
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
        late = select(func.count()).where(is_late(today, late_after_days(connection)))
        orders_late = connection.execute(late).scalar_one()

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
        flows_in_trouble=row["flows_in_trouble"],
        orders_late=orders_late,
        products_to_reorder=row["products_to_reorder"],
        returns_to_credit=row["returns_to_credit"],
        einvoices_turned_down=row["einvoices_turned_down"],
        promises_broken=row["promises_broken"] + row["plans_broken"],
        calls_agreed=row["calls_agreed"],
        contacts_to_mend=row["contacts_to_mend"],
        payment_plans_waiting=row["payment_plans_waiting"],
        letters_to_post=row["letters_to_post"],
        proposals_waiting=row["proposals_waiting"],
        mandates_blocked=row["mandates_blocked"],
        collections_prepared=row["collections_prepared"],
        open_total=money("open_total"),
        overdue_total=money("overdue_total"),
        disputed_total=money("disputed_total"),
        unmatched_total=money("unmatched_total"),
    )
