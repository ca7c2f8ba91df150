"""Credit files, requests and decisions of a database."""

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping, select

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.application.kernel.repositories.credit import Group, StandingApproval
from otc_desktop.domain.credit.approval import Approval
from otc_desktop.domain.credit.credit_file import CreditFile
from otc_desktop.domain.credit.exposure import Exposure
from otc_desktop.domain.credit.grade import CreditGrade, GivenGrade, GradeSource
from otc_desktop.domain.credit.policy import CreditPolicy
from otc_desktop.domain.credit.trace import (
    CreditRequest,
    DecisionKind,
    Gate,
    RequestStatus,
    TracedDecision,
)
from otc_desktop.domain.customers.customer import CustomerStatus
from otc_desktop.domain.customers.payment_terms import PaymentTerms, TermsKind
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.sales.sales_order import OrderStatus
from otc_desktop.domain.security.approval_limits import ApprovalLimit
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import CustomerId, SalesOrderId
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence import credit_sums
from otc_desktop.persistence.credit_rules import SqlCreditRules
from otc_desktop.persistence.repositories.receivables import item_of
from otc_desktop.persistence.session import Session
from otc_desktop.persistence.tables.credit import credit_decision, credit_request
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.receivables import open_item
from otc_desktop.persistence.tables.sales import sales_order

# Deeper groups than this are a mistake in the files, or a circle.
_DEEPEST = 12
# Nobody reads more overdue items than this before deciding.
_MOST_ITEMS = 200
# What settles whether an order may go on; the last one counts.
_SETTLING = tuple(
    kind.value for kind in (DecisionKind.APPROVED, DecisionKind.DEPOSIT_ASKED, DecisionKind.REFUSED)
)
_GIVING = (*_SETTLING, DecisionKind.PASSED.value, DecisionKind.LIFTED.value)
_AT_RISK = (OrderStatus.CONFIRMED.value, OrderStatus.DELIVERED.value)


class SqlCreditRepository:
    """The credit side of a database.

    Args:
        session: the transaction.
        user: who decides.
    """

    def __init__(self, session: Session, user: str) -> None:
        self._session = session
        self._user = user
        self._rules = SqlCreditRules(session)

    def lock_group(self, customer_id: CustomerId) -> Group:
        """The customer's group, its head locked."""
        head = self._head_of(customer_id)
        if self._session.is_postgresql:
            # Rows that point to the customer may still be inserted meanwhile.
            query = select(customer.c.id).where(customer.c.id == head)
            self._session.connection.execute(query.with_for_update(key_share=True)).all()
        return self._group(head)

    def group_of(self, customer_id: CustomerId) -> Group:
        """The customer's group."""
        return self._group(self._head_of(customer_id))

    def file(self, customer_id: CustomerId) -> CreditFile:
        """The credit side of a customer's file."""
        row = self._session.by_id(customer, customer_id)
        if row is None:
            raise NotFoundError("customers.not_found", customer=str(customer_id))
        return credit_file_of(row)

    def save_file(self, file: CreditFile) -> None:
        """A changed limit, grade or state."""
        self._session.update_versioned(
            customer,
            file.customer_id,
            file.version,
            {
                "credit_limit_minor": None if file.limit is None else file.limit.minor,
                "insured_limit_minor": None if file.insured is None else file.insured.minor,
                "credit_grade": file.grade.grade.value,
                "credit_grade_on": file.grade.given_on,
                "credit_grade_source": file.grade.source.value,
                "credit_grade_before": file.grade.before.value,
                "credit_reviewed_on": file.reviewed_on,
                "ceased_on": file.ceased_on,
                "ceased_source": file.ceased_source,
            },
        )
        self._session.topics.update({Topic.CREDIT, Topic.CUSTOMERS})

    def exposures(self, customer_ids: Collection[CustomerId]) -> Mapping[CustomerId, Exposure]:
        """The exposure of each of these customers."""
        return credit_sums.read_exposures(self._session.connection, customer_ids)

    def counted_of(self, order_id: SalesOrderId) -> Money:
        """What an order makes up of its customer's exposure, what left already aside."""
        return credit_sums.read_counted(self._session.connection, order_id)

    def late(self, customer_id: CustomerId, *, due_before: date) -> Money:
        """Open invoices of one customer that fell due before a day."""
        return credit_sums.read_late(self._session.connection, customer_id, due_before)

    def on_account(self, customer_id: CustomerId) -> Money:
        """What the customer has to its credit and laid on nothing yet."""
        return credit_sums.read_on_account(self._session.connection, customer_id)

    def approval_of(self, order_id: SalesOrderId) -> Approval | None:
        """The last agreement to an order, unless it was refused since."""
        query = (
            select(credit_decision)
            .where(credit_decision.c.order_id == order_id, credit_decision.c.kind.in_(_SETTLING))
            .order_by(credit_decision.c.decided_at.desc(), credit_decision.c.id.desc())
            .limit(1)
        )
        row = self._session.one(query)
        if row is None or row["kind"] == DecisionKind.REFUSED.value or row["until_on"] is None:
            return None
        return Approval(
            amount=_money(row["amount_minor"]),
            overrun=_money(row["overrun_minor"]),
            reasons=frozenset(json.loads(row["codes"])),
            until=row["until_on"],
            deposit=_money(row["deposit_minor"]),
        )

    def standing_approvals(
        self, customer_ids: Collection[CustomerId], *, today: date
    ) -> Sequence[StandingApproval]:
        """Agreements to orders of these customers that still are at risk."""
        query = (
            select(credit_decision)
            .join(sales_order, sales_order.c.id == credit_decision.c.order_id)
            .where(
                credit_decision.c.customer_id.in_(list(customer_ids)),
                credit_decision.c.kind.in_(_GIVING),
                sales_order.c.status.in_(_AT_RISK),
            )
            .order_by(credit_decision.c.decided_at, credit_decision.c.id)
        )
        rows = self._session.rows(query)
        last = {row["order_id"]: row for row in rows}
        agreed = {row["order_id"]: row for row in rows if row["kind"] in _SETTLING}
        connection = self._session.connection
        at_risk = credit_sums.read_at_risk(connection, list(last))
        uninvoiced = credit_sums.read_uninvoiced(connection, list(last))
        nothing = Money.zero(EUR)

        def beyond(order_id: UUID) -> Money:
            row = agreed.get(order_id)
            if row is None or row["until_on"] is None or row["until_on"] < today:
                return nothing
            return min(_money(row["overrun_minor"]), at_risk.get(order_id, nothing))

        return [
            StandingApproval(
                order_id=SalesOrderId(order_id),
                customer_id=CustomerId(row["customer_id"]),
                beyond=beyond(order_id),
                deposit=min(_money(row["deposit_minor"]), uninvoiced.get(order_id, nothing)),
            )
            for order_id, row in last.items()
            if row["kind"] != DecisionKind.REFUSED.value
        ]

    def trace(self, decision: TracedDecision) -> None:
        """Keep what was decided, for good."""
        self._session.insert(
            credit_decision,
            {
                "id": decision.id,
                "customer_id": decision.customer_id,
                "order_id": decision.order_id,
                "kind": decision.kind.value,
                "decided_on": decision.decided_on,
                "decided_at": self._session.now,
                "decided_by": self._user,
                "role": decision.role,
                "codes": json.dumps(sorted(decision.codes)),
                "reason": decision.reason,
                "gate": decision.gate,
                "currency": decision.amount.currency.code,
                "amount_minor": decision.amount.minor,
                "overrun_minor": decision.overrun.minor,
                "deposit_minor": decision.deposit.minor,
                "until_on": decision.until,
                "before": decision.before,
                "after": decision.after,
            },
        )
        self._session.topics.add(Topic.CREDIT)

    def open_request(self, order_id: SalesOrderId) -> CreditRequest | None:
        """The request of a held order that waits for somebody."""
        waiting = (RequestStatus.OPEN.value, RequestStatus.DEPOSIT.value)
        query = select(credit_request).where(
            credit_request.c.order_id == order_id, credit_request.c.status.in_(waiting)
        )
        row = self._session.one(query, lock=True)
        return None if row is None else request_of(row)

    def last_request(self, order_id: SalesOrderId) -> CreditRequest | None:
        """The order's newest request, whatever became of it."""
        query = (
            select(credit_request)
            .where(credit_request.c.order_id == order_id)
            .order_by(credit_request.c.asked_on.desc(), credit_request.c.id.desc())
            .limit(1)
        )
        row = self._session.one(query)
        return None if row is None else request_of(row)

    def overdue_items(self, customer_id: CustomerId, *, on: date) -> Sequence[OpenItem]:
        """What a customer owes past its date, oldest first."""
        query = (
            select(open_item)
            .where(
                open_item.c.customer_id == customer_id,
                open_item.c.is_open.is_(True),
                open_item.c.due_on < on,
                open_item.c.open_minor > 0,
            )
            .order_by(open_item.c.due_on, open_item.c.id)
            .limit(_MOST_ITEMS)
        )
        return [item_of(row) for row in self._session.rows(query)]

    def add_request(self, request: CreditRequest) -> None:
        """A held order starts waiting."""
        values = {"id": request.id, "version": 1, **_request_values(request)}
        self._session.insert(credit_request, {**values, "asked_by": self._user})
        self._session.topics.add(Topic.CREDIT)

    def save_request(self, request: CreditRequest) -> None:
        """A changed request."""
        self._session.update_versioned(
            credit_request, request.id, request.version, _request_values(request)
        )
        self._session.topics.add(Topic.CREDIT)

    def policy(self) -> CreditPolicy:
        """The company's rules, or the defaults while it has none."""
        return self._rules.policy()

    def save_policy(self, policy: CreditPolicy) -> None:
        """Changed rules."""
        self._rules.save_policy(policy)

    def approval_limits(self) -> Sequence[ApprovalLimit]:
        """How much each role may agree to, or the defaults while none were set."""
        return self._rules.approval_limits()

    def save_approval_limits(self, limits: Sequence[ApprovalLimit]) -> None:
        """Changed limits."""
        self._rules.save_approval_limits(limits)

    def _head_of(self, customer_id: CustomerId) -> CustomerId:
        seen: list[UUID] = [customer_id]
        while len(seen) < _DEEPEST:
            query = select(customer.c.parent_id).where(customer.c.id == seen[-1])
            parent = self._session.connection.execute(query).scalar_one_or_none()
            if parent is None or parent in seen:
                break
            seen.append(parent)
        return CustomerId(seen[-1])

    def _group(self, head: CustomerId) -> Group:
        members: list[UUID] = [head]
        layer: list[UUID] = [head]
        for _ in range(_DEEPEST):
            query = select(customer.c.id).where(customer.c.parent_id.in_(layer))
            found = self._session.connection.execute(query).scalars()
            layer = [each for each in found if each not in members]
            if not layer:
                break
            members.extend(layer)
        return Group(head_id=head, member_ids=tuple(CustomerId(each) for each in members))


# All that `credit_file_of` reads.
CREDIT_COLUMNS = (
    customer.c.id,
    customer.c.code,
    customer.c.name,
    customer.c.credit_limit_minor,
    customer.c.insured_limit_minor,
    customer.c.credit_grade,
    customer.c.credit_grade_on,
    customer.c.credit_grade_source,
    customer.c.credit_grade_before,
    customer.c.credit_reviewed_on,
    customer.c.ceased_on,
    customer.c.ceased_source,
    customer.c.parent_id,
    customer.c.status,
    customer.c.archived_on,
    customer.c.payment_terms,
    customer.c.version,
)


def credit_file_of(row: RowMapping) -> CreditFile:
    """The credit side of a customer's row."""
    limit, insured = row["credit_limit_minor"], row["insured_limit_minor"]
    return CreditFile(
        customer_id=CustomerId(row["id"]),
        code=row["code"],
        name=row["name"],
        limit=None if limit is None else _money(limit),
        insured=None if insured is None else _money(insured),
        grade=GivenGrade(
            grade=CreditGrade(row["credit_grade"]),
            given_on=row["credit_grade_on"],
            source=GradeSource(row["credit_grade_source"]),
            before=CreditGrade(row["credit_grade_before"]),
        ),
        reviewed_on=row["credit_reviewed_on"],
        ceased_on=row["ceased_on"],
        ceased_source=row["ceased_source"],
        parent_id=None if row["parent_id"] is None else CustomerId(row["parent_id"]),
        is_blocked=row["status"] == CustomerStatus.BLOCKED.value,
        is_archived=row["archived_on"] is not None,
        pays_at_order=_is_on_order(row["payment_terms"]),
        version=row["version"],
    )


@cache
def _is_on_order(terms: str) -> bool:
    return bool(terms) and PaymentTerms.parse(terms).kind is TermsKind.ON_ORDER


def _request_values(request: CreditRequest) -> dict[str, Any]:
    return {
        "order_id": request.order_id,
        "customer_id": request.customer_id,
        "status": request.status.value,
        "gate": request.gate.value,
        "action": request.action,
        "codes": json.dumps(request.codes),
        "currency": request.amount.currency.code,
        "amount_minor": request.amount.minor,
        "overrun_minor": request.overrun.minor,
        "deposit_minor": request.deposit.minor,
        "asked_on": request.asked_on,
        "asked_by": request.asked_by,
        "note": request.note,
        "wanted_until": request.wanted_until,
        "settled_on": request.settled_on,
    }


def request_of(row: RowMapping) -> CreditRequest:
    """A request from its row."""
    return CreditRequest(
        id=row["id"],
        order_id=SalesOrderId(row["order_id"]),
        customer_id=CustomerId(row["customer_id"]),
        status=RequestStatus(row["status"]),
        gate=Gate(row["gate"]),
        action=row["action"],
        codes=tuple(json.loads(row["codes"])),
        amount=_money(row["amount_minor"]),
        overrun=_money(row["overrun_minor"]),
        deposit=_money(row["deposit_minor"]),
        asked_on=row["asked_on"],
        asked_by=row["asked_by"],
        note=row["note"],
        wanted_until=row["wanted_until"],
        settled_on=row["settled_on"],
        version=row["version"],
    )


def _money(minor: int) -> Money:
    return Money.from_minor(minor, EUR)
