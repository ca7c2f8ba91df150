"""One customer in figures: now, month by month, and what is expected from it."""

from dataclasses import dataclass
from datetime import date, timedelta

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.lookups import customer_by_code
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.reporting.customer_figures import (
    CustomerFigures,
    MonthFigures,
    by_month,
    figures_on,
)
from otc_desktop.domain.reporting.expected_receipts import ExpectedReceipts, expect_receipts
from otc_desktop.domain.reporting.payment_habit import PaymentHabit, median_days
from otc_desktop.domain.security.permissions import Permission

# The habits of the year before the oldest month shown need claims of yet another year.
_HISTORY_DAYS = 3 * 365


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadCustomerFigures:
    """Ask for the figures of the customer of a code; `on` None means today."""

    customer: str
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerFiguresPage:
    """The figures of a day, those of the months before, and the receipts expected after it.

    `usual_delay` is the delay the expectation counts with: the customer's own where
    `habit_is_own`, else that of all customers.
    """

    figures: CustomerFigures
    months: tuple[MonthFigures, ...]
    expected: ExpectedReceipts
    usual_delay: int
    habit_is_own: bool


@use_case(permission=Permission.READ)
def read_customer_figures(
    command: ReadCustomerFigures, ctx: Context, task: Task
) -> CustomerFiguresPage:
    """Recompute everything from the claims and their movements; nothing is stored.

    Raises:
        NotFoundError: `customers.unknown_code`.
    """
    on = command.on or ctx.today
    with ctx.snapshot() as uow:
        customer = customer_by_code(uow, command.customer)
        history = uow.reporting.histories([customer.id], since=on - timedelta(days=_HISTORY_DAYS))[
            customer.id
        ]
        figures = figures_on(history, on)
        delay, is_own = usual_delay_of(uow, figures.habit)
        expected = expect_receipts(
            uow.reporting.open_claims(customer.id, on=on),
            usual_delay=delay,
            today=on,
            currency=history.currency,
        )
    return CustomerFiguresPage(
        figures=figures,
        months=by_month(history, on),
        expected=expected,
        usual_delay=delay,
        habit_is_own=is_own,
    )


def usual_delay_of(uow: UnitOfWork, habit: PaymentHabit) -> tuple[int, bool]:
    """The customer's own median delay, or that of all customers where it has no habit yet."""
    if habit.is_known and habit.median is not None:
        return habit.median, True
    delays = uow.reporting.usual_delays()
    return (median_days(delays) if delays else 0), False
