"""Lists of letters for the post, of hand-overs, and of proposed entries."""

from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import ColumnElement, FromClause, RowMapping, Select, Table, select

from otc_desktop.application.dunning.formal_queries import HandoverRow, LetterRow
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.receivables.proposal_queries import ProposalRow
from otc_desktop.domain.dunning.formal_notice import LetterKind, LetterState
from otc_desktop.domain.dunning.handover import HandoverKind, HandoverOutcome
from otc_desktop.domain.ledger.entry_proposal import ProposalKind, ProposalState
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.ids import EntryProposalId, HandoverId, PostalLetterId
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.queries.names import customers_named
from otc_desktop.persistence.queries.reading import PagedQuery, Sorts
from otc_desktop.persistence.queries.search import Search
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.formal_end import entry_proposal, handover, postal_letter


def _with_customer(table: Table) -> Select[Any]:
    return select(
        table, customer.c.code.label("customer_code"), customer.c.name.label("customer_name")
    ).join(customer, customer.c.id == table.c.customer_id)


def _narrowed(table: Table, request: PageRequest, *names: str) -> list[ColumnElement[bool]]:
    return [table.c[name] == request.filters[name] for name in names if request.filters.get(name)]


class LetterList(PagedQuery[LetterRow]):
    """Letters to post, newest first. Filters: `state`, `customer_id`."""

    sorts: ClassVar[Sorts] = {"made_on": postal_letter.c.made_on}
    default_sort = "made_on"
    default_descending = True
    tie = postal_letter.c.id

    def rows_query(self) -> Select[Any]:
        """Letters with their customer."""
        return _with_customer(postal_letter)

    def counted(self) -> FromClause:
        """Letters."""
        return postal_letter

    def filters(self, request: PageRequest) -> list[ColumnElement[bool]]:
        """How far, and whose."""
        return _narrowed(postal_letter, request, "state", "customer_id")

    def choices(self, search: Search) -> list[ColumnElement[bool]]:
        """The beginning of the customer's name."""
        return [postal_letter.c.customer_id.in_(customers_named(search))]

    def row(self, row: RowMapping) -> LetterRow:
        """A letter."""
        return LetterRow(
            id=PostalLetterId(row["id"]),
            kind=LetterKind(row["kind"]),
            title=row["title"],
            customer_code=row["customer_code"],
            customer_name=row["customer_name"],
            made_on=row["made_on"],
            is_registered=row["is_registered"],
            state=LetterState(row["state"]),
            posted_on=row["posted_on"],
            registered_number=row["registered_number"],
            settled_on=row["settled_on"],
        )


class HandoverList(PagedQuery[HandoverRow]):
    """Claims handed over, newest first. Filters: `outcome`, `customer_id`."""

    sorts: ClassVar[Sorts] = {"handed_on": handover.c.handed_on}
    default_sort = "handed_on"
    default_descending = True
    tie = handover.c.id

    def rows_query(self) -> Select[Any]:
        """Hand-overs with their customer."""
        return _with_customer(handover)

    def counted(self) -> FromClause:
        """Hand-overs."""
        return handover

    def filters(self, request: PageRequest) -> list[ColumnElement[bool]]:
        """How it ended, and whose."""
        return _narrowed(handover, request, "outcome", "customer_id")

    def choices(self, search: Search) -> list[ColumnElement[bool]]:
        """The number, or the beginning of the customer's name."""
        return [
            handover.c.number == search.text.upper(),
            handover.c.customer_id.in_(customers_named(search)),
        ]

    def row(self, row: RowMapping) -> HandoverRow:
        """A hand-over."""
        currency, fee = Currency(row["currency"]), row["fee_minor"]
        return HandoverRow(
            id=HandoverId(row["id"]),
            number=row["number"],
            customer_code=row["customer_code"],
            customer_name=row["customer_name"],
            kind=HandoverKind(row["kind"]),
            to=row["handed_to"],
            handed_on=row["handed_on"],
            reference=row["reference"],
            amount=Money.from_minor(row["amount_minor"], currency),
            outcome=HandoverOutcome(row["outcome"]),
            fee=None if fee is None else Money.from_minor(fee, currency),
            closed_on=row["closed_on"],
        )


class ProposalList(PagedQuery[ProposalRow]):
    """Proposed entries, newest first. Filters: `state`, `customer_id`."""

    sorts: ClassVar[Sorts] = {"proposed_on": entry_proposal.c.proposed_on}
    default_sort = "proposed_on"
    default_descending = True
    tie = entry_proposal.c.id

    def rows_query(self) -> Select[Any]:
        """Proposals with their customer."""
        return _with_customer(entry_proposal)

    def counted(self) -> FromClause:
        """Proposals."""
        return entry_proposal

    def filters(self, request: PageRequest) -> list[ColumnElement[bool]]:
        """What became of it, and whose."""
        return _narrowed(entry_proposal, request, "state", "customer_id")

    def choices(self, search: Search) -> list[ColumnElement[bool]]:
        """The number, or the beginning of the customer's name."""
        return [
            entry_proposal.c.number == search.text.upper(),
            entry_proposal.c.customer_id.in_(customers_named(search)),
        ]

    def row(self, row: RowMapping) -> ProposalRow:
        """A proposal."""
        currency, percent = Currency(row["currency"]), row["percent_hundredths"]
        return ProposalRow(
            id=EntryProposalId(row["id"]),
            number=row["number"],
            customer_code=row["customer_code"],
            customer_name=row["customer_name"],
            kind=ProposalKind(row["kind"]),
            entry_on=row["entry_on"],
            percent=None if percent is None else Decimal(percent) / 100,
            reason=row["reason"],
            amount=Money.from_minor(row["amount_minor"], currency),
            vat=Money.from_minor(row["vat_minor"], currency),
            state=ProposalState(row["state"]),
            proposed_on=row["proposed_on"],
            proposed_by=row["proposed_by"],
        )
