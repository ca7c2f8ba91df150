"""What a document speaks of: earlier documents, deliveries, orders, deducted deposits."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from otc_desktop.domain.shared.ids import DeliveryId, InvoiceId, SalesOrderId
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.taxes.vat import VatTreatment


class Relation(StrEnum):
    """Why an earlier document is named (BG-3)."""

    CREDITED = "credited"
    CORRECTED = "corrected"
    DEPOSIT = "deposit"
    SITUATION = "situation"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrecedingDocument:
    """An earlier document by number and date (BT-25, BT-26).

    `invoice_id` is None for a document of another program.
    """

    number: str
    issued_on: date | None
    relation: Relation
    invoice_id: InvoiceId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderReference:
    """An order behind the document, with the customer's own number for it (BT-13).

    `billed` is False where the order is only named: by a deposit, for instance.
    """

    order_id: SalesOrderId
    number: str
    purchase_order: str = ""
    billed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryReference:
    """A delivery behind the document (BT-16); its lines begin at `first_line`.

    `billed` is False where another document invoiced it, which this one corrects.
    """

    delivery_id: DeliveryId
    order_id: SalesOrderId
    number: str
    delivered_on: date
    ship_to: str = ""
    first_line: int = 0
    billed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class DepositDeduction:
    """What one line takes off for a deposit invoice, in one VAT group.

    `basis` is positive, excluding tax; the line at `line` has it with a negative quantity.
    """

    deposit_id: InvoiceId
    number: str
    line: int
    basis: Money
    vat: VatTreatment


class SourceKind(StrEnum):
    """What a line stands for: a part of an order, or of a credited invoice."""

    ORDER = "order"
    CREDITED = "credited"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineSource:
    """How much of which line of another document the line at `line` stands for."""

    line: int
    kind: SourceKind
    document_id: UUID
    document_line: int
    quantity: Decimal
