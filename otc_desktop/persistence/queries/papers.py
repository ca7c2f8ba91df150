"""Lists of cheques, bills, card and cash receipts, and of deposit slips."""

from collections.abc import Mapping
from typing import Any, ClassVar

from sqlalchemy import ColumnElement, FromClause, RowMapping, Select, func, select

from otc_desktop.application.kernel.finding import FoundKind
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.receivables.paper_queries import PaperRow, SlipRow
from otc_desktop.domain.receivables.deposit_slip import SlipStatus
from otc_desktop.domain.receivables.paper_receipt import PaperKind, PaperStatus, Remittance
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.ids import BankTransactionId
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.queries.full_text import things
from otc_desktop.persistence.queries.reading import PagedQuery, Sorts, reading
from otc_desktop.persistence.queries.search import Search, starts_with
from otc_desktop.persistence.session import sum_minor
from otc_desktop.persistence.tables.banking import bank_account, bank_transaction
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.papers import deposit_slip, paper_receipt


class PaperList(PagedQuery[PaperRow]):
    """Receipts that are, or were, no bank line; newest first.

    Filters: `status` (one of PaperStatus), `kind` (one of PaperKind), `slip` (number).
    """

    sorts: ClassVar[Sorts] = {
        "received_on": paper_receipt.c.received_on,
        "amount": paper_receipt.c.amount_minor,
        "number": paper_receipt.c.number,
    }
    default_sort = "received_on"
    default_descending = True
    tie = paper_receipt.c.id

    def rows_query(self) -> Select[Any]:
        """Receipts with their customer and slip."""
        return (
            select(
                paper_receipt,
                customer.c.code.label("customer_code"),
                customer.c.name.label("customer_name"),
                deposit_slip.c.number.label("slip_number"),
                deposit_slip.c.status.label("slip_status"),
            )
            .join(customer, customer.c.id == paper_receipt.c.customer_id)
            .outerjoin(deposit_slip, deposit_slip.c.id == paper_receipt.c.slip_id)
        )

    def counted(self) -> FromClause:
        """Receipts."""
        return paper_receipt

    def filters(self, request: PageRequest) -> list[ColumnElement[bool]]:
        """Where they are, of which kind, on which slip."""
        table = paper_receipt.c
        found: list[ColumnElement[bool]] = [
            table[name] == str(request.filters[name])
            for name in ("status", "kind")
            if request.filters.get(name)
        ]
        if request.filters.get("slip"):
            slip = select(deposit_slip.c.id).where(
                deposit_slip.c.number == str(request.filters["slip"])
            )
            found.append(table.slip_id == slip.scalar_subquery())
        return found

    def choices(self, search: Search) -> list[ColumnElement[bool]]:
        """A date, an amount, the beginning of a number, or words of the customer's name."""
        table = paper_receipt.c
        if search.day is not None:
            return [table.received_on == search.day]
        found: list[ColumnElement[bool]] = [starts_with(table.number, search.text)]
        if search.amount_minor is not None:
            found.append(table.amount_minor == search.amount_minor)
        named = things(search.asked, FoundKind.CUSTOMER)
        return [*found, table.customer_id.in_(named)]

    def totals(self, request: PageRequest) -> Mapping[str, Any]:
        """The sum, where all are in one currency."""
        query = select(
            paper_receipt.c.currency, sum_minor(paper_receipt.c.amount_minor).label("amount")
        ).group_by(paper_receipt.c.currency)
        with reading(self._engine) as connection:
            narrowed = query.where(*self.narrowed(connection, request))
            rows = connection.execute(narrowed).mappings().all()
        if len(rows) != 1:
            return {}
        return {"amount": Money.from_minor(rows[0]["amount"], Currency(rows[0]["currency"]))}

    def in_hand(self) -> Mapping[PaperKind, int]:
        """How many of each kind wait to be remitted."""
        table = paper_receipt.c
        query = (
            select(table.kind, func.count())
            .where(table.status == PaperStatus.HELD.value)
            .group_by(table.kind)
        )
        with reading(self._engine) as connection:
            return {PaperKind(kind): count for kind, count in connection.execute(query)}

    def row(self, row: RowMapping) -> PaperRow:
        """A receipt."""
        status = PaperStatus(row["status"])
        return PaperRow(
            id=row["id"],
            kind=PaperKind(row["kind"]),
            customer_code=row["customer_code"],
            customer_name=row["customer_name"],
            number=row["number"],
            drawer=row["drawer"],
            bank=row["bank"],
            amount=Money.from_minor(row["amount_minor"], Currency(row["currency"])),
            received_on=row["received_on"],
            due_on=row["due_on"],
            status=status,
            slip=row["slip_number"] or "",
            returned_on=row["returned_on"],
            return_reason=row["return_reason"],
            waits_for_debit=status is PaperStatus.RETURNED and row["return_posting_id"] is None,
        )


class SlipList(PagedQuery[SlipRow]):
    """Deposit slips, newest first.

    Filters: `status` (one of SlipStatus).
    """

    sorts: ClassVar[Sorts] = {
        "made_on": deposit_slip.c.made_on,
        "total": deposit_slip.c.total_minor,
    }
    default_sort = "made_on"
    default_descending = True
    tie = deposit_slip.c.id

    def rows_query(self) -> Select[Any]:
        """Slips with their account and the line that credited them."""
        return (
            select(
                deposit_slip,
                bank_account.c.number.label("account"),
                bank_transaction.c.booked_on.label("credited_on"),
            )
            .join(bank_account, bank_account.c.id == deposit_slip.c.bank_account_id)
            .outerjoin(bank_transaction, bank_transaction.c.id == deposit_slip.c.transaction_id)
        )

    def counted(self) -> FromClause:
        """Slips."""
        return deposit_slip

    def filters(self, request: PageRequest) -> list[ColumnElement[bool]]:
        """Where they are."""
        status = request.filters.get("status")
        return [deposit_slip.c.status == str(status)] if status else []

    def choices(self, search: Search) -> list[ColumnElement[bool]]:
        """A date, an amount, or the beginning of a number."""
        table = deposit_slip.c
        if search.day is not None:
            return [table.made_on == search.day]
        found = [starts_with(table.number, search.text.upper())]
        if search.amount_minor is not None:
            found.append(table.total_minor == search.amount_minor)
        return found

    def row(self, row: RowMapping) -> SlipRow:
        """A slip."""
        transaction = row["transaction_id"]
        return SlipRow(
            id=row["id"],
            number=row["number"],
            kind=PaperKind(row["kind"]),
            remittance=Remittance(row["remittance"]),
            account=row["account"],
            made_on=row["made_on"],
            total=Money.from_minor(row["total_minor"], Currency(row["currency"])),
            papers=row["papers"],
            status=SlipStatus(row["status"]),
            posting_id=row["posting_id"],
            transaction_id=None if transaction is None else BankTransactionId(transaction),
            credited_on=row["credited_on"],
        )
