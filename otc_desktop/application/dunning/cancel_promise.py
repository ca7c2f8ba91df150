"""Call a promise off."""

from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.dunning.promise import Promise
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import PromiseId


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelPromise:
    """Ask for a promise to be called off, and say why."""

    promise_id: PromiseId
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseCancelled(Event):
    """A promise no longer counts."""

    amount: str
    reason: str
    author: str


@use_case(permission=Permission.LOG_CONTACTS)
def cancel_promise(command: CancelPromise, ctx: Context, task: Task) -> Promise:
    """Cancel a promise: it is neither kept nor broken, and its invoices are reminded of again.

    Raises:
        NotFoundError: `dunning.promise_not_found`.
        RuleError: `dunning.promise_already_cancelled`, `dunning.promise_needs_reason`.
    """
    with ctx.unit_of_work() as uow:
        promise = uow.promises.get(command.promise_id).cancel(command.reason, on=ctx.today)
        uow.promises.save(promise)
        uow.record(
            PromiseCancelled(
                subject_id=promise.id,
                customer_id=promise.customer_id,
                amount=str(promise.amount),
                reason=promise.cancel_reason,
                author=ctx.user.name,
            )
        )
        return uow.commit(promise)
