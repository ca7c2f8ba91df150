"""What the rules say of one customer and one amount, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from otc_desktop.domain.credit.exposure import Exposure
from otc_desktop.domain.credit.grade import CreditGrade
from otc_desktop.domain.credit.policy import Action, CreditPolicy, Situation
from otc_desktop.domain.shared.money import Money

LIMIT_EXCEEDED = "credit.limit_exceeded"
GROUP_LIMIT_EXCEEDED = "credit.group_limit_exceeded"
_CODES = {
    Situation.WITHIN_LIMIT: "credit.grade_too_low",
    Situation.NEAR_LIMIT: "credit.limit_near",
    Situation.OVER_LIMIT: LIMIT_EXCEEDED,
    Situation.OVERDUE: "credit.overdue",
    Situation.PAYS_AT_ORDER: "credit.payment_at_order",
    Situation.BLOCKED: "credit.customer_blocked",
    Situation.ARCHIVED: "credit.customer_archived",
    Situation.CEASED: "credit.siren_ceased",
}


class LimitScope(StrEnum):
    """Whose limit it is."""

    CUSTOMER = "customer"
    GROUP = "group"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A limit, and what counts against it.

    `allowed_beyond` is what was approved beyond the limit for other orders and is still at
    risk. It counts where an order accepted before is looked at again, which it must not
    block; it makes no room for anything new.
    """

    scope: LimitScope
    amount: Money
    exposure: Exposure
    allowed_beyond: Money

    @property
    def used(self) -> Money:
        """The exposure that has to fit."""
        return self.exposure.amount - self.allowed_beyond

    @property
    def available(self) -> Money:
        """What is left; negative once it is exceeded."""
        return self.amount - self.used


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditFacts:
    """What is known of a customer when something is to be sold on credit.

    `late` is what is overdue for longer than the policy's days. `credit` is what the
    customer has on account and nothing else was released for.
    """

    grade: CreditGrade
    limits: tuple[Limit, ...]
    late: Money
    credit: Money
    is_blocked: bool = False
    is_archived: bool = False
    has_ceased: bool = False
    pays_at_order: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that stands against it: a code of `credit.*` and what its rule wants."""

    code: str
    situation: Situation
    action: Action


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditDecision:
    """What is to be done: the strictest of the rules that apply.

    `overrun` is what goes beyond the tightest limit, `limit` the limit exceeded most.
    `deposit` has to be on account and is not; `deposit_met` was asked for and is there.
    `at_stake` is the amount somebody answers for who agrees nevertheless.
    """

    action: Action
    reasons: tuple[Reason, ...]
    overrun: Money
    deposit: Money
    deposit_met: Money
    limit: Money | None
    at_stake: Money

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the reasons, each once."""
        return tuple(dict.fromkeys(reason.code for reason in self.reasons))


def decide(policy: CreditPolicy, facts: CreditFacts, amount: Money) -> CreditDecision:
    """Apply the table to a customer who is to get `amount` (including tax) more on credit.

    A deposit that is there already asks for nothing. Where a limit and something else are
    in the way, who approves answers for the larger of overrun and amount.
    """
    found: list[Reason] = []
    deposit = met = Money.zero(amount.currency)
    for situation, code in _situations(policy, facts, amount):
        rule = policy.rule(facts.grade, situation)
        action = rule.action
        if action is Action.DEPOSIT:
            wanted = amount.times(rule.deposit_percent / Decimal(100))
            if wanted <= facts.credit:
                action, met = Action.ACCEPT, max(met, wanted)
            else:
                deposit = max(deposit, wanted)
        if action is not Action.ACCEPT:
            found.append(Reason(code, situation, action))
    overrun, limit = _overrun(facts.limits, amount)
    only_limit = all(reason.situation is Situation.OVER_LIMIT for reason in found)
    return CreditDecision(
        action=max((each.action for each in found), key=_strictness, default=Action.ACCEPT),
        reasons=tuple(found),
        overrun=overrun,
        deposit=deposit,
        deposit_met=met,
        limit=limit,
        at_stake=overrun if only_limit else max(overrun, amount),
    )


def _strictness(action: Action) -> int:
    return action.strictness


def _situations(
    policy: CreditPolicy, facts: CreditFacts, amount: Money
) -> Iterable[tuple[Situation, str]]:
    """Every situation the customer is in, with the code of its reason."""
    state = Situation.WITHIN_LIMIT
    for limit in facts.limits:
        used = limit.used + amount
        if used > limit.amount:
            in_group = limit.scope is LimitScope.GROUP
            yield Situation.OVER_LIMIT, GROUP_LIMIT_EXCEEDED if in_group else LIMIT_EXCEEDED
            state = Situation.OVER_LIMIT
        elif used >= limit.amount.times(policy.near_percent / Decimal(100)) and used.amount > 0:
            state = Situation.NEAR_LIMIT if state is Situation.WITHIN_LIMIT else state
    if state is not Situation.OVER_LIMIT:
        yield state, _CODES[state]
    others = {
        Situation.OVERDUE: facts.late > policy.overdue_amount,
        Situation.PAYS_AT_ORDER: facts.pays_at_order,
        Situation.BLOCKED: facts.is_blocked,
        Situation.ARCHIVED: facts.is_archived,
        Situation.CEASED: facts.has_ceased,
    }
    for situation, applies in others.items():
        if applies:
            yield situation, _CODES[situation]


def _overrun(limits: Iterable[Limit], amount: Money) -> tuple[Money, Money | None]:
    """How far the amount goes beyond the limit it exceeds most, and that limit."""
    worst: tuple[Money, Money | None] = (Money.zero(amount.currency), None)
    for limit in limits:
        beyond = limit.used + amount - limit.amount
        if beyond > worst[0]:
            worst = (beyond, limit.amount)
    return worst
