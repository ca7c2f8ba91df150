"""`otc rebate`."""

from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from otc_desktop.application.invoicing.accrue_rebates import AccrueRebates, accrue_rebates
from otc_desktop.application.invoicing.agree_rebate import (
    AgreeRebate,
    EndRebate,
    agree_rebate,
    end_rebate,
)
from otc_desktop.application.invoicing.read_rebates import (
    ReadRebates,
    RebateState,
    read_rebates,
)
from otc_desktop.application.invoicing.settle_rebate import SettleRebate, settle_rebate
from otc_desktop.application.kernel.task import Task
from otc_desktop.cli.house import House
from otc_desktop.cli.json_output import amount
from otc_desktop.domain.invoicing.rebate import RebateMethod
from otc_desktop.domain.shared.errors import NotFoundError, RuleError


def agree(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Keep an agreement."""
    command = AgreeRebate(
        customer=options.customer,
        first=options.first,
        last=options.last,
        tiers=tuple(_tier(text) for text in options.tier),
        reference=options.reference,
        method=RebateMethod(options.method),
        family=options.family,
    )
    kept = house.use_cases.run(agree_rebate, command, task)
    return {"id": str(kept.id), "reference": kept.reference, "status": kept.status.value}


def list_rebates(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Agreements with what they have earned."""
    states = house.use_cases.run(
        read_rebates, ReadRebates(customer=options.customer, on=options.on), task
    )
    return {"rebates": [_json(state) for state in states]}


def accrue(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Accrue what is earned on a day."""
    changed = house.use_cases.run(accrue_rebates, AccrueRebates(on=options.on), task)
    return {
        "accrued": [
            {"reference": each.agreement.reference, "change": amount(each.change)}
            for each in changed
        ]
    }


def settle(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Prepare the credit note of an agreement."""
    state = _named(house, options.reference, task)
    draft = house.use_cases.run(settle_rebate, SettleRebate(agreement_id=state.agreement.id), task)
    totals = draft.totals()
    return {
        "id": str(draft.id),
        "total_excl_tax": amount(totals.total_excl_tax),
        "total_vat": amount(totals.total_vat),
        "total_incl_tax": amount(totals.total_incl_tax),
    }


def end(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Give an agreement up."""
    agreement = _named(house, options.reference, task).agreement
    command = EndRebate(agreement_id=agreement.id, version=agreement.version)
    ended = house.use_cases.run(end_rebate, command, task)
    return {"reference": ended.reference, "status": ended.status.value}


def _named(house: House, reference: str, task: Task) -> RebateState:
    states = house.use_cases.run(read_rebates, ReadRebates(), task)
    found = [each for each in states if _is(each, reference)]
    if not found:
        raise NotFoundError("rebates.not_found", id=reference)
    return found[0]


def _is(state: RebateState, reference: str) -> bool:
    try:
        return state.agreement.id == UUID(reference)
    except ValueError:
        return state.agreement.reference == reference


def _json(state: RebateState) -> dict[str, Any]:
    agreement, earned = state.agreement, state.earned
    return {
        "id": str(agreement.id),
        "reference": agreement.reference,
        "customer": state.customer.code,
        "from": agreement.first,
        "to": agreement.last,
        "family": agreement.family,
        "method": agreement.method.value,
        "status": agreement.status.value,
        "turnover": amount(earned.turnover),
        "percent": None if earned.percent is None else f"{earned.percent.normalize():f}",
        "next_tier": None if earned.next_tier is None else str(earned.next_tier.turnover),
        "missing": None if earned.missing is None else amount(earned.missing),
        "earned_excl_tax": amount(earned.excl_tax),
        "earned_vat": amount(earned.vat),
        "accrued_incl_tax": amount(state.accrued),
    }


def _tier(text: str) -> tuple[Decimal, Decimal]:
    turnover, equals, percent = text.partition("=")
    try:
        return Decimal(turnover), Decimal(percent if equals else "")
    except InvalidOperation as problem:
        raise RuleError("rebates.without_tier", where="tiers") from problem
