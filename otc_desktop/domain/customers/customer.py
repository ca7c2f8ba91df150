"""The customer: who is invoiced, at which terms, and reached how."""

from dataclasses import dataclass

from otc_desktop.domain.customers.payment_terms import PaymentTerms
from otc_desktop.domain.shared.company import NO_ADDRESS, Address
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import CustomerId
from otc_desktop.domain.shared.money import Money

LANGUAGES = ("fr", "en")
DEFAULT_DUNNING_PLAN = "standard"


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """One customer file. Identifiers are already checked; empty means unknown.

    `credit_limit` None means no limit was set.

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
    version: int = 1

    def __post_init__(self) -> None:
        if not self.code.strip():
            raise RuleError("customers.missing_code", where="code")
        if not self.name.strip():
            raise RuleError("customers.missing_name", where="name")
        if self.language not in LANGUAGES:
            raise RuleError("customers.unknown_language", where="language", value=self.language)
