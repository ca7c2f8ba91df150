"""No list reads a whole table or sorts one: every order and filter of a big list has its index.

Plans are SQLite's, as it makes them without statistics: the program never runs ANALYZE.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import Engine, event

from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.persistence.queries.registry import SqlQueries

_BIG_LISTS = (
    "customers",
    "orders",
    "deliveries_to_invoice",
    "invoices",
    "contracts",
    "works",
    "open_items",
    "bank_transactions",
    "paper_receipts",
    "deposit_slips",
    "mandates",
    "debit_collections",
    "refund_orders",
    "journal_entries",
    "journal_lines",
    "notices",
    "outbox",
    "received_mail",
    "platform_flows",
    "disputes",
    "postal_letters",
    "handovers",
    "entry_proposals",
    "timeline",
    "attachments",
)
_WHOLE_TABLE = re.compile(r"^SCAN (?!CONSTANT|\()(?!.*USING (COVERING )?INDEX)")
# FTS5 calls what MATCH finds a scan (`:M`); so are called the parts of a compound query.
_READS_THROUGH = re.compile(r"^SCAN (?!.*VIRTUAL TABLE INDEX \d+:M)(?!\()")
_WHOLE_SORT = re.compile(r"^USE TEMP B-TREE FOR ORDER BY")


@contextmanager
def _plans(engine: Engine) -> Iterator[list[tuple[str, str]]]:
    """What the database means to do: each step with the statement it belongs to."""
    found: list[tuple[str, str]] = []

    @event.listens_for(engine, "before_cursor_execute")
    def explain(_: object, cursor: Any, statement: str, parameters: Any, *__: object) -> None:
        if statement.startswith("SELECT"):
            steps = cursor.connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            found.extend((step[3], statement) for step in steps)

    yield found
    event.remove(engine, "before_cursor_execute", explain)


@pytest.fixture
def sqlite_queries(sqlite_engine: Engine) -> SqlQueries:
    """The read side of an empty SQLite database of the newest schema."""
    return SqlQueries(sqlite_engine, today=lambda: date(2026, 11, 20))


def _expect_indexes(engine: Engine, queries: SqlQueries, name: str, request: PageRequest) -> None:
    source = getattr(queries, name)
    with _plans(engine) as steps:
        source.page(request)
    assert steps
    assert _faults(steps) == [], f"{name} {request}: {steps}"


def _faults(steps: list[tuple[str, str]]) -> list[str]:
    return [step for step, _ in steps if _WHOLE_TABLE.search(step) or _WHOLE_SORT.search(step)]


@pytest.mark.parametrize("name", _BIG_LISTS)
def test_the_own_order_of_a_list_is_an_index(
    sqlite_engine: Engine, sqlite_queries: SqlQueries, name: str
) -> None:
    _expect_indexes(sqlite_engine, sqlite_queries, name, PageRequest(offset=500_000))


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("name", _BIG_LISTS)
def test_every_sortable_column_is_an_index(
    sqlite_engine: Engine, sqlite_queries: SqlQueries, name: str, *, descending: bool
) -> None:
    for sort in getattr(sqlite_queries, name).sorts:
        request = PageRequest(sort=sort, descending=descending)
        _expect_indexes(sqlite_engine, sqlite_queries, name, request)


@pytest.mark.parametrize(
    ("name", "sort", "filters"),
    [
        *(
            ("invoices", sort, filters)
            for sort in ("issued_on", "due_on", "customer", "open_amount")
            for filters in ({"open": True}, {"status": "open"}, {"overdue": True})
        ),
        ("invoices", "issued_on", {"reform": "212"}),
        ("invoices", "open_amount", {"reform": "200"}),
        ("orders", "ordered_on", {"status": "held"}),
        ("bank_transactions", "booked_on", {"status": "waiting"}),
        ("paper_receipts", "received_on", {"status": "held"}),
        ("paper_receipts", "amount", {"status": "held"}),
        ("paper_receipts", "number", {"status": "held"}),
        ("paper_receipts", "received_on", {"slip": "REM-2026-0001"}),
        ("deposit_slips", "made_on", {"status": "remitted"}),
        ("debit_collections", "collect_on", {"status": "prepared"}),
        ("deposit_slips", "total", {"status": "remitted"}),
        ("bank_transactions", "amount", {"status": "waiting"}),
        ("bank_transactions", "booked_on", {"status": "open"}),
        ("bank_transactions", "amount", {"status": "matched"}),
        ("bank_transactions", "booked_on", {"account": "FR7630006000011234567890189"}),
        ("open_items", "due_on", {"customer_id": uuid4()}),
        ("journal_entries", "entry_on", {"journal": "VE"}),
        ("journal_entries", "entry_on", {"from_on": date(2026, 1, 1), "to_on": date(2026, 1, 31)}),
        ("timeline", "at", {"customer_id": uuid4()}),
        ("timeline", "at", {"customer_id": uuid4(), "kinds": ("InvoiceIssued", "NoteAdded")}),
        ("attachments", "added_at", {"customer_id": uuid4()}),
        ("received_mail", "filed_at", {"customer_id": uuid4()}),
        ("attachments", "added_at", {"subject_id": uuid4()}),
    ],
)
def test_a_filter_keeps_the_order_of_an_index(
    sqlite_engine: Engine,
    sqlite_queries: SqlQueries,
    name: str,
    sort: str,
    filters: Mapping[str, Any],
) -> None:
    request = PageRequest(sort=sort, filters=filters)
    _expect_indexes(sqlite_engine, sqlite_queries, name, request)


@pytest.mark.parametrize("typed", ["F2026-0004", "durand", "1 234,56", "12/03/2026", "2026-03-12"])
@pytest.mark.parametrize("name", ["invoices", "orders", "journal_entries", "open_items"])
def test_a_search_looks_into_indexes_only(
    sqlite_engine: Engine, sqlite_queries: SqlQueries, name: str, typed: str
) -> None:
    with _plans(sqlite_engine) as steps:
        getattr(sqlite_queries, name).page(PageRequest(search=typed))
    # The first statement looks for hits; an empty database has none to go on with.
    looking = [step for step, statement in steps if statement == steps[0][1]]
    assert [step for step in looking if step.startswith("SEARCH")]
    assert [step for step in looking if _READS_THROUGH.search(step)] == []


@pytest.mark.parametrize("name", ["invoices", "orders", "bank_transactions", "journal_entries"])
def test_count_reads_an_index_alone(
    sqlite_engine: Engine, sqlite_queries: SqlQueries, name: str
) -> None:
    with _plans(sqlite_engine) as steps:
        getattr(sqlite_queries, name).count(PageRequest())
    assert all("COVERING INDEX" in step for step, _ in steps), steps


def test_home_figures_read_indexes_alone(sqlite_engine: Engine, sqlite_queries: SqlQueries) -> None:
    with _plans(sqlite_engine) as steps:
        sqlite_queries.today()
    reads = [step for step, _ in steps if step.startswith(("SCAN", "SEARCH"))]
    # What is open: work that waits, stocked products, the one row of the company's rules.
    few = (
        "CONSTANT",
        "ix_dispute_status",
        "ix_delivery_invoiced_date",
        "ix_sales_return_status",
        "ix_sales_order_promised",
        "ix_product_stocked",
        "sqlite_autoindex_sales_order_line_1",
        "sqlite_autoindex_stock_level_1",
        "stock_policy",
        # Refused or rejected documents, each looked up for what takes it back.
        "ix_invoice_reference_named",
        "sqlite_autoindex_invoice_1",
        # Refused deposits, each looked up for a later one.
        "ix_platform_flow_status",
        "ix_platform_flow_invoice",
        # What broke, calls agreed lately, wrong numbers; each looked up for a later call.
        "ix_promise_told",
        "ix_payment_plan_told",
        "ix_customer_call_next",
        "ix_customer_call_outcome",
        "ix_customer_call_customer",
        "ix_contact_customer",
        "sqlite_autoindex_customer_1",
    )
    assert [
        each for each in reads if "COVERING" not in each and not any(x in each for x in few)
    ] == []


def test_aged_balance_reads_open_items_in_the_order_of_customers(
    sqlite_engine: Engine, sqlite_queries: SqlQueries
) -> None:
    with _plans(sqlite_engine) as steps:
        sqlite_queries.aged_balance(date(2026, 11, 20))
    assert steps[0][0] == "SCAN open_item USING COVERING INDEX ix_open_item_customer"
    assert _faults(steps) == []
