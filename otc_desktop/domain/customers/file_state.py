"""How a customer file moves from draft to active, and what each state asks of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from otc_desktop.domain.customers.address_book import CustomerAddress
from otc_desktop.domain.customers.contact import Contact
from otc_desktop.domain.customers.customer import Customer, CustomerKind, CustomerStatus
from otc_desktop.domain.customers.identifiers import check_email, check_vat_against_siren
from otc_desktop.domain.customers.recipients import Purpose, recipients
from otc_desktop.domain.customers.terms_ceiling import ceiling_findings
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.findings import (
    Finding,
    Severity,
    error,
    refuse_if_blocking,
    warning,
)

# Members of the VAT area, whose companies have a VAT number to be shown (CGI 242 nonies A 3°).
_EU = frozenset(
    "AT BE BG CY CZ DE DK EE ES FI GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenBusiness:
    """What is not finished with a customer, in numbers."""

    open_items: int = 0
    orders: int = 0
    deliveries: int = 0
    drafts: int = 0


def missing_for(
    status: CustomerStatus,
    customer: Customer,
    contacts: Sequence[Contact] = (),
    addresses: Sequence[CustomerAddress] = (),
) -> list[Finding]:
    """What the file lacks for a state: errors keep it out, warnings are advice.

    A draft needs its code and name only. From «to validate» on, the legal identity that an
    invoice shows (CGI ann. II art. 242 nonies A): a full address, and the SIREN of a French
    company or public body; a public body also needs its SIRET, by which Chorus Pro routes.
    """
    if status is CustomerStatus.DRAFT:
        return []
    findings = [*_address(customer), *_identity(customer)]
    if status is CustomerStatus.TO_VALIDATE:
        return findings
    return [*findings, *_advice(customer, contacts, addresses)]


def file_findings(
    customer: Customer,
    contacts: Sequence[Contact] = (),
    addresses: Sequence[CustomerAddress] = (),
) -> list[Finding]:
    """All there is to say of a file: what an active one lacks, and what looks wrong."""
    findings = missing_for(CustomerStatus.ACTIVE, customer, contacts, addresses)
    return [*findings, *ceiling_findings(customer)]


def is_complete(
    customer: Customer,
    contacts: Sequence[Contact] = (),
    addresses: Sequence[CustomerAddress] = (),
) -> bool:
    """Whether nothing keeps the file from being active."""
    missing = missing_for(CustomerStatus.ACTIVE, customer, contacts, addresses)
    return all(finding.severity is not Severity.ERROR for finding in missing)


def submit(customer: Customer, contacts: Sequence[Contact] = ()) -> Customer:
    """The file handed to whoever validates.

    Raises:
        BlockingFindings: what is missing. RuleError: `customers.wrong_status`.
    """
    _expect(customer, CustomerStatus.DRAFT)
    refuse_if_blocking(missing_for(CustomerStatus.TO_VALIDATE, customer, contacts))
    return replace(customer, status=CustomerStatus.TO_VALIDATE, status_reason="")


def validate(
    customer: Customer,
    contacts: Sequence[Contact] = (),
    addresses: Sequence[CustomerAddress] = (),
) -> Customer:
    """The file accepted: from now on the customer can be sold to.

    Raises:
        BlockingFindings: what is missing. RuleError: `customers.wrong_status`.
    """
    _expect(customer, CustomerStatus.DRAFT, CustomerStatus.TO_VALIDATE)
    refuse_if_blocking(missing_for(CustomerStatus.ACTIVE, customer, contacts, addresses))
    return replace(customer, status=CustomerStatus.ACTIVE, status_reason="")


def send_back(customer: Customer, reason: str) -> Customer:
    """The file returned to its author, with what has to be mended.

    Raises:
        RuleError: `customers.wrong_status`, `customers.reason_missing`.
    """
    _expect(customer, CustomerStatus.TO_VALIDATE)
    return replace(customer, status=CustomerStatus.DRAFT, status_reason=_reason(reason))


def block(customer: Customer, reason: str) -> Customer:
    """Nothing more is sold to the customer; what it owes is still collected.

    Raises:
        RuleError: `customers.wrong_status`, `customers.reason_missing`.
    """
    _expect(customer, CustomerStatus.ACTIVE)
    return replace(customer, status=CustomerStatus.BLOCKED, status_reason=_reason(reason))


def unblock(customer: Customer) -> Customer:
    """Selling is allowed again.

    Raises:
        RuleError: `customers.wrong_status`.
    """
    _expect(customer, CustomerStatus.BLOCKED)
    return replace(customer, status=CustomerStatus.ACTIVE, status_reason="")


def archive(customer: Customer, still_open: OpenBusiness, *, on: date) -> Customer:
    """The file put away: kept for its documents, out of lists and pickers.

    Raises:
        BlockingFindings: what is still open. RuleError: `customers.already_archived`.
    """
    if customer.archived_on is not None:
        raise RuleError("customers.already_archived", customer=customer.code)
    counts = (
        ("customers.archive_with_open_items", still_open.open_items),
        ("customers.archive_with_orders", still_open.orders),
        ("customers.archive_with_deliveries", still_open.deliveries),
        ("customers.archive_with_drafts", still_open.drafts),
    )
    refuse_if_blocking(error(code, None, count=count) for code, count in counts if count)
    return replace(customer, archived_on=on)


def restore(customer: Customer) -> Customer:
    """The file taken back into lists and pickers, in the state it had.

    Raises:
        RuleError: `customers.not_archived`.
    """
    if customer.archived_on is None:
        raise RuleError("customers.not_archived", customer=customer.code)
    return replace(customer, archived_on=None)


def refuse_unless_sellable(customer: Customer) -> None:
    """Only an active customer is sold to: checked when a quote, order or invoice is made.

    Raises:
        RuleError: `customers.archived`, `customers.blocked`, `customers.not_active_yet`.
    """
    if customer.archived_on is not None:
        raise RuleError(
            "customers.archived",
            where="customer",
            customer=customer.code,
            archived_on=customer.archived_on,
        )
    if customer.status is CustomerStatus.BLOCKED:
        raise RuleError(
            "customers.blocked",
            where="customer",
            customer=customer.code,
            reason=customer.status_reason,
        )
    if customer.status is not CustomerStatus.ACTIVE:
        raise RuleError(
            "customers.not_active_yet",
            where="customer",
            customer=customer.code,
            customer_status=customer.status.value,
        )


def _address(customer: Customer) -> list[Finding]:
    address = customer.address
    wanted = [("address", address.line1), ("city", address.city)]
    if address.country == "FR":
        wanted.append(("postal_code", address.postal_code))
    return [
        error("customers.address_incomplete", field) for field, value in wanted if not value.strip()
    ]


def _identity(customer: Customer) -> list[Finding]:
    if customer.kind is CustomerKind.PERSON or customer.address.country != "FR":
        return []
    findings = []
    if not customer.siren:
        findings.append(error("customers.siren_missing", "siren"))
    if customer.kind is CustomerKind.PUBLIC and not customer.siret:
        findings.append(error("customers.siret_of_public_body_missing", "siret"))
    return findings


def _advice(
    customer: Customer, contacts: Sequence[Contact], addresses: Sequence[CustomerAddress]
) -> list[Finding]:
    findings = []
    country = customer.address.country
    if not recipients(customer, contacts, Purpose.INVOICE).addressees:
        findings.append(warning("customers.nobody_receives_invoices", "email"))
    if customer.email and not _is_email(customer.email):
        findings.append(warning("customers.doubtful_email", "email", value=customer.email))
    if customer.kind is not CustomerKind.PERSON and country in _EU and not customer.vat_number:
        findings.append(warning("customers.vat_number_missing", "vat_number", country=country))
    if customer.kind is CustomerKind.COMPANY and country == "FR" and not customer.vat_number:
        findings.append(warning("customers.french_vat_number_missing", "vat_number"))
    findings += _vat_of_another(customer)
    needs_codes = customer.kind is CustomerKind.PUBLIC and not customer.service_code
    if needs_codes and not any(each.service_code for each in addresses):
        findings.append(warning("customers.service_code_missing", "service_code"))
    return findings


def _vat_of_another(customer: Customer) -> list[Finding]:
    """Only a warning: the members of a VAT group share the number of the group."""
    try:
        check_vat_against_siren(customer.vat_number, customer.siren)
    except RuleError as problem:
        return [warning(problem.code, problem.where, **problem.params)]
    return []


def _is_email(text: str) -> bool:
    try:
        check_email(text)
    except RuleError:
        return False
    return True


def _expect(customer: Customer, *allowed: CustomerStatus) -> None:
    if customer.archived_on is not None:
        raise RuleError(
            "customers.archived",
            where="customer",
            customer=customer.code,
            archived_on=customer.archived_on,
        )
    if customer.status not in allowed:
        raise RuleError(
            "customers.wrong_status",
            customer=customer.code,
            customer_status=customer.status.value,
        )


def _reason(text: str) -> str:
    reason = text.strip()
    if not reason:
        raise RuleError("customers.reason_missing", where="reason")
    return reason
