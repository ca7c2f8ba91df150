"""Make one customer of two files."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from otc_desktop.application.customers.file_events import changed
from otc_desktop.application.customers.group_head import head_codes
from otc_desktop.application.customers.merge_steps import (
    CustomerMergedInto,
    CustomersMerged,
    both_files,
    fields_to_take,
    kept_file,
)
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.credit_terms import keep_credit_terms
from otc_desktop.application.kernel.posting import post
from otc_desktop.application.kernel.repositories.customer_merges import MergeRecord
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.customers.merge import CREDIT_FIELDS, put_into, refuse_unless_mergeable
from otc_desktop.domain.ledger.posting_rules import post_transfer
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.ids import JournalEntryId


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeCustomers:
    """Ask for everything of one file to go to another, both named by code.

    `take` are the fields whose value is taken from the lost file; None takes what the kept
    one lacks.
    """

    keep: str
    lose: str
    take: Collection[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedCustomers:
    """What a merge did: the kept file, the lost one, the fields taken, what moved by kind.

    `entry` is the number of the entry that carried the balance over, empty without one.
    """

    keeper: Customer
    loser: Customer
    taken: tuple[str, ...]
    moved: Mapping[str, int]
    entry: str = ""


@use_case(permission=Permission.MERGE_CUSTOMERS)
def merge_customers(command: MergeCustomers, ctx: Context, task: Task) -> MergedCustomers:
    """Hang everything of the lost file on the kept one, and archive it under its name.

    What is issued stays as printed; only the file it is filed under changes. Entries stay
    where they are; an entry carries what is open to the other auxiliary account, item by
    item, so that subledger and ledger agree on both.

    Raises:
        NotFoundError: `customers.unknown_code`.
        RuleError: `customers.merge_with_itself`, `customers.merged_already`,
            `customers.merge_into_archived`, and what the fields taken refuse.
        PermissionDenied: `security.permission_denied` for a limit without that right.
    """
    with ctx.unit_of_work() as uow:
        found = both_files(uow, command.keep, command.lose)
        uow.customer_merges.lock([each.id for each in found])
        keeper, loser = (uow.customers.get(each.id) for each in found)
        refuse_unless_mergeable(keeper, loser)
        take = fields_to_take(ctx, keeper, loser, command.take)
        kept, lost = kept_file(keeper, loser, take), put_into(loser, keeper, on=ctx.today)
        if CREDIT_FIELDS & set(take):
            keep_credit_terms(uow, ctx, keeper, kept)
        merge = MergeRecord(
            id=ctx.new_id(),
            keeper_id=keeper.id,
            loser_id=loser.id,
            merged_on=ctx.today,
            merged_by=ctx.user.name,
        )
        uow.customer_merges.start(merge, keeper=keeper, loser=loser)
        uow.customer_merges.keep_files(merge, keeper=kept, loser=lost)
        moved = uow.customer_merges.move(merge)
        entry = post_transfer(
            uow.customer_merges.moved_open_items(merge),
            JournalEntryId(ctx.new_id()),
            on=ctx.today,
            from_code=loser.code,
            to_code=keeper.code,
            scheme=ctx.account_scheme,
        )
        number = ""
        if entry is not None:
            number = post(uow, entry, uow.company.get(), today=ctx.today)
            uow.customer_merges.set_entry(merge, entry.id)
        if take:
            heads = head_codes(uow, keeper, kept)
            uow.record(changed(keeper, kept, author=ctx.user.name, heads=heads))
        uow.record(
            CustomersMerged(
                subject_id=keeper.id,
                customer_id=keeper.id,
                code=loser.code,
                name=loser.name,
                fields=take,
                author=ctx.user.name,
            )
        )
        uow.record(
            CustomerMergedInto(
                subject_id=loser.id,
                customer_id=loser.id,
                code=keeper.code,
                name=kept.name,
                author=ctx.user.name,
            )
        )
        return uow.commit(
            MergedCustomers(keeper=kept, loser=lost, taken=take, moved=moved, entry=number)
        )
