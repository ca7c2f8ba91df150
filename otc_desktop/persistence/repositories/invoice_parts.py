"""What a document speaks of, as rows: references, orders, deliveries, deductions, progress."""

import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping

from otc_desktop.domain.invoicing.invoice import Document
from otc_desktop.domain.invoicing.progress import ProgressFacts, Retention
from otc_desktop.domain.invoicing.references import (
    DeliveryReference,
    DepositDeduction,
    LineSource,
    OrderReference,
    PrecedingDocument,
    Relation,
    SourceKind,
)
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.ids import (
    DeliveryId,
    InvoiceId,
    SalesOrderId,
    WorksContractId,
)
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.repositories import lines as mapping


def reference_values(document: Document) -> list[dict[str, Any]]:
    """Rows of the earlier documents that it names."""
    return [
        {
            "invoice_id": document.id,
            "position": position,
            "relation": each.relation.value,
            "number": each.number,
            "issued_on": each.issued_on,
            "named_id": each.invoice_id,
        }
        for position, each in enumerate(document.preceding)
    ]


def references_of(rows: Iterable[RowMapping]) -> tuple[PrecedingDocument, ...]:
    """The earlier documents of such rows."""
    return tuple(
        PrecedingDocument(
            number=row["number"],
            issued_on=row["issued_on"],
            relation=Relation(row["relation"]),
            invoice_id=None if row["named_id"] is None else InvoiceId(row["named_id"]),
        )
        for row in rows
    )


def order_values(document: Document) -> list[dict[str, Any]]:
    """Rows of the orders behind it."""
    return [
        {
            "invoice_id": document.id,
            "position": position,
            "order_id": each.order_id,
            "number": each.number,
            "purchase_order": each.purchase_order,
            "billed": each.billed,
        }
        for position, each in enumerate(document.orders)
    ]


def orders_of(rows: Iterable[RowMapping]) -> tuple[OrderReference, ...]:
    """The orders of such rows."""
    return tuple(
        OrderReference(
            order_id=SalesOrderId(row["order_id"]),
            number=row["number"],
            purchase_order=row["purchase_order"],
            billed=row["billed"],
        )
        for row in rows
    )


def delivery_values(document: Document) -> list[dict[str, Any]]:
    """Rows of the deliveries that it invoices."""
    return [
        {
            "invoice_id": document.id,
            "position": position,
            "delivery_id": each.delivery_id,
            "order_id": each.order_id,
            "number": each.number,
            "delivered_on": each.delivered_on,
            "ship_to": each.ship_to,
            "first_line": each.first_line,
            "billed": each.billed,
        }
        for position, each in enumerate(document.deliveries)
    ]


def deliveries_of(rows: Iterable[RowMapping]) -> tuple[DeliveryReference, ...]:
    """The deliveries of such rows."""
    return tuple(
        DeliveryReference(
            delivery_id=DeliveryId(row["delivery_id"]),
            order_id=SalesOrderId(row["order_id"]),
            number=row["number"],
            delivered_on=row["delivered_on"],
            ship_to=row["ship_to"],
            first_line=row["first_line"],
            billed=row["billed"],
        )
        for row in rows
    )


def deduction_values(document: Document) -> list[dict[str, Any]]:
    """Rows of the deposits that it deducts."""
    return [
        {
            "invoice_id": document.id,
            "position": position,
            "deposit_id": each.deposit_id,
            "number": each.number,
            "line": each.line,
            "basis_minor": each.basis.minor,
            **mapping.vat_values(each.vat),
        }
        for position, each in enumerate(document.deductions)
    ]


def deductions_of(rows: Iterable[RowMapping], currency: Currency) -> tuple[DepositDeduction, ...]:
    """The deductions of such rows."""
    return tuple(
        DepositDeduction(
            deposit_id=InvoiceId(row["deposit_id"]),
            number=row["number"],
            line=row["line"],
            basis=Money.from_minor(row["basis_minor"], currency),
            vat=mapping.vat_of(row),
        )
        for row in rows
    )


def source_values(document: Document) -> list[dict[str, Any]]:
    """Rows of what its lines stand for."""
    return [
        {
            "invoice_id": document.id,
            "position": position,
            "line": each.line,
            "kind": each.kind.value,
            "source_id": each.document_id,
            "source_line": each.document_line,
            "quantity": each.quantity,
        }
        for position, each in enumerate(document.sources)
    ]


def sources_of(rows: Iterable[RowMapping]) -> tuple[LineSource, ...]:
    """What the lines of such rows stand for."""
    return tuple(
        LineSource(
            line=row["line"],
            kind=SourceKind(row["kind"]),
            document_id=row["source_id"],
            document_line=row["source_line"],
            quantity=row["quantity"],
        )
        for row in rows
    )


def progress_json(facts: ProgressFacts | None) -> str:
    """The facts as kept text, empty for none; amounts in minor units."""
    if facts is None:
        return ""
    kept = facts.retention
    return json.dumps(
        {
            "contract": str(facts.contract_id),
            "situation": facts.situation,
            "percent": str(facts.cumulative_percent),
            "contract_total": facts.contract_total.minor,
            "cumulated": facts.cumulated.minor,
            "previous": facts.previous.minor,
            "final": facts.is_final,
            "retention": None
            if kept is None
            else {
                "percent": str(kept.percent),
                "amount": kept.amount.minor,
                "release_on": kept.release_on.isoformat(),
            },
        },
        sort_keys=True,
    )


def progress_of(text: str, currency: Currency) -> ProgressFacts | None:
    """The facts from kept text."""
    if not text:
        return None
    data = json.loads(text)
    kept = data["retention"]
    return ProgressFacts(
        contract_id=WorksContractId(UUID(data["contract"])),
        situation=data["situation"],
        cumulative_percent=Decimal(data["percent"]),
        contract_total=Money.from_minor(data["contract_total"], currency),
        cumulated=Money.from_minor(data["cumulated"], currency),
        previous=Money.from_minor(data["previous"], currency),
        is_final=data["final"],
        retention=None
        if kept is None
        else Retention(
            percent=Decimal(kept["percent"]),
            amount=Money.from_minor(kept["amount"], currency),
            release_on=date.fromisoformat(kept["release_on"]),
        ),
    )
