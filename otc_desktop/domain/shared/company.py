"""The company that uses the program, as its documents, entries and mails need it."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from otc_desktop.domain.shared.currency import EUR, Currency
from otc_desktop.domain.shared.difference_limits import DEFAULT_LIMITS, DifferenceLimits
from otc_desktop.domain.shared.sending import SendAtIssue


class VatRegime(StrEnum):
    """When VAT becomes payable (CGI art. 269, 293 B).

    `debits` at issue; `receipts` when paid, whatever is sold; `mixed` at issue for goods and
    when paid for services, as the law has it where nothing is opted for.
    """

    DEBITS = "debits"
    RECEIPTS = "receipts"
    MIXED = "mixed"
    EXEMPT_293B = "exempt-293B"

    @property
    def waits_for_money(self) -> bool:
        """Whether VAT of some lines becomes payable only when they are paid."""
        return self in (VatRegime.RECEIPTS, VatRegime.MIXED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A postal address; `country` is ISO 3166-1 alpha-2."""

    line1: str = ""
    line2: str = ""
    postal_code: str = ""
    city: str = ""
    country: str = "FR"


NO_ADDRESS = Address()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingSettings:
    """Where answers and bounces are read (IMAP), with the login of the sending.

    `user` is another name for the same account, empty where it is the same.
    """

    host: str
    port: int = 993
    security: str = "tls"
    folder: str = "INBOX"
    user: str = ""


# Ways to prove who the sender is; the providers' own names, kept in the company's settings.
BY_PASSWORD, BY_MICROSOFT, BY_GOOGLE = "password", "microsoft365", "google"


@dataclass(frozen=True, slots=True, kw_only=True)
class MailSettings:
    """Where mail leaves from; the password and tokens live in the keyring, never here.

    `login` is a password, or a provider where the user signs in (OAuth2) with the company's
    own `client_id` there; `tenant` is the company's directory at Microsoft. Mail is read only
    where `reading` is set.
    """

    host: str
    port: int
    security: str
    user: str
    sender: str
    login: str = BY_PASSWORD
    client_id: str = ""
    tenant: str = ""
    reading: ReadingSettings | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """Legal identity (C. com. R123-237) and the settings that decide amounts and wording."""

    name: str
    legal_form: str
    share_capital: Decimal | None
    siren: str
    siret: str
    vat_number: str
    rcs_city: str
    naf: str
    address: Address
    email: str
    iban: str
    bic: str
    fiscal_year_start_month: int
    fiscal_year_start_day: int
    vat_regime: VatRegime
    number_format: str
    payment_terms: str
    late_interest: str
    discount_terms: str
    mail: MailSettings | None
    currency: Currency = EUR
    send_at_issue: SendAtIssue = SendAtIssue.ASK
    difference_limits: DifferenceLimits = DEFAULT_LIMITS
    creditor_identifier: str = ""
    debit_notice_days: int = 14
