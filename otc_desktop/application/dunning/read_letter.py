"""Read the letter of a reminder: as it was made, or as it would be made today."""

from dataclasses import dataclass
from pathlib import Path

from otc_desktop.application.dunning.compose_reminder import (
    Message,
    compose,
    letter_of,
    what_is_due,
)
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import ReminderId


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLetter:
    """Ask for a copy of a letter for the system's viewer."""

    notice_id: ReminderId


@use_case(permission=Permission.READ)
def read_letter(command: ReadLetter, ctx: Context, task: Task) -> Path:
    """A copy of the letter kept, else of a draft of what would be posted today.

    Raises:
        NotFoundError: `dunning.notice_not_found`.
        RuleError: `dunning.nothing_due`, `dunning.no_letter`.
    """
    with ctx.snapshot() as uow:
        notice = uow.dunning.notice(command.notice_id)
        customer = uow.customers.get(notice.customer_id)
        name = f"{customer.code}-{notice.step}-{notice.planned_on.isoformat()}.pdf"
        if notice.letter_sha256:
            return ctx.ports.viewer_files.put(name, uow.archive.content(notice.letter_sha256))
        plan = uow.dunning_plans.at(notice.plan_code, notice.plan_revision)
        step = plan.step(notice.step)
        if not step.channel.is_posted:
            raise RuleError("dunning.no_letter")
        items, amount = what_is_due(notice.items)
        if not items:
            raise RuleError("dunning.nothing_due")
        message = Message(
            customer=customer, step=step, items=items, amount=amount, on=ctx.today, key=notice.key
        )
        company = uow.company.get()
        words = compose(uow, ctx, company, message).words
        content = ctx.ports.letters.pdf(letter_of(company, message, words))
        return ctx.ports.viewer_files.put(name, content)
