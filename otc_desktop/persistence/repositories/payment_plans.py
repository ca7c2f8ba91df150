"""Payment plans and thanks for payments."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping, select, update

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.application.kernel.repositories.payment_plans import Payment
from otc_desktop.domain.dunning.payment_plan import PaymentPlan, PlanState
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import CustomerId, MailId, OpenItemId, PaymentPlanId
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.payment_plans import read_plans
from otc_desktop.persistence.session import Session, in_chunks
from otc_desktop.persistence.tables.payment_plans import (
    payment_plan,
    payment_plan_instalment,
    payment_plan_item,
    payment_thanks,
)
from otc_desktop.persistence.tables.receivables import allocation, open_item, receivable_movement

_SETTLED_FOR_GOOD = (PlanState.PAID.value, PlanState.BROKEN.value, PlanState.CANCELLED.value)


class SqlPaymentPlans:
    """Payment plans of a database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, plan: PaymentPlan) -> None:
        """A new plan."""
        self._session.insert(
            payment_plan,
            {
                "id": plan.id,
                "number": plan.number,
                "customer_id": plan.customer_id,
                "agreed_on": plan.agreed_on,
                # The database's instant, by which receipts are noted, too.
                "agreed_at": self._session.now,
                "agreed_by": plan.agreed_by,
                "approved_by": plan.approved_by,
                "tolerance_days": plan.tolerance_days,
                "text": plan.text,
                "cancelled_on": None,
                "version": 1,
            },
        )
        self._session.insert_many(
            payment_plan_item,
            [
                {
                    "plan_id": plan.id,
                    "item_id": each.item_id,
                    "currency": each.amount.currency.code,
                    "amount_minor": each.amount.minor,
                }
                for each in plan.items
            ],
        )
        self._session.insert_many(
            payment_plan_instalment,
            [
                {
                    "plan_id": plan.id,
                    "position": place,
                    "due_on": each.due_on,
                    "currency": each.amount.currency.code,
                    "amount_minor": each.amount.minor,
                }
                for place, each in enumerate(plan.instalments)
            ],
        )
        self._session.topics.update({Topic.CUSTOMERS, Topic.DUNNING})

    def get(self, plan_id: PaymentPlanId) -> PaymentPlan:
        """By id."""
        self._session.by_id(payment_plan, plan_id, lock=True)
        found = read_plans(self._session.connection, payment_plan.c.id == plan_id)
        if not found:
            raise NotFoundError("dunning.payment_plan_not_found", number=str(plan_id))
        return found[0]

    def by_number(self, number: str) -> PaymentPlan:
        """By number."""
        row = self._session.one(select(payment_plan.c.id).where(payment_plan.c.number == number))
        if row is None:
            raise NotFoundError("dunning.payment_plan_not_found", number=number)
        return self.get(PaymentPlanId(row["id"]))

    def save(self, plan: PaymentPlan) -> None:
        """A plan approved or called off."""
        self._session.update_versioned(
            payment_plan,
            plan.id,
            plan.version,
            {
                "approved_by": plan.approved_by,
                "cancelled_on": plan.cancelled_on,
                "cancel_reason": plan.cancel_reason,
            },
        )
        self._session.topics.update({Topic.CUSTOMERS, Topic.DUNNING})

    def since(self, day: date) -> Sequence[PaymentPlan]:
        """Plans agreed since a day, and those that may still change."""
        recent = payment_plan.c.agreed_on >= day
        live = payment_plan.c.told_state.not_in(_SETTLED_FOR_GOOD)
        return read_plans(self._session.connection, recent | live)

    def of_items(self, item_ids: Collection[OpenItemId]) -> Sequence[PaymentPlan]:
        """Every plan that pays off any of these items."""
        ids: set[UUID] = set()
        for some in in_chunks(set(item_ids)):
            query = (
                select(payment_plan_item.c.plan_id)
                .where(payment_plan_item.c.item_id.in_(some))
                .distinct()
            )
            ids.update(row["plan_id"] for row in self._session.rows(query))
        return [
            plan
            for some in in_chunks(ids)
            for plan in read_plans(self._session.connection, payment_plan.c.id.in_(some))
        ]

    def numbers_of(
        self, plan_ids: Collection[PaymentPlanId]
    ) -> Mapping[PaymentPlanId, tuple[str, ...]]:
        """The numbers of what each plan pays off."""
        found: dict[PaymentPlanId, list[str]] = defaultdict(list)
        for some in in_chunks(set(plan_ids)):
            query = (
                select(payment_plan_item.c.plan_id, open_item.c.number)
                .join(open_item, open_item.c.id == payment_plan_item.c.item_id)
                .where(payment_plan_item.c.plan_id.in_(some))
                .order_by(open_item.c.due_on, open_item.c.number)
            )
            for row in self._session.rows(query):
                found[PaymentPlanId(row["plan_id"])].append(row["number"])
        return {plan_id: tuple(numbers) for plan_id, numbers in found.items()}

    def told(self) -> Mapping[PaymentPlanId, str]:
        """What was told last of each plan that may still change."""
        query = select(payment_plan.c.id, payment_plan.c.told_state).where(
            payment_plan.c.told_state.not_in(_SETTLED_FOR_GOOD)
        )
        return {PaymentPlanId(row["id"]): row["told_state"] for row in self._session.rows(query)}

    def tell(self, plan_id: PaymentPlanId, state: str, *, on: date) -> None:
        """Write down what was told of a plan, and when."""
        values: Mapping[str, Any] = {"told_state": state, "told_on": on}
        self._session.connection.execute(
            update(payment_plan).where(payment_plan.c.id == plan_id).values(**values)
        )
        self._session.changes.append({"table": payment_plan.name, "id": plan_id, "after": values})
        self._session.topics.add(Topic.DUNNING)


class SqlThanks:
    """Thanks for payments of a database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def payments_since(self, instant: datetime) -> Sequence[Payment]:
        """Payments noted since an instant and not undone, whose thanks are not decided yet."""
        movement = receivable_movement
        undone = select(allocation.c.reverses_id).where(allocation.c.reverses_id.is_not(None))
        query = (
            select(
                movement.c.customer_id,
                movement.c.moved_on,
                movement.c.amount_minor,
                movement.c.currency,
                allocation.c.transaction_id,
                allocation.c.entry_id,
                open_item.c.number,
                open_item.c.is_open,
                open_item.c.total_minor,
            )
            .join(allocation, allocation.c.id == movement.c.allocation_id)
            .join(open_item, open_item.c.id == movement.c.item_id)
            .where(allocation.c.made_at >= instant)
            .where(allocation.c.reverses_id.is_(None) & allocation.c.id.not_in(undone))
            # A credit note set off against an invoice is no money.
            .where(allocation.c.transaction_id.is_not(None) | allocation.c.paper_id.is_not(None))
            .where(movement.c.amount_minor < 0)
            .order_by(movement.c.moved_on, open_item.c.number)
        )
        rows: dict[str, list[RowMapping]] = defaultdict(list)
        for row in self._session.rows(query):
            source = row["transaction_id"] or row["entry_id"]
            rows[f"{source.hex}/{row['customer_id'].hex}"].append(row)
        known: set[str] = set()
        for some in in_chunks(list(rows)):
            decided = select(payment_thanks.c.key).where(payment_thanks.c.key.in_(some))
            known.update(row["key"] for row in self._session.rows(decided))
        return [_payment(key, parts) for key, parts in rows.items() if key not in known]

    def decide(
        self,
        payment: Payment,
        new_id: UUID,
        *,
        on: date,
        mail_id: MailId | None,
        reason: str,
    ) -> None:
        """Write down that a payment's thanks are settled."""
        self._session.insert(
            payment_thanks,
            {
                "id": new_id,
                "key": payment.key,
                "customer_id": payment.customer_id,
                "mail_id": mail_id,
                "decided_on": on,
                "reason": reason,
            },
        )


def _payment(key: str, rows: Sequence[RowMapping]) -> Payment:
    currency = Currency(rows[0]["currency"])
    same = [row for row in rows if row["currency"] == currency.code]
    return Payment(
        key=key,
        customer_id=CustomerId(rows[0]["customer_id"]),
        amount=Money.from_minor(-sum(row["amount_minor"] for row in same), currency),
        paid_on=rows[0]["moved_on"],
        numbers=tuple(dict.fromkeys(row["number"] for row in rows)),
        settled=tuple(dict.fromkeys(row["number"] for row in rows if not row["is_open"])),
    )
