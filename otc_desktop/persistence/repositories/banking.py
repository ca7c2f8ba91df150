"""Bank accounts, statements and movements."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import RowMapping, func, select, update

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.application.kernel.repositories import StatementRecord
from otc_desktop.domain.banking.continuity import Neighbours
from otc_desktop.domain.banking.recognition import KnownMovement
from otc_desktop.domain.banking.statement import BankAccount, ParsedStatement
from otc_desktop.domain.banking.transaction import BankTransaction, TransactionStatus
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import (
    BankAccountId,
    BankStatementId,
    BankTransactionId,
)
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.repositories import bank_statements
from otc_desktop.persistence.session import Session
from otc_desktop.persistence.tables import banking as tables

# The key under which imports that add an account wait for each other: «acct» in hexadecimal.
_NEW_ACCOUNT = 0x61636374
_WAITING = (TransactionStatus.OPEN.value, TransactionStatus.PARTIAL.value)
_TEXTS = (
    "label counterparty counterparty_account end_to_end_id bank_reference structured_reference"
    " fingerprint transaction_code return_reason mandate"
).split()


class SqlBankRepository:
    """The bank side of a database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get_account(self, account_id: BankAccountId) -> BankAccount:
        """By id."""
        row = self._session.by_id(tables.bank_account, account_id)
        if row is None:
            raise NotFoundError("banking.account_not_found", account=str(account_id))
        return _account_of(row)

    def find_account(self, number: str) -> BankAccount | None:
        """By number; locked, so that two imports of one file don't both think it new."""
        table = tables.bank_account
        row = self._session.one(select(table).where(table.c.number == number), lock=True)
        return None if row is None else _account_of(row)

    def accounts(self) -> Sequence[BankAccount]:
        """All accounts, by number."""
        table = tables.bank_account
        return [_account_of(row) for row in self._session.rows(select(table).order_by("number"))]

    def add_account(self, account: BankAccount) -> BankAccount:
        """A new account, or the one of that number that somebody else added meanwhile."""
        table = tables.bank_account
        if self._session.is_postgresql:
            # Waits for an import that is adding the same account; on SQLite there is none.
            self._session.connection.execute(select(func.pg_advisory_xact_lock(_NEW_ACCOUNT)))
            known = self.find_account(account.number)
            if known is not None:
                return known
        self._session.insert(
            table,
            {
                "id": account.id,
                "number": account.number,
                "currency": account.currency,
                "ledger_account": account.ledger_account,
                "journal": account.journal,
            },
        )
        return account

    def rename_account(self, account: BankAccount, number: str) -> BankAccount:
        """Give an account its fuller number, such as the IBAN of one known by a short one."""
        table = tables.bank_account
        self._session.connection.execute(
            update(table).where(table.c.id == account.id).values(number=number)
        )
        self._session.changes.append(
            {
                "table": table.name,
                "id": account.id,
                "before": {"number": account.number},
                "after": {"number": number},
            }
        )
        self._session.topics.add(Topic.BANK)
        return replace(account, number=number)

    def newest_statement_date(self) -> date | None:
        """The last day any statement tells of."""
        statements, movements = tables.bank_statement, tables.bank_transaction
        row = self._session.one(
            select(
                select(func.max(statements.c.closing_on)).scalar_subquery().label("closed"),
                select(func.max(movements.c.booked_on)).scalar_subquery().label("booked"),
            )
        )
        days = [day for day in (row["closed"], row["booked"]) if day is not None] if row else []
        return max(days) if days else None

    def movements_between(
        self, account_id: BankAccountId, first: date, last: date
    ) -> Sequence[tuple[KnownMovement, str]]:
        """The account's movements booked on these days, each with its name in the account."""
        return bank_statements.movements_between(self._session, account_id, first, last)

    def neighbours(
        self, account_id: BankAccountId, statement: ParsedStatement, own_id: BankStatementId
    ) -> Neighbours:
        """What is known around a statement that was just stored."""
        return bank_statements.neighbours(self._session, account_id, statement, own_id)

    def add_statement(
        self, record: StatementRecord, transactions: Sequence[BankTransaction]
    ) -> None:
        """A statement with its new movements."""
        self._session.insert(
            tables.bank_statement,
            {
                "id": record.id,
                "account_id": record.account_id,
                "format": record.format,
                "statement_id": record.statement_id,
                "currency": record.currency,
                "opening_minor": None if record.opening is None else record.opening.minor,
                "closing_minor": None if record.closing is None else record.closing.minor,
                "opening_on": record.opening_on,
                "closing_on": record.closing_on,
                "transactions": record.transactions,
                "added": record.added,
                "file_sha256": record.file_sha256,
                "imported_at": self._session.now,
            },
        )
        self._session.insert_many(tables.bank_transaction, [_row(each) for each in transactions])
        self._session.topics.add(Topic.BANK)

    def replace_by_first(self, transaction: BankTransaction) -> None:
        """A batch's movement made its first payment; the others are added beside it."""
        row = _row(transaction)
        kept = {"id", "account_id", "statement_id", "currency", "version"}
        self._session.update_versioned(
            tables.bank_transaction,
            transaction.id,
            transaction.version,
            {name: value for name, value in row.items() if name not in kept},
        )
        self._session.topics.add(Topic.BANK)

    def get(self, transaction_id: BankTransactionId, *, lock: bool = False) -> BankTransaction:
        """One movement."""
        row = self._session.by_id(tables.bank_transaction, transaction_id, lock=lock)
        if row is None:
            raise NotFoundError("banking.transaction_not_found", id=str(transaction_id))
        return _transaction_of(row)

    def unmatched(self) -> Sequence[BankTransaction]:
        """Movements that wait for somebody, oldest first."""
        table = tables.bank_transaction
        query = (
            select(table)
            .where(table.c.status.in_(_WAITING))
            .order_by(table.c.booked_on, table.c.id)
        )
        return [_transaction_of(row) for row in self._session.rows(query)]

    def save(self, transaction: BankTransaction) -> None:
        """A changed movement: how much of it is explained."""
        self._session.update_versioned(
            tables.bank_transaction, transaction.id, transaction.version, _moving(transaction)
        )
        self._session.topics.add(Topic.BANK)


def _row(each: BankTransaction) -> dict[str, Any]:
    return {
        "id": each.id,
        "account_id": each.account_id,
        "statement_id": each.statement_id,
        "booked_on": each.booked_on,
        "value_on": each.value_on,
        "currency": each.amount.currency.code,
        "amount_minor": each.amount.minor,
        **{name: getattr(each, name) for name in _TEXTS},
        "charges_minor": None if each.charges is None else each.charges.minor,
        "original_minor": None if each.original is None else each.original.minor,
        "original_currency": None if each.original is None else each.original.currency.code,
        "batch_id": each.batch_id,
        "version": 1,
        **_moving(each),
    }


def _moving(transaction: BankTransaction) -> dict[str, Any]:
    return {"allocated_minor": transaction.allocated.minor, "status": transaction.status.value}


def _account_of(row: RowMapping) -> BankAccount:
    return BankAccount(
        id=BankAccountId(row["id"]),
        number=row["number"],
        currency=row["currency"],
        ledger_account=row["ledger_account"],
        journal=row["journal"],
    )


def _transaction_of(row: RowMapping) -> BankTransaction:
    currency = Currency(row["currency"])
    return BankTransaction(
        id=BankTransactionId(row["id"]),
        account_id=BankAccountId(row["account_id"]),
        statement_id=BankStatementId(row["statement_id"]),
        booked_on=row["booked_on"],
        value_on=row["value_on"],
        amount=Money.from_minor(row["amount_minor"], currency),
        allocated=Money.from_minor(row["allocated_minor"], currency),
        **{name: row[name] for name in _TEXTS},
        charges=None
        if row["charges_minor"] is None
        else Money.from_minor(row["charges_minor"], currency),
        original=None
        if row["original_minor"] is None
        else Money.from_minor(row["original_minor"], Currency(row["original_currency"])),
        batch_id=row["batch_id"],
        status=TransactionStatus(row["status"]),
        version=row["version"],
    )
