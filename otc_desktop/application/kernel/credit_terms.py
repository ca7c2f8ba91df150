"""Credit terms that change with the rest of a customer's file: by the form, by an import."""

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.credit.trace import DecisionKind, TracedDecision
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.money import Money


def keep_credit_terms(
    uow: UnitOfWork, ctx: Context, before: Customer | None, after: Customer
) -> None:
    """Let limit, insured amount and group change only by who may, and keep the trace.

    Otherwise a seller would raise a limit, or leave a group that has used up its own, in
    the customer's form. `before` is None for a new file.

    Raises:
        PermissionDenied: `security.permission_denied`.
    """
    if _terms(before) == _terms(after):
        return
    ctx.user.require(Permission.EDIT_CREDIT)
    known = None if before is None else before.credit_limit
    if before is None or known == after.credit_limit:
        return
    nothing = Money.zero(EUR)
    uow.credit.trace(
        TracedDecision(
            id=ctx.new_id(),
            customer_id=after.id,
            order_id=None,
            kind=DecisionKind.LIMIT_SET,
            decided_on=ctx.today,
            role=ctx.user.role,
            amount=after.credit_limit or nothing,
            overrun=nothing,
            deposit=nothing,
            before="" if known is None else str(known),
            after="" if after.credit_limit is None else str(after.credit_limit),
        )
    )


def _terms(customer: Customer | None) -> tuple[object, ...]:
    if customer is None:
        return (None, None, None)
    return (customer.credit_limit, customer.insured_limit, customer.parent_id)
