"""Give a customer a credit grade."""

from dataclasses import dataclass, replace

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.lookups import customer_by_code
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.credit.credit_file import CreditFile
from otc_desktop.domain.credit.grade import CreditGrade, GradeSource
from otc_desktop.domain.credit.trace import DecisionKind, TracedDecision
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class SetCreditGrade:
    """Ask for a grade; `reason` may be empty for a computed one."""

    customer: str
    grade: CreditGrade
    source: GradeSource = GradeSource.MANUAL
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditGradeSet(Event):
    """A credit grade was given."""

    before: str
    after: str
    source: str
    reason: str


@use_case(permission=Permission.EDIT_CREDIT)
def set_credit_grade(command: SetCreditGrade, ctx: Context, task: Task) -> CreditFile:
    """Keep a grade with its date and source; a worse one becomes an alert.

    Raises:
        NotFoundError: `customers.unknown_code`.
    """
    with ctx.unit_of_work() as uow:
        customer_id = customer_by_code(uow, command.customer).id
        file = uow.credit.file(customer_id)
        after = file.graded(command.grade, on=ctx.today, source=command.source)
        uow.credit.save_file(after)
        nothing = Money.zero(uow.company.get().currency)
        before_grade, after_grade = file.grade.grade.value, after.grade.grade.value
        uow.credit.trace(
            TracedDecision(
                id=ctx.new_id(),
                customer_id=customer_id,
                order_id=None,
                kind=DecisionKind.GRADE_SET,
                decided_on=ctx.today,
                role=ctx.user.role,
                reason=command.reason.strip(),
                amount=nothing,
                overrun=nothing,
                deposit=nothing,
                before=before_grade,
                after=after_grade,
            )
        )
        uow.record(
            CreditGradeSet(
                subject_id=customer_id,
                customer_id=customer_id,
                before=before_grade,
                after=after_grade,
                source=command.source.value,
                reason=command.reason.strip(),
            )
        )
        return uow.commit(replace(after, version=after.version + 1))
