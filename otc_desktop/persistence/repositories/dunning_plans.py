"""Dunning plans, pauses, own words and rates in a database."""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import RowMapping, func, or_, select

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.application.kernel.repositories.dunning_plans import DunningPause, KeptPlan
from otc_desktop.domain.dunning.late_interest import Balance, EcbRate
from otc_desktop.domain.dunning.plan import DunningPlan
from otc_desktop.domain.dunning.plan_document import document_of, plan_of
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import ConflictError, NotFoundError
from otc_desktop.domain.shared.ids import CustomerId, OpenItemId
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.session import Session, in_chunks
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.dunning import (
    dunning_pause,
    dunning_plan,
    dunning_plan_revision,
    dunning_wording,
    ecb_rate,
)
from otc_desktop.persistence.tables.invoicing import invoice
from otc_desktop.persistence.tables.receivables import open_item, receivable_movement


class SqlDunningPlans:
    """What decides over reminders, beside the books."""

    def __init__(self, session: Session, user: str) -> None:
        self._session = session
        self._user = user

    def plans(self) -> Sequence[KeptPlan]:
        """Those in force, by code."""
        kept = dunning_plan_revision.c
        query = (
            select(dunning_plan.c.version, kept.revision, kept.content)
            .join(
                dunning_plan_revision,
                (kept.plan_code == dunning_plan.c.code)
                & (kept.revision == dunning_plan.c.revision),
            )
            .where(dunning_plan.c.archived.is_(False))
            .order_by(dunning_plan.c.code)
        )
        return [
            KeptPlan(_plan(row["content"]), row["revision"], row["version"])
            for row in self._session.rows(query)
        ]

    def at(self, code: str, revision: int) -> DunningPlan:
        """A plan as it stood."""
        kept = dunning_plan_revision.c
        row = self._session.one(
            select(kept.content).where((kept.plan_code == code) & (kept.revision == revision))
        )
        if row is None:
            raise NotFoundError("dunning.unknown_plan", code=code)
        return _plan(row["content"])

    def save(self, plan: DunningPlan, *, version: int, new_ids: tuple[UUID, UUID]) -> KeptPlan:
        """Keep a new plan (version 0) or the next revision."""
        row = self._session.one(select(dunning_plan).where(dunning_plan.c.code == plan.code))
        if row is None:
            if version:
                raise ConflictError("database.changed_meanwhile", table=dunning_plan.name)
            revision = 1
            self._session.insert(
                dunning_plan,
                {
                    "id": new_ids[0],
                    "code": plan.code,
                    "name": plan.name,
                    "revision": revision,
                    "archived": False,
                    "version": 1,
                },
            )
        else:
            # Whoever makes a plan with the code of one out of force knows no version of it.
            known = row["version"] if row["archived"] else version
            revision = row["revision"] + 1
            self._session.update_versioned(
                dunning_plan,
                row["id"],
                known,
                {"name": plan.name, "revision": revision, "archived": False},
            )
        self._session.insert(
            dunning_plan_revision,
            {
                "id": new_ids[1],
                "plan_code": plan.code,
                "revision": revision,
                "content": json.dumps(document_of(plan), ensure_ascii=False, sort_keys=True),
                "made_at": self._session.now,
                "made_by": self._user,
            },
        )
        self._session.topics.add(Topic.DUNNING)
        return KeptPlan(plan, revision, 1 if row is None else row["version"] + 1)

    def archive(self, code: str, *, version: int) -> None:
        """Put a plan out of force."""
        row = self._session.one(select(dunning_plan).where(dunning_plan.c.code == code))
        if row is None:
            raise NotFoundError("dunning.unknown_plan", code=code)
        self._session.update_versioned(dunning_plan, row["id"], version, {"archived": True})
        self._session.topics.add(Topic.DUNNING)

    def followers(self) -> Mapping[str, int]:
        """How many customers chose each plan by name."""
        query = select(customer.c.dunning_plan, func.count().label("count")).group_by(
            customer.c.dunning_plan
        )
        return {row["dunning_plan"]: row["count"] for row in self._session.rows(query)}

    def grades(self, customer_ids: Collection[CustomerId]) -> Mapping[CustomerId, str]:
        """Credit grades of those customers."""
        found: dict[CustomerId, str] = {}
        for some in in_chunks(customer_ids):
            query = select(customer.c.id, customer.c.credit_grade).where(customer.c.id.in_(some))
            found.update(
                (CustomerId(row["id"]), row["credit_grade"]) for row in self._session.rows(query)
            )
        return found

    def pauses(self, on: date) -> Sequence[DunningPause]:
        """Those that hold on a day."""
        until = dunning_pause.c.until_on
        query = (
            select(dunning_pause)
            .where(dunning_pause.c.ended.is_(False) & or_(until.is_(None), until >= on))
            .order_by(until, dunning_pause.c.id)
        )
        return [_pause(row) for row in self._session.rows(query)]

    def add_pause(self, pause: DunningPause) -> None:
        """Leave a customer or an item in peace."""
        self._session.insert(
            dunning_pause,
            {
                "id": pause.id,
                "customer_id": pause.customer_id,
                "item_id": pause.item_id,
                "until_on": pause.until_on,
                "reason": pause.reason,
                "made_on": pause.made_on,
                "made_by": self._user,
                "ended": False,
                "version": 1,
            },
        )
        self._session.topics.add(Topic.DUNNING)

    def change_pause(self, pause_id: UUID, *, until: date | None, reason: str) -> CustomerId:
        """Move a pause's end."""
        row = self._session.by_id(dunning_pause, pause_id, lock=True)
        if row is None or row["ended"]:
            raise NotFoundError("dunning.pause_not_found")
        self._session.update_versioned(
            dunning_pause, pause_id, row["version"], {"until_on": until, "reason": reason}
        )
        self._session.topics.add(Topic.DUNNING)
        return CustomerId(row["customer_id"])

    def end_pause(self, pause_id: UUID) -> CustomerId:
        """Remind again."""
        row = self._session.by_id(dunning_pause, pause_id, lock=True)
        if row is None or row["ended"]:
            raise NotFoundError("dunning.pause_not_found")
        self._session.update_versioned(dunning_pause, pause_id, row["version"], {"ended": True})
        self._session.topics.add(Topic.DUNNING)
        return CustomerId(row["customer_id"])

    def wording(self, key: str) -> tuple[str, str] | None:
        """Subject and body written by hand for a message to come."""
        row = self._session.one(select(dunning_wording).where(dunning_wording.c.key == key))
        return None if row is None else (row["subject"], row["body"])

    def put_wording(self, key: str, subject: str, body: str, new_id: UUID) -> None:
        """Keep words for a message to come; they replace earlier ones."""
        row = self._session.one(select(dunning_wording).where(dunning_wording.c.key == key))
        words = {"subject": subject, "body": body}
        if row is None:
            self._session.insert(dunning_wording, {"id": new_id, "key": key, "version": 1, **words})
        else:
            self._session.update_versioned(dunning_wording, row["id"], row["version"], words)
        self._session.topics.add(Topic.DUNNING)

    def credited_soon(self) -> Collection[OpenItemId]:
        """Items with a credit note that is drafted and not issued yet."""
        query = (
            select(open_item.c.id)
            .join(invoice, invoice.c.credits_id == open_item.c.invoice_id)
            .where(invoice.c.number.is_(None) & open_item.c.is_open.is_(True))
        )
        return frozenset(OpenItemId(row["id"]) for row in self._session.rows(query))

    def rates(self) -> Sequence[EcbRate]:
        """The ECB's rates by half-year, oldest first."""
        query = select(ecb_rate).order_by(ecb_rate.c.from_on)
        return [EcbRate(row["from_on"], row["percent"]) for row in self._session.rows(query)]

    def put_rate(self, rate: EcbRate, new_id: UUID) -> None:
        """A new rate, or another one for its half-year."""
        row = self._session.one(select(ecb_rate).where(ecb_rate.c.from_on == rate.from_on))
        if row is None:
            self._session.insert(
                ecb_rate,
                {"id": new_id, "from_on": rate.from_on, "percent": rate.percent, "version": 1},
            )
        else:
            self._session.update_versioned(
                ecb_rate, row["id"], row["version"], {"percent": rate.percent}
            )
        self._session.topics.add(Topic.DUNNING)

    def balances(self, item_ids: Collection[OpenItemId]) -> Mapping[OpenItemId, Sequence[Balance]]:
        """What each item was owed from which day on, from its dated movements."""
        moved: dict[OpenItemId, list[RowMapping]] = defaultdict(list)
        for some in in_chunks(item_ids):
            query = (
                select(receivable_movement)
                .where(receivable_movement.c.item_id.in_(some))
                .order_by(receivable_movement.c.moved_on, receivable_movement.c.id)
            )
            for row in self._session.rows(query):
                moved[OpenItemId(row["item_id"])].append(row)
        return {item_id: _balances(rows) for item_id, rows in moved.items()}


def _balances(rows: Sequence[RowMapping]) -> Sequence[Balance]:
    open_minor = 0
    by_day: dict[date, int] = {}
    for row in rows:
        open_minor += row["amount_minor"]
        by_day[row["moved_on"]] = open_minor
    currency = Currency(rows[0]["currency"])
    return [Balance(day, Money.from_minor(minor, currency)) for day, minor in by_day.items()]


def _plan(content: str) -> DunningPlan:
    return plan_of(json.loads(content))


def _pause(row: RowMapping) -> DunningPause:
    return DunningPause(
        id=row["id"],
        customer_id=CustomerId(row["customer_id"]),
        item_id=None if row["item_id"] is None else OpenItemId(row["item_id"]),
        until_on=row["until_on"],
        reason=row["reason"],
        made_on=row["made_on"],
        made_by=row["made_by"],
        version=row["version"],
    )
