"""Steps that several intents share: posting an entry, laying amounts on open items."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.ledger.journal_entry import JournalEntry
from otc_desktop.domain.receivables.lettering import nth_letter
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.shared.company import Company
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.ids import AllocationId, OpenItemId
from otc_desktop.domain.shared.money import Money


def fiscal_year(company: Company, day: date) -> str:
    """The year in which the fiscal year that holds the day began, such as `2026`."""
    start = (company.fiscal_year_start_month, company.fiscal_year_start_day)
    return str(day.year if (day.month, day.day) >= start else day.year - 1)


def is_fiscal_year(company: Company, from_on: date, to_on: date) -> bool:
    """Whether a period is exactly one fiscal year."""
    day_after = to_on + timedelta(days=1)
    start = (company.fiscal_year_start_month, company.fiscal_year_start_day)
    return (
        (from_on.month, from_on.day) == start
        and (day_after.month, day_after.day) == start
        and day_after.year == from_on.year + 1
    )


def days_of_fiscal_year(company: Company, year: int) -> tuple[date, date]:
    """First and last day of the fiscal year that begins in a year."""
    month, day = company.fiscal_year_start_month, company.fiscal_year_start_day
    return date(year, month, day), date(year + 1, month, day) - timedelta(days=1)


def post(uow: UnitOfWork, entry: JournalEntry, company: Company, *, today: date) -> str:
    """Store an entry; returns its number."""
    return uow.journal.add(entry, fiscal_year=fiscal_year(company, entry.entry_on), posted_on=today)


@dataclass(frozen=True, slots=True)
class Settlement:
    """An item after an amount was laid on it, not saved yet."""

    item: OpenItem
    amount: Money
    moved_on: date


def settle_items(
    items: Mapping[OpenItemId, OpenItem],
    parts: Sequence[tuple[OpenItemId, Money]],
    *,
    on: date,
    release_vat: bool,
) -> tuple[list[Settlement], Money]:
    """Lay amounts on items; with them, the VAT that becomes payable by it.

    VAT of a deposit waits for its payment whatever the regime (CGI 269-2).

    The movement is dated no earlier than the document, so that the balance of a past date
    never shows a payment of something not yet invoiced.

    Raises:
        RuleError: what `OpenItem.settle` refuses.
    """
    settlements = []
    released = Money.zero(EUR)
    for item_id, amount in parts:
        item = items[item_id]
        moved_on = max(on, item.issued_on)
        after = item.settle(amount, on=moved_on)
        if release_vat or item.kind.is_deposit:
            vat = after.vat_to_release()
            after = after.with_vat_released(vat)
            released += vat
        settlements.append(Settlement(after, amount, moved_on))
    return settlements, released


def save_settlements(
    uow: UnitOfWork,
    settlements: Sequence[Settlement],
    allocation_id: AllocationId,
    *,
    one_letter: bool = False,
) -> None:
    """Write settled items with their movements and matching letters.

    Each item has a letter of its own, for its own ledger lines balance once it is settled;
    `one_letter` joins a credit note and its invoice, which no entry stands between.
    """
    shared = next((each.item.letter for each in settlements if each.item.letter), "")
    for each in settlements:
        item = each.item
        letter = item.letter or (shared if one_letter else "")
        letter = letter or nth_letter(uow.open_items.next_letter_place(item.customer_id))
        shared = letter
        item = replace(item, letter=letter.lower() if item.open else letter.upper())
        uow.open_items.save(
            item,
            moved=-each.amount,
            on=each.moved_on,
            kind="allocation",
            allocation_id=allocation_id,
        )
