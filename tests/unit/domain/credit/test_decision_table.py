"""The default decision table, cell by cell, and how situations are told apart."""

from dataclasses import replace
from decimal import Decimal

import pytest

from otc_desktop.domain.credit.decision import (
    CreditFacts,
    Limit,
    LimitScope,
    decide,
)
from otc_desktop.domain.credit.exposure import Exposure
from otc_desktop.domain.credit.grade import CreditGrade
from otc_desktop.domain.credit.policy import Action, CreditPolicy, Rule, Situation
from otc_desktop.domain.shared.errors import RuleError
from tests.support.domain import eur

# accept, approval, hold, or a deposit in percent; by grade A to E, then unknown.
TABLE = """
within_limit   accept   accept   accept   accept   50       accept
near_limit     accept   accept   accept   30       100      accept
over_limit     approval approval approval approval hold     approval
overdue        approval approval approval hold     hold     approval
pays_at_order  100      100      100      100      100      100
blocked        hold     hold     hold     hold     hold     hold
archived       hold     hold     hold     hold     hold     hold
ceased         hold     hold     hold     hold     hold     hold
"""
CELLS = [
    (Situation(name), grade, cell)
    for name, *cells in (row.split() for row in TABLE.strip().splitlines())
    for grade, cell in zip(CreditGrade, cells, strict=True)
]
CODES = {
    Situation.WITHIN_LIMIT: "credit.grade_too_low",
    Situation.NEAR_LIMIT: "credit.limit_near",
    Situation.OVER_LIMIT: "credit.limit_exceeded",
    Situation.OVERDUE: "credit.overdue",
    Situation.PAYS_AT_ORDER: "credit.payment_at_order",
    Situation.BLOCKED: "credit.customer_blocked",
    Situation.ARCHIVED: "credit.customer_archived",
    Situation.CEASED: "credit.siren_ceased",
}


def _limit(used: str, *, scope: LimitScope = LimitScope.CUSTOMER, beyond: str = "0") -> Limit:
    exposure = replace(Exposure.none(), open_items=eur(used))
    return Limit(scope=scope, amount=eur("1000"), exposure=exposure, allowed_beyond=eur(beyond))


def _facts(situation: Situation, grade: CreditGrade) -> CreditFacts:
    used = {Situation.NEAR_LIMIT: "800", Situation.OVER_LIMIT: "950"}.get(situation, "100")
    return CreditFacts(
        grade=grade,
        limits=(_limit(used),),
        late=eur("1000.01" if situation is Situation.OVERDUE else "0"),
        credit=eur("0"),
        is_blocked=situation is Situation.BLOCKED,
        is_archived=situation is Situation.ARCHIVED,
        has_ceased=situation is Situation.CEASED,
        pays_at_order=situation is Situation.PAYS_AT_ORDER,
    )


@pytest.mark.parametrize(("situation", "grade", "cell"), CELLS)
def test_the_default_table(situation: Situation, grade: CreditGrade, cell: str) -> None:
    decision = decide(CreditPolicy(), _facts(situation, grade), eur("100"))
    reasons = {reason.code: reason.action for reason in decision.reasons}
    code = CODES[situation]
    if cell == "accept":
        assert code not in reasons
    elif cell.isdecimal():
        assert reasons[code] is Action.DEPOSIT
        assert decision.deposit >= eur(cell)
    else:
        assert reasons[code] is Action(cell)
        assert decision.action.strictness >= Action(cell).strictness


def test_every_cell_of_the_table_is_tested() -> None:
    assert {(situation, grade) for situation, grade, _ in CELLS} == {
        (situation, grade) for situation in Situation for grade in CreditGrade
    }


@pytest.mark.parametrize(
    ("used", "amount", "code"),
    [
        ("699.99", "100", None),
        ("700", "100", "credit.limit_near"),
        ("900", "100", "credit.limit_near"),
        ("900.01", "100", "credit.limit_exceeded"),
        ("-50", "1050", "credit.limit_near"),
        ("-50", "1050.01", "credit.limit_exceeded"),
    ],
)
def test_where_near_and_over_begin(used: str, amount: str, code: str | None) -> None:
    policy = CreditPolicy()
    for situation in (Situation.NEAR_LIMIT, Situation.OVER_LIMIT):
        policy = policy.with_rule(CreditGrade.A, situation, Rule(Action.APPROVAL))
    facts = replace(_facts(Situation.WITHIN_LIMIT, CreditGrade.A), limits=(_limit(used),))
    assert decide(policy, facts, eur(amount)).codes == (() if code is None else (code,))


def test_without_a_limit_nothing_is_exceeded() -> None:
    facts = replace(_facts(Situation.WITHIN_LIMIT, CreditGrade.UNKNOWN), limits=())
    assert decide(CreditPolicy(), facts, eur("1000000")).action is Action.ACCEPT


def test_both_limits_hold() -> None:
    facts = replace(
        _facts(Situation.WITHIN_LIMIT, CreditGrade.A),
        limits=(_limit("100"), _limit("990", scope=LimitScope.GROUP)),
    )
    decision = decide(CreditPolicy(), facts, eur("20"))
    assert decision.codes == ("credit.group_limit_exceeded",)
    assert (decision.overrun, decision.limit) == (eur("10"), eur("1000"))


def test_the_strictest_rule_wins_and_somebody_answers_for_the_larger_amount() -> None:
    facts = replace(_facts(Situation.OVER_LIMIT, CreditGrade.A), late=eur("5000"))
    decision = decide(CreditPolicy(), facts, eur("100"))
    assert decision.action is Action.APPROVAL
    assert set(decision.codes) == {"credit.limit_exceeded", "credit.overdue"}
    assert (decision.overrun, decision.at_stake) == (eur("50"), eur("100"))
    only_limit = decide(CreditPolicy(), replace(facts, late=eur("0")), eur("100"))
    assert only_limit.at_stake == eur("50")


def test_a_deposit_that_is_there_is_asked_for_no_more() -> None:
    facts = _facts(Situation.WITHIN_LIMIT, CreditGrade.E)
    for credit, action in (("49.99", Action.DEPOSIT), ("50", Action.ACCEPT)):
        decision = decide(CreditPolicy(), replace(facts, credit=eur(credit)), eur("100"))
        assert decision.action is action
    assert decision.deposit_met == eur("50")


@pytest.mark.parametrize(
    ("action", "percent", "good"),
    [
        (Action.DEPOSIT, "0", False),
        (Action.DEPOSIT, "100.01", False),
        (Action.DEPOSIT, "100", True),
        (Action.HOLD, "10", False),
        (Action.ACCEPT, "0", True),
    ],
)
def test_only_a_deposit_has_a_percentage(action: Action, percent: str, good: bool) -> None:
    if good:
        Rule(action, Decimal(percent))
        return
    with pytest.raises(RuleError, match=r"credit\.bad_deposit_percent"):
        Rule(action, Decimal(percent))


def test_a_policy_with_a_hole_or_a_wild_figure_is_refused() -> None:
    policy = CreditPolicy()
    table = {key: row for key, row in policy.table.items() if key is not Situation.CEASED}
    with pytest.raises(RuleError, match=r"credit\.incomplete_table"):
        CreditPolicy(table=table)
    for name, value in (("near_percent", Decimal(0)), ("overdue_days", -1), ("review_months", 0)):
        with pytest.raises(RuleError, match=r"credit\.bad_policy_figure"):
            replace(policy, **{name: value})
