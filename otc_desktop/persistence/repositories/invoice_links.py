"""How documents hang together: corrections, deposits and their deductions."""

from collections.abc import Collection, Sequence

from sqlalchemy import select, true

from otc_desktop.domain.invoicing.invoice import InvoiceKind
from otc_desktop.domain.invoicing.references import DepositDeduction, Relation, SourceKind
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.ids import CustomerId, InvoiceId, SalesOrderId
from otc_desktop.persistence.repositories import invoice_parts as parts
from otc_desktop.persistence.session import Session
from otc_desktop.persistence.tables import invoicing as tables

_INVOICES = tables.invoice


class InvoiceLinks:
    """What documents say of each other."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def is_draft(self, invoice_id: InvoiceId) -> bool:
        """Whether it waits for its number."""
        query = select(_INVOICES.c.id).where(
            (_INVOICES.c.id == invoice_id) & _INVOICES.c.number.is_(None)
        )
        return self._session.one(query) is not None

    def corrected_by(self, invoice_id: InvoiceId) -> InvoiceId | None:
        """The corrective invoice, issued or not, that replaces this one."""
        named = tables.invoice_reference
        row = self._session.one(
            select(named.c.invoice_id).where(
                named.c.named_id == invoice_id, named.c.relation == Relation.CORRECTED.value
            )
        )
        return None if row is None else InvoiceId(row["invoice_id"])

    def deductions_of(
        self, deposit_id: InvoiceId, *, but: InvoiceId | None = None
    ) -> Sequence[DepositDeduction]:
        """What drafts and issued documents, `but` one, deduct of a deposit.

        Left out is what was taken back: the document was replaced by an issued one, or a
        credit note that was issued takes the line back.
        """
        deductions = tables.invoice_deduction
        source, named, later = (
            tables.invoice_line_source,
            tables.invoice_reference,
            _INVOICES.alias(),
        )
        credited = (
            select(source.c.invoice_id)
            .join(later, later.c.id == source.c.invoice_id)
            .where(
                source.c.source_id == deductions.c.invoice_id,
                source.c.kind == SourceKind.CREDITED.value,
                source.c.source_line == deductions.c.line,
                later.c.number.is_not(None),
            )
        )
        replaced = (
            select(named.c.invoice_id)
            .join(later, later.c.id == named.c.invoice_id)
            .where(
                named.c.named_id == deductions.c.invoice_id,
                named.c.relation == Relation.CORRECTED.value,
            )
        )
        others = deductions.c.invoice_id != but if but is not None else true()
        rows = self._session.rows(
            select(deductions, _INVOICES.c.currency)
            .join(_INVOICES, _INVOICES.c.id == deductions.c.invoice_id)
            .where(
                deductions.c.deposit_id == deposit_id,
                others,
                ~credited.exists(),
                ~replaced.exists(),
            )
            .order_by(deductions.c.invoice_id, deductions.c.position)
        )
        return [
            each for row in rows for each in parts.deductions_of([row], Currency(row["currency"]))
        ]

    def deposits_of(
        self, customer_id: CustomerId, order_ids: Collection[SalesOrderId]
    ) -> Sequence[InvoiceId]:
        """Issued deposit invoices of a customer that name one of these orders, oldest first."""
        orders = tables.invoice_order
        query = (
            select(_INVOICES.c.id)
            .join(orders, orders.c.invoice_id == _INVOICES.c.id)
            .where(
                orders.c.order_id.in_(list(order_ids)),
                _INVOICES.c.customer_id == customer_id,
                _INVOICES.c.kind == InvoiceKind.DEPOSIT.value,
                _INVOICES.c.number.is_not(None),
            )
            .order_by(_INVOICES.c.document_on, _INVOICES.c.number)
        )
        return list(dict.fromkeys(InvoiceId(row["id"]) for row in self._session.rows(query)))
