"""Promises to pay that can still be kept: what they cover is left in peace."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.dunning.payment_plan import PlanStanding, judge_plan, under_plan
from otc_desktop.domain.dunning.promise import Claim, judge, under_promise
from otc_desktop.domain.shared.ids import OpenItemId, ReminderId

# Two business days of grace never span more, whatever holidays and weekends meet.
_LONGEST_GRACE = timedelta(days=10)


def promised_items(uow: UnitOfWork, claims: Sequence[Claim], on: date) -> frozenset[OpenItemId]:
    """Those of the claims that are under a promise on a day."""
    promises = uow.promises.not_due_before(on - _LONGEST_GRACE)
    if not promises:
        return frozenset()
    settled = uow.promises.settled({promise.customer_id for promise in promises})
    return under_promise(judge(promises, settled, as_of=on), claims)


def plans_of_items(
    uow: UnitOfWork, item_ids: Collection[OpenItemId], on: date
) -> Sequence[PlanStanding]:
    """Where the payment plans of these items stand on a day."""
    plans = uow.payment_plans.of_items(item_ids)
    if not plans:
        return ()
    settled = uow.promises.settled({plan.customer_id for plan in plans})
    return [judge_plan(plan, settled, as_of=on) for plan in plans if plan.agreed_on <= on]


def may_still_leave(uow: UnitOfWork, notice_id: ReminderId, on: date) -> bool:
    """Whether a reminder that waits may go: something is due, nothing of it promised or planned.

    One promised item keeps the whole letter back: whoever has just promised is not chased.
    """
    if not uow.dunning.is_still_due(notice_id):
        return False
    claims = uow.dunning.claims_of(notice_id)
    ids = {claim.id for claim in claims}
    held = promised_items(uow, claims, on) | under_plan(plans_of_items(uow, ids, on))
    elsewhere = uow.handovers.handed_over() | uow.direct_debits.collected()
    return not (held | elsewhere) & ids
