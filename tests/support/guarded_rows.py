"""A database with one row, and what it hangs on, in every table that must never change."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Date,
    DateTime,
    Engine,
    Integer,
    LargeBinary,
    String,
    Table,
    insert,
    update,
)

from otc_desktop.persistence.tables import (
    audit,
    bank_postings,
    banking,
    catalogue,
    credit,
    customers,
    direct_debits,
    formal_end,
    invoicing,
    ledger,
    lifecycle,
    merges,
    outbox,
    papers,
    platform,
    rebates,
    receivables,
    sales,
    stock,
)
from otc_desktop.persistence.types import Id, ScaledDecimal, UtcDateTime

DAY = date(2026, 11, 20)
_SAMPLES: tuple[tuple[type, Callable[[], Any]], ...] = (
    (Id, uuid4),
    (ScaledDecimal, lambda: Decimal(1)),
    (UtcDateTime, lambda: datetime(2026, 11, 20, tzinfo=UTC)),
    (DateTime, lambda: datetime.combine(DAY, time())),
    (Boolean, lambda: True),
    (Date, lambda: DAY),
    (Integer, lambda: 1),
    (BigInteger, lambda: 1),
    (String, lambda: "x"),
    (LargeBinary, lambda: b"x"),
)


def put(connection: Connection, table: Table, **given: Any) -> dict[str, Any]:
    """Insert a row: what is given, and any value of the right type where one is required."""
    row = {
        column.name: _sample(column)
        for column in table.columns
        if not column.nullable and column.server_default is None
    } | given
    connection.execute(insert(table).values(row))
    return row


def post(
    connection: Connection, *, debit: int = 12_000, credit: int = 12_000, total: int = 12_000
) -> UUID:
    """A journal entry of two lines, lines first as the program does."""
    entry_id = uuid4()
    add_line(connection, entry_id, position=1, debit_minor=debit)
    add_line(connection, entry_id, position=2, credit_minor=credit)
    put(
        connection,
        ledger.journal_entry,
        id=entry_id,
        number=entry_id.int % 1_000_000,
        total_minor=total,
    )
    return entry_id


def add_line(connection: Connection, entry_id: UUID, *, position: int, **amounts: int) -> None:
    """A line on one side of an entry."""
    both = {"debit_minor": 0, "credit_minor": 0} | amounts
    put(connection, ledger.journal_line, entry_id=entry_id, position=position, **both)


@dataclass(frozen=True)
class Books:
    """The database, and the ids that tests ask for."""

    engine: Engine
    draft_id: UUID
    issued_id: UUID
    entry_id: UUID


def fill(engine: Engine) -> Books:
    """Put one of everything in a database of the newest schema."""
    with engine.begin() as connection:
        customer_id = put(connection, customers.customer, code="C0001")["id"]
        draft_id = _document(connection, customer_id)
        issued_id = _document(connection, customer_id)
        issue = update(invoicing.invoice).where(invoicing.invoice.c.id == issued_id)
        connection.execute(issue.values(number="F2026-00001"))
        status_id = put(connection, lifecycle.invoice_status, invoice_id=issued_id)["id"]
        put(connection, lifecycle.invoice_status_amount, status_id=status_id)
        sha256 = put(connection, invoicing.blob, sha256="a" * 64)["sha256"]
        put(connection, invoicing.archived_document, invoice_id=issued_id, sha256=sha256)
        put(connection, platform.ereport, sha256=sha256)
        flow_id = put(connection, platform.platform_flow, sha256=sha256)["id"]
        put(connection, platform.platform_flow_step, flow_id=flow_id)
        entry_id = post(connection)
        _receipt(connection, customer_id, issued_id, entry_id)
        put(connection, credit.credit_decision, customer_id=customer_id)
        merge_id = put(
            connection, merges.customer_merge, keeper_id=customer_id, loser_id=customer_id
        )["id"]
        put(connection, merges.customer_merge_move, merge_id=merge_id)
        product_id = put(connection, catalogue.product)["id"]
        put(connection, stock.stock_movement, product_id=product_id)
        agreement_id = put(connection, rebates.rebate_agreement, customer_id=customer_id)["id"]
        put(connection, rebates.rebate_accrual, agreement_id=agreement_id, entry_id=entry_id)
        item_id = put(connection, receivables.open_item, customer_id=customer_id, number="x2")["id"]
        put(connection, formal_end.provision_movement, item_id=item_id, entry_id=entry_id)
        mail_id = put(connection, outbox.outbox_message, customer_id=customer_id)["id"]
        put(connection, outbox.outbox_attempt, mail_id=mail_id)
        put(connection, audit.audit_entry)
        put(connection, audit.event)
        batch_id = put(connection, ledger.export_batch)["id"]
        put(connection, ledger.export_batch_entry, entry_id=entry_id, batch_id=batch_id)
    return Books(engine, draft_id, issued_id, entry_id)


def _document(connection: Connection, customer_id: UUID) -> UUID:
    invoice_id: UUID = put(connection, invoicing.invoice, customer_id=customer_id)["id"]
    for table in (invoicing.invoice_line, invoicing.invoice_adjustment, invoicing.invoice_vat):
        put(connection, table, invoice_id=invoice_id, position=1)
    order_id = put(connection, sales.sales_order, customer_id=customer_id, number=uuid4().hex)["id"]
    delivery_id = put(
        connection,
        sales.delivery,
        order_id=order_id,
        customer_id=customer_id,
        number=uuid4().hex,
    )["id"]
    for table, points in (
        (invoicing.invoice_reference, {}),
        (invoicing.invoice_order, {"order_id": order_id}),
        (invoicing.invoice_delivery, {"order_id": order_id, "delivery_id": delivery_id}),
        (invoicing.invoice_deduction, {"deposit_id": invoice_id}),
        (invoicing.invoice_line_source, {}),
    ):
        put(connection, table, invoice_id=invoice_id, position=1, **points)
    return invoice_id


def _receipt(connection: Connection, customer_id: UUID, invoice_id: UUID, entry_id: UUID) -> None:
    """A bank movement laid on the invoice's open item, and posted to a ledger account."""
    account_id = put(connection, banking.bank_account)["id"]
    statement_id = put(connection, banking.bank_statement, account_id=account_id)["id"]
    transaction_id = put(
        connection, banking.bank_transaction, account_id=account_id, statement_id=statement_id
    )["id"]
    put(connection, bank_postings.bank_posting, transaction_id=transaction_id, entry_id=entry_id)
    item_id = put(
        connection, receivables.open_item, customer_id=customer_id, invoice_id=invoice_id
    )["id"]
    allocation_id = put(connection, receivables.allocation, transaction_id=transaction_id)["id"]
    put(connection, receivables.allocation_part, allocation_id=allocation_id, item_id=item_id)
    slip_id = put(connection, papers.deposit_slip, bank_account_id=account_id)["id"]
    order_id = put(connection, direct_debits.refund_order, bank_account_id=account_id)["id"]
    put(
        connection,
        direct_debits.refund,
        order_id=order_id,
        customer_id=customer_id,
        item_id=item_id,
    )
    mandate_id = put(connection, direct_debits.mandate, customer_id=customer_id)["id"]
    collection_id = put(
        connection, direct_debits.debit_collection, bank_account_id=account_id, slip_id=slip_id
    )["id"]
    put(
        connection,
        direct_debits.debit,
        collection_id=collection_id,
        mandate_id=mandate_id,
        customer_id=customer_id,
    )
    put(
        connection,
        papers.paper_receipt,
        customer_id=customer_id,
        slip_id=slip_id,
        allocation_id=allocation_id,
    )
    put(
        connection,
        receivables.receivable_movement,
        item_id=item_id,
        customer_id=customer_id,
        allocation_id=allocation_id,
    )


def _sample(column: Column[Any]) -> Any:
    return next(make() for kind, make in _SAMPLES if isinstance(column.type, kind))
