"""Credit files, exposures, rules and decisions, as use cases load and save them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from otc_desktop.domain.credit.approval import Approval
from otc_desktop.domain.credit.credit_file import CreditFile
from otc_desktop.domain.credit.exposure import Exposure
from otc_desktop.domain.credit.policy import CreditPolicy
from otc_desktop.domain.credit.trace import CreditRequest, TracedDecision
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.security.approval_limits import ApprovalLimit
from otc_desktop.domain.shared.ids import CustomerId, SalesOrderId
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Customers that share a head; a customer without one is a group of itself."""

    head_id: CustomerId
    member_ids: tuple[CustomerId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingApproval:
    """What was agreed to for an order that is still at risk.

    `beyond` is the part of its agreed overrun that the order itself still makes up;
    `deposit` the money on account it was let go for and has not been invoiced against.
    """

    order_id: SalesOrderId
    customer_id: CustomerId
    beyond: Money
    deposit: Money


class CreditRepository(Protocol):
    """Credit."""

    def lock_group(self, customer_id: CustomerId) -> Group:
        """The customer's group, its head locked until the transaction ends.

        Two workstations that accept orders of one group wait here for each other.
        """

    def group_of(self, customer_id: CustomerId) -> Group:
        """The customer's group."""

    def file(self, customer_id: CustomerId) -> CreditFile:
        """The credit side of a customer's file; NotFoundError `customers.not_found`."""

    def save_file(self, file: CreditFile) -> None:
        """A changed limit, grade or state."""

    def exposures(self, customer_ids: Collection[CustomerId]) -> Mapping[CustomerId, Exposure]:
        """The exposure of each of these customers."""

    def counted_of(self, order_id: SalesOrderId) -> Money:
        """What an order makes up of its customer's exposure, what left already aside."""

    def late(self, customer_id: CustomerId, *, due_before: date) -> Money:
        """Open invoices of one customer that fell due before a day."""

    def on_account(self, customer_id: CustomerId) -> Money:
        """Credit notes and payments of one customer that settle nothing yet, as a positive."""

    def approval_of(self, order_id: SalesOrderId) -> Approval | None:
        """The last agreement to an order, unless it was refused since."""

    def standing_approvals(
        self, customer_ids: Collection[CustomerId], *, today: date
    ) -> Sequence[StandingApproval]:
        """Agreements to orders of these customers that still are at risk."""

    def trace(self, decision: TracedDecision) -> None:
        """Keep what was decided, for good."""

    def open_request(self, order_id: SalesOrderId) -> CreditRequest | None:
        """The request of a held order that waits for somebody."""

    def last_request(self, order_id: SalesOrderId) -> CreditRequest | None:
        """The order's newest request, whatever became of it."""

    def overdue_items(self, customer_id: CustomerId, *, on: date) -> Sequence[OpenItem]:
        """What a customer owes past its date, oldest first."""

    def add_request(self, request: CreditRequest) -> None:
        """A held order starts waiting."""

    def save_request(self, request: CreditRequest) -> None:
        """A changed request."""

    def policy(self) -> CreditPolicy:
        """The company's rules, or the defaults while it has none."""

    def save_policy(self, policy: CreditPolicy) -> None:
        """Changed rules."""

    def approval_limits(self) -> Sequence[ApprovalLimit]:
        """How much each role may agree to, or the defaults while none were set."""

    def save_approval_limits(self, limits: Sequence[ApprovalLimit]) -> None:
        """Changed limits."""
