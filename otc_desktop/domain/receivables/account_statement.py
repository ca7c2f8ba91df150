"""The statement of account: what a customer owes on a day, document by document."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.invoicing.invoice import InvoiceKind
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.shared.company import Company
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.money import Money, total

# Days late at which the columns of the ageing begin; before them, what is not yet due.
LATE_FROM = (1, 31, 61, 91)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLine:
    """One document that is open; a credit note's amounts are negative."""

    number: str
    kind: InvoiceKind
    issued_on: date
    due_on: date
    purchase_order: str
    total: Money
    open: Money
    days_late: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountStatement:
    """All that is open of one customer at the end of a day, by due date."""

    on: date
    seller: Company
    customer: Customer
    lines: tuple[StatementLine, ...]

    @property
    def currencies(self) -> Sequence[Currency]:
        """Those of the lines, the company's own first; that one alone where nothing is open."""
        found = dict.fromkeys(line.open.currency for line in self.lines)
        own = self.seller.currency
        others = [each for each in found if each != own]
        return [own, *others] if own in found or not others else others

    def balance(self, currency: Currency) -> Money:
        """What is owed, credit notes deducted."""
        return total((line.open for line in self._in(currency)), currency)

    def overdue(self, currency: Currency) -> Money:
        """What of it should be paid already; a credit note waits for no day and counts."""
        late = (line.open for line in self._in(currency) if line.days_late or line.kind.is_credit)
        return total(late, currency)

    def ageing(self, currency: Currency) -> tuple[Money, ...]:
        """Not yet due, then late by 1–30, 31–60, 61–90 and more days."""
        ages: list[list[Money]] = [[] for _ in range(len(LATE_FROM) + 1)]
        for line in self._in(currency):
            ages[sum(line.days_late >= first for first in LATE_FROM)].append(line.open)
        return tuple(total(each, currency) for each in ages)

    def _in(self, currency: Currency) -> Iterable[StatementLine]:
        return (line for line in self.lines if line.open.currency == currency)


def account_statement(
    customer: Customer, seller: Company, items: Iterable[OpenItem], on: date
) -> AccountStatement:
    """The statement of open items, as they stand."""
    lines = [
        StatementLine(
            number=item.number,
            kind=item.kind,
            issued_on=item.issued_on,
            due_on=item.due_on,
            purchase_order=item.purchase_order,
            total=item.total,
            open=item.open,
            days_late=0 if item.kind.is_credit else max(0, (on - item.due_on).days),
        )
        for item in items
        if item.open
    ]
    return AccountStatement(
        on=on,
        seller=seller,
        customer=customer,
        lines=tuple(sorted(lines, key=lambda line: (line.due_on, line.number))),
    )
