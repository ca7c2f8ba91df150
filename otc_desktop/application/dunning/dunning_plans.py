"""Read and change dunning plans; each change is another revision of its plan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from otc_desktop.application.dunning.compose_reminder import Composed, Message, compose
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.repositories.dunning_plans import KeptPlan
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.dunning.plan import STANDARD_CODE, DunningPlan, DunningStep
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import NotFoundError, RuleError
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import CustomerId
from otc_desktop.domain.shared.money import total

_FARTHEST = timedelta(days=400)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDunningPlans:
    """Ask for the plans in force."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DunningPlans:
    """The plans in force by code, and how many customers chose each by name."""

    plans: Sequence[KeptPlan]
    followers: Mapping[str, int]

    def of_code(self, code: str) -> KeptPlan:
        """One plan; NotFoundError `dunning.unknown_plan`."""
        found = next((each for each in self.plans if each.plan.code == code), None)
        if found is None:
            raise NotFoundError("dunning.unknown_plan", code=code)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveDunningPlan:
    """Ask for a plan to be kept; `version` is the one that was edited, 0 for a new plan.

    None takes whatever stands there now, as somebody who sends a whole file wants.
    """

    plan: DunningPlan
    version: int | None = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveDunningPlan:
    """Ask for a plan to be put out of force."""

    code: str
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewStep:
    """Ask what a step says to a customer, with what that customer owes today."""

    step: DunningStep
    customer_id: CustomerId


@dataclass(frozen=True, slots=True, kw_only=True)
class StepPreview:
    """The words of a step; None where it has none. `is_example` where nothing is due yet."""

    composed: Composed | None
    amount: str
    is_example: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DunningPlanSaved(Event):
    """A plan was made or changed."""

    code: str
    revision: int


@use_case(permission=Permission.READ)
def read_dunning_plans(command: ReadDunningPlans, ctx: Context, task: Task) -> DunningPlans:
    """The plans in force."""
    with ctx.snapshot() as uow:
        return DunningPlans(
            plans=uow.dunning_plans.plans(), followers=uow.dunning_plans.followers()
        )


@use_case(permission=Permission.SET_UP_COMPANY)
def save_dunning_plan(command: SaveDunningPlan, ctx: Context, task: Task) -> KeptPlan:
    """Keep another revision; reminders that were made keep the one they followed.

    A plan that says what it said before stays as it is.

    Raises:
        ConflictError: `database.changed_meanwhile`.
    """
    with ctx.unit_of_work() as uow:
        # A run under way has taken the plans it follows; the next one takes these.
        uow.dunning.lock_planning()
        stood = {each.plan.code: each for each in uow.dunning_plans.plans()}
        before = stood.get(command.plan.code)
        if before is not None and before.plan == command.plan:
            return uow.commit(before)
        version = command.version
        if version is None:
            version = 0 if before is None else before.version
        kept = uow.dunning_plans.save(
            command.plan, version=version, new_ids=(ctx.new_id(), ctx.new_id())
        )
        uow.record(
            DunningPlanSaved(
                subject_id=ctx.new_id(),
                customer_id=None,
                code=kept.plan.code,
                revision=kept.revision,
            )
        )
        return uow.commit(kept)


@use_case(permission=Permission.SET_UP_COMPANY)
def archive_dunning_plan(command: ArchiveDunningPlan, ctx: Context, task: Task) -> None:
    """Put a plan out of force; its customers follow the rules, else the standard plan.

    Raises:
        RuleError: `dunning.standard_stays`.
        NotFoundError: `dunning.unknown_plan`.
    """
    if command.code == STANDARD_CODE:
        raise RuleError("dunning.standard_stays")
    with ctx.unit_of_work() as uow:
        uow.dunning.lock_planning()
        uow.dunning_plans.archive(command.code, version=command.version)
        uow.commit(None)


@use_case(permission=Permission.READ)
def preview_step(command: PreviewStep, ctx: Context, task: Task) -> StepPreview:
    """What a step, saved or not, says to a customer about what is open.

    Items not yet due that far are shown as if they were: the day of the preview is the
    first on which the step is due for the oldest of them.
    """
    with ctx.snapshot() as uow:
        customer = uow.customers.get(command.customer_id)
        items = [
            replace(item, disputed=item.open - item.open)
            for item in uow.dunning.due_items(ctx.today + _FARTHEST)
            if item.customer_id == customer.id
        ]
        if not items or not command.step.template:
            return StepPreview(composed=None, amount="", is_example=not items)
        currency = items[0].open.currency
        same = [item for item in items if item.open.currency == currency]
        on = _preview_day(min(item.due_on for item in same), command.step, ctx.today)
        due = [item for item in same if (on - item.due_on).days >= command.step.offset_days]
        amount = total((item.open for item in due), currency)
        message = Message(customer=customer, step=command.step, items=due, amount=amount, on=on)
        composed = compose(uow, ctx, uow.company.get(), message)
        return StepPreview(composed=composed, amount=str(amount), is_example=on != ctx.today)


def _preview_day(due_on: date, step: DunningStep, today: date) -> date:
    return max(today, due_on + timedelta(days=step.offset_days))
