"""Drafts, issued documents, and the archive of their bytes."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, Table, delete, select

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.invoicing.correction_reason import CorrectionReason
from otc_desktop.domain.invoicing.doubts import AlikeDocument
from otc_desktop.domain.invoicing.frame import FrameCase
from otc_desktop.domain.invoicing.invoice import (
    Invoice,
    InvoiceDraft,
    InvoiceKind,
    Mention,
    Party,
)
from otc_desktop.domain.invoicing.references import Relation
from otc_desktop.domain.shared.company import Address
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.errors import NotFoundError, RuleError
from otc_desktop.domain.shared.ids import CustomerId, DeliveryId, InvoiceId, SalesOrderId
from otc_desktop.domain.shared.money import Money, total
from otc_desktop.domain.shared.text import fold
from otc_desktop.domain.taxes.lines import AdjustmentKind
from otc_desktop.domain.taxes.totals import DocumentTotals, VatGroup
from otc_desktop.persistence.repositories import invoice_parts as parts
from otc_desktop.persistence.repositories import lines as mapping
from otc_desktop.persistence.repositories.invoice_links import InvoiceLinks
from otc_desktop.persistence.tables import invoicing as tables

_INVOICES = tables.invoice
_PARTS = (
    tables.invoice_line,
    tables.invoice_adjustment,
    tables.invoice_reference,
    tables.invoice_order,
    tables.invoice_delivery,
    tables.invoice_deduction,
    tables.invoice_line_source,
)

# More say nothing more.
_MOST_ALIKE = 5


class SqlInvoiceRepository(InvoiceLinks):
    """Invoices and credit notes of a database."""

    def get_draft(self, invoice_id: InvoiceId, *, lock: bool = False) -> InvoiceDraft:
        """A draft."""
        row = self._session.by_id(_INVOICES, invoice_id, lock=lock)
        if row is None:
            raise NotFoundError("invoicing.draft_not_found", id=str(invoice_id))
        if row["number"] is not None:
            raise RuleError("invoicing.already_issued", number=row["number"])
        return self._draft_of(row)

    def get_issued(self, invoice_id: InvoiceId, *, lock: bool = False) -> Invoice:
        """An issued document."""
        return self._issued(_INVOICES.c.id == invoice_id, str(invoice_id), lock=lock)

    def get_by_number(self, number: str, *, lock: bool = False) -> Invoice:
        """An issued document by its number."""
        return self._issued(_INVOICES.c.number == number, number, lock=lock)

    def draft_ids(self) -> Sequence[InvoiceId]:
        """All drafts, in order of their date, then of making."""
        query = (
            select(_INVOICES.c.id)
            .where(_INVOICES.c.number.is_(None))
            .order_by(_INVOICES.c.document_on, _INVOICES.c.id)
        )
        return [InvoiceId(row["id"]) for row in self._session.rows(query)]

    def add_draft(self, draft: InvoiceDraft, customer: Customer, document_on: date) -> None:
        """A new draft."""
        self._session.insert(
            _INVOICES,
            {
                "id": draft.id,
                "kind": draft.kind.value,
                "number": None,
                "customer_id": draft.customer_id,
                "customer_name_folded": fold(customer.name),
                "document_on": draft.wished_date or document_on,
                "supplied_on": draft.supplied_on,
                "wished_date": draft.wished_date,
                "currency": draft.currency.code,
                "purchase_order": draft.purchase_order,
                "order_id": next((each.order_id for each in draft.orders if each.billed), None),
                "delivery_id": next((each.delivery_id for each in draft.deliveries), None),
                "credits_id": draft.credits_id,
                "credits_number": draft.credits_number,
                "contract_reference": draft.contract_reference,
                "correction": "" if draft.correction is None else draft.correction.value,
                "period_from": draft.period_from,
                "period_to": draft.period_to,
                "frame_case": draft.frame_case.value,
                "progress": parts.progress_json(draft.progress),
                **mapping.totals_values(draft.totals()),
                "version": 1,
            },
        )
        self._insert_content(draft)
        self._session.topics.add(Topic.INVOICING)

    def issue(self, invoice: Invoice, version: int) -> None:
        """Give a draft its number; VAT groups go first, for after the number nothing moves."""
        self._session.insert_many(
            tables.invoice_vat,
            [
                {
                    "invoice_id": invoice.id,
                    "position": position,
                    **mapping.vat_values(group.vat),
                    "basis_minor": group.basis.minor,
                    "tax_minor": group.tax.minor,
                }
                for position, group in enumerate(invoice.totals.vat_groups)
            ],
        )
        self._session.update_versioned(
            _INVOICES,
            invoice.id,
            version,
            {
                "number": invoice.number,
                "document_on": invoice.issued_on,
                "due_on": invoice.due_on,
                "language": invoice.language,
                "payment_terms": invoice.payment_terms,
                "identity": _identity_json(invoice),
                **mapping.totals_values(invoice.totals),
            },
        )
        self._session.topics.update({Topic.INVOICING, Topic.RECEIVABLES, Topic.LEDGER})

    def delete_draft(self, draft: InvoiceDraft) -> None:
        """Throw a draft away."""
        connection = self._session.connection
        for table in _PARTS:
            connection.execute(delete(table).where(table.c.invoice_id == draft.id))
        connection.execute(delete(_INVOICES).where(_INVOICES.c.id == draft.id))
        self._session.changes.append({"table": "invoice", "id": draft.id, "deleted": True})
        self._session.topics.add(Topic.INVOICING)

    def has_invoice_of_order(self, order_id: SalesOrderId) -> bool:
        """Whether any draft or issued document came from this order."""
        orders = tables.invoice_order
        query = (
            select(orders.c.invoice_id)
            .where(orders.c.order_id == order_id, orders.c.billed.is_(True))
            .limit(1)
        )
        return self._session.one(query) is not None

    def of_delivery(self, delivery_id: DeliveryId) -> InvoiceDraft | Invoice | None:
        """The draft or issued document that invoices a delivery."""
        on = tables.invoice_delivery
        row = self._session.one(
            select(_INVOICES)
            .join(on, on.c.invoice_id == _INVOICES.c.id)
            .where(
                (on.c.delivery_id == delivery_id)
                & (on.c.billed.is_(True) | _INVOICES.c.number.is_not(None))
            )
            # A corrective invoice that was issued comes before the one it replaced.
            .order_by(on.c.billed, _INVOICES.c.id.desc())
            .limit(1)
        )
        if row is None:
            return None
        return self._draft_of(row) if row["number"] is None else self._invoice_of(row)

    def alike(self, draft: InvoiceDraft) -> Sequence[AlikeDocument]:
        """Issued documents of the draft's customer, kind and total, the latest first."""
        query = (
            select(_INVOICES.c.number, _INVOICES.c.document_on, _INVOICES.c.purchase_order)
            .where(
                (_INVOICES.c.customer_id == draft.customer_id)
                & (_INVOICES.c.total_incl_tax_minor == draft.totals().total_incl_tax.minor)
                & (_INVOICES.c.kind == draft.kind.value)
                & _INVOICES.c.number.is_not(None)
                & (_INVOICES.c.currency == draft.currency.code)
            )
            .order_by(_INVOICES.c.document_on.desc())
            .limit(_MOST_ALIKE)
        )
        return [
            AlikeDocument(
                number=row["number"],
                issued_on=row["document_on"],
                purchase_order=row["purchase_order"],
            )
            for row in self._session.rows(query)
        ]

    def asked_deposits(self, order_id: SalesOrderId) -> Sequence[InvoiceDraft | Invoice]:
        """Deposit invoices of an order, issued or not, that no credit note takes back."""
        orders, named = tables.invoice_order, tables.invoice_reference
        rows = self._session.rows(
            select(_INVOICES)
            .join(orders, orders.c.invoice_id == _INVOICES.c.id)
            .where(
                orders.c.order_id == order_id,
                _INVOICES.c.kind == InvoiceKind.DEPOSIT.value,
                ~select(named.c.invoice_id)
                .where(
                    named.c.named_id == _INVOICES.c.id,
                    named.c.relation == Relation.CREDITED.value,
                )
                .exists(),
            )
        )
        return [
            self._draft_of(row) if row["number"] is None else self._invoice_of(row) for row in rows
        ]

    def credited(self, invoice_id: InvoiceId) -> Sequence[InvoiceDraft | Invoice]:
        """Credit notes, issued or not, that name this invoice."""
        named = tables.invoice_reference
        rows = self._session.rows(
            select(_INVOICES)
            .join(named, named.c.invoice_id == _INVOICES.c.id)
            .where(named.c.named_id == invoice_id, named.c.relation == Relation.CREDITED.value)
        )
        return [
            self._draft_of(row) if row["number"] is None else self._invoice_of(row) for row in rows
        ]

    def _insert_content(self, draft: InvoiceDraft) -> None:
        self._session.insert_many(
            tables.invoice_line,
            mapping.line_values("invoice_id", draft.id, draft.lines, draft.currency),
        )
        self._session.insert_many(
            tables.invoice_adjustment,
            mapping.adjustment_values("invoice_id", draft.id, draft.adjustments),
        )
        for table, rows in (
            (tables.invoice_reference, parts.reference_values(draft)),
            (tables.invoice_order, parts.order_values(draft)),
            (tables.invoice_delivery, parts.delivery_values(draft)),
            (tables.invoice_deduction, parts.deduction_values(draft)),
            (tables.invoice_line_source, parts.source_values(draft)),
        ):
            self._session.insert_many(table, rows)

    def _issued(self, key: ColumnElement[bool], name: str, *, lock: bool) -> Invoice:
        issued = select(_INVOICES).where(key & _INVOICES.c.number.is_not(None))
        row = self._session.one(issued, lock=lock)
        if row is None:
            raise NotFoundError("invoicing.not_found", number=name)
        return self._invoice_of(row)

    def _children(self, table: Table, invoice_id: UUID) -> Sequence[RowMapping]:
        return self._session.parts_of(table, "invoice_id", invoice_id)

    def _content(self, row: RowMapping) -> dict[str, Any]:
        currency = Currency(row["currency"])
        lines = self._children(tables.invoice_line, row["id"])
        adjustments = self._children(tables.invoice_adjustment, row["id"])
        return {
            "id": InvoiceId(row["id"]),
            "kind": InvoiceKind(row["kind"]),
            "customer_id": CustomerId(row["customer_id"]),
            "currency": currency,
            "lines": tuple(mapping.line_of(each) for each in lines),
            "adjustments": tuple(mapping.adjustment_of(each, currency) for each in adjustments),
            "supplied_on": row["supplied_on"],
            "purchase_order": row["purchase_order"],
            "contract_reference": row["contract_reference"],
            "correction": CorrectionReason(row["correction"]) if row["correction"] else None,
            "period_from": row["period_from"],
            "period_to": row["period_to"],
            "preceding": parts.references_of(self._children(tables.invoice_reference, row["id"])),
            "orders": parts.orders_of(self._children(tables.invoice_order, row["id"])),
            "deliveries": parts.deliveries_of(self._children(tables.invoice_delivery, row["id"])),
            "deductions": parts.deductions_of(
                self._children(tables.invoice_deduction, row["id"]), currency
            ),
            "sources": parts.sources_of(self._children(tables.invoice_line_source, row["id"])),
            "frame_case": FrameCase(row["frame_case"]),
            "progress": parts.progress_of(row["progress"], currency),
        }

    def _draft_of(self, row: RowMapping) -> InvoiceDraft:
        return InvoiceDraft(
            **self._content(row),
            wished_date=row["wished_date"],
            version=row["version"],
        )

    def _invoice_of(self, row: RowMapping) -> Invoice:
        content = self._content(row)
        identity = json.loads(row["identity"])
        return Invoice(
            **content,
            number=row["number"],
            issued_on=row["document_on"],
            due_on=row["due_on"],
            totals=self._totals_of(row, content),
            seller=_party(identity["seller"]),
            buyer=_party(identity["buyer"]),
            language=row["language"],
            payment_terms=row["payment_terms"],
            mentions=tuple(Mention(*each) for each in identity["mentions"]),
        )

    def _totals_of(self, row: RowMapping, content: dict[str, Any]) -> DocumentTotals:
        """The stored totals: what was issued is read, never computed again."""
        currency = content["currency"]

        def money(minor: int) -> Money:
            return Money.from_minor(minor, currency)

        def sum_of(kind: AdjustmentKind) -> Money:
            return total(
                (each.amount for each in content["adjustments"] if each.kind is kind), currency
            )

        lines_minor = sum(
            each["net_minor"] for each in self._children(tables.invoice_line, row["id"])
        )
        return DocumentTotals(
            lines_net=money(lines_minor),
            allowances=sum_of(AdjustmentKind.ALLOWANCE),
            charges=sum_of(AdjustmentKind.CHARGE),
            vat_groups=tuple(
                VatGroup(mapping.vat_of(each), money(each["basis_minor"]), money(each["tax_minor"]))
                for each in self._children(tables.invoice_vat, row["id"])
            ),
            total_excl_tax=money(row["total_excl_tax_minor"]),
            total_vat=money(row["total_vat_minor"]),
            total_incl_tax=money(row["total_incl_tax_minor"]),
        )


def _identity_json(invoice: Invoice) -> str:
    return json.dumps(
        {
            "seller": asdict(invoice.seller),
            "buyer": asdict(invoice.buyer),
            "mentions": [[each.subject, each.text] for each in invoice.mentions],
        },
        ensure_ascii=False,
        sort_keys=True,
    )


def _party(data: dict[str, Any]) -> Party:
    billing = data.get("billing_address")
    known = {**data, "address": Address(**data["address"])}
    known["billing_address"] = None if billing is None else Address(**billing)
    return Party(**known)
