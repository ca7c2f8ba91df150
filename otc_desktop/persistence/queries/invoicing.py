"""Lists of drafts and of issued documents."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import ColumnElement, FromClause, RowMapping, Select, and_, select

from otc_desktop.application.invoicing.queries import DraftRow, InvoiceRow, InvoiceStatus
from otc_desktop.application.kernel.finding import FoundKind
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.domain.disputes.dispute import DisputeStatus
from otc_desktop.domain.invoicing.invoice import InvoiceKind
from otc_desktop.domain.shared.currency import EUR, Currency
from otc_desktop.domain.shared.ids import InvoiceId, OpenItemId
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.queries.full_text import things
from otc_desktop.persistence.queries.lifecycle import standing_at
from otc_desktop.persistence.queries.names import customers_named
from otc_desktop.persistence.queries.platform import deposit_status
from otc_desktop.persistence.queries.reading import PagedQuery, Sorts, met_in_order, reading
from otc_desktop.persistence.queries.search import Search, either_sign, starts_with
from otc_desktop.persistence.session import sum_minor
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.disputes import dispute
from otc_desktop.persistence.tables.invoicing import archived_document, blob, invoice
from otc_desktop.persistence.tables.lifecycle import invoice_lifecycle
from otc_desktop.persistence.tables.outbox import outbox_message
from otc_desktop.persistence.tables.receivables import open_item

_PDF = "application/pdf"


class DraftList(PagedQuery[DraftRow]):
    """Drafts, oldest first: in the order in which they are issued."""

    sorts: ClassVar[Sorts] = {
        "document_on": invoice.c.document_on,
        "customer": invoice.c.customer_name_folded,
    }
    default_sort = "document_on"
    tie = invoice.c.id

    def rows_query(self) -> Select[Any]:
        """Drafts with their customer."""
        return select(
            invoice, customer.c.code.label("customer_code"), customer.c.name.label("customer_name")
        ).join(customer, customer.c.id == invoice.c.customer_id)

    def counted(self) -> FromClause:
        """Drafts."""
        return invoice

    def filters(self, request: PageRequest) -> list[ColumnElement[bool]]:
        """Drafts only."""
        return [invoice.c.number.is_(None)]

    def choices(self, search: Search) -> list[ColumnElement[bool]]:
        """Words look at the customer's name."""
        is_draft = invoice.c.number.is_(None)
        return [is_draft & starts_with(invoice.c.customer_name_folded, search.words)]

    def totals(self, request: PageRequest) -> Mapping[str, Any]:
        """Sums in the company's currency."""
        query = select(
            sum_minor(invoice.c.total_excl_tax_minor).label("excl"),
            sum_minor(invoice.c.total_incl_tax_minor).label("incl"),
        )
        with reading(self._engine) as connection:
            narrowed = query.where(*self.narrowed(connection, request))
            row = connection.execute(narrowed).mappings().one()
        return {
            "total_excl_tax": Money.from_minor(row["excl"], EUR),
            "total_incl_tax": Money.from_minor(row["incl"], EUR),
        }

    def row(self, row: RowMapping) -> DraftRow:
        """A draft."""
        currency = Currency(row["currency"])
        return DraftRow(
            id=InvoiceId(row["id"]),
            kind=InvoiceKind(row["kind"]),
            document_on=row["document_on"],
            customer_code=row["customer_code"],
            customer_name=row["customer_name"],
            purchase_order=row["purchase_order"],
            total_excl_tax=Money.from_minor(row["total_excl_tax_minor"], currency),
            total_vat=Money.from_minor(row["total_vat_minor"], currency),
            total_incl_tax=Money.from_minor(row["total_incl_tax_minor"], currency),
        )


class InvoiceList(PagedQuery[InvoiceRow]):
    """Issued and taken-over documents, newest first.

    Filters: `open`, `overdue` (true), `customer` (code), `customer_id`, and `status`, where
    `open` is everything not settled, overdue and contested documents included; `reform` is the
    code where a document stands in the reform, or `to_deal_with`.
    """

    sorts: ClassVar[Sorts] = {
        "issued_on": open_item.c.issued_on,
        "due_on": open_item.c.due_on,
        "number": open_item.c.number,
        "customer": open_item.c.customer_name_folded,
        "open_amount": open_item.c.open_minor,
    }
    default_sort = "issued_on"
    default_descending = True
    tie = open_item.c.id

    def rows_query(self) -> Select[Any]:
        """Documents with their customer, what is contested, and what became of their mail."""
        contested = (
            select(sum_minor(dispute.c.amount_minor))
            .where(dispute.c.item_id == open_item.c.id)
            .where(dispute.c.status == DisputeStatus.OPEN.value)
            .scalar_subquery()
        )
        mail_status = (
            select(outbox_message.c.status)
            .where(outbox_message.c.invoice_id == open_item.c.invoice_id)
            .where(outbox_message.c.notice_id.is_(None))
            .order_by(outbox_message.c.created_at.desc(), outbox_message.c.id.desc())
            .limit(1)
            .scalar_subquery()
        )
        return select(
            open_item,
            mail_status.label("mail_status"),
            deposit_status(open_item.c.invoice_id).label("deposit_status"),
            invoice_lifecycle.c.code.label("reform_status"),
            invoice_lifecycle.c.is_partial.label("reform_is_partial"),
            customer.c.code.label("customer_code"),
            customer.c.name.label("customer_name"),
            contested.label("contested_minor"),
        ).select_from(
            open_item.join(customer, customer.c.id == open_item.c.customer_id).outerjoin(
                invoice_lifecycle, invoice_lifecycle.c.id == open_item.c.invoice_id
            )
        )

    def counted(self) -> FromClause:
        """Documents."""
        return open_item

    def filters(self, request: PageRequest) -> list[ColumnElement[bool]]:
        """Whose, and how far from being settled."""
        found: list[ColumnElement[bool]] = []
        status = request.filters.get("status")
        overdue = request.filters.get("overdue") or status == InvoiceStatus.OVERDUE
        if request.filters.get("open") or status == InvoiceStatus.OPEN or overdue:
            found.append(open_item.c.is_open.is_(True))
        if overdue:
            late = and_(open_item.c.due_on < self._today(), open_item.c.open_minor > 0)
            found.append(met_in_order(late))
        if status == InvoiceStatus.PAID:
            found.append(open_item.c.is_open.is_(False))
        if status == InvoiceStatus.DISPUTED:
            contested = select(dispute.c.item_id).where(
                dispute.c.status == DisputeStatus.OPEN.value
            )
            found.append(open_item.c.id.in_(contested))
        if request.filters.get("reform"):
            found.append(standing_at(open_item.c.invoice_id, request.filters["reform"]))
        if request.filters.get("customer"):
            owner = select(customer.c.id).where(customer.c.code == request.filters["customer"])
            found.append(open_item.c.customer_id == owner.scalar_subquery())
        if request.filters.get("customer_id"):
            found.append(open_item.c.customer_id == request.filters["customer_id"])
        return found

    def choices(self, search: Search) -> list[ColumnElement[bool]]:
        """A date, an amount of the document or still open, a number, the customer's name."""
        if search.day is not None:
            return [open_item.c.issued_on == search.day]
        found = [
            starts_with(open_item.c.number, search.text.upper()),
            open_item.c.id.in_(things(search.asked, FoundKind.INVOICE)),
        ]
        if search.amount_minor is None:
            return [
                *found,
                starts_with(open_item.c.customer_name_folded, search.words),
                open_item.c.customer_id.in_(customers_named(search)),
            ]
        amounts = (open_item.c.total_minor, open_item.c.open_minor)
        return [*found, *(either_sign(amount, search.amount_minor) for amount in amounts)]

    def totals(self, request: PageRequest) -> Mapping[str, Any]:
        """What was invoiced and what is open, credit notes deducted."""
        query = select(
            sum_minor(open_item.c.total_minor).label("total"),
            sum_minor(open_item.c.open_minor).label("open"),
        )
        with reading(self._engine) as connection:
            narrowed = query.where(*self.narrowed(connection, request))
            row = connection.execute(narrowed).mappings().one()
        return {
            "total_incl_tax": Money.from_minor(row["total"], EUR),
            "open_amount": Money.from_minor(row["open"], EUR),
        }

    def row(self, row: RowMapping) -> InvoiceRow:
        """A document."""
        currency = Currency(row["currency"])
        today = self._today()
        invoice_id = row["invoice_id"]
        return InvoiceRow(
            id=OpenItemId(row["id"]),
            invoice_id=None if invoice_id is None else InvoiceId(invoice_id),
            number=row["number"],
            kind=InvoiceKind(row["kind"]),
            customer_code=row["customer_code"],
            customer_name=row["customer_name"],
            issued_on=row["issued_on"],
            due_on=row["due_on"],
            total_incl_tax=abs(Money.from_minor(row["total_minor"], currency)),
            open_amount=Money.from_minor(row["open_minor"], currency),
            status=_status(row, today),
            days_late=max(0, (today - row["due_on"]).days) if row["open_minor"] > 0 else 0,
            mail_status=row["mail_status"] or "",
            reform_status=row["reform_status"] or "",
            reform_is_partial=bool(row["reform_is_partial"]),
            deposit_status=row["deposit_status"] or "",
        )


def document_pdf(connection: Any, invoice_id: UUID) -> bytes | None:
    """The PDF as issued, None for a document taken over from elsewhere."""
    content = connection.execute(
        select(blob.c.content)
        .join(archived_document, archived_document.c.sha256 == blob.c.sha256)
        .where(archived_document.c.invoice_id == invoice_id)
        .where(archived_document.c.media_type == _PDF)
    ).scalar_one_or_none()
    return None if content is None else bytes(content)


def _status(row: RowMapping, today: date) -> InvoiceStatus:
    if not row["open_minor"]:
        return InvoiceStatus.PAID
    if row["contested_minor"]:
        return InvoiceStatus.DISPUTED
    if row["open_minor"] > 0 and row["due_on"] < today:
        return InvoiceStatus.OVERDUE
    return (
        InvoiceStatus.PART_PAID if row["open_minor"] != row["total_minor"] else InvoiceStatus.OPEN
    )
