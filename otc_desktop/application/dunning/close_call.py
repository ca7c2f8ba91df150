"""Note how a call went; what comes next follows in the same step."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from otc_desktop.application.dunning.call_list import Debt, callable_debts
from otc_desktop.application.dunning.log_call import LogCall, keep_call
from otc_desktop.application.dunning.plan_reminders import (
    ReminderPlan,
    plans_of,
    with_recipients,
)
from otc_desktop.application.dunning.record_promise import RecordPromise, keep_promise
from otc_desktop.application.dunning.run_reminders import DONE, WAITING, freeze
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.disputing import open_dispute_on, uncontested
from otc_desktop.application.kernel.lookups import customer_by_code
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.disputes.dispute import Dispute, DisputeReason
from otc_desktop.domain.dunning.call import Call, CallDirection, CallOutcome, next_call_day
from otc_desktop.domain.dunning.planner import PlannedReminder, escalate
from otc_desktop.domain.dunning.promise import Promise
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseTold:
    """What was promised on the telephone; without an amount, all that is asked for."""

    on: date
    amount: Decimal | None = None
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeTold:
    """What was contested on the telephone; without an amount, all that is open."""

    number: str
    reason: DisputeReason = DisputeReason.OTHER
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseCall:
    """Ask for a call to be noted with what follows from its outcome."""

    customer: str
    outcome: CallOutcome
    direction: CallDirection = CallDirection.OUTGOING
    contact: str = ""
    phone: str = ""
    text: str = ""
    promise: PromiseTold | None = None
    dispute: DisputeTold | None = None
    next_call_on: date | None = None
    next_call_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedCall:
    """The call, and what came of it; `proposed` is the next step, which waits for approval."""

    call: Call
    promise: Promise | None = None
    dispute: Dispute | None = None
    proposed: PlannedReminder | None = None


@use_case(permission=Permission.LOG_CONTACTS)
def close_call(command: CloseCall, ctx: Context, task: Task) -> ClosedCall:
    """Keep a call, and in the same transaction its promise, dispute or next step.

    A promise and a dispute withhold reminders; whoever refuses has the next written step
    proposed; whoever was not reached is called again on another day; a wrong number stays a
    task until the customer's file is mended.

    Raises:
        NotFoundError: `customers.unknown_code`, `receivables.item_not_found`.
        PermissionDenied: `security.permission_denied`, for a dispute.
        RuleError: `dunning.call_needs_promise`, `dunning.call_needs_dispute`,
            `dunning.call_needs_day`, and what the call, the promise or the dispute refuses.
    """
    _refuse_incomplete(command)
    with ctx.unit_of_work() as uow:
        customer = customer_by_code(uow, command.customer)
        call = keep_call(
            uow,
            ctx,
            LogCall(
                customer_id=customer.id,
                direction=command.direction,
                outcome=command.outcome,
                contact=command.contact,
                phone=command.phone,
                text=command.text,
                next_call_on=command.next_call_on or next_call_day(command.outcome, on=ctx.today),
                next_call_at=command.next_call_at,
            ),
        )
        promise = dispute = proposed = None
        if command.promise is not None:
            promise = _promise(uow, ctx, customer, command, command.promise)
        if command.dispute is not None:
            dispute = _dispute(uow, ctx, customer, command.dispute)
        if command.outcome is CallOutcome.REFUSED:
            proposed = _propose(uow, ctx, customer)
        if command.outcome.is_talk:
            for notice_id in uow.dunning.waiting_calls().get(customer.id, ()):
                uow.dunning.set_status(notice_id, DONE)
        return uow.commit(
            ClosedCall(call=call, promise=promise, dispute=dispute, proposed=proposed)
        )


def _refuse_incomplete(command: CloseCall) -> None:
    if (command.outcome is CallOutcome.PROMISED) != (command.promise is not None):
        raise RuleError("dunning.call_needs_promise", where="promise")
    if (command.outcome is CallOutcome.DISPUTED) != (command.dispute is not None):
        raise RuleError("dunning.call_needs_dispute", where="dispute")
    if command.outcome is CallOutcome.CALL_BACK and command.next_call_on is None:
        raise RuleError("dunning.call_needs_day", where="next_call_on")


def _promise(
    uow: UnitOfWork, ctx: Context, customer: Customer, command: CloseCall, told: PromiseTold
) -> Promise:
    debt = callable_debts(uow, ctx.today, only=customer.id).get(customer.id)
    amount = None
    if told.amount is not None:
        amount = Money(told.amount, _currency(uow, told, debt))
    elif debt is not None and not told.numbers:
        amount = debt.asked
    return keep_promise(
        uow,
        ctx,
        RecordPromise(
            customer_id=customer.id,
            promised_on=told.on,
            amount=amount,
            numbers=told.numbers,
            made_by=command.contact,
            text=command.text,
        ),
    )


def _currency(uow: UnitOfWork, told: PromiseTold, debt: Debt | None) -> Currency:
    """Of what is promised: the documents named, else what is asked for."""
    claims = uow.promises.claims(told.numbers)
    if claims:
        return claims[0].open.currency
    return uow.company.get().currency if debt is None else debt.asked.currency


def _dispute(uow: UnitOfWork, ctx: Context, customer: Customer, told: DisputeTold) -> Dispute:
    ctx.user.require(Permission.HANDLE_DISPUTES)
    item = uow.open_items.get_by_number(told.number)
    if item.customer_id != customer.id:
        raise RuleError("dunning.dispute_other_customer", where="number", number=item.number)
    left = uncontested(uow, item)
    if left.amount <= 0:
        raise RuleError("disputes.nothing_open", where="number", number=item.number)
    amount = left if told.amount is None else Money(told.amount, left.currency)
    if amount > left:
        raise RuleError(
            "disputes.beyond_open", where="amount", number=item.number, amount=amount, open=left
        )
    return open_dispute_on(uow, ctx, item, told.reason, amount)


def _propose(uow: UnitOfWork, ctx: Context, customer: Customer) -> PlannedReminder | None:
    """The next step beyond a call, kept as waiting for approval; None where none is left."""
    debt = callable_debts(uow, ctx.today, only=customer.id).get(customer.id)
    if debt is None:
        return None
    uow.dunning.lock_planning()
    kept = uow.dunning_plans.plans()
    debtors = with_recipients(uow, uow.dunning.debtors([customer.id]))
    plan = plans_of(uow, debtors, debt.items, [each.plan for each in kept])[customer.id]
    reminder = escalate(debt.items, debtors[customer.id], plan)
    if reminder is None:
        return None
    revisions = {each.plan.code: each.revision for each in kept}
    today = ReminderPlan(ctx.today, (reminder,), (), revisions)
    return reminder if freeze(uow, ctx, reminder, today, status=WAITING) is not None else None
