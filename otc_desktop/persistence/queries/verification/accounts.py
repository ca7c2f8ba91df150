"""Entries balance, and the ledger tells of customers what the open items tell."""

from sqlalchemy import (
    BigInteger,
    Connection,
    func,
    literal,
    or_,
    select,
    union_all,
)

from otc_desktop.domain.invoicing.invoice import InvoiceKind
from otc_desktop.domain.ledger.account_scheme import DEFAULT_SCHEME
from otc_desktop.domain.ledger.journal_entry import Journal
from otc_desktop.persistence.queries.verification.streaming import Offenders, stream
from otc_desktop.persistence.session import sum_minor
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.invoicing import invoice
from otc_desktop.persistence.tables.ledger import journal_entry, journal_line
from otc_desktop.persistence.tables.receivables import allocation, allocation_part, open_item

# What customers keep back of works, and doubtful claims, stand on accounts of their own.
_ON_CUSTOMERS = journal_line.c.account.in_(
    (DEFAULT_SCHEME.customers, DEFAULT_SCHEME.retentions, DEFAULT_SCHEME.doubtful)
)


def unbalanced_entries(connection: Connection) -> Offenders:
    """Entries whose debits and credits differ from each other or from the entry's total."""
    debit, credit = sum_minor(journal_line.c.debit_minor), sum_minor(journal_line.c.credit_minor)
    query = (
        select(journal_entry.c.fiscal_year, journal_entry.c.number)
        .outerjoin(journal_line, journal_line.c.entry_id == journal_entry.c.id)
        .group_by(
            journal_entry.c.id,
            journal_entry.c.fiscal_year,
            journal_entry.c.number,
            journal_entry.c.total_minor,
        )
        .having(or_(debit != credit, debit != journal_entry.c.total_minor))
        .order_by(journal_entry.c.fiscal_year, journal_entry.c.number)
    )
    return (f"{year}/{number}" for year, number in stream(connection, query))


def subledger_against_ledger(connection: Connection) -> Offenders:
    """Customers whose open items don't sum to their account in the ledger."""
    nothing = literal(0, BigInteger)
    both = union_all(
        select(
            customer.c.code.label("code"),
            open_item.c.open_minor.label("owed"),
            nothing.label("posted"),
        ).join(open_item, open_item.c.customer_id == customer.c.id),
        select(
            journal_line.c.auxiliary,
            nothing,
            journal_line.c.debit_minor - journal_line.c.credit_minor,
        ).where(_ON_CUSTOMERS),
    ).subquery()
    owed, posted = sum_minor(both.c.owed), sum_minor(both.c.posted)
    query = (
        select(both.c.code, owed, posted)
        .group_by(both.c.code)
        .having(owed != posted)
        .order_by(both.c.code)
    )
    return (f"{code}: {items} / {account}" for code, items, account in stream(connection, query))


def items_against_entries(connection: Connection) -> Offenders:
    """Open items that are not what was posted of them.

    A credit note laid on its invoice makes no entry: both stand on the same account.
    """
    posted = (
        select(
            journal_line.c.item_id,
            sum_minor(journal_line.c.debit_minor - journal_line.c.credit_minor).label("minor"),
        )
        .where(_ON_CUSTOMERS & journal_line.c.item_id.is_not(None))
        .group_by(journal_line.c.item_id)
        .subquery()
    )
    unposted = (
        select(allocation_part.c.item_id, sum_minor(allocation_part.c.amount_minor).label("minor"))
        .join(allocation, allocation.c.id == allocation_part.c.allocation_id)
        .where(allocation.c.entry_id.is_(None))
        .group_by(allocation_part.c.item_id)
        .subquery()
    )
    expected = func.coalesce(posted.c.minor, 0) - func.coalesce(unposted.c.minor, 0)
    query = (
        select(open_item.c.number, open_item.c.open_minor, expected)
        .outerjoin(posted, posted.c.item_id == open_item.c.id)
        .outerjoin(unposted, unposted.c.item_id == open_item.c.id)
        .where(expected != open_item.c.open_minor)
        .order_by(open_item.c.number)
    )
    return (f"{number}: {left} / {told}" for number, left, told in stream(connection, query))


def documents_against_entries(connection: Connection) -> Offenders:
    """Issued documents without the entry that posts them in full.

    What the customer keeps back is a claim of its own, judged by `items_against_entries`.
    """
    part = open_item.alias()
    kept_back = (
        select(sum_minor(part.c.total_minor))
        .where(part.c.part_of_id == invoice.c.id, part.c.kind != InvoiceKind.CREDIT_NOTE.value)
        .scalar_subquery()
    )
    posted = (
        select(sum_minor(journal_line.c.debit_minor + journal_line.c.credit_minor))
        .join(journal_entry, journal_entry.c.id == journal_line.c.entry_id)
        .where(journal_line.c.item_id == open_item.c.id)
        .where(_ON_CUSTOMERS & (journal_entry.c.journal == Journal.SALES.value))
        .scalar_subquery()
    )
    query = (
        select(invoice.c.number)
        .join(open_item, open_item.c.invoice_id == invoice.c.id)
        .where(invoice.c.number.is_not(None))
        .where(posted + kept_back != func.abs(invoice.c.total_incl_tax_minor))
        .order_by(invoice.c.number)
    )
    return (number for (number,) in stream(connection, query))
