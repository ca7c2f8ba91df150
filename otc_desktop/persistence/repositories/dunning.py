"""What reminders need to know, and the notices they leave."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import RowMapping, Select, func, select, update

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.application.kernel.repositories import NoticeRecord
from otc_desktop.domain.disputes.dispute import DisputeStatus
from otc_desktop.domain.dunning.plan import Channel
from otc_desktop.domain.dunning.planner import Debtor, DueItem, PlannedReminder, Reached
from otc_desktop.domain.dunning.promise import Claim
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import CustomerId, OpenItemId, ReminderId
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.number_series import SqlNumberSeries
from otc_desktop.persistence.session import Session, in_chunks, sum_minor
from otc_desktop.persistence.tables import dunning as tables
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.disputes import dispute
from otc_desktop.persistence.tables.invoicing import archived_document
from otc_desktop.persistence.tables.receivables import open_item


class SqlDunningRepository:
    """The dunning side of a database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def lock_planning(self) -> None:
        """One planner at a time: the row of a series serves as the lock."""
        SqlNumberSeries(self._session).take("dunning_run", "all", date.min)

    def due_items(self, due_before: date) -> Sequence[DueItem]:
        """Open invoices due before a date, with dispute and level."""
        query = (
            self._items_query()
            .where(open_item.c.is_open.is_(True))
            .where(open_item.c.open_minor > 0)
            .where(open_item.c.due_on < due_before)
        )
        return self._with_reached(self._session.rows(query))

    def notice(self, notice_id: ReminderId) -> NoticeRecord:
        """A kept reminder, its items as they stand now."""
        notices, listed = tables.dunning_notice, tables.dunning_notice_item
        row = self._session.one(select(notices).where(notices.c.id == notice_id))
        if row is None:
            raise NotFoundError("dunning.notice_not_found", id=str(notice_id))
        query = self._items_query().join(
            listed, (listed.c.item_id == open_item.c.id) & (listed.c.notice_id == notice_id)
        )
        return NoticeRecord(
            key=row["key"],
            customer_id=CustomerId(row["customer_id"]),
            plan_code=row["plan_code"],
            plan_revision=row["plan_revision"],
            step=row["step"],
            planned_on=row["planned_on"],
            status=row["status"],
            letter_sha256=row["letter_sha256"],
            items=tuple(self._with_reached(self._session.rows(query))),
        )

    def _items_query(self) -> Select[Any]:
        contested = (
            select(dispute.c.item_id, sum_minor(dispute.c.amount_minor).label("minor"))
            .where(dispute.c.status == DisputeStatus.OPEN.value)
            .group_by(dispute.c.item_id)
            .subquery()
        )
        return (
            select(open_item, contested.c.minor.label("disputed_minor"))
            .outerjoin(contested, contested.c.item_id == open_item.c.id)
            .order_by(open_item.c.due_on, open_item.c.id)
        )

    def _with_reached(self, rows: Sequence[RowMapping]) -> list[DueItem]:
        listed = tables.dunning_notice_item.c
        offsets: dict[Any, int] = {}
        steps: dict[Any, set[tuple[str, int]]] = defaultdict(set)
        for some in in_chunks([row["id"] for row in rows]):
            query = select(tables.dunning_notice_item).where(
                listed.item_id.in_(some) & listed.is_new.is_(True)
            )
            for row in self._session.rows(query):
                item, offset = row["item_id"], row["offset_days"]
                offsets[item] = max(offset, offsets.get(item, offset))
                passed = [int(each) for each in row["passed_over"].split(",") if each]
                steps[item].update((row["plan_code"], each) for each in (row["step"], *passed))
        return [
            _due_item(
                row,
                Reached(offsets[row["id"]], frozenset(steps[row["id"]]))
                if row["id"] in offsets
                else None,
            )
            for row in rows
        ]

    def debtors(self, customer_ids: Collection[CustomerId]) -> Mapping[CustomerId, Debtor]:
        """Those customers as dunning sees them."""
        notices = tables.dunning_notice
        last = (
            select(notices.c.customer_id, func.max(notices.c.planned_on).label("last_on"))
            .where(notices.c.status != "skipped")
            .group_by(notices.c.customer_id)
            .subquery()
        )
        found: dict[CustomerId, Debtor] = {}
        for some in in_chunks(customer_ids):
            query = (
                select(customer, last.c.last_on)
                .outerjoin(last, last.c.customer_id == customer.c.id)
                .where(customer.c.id.in_(some))
            )
            for row in self._session.rows(query):
                found[CustomerId(row["id"])] = Debtor(
                    id=CustomerId(row["id"]),
                    code=row["code"],
                    name=row["name"],
                    email=row["email"],
                    language=row["language"],
                    last_message_on=row["last_on"],
                    has_unmatched_receipt=False,
                    has_postal_address=bool(row["address"] and row["city"]),
                    country=row["country"],
                    chosen_plan=row["dunning_plan"],
                    group=row["customer_group"],
                )
        return found

    def add(
        self,
        reminder: PlannedReminder,
        notice_id: ReminderId,
        *,
        on: date,
        status: str,
        revision: int,
    ) -> bool:
        """Keep a planned reminder; False when the same one is there already.

        Planners are one at a time (`lock_planning`); the unique key is the wall behind it.
        """
        notices = tables.dunning_notice
        if self._session.one(select(notices.c.id).where(notices.c.key == reminder.key)):
            return False
        self._session.insert(
            notices,
            {
                "id": notice_id,
                "key": reminder.key,
                "customer_id": reminder.customer.id,
                "step": reminder.step.number,
                "channel": reminder.step.channel.value,
                "planned_on": on,
                "currency": reminder.amount.currency.code,
                "amount_minor": reminder.amount.minor,
                "recipient": reminder.recipient,
                "status": status,
                "plan_code": reminder.plan.code,
                "plan_revision": revision,
            },
        )
        self._session.insert_many(
            tables.dunning_notice_item,
            [
                {
                    "notice_id": notice_id,
                    "item_id": listed.item.id,
                    "step": listed.step,
                    "is_new": listed.is_new,
                    "amount_minor": (listed.item.open - listed.item.disputed).minor,
                    "plan_code": reminder.plan.code,
                    "offset_days": listed.offset_days,
                    "passed_over": ",".join(str(each) for each in listed.passed_over),
                }
                for listed in reminder.items
            ],
        )
        self._session.topics.add(Topic.DUNNING)
        return True

    def status(self, notice_id: ReminderId) -> str:
        """Where a notice stands; locked."""
        notices = tables.dunning_notice
        row = self._session.one(
            select(notices.c.status).where(notices.c.id == notice_id), lock=True
        )
        if row is None:
            raise NotFoundError("dunning.notice_not_found", id=str(notice_id))
        return str(row["status"])

    def waiting_calls(self) -> Mapping[CustomerId, Sequence[ReminderId]]:
        """Steps of the channel «call» that nobody made yet."""
        notices = tables.dunning_notice
        query = select(notices.c.customer_id, notices.c.id).where(
            (notices.c.status == "waiting") & (notices.c.channel == Channel.CALL.value)
        )
        found: dict[CustomerId, list[ReminderId]] = defaultdict(list)
        for row in self._session.rows(query):
            found[CustomerId(row["customer_id"])].append(ReminderId(row["id"]))
        return found

    def set_status(self, notice_id: ReminderId, status: str) -> None:
        """Move a notice on."""
        self._change(notice_id, {"status": status})

    def note_claims(self, notice_id: ReminderId, *, interest: Money, costs: Money) -> None:
        """Write down the interest and indemnity that a notice printed."""
        self._change(notice_id, {"interest_minor": interest.minor, "costs_minor": costs.minor})

    def invoice_files(self, item_ids: Collection[OpenItemId]) -> Sequence[tuple[str, str]]:
        """Number and hash of the PDF as issued of those items."""
        query = (
            select(open_item.c.number, archived_document.c.sha256)
            .join(archived_document, archived_document.c.invoice_id == open_item.c.invoice_id)
            .where(open_item.c.id.in_(item_ids))
            .where(archived_document.c.media_type == "application/pdf")
            .order_by(open_item.c.due_on, open_item.c.number)
        )
        return [(row["number"], row["sha256"]) for row in self._session.rows(query)]

    def note_letter(self, notice_id: ReminderId, sha256: str) -> None:
        """Write down which letter was made for a notice."""
        self._change(notice_id, {"letter_sha256": sha256})

    def _change(self, notice_id: ReminderId, values: Mapping[str, Any]) -> None:
        notices = tables.dunning_notice
        self._session.connection.execute(
            update(notices).where(notices.c.id == notice_id).values(**values)
        )
        self._session.changes.append({"table": notices.name, "id": notice_id, "after": values})
        self._session.topics.add(Topic.DUNNING)

    def claims_of(self, notice_id: ReminderId) -> Sequence[Claim]:
        """What a notice asks for, as it stands now."""
        items = tables.dunning_notice_item
        query = (
            select(open_item)
            .join(items, items.c.item_id == open_item.c.id)
            .where(items.c.notice_id == notice_id)
        )
        return [
            Claim(
                id=OpenItemId(row["id"]),
                customer_id=CustomerId(row["customer_id"]),
                due_on=row["due_on"],
                open=Money.from_minor(row["open_minor"], Currency(row["currency"])),
            )
            for row in self._session.rows(query)
        ]

    def is_still_due(self, notice_id: ReminderId) -> bool:
        """Whether anything on a notice is still open and not contested."""
        items = tables.dunning_notice_item
        contested = (
            select(sum_minor(dispute.c.amount_minor))
            .where(dispute.c.item_id == open_item.c.id)
            .where(dispute.c.status == DisputeStatus.OPEN.value)
            .scalar_subquery()
        )
        query = (
            select(open_item.c.id)
            .join(items, items.c.item_id == open_item.c.id)
            .where((items.c.notice_id == notice_id) & (open_item.c.open_minor > contested))
            .limit(1)
        )
        return self._session.one(query) is not None


def _due_item(row: RowMapping, reached: Reached | None) -> DueItem:
    currency = Currency(row["currency"])
    return DueItem(
        id=OpenItemId(row["id"]),
        number=row["number"],
        customer_id=CustomerId(row["customer_id"]),
        issued_on=row["issued_on"],
        due_on=row["due_on"],
        open=Money.from_minor(row["open_minor"], currency),
        disputed=Money.from_minor(row["disputed_minor"] or 0, currency),
        reached=reached,
    )
