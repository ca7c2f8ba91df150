"""Make two files again of customers that were merged."""

from collections.abc import Mapping
from dataclasses import dataclass

from otc_desktop.application.customers.merge_steps import CustomerMergeUndone, both_files
from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.posting import post
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import use_case
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.customers.merge import refuse_if_merged
from otc_desktop.domain.ledger.posting_rules import post_transfer
from otc_desktop.domain.security.permissions import Permission
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import JournalEntryId

_NUMBERS_TOLD = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoMerge:
    """Ask for a merge to be taken back; both files are named by their own codes."""

    keep: str
    lose: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoneMerge:
    """The two files again, what moved back by kind, and the number of the entry made."""

    keeper: Customer
    loser: Customer
    moved: Mapping[str, int]
    entry: str = ""


@use_case(permission=Permission.MERGE_CUSTOMERS)
def undo_merge(command: UndoMerge, ctx: Context, task: Task) -> UndoneMerge:
    """Hang back exactly what moved; what was made since stays with the kept file.

    What moved items are paid or owe since goes back with them: what is open of them now is
    carried over by an entry. A field that somebody changed since stays as it is.

    Raises:
        NotFoundError: `customers.unknown_code`.
        RuleError: `customers.not_merged`; `customers.merged_already` when the kept file went
            into a third one meanwhile, which has to be undone before;
            `customers.unmerge_documents_grew` when later documents continue one that moved:
            an order of one customer with the invoice of another would say nothing true.
    """
    with ctx.unit_of_work() as uow:
        keeper, loser = both_files(uow, command.keep, command.lose)
        uow.customer_merges.lock([keeper.id, loser.id])
        merge = uow.customer_merges.find(keeper.id, loser.id)
        if merge is None:
            raise RuleError("customers.not_merged", code=loser.code, into=keeper.code)
        refuse_if_merged(keeper)
        grown = uow.customer_merges.grown(merge)
        if grown:
            numbers = ", ".join(grown[:_NUMBERS_TOLD])
            raise RuleError("customers.unmerge_documents_grew", code=loser.code, numbers=numbers)
        moved = uow.customer_merges.move_back(merge)
        entry = post_transfer(
            uow.customer_merges.moved_open_items(merge),
            JournalEntryId(ctx.new_id()),
            on=ctx.today,
            from_code=keeper.code,
            to_code=loser.code,
            scheme=ctx.account_scheme,
        )
        number = ""
        if entry is not None:
            number = post(uow, entry, uow.company.get(), today=ctx.today)
        uow.customer_merges.finish(
            merge, by=ctx.user.name, entry_id=None if entry is None else entry.id
        )
        for mine, other in ((keeper, loser), (loser, keeper)):
            uow.record(
                CustomerMergeUndone(
                    subject_id=mine.id,
                    customer_id=mine.id,
                    code=other.code,
                    name=other.name,
                    author=ctx.user.name,
                )
            )
        return uow.commit(
            UndoneMerge(
                keeper=uow.customers.get(keeper.id),
                loser=uow.customers.get(loser.id),
                moved=moved,
                entry=number,
            )
        )
