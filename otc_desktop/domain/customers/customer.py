"""The customer: who is invoiced, at which terms, and reached how."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from otc_desktop.domain.customers.payment_terms import PaymentTerms
from otc_desktop.domain.shared.company import NO_ADDRESS, Address
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import CustomerId
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.shared.sending import MailXml, SendAtIssue

LANGUAGES = ("fr", "en")
DEFAULT_DUNNING_PLAN = "standard"


class CustomerKind(StrEnum):
    """What the customer is in law: decides which identifiers and which mentions it needs."""

    COMPANY = "company"
    PERSON = "person"
    PUBLIC = "public"


class CustomerStatus(StrEnum):
    """How far a new file has come; only an active customer may be sold to."""

    DRAFT = "draft"
    TO_VALIDATE = "to_validate"
    ACTIVE = "active"
    BLOCKED = "blocked"


class InvoiceGrouping(StrEnum):
    """What one invoice holds of the deliveries that wait."""

    DELIVERY = "delivery"
    ORDER = "order"
    SITE = "site"
    CUSTOMER = "customer"


class PaymentMeans(StrEnum):
    """How a customer pays."""

    TRANSFER = "transfer"
    DIRECT_DEBIT = "direct_debit"
    CHEQUE = "cheque"
    CARD = "card"
    BILL = "bill"
    CASH = "cash"


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """One customer file. Identifiers are already checked; empty means unknown.

    `credit_limit` None means no limit was set; `insured_limit` is what a credit insurer
    covers. `parent_id` is the head of the group. `price_list` is the code of the list that
    applies. `service_code` and `engagement` are what a public body wants on its invoices
    (Chorus Pro); `einvoicing_scheme` (EAS code, such as 0225) and `einvoicing_address` are
    where e-invoices go. `status_reason` says why a file is blocked or was sent back. An
    archived customer is kept for its documents, and hidden. `merged_into_id` is the file
    that took over everything of this one; `former_codes` are the codes of files merged into
    this one, by which it is still found. `send_at_issue` is when its documents are mailed,
    `mail_xml` the e-invoice that it wants beside the PDF.

    Raises:
        RuleError: `customers.missing_code`, `customers.missing_name`,
            `customers.unknown_language`.
    """

    id: CustomerId
    code: str
    name: str
    siren: str = ""
    siret: str = ""
    vat_number: str = ""
    address: Address = NO_ADDRESS
    email: str = ""
    phone: str = ""
    contact_name: str = ""
    iban: str = ""
    payment_terms: PaymentTerms | None = None
    credit_limit: Money | None = None
    language: str = "fr"
    dunning_plan: str = DEFAULT_DUNNING_PLAN
    customer_group: str = ""
    kind: CustomerKind = CustomerKind.COMPANY
    status: CustomerStatus = CustomerStatus.ACTIVE
    status_reason: str = ""
    archived_on: date | None = None
    legal_form: str = ""
    naf: str = ""
    rcs_city: str = ""
    payment_means: tuple[PaymentMeans, ...] = ()
    einvoicing_scheme: str = ""
    einvoicing_address: str = ""
    service_code: str = ""
    engagement: str = ""
    notes: str = ""
    price_list: str = ""
    salesperson: str = ""
    purchase_order_required: bool = False
    works_subcontracting: bool = False
    invoice_grouping: InvoiceGrouping = InvoiceGrouping.ORDER
    send_at_issue: SendAtIssue = SendAtIssue.COMPANY
    mail_xml: MailXml = MailXml.NONE
    parent_id: CustomerId | None = None
    insured_limit: Money | None = None
    merged_into_id: CustomerId | None = None
    former_codes: tuple[str, ...] = ()
    version: int = 1

    def __post_init__(self) -> None:
        if not self.code.strip():
            raise RuleError("customers.missing_code", where="code")
        if not self.name.strip():
            raise RuleError("customers.missing_name", where="name")
        if self.language not in LANGUAGES:
            raise RuleError("customers.unknown_language", where="language", value=self.language)
