"""The one gate that everything sold on credit passes: order, delivery, invoice, reopening.

Programs are got around by closing an order, entering it again, or splitting it. So every
gate weighs the customer as it stands now, with what every other order makes up, behind a
lock on the head of its group; nothing is remembered from the last time but an agreement,
which has an amount, reasons and an end.
"""

from dataclasses import dataclass, replace
from datetime import timedelta

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.repositories.credit import Group
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.credit.approval import needs_no_end
from otc_desktop.domain.credit.credit_file import CreditFile
from otc_desktop.domain.credit.decision import (
    CreditDecision,
    CreditFacts,
    Limit,
    LimitScope,
    decide,
)
from otc_desktop.domain.credit.exposure import Exposure, exposure_of_group
from otc_desktop.domain.credit.policy import Action, CreditPolicy
from otc_desktop.domain.credit.trace import (
    CreditRequest,
    DecisionKind,
    Gate,
    RequestStatus,
    TracedDecision,
)
from otc_desktop.domain.sales.commitment import adjustments_value, undelivered_value
from otc_desktop.domain.sales.sales_order import OrderStatus, SalesOrder
from otc_desktop.domain.security.approval_limits import require_authority
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import CustomerId, SalesOrderId
from otc_desktop.domain.shared.money import Money, total


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderHeld(Event):
    """An order that was accepted before is held: its customer's credit has changed."""

    number: str
    holds: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A customer weighed at a gate: the facts, the rules, and what they say.

    `amount` is what would come on top of the exposure, `whole` the order or document.
    """

    file: CreditFile
    group: Group
    policy: CreditPolicy
    facts: CreditFacts
    decision: CreditDecision
    amount: Money
    whole: Money


def order_holds(uow: UnitOfWork, ctx: Context, order: SalesOrder, gate: Gate) -> tuple[str, ...]:
    """What holds an order at a gate; empty when it may go on. Each gate calls this once.

    A held order is put into the queue of requests; one that may go on leaves it. The order
    is given as it would be after the step: with the lines of an amendment, for instance.
    """
    weighed = weigh_order(uow, ctx, order)
    decision = weighed.decision
    if decision.action is Action.ACCEPT or _is_covered(uow, ctx, order, weighed):
        _let_pass(uow, ctx, order, weighed, gate)
        return ()
    _queue(uow, ctx, order, weighed, gate)
    return decision.codes


def require_good_order(uow: UnitOfWork, ctx: Context, order: SalesOrder, gate: Gate) -> None:
    """Stop a step of an accepted order whose customer is not good for it any more.

    The order is held, and that is committed: the refusal leaves it in the queue.

    Raises:
        RuleError: `credit.order_held`.
    """
    if order.status is not OrderStatus.CONFIRMED:
        return  # the order itself refuses what its state forbids
    holds = order_holds(uow, ctx, order, gate)
    if not holds:
        return
    uow.sales_orders.save(order.hold(holds))
    uow.record(
        OrderHeld(
            subject_id=order.id, customer_id=order.customer_id, number=order.number, holds=holds
        )
    )
    uow.commit(None)
    raise RuleError("credit.order_held", number=order.number, reasons=holds)


def require_credit(
    uow: UnitOfWork, ctx: Context, customer_id: CustomerId, *, amount: Money, gate: Gate
) -> None:
    """Stop what needs no order, such as an invoice of its own, unless the user may agree.

    Where the rules are against it, a user whose limit covers it agrees by doing it, and the
    agreement is kept; anybody else is refused.

    Raises:
        ApprovalRequired: `credit.beyond_your_limit`, `credit.needs_unlimited_role`.
    """
    group = uow.credit.lock_group(customer_id)
    weighed = _weigh(uow, ctx, customer_id, group, amount=amount, whole=amount)
    _require_or_trace(uow, ctx, weighed, gate)


def require_sound_customer(
    uow: UnitOfWork, ctx: Context, customer_id: CustomerId, gate: Gate
) -> None:
    """Stop the unblocking of a customer who would be blocked again by the rules.

    Called with the file as it was; that it is blocked or archived is left aside.

    Raises:
        ApprovalRequired: `credit.beyond_your_limit`, `credit.needs_unlimited_role`.
    """
    group = uow.credit.lock_group(customer_id)
    nothing = Money.zero(uow.company.get().currency)
    weighed = _weigh(uow, ctx, customer_id, group, amount=nothing, whole=nothing)
    facts = replace(weighed.facts, is_blocked=False, is_archived=False, pays_at_order=False)
    decision = decide(weighed.policy, facts, nothing)
    _require_or_trace(uow, ctx, replace(weighed, facts=facts, decision=decision), gate)


def weigh_order(uow: UnitOfWork, ctx: Context, order: SalesOrder, *, lock: bool = True) -> Weighed:
    """Weigh an order as it would be after the step; the head of the group is locked.

    Who only looks takes no lock.
    """
    credit = uow.credit
    group = (credit.lock_group if lock else credit.group_of)(order.customer_id)
    amount = undelivered_value(order)
    if not uow.invoices.has_invoice_of_order(order.id):
        amount += adjustments_value(order)
    return _weigh(
        uow,
        ctx,
        order.customer_id,
        group,
        amount=amount,
        whole=order.totals().total_incl_tax,
        order_id=order.id,
    )


def _weigh(
    uow: UnitOfWork,
    ctx: Context,
    customer_id: CustomerId,
    group: Group,
    *,
    amount: Money,
    whole: Money,
    order_id: SalesOrderId | None = None,
) -> Weighed:
    file = uow.credit.file(customer_id)
    policy = uow.credit.policy()
    nothing = Money.zero(amount.currency)
    counted = nothing if order_id is None else uow.credit.counted_of(order_id)
    exposures = dict(uow.credit.exposures(group.member_ids))
    own = exposures[customer_id]
    own = exposures[customer_id] = replace(own, ordered=own.ordered - counted)
    others = [
        each
        for each in uow.credit.standing_approvals(group.member_ids, today=ctx.today)
        if each.order_id != order_id
    ]
    # Only what was accepted before and has not grown is spared the others' agreed overruns.
    is_new = order_id is None or not counted or amount > counted

    def beyond(members: tuple[CustomerId, ...]) -> Money:
        if is_new:
            return nothing
        return total(
            (each.beyond for each in others if each.customer_id in members), amount.currency
        )

    taken = total(
        (each.deposit for each in others if each.customer_id == customer_id), amount.currency
    )
    facts = CreditFacts(
        grade=file.grade.grade,
        limits=tuple(
            Limit(
                scope=scope,
                amount=limit,
                exposure=exposure,
                allowed_beyond=beyond(members),
            )
            for scope, limit, exposure, members in _limits(uow, file, group, own, exposures)
        ),
        late=uow.credit.late(
            customer_id, due_before=ctx.today - timedelta(days=policy.overdue_days)
        ),
        credit=max(uow.credit.on_account(customer_id) - taken, nothing),
        is_blocked=file.is_blocked,
        is_archived=file.is_archived,
        has_ceased=file.ceased_on is not None and file.ceased_on <= ctx.today,
        pays_at_order=file.pays_at_order,
    )
    return Weighed(
        file=file,
        group=group,
        policy=policy,
        facts=facts,
        decision=decide(policy, facts, amount),
        amount=amount,
        whole=whole,
    )


def _limits(
    uow: UnitOfWork,
    file: CreditFile,
    group: Group,
    own: Exposure,
    exposures: dict[CustomerId, Exposure],
) -> list[tuple[LimitScope, Money, Exposure, tuple[CustomerId, ...]]]:
    """The customer's own limit, and the head's for the whole group: both hold."""
    found: list[tuple[LimitScope, Money, Exposure, tuple[CustomerId, ...]]] = []
    is_group = len(group.member_ids) > 1
    is_head = group.head_id == file.customer_id
    if file.limit is not None and not (is_group and is_head):
        found.append((LimitScope.CUSTOMER, file.limit, own, (file.customer_id,)))
    if is_group:
        head = file if is_head else uow.credit.file(group.head_id)
        if head.limit is not None:
            together = exposure_of_group(exposures.values(), own.open_items.currency)
            found.append((LimitScope.GROUP, head.limit, together, group.member_ids))
    return found


def _is_covered(uow: UnitOfWork, ctx: Context, order: SalesOrder, weighed: Weighed) -> bool:
    approval = uow.credit.approval_of(order.id)
    return approval is not None and approval.covers(
        weighed.decision, weighed.whole, weighed.facts.credit, today=ctx.today
    )


def _let_pass(
    uow: UnitOfWork, ctx: Context, order: SalesOrder, weighed: Weighed, gate: Gate
) -> None:
    """The cause of a hold is gone, or there never was one."""
    request = uow.credit.open_request(order.id)
    if request is not None:
        uow.credit.save_request(replace(request, status=RequestStatus.LIFTED, settled_on=ctx.today))
    if request is not None:
        trace(uow, ctx, weighed, DecisionKind.LIFTED, order_id=order.id, gate=gate)
    elif weighed.decision.deposit_met:  # that money is spoken for: it lets no other order go
        trace(uow, ctx, weighed, DecisionKind.PASSED, order_id=order.id, gate=gate)


def _queue(uow: UnitOfWork, ctx: Context, order: SalesOrder, weighed: Weighed, gate: Gate) -> None:
    """The order waits for somebody; asked again, the request is brought up to date."""
    decision = weighed.decision
    known = uow.credit.open_request(order.id)
    request = CreditRequest(
        id=ctx.new_id() if known is None else known.id,
        order_id=order.id,
        customer_id=order.customer_id,
        status=RequestStatus.OPEN if known is None else known.status,
        gate=gate,
        action=decision.action.value,
        codes=decision.codes,
        amount=weighed.whole,
        overrun=decision.overrun,
        deposit=decision.deposit if known is None else max(decision.deposit, known.deposit),
        asked_on=ctx.today if known is None else known.asked_on,
        asked_by="" if known is None else known.asked_by,
        note="" if known is None else known.note,
        wanted_until=None if known is None else known.wanted_until,
        version=1 if known is None else known.version,
    )
    if known is None:
        uow.credit.add_request(request)
        trace(uow, ctx, weighed, DecisionKind.HELD, order_id=order.id, gate=gate)
    elif request != known:
        uow.credit.save_request(request)


def _require_or_trace(uow: UnitOfWork, ctx: Context, weighed: Weighed, gate: Gate) -> None:
    if weighed.decision.action is Action.ACCEPT:
        return
    require_user(uow, ctx, weighed.decision)
    trace(uow, ctx, weighed, DecisionKind.PASSED, gate=gate)


def require_user(uow: UnitOfWork, ctx: Context, decision: CreditDecision) -> None:
    """Stop an agreement beyond the user's limit.

    Raises:
        ApprovalRequired: `credit.beyond_your_limit`, `credit.needs_unlimited_role`.
    """
    require_authority(
        uow.credit.approval_limits(),
        role=ctx.user.role,
        at_stake=decision.at_stake,
        limit=decision.limit,
        without_end=needs_no_end(decision),
    )


def trace(
    uow: UnitOfWork,
    ctx: Context,
    weighed: Weighed,
    kind: DecisionKind,
    *,
    order_id: SalesOrderId | None = None,
    gate: Gate | None = None,
    reason: str = "",
) -> None:
    """Keep what was decided about a weighed customer."""
    decision = weighed.decision
    uow.credit.trace(
        TracedDecision(
            id=ctx.new_id(),
            customer_id=weighed.file.customer_id,
            order_id=order_id,
            kind=kind,
            decided_on=ctx.today,
            role=ctx.user.role,
            codes=decision.codes,
            reason=reason,
            gate="" if gate is None else gate.value,
            amount=weighed.whole,
            overrun=decision.overrun,
            deposit=decision.deposit_met if decision.deposit_met else decision.deposit,
        )
    )
