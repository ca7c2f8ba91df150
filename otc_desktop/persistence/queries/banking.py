"""Lists of bank movements, accounts, and what was done with a receipt."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from sqlalchemy import ColumnElement, FromClause, RowMapping, Select, func, select

from otc_desktop.application.banking.queries import (
    AccountRow,
    AllocationRow,
    TransactionRow,
    masked,
)
from otc_desktop.application.kernel.finding import FoundKind
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.domain.banking.transaction import TransactionStatus
from otc_desktop.domain.receivables.allocation import Difference, DifferenceKind
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.ids import AllocationId, BankAccountId, BankTransactionId
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.queries.full_text import things
from otc_desktop.persistence.queries.reading import PagedQuery, Sorts, reading
from otc_desktop.persistence.queries.search import Search, either_sign
from otc_desktop.persistence.repositories.receivables import reasons_of
from otc_desktop.persistence.session import sum_minor
from otc_desktop.persistence.tables.banking import (
    WAITING,
    bank_account,
    bank_statement,
    bank_transaction,
)
from otc_desktop.persistence.tables.receivables import allocation, allocation_part, open_item


class TransactionList(PagedQuery[TransactionRow]):
    """Bank movements, newest first.

    Filters: `status` (one of TransactionStatus, or `waiting`), `account` (number).
    """

    sorts: ClassVar[Sorts] = {
        "booked_on": bank_transaction.c.booked_on,
        "amount": bank_transaction.c.amount_minor,
    }
    default_sort = "booked_on"
    default_descending = True
    tie = bank_transaction.c.id

    def rows_query(self) -> Select[Any]:
        """Movements with their account."""
        return select(bank_transaction, bank_account.c.number.label("account")).join(
            bank_account, bank_account.c.id == bank_transaction.c.account_id
        )

    def counted(self) -> FromClause:
        """Movements."""
        return bank_transaction

    def filters(self, request: PageRequest) -> list[ColumnElement[bool]]:
        """Whether it waits, and of which account."""
        table = bank_transaction.c
        found: list[ColumnElement[bool]] = []
        status = request.filters.get("status")
        if status == "waiting":
            found.append(WAITING)
        elif status:
            found.append(table.status == str(status))
        if request.filters.get("account"):
            owner = select(bank_account.c.id).where(
                bank_account.c.number == request.filters["account"]
            )
            found.append(table.account_id == owner.scalar_subquery())
        return found

    def choices(self, search: Search) -> list[ColumnElement[bool]]:
        """A date, an amount, the bank's reference, or words of label and counterparty."""
        table = bank_transaction.c
        if search.day is not None:
            return [table.booked_on == search.day]
        found = [table.bank_reference == search.text]
        if search.amount_minor is not None:
            return [*found, either_sign(table.amount_minor, search.amount_minor)]
        return [*found, table.id.in_(things(search.asked, FoundKind.BANK_LINE))]

    def totals(self, request: PageRequest) -> Mapping[str, Any]:
        """Sums where all listed movements are in one currency; none where they aren't."""
        query = select(
            bank_transaction.c.currency,
            sum_minor(bank_transaction.c.amount_minor).label("amount"),
            sum_minor(bank_transaction.c.amount_minor - bank_transaction.c.allocated_minor).label(
                "unallocated"
            ),
        ).group_by(bank_transaction.c.currency)
        with reading(self._engine) as connection:
            narrowed = query.where(*self.narrowed(connection, request))
            rows = connection.execute(narrowed).mappings().all()
        if len(rows) != 1:
            return {}
        currency = Currency(rows[0]["currency"])
        return {
            "amount": Money.from_minor(rows[0]["amount"], currency),
            "unallocated": Money.from_minor(rows[0]["unallocated"], currency),
        }

    def row(self, row: RowMapping) -> TransactionRow:
        """A movement."""
        currency = Currency(row["currency"])
        return TransactionRow(
            id=BankTransactionId(row["id"]),
            account=row["account"],
            booked_on=row["booked_on"],
            value_on=row["value_on"],
            amount=Money.from_minor(row["amount_minor"], currency),
            unallocated=Money.from_minor(row["amount_minor"] - row["allocated_minor"], currency),
            label=row["label"],
            counterparty=row["counterparty"],
            counterparty_account=masked(row["counterparty_account"]),
            counterparty_account_in_full=row["counterparty_account"],
            bank_reference=row["bank_reference"],
            status=TransactionStatus(row["status"]),
            end_to_end_id=row["end_to_end_id"],
            transaction_code=row["transaction_code"],
            return_reason=row["return_reason"],
            mandate=row["mandate"],
            charges=_money(row["charges_minor"], row["currency"]),
            original=_money(row["original_minor"], row["original_currency"]),
        )

    def counters(self) -> Mapping[TransactionStatus, int]:
        """How many movements there are by status."""
        query = select(bank_transaction.c.status, func.count()).group_by(bank_transaction.c.status)
        with reading(self._engine) as connection:
            return {TransactionStatus(status): count for status, count in connection.execute(query)}

    def accounts(self) -> Sequence[AccountRow]:
        """Accounts with the last balance a statement told."""
        query = select(bank_account).order_by(bank_account.c.number)
        found = []
        with reading(self._engine) as connection:
            for row in connection.execute(query).mappings().all():
                last = (
                    connection.execute(
                        select(bank_statement.c.closing_on, bank_statement.c.closing_minor)
                        .where(bank_statement.c.account_id == row["id"])
                        .where(bank_statement.c.closing_minor.is_not(None))
                        .order_by(bank_statement.c.closing_on.desc(), bank_statement.c.id.desc())
                        .limit(1)
                    )
                    .mappings()
                    .one_or_none()
                )
                found.append(
                    AccountRow(
                        id=BankAccountId(row["id"]),
                        number=row["number"],
                        currency=row["currency"],
                        last_statement_on=None if last is None else last["closing_on"],
                        last_balance=None
                        if last is None
                        else Money.from_minor(last["closing_minor"], Currency(row["currency"])),
                    )
                )
        return found

    def allocations(self, transaction_id: BankTransactionId) -> Sequence[AllocationRow]:
        """What was done with a receipt, newest first; reversals are told as `undone`."""
        reversal = allocation.alias("reversal")
        query = (
            select(allocation, reversal.c.id.label("reversal_id"))
            .outerjoin(reversal, reversal.c.reverses_id == allocation.c.id)
            .where(allocation.c.transaction_id == transaction_id)
            .where(allocation.c.reverses_id.is_(None))
            .order_by(allocation.c.made_at.desc())
        )
        with reading(self._engine) as connection:
            rows = connection.execute(query).mappings().all()
            parts = connection.execute(
                select(
                    allocation_part.c.allocation_id,
                    open_item.c.number,
                    allocation_part.c.amount_minor,
                )
                .join(open_item, open_item.c.id == allocation_part.c.item_id)
                .where(allocation_part.c.allocation_id.in_([row["id"] for row in rows]))
                .order_by(allocation_part.c.position)
            ).all()
        return [_allocation(row, parts) for row in rows]


def _money(minor: int | None, currency: str) -> Money | None:
    return None if minor is None else Money.from_minor(minor, Currency(currency))


def _allocation(row: RowMapping, parts: Sequence[Any]) -> AllocationRow:
    currency = Currency(row["currency"])
    confidence = row["confidence"]
    return AllocationRow(
        id=AllocationId(row["id"]),
        parts=tuple(
            (number, Money.from_minor(minor, currency))
            for owner, number, minor in parts
            if owner == row["id"]
        ),
        difference=Difference(
            Money.from_minor(row["difference_minor"], currency),
            DifferenceKind(row["difference_kind"]),
        ),
        reasons=reasons_of(row["reasons"]),
        confidence=None if confidence is None else float(confidence),
        made_by=row["made_by"],
        made_at=row["made_at"],
        made_by_machine=row["made_by_machine"],
        undone=row["reversal_id"] is not None,
    )
