"""What figures are made from: claims with their movements, and an invoice's path."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select

from otc_desktop.application.kernel.repositories.reporting import InvoicePath
from otc_desktop.domain.disputes.dispute import DisputeStatus
from otc_desktop.domain.dunning.promise import Claim as PromisedClaim
from otc_desktop.domain.dunning.promise import (
    Promise,
    PromiseState,
    Standing,
    judge,
    under_promise,
)
from otc_desktop.domain.invoicing.correction_reason import CorrectionReason
from otc_desktop.domain.invoicing.invoice import InvoiceKind
from otc_desktop.domain.invoicing.references import Relation
from otc_desktop.domain.reporting.customer_figures import CustomerHistory
from otc_desktop.domain.reporting.dispute_figures import DisputeFigures
from otc_desktop.domain.reporting.expected_receipts import OpenClaim
from otc_desktop.domain.reporting.invoice_errors import InvoiceErrors
from otc_desktop.domain.reporting.payment_habit import Claim
from otc_desktop.domain.reporting.unpaid_reasons import Sending
from otc_desktop.domain.shared.calendar import plus_days
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.ids import CustomerId, InvoiceId, OpenItemId
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.promises import read_promises, read_settled
from otc_desktop.persistence.repositories.dispute_figures import figures_of_disputes
from otc_desktop.persistence.session import Session, sum_minor
from otc_desktop.persistence.tables.contact_log import promise as promise_table
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.disputes import dispute
from otc_desktop.persistence.tables.dunning import dunning_notice, dunning_notice_item
from otc_desktop.persistence.tables.invoicing import invoice, invoice_reference
from otc_desktop.persistence.tables.outbox import outbox_message
from otc_desktop.persistence.tables.receivables import allocation, open_item, receivable_movement
from otc_desktop.persistence.tables.sales import delivery

# Enough settled invoices to know how the customers of a company pay on the whole.
_USUAL_SAMPLE = 2_000
_CLAIMS = [each.value for each in InvoiceKind if not each.is_credit]
_TAKEN_BACK = (Relation.CREDITED.value, Relation.CORRECTED.value)
_OPEN = dispute.c.status == DisputeStatus.OPEN.value


class SqlReportingRepository:
    """Histories of a database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def histories(
        self, customer_ids: Collection[CustomerId], *, since: date
    ) -> Mapping[CustomerId, CustomerHistory]:
        """The histories of several customers, by as many queries as of one."""
        ids = set(customer_ids)
        mine = open_item.c.customer_id.in_(ids) & or_(
            open_item.c.issued_on >= since, open_item.c.is_open.is_(True)
        )
        movements, by_money = self._movements(mine)
        claims: dict[UUID, list[Claim]] = defaultdict(list)
        for row in self._session.rows(
            select(open_item).where(mine).order_by(open_item.c.issued_on)
        ):
            claims[row["customer_id"]].append(
                Claim(
                    number=row["number"],
                    issued_on=row["issued_on"],
                    due_on=row["due_on"],
                    total=Money.from_minor(row["total_minor"], EUR),
                    movements=tuple(movements[row["id"]]),
                    paid_by_money=2 * by_money[row["id"]] >= abs(row["total_minor"]),
                )
            )
        disputes = self._dispute_days(ids)
        broken = self._broken_on(ids)
        files = self._session.rows(select(customer).where(customer.c.id.in_(ids)))
        return {
            CustomerId(file["id"]): CustomerHistory(
                claims=tuple(claims[file["id"]]),
                disputes_on=tuple(disputes[file["id"]]),
                broken_on=tuple(broken[file["id"]]),
                credit_limit=(
                    None
                    if file["credit_limit_minor"] is None
                    else Money.from_minor(file["credit_limit_minor"], EUR)
                ),
                ceased_on=file["ceased_on"],
                currency=EUR,
            )
            for file in files
        }

    def with_open_items(self) -> Sequence[CustomerId]:
        """Customers that owe something or are owed something."""
        query = select(open_item.c.customer_id).where(open_item.c.is_open.is_(True)).distinct()
        return [CustomerId(row["customer_id"]) for row in self._session.rows(query)]

    def dispute_figures(self, first: date, last: date) -> DisputeFigures:
        """Disputes opened and settled in a period, and those open on its last day."""
        return figures_of_disputes(self._session, first, last)

    def invoice_errors(self, first: date, last: date) -> InvoiceErrors:
        """How many invoices of a period were corrected for an error until its last day."""
        wrong = invoice.alias("wrong")
        of_period = (
            wrong.c.document_on.between(first, last)
            & wrong.c.number.is_not(None)
            & wrong.c.kind.in_(_CLAIMS)
        )
        issued = self._session.rows(select(func.count().label("count")).where(of_period))
        corrections = (
            select(wrong.c.id, invoice.c.correction)
            .select_from(
                wrong.join(invoice_reference, invoice_reference.c.named_id == wrong.c.id).join(
                    invoice, invoice.c.id == invoice_reference.c.invoice_id
                )
            )
            .where(
                of_period
                & invoice_reference.c.relation.in_(_TAKEN_BACK)
                & invoice.c.number.is_not(None)
                & (invoice.c.document_on <= last)
            )
            .distinct()
        )
        found: dict[str, set[UUID]] = defaultdict(set)
        for row in self._session.rows(corrections):
            found[row["correction"]].add(row["id"])
        by_reason = {
            reason: found[reason.value]
            for reason in CorrectionReason
            if reason.is_error and found[reason.value]
        }
        return InvoiceErrors(
            first=first,
            last=last,
            issued=issued[0]["count"],
            corrected=len(set().union(*by_reason.values())),
            by_reason={reason: len(ids) for reason, ids in by_reason.items()},
            unexplained=len(found[""]),
        )

    def open_claims(self, customer_id: CustomerId, *, on: date) -> Sequence[OpenClaim]:
        """A customer's open invoices with what is contested and promised."""
        contested = (
            select(sum_minor(dispute.c.amount_minor))
            .where((dispute.c.item_id == open_item.c.id) & _OPEN)
            .scalar_subquery()
        )
        promised = self._promised(customer_id, on)
        query = select(
            open_item.c.id,
            open_item.c.number,
            open_item.c.due_on,
            open_item.c.open_minor,
            contested.label("disputed_minor"),
        ).where(
            (open_item.c.customer_id == customer_id)
            & open_item.c.is_open.is_(True)
            & (open_item.c.open_minor > 0)
        )
        return [
            OpenClaim(
                number=row["number"],
                due_on=row["due_on"],
                open=Money.from_minor(row["open_minor"], EUR),
                disputed=Money.from_minor(row["disputed_minor"], EUR),
                promised_on=promised[row["id"]].promised_on if row["id"] in promised else None,
            )
            for row in self._session.rows(query.order_by(open_item.c.due_on))
        ]

    def usual_delays(self) -> Sequence[int]:
        """Days from due date to settlement of the invoices settled last, of all customers."""
        query = (
            select(open_item.c.settled_on, open_item.c.due_on)
            .where(open_item.c.settled_on.is_not(None) & (open_item.c.total_minor > 0))
            .order_by(open_item.c.settled_on.desc())
            .limit(_USUAL_SAMPLE)
        )
        return [(row["settled_on"] - row["due_on"]).days for row in self._session.rows(query)]

    def path_of(
        self, item_id: OpenItemId, invoice_id: InvoiceId | None, *, on: date
    ) -> InvoicePath:
        """What became of one invoice."""
        contested = self._session.rows(
            select(dispute).where((dispute.c.item_id == item_id) & _OPEN).order_by(dispute.c.due_on)
        )
        reminded = self._session.one(
            select(dunning_notice.c.planned_on, dunning_notice_item.c.step)
            .join(dunning_notice, dunning_notice.c.id == dunning_notice_item.c.notice_id)
            .where((dunning_notice_item.c.item_id == item_id) & (dunning_notice.c.status == "sent"))
            .order_by(dunning_notice.c.planned_on.desc())
            .limit(1)
        )
        paid = self._session.one(
            select(func.max(receivable_movement.c.moved_on).label("day")).where(
                (receivable_movement.c.item_id == item_id)
                & (receivable_movement.c.amount_minor < 0)
            )
        )
        origin = None if invoice_id is None else self._session.by_id(invoice, invoice_id)
        claim = self._session.by_id(open_item, item_id)
        promise = None if claim is None else self._promised(claim["customer_id"], on).get(item_id)
        return InvoicePath(
            sending=None if invoice_id is None else self._sending(invoice_id),
            from_order=origin is not None and origin["order_id"] is not None,
            delivered_on=None if origin is None else self._delivered_on(origin["delivery_id"]),
            disputed=Money.from_minor(sum(row["amount_minor"] for row in contested), EUR),
            dispute_reason=contested[0]["reason"] if contested else "",
            dispute_due_on=contested[0]["due_on"] if contested else None,
            last_paid_on=None if paid is None else paid["day"],
            reminded_on=None if reminded is None else reminded["planned_on"],
            reminder_step=None if reminded is None else reminded["step"],
            promised_on=None if promise is None else promise.promised_on,
            promised=None if promise is None else promise.amount,
        )

    def unused_credits(self, customer_id: CustomerId) -> Money:
        """Credit notes and payments on account that settle nothing yet, as a positive amount."""
        row = self._session.one(
            select(sum_minor(open_item.c.open_minor).label("minor")).where(
                (open_item.c.customer_id == customer_id)
                & open_item.c.is_open.is_(True)
                & (open_item.c.open_minor < 0)
            )
        )
        return Money.from_minor(0 if row is None else -row["minor"], EUR)

    def _movements(
        self, mine: ColumnElement[bool]
    ) -> tuple[Mapping[UUID, list[tuple[date, Money]]], Mapping[UUID, int]]:
        """Movements by item, and how much of each was settled by receipts."""
        movements: dict[UUID, list[tuple[date, Money]]] = defaultdict(list)
        by_money: dict[UUID, int] = defaultdict(int)
        query = (
            select(
                receivable_movement.c.item_id,
                receivable_movement.c.moved_on,
                receivable_movement.c.amount_minor,
                func.coalesce(allocation.c.transaction_id, allocation.c.paper_id).label("money"),
            )
            .join(open_item, open_item.c.id == receivable_movement.c.item_id)
            .outerjoin(allocation, allocation.c.id == receivable_movement.c.allocation_id)
            .where(mine)
            .order_by(receivable_movement.c.moved_on)
        )
        for row in self._session.rows(query):
            amount = Money.from_minor(row["amount_minor"], EUR)
            movements[row["item_id"]].append((row["moved_on"], amount))
            if row["money"] is not None:
                by_money[row["item_id"]] -= row["amount_minor"]
        return movements, by_money

    def _standings(self, customer_ids: Collection[UUID], on: date) -> list[Standing]:
        connection = self._session.connection
        promises = read_promises(connection, promise_table.c.customer_id.in_(set(customer_ids)))
        if not promises:
            return []
        return judge(promises, read_settled(connection, customer_ids), as_of=on)

    def _broken_on(self, customer_ids: Collection[UUID]) -> Mapping[UUID, list[date]]:
        """The day after the grace of each promise not kept so far; it may still be to come."""
        found: dict[UUID, list[date]] = defaultdict(list)
        for standing in self._standings(customer_ids, date.max):
            if standing.state.is_unkept:
                promise = standing.promise
                found[promise.customer_id].append(plus_days(promise.last_day, 1))
        return found

    def _promised(self, customer_id: CustomerId, on: date) -> Mapping[OpenItemId, Promise]:
        """The promise that still stands for each open item."""
        standings = [
            standing
            for standing in self._standings([customer_id], on)
            if standing.state is PromiseState.PENDING
        ]
        if not standings:
            return {}
        claims = [
            PromisedClaim(
                id=OpenItemId(row["id"]),
                customer_id=customer_id,
                due_on=row["due_on"],
                open=Money.from_minor(row["open_minor"], EUR),
            )
            for row in self._session.rows(
                select(open_item).where(
                    (open_item.c.customer_id == customer_id)
                    & open_item.c.is_open.is_(True)
                    & (open_item.c.open_minor > 0)
                )
            )
        ]
        # The latest promise first, so that the earliest one for an item is what stays.
        return {
            item_id: standing.promise
            for standing in reversed(standings)
            for item_id in under_promise([standing], claims)
        }

    def _dispute_days(self, customer_ids: Collection[UUID]) -> Mapping[UUID, list[date]]:
        found: dict[UUID, list[date]] = defaultdict(list)
        query = select(dispute.c.customer_id, dispute.c.opened_on).where(
            dispute.c.customer_id.in_(set(customer_ids))
        )
        for row in self._session.rows(query):
            found[row["customer_id"]].append(row["opened_on"])
        return found

    def _sending(self, invoice_id: InvoiceId) -> Sending | None:
        row = self._session.one(
            select(outbox_message)
            .where(outbox_message.c.invoice_id == invoice_id)
            .order_by(outbox_message.c.created_at.desc())
            .limit(1)
        )
        if row is None:
            return None
        return Sending(
            status=row["status"],
            recipient=row["recipient"],
            on=(row["sent_at"] or row["created_at"]).date(),
        )

    def _delivered_on(self, delivery_id: UUID | None) -> date | None:
        row = None if delivery_id is None else self._session.by_id(delivery, delivery_id)
        return None if row is None else row["delivered_on"]
