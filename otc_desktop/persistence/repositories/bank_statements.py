"""What is known of an account around a statement: its movements, and its balances."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, func, select

from otc_desktop.domain.banking.continuity import Anchor, Neighbours
from otc_desktop.domain.banking.recognition import KnownMovement
from otc_desktop.domain.banking.statement import ParsedStatement
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.ids import BankAccountId, BankStatementId
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.session import Session, sum_minor
from otc_desktop.persistence.tables.banking import bank_statement, bank_transaction


def movements_between(
    session: Session, account_id: BankAccountId, first: date, last: date
) -> Sequence[tuple[KnownMovement, str]]:
    """The account's movements booked on these days, each with its name in the account."""
    table = bank_transaction.c
    query = (
        select(
            table.id,
            bank_statement.c.format,
            table.booked_on,
            table.value_on,
            table.amount_minor,
            table.label,
            table.counterparty,
            table.end_to_end_id,
            table.bank_reference,
            table.batch_id,
            table.fingerprint,
        )
        .join(bank_statement, bank_statement.c.id == table.statement_id)
        .where(table.account_id == account_id, table.booked_on.between(first, last))
        .order_by(table.booked_on, table.id)
    )
    return [
        (
            KnownMovement(
                id=row["id"],
                format=row["format"],
                booked_on=row["booked_on"],
                value_on=row["value_on"],
                minor=row["amount_minor"],
                label=row["label"],
                counterparty=row["counterparty"],
                end_to_end_id=row["end_to_end_id"],
                bank_reference=row["bank_reference"],
                batch_id=row["batch_id"],
            ),
            row["fingerprint"],
        )
        for row in session.rows(query)
    ]


def neighbours(
    session: Session, account_id: BankAccountId, statement: ParsedStatement, own_id: BankStatementId
) -> Neighbours:
    """What is known around a statement that was just stored."""
    own = (bank_statement.c.account_id == account_id) & (bank_statement.c.id != own_id)
    currency = Currency(statement.currency)
    if statement.closing is None or statement.closing_on is None:
        return Neighbours(covered_until=_covered_until(session, account_id, statement, own))
    day = statement.closing_on
    closed = own & bank_statement.c.closing_minor.is_not(None)
    before = _anchor(session, closed & (bank_statement.c.closing_on < day), currency, newest=True)
    after = _anchor(session, closed & (bank_statement.c.closing_on > day), currency, newest=False)
    same_day = session.rows(
        select(bank_statement.c.closing_minor).where(closed, bank_statement.c.closing_on == day)
    )
    return Neighbours(
        before=before,
        after=after,
        since_before=None
        if before is None
        else _booked(session, account_id, before.on, day, currency),
        until_after=None
        if after is None
        else _booked(session, account_id, day, after.on, currency),
        same_day=tuple(Money.from_minor(row["closing_minor"], currency) for row in same_day),
    )


def _anchor(
    session: Session, wanted: ColumnElement[bool], currency: Currency, *, newest: bool
) -> Anchor | None:
    table = bank_statement.c
    order = (table.closing_on.desc(), table.id.desc()) if newest else (table.closing_on, table.id)
    rows: Sequence[RowMapping] = session.rows(
        select(table.closing_on, table.closing_minor, table.opening_minor, table.opening_on)
        .where(wanted)
        .order_by(*order)
        .limit(1)
    )
    if not rows:
        return None
    row = rows[0]
    opening = row["opening_minor"]
    return Anchor(
        on=row["closing_on"],
        closing=Money.from_minor(row["closing_minor"], currency),
        opening=None if opening is None else Money.from_minor(opening, currency),
        opens_on=row["opening_on"],
    )


def _booked(
    session: Session, account_id: BankAccountId, after: date, until: date, currency: Currency
) -> Money:
    """The sum of what was booked behind one day, up to another."""
    table = bank_transaction.c
    row: Any = session.one(
        select(sum_minor(table.amount_minor).label("minor")).where(
            table.account_id == account_id, table.booked_on > after, table.booked_on <= until
        )
    )
    return Money.from_minor(int(row["minor"] or 0), currency)


def _covered_until(
    session: Session,
    account_id: BankAccountId,
    statement: ParsedStatement,
    own: ColumnElement[bool],
) -> date | None:
    """The last day before a statement that anything tells of."""
    first = min((entry.booked_on for entry in statement.entries), default=None)
    if first is None:
        return None
    table = bank_transaction.c
    booked = select(func.max(table.booked_on)).where(
        table.account_id == account_id, table.booked_on < first
    )
    closed = select(func.max(bank_statement.c.closing_on)).where(own)
    row = session.one(
        select(booked.scalar_subquery().label("booked"), closed.scalar_subquery().label("closed"))
    )
    days = [day for day in (row["booked"], row["closed"]) if day is not None] if row else []
    return max(days) if days else None
