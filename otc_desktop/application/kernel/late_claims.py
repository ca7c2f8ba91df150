"""What a late payer owes beside the invoices: interest to the day, and the fixed indemnity."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.customers.customer import Customer, CustomerKind
from otc_desktop.domain.dunning.late_interest import (
    STATUTORY,
    AgreedRate,
    Balance,
    LateClaim,
    agreed_rate,
    late_claim,
)
from otc_desktop.domain.dunning.planner import DueItem
from otc_desktop.domain.shared.company import Company
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import OpenItemId
from otc_desktop.domain.shared.money import Money, total


@dataclass(frozen=True, slots=True, kw_only=True)
class LateClaims:
    """Interest and indemnity of several items, and their sums."""

    by_item: Mapping[OpenItemId, LateClaim]
    interest: Money
    indemnity: Money

    @property
    def is_estimated(self) -> bool:
        """Whether a half-year without a rate of its own was counted with the last known."""
        return any(claim.is_estimated for claim in self.by_item.values())


def late_claims(
    uow: UnitOfWork,
    company: Company,
    customer: Customer,
    items: Sequence[DueItem],
    *,
    on: date,
) -> LateClaims | None:
    """The claims of items late on a day; None for a private person (L441-10 is for trade).

    Nothing runs on a contested part, and the indemnity is owed once for each invoice.
    """
    late = [item for item in items if item.due_on < on]
    if customer.kind is CustomerKind.PERSON or not late:
        return None
    agreed = rate_of(company, customer)
    rates = uow.dunning_plans.rates()
    balances = uow.dunning_plans.balances([item.id for item in late])
    found = {
        item.id: late_claim(
            [_uncontested(each, item) for each in balances[item.id]],
            due_on=item.due_on,
            on=on,
            agreed=agreed,
            rates=rates,
            with_indemnity=True,
        )
        for item in late
    }
    currency = late[0].open.currency
    return LateClaims(
        by_item=found,
        interest=total((each.interest for each in found.values()), currency),
        indemnity=total((each.indemnity for each in found.values()), currency),
    )


def rate_of(company: Company, customer: Customer) -> AgreedRate:
    """What the terms say; where they say nothing readable, the law's own rate holds."""
    try:
        agreed = agreed_rate(company.late_interest)
    except RuleError:
        agreed = STATUTORY
    return agreed.for_public if customer.kind is CustomerKind.PUBLIC else agreed


def _uncontested(balance: Balance, item: DueItem) -> Balance:
    return replace(balance, open=balance.open - item.disputed)
