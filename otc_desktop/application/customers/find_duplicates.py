"""Likely duplicates of one customer file, known or just being typed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from otc_desktop.application.customers.duplicate_checks import duplicates_of, traits_of_texts
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.duplicates import Likeness, Traits, traits_of
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import CustomerId


@dataclass(frozen=True, slots=True, kw_only=True)
class FindDuplicates:
    """Ask for files like the one of a code, or like one with these texts."""

    code: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)


@use_case(permission=Permission.READ)
def find_duplicates(
    command: FindDuplicates, ctx: Context, task: Task
) -> Sequence[tuple[Traits, Likeness]]:
    """The files that look like it, the likeliest first, with the reasons.

    Raises:
        NotFoundError: `customers.unknown_code`.
    """
    with ctx.snapshot() as uow:
        if not command.code:
            return duplicates_of(uow, traits_of_texts(command.fields, CustomerId(ctx.new_id())))
        customer = uow.customers.find_by_code(command.code)
        if customer is None:
            raise NotFoundError("customers.unknown_code", where="customer", code=command.code)
        return duplicates_of(uow, traits_of(customer))
