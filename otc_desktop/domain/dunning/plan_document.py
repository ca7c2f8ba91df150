"""A dunning plan as a document: how it is kept, read from a file and shown by the console."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, TypeVar

from otc_desktop.domain.dunning.plan import (
    TONES,
    Channel,
    DunningPlan,
    DunningStep,
    Enclosure,
    PlanRule,
    RuleKind,
    Thanks,
)
from otc_desktop.domain.shared.errors import RuleError

KindT = TypeVar("KindT", bound=StrEnum)
_PLAN_KEYS = frozenset(
    "code name minimum_gap_days freshness_days minimum_amount business_days_only thanks rules"
    " steps".split()
)
_STEP_KEYS = frozenset(
    "number offset_days channel tone needs_approval minimum_amount enclosures"
    " copies_salesperson prints_interest".split()
)


def document_of(plan: DunningPlan) -> dict[str, Any]:
    """The plan in plain values; amounts are strings with a point."""
    return {
        "code": plan.code,
        "name": plan.name,
        "minimum_gap_days": plan.minimum_gap_days,
        "freshness_days": plan.freshness_days,
        "minimum_amount": f"{plan.minimum_amount:.2f}",
        "business_days_only": plan.business_days_only,
        "thanks": plan.thanks.value,
        "rules": [{"kind": rule.kind.value, "value": rule.value} for rule in plan.rules],
        "steps": [
            {
                "number": step.number,
                "offset_days": step.offset_days,
                "channel": step.channel.value,
                "tone": step.tone,
                "needs_approval": step.needs_approval,
                "minimum_amount": f"{step.minimum_amount:.2f}",
                "enclosures": [each.value for each in step.enclosures],
                "copies_salesperson": step.copies_salesperson,
                "prints_interest": step.prints_interest,
            }
            for step in plan.steps
        ],
    }


def plan_of(document: object) -> DunningPlan:
    """A plan from plain values, as a stranger may have written them.

    Raises:
        RuleError: `dunning.bad_plan_file` naming the key, and what DunningPlan refuses.
    """
    fields = _mapping(document, _PLAN_KEYS, "plan")
    return DunningPlan(
        code=_text(fields, "code"),
        name=_text(fields, "name"),
        minimum_gap_days=_whole(fields, "minimum_gap_days", 7),
        freshness_days=_whole(fields, "freshness_days", 10),
        minimum_amount=_amount(fields, "minimum_amount"),
        business_days_only=_flag(fields, "business_days_only", usual=True),
        thanks=_kind(Thanks, _text(fields, "thanks", Thanks.NEVER.value), "thanks"),
        rules=tuple(
            _rule(each, f"rules[{place}]") for place, each in enumerate(_list(fields, "rules"))
        ),
        steps=tuple(
            _step(each, f"steps[{place}]") for place, each in enumerate(_list(fields, "steps"))
        ),
    )


def _rule(document: object, where: str) -> PlanRule:
    fields = _mapping(document, frozenset(("kind", "value")), where)
    return PlanRule(_kind(RuleKind, _text(fields, "kind"), where), _text(fields, "value"))


def _step(document: object, where: str) -> DunningStep:
    fields = _mapping(document, _STEP_KEYS, where)
    tone = _text(fields, "tone", "")
    if tone and tone not in TONES:
        raise _bad(f"{where}.tone")
    return DunningStep(
        number=_whole(fields, "number", None),
        offset_days=_whole(fields, "offset_days", None),
        channel=_kind(Channel, _text(fields, "channel"), f"{where}.channel"),
        template=TONES.get(tone, ""),
        needs_approval=_flag(fields, "needs_approval", usual=True),
        minimum_amount=_amount(fields, "minimum_amount"),
        enclosures=tuple(
            _kind(Enclosure, each, f"{where}.enclosures") for each in _list(fields, "enclosures")
        ),
        copies_salesperson=_flag(fields, "copies_salesperson", usual=False),
        prints_interest=_flag(fields, "prints_interest", usual=False),
    )


def _mapping(document: object, keys: frozenset[str], where: str) -> Mapping[str, Any]:
    if not isinstance(document, dict):
        raise _bad(where)
    strange = sorted(str(key) for key in document if key not in keys)
    if strange:
        raise _bad(f"{where}.{strange[0]}")
    return document


def _list(fields: Mapping[str, Any], key: str) -> list[object]:
    value = fields.get(key, [])
    if not isinstance(value, list):
        raise _bad(key)
    return value


def _text(fields: Mapping[str, Any], key: str, usual: str | None = None) -> str:
    value = fields.get(key, usual)
    if not isinstance(value, str):
        raise _bad(key)
    return value.strip()


def _whole(fields: Mapping[str, Any], key: str, usual: int | None) -> int:
    value = fields.get(key, usual)
    if not isinstance(value, int) or isinstance(value, bool):
        raise _bad(key)
    return value


def _flag(fields: Mapping[str, Any], key: str, *, usual: bool) -> bool:
    value = fields.get(key, usual)
    if not isinstance(value, bool):
        raise _bad(key)
    return value


def _amount(fields: Mapping[str, Any], key: str) -> Decimal:
    try:
        return Decimal(_text(fields, key, "0"))
    except InvalidOperation as problem:
        raise _bad(key) from problem


def _kind(kinds: type[KindT], value: object, where: str) -> KindT:
    try:
        return kinds(str(value))
    except ValueError as problem:
        raise _bad(where) from problem


def _bad(where: str) -> RuleError:
    return RuleError("dunning.bad_plan_file", where=where, field=where)
