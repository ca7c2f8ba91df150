"""Note that a customer promised to pay."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.dunning.promise import Claim, Promise, check_promised_items
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import CustomerId, PromiseId
from otc_desktop.domain.shared.money import Money, total


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPromise:
    """Ask for a promise to be kept in mind.

    `numbers` are the invoices it is for, none for the account as a whole. Without an
    amount, all that those invoices ask for is promised.
    """

    customer_id: CustomerId
    promised_on: date
    amount: Money | None = None
    numbers: tuple[str, ...] = ()
    made_by: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseRecorded(Event):
    """A customer promised to pay."""

    amount: str
    promised_on: date
    numbers: tuple[str, ...]
    made_by: str
    text: str
    author: str


@use_case(permission=Permission.LOG_CONTACTS)
def record_promise(command: RecordPromise, ctx: Context, task: Task) -> Promise:
    """Keep a promise; what it covers is not reminded of until it is due.

    Raises:
        NotFoundError: `customers.not_found`, `receivables.item_not_found`.
        RuleError: `dunning.promise_needs_amount`, `dunning.promise_amount`,
            `dunning.promise_in_past`, `dunning.promise_other_customer`,
            `dunning.promise_nothing_open`, `dunning.promise_beyond_open`.
    """
    with ctx.unit_of_work() as uow:
        return uow.commit(keep_promise(uow, ctx, command))


def keep_promise(uow: UnitOfWork, ctx: Context, command: RecordPromise) -> Promise:
    """Note a promise inside the caller's transaction.

    Raises:
        NotFoundError: `customers.not_found`, `receivables.item_not_found`.
        RuleError: what a promise can't be.
    """
    customer = uow.customers.get(command.customer_id)
    claims = uow.promises.claims(command.numbers)
    amount = _amount(command.amount, claims)
    check_promised_items(amount, claims, customer.id)
    promise = Promise(
        id=PromiseId(ctx.new_id()),
        customer_id=customer.id,
        amount=amount,
        promised_on=command.promised_on,
        recorded_on=ctx.today,
        recorded_at=ctx.now(),
        recorded_by=ctx.user.name,
        item_ids=frozenset(claim.id for claim in claims),
        made_by=command.made_by.strip(),
        text=command.text.strip(),
    )
    uow.promises.add(promise)
    uow.record(
        PromiseRecorded(
            subject_id=promise.id,
            customer_id=customer.id,
            amount=str(promise.amount),
            promised_on=promise.promised_on,
            numbers=tuple(command.numbers),
            made_by=promise.made_by,
            text=promise.text,
            author=promise.recorded_by,
        )
    )
    return promise


def _amount(amount: Money | None, claims: Sequence[Claim]) -> Money:
    if amount is not None:
        return amount
    if not claims:
        raise RuleError("dunning.promise_needs_amount", where="amount")
    return total((claim.open for claim in claims), claims[0].open.currency)
