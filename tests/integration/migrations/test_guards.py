"""What law wants unchanged stays so, even for SQL through the application's own connection."""

from collections.abc import Callable, Mapping
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Engine, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from otc_desktop.persistence.failures import translated
from otc_desktop.persistence.tables import metadata
from otc_desktop.persistence.tables.invoicing import (
    invoice,
    invoice_adjustment,
    invoice_line,
    invoice_vat,
)
from otc_desktop.persistence.tables.ledger import journal_entry
from otc_desktop.persistence.types import Id
from tests.support.guarded_rows import Books, add_line, post, put

# Each table that never changes, with a change somebody could wish for.
WISHES = {
    "invoice": "total_incl_tax_minor = 0",
    "invoice_line": "net_minor = 0",
    "invoice_adjustment": "amount_minor = 0",
    "invoice_vat": "tax_minor = 0",
    "invoice_reference": "relation = 'other'",
    "invoice_order": "billed = billed",
    "invoice_delivery": "first_line = 9",
    "invoice_deduction": "basis_minor = 0",
    "invoice_line_source": "quantity = 0",
    "ereport": "summary = 'other'",
    "platform_flow_step": "answer = 'other'",
    "invoice_status": "note = 'other'",
    "invoice_status_amount": "amount_minor = 0",
    "paper_receipt": "amount_minor = 0",
    "deposit_slip": "total_minor = 0",
    "debit_collection": "total_minor = 0",
    "debit": "amount_minor = 0",
    "refund": "amount_minor = 0",
    "refund_order": "total_minor = 0",
    "dunning_plan_revision": "content = 'other'",
    "blob": "size = 0",
    "archived_document": "payload = ''",
    "journal_entry": "label = 'other'",
    "journal_line": "account = '999'",
    "allocation": "difference_minor = 0",
    "allocation_part": "amount_minor = 0",
    "receivable_movement": "amount_minor = 0",
    "audit_entry": "payload = ''",
    "event": "details = ''",
    "credit_decision": "reason = 'other'",
    "customer_merge_move": "was = 'other'",
    "outbox_attempt": "answer = 'other'",
    "bank_posting": "amount_minor = 0",
    "rebate_accrual": "vat_minor = 0",
    "provision_movement": "amount_minor = 0",
    "stock_movement": "quantity = 0",
    "export_batch": "format = 'other'",
    "export_batch_entry": "batch_id = batch_id",
}
# Only the issued ones of these: drafts are for changing.
DOCUMENT_KEY = {
    "invoice": "id",
    "invoice_line": "invoice_id",
    "invoice_adjustment": "invoice_id",
    "invoice_vat": "invoice_id",
    "invoice_reference": "invoice_id",
    "invoice_order": "invoice_id",
    "invoice_delivery": "invoice_id",
    "invoice_deduction": "invoice_id",
    "invoice_line_source": "invoice_id",
}


def _rows(engine: Engine, table: str) -> list[str]:
    with engine.connect() as connection:
        return sorted(map(repr, connection.execute(select(metadata.tables[table]))))


def _refuses(books: Books, statement: str, values: Mapping[str, object]) -> bool:
    """Whether the guards refuse it, and not some other fault; undone when nothing does."""
    with books.engine.connect() as connection:
        try:
            changed = connection.execute(text(statement), values).rowcount
        except DBAPIError as problem:
            error = translated(problem)
            return error is not None and error.code == "database.immutable"
        assert changed, f"nothing was there to change: {statement}"
        return False


def _where(books: Books, table: str, document: UUID) -> tuple[str, dict[str, object]]:
    """The condition that picks a document's rows; other tables are taken whole."""
    if table not in DOCUMENT_KEY:
        return "", {}
    dialect = books.engine.dialect
    processor = Id().dialect_impl(dialect).bind_processor(dialect)
    value = processor(document) if processor else document
    return f" WHERE {DOCUMENT_KEY[table]} = :document", {"document": value}


def _tables_open_to(books: Books, statement: Callable[[str, str], str]) -> list[str]:
    """The tables whose kept rows a statement could touch: there is to be none."""
    found = []
    for table in WISHES:
        where, values = _where(books, table, books.issued_id)
        if not _refuses(books, statement(table, where), values):
            found.append(table)
    return found


def test_kept_rows_cannot_be_changed(books: Books) -> None:
    assert not _tables_open_to(
        books, lambda table, where: f"UPDATE {table} SET {WISHES[table]}{where}"
    )


def test_kept_rows_cannot_be_deleted(books: Books) -> None:
    assert not _tables_open_to(books, lambda table, where: f"DELETE FROM {table}{where}")


def test_kept_rows_survive_what_only_one_database_can_do(books: Books) -> None:
    # REPLACE deletes the old row, and SQLite's triggers keep silent unless told to speak.
    # TRUNCATE passes by every trigger that looks at rows.
    sqlite = books.engine.dialect.name == "sqlite"
    assert not _tables_open_to(
        books,
        lambda table, where: (
            f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}{where}"
            if sqlite
            else f"TRUNCATE {table} CASCADE"
        ),
    )


def test_every_table_with_a_guard_is_tried(books: Books) -> None:
    catalogue = (
        # Those of the search index guard nothing: they keep the full-text table.
        "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger' AND tbl_name <> 'search_entry'"
        if books.engine.dialect.name == "sqlite"
        else "SELECT tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal"
    )
    with books.engine.connect() as connection:
        assert set(connection.execute(text(catalogue)).scalars()) == set(WISHES)


def test_issued_invoice_cannot_be_replaced_by_a_draft_of_its_id(books: Books) -> None:
    before = _rows(books.engine, "invoice")
    with pytest.raises(DBAPIError), books.engine.begin() as connection:
        row = connection.execute(select(invoice).where(invoice.c.id == books.issued_id)).one()
        connection.execute(
            invoice.insert().prefix_with("OR REPLACE", dialect="sqlite"),
            {**row._mapping, "number": None},
        )
    assert _rows(books.engine, "invoice") == before


def test_draft_may_still_be_changed_and_deleted(books: Books) -> None:
    with books.engine.begin() as connection:
        for table in reversed(DOCUMENT_KEY):  # a draft goes after its lines
            where, values = _where(books, table, books.draft_id)
            change = text(f"UPDATE {table} SET {WISHES[table]}{where}")
            assert connection.execute(change, values).rowcount == 1
            assert connection.execute(text(f"DELETE FROM {table}{where}"), values).rowcount == 1


def test_nothing_is_added_to_an_issued_invoice(books: Books) -> None:
    for table in (invoice_line, invoice_adjustment, invoice_vat):
        with pytest.raises(DBAPIError, match="otc:immutable"), books.engine.begin() as connection:
            put(connection, table, invoice_id=books.issued_id, position=9)


def test_numbered_invoice_is_not_inserted_without_its_draft(books: Books) -> None:
    with pytest.raises(DBAPIError, match="otc:immutable"), books.engine.begin() as connection:
        customer_id = connection.execute(select(invoice.c.customer_id).limit(1)).scalar_one()
        put(connection, invoice, customer_id=customer_id, number="F2026-00002")


@pytest.mark.parametrize(
    ("debit", "credit", "total"),
    [(12_000, 11_999, 12_000), (11_999, 12_000, 12_000), (12_000, 12_000, 11_999)],
)
def test_unbalanced_entry_is_refused(books: Books, debit: int, credit: int, total: int) -> None:
    before = _rows(books.engine, "journal_line")
    with (
        pytest.raises(DBAPIError, match="otc:unbalanced:journal_entry"),
        books.engine.begin() as connection,
    ):
        post(connection, debit=debit, credit=credit, total=total)
    assert _rows(books.engine, "journal_line") == before


def test_entry_without_lines_is_refused(books: Books) -> None:
    with pytest.raises(DBAPIError, match="otc:unbalanced"), books.engine.begin() as connection:
        put(connection, journal_entry, number=7, total_minor=0)


def test_balanced_entry_is_accepted(books: Books) -> None:
    with books.engine.begin() as connection:
        post(connection)
    assert len(_rows(books.engine, "journal_entry")) == 2


def test_line_is_not_added_to_a_posted_entry(books: Books) -> None:
    with (
        pytest.raises(DBAPIError, match="otc:immutable:journal_line"),
        books.engine.begin() as connection,
    ):
        add_line(connection, books.entry_id, position=3, debit_minor=1)


def test_line_without_an_entry_is_refused_at_commit(books: Books) -> None:
    before = _rows(books.engine, "journal_line")
    with pytest.raises(IntegrityError), books.engine.begin() as connection:
        add_line(connection, uuid4(), position=1, debit_minor=1)
    assert _rows(books.engine, "journal_line") == before
