"""Bank movements beside the entries that they became."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Select, func, or_, select, union_all

from otc_desktop.domain.banking.reconciliation import (
    BankReconciliation,
    ReconciledKind,
    ReconciledLine,
)
from otc_desktop.domain.banking.statement import BankAccount
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.money import Money, total
from otc_desktop.persistence.session import Session, sum_minor
from otc_desktop.persistence.tables.bank_postings import bank_posting
from otc_desktop.persistence.tables.banking import bank_statement, bank_transaction
from otc_desktop.persistence.tables.ledger import journal_entry, journal_line
from otc_desktop.persistence.tables.receivables import allocation

_SIGNED = journal_line.c.debit_minor - journal_line.c.credit_minor
# Every entry that a movement became, reversals included.
_ENTRIES = union_all(
    select(allocation.c.transaction_id, allocation.c.entry_id).where(
        allocation.c.transaction_id.is_not(None) & allocation.c.entry_id.is_not(None)
    ),
    select(bank_posting.c.transaction_id, bank_posting.c.entry_id),
).subquery()


class SqlBankBooks:
    """Reads both sides of a database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def reconciliation(self, accounts: Sequence[BankAccount], on: date) -> BankReconciliation:
        """The statement of accounts that share a ledger account and a currency."""
        first = accounts[0]
        currency = Currency(first.currency)
        told = [self._told(account, on) for account in accounts]
        openings = [opening for _, _, opening in told if opening is not None]
        days = [day for day, _, _ in told if day is not None]
        return BankReconciliation(
            accounts=tuple(account.number for account in accounts),
            ledger_account=first.ledger_account,
            on=on,
            told_on=min(days) if len(days) == len(accounts) else None,
            bank_balance=total((balance for _, balance, _ in told), currency),
            ledger_balance=self._ledger_balance(first.ledger_account, on, currency),
            first_opening=total(openings, currency) if len(openings) == len(accounts) else None,
            moved=self._moved([account.id for account in accounts], None, on, currency),
            not_booked=self._not_booked(accounts, on, currency),
            not_at_bank=self._not_at_bank(first.ledger_account, on, currency),
        )

    def _told(self, account: BankAccount, on: date) -> tuple[date | None, Money, Money | None]:
        """The day of the last balance told, the balance on the day, the first one told."""
        table = bank_statement.c
        currency = Currency(account.currency)
        mine = table.account_id == account.id
        last = self._session.rows(
            select(table.closing_on, table.closing_minor)
            .where(mine & table.closing_minor.is_not(None) & (table.closing_on <= on))
            .order_by(table.closing_on.desc(), table.id.desc())
            .limit(1)
        )
        begin = self._session.rows(
            select(table.opening_minor)
            .where(mine & table.opening_minor.is_not(None) & (table.opening_on <= on))
            .order_by(table.opening_on, table.id)
            .limit(1)
        )
        opening = Money.from_minor(begin[0]["opening_minor"], currency) if begin else None
        if last:
            day = last[0]["closing_on"]
            since = self._moved([account.id], day, on, currency)
            return day, Money.from_minor(last[0]["closing_minor"], currency) + since, opening
        moved = self._moved([account.id], None, on, currency)
        return None, moved if opening is None else opening + moved, opening

    def _moved(
        self, account_ids: Sequence[UUID], after: date | None, on: date, currency: Currency
    ) -> Money:
        table = bank_transaction.c
        query = select(sum_minor(table.amount_minor).label("minor")).where(
            table.account_id.in_(account_ids) & (table.booked_on <= on)
        )
        if after is not None:
            query = query.where(table.booked_on > after)
        [row] = self._session.rows(query)
        return Money.from_minor(row["minor"], currency)

    def _ledger_balance(self, ledger_account: str, on: date, currency: Currency) -> Money:
        [row] = self._session.rows(
            select(sum_minor(_SIGNED).label("minor"))
            .join(journal_entry, journal_entry.c.id == journal_line.c.entry_id)
            .where((journal_line.c.account == ledger_account) & (journal_entry.c.entry_on <= on))
        )
        return Money.from_minor(row["minor"], currency)

    def _not_booked(
        self, accounts: Sequence[BankAccount], on: date, currency: Currency
    ) -> tuple[ReconciledLine, ...]:
        table = bank_transaction.c
        booked = (
            select(_ENTRIES.c.transaction_id, sum_minor(_SIGNED).label("minor"))
            .join(journal_entry, journal_entry.c.id == _ENTRIES.c.entry_id)
            .join(journal_line, journal_line.c.entry_id == journal_entry.c.id)
            .where(journal_line.c.account == accounts[0].ledger_account)
            .where(journal_entry.c.entry_on <= on)
            .group_by(_ENTRIES.c.transaction_id)
            .subquery()
        )
        rest = table.amount_minor - func.coalesce(booked.c.minor, 0)
        query = (
            select(table.booked_on, table.label, table.counterparty, rest.label("minor"))
            .outerjoin(booked, booked.c.transaction_id == table.id)
            .where(table.account_id.in_([account.id for account in accounts]))
            .where((table.booked_on <= on) & (rest != 0))
            .order_by(table.booked_on, table.id)
        )
        return tuple(
            ReconciledLine(
                kind=ReconciledKind.NOT_BOOKED,
                on=row["booked_on"],
                label=" · ".join(text for text in (row["counterparty"], row["label"]) if text),
                amount=-Money.from_minor(row["minor"], currency),
            )
            for row in self._session.rows(query)
        )

    def _not_at_bank(
        self, ledger_account: str, on: date, currency: Currency
    ) -> tuple[ReconciledLine, ...]:
        return tuple(
            ReconciledLine(
                kind=ReconciledKind.NOT_AT_BANK,
                on=row["entry_on"],
                label=row["label"],
                amount=Money.from_minor(row["minor"], currency),
            )
            for row in self._session.rows(_unexplained(ledger_account, on))
        )


def _unexplained(ledger_account: str, on: date) -> Select[tuple[date, str, int]]:
    """Lines of the books without a movement, or with one of a later day."""
    table = bank_transaction.c
    return (
        select(journal_entry.c.entry_on, journal_line.c.label, _SIGNED.label("minor"))
        .join(journal_line, journal_line.c.entry_id == journal_entry.c.id)
        .outerjoin(_ENTRIES, _ENTRIES.c.entry_id == journal_entry.c.id)
        .outerjoin(bank_transaction, table.id == _ENTRIES.c.transaction_id)
        .where((journal_line.c.account == ledger_account) & (journal_entry.c.entry_on <= on))
        .where(or_(table.id.is_(None), table.booked_on > on))
        .order_by(journal_entry.c.entry_on, journal_entry.c.id, journal_line.c.position)
    )
