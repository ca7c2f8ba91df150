"""The next instalment of each payment plan under way, as matching expects it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.dunning.payment_plan import PaymentPlan, judge_plan, shared_out
from otc_desktop.domain.dunning.promise import Claim, Settled
from otc_desktop.domain.matching.candidates import PlannedPart
from otc_desktop.domain.shared.ids import CustomerId


def planned_parts(uow: UnitOfWork) -> Mapping[CustomerId, Sequence[PlannedPart]]:
    """By customer; whatever is left of an instalment, laid on the oldest documents first."""
    plans = [plan for plan in uow.payment_plans.since(date.max) if plan.is_in_force]
    if not plans:
        return {}
    settled = uow.promises.settled({plan.customer_id for plan in plans})
    numbers = uow.payment_plans.numbers_of([plan.id for plan in plans])
    claims = {
        claim.id: claim
        for claim in uow.promises.claims({each for found in numbers.values() for each in found})
    }
    found: dict[CustomerId, list[PlannedPart]] = defaultdict(list)
    for plan in plans:
        part = _next(plan, settled, [claims[item_id] for item_id in plan.item_ids])
        if part is not None:
            found[plan.customer_id].append(part)
    return found


def _next(
    plan: PaymentPlan, settled: Sequence[Settled], claims: Sequence[Claim]
) -> PlannedPart | None:
    # Late or not, the money that comes is meant for the first instalment not paid in full.
    for standing in judge_plan(plan, settled, as_of=date.max).instalments:
        left = standing.instalment.amount - standing.received
        if left.amount > 0:
            parts = shared_out(left, [claim for claim in claims if claim.open.amount > 0])
            return PlannedPart(
                number=plan.number,
                amount=left,
                due_on=standing.instalment.due_on,
                parts=tuple((part.item_id, part.amount) for part in parts),
            )
    return None
