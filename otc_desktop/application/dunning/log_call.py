"""Note a telephone call."""

from dataclasses import dataclass
from datetime import date

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.dunning.call import Call, CallDirection, CallOutcome
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import CallId, CustomerId


@dataclass(frozen=True, slots=True, kw_only=True)
class LogCall:
    """Ask for a call to be noted; `called_on` None means today."""

    customer_id: CustomerId
    direction: CallDirection
    outcome: CallOutcome
    called_on: date | None = None
    contact: str = ""
    phone: str = ""
    minutes: int | None = None
    text: str = ""
    next_call_on: date | None = None
    next_call_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallLogged(Event):
    """Somebody telephoned with a customer."""

    direction: str
    outcome: str
    contact: str
    phone: str
    called_on: date
    minutes: int | None
    text: str
    next_call_on: date | None
    author: str


@use_case(permission=Permission.LOG_CONTACTS)
def log_call(command: LogCall, ctx: Context, task: Task) -> Call:
    """Keep a call.

    Raises:
        NotFoundError: `customers.not_found`.
        RuleError: `dunning.call_in_future`, `dunning.next_call_in_past`,
            `dunning.call_minutes`, `dunning.call_text_too_long`.
    """
    with ctx.unit_of_work() as uow:
        return uow.commit(keep_call(uow, ctx, command))


def keep_call(uow: UnitOfWork, ctx: Context, command: LogCall) -> Call:
    """Note a call inside the caller's transaction.

    Raises:
        NotFoundError: `customers.not_found`.
        RuleError: what a call can't be.
    """
    customer = uow.customers.get(command.customer_id)
    call = Call(
        id=CallId(ctx.new_id()),
        customer_id=customer.id,
        called_on=command.called_on or ctx.today,
        direction=command.direction,
        outcome=command.outcome,
        noted_on=ctx.today,
        author=ctx.user.name,
        contact=command.contact.strip(),
        phone=command.phone.strip(),
        minutes=command.minutes,
        text=command.text.strip(),
        next_call_on=command.next_call_on,
        next_call_at=command.next_call_at,
    )
    uow.contact_log.add_call(call)
    uow.record(
        CallLogged(
            subject_id=call.id,
            customer_id=customer.id,
            direction=call.direction.value,
            outcome=call.outcome.value,
            contact=call.contact,
            phone=call.phone,
            called_on=call.called_on,
            minutes=call.minutes,
            text=call.text,
            next_call_on=call.next_call_on,
            author=call.author,
        )
    )
    return call
