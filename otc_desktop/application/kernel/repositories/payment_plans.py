"""Payment plans and thanks for payments, as use cases load and save them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from otc_desktop.domain.dunning.payment_plan import PaymentPlan
from otc_desktop.domain.shared.ids import CustomerId, MailId, OpenItemId, PaymentPlanId
from otc_desktop.domain.shared.money import Money


class PaymentPlanRepository(Protocol):
    """Payment plans, and what the promise check told of them."""

    def add(self, plan: PaymentPlan) -> None:
        """A new plan."""

    def get(self, plan_id: PaymentPlanId) -> PaymentPlan:
        """By id, locked; NotFoundError `dunning.payment_plan_not_found`."""

    def by_number(self, number: str) -> PaymentPlan:
        """By number, locked; NotFoundError `dunning.payment_plan_not_found`."""

    def save(self, plan: PaymentPlan) -> None:
        """A plan approved or called off."""

    def since(self, day: date) -> Sequence[PaymentPlan]:
        """Plans agreed since a day, the newest first."""

    def of_items(self, item_ids: Collection[OpenItemId]) -> Sequence[PaymentPlan]:
        """Every plan, whatever became of it, that pays off any of these items."""

    def numbers_of(
        self, plan_ids: Collection[PaymentPlanId]
    ) -> Mapping[PaymentPlanId, tuple[str, ...]]:
        """The numbers of what each plan pays off."""

    def told(self) -> Mapping[PaymentPlanId, str]:
        """What was told last of each plan that may still change."""

    def tell(self, plan_id: PaymentPlanId, state: str, *, on: date) -> None:
        """Write down what was told of a plan, and when."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """Money laid on invoices of one customer; `key` names it whoever lays it again.

    `settled` are the invoices it left nothing of.
    """

    key: str
    customer_id: CustomerId
    amount: Money
    paid_on: date
    numbers: tuple[str, ...]
    settled: tuple[str, ...]


class ThanksRepository(Protocol):
    """For which payments customers were thanked."""

    def payments_since(self, instant: datetime) -> Sequence[Payment]:
        """Payments noted since an instant and not undone, whose thanks are not decided yet."""

    def decide(
        self,
        payment: Payment,
        new_id: UUID,
        *,
        on: date,
        mail_id: MailId | None,
        reason: str,
    ) -> None:
        """Write down that a payment's thanks are settled; its key can't be kept twice."""
