"""Promises to pay that can still be kept: what they cover is left in peace."""

from collections.abc import Sequence
from datetime import date, timedelta

from otc_desktop.application.kernel.unit_of_work import UnitOfWork
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


def may_still_leave(uow: UnitOfWork, notice_id: ReminderId, on: date) -> bool:
    """Whether a reminder that waits may go: something is due, and nothing of it promised.

    One promised item keeps the whole letter back: whoever has just promised is not chased.
    """
    if not uow.dunning.is_still_due(notice_id):
        return False
    claims = uow.dunning.claims_of(notice_id)
    return not promised_items(uow, claims, on) & {claim.id for claim in claims}
