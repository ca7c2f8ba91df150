"""What lists show, find, count and sum, on the small books of both databases."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import Engine, event, select

from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.domain.banking.transaction import TransactionStatus
from otc_desktop.domain.sales.sales_order import OrderStatus
from otc_desktop.domain.shared.errors import NotFoundError
from otc_desktop.domain.shared.ids import CustomerId
from otc_desktop.persistence.queries.reading import MANY
from otc_desktop.persistence.queries.registry import SqlQueries
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.receivables import open_item
from tests.support.guarded_rows import put
from tests.support.small_books import LATE, PAID, SOLD, euros

EVERYTHING = PageRequest(limit=1_000)
_LISTS = (
    "customers products orders deliveries_to_invoice drafts invoices open_items"
    " bank_transactions journal_entries journal_lines export_batches notices outbox disputes"
).split()


@contextmanager
def _statements(engine: Engine) -> Iterator[list[str]]:
    found: list[str] = []

    @event.listens_for(engine, "before_cursor_execute")
    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        found.append(statement)

    yield found
    event.remove(engine, "before_cursor_execute", note)


def _numbers(queries: SqlQueries, **request: Any) -> list[str]:
    return [row.number for row in queries.invoices.page(PageRequest(**request))]


@pytest.mark.parametrize("name", _LISTS)
def test_pages_put_together_are_the_whole_list(queries: SqlQueries, name: str) -> None:
    source = getattr(queries, name)
    whole = source.page(EVERYTHING)
    assert source.count(EVERYTHING) == len(whole)
    pages = [
        row for offset in range(len(whole)) for row in source.page(PageRequest(offset, limit=1))
    ]
    assert pages == whole
    assert len({row.id for row in whole}) == len(whole)
    for sort in source.sorts:
        upwards = source.page(PageRequest(limit=1_000, sort=sort))
        if name != "journal_lines":
            downwards = source.page(PageRequest(limit=1_000, sort=sort, descending=True))
            assert upwards == list(reversed(downwards)), sort


@pytest.mark.parametrize("name", _LISTS)
def test_a_page_takes_two_queries_however_many_rows(
    books: Engine, queries: SqlQueries, name: str
) -> None:
    source = getattr(queries, name)
    for ask, most in ((source.page, 2), (source.count, 1), (source.totals, 1)):
        with _statements(books) as statements:
            ask(EVERYTHING)
        asked = [each for each in statements if each.startswith("SELECT")]
        assert len(asked) <= most, asked


def test_lists_take_no_write_lock(books: Engine, queries: SqlQueries) -> None:
    with books.begin() as writer:
        writer.execute(select(customer.c.id))  # SQLite: BEGIN IMMEDIATE holds the write lock.
        for name in _LISTS:
            getattr(queries, name).page(EVERYTHING)


def test_invoices_show_what_is_open_and_how_late(queries: SqlQueries) -> None:
    shown = {
        row.number: (row.customer_code, row.open_amount.amount, row.status.value, row.days_late)
        for row in queries.invoices.page(EVERYTHING)
    }
    assert shown == {
        "F2026-00001": ("C0001", Decimal("100.00"), "disputed", 2),
        "F2026-00002": ("C0002", Decimal("0.00"), "paid", 0),
        "F2026-00003": ("C0002", Decimal("0.00"), "paid", 0),
        "AV2026-00001": ("C0002", Decimal("0.00"), "paid", 0),
        "F2026-00004": ("C0003", Decimal("240.00"), "overdue", 32),
        "X-2025-77": ("C0001", Decimal("300.00"), "overdue", 79),
    }


def test_a_document_is_late_as_of_the_business_date_only(books: Engine) -> None:
    earlier = SqlQueries(books, today=lambda: SOLD)
    [row] = earlier.invoices.page(PageRequest(search="F2026-00004"))
    assert (row.status.value, row.days_late) == ("open", 0)
    assert earlier.today().overdue_total == euros("300.00")


@pytest.mark.parametrize(
    ("filters", "numbers"),
    [
        ({"open": True}, {"F2026-00001", "F2026-00004", "X-2025-77"}),
        ({"status": "open"}, {"F2026-00001", "F2026-00004", "X-2025-77"}),
        ({"overdue": True}, {"F2026-00001", "F2026-00004", "X-2025-77"}),
        ({"status": "disputed"}, {"F2026-00001"}),
        ({"status": "paid"}, {"F2026-00002", "F2026-00003", "AV2026-00001"}),
        ({"customer": "C0001"}, {"F2026-00001", "X-2025-77"}),
        ({"customer": "C0001", "open": True}, {"F2026-00001", "X-2025-77"}),
        ({"customer": "NOBODY"}, set()),
    ],
)
def test_invoices_are_filtered(
    queries: SqlQueries, filters: dict[str, Any], numbers: set[str]
) -> None:
    request = PageRequest(filters=filters)
    assert {row.number for row in queries.invoices.page(request)} == numbers
    assert queries.invoices.count(request) == len(numbers)


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("F2026-0000", {"F2026-00001", "F2026-00002", "F2026-00003", "F2026-00004"}),
        ("f2026-00004", {"F2026-00004"}),
        ("x-20", {"X-2025-77"}),
        ("durand é", {"F2026-00001", "X-2025-77"}),
        ("DURAND", {"F2026-00001", "X-2025-77"}),
        ("120", {"F2026-00001", "F2026-00002"}),
        ("120,00", {"F2026-00001", "F2026-00002"}),
        ("30.00", {"AV2026-00001"}),
        ("300", {"X-2025-77"}),
        ("15/12/2025", {"X-2025-77"}),
        ("2025-12-15", {"X-2025-77"}),
        ("99/99/2025", set()),
        # Signs separate words, nothing else.
        ("F2026%", {f"F2026-{number:05d}" for number in range(1, 5)}),
        ("_AV2026", {"AV2026-00001"}),
        ("' OR 1=1 --", set()),
        (
            "\0",
            {
                "F2026-00001",
                "F2026-00002",
                "F2026-00003",
                "F2026-00004",
                "AV2026-00001",
                "X-2025-77",
            },
        ),
        (
            "   ",
            {
                "F2026-00001",
                "F2026-00002",
                "F2026-00003",
                "F2026-00004",
                "AV2026-00001",
                "X-2025-77",
            },
        ),
        ("99999999999999999999999999", set()),
        ("\U0010ffff", set()),
        ("̀", set()),
    ],
)
def test_a_search_reads_what_was_typed_every_way_it_can_be_meant(
    queries: SqlQueries, typed: str, numbers: set[str]
) -> None:
    request = PageRequest(search=typed)
    assert {row.number for row in queries.invoices.page(request)} == numbers
    assert queries.invoices.count(request) == len(numbers)
    open_sum = queries.invoices.totals(request)["open_amount"]
    shown = queries.invoices.page(request)
    assert open_sum.minor == sum(row.open_amount.minor for row in shown)


def test_a_search_that_many_rows_meet_pages_like_the_list(books: Engine) -> None:
    queries = SqlQueries(books, today=lambda: LATE)
    with books.begin() as connection:
        owner = put(connection, customer, code="C9999", name="Zone", name_folded="zone")["id"]
        for place in range(MANY + 1):
            put(
                connection,
                open_item,
                customer_id=owner,
                customer_name_folded="zone",
                number=f"Z{place:05d}",
                kind="invoice",
                currency="EUR",
                issued_on=date(2026, 1, 1 + place % 28),
                due_on=date(2026, 2, 1),
                invoice_id=None,
            )
    request = PageRequest(limit=10, offset=MANY - 5, search="zone", sort="number")
    assert _numbers(queries, limit=10, offset=MANY - 5, search="zone", sort="number") == [
        f"Z{place:05d}" for place in range(MANY - 5, MANY + 1)
    ]
    assert queries.invoices.count(request) == MANY + 1


def test_totals_deduct_credit_notes(queries: SqlQueries) -> None:
    totals = queries.invoices.totals(EVERYTHING)
    # 120 + 120 + 60 + 240 + 500 - 30; 100 + 240 + 300.
    assert totals == {"total_incl_tax": euros("1010.00"), "open_amount": euros("640.00")}
    narrowed = queries.invoices.totals(PageRequest(filters={"customer": "C0002"}))
    assert narrowed == {"total_incl_tax": euros("150.00"), "open_amount": euros("0.00")}


def test_customers_show_what_they_owe(queries: SqlQueries) -> None:
    rows = {row.code: row for row in queries.customers.page(EVERYTHING)}
    assert [rows[code].open_amount for code in ("C0001", "C0002", "C0003")] == [
        euros("400.00"),
        euros("0.00"),
        euros("240.00"),
    ]
    assert rows["C0003"].overdue_amount == euros("240.00")
    assert rows["C0003"].credit_limit == euros("500.00")
    assert rows["C0001"].credit_limit is None
    assert queries.customers.totals(EVERYTHING) == {
        "open_amount": euros("640.00"),
        "overdue_amount": euros("640.00"),
    }
    assert queries.customers.totals(PageRequest(search="prisme"))["open_amount"] == euros("240.00")


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("C000", ["C0001", "C0002", "C0003"]),
        ("c0002", ["C0002"]),
        ("lefevre", ["C0002"]),
        ("Lefèvre", ["C0002"]),
        ("maison lef", ["C0002"]),
        ("efevre", ["C0002"]),
        ("fevre", []),
        ("lyon", ["C0002", "C0003"]),
        ("552 100", ["C0001"]),
    ],
)
def test_customers_are_found_by_code_name_city_or_siren(
    queries: SqlQueries, typed: str, codes: list[str]
) -> None:
    found = queries.customers.page(PageRequest(search=typed, sort="code"))
    assert [row.code for row in found] == codes


def test_a_customer_s_detail_has_its_figures(queries: SqlQueries) -> None:
    [row] = queries.customers.page(PageRequest(search="C0001"))
    detail = queries.customers.detail(row.id)
    assert detail.customer.name == "Durand Éclairage SARL"
    assert (detail.open_amount, detail.overdue_amount) == (euros("400.00"), euros("400.00"))
    assert detail.open_orders == euros("0.00")
    with pytest.raises(NotFoundError):
        queries.customers.detail(CustomerId(queries.products.page(EVERYTHING)[0].id))


def test_a_customer_s_timeline_is_newest_first(queries: SqlQueries) -> None:
    [row] = queries.customers.page(PageRequest(search="C0003"))
    request = PageRequest(filters={"customer_id": row.id})
    rows = queries.timeline.page(request)
    assert queries.timeline.count(request) == len(rows)
    assert [each.at for each in rows] == sorted((each.at for each in rows), reverse=True)
    kinds = {each.kind for each in rows}
    assert {"InvoiceIssued", "ReceiptAllocated", "AllocationUndone"} <= kinds
    assert queries.timeline.page(PageRequest()) == []


def test_orders_products_and_deliveries(queries: SqlQueries) -> None:
    held = queries.orders.page(PageRequest(filters={"status": "held"}))
    assert [(row.customer_code, row.holds) for row in held] == [
        ("C0003", ("credit.limit_exceeded",))
    ]
    assert queries.orders.count(PageRequest(filters={"status": OrderStatus.DRAFT})) == 1
    [waiting] = queries.deliveries_to_invoice.page(EVERYTHING)
    assert (waiting.customer_code, waiting.delivered_on) == ("C0001", SOLD)
    assert queries.deliveries_to_invoice.count(PageRequest(search="durand")) == 1
    assert queries.deliveries_to_invoice.count(PageRequest(search="prisme")) == 0
    stock = {row.code: row.on_hand for row in queries.products.page(EVERYTHING)}
    assert stock == {"P-01": Decimal(88), "P-02": Decimal(50), "P-03": Decimal(0)}
    assert [row.code for row in queries.products.page(PageRequest(search="lampe"))] == ["P-01"]
    assert [row.code for row in queries.products.page(PageRequest(search="bureau"))] == ["P-01"]


def test_drafts_wait_with_their_totals(queries: SqlQueries) -> None:
    [draft] = queries.drafts.page(EVERYTHING)
    assert (draft.customer_code, draft.total_vat, draft.total_incl_tax) == (
        "C0002",
        euros("2.00"),
        euros("12.00"),
    )
    assert queries.drafts.totals(EVERYTHING)["total_incl_tax"] == euros("12.00")
    assert queries.drafts.count(PageRequest(search="maison")) == 1
    assert queries.drafts.count(PageRequest(search="durand")) == 0


def test_the_archived_pdf_is_read_and_taken_over_items_have_none(queries: SqlQueries) -> None:
    by_number = {row.number: row for row in queries.invoices.page(EVERYTHING)}
    issued = by_number["F2026-00001"].invoice_id
    assert issued is not None
    content = queries.document_pdf(issued)
    assert content is not None
    assert content.startswith(b"%PDF-")
    assert by_number["X-2025-77"].invoice_id is None
    assert queries.document_pdf(by_number["X-2025-77"].id) is None


def test_bank_lines_show_what_is_left_and_hide_the_account(queries: SqlQueries) -> None:
    rows = {row.amount: row for row in queries.bank_transactions.page(EVERYTHING)}
    paid = rows[euros("20.00")]
    assert paid.counterparty_account == "FR76 •••• 0143"
    assert paid.counterparty_account_in_full == "FR7630004000031234567890143"
    assert (paid.status, paid.unallocated) == (TransactionStatus.MATCHED, euros("0.00"))
    assert rows[euros("77.77")].status is TransactionStatus.OPEN
    assert queries.bank_transactions.counters() == {
        TransactionStatus.MATCHED: 2,
        TransactionStatus.OPEN: 2,
    }
    assert queries.bank_transactions.totals(EVERYTHING) == {
        "amount": euros("-394.38"),
        "unallocated": euros("-564.38"),
    }


@pytest.mark.parametrize(
    ("request_", "amounts"),
    [
        (PageRequest(filters={"status": "waiting"}), {"-642.15", "77.77"}),
        (PageRequest(filters={"status": "matched"}), {"20.00", "150.00"}),
        (PageRequest(filters={"account": "NONE"}), set()),
        (PageRequest(search="642,15"), {"-642.15"}),
        (PageRequest(search="avoir deduit"), {"150.00"}),
        (PageRequest(search="energie"), {"-642.15"}),
        (PageRequest(search="20/03/2026"), {"20.00", "150.00", "-642.15", "77.77"}),
        (PageRequest(search="S1R0"), {"20.00"}),
        (PageRequest(search="100%"), set()),
    ],
)
def test_bank_lines_are_found(
    queries: SqlQueries, request_: PageRequest, amounts: set[str]
) -> None:
    found = {str(row.amount.amount) for row in queries.bank_transactions.page(request_)}
    assert found == amounts
    assert queries.bank_transactions.count(request_) == len(amounts)


def test_what_was_done_with_a_receipt_is_told_with_its_undoing(queries: SqlQueries) -> None:
    rows = {row.amount: row for row in queries.bank_transactions.page(EVERYTHING)}
    [undone] = queries.bank_transactions.allocations(rows[euros("77.77")].id)
    assert undone.undone
    assert undone.parts == (("F2026-00004", euros("77.77")),)
    [both] = queries.bank_transactions.allocations(rows[euros("150.00")].id)
    assert not both.undone
    assert both.made_by_machine
    assert both.reasons
    assert dict(both.parts) == {"F2026-00002": euros("120.00"), "F2026-00003": euros("30.00")}


def test_the_account_tells_its_last_balance(queries: SqlQueries) -> None:
    [account] = queries.bank_transactions.accounts()
    assert (account.currency, account.last_statement_on) == ("EUR", LATE)
    assert account.last_balance == euros("1000.00")


def test_the_desk_sees_open_items_by_due_date(queries: SqlQueries) -> None:
    [row] = queries.customers.page(PageRequest(search="C0001"))
    items = queries.open_items.page(PageRequest(filters={"customer_id": row.id}))
    assert [(item.number, item.open) for item in items] == [
        ("X-2025-77", euros("300.00")),
        ("F2026-00001", euros("100.00")),
    ]


def test_the_journal_balances_and_is_filtered(queries: SqlQueries) -> None:
    lines = queries.journal_lines.totals(EVERYTHING)
    assert lines["debit"] == lines["credit"] == queries.journal_entries.totals(EVERYTHING)["total"]
    in_sales = PageRequest(filters={"journal": "VE"}, limit=1_000)
    assert {row.journal for row in queries.journal_entries.page(in_sales)} == {"VE"}
    assert queries.journal_entries.count(in_sales) == 5
    march = PageRequest(filters={"from_on": PAID, "to_on": PAID})
    assert {row.entry_on for row in queries.journal_entries.page(march)} == {PAID}
    [entry] = queries.journal_entries.page(PageRequest(search="F2026-00001"))
    its_lines = queries.journal_lines.page(PageRequest(filters={"entry_id": entry.id}))
    assert [row.account for row in its_lines] == ["411000", "707000", "445840"]
    on_customers = queries.journal_lines.page(
        PageRequest(filters={"account": "411", "auxiliary": "C0002"})
    )
    assert {row.auxiliary for row in on_customers} == {"C0002"}
    assert all(row.letter for row in on_customers)
    assert queries.journal_entries.count(PageRequest(search="240,00")) == 1


def test_reminders_disputes_and_mails(queries: SqlQueries) -> None:
    notices = queries.notices.page(EVERYTHING)
    assert {row.customer_code for row in notices} == {"C0001", "C0003"}
    assert all(row.planned_on == LATE for row in notices)
    [dispute] = queries.disputes.page(EVERYTHING)
    assert (dispute.invoice_number, dispute.amount, dispute.owner) == (
        "F2026-00001",
        euros("30.00"),
        "test",
    )
    assert queries.disputes.count(PageRequest(search="F2026-00001")) == 1
    assert queries.disputes.count(PageRequest(filters={"status": "closed"})) == 0
    queued = [row for row in notices if row.status == "queued"]
    assert queries.outbox.count(EVERYTHING) == len(queued)


def test_the_home_screen_counts_what_waits(queries: SqlQueries) -> None:
    figures = queries.today()
    waiting = [row for row in queries.notices.page(EVERYTHING) if row.status == "waiting"]
    assert figures.reminders_waiting == len(waiting)
    assert (figures.lines_to_confirm, figures.orders_held) == (1, 1)
    assert (figures.deliveries_to_invoice, figures.drafts) == (1, 1)
    assert (figures.disputes_late, figures.mails_in_trouble) == (0, 0)
    assert (figures.open_total, figures.overdue_total) == (euros("640.00"), euros("640.00"))
    assert (figures.disputed_total, figures.unmatched_total) == (euros("30.00"), euros("77.77"))


@pytest.mark.parametrize(
    ("on", "totals"),
    [
        # Before anything; the item taken over alone; all sold; paid in part; today.
        (date(2025, 12, 14), {}),
        (date(2026, 3, 1), {"C0001": "300.00"}),
        (SOLD, {"C0001": "420.00", "C0002": "150.00", "C0003": "240.00"}),
        (date(2026, 3, 19), {"C0001": "420.00", "C0002": "150.00", "C0003": "240.00"}),
        (PAID, {"C0001": "400.00", "C0003": "240.00"}),
        (LATE, {"C0001": "400.00", "C0003": "240.00"}),
    ],
)
def test_the_aged_balance_stands_as_it_stood_on_any_date(
    queries: SqlQueries, on: date, totals: dict[str, str]
) -> None:
    rows = queries.aged_balance(on)
    assert {row.customer_code: row.total for row in rows} == {
        code: euros(amount) for code, amount in totals.items()
    }
    for row in rows:
        ages = (row.not_due, row.days_1_30, row.days_31_60, row.days_61_90, row.over_90)
        assert sum(each.minor for each in ages) == row.total.minor


@pytest.mark.parametrize(
    ("on", "age"),
    [
        (date(2026, 1, 14), "not_due"),
        (date(2026, 1, 15), "days_1_30"),
        (date(2026, 2, 13), "days_1_30"),
        (date(2026, 2, 14), "days_31_60"),
        (date(2026, 3, 15), "days_31_60"),
        (date(2026, 3, 16), "days_61_90"),
        (date(2026, 4, 14), "days_61_90"),
        (date(2026, 4, 15), "over_90"),
    ],
)
def test_an_item_ages_by_days_past_its_due_date(queries: SqlQueries, on: date, age: str) -> None:
    [row] = [each for each in queries.aged_balance(on) if each.customer_code == "C0001"]
    taken_over = euros("300.00")
    others = row.total - taken_over
    assert getattr(row, age) in (taken_over, taken_over + others)
    assert getattr(row, age).minor >= taken_over.minor


def test_an_undone_allocation_never_counted_for_a_balance_after_it(queries: SqlQueries) -> None:
    [row] = [each for each in queries.aged_balance(LATE) if each.customer_code == "C0003"]
    assert row.total == euros("240.00")


def test_text_sorts_alike_on_both_databases(engine: Engine) -> None:
    with engine.begin() as connection:
        for place, name in enumerate(("zone", "a-b", "ab", "z", "a b")):
            put(connection, customer, code=f"C{place}", name=name, name_folded=name)
    rows = SqlQueries(engine, today=lambda: LATE).customers.page(PageRequest(sort="name"))
    assert [row.name for row in rows] == ["a b", "a-b", "ab", "z", "zone"]
