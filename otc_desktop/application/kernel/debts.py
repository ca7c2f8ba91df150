"""A customer's late invoices with interest and indemnity, as formal letters name them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from otc_desktop.application.kernel.late_claims import late_claims, rate_of
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.dunning.late_interest import LatePeriod, late_periods
from otc_desktop.domain.dunning.planner import DueItem
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.shared.company import Company
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.money import Money, total


@dataclass(frozen=True, slots=True, kw_only=True)
class Debt:
    """One late invoice: what is owed of it, not contested, and what its lateness costs."""

    item: OpenItem
    principal: Money
    interest: Money
    indemnity: Money
    days: int
    periods: Sequence[LatePeriod]


@dataclass(frozen=True, slots=True, kw_only=True)
class Debts:
    """All of them, the oldest first; `is_estimated` where a half-year has no rate yet."""

    debts: Sequence[Debt]
    is_estimated: bool

    @property
    def principal(self) -> Money:
        """What the invoices are owed."""
        return total((each.principal for each in self.debts), self.debts[0].principal.currency)

    @property
    def interest(self) -> Money:
        """Their late interest."""
        return total((each.interest for each in self.debts), self.debts[0].interest.currency)

    @property
    def indemnity(self) -> Money:
        """Their indemnities."""
        return total((each.indemnity for each in self.debts), self.debts[0].indemnity.currency)

    @property
    def claimed(self) -> Money:
        """All that is claimed."""
        return self.principal + self.interest + self.indemnity


def late_debts(
    uow: UnitOfWork,
    company: Company,
    customer: Customer,
    *,
    on: date,
    numbers: Collection[str] = (),
) -> Debts:
    """The customer's late invoices on a day, or those named; contested parts are left out.

    Raises:
        RuleError: `dunning.no_late_invoice`, `dunning.not_late` for one named that isn't,
            `dunning.debts_of_currencies` for invoices of several currencies.
    """
    late = [
        item
        for item in uow.open_items.open_of(customer.id)
        if item.open.amount > 0 and item.due_on < on
    ]
    if numbers:
        missing = set(numbers) - {item.number for item in late}
        if missing:
            raise RuleError("dunning.not_late", where="items", number=min(missing))
        late = [item for item in late if item.number in numbers]
    due = [_due(uow, item) for item in late]
    kept = [(item, each) for item, each in zip(late, due, strict=True) if each.open > each.disputed]
    if not kept:
        raise RuleError("dunning.no_late_invoice", where="items", customer=customer.code)
    if len({each.open.currency.code for _, each in kept}) > 1:
        raise RuleError("dunning.debts_of_currencies", where="items")
    claims = late_claims(uow, company, customer, [each for _, each in kept], on=on)
    balances = uow.dunning_plans.balances([item.id for item, _ in kept])
    rates = uow.dunning_plans.rates()
    agreed = rate_of(company, customer)
    found = []
    for item, each in kept:
        zero = Money.zero(item.open.currency)
        claim = None if claims is None else claims.by_item[item.id]
        found.append(
            Debt(
                item=item,
                principal=each.open - each.disputed,
                interest=zero if claim is None else claim.interest,
                indemnity=zero if claim is None else claim.indemnity,
                days=(on - item.due_on).days,
                periods=()
                if claim is None
                else late_periods(
                    [
                        type(balance)(balance.from_on, balance.open - each.disputed)
                        for balance in balances[item.id]
                    ],
                    due_on=item.due_on,
                    on=on,
                    agreed=agreed,
                    rates=rates,
                ),
            )
        )
    return Debts(debts=found, is_estimated=claims is not None and claims.is_estimated)


def _due(uow: UnitOfWork, item: OpenItem) -> DueItem:
    contested = uow.disputes.open_total(item.id)
    return DueItem(
        id=item.id,
        number=item.number,
        customer_id=item.customer_id,
        issued_on=item.issued_on,
        due_on=item.due_on,
        open=item.open,
        disputed=Money.from_minor(contested, item.open.currency),
        reached=None,
    )
