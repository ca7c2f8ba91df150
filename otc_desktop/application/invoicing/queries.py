"""Rows of the invoicing screens."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from otc_desktop.domain.invoicing.invoice import InvoiceKind
from otc_desktop.domain.shared.ids import InvoiceId, OpenItemId
from otc_desktop.domain.shared.money import Money


class InvoiceStatus(StrEnum):
    """How far a document is from being settled, as of the business date."""

    OPEN = "open"
    PART_PAID = "part_paid"
    OVERDUE = "overdue"
    DISPUTED = "disputed"
    PAID = "paid"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRow:
    """A draft in the list."""

    id: InvoiceId
    kind: InvoiceKind
    document_on: date
    customer_code: str
    customer_name: str
    purchase_order: str
    total_excl_tax: Money
    total_vat: Money
    total_incl_tax: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceRow:
    """An issued or taken-over document.

    A credit note's total is positive, as printed; its open amount is negative, for it takes
    off what is owed. `mail_status` is that of the last mail with it, empty where none was made;
    `deposit_status` that of its last deposit on the platform.
    """

    id: OpenItemId
    invoice_id: InvoiceId | None
    number: str
    kind: InvoiceKind
    customer_code: str
    customer_name: str
    issued_on: date
    due_on: date
    total_incl_tax: Money
    open_amount: Money
    status: InvoiceStatus
    days_late: int
    mail_status: str = ""
    reform_status: str = ""  # the code where the document stands, empty without life cycle
    reform_is_partial: bool = False
    deposit_status: str = ""
