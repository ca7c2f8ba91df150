"""An order let go although the rules are against it: for an amount, until a day."""

from dataclasses import dataclass
from datetime import date

from otc_desktop.domain.credit.decision import CreditDecision
from otc_desktop.domain.credit.policy import Action
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """Somebody's agreement to one order.

    It covers the order up to `amount` (including tax), up to `overrun` beyond the limit,
    for the reasons that were known, until the end of a day. `deposit` had to be on account
    first. What grows beyond that, comes later, or has another reason, needs a new one.
    """

    amount: Money
    overrun: Money
    reasons: frozenset[str]
    until: date
    deposit: Money

    def covers(
        self, decision: CreditDecision, amount: Money, credit: Money, *, today: date
    ) -> bool:
        """Whether an order of `amount` may go on although the rules say otherwise.

        Args:
            decision: what the rules say now.
            amount: the whole order, including tax.
            credit: what the customer has on account for this order.
            today: the business date.
        """
        return (
            today <= self.until
            and amount <= self.amount
            and decision.overrun <= self.overrun
            and set(decision.codes) <= self.reasons
            and self.deposit <= credit
        )


def needs_no_end(decision: CreditDecision) -> bool:
    """Whether only somebody whose limit has no end may agree."""
    return decision.action is Action.HOLD
