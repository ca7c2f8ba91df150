"""The claims that one receipt may pay: read for that receipt alone, whatever else is open."""

from collections.abc import Mapping
from datetime import date

from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.application.receivables.match_receipts import PAYMENTS_REPEAT_WITHIN
from otc_desktop.domain.matching.candidates import Memory, Receipt
from otc_desktop.domain.matching.citations import CitationIndex, cite, look_alike, read_label
from otc_desktop.domain.matching.payers import PayerBook
from otc_desktop.domain.matching.references import number_key
from otc_desktop.domain.matching.told_amounts import gross_told
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.shared.ids import CustomerId, OpenItemId
from otc_desktop.domain.shared.money import Money


def likely_items(
    uow: UnitOfWork,
    receipt: Receipt,
    memory: Memory,
    today: date,
    customer_id: CustomerId | None,
) -> Mapping[OpenItemId, OpenItem]:
    """Claims named by number, order or amount, and all of whoever may have paid.

    A person's line is explained among 100,000 open claims as fast as among a hundred.
    """
    since = today - PAYMENTS_REPEAT_WITHIN
    currency = receipt.amount.currency
    compact = number_key(receipt.text)
    amounts = [
        receipt.amount,
        *(
            Money.from_minor(each, currency)
            for each in gross_told(receipt.text, receipt.amount.minor)
        ),
    ]
    named = uow.match_memory.items_named(
        {compact, look_alike(compact)}, amounts, settled_since=since
    )
    index = CitationIndex((each.number, each.purchase_order) for each in named)
    cited = cite(read_label(receipt.text), index)
    customers = {each.customer_id for each in named if number_key(each.number) in cited}
    customers |= {payer.customer_id for payer in PayerBook(memory).payers_of(receipt)}
    if customer_id is not None:
        customers.add(customer_id)
    whole = uow.match_memory.items_of(sorted(customers), settled_since=since)
    return {each.id: each for each in (*named, *whole)}
