"""Open items as the reconciliation desk shows them."""

from dataclasses import dataclass
from datetime import date

from otc_desktop.domain.invoicing.invoice import InvoiceKind
from otc_desktop.domain.shared.ids import CustomerId, OpenItemId
from otc_desktop.domain.shared.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItemRow:
    """A document with something open."""

    id: OpenItemId
    customer_id: CustomerId
    number: str
    kind: InvoiceKind
    issued_on: date
    due_on: date
    total: Money
    open: Money
