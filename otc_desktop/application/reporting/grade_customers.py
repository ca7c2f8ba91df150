"""Give customers the credit grade that their own behaviour earns."""

from dataclasses import dataclass
from datetime import timedelta

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.lookups import customer_by_code
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.credit.grade import CreditGrade, GradeSource
from otc_desktop.domain.reporting.customer_figures import figures_on
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.events import Event

# Habits count two half years; what is older weighs nothing.
_HISTORY_DAYS = 2 * 365
_AT_ONCE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeCustomers:
    """Ask for grades: of one customer by its code, else of all that have open items."""

    customer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerGraded(Event):
    """A computed grade differs from the one before."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class GradeChange:
    """A customer whose grade is another now."""

    customer: str
    before: CreditGrade
    after: CreditGrade


@use_case(permission=Permission.EDIT_CREDIT)
def grade_customers(command: GradeCustomers, ctx: Context, task: Task) -> tuple[GradeChange, ...]:
    """Keep computed grades where they differ; a worse one becomes an alert.

    A grade that a person or an agency gave stands until it is taken back, and a customer
    that can't be judged keeps what it has. Written by portions, so that it can be stopped.

    Raises:
        NotFoundError: `customers.unknown_code`.
    """
    with ctx.snapshot() as uow:
        if command.customer:
            ids = [customer_by_code(uow, command.customer).id]
        else:
            ids = list(uow.reporting.with_open_items())
    changes: list[GradeChange] = []
    since = ctx.today - timedelta(days=_HISTORY_DAYS)
    for start in range(0, len(ids), _AT_ONCE):
        task.check_cancelled()
        task.progress(start, len(ids))
        with ctx.unit_of_work() as uow:
            some = ids[start : start + _AT_ONCE]
            found = []
            for customer_id, history in uow.reporting.histories(some, since=since).items():
                file = uow.credit.file(customer_id)
                grade = figures_on(history, ctx.today).risk.grade
                given = file.grade
                kept_by_hand = given.source in (GradeSource.MANUAL, GradeSource.AGENCY)
                if kept_by_hand or grade in (given.grade, CreditGrade.UNKNOWN):
                    continue
                uow.credit.save_file(file.graded(grade, on=ctx.today, source=GradeSource.COMPUTED))
                uow.record(
                    CustomerGraded(
                        subject_id=customer_id,
                        customer_id=customer_id,
                        before=given.grade.value,
                        after=grade.value,
                    )
                )
                found.append(GradeChange(file.code, given.grade, grade))
            changes += uow.commit(found)
    return tuple(changes)
