"""Keeping what another program's customers owe: the claim, its entry, and the fact."""

from collections.abc import Collection
from dataclasses import dataclass

from otc_desktop.application.kernel.context import Context
from otc_desktop.application.kernel.posting import post
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.ledger.posting_rules import post_take_over
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.ids import JournalEntryId

_ITEMS_A_LOOK = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentTakenOver(Event):
    """A document of another program is followed here from now on."""

    number: str
    open: str


def take_over(
    uow: UnitOfWork, ctx: Context, items: Collection[tuple[OpenItem, Customer]], task: Task
) -> None:
    """Keep items of another program, each posted against the opening balance.

    So ledger and subledger agree from the first day.
    """
    company = uow.company.get()
    for done, (item, customer) in enumerate(items):
        if done % _ITEMS_A_LOOK == 0:
            task.check_cancelled()
            task.progress(done, len(items))
        uow.open_items.add(item, customer)
        uow.record(
            DocumentTakenOver(
                subject_id=item.id,
                customer_id=customer.id,
                number=item.number,
                open=str(item.open),
            )
        )
        entry = post_take_over(
            item,
            JournalEntryId(ctx.new_id()),
            customer_code=customer.code,
            scheme=ctx.account_scheme,
        )
        post(uow, entry, company, today=ctx.today)
