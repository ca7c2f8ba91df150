"""Show what merging two customers would do, before anybody does it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from otc_desktop.application.customers.merge_steps import both_files, fields_to_take, kept_file
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.import_log import text_of
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.customers.duplicates import Likeness, compare, traits_of
from otc_desktop.domain.customers.merge import MERGED_FIELDS, refuse_unless_mergeable
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.company import Address
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewMerge:
    """Ask what becomes of two files, by code; `take` as for the merge itself."""

    keep: str
    lose: str
    take: Collection[str] | None = None


@dataclass(frozen=True, slots=True)
class MergeField:
    """A field of both files as text, and whether the lost file's is taken."""

    name: str
    keep: str
    lose: str
    taken: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MergePreview:
    """Both files side by side, what moves by kind, and what is owed on the lost account."""

    keeper: Customer
    loser: Customer
    fields: tuple[MergeField, ...]
    moves: Mapping[str, int]
    carried: Money
    likeness: Likeness | None


@use_case(permission=Permission.READ)
def preview_merge(command: PreviewMerge, ctx: Context, task: Task) -> MergePreview:
    """Both files, which fields would be taken, and how much would move.

    Raises:
        NotFoundError: `customers.unknown_code`.
        RuleError: what refuses the merge of these two.
    """
    with ctx.snapshot() as uow:
        keeper, loser = both_files(uow, command.keep, command.lose)
        refuse_unless_mergeable(keeper, loser)
        take = fields_to_take(ctx, keeper, loser, command.take)
        kept_file(keeper, loser, take)
        company = uow.company.get()
        return MergePreview(
            keeper=keeper,
            loser=loser,
            fields=tuple(
                MergeField(name, _text(keeper, name), _text(loser, name), name in take)
                for name in MERGED_FIELDS
            ),
            moves=uow.customer_merges.counts(loser.id),
            carried=uow.open_items.open_total(loser.id, company.currency),
            likeness=compare(traits_of(keeper), traits_of(loser)),
        )


def _text(customer: Customer, name: str) -> str:
    value = getattr(customer, name)
    if isinstance(value, Address):
        parts = (value.line1, value.line2, f"{value.postal_code} {value.city}".strip())
        return ", ".join(part for part in parts if part)
    return text_of(value)
