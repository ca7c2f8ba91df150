"""End a negotiated price on a day."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.catalogue.price_list import AgreedPrice, Validity
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class EndAgreedPrice:
    """Ask for an agreement to hold no longer than a day; None means until today."""

    price_id: UUID
    last: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedPriceEnded(Event):
    """A negotiated price ends."""

    reference: str
    last: str


@use_case(permission=Permission.EDIT_PRICES)
def end_agreed_price(command: EndAgreedPrice, ctx: Context, task: Task) -> AgreedPrice:
    """Give the agreement its last day; what was sold at it stays as it was.

    Raises:
        NotFoundError: `prices.not_found`.
        RuleError: `prices.ends_before_it_begins`.
        ConflictError: `database.changed_meanwhile`.
    """
    last = command.last or ctx.today
    with ctx.unit_of_work() as uow:
        before = uow.prices.get_agreed(command.price_id)
        after = replace(before, validity=Validity(first=before.validity.first, last=last))
        uow.prices.save_agreed(after)
        uow.record(
            AgreedPriceEnded(
                subject_id=after.id,
                customer_id=after.customer_id,
                reference=after.reference,
                last=last.isoformat(),
            )
        )
        return uow.commit(replace(after, version=after.version + 1))
