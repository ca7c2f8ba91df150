"""The people at a customer, and what each is asked about."""

from dataclasses import dataclass
from enum import StrEnum

from otc_desktop.domain.customers.customer import LANGUAGES
from otc_desktop.domain.customers.identifiers import check_email
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import ContactId, CustomerId


class ContactRole(StrEnum):
    """What somebody is there for; one person may have several roles."""

    INVOICE_RECIPIENT = "invoice_recipient"
    PAYER = "payer"
    ORDERER = "orderer"
    DISPUTE = "dispute"
    REMINDER = "reminder"
    FORMAL_NOTICE = "formal_notice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One person, or one mail box such as «comptabilité», at a customer.

    A role that is served by mail needs an e-mail address; without one the rule of
    recipients passes the contact by.

    Raises:
        RuleError: `customers.contact_without_name`, `customers.bad_email`,
            `customers.unknown_language`.
    """

    id: ContactId
    customer_id: CustomerId
    name: str
    function: str = ""
    email: str = ""
    phone: str = ""
    mobile: str = ""
    language: str = "fr"
    roles: frozenset[ContactRole] = frozenset()
    is_active: bool = True
    version: int = 1

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise RuleError("customers.contact_without_name", where="name")
        if self.email:
            check_email(self.email)
        if self.language not in LANGUAGES:
            raise RuleError("customers.unknown_language", where="language", value=self.language)

    def serves(self, role: ContactRole) -> bool:
        """Whether mail of that role reaches this contact."""
        return self.is_active and bool(self.email) and role in self.roles
