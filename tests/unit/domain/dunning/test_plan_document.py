"""A plan as a document, and which plan a customer follows."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from otc_desktop.domain.dunning.plan import (
    STANDARD_PLAN,
    Channel,
    DunningStep,
    PlanRule,
    RuleKind,
    choose_plan,
)
from otc_desktop.domain.dunning.plan_document import document_of, plan_of
from otc_desktop.domain.shared.errors import RuleError

FIRM = replace(STANDARD_PLAN, code="firm", name="Ferme", rules=(PlanRule(RuleKind.GRADE, "D"),))
LARGE = replace(
    STANDARD_PLAN, code="large", name="Gros", rules=(PlanRule(RuleKind.AMOUNT, "10000"),)
)
HOTELS = replace(
    STANDARD_PLAN, code="hotels", name="Hôtels", rules=(PlanRule(RuleKind.GROUP, "Hotels"),)
)


def test_a_plan_survives_its_document() -> None:
    plan = replace(FIRM, minimum_amount=Decimal("15.50"), rules=(*FIRM.rules, *LARGE.rules))
    assert plan_of(document_of(plan)) == plan


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"steps": []}, "dunning.no_steps"),
        ({"code": "Très gros"}, "dunning.bad_plan_code"),
        ({"name": ""}, "dunning.missing_plan_name"),
        ({"surprise": 1}, "dunning.bad_plan_file"),
        ({"minimum_gap_days": "7"}, "dunning.bad_plan_file"),
        ({"minimum_amount": "1.234"}, "dunning.bad_minimum"),
        ({"minimum_amount": "NaN"}, "dunning.bad_minimum"),
        ({"rules": [{"kind": "moon", "value": "x"}]}, "dunning.bad_plan_file"),
        ({"rules": [{"kind": "amount", "value": "x"}]}, "dunning.bad_minimum"),
        ({"steps": [{"number": 0, "offset_days": 1, "channel": "email"}]}, "dunning.unknown_tone"),
        ({"steps": [{"number": 0, "offset_days": 9999, "channel": "call"}]}, "dunning.bad_offset"),
    ],
)
def test_a_strange_document_is_refused_by_name(change: dict[str, Any], code: str) -> None:
    with pytest.raises(RuleError) as refusal:
        plan_of({**document_of(STANDARD_PLAN), **change})
    assert refusal.value.code == code


def test_two_steps_share_neither_number_nor_day() -> None:
    call = DunningStep(number=9, offset_days=11, channel=Channel.CALL)
    with pytest.raises(RuleError, match=r"dunning.offset_twice"):
        replace(STANDARD_PLAN, steps=(*STANDARD_PLAN.steps, call))
    with pytest.raises(RuleError, match=r"dunning.step_twice"):
        replace(STANDARD_PLAN, steps=(*STANDARD_PLAN.steps, replace(call, number=2, offset_days=4)))


@pytest.mark.parametrize(
    ("chosen", "group", "grade", "amount", "code"),
    [
        ("standard", "", "", "0", "standard"),
        ("firm", "Hotels", "A", "99999", "firm"),
        ("gone", "", "", "0", "standard"),
        ("standard", "Hotels", "D", "99999", "hotels"),
        ("standard", "Others", "D", "99999", "firm"),
        ("standard", "Others", "A", "10000", "large"),
        ("standard", "Others", "A", "9999.99", "standard"),
    ],
)
def test_choice_then_group_then_grade_then_amount(
    chosen: str, group: str, grade: str, amount: str, code: str
) -> None:
    plans = (STANDARD_PLAN, FIRM, LARGE, HOTELS)
    found = choose_plan(plans, chosen=chosen, group=group, grade=grade, amount=Decimal(amount))
    assert found.code == code
