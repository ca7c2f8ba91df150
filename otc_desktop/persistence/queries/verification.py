"""`otc verify`: every invariant, proven on the live data by the database itself."""

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Engine, Select, Table, func, or_, select, text

from otc_desktop.application.kernel.task import Task
from otc_desktop.application.verification.queries import Check
from otc_desktop.domain.audit.hash_chain import GENESIS, next_hash
from otc_desktop.domain.ledger.account_scheme import DEFAULT_SCHEME
from otc_desktop.persistence import audit_log
from otc_desktop.persistence.queries.reading import reading
from otc_desktop.persistence.session import sum_minor
from otc_desktop.persistence.tables.audit import audit_entry, chain_head
from otc_desktop.persistence.tables.banking import bank_transaction
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.dunning import dunning_notice_item
from otc_desktop.persistence.tables.invoicing import (
    archived_document,
    blob,
    invoice,
    invoice_adjustment,
    invoice_line,
    invoice_vat,
)
from otc_desktop.persistence.tables.ledger import journal_entry, journal_line
from otc_desktop.persistence.tables.outbox import outbox_message
from otc_desktop.persistence.tables.receivables import (
    allocation,
    allocation_part,
    open_item,
    receivable_movement,
)

_ROWS_A_FETCH = 2_000
_OFFENDERS_SHOWN = 5
_SEQUENCE = re.compile(r"^(.*?)(\d+)$")

Offenders = Iterable[str]


class SqlVerification:
    """The checks of one database; each reads in constant memory."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def run_checks(self, task: Task) -> Sequence[Check]:
        """All checks, in a fixed order, on one state of the books."""
        checks = []
        with reading(self._engine) as connection:
            for done, (name, find) in enumerate(_CHECKS.items()):
                task.check_cancelled()
                task.progress(done, len(_CHECKS))
                first = list(islice(find(connection), _OFFENDERS_SHOWN + 1))
                shown = ", ".join(first[:_OFFENDERS_SHOWN])
                more = " …" if len(first) > _OFFENDERS_SHOWN else ""
                checks.append(Check(name, not first, f"{shown}{more}"))
        return checks


def _unbalanced_entries(connection: Connection) -> Offenders:
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
    )
    return (f"{year}/{number}" for year, number in _stream(connection, query))


def _entry_number_gaps(connection: Connection) -> Offenders:
    """Fiscal years whose entry numbers are not 1 to n."""
    number = journal_entry.c.number
    query = select(
        journal_entry.c.fiscal_year, func.count(), func.min(number), func.max(number)
    ).group_by(journal_entry.c.fiscal_year)
    return (
        f"{year}: {count} in {first}–{last}"
        for year, count, first, last in connection.execute(query)
        if (first, last) != (1, count)
    )


def _invoice_number_gaps(connection: Connection) -> Offenders:
    """Numbers that don't follow the one before in their series."""
    query = (
        select(invoice.c.number)
        .where(invoice.c.number.is_not(None))
        .order_by(invoice.c.document_on, invoice.c.number)
    )
    last: dict[str, set[int]] = {}
    for (number,) in _stream(connection, query):
        found = _SEQUENCE.match(number)
        if found:
            last.setdefault(found[1], set()).add(int(found[2]))
    for prefix, numbers in sorted(last.items()):
        missing = set(range(1, max(numbers) + 1)) - numbers
        yield from (f"{prefix}{number}" for number in sorted(missing))


def _dates_that_go_back(connection: Connection) -> Offenders:
    """Documents dated before the one with the number before theirs."""
    query = (
        select(invoice.c.kind, invoice.c.number, invoice.c.document_on)
        .where(invoice.c.number.is_not(None))
        .order_by(invoice.c.kind, func.length(invoice.c.number), invoice.c.number)
    )
    prefix, day = "", None
    for kind, number, document_on in _stream(connection, query):
        found = _SEQUENCE.match(number)
        series = f"{kind}/{found[1] if found else ''}"
        if series == prefix and day is not None and document_on < day:
            yield number
        prefix, day = series, document_on


def _broken_audit_chain(connection: Connection) -> Offenders:
    """Links of the audit trail that were changed, removed or slipped in."""
    return _broken_chain(connection, audit_entry, audit_log.AUDIT)


def _broken_archive_chain(connection: Connection) -> Offenders:
    """Links of the archive that were changed, removed or slipped in."""
    yield from _broken_chain(connection, archived_document, audit_log.ARCHIVE)
    query = select(
        archived_document.c.sequence, archived_document.c.sha256, archived_document.c.payload
    )
    for sequence, sha256, payload in _stream(connection, query):
        if json.loads(payload)["sha256"] != sha256:
            yield f"archive {sequence}"


def _broken_chain(connection: Connection, table: Table, name: str) -> Iterator[str]:
    previous, expected = GENESIS, 0
    query = select(table.c.sequence, table.c.payload, table.c.hash).order_by(table.c.sequence)
    for sequence, payload, link in _stream(connection, query):
        expected += 1
        if sequence != expected or next_hash(previous, payload) != link:
            yield f"{name} {sequence}"
            return
        previous = link
    head = connection.execute(
        select(chain_head.c.sequence, chain_head.c.hash).where(chain_head.c.name == name)
    ).one_or_none()
    if (expected, previous) != (tuple(head) if head is not None else (0, GENESIS)):
        yield f"{name} head"


def _altered_bytes(connection: Connection) -> Offenders:
    """Archived bytes that don't match their SHA-256."""
    for sha256, content in _stream(connection, select(blob.c.sha256, blob.c.content)):
        if hashlib.sha256(content).hexdigest() != sha256:
            yield sha256


def _subledger_against_ledger(connection: Connection) -> Offenders:
    """Customers whose open items don't sum to their account in the ledger."""
    items = _sums(
        connection.execute(
            select(customer.c.code, sum_minor(open_item.c.open_minor))
            .join(open_item, open_item.c.customer_id == customer.c.id)
            .group_by(customer.c.code)
        )
    )
    accounts = _sums(
        connection.execute(
            select(
                journal_line.c.auxiliary,
                sum_minor(journal_line.c.debit_minor) - sum_minor(journal_line.c.credit_minor),
            )
            .where(journal_line.c.account == DEFAULT_SCHEME.customers)
            .group_by(journal_line.c.auxiliary)
        )
    )
    for code in sorted(set(items) | set(accounts)):
        if items.get(code, 0) != accounts.get(code, 0):
            yield f"{code}: {items.get(code, 0)} / {accounts.get(code, 0)}"


def _sums(rows: Iterable[Any]) -> dict[str, int]:
    return {code: minor for code, minor in rows}  # noqa: C416 - rows are no pairs to dict()


def _items_against_movements(connection: Connection) -> Offenders:
    """Open items whose balance is not the sum of their movements."""
    moved = sum_minor(receivable_movement.c.amount_minor)
    query = (
        select(open_item.c.number)
        .outerjoin(receivable_movement, receivable_movement.c.item_id == open_item.c.id)
        .group_by(open_item.c.id, open_item.c.number, open_item.c.open_minor, open_item.c.is_open)
        .having(
            or_(
                moved != open_item.c.open_minor,
                open_item.c.is_open != (open_item.c.open_minor != 0),
            )
        )
    )
    return (number for (number,) in _stream(connection, query))


def _items_against_documents(connection: Connection) -> Offenders:
    """Claims that are not what their document says, and documents without a claim."""
    stated = invoice.c.total_incl_tax_minor
    query = (
        select(invoice.c.number)
        .outerjoin(open_item, open_item.c.invoice_id == invoice.c.id)
        .where(invoice.c.number.is_not(None))
        .where(or_(open_item.c.id.is_(None), func.abs(open_item.c.total_minor) != func.abs(stated)))
    )
    return (number for (number,) in _stream(connection, query))


def _documents_against_their_parts(connection: Connection) -> Offenders:
    """Documents whose totals are not the sum of lines, adjustments and VAT groups."""
    signed = select(
        func.coalesce(
            func.sum(invoice_adjustment.c.amount_minor).filter(
                invoice_adjustment.c.kind == "charge"
            ),
            0,
        )
        - func.coalesce(
            func.sum(invoice_adjustment.c.amount_minor).filter(
                invoice_adjustment.c.kind == "allowance"
            ),
            0,
        )
    ).where(invoice_adjustment.c.invoice_id == invoice.c.id)
    lines = select(sum_minor(invoice_line.c.net_minor)).where(
        invoice_line.c.invoice_id == invoice.c.id
    )
    basis = select(sum_minor(invoice_vat.c.basis_minor)).where(
        invoice_vat.c.invoice_id == invoice.c.id
    )
    tax = select(sum_minor(invoice_vat.c.tax_minor)).where(invoice_vat.c.invoice_id == invoice.c.id)
    excl, vat = invoice.c.total_excl_tax_minor, invoice.c.total_vat_minor
    query = (
        select(invoice.c.number)
        .where(invoice.c.number.is_not(None))
        .where(
            or_(
                lines.scalar_subquery() + signed.scalar_subquery() != excl,
                basis.scalar_subquery() != excl,
                tax.scalar_subquery() != vat,
                excl + vat != invoice.c.total_incl_tax_minor,
            )
        )
    )
    return (number for (number,) in _stream(connection, query))


def _documents_against_ledger(connection: Connection) -> Offenders:
    """Issued documents without the entry that posts them in full."""
    posted = (
        select(sum_minor(journal_line.c.debit_minor + journal_line.c.credit_minor))
        .join(journal_entry, journal_entry.c.id == journal_line.c.entry_id)
        .where(journal_line.c.item_id == open_item.c.id)
        .where(journal_line.c.account == DEFAULT_SCHEME.customers)
        .where(journal_entry.c.journal == "VE")
        .scalar_subquery()
    )
    query = (
        select(invoice.c.number)
        .join(open_item, open_item.c.invoice_id == invoice.c.id)
        .where(invoice.c.number.is_not(None))
        .where(posted != func.abs(invoice.c.total_incl_tax_minor))
    )
    return (number for (number,) in _stream(connection, query))


def _documents_without_archive(connection: Connection) -> Offenders:
    """Issued documents whose bytes were not kept."""
    query = (
        select(invoice.c.number)
        .outerjoin(archived_document, archived_document.c.invoice_id == invoice.c.id)
        .where(invoice.c.number.is_not(None) & archived_document.c.invoice_id.is_(None))
    )
    return (number for (number,) in _stream(connection, query))


def _receipts_against_allocations(connection: Connection) -> Offenders:
    """Receipts whose explained part is not the sum of their allocations, or exceeds them."""
    parts = (
        select(
            allocation.c.transaction_id,
            sum_minor(allocation_part.c.amount_minor).label("minor"),
        )
        .join(allocation_part, allocation_part.c.allocation_id == allocation.c.id)
        .group_by(allocation.c.transaction_id)
        .subquery()
    )
    differences = (
        select(allocation.c.transaction_id, sum_minor(allocation.c.difference_minor).label("minor"))
        .group_by(allocation.c.transaction_id)
        .subquery()
    )
    explained = func.coalesce(parts.c.minor, 0) - func.coalesce(differences.c.minor, 0)
    query = (
        select(bank_transaction.c.id)
        .outerjoin(parts, parts.c.transaction_id == bank_transaction.c.id)
        .outerjoin(differences, differences.c.transaction_id == bank_transaction.c.id)
        .where(
            or_(
                explained != bank_transaction.c.allocated_minor,
                func.abs(bank_transaction.c.allocated_minor)
                > func.abs(bank_transaction.c.amount_minor),
            )
        )
    )
    return (str(each) for (each,) in _stream(connection, query))


def _released_vat(connection: Connection) -> Offenders:
    """Items that released more VAT than they carry."""
    query = select(open_item.c.number).where(
        func.abs(open_item.c.vat_released_minor) > func.abs(open_item.c.vat_minor)
    )
    return (number for (number,) in _stream(connection, query))


def _double_sends(connection: Connection) -> Offenders:
    """Items that reached a step twice, and notices with two mails."""
    steps = (
        select(dunning_notice_item.c.item_id, dunning_notice_item.c.step)
        .where(dunning_notice_item.c.is_new.is_(True))
        .group_by(dunning_notice_item.c.item_id, dunning_notice_item.c.step)
        .having(func.count() > 1)
    )
    yield from (f"{item}/{step}" for item, step in _stream(connection, steps))
    mails = (
        select(outbox_message.c.notice_id)
        .where(outbox_message.c.notice_id.is_not(None))
        .group_by(outbox_message.c.notice_id)
        .having(func.count() > 1)
    )
    yield from (str(notice) for (notice,) in _stream(connection, mails))


def _orphans(connection: Connection) -> Offenders:
    """Rows that point to nothing; a foreign key would refuse them, unless it was off."""
    if connection.dialect.name == "sqlite":
        for table, row, parent, _ in connection.execute(text("PRAGMA foreign_key_check")):
            yield f"{table} {row} → {parent}"
        return
    query = text(
        "SELECT conrelid::regclass || '.' || conname FROM pg_constraint"
        " WHERE contype = 'f' AND NOT convalidated"
    )
    yield from (name for (name,) in connection.execute(query))


def _stream(connection: Connection, query: Select[Any]) -> Iterator[tuple[Any, ...]]:
    result = connection.execution_options(stream_results=True, yield_per=_ROWS_A_FETCH).execute(
        query
    )
    yield from (tuple(row) for row in result)


_CHECKS: dict[str, Callable[[Connection], Offenders]] = {
    "balanced_entries": _unbalanced_entries,
    "continuous_entry_numbers": _entry_number_gaps,
    "continuous_invoice_numbers": _invoice_number_gaps,
    "dates_follow_numbers": _dates_that_go_back,
    "audit_chain": _broken_audit_chain,
    "archive_chain": _broken_archive_chain,
    "archived_bytes": _altered_bytes,
    "documents_archived": _documents_without_archive,
    "subledger_equals_ledger": _subledger_against_ledger,
    "documents_equal_entries": _documents_against_ledger,
    "documents_equal_open_items": _items_against_documents,
    "document_totals": _documents_against_their_parts,
    "open_items_equal_movements": _items_against_movements,
    "receipts_equal_allocations": _receipts_against_allocations,
    "released_vat_within_vat": _released_vat,
    "no_double_send": _double_sends,
    "no_orphans": _orphans,
}
