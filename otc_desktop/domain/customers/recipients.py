"""Who receives what: the one rule for invoices, reminders, notices and confirmations."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from otc_desktop.domain.customers.contact import Contact, ContactRole
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.shared.company import Address


class Purpose(StrEnum):
    """What is to be sent."""

    INVOICE = "invoice"
    REMINDER = "reminder"
    FORMAL_NOTICE = "formal_notice"
    ORDER_CONFIRMATION = "order_confirmation"
    DISPUTE = "dispute"


# Roles asked in this order; the first that somebody with an e-mail address holds decides.
# `None` is the e-mail address of the file itself.
_ORDER: dict[Purpose, tuple[ContactRole | None, ...]] = {
    Purpose.INVOICE: (ContactRole.INVOICE_RECIPIENT, None, ContactRole.PAYER),
    Purpose.REMINDER: (
        ContactRole.REMINDER,
        ContactRole.PAYER,
        ContactRole.INVOICE_RECIPIENT,
        None,
    ),
    Purpose.FORMAL_NOTICE: (
        ContactRole.FORMAL_NOTICE,
        ContactRole.PAYER,
        ContactRole.REMINDER,
        ContactRole.INVOICE_RECIPIENT,
        None,
    ),
    Purpose.ORDER_CONFIRMATION: (ContactRole.ORDERER, None),
    Purpose.DISPUTE: (ContactRole.DISPUTE, ContactRole.INVOICE_RECIPIENT, None),
}
BY_FILE = "file_email"
BY_NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Addressee:
    """A person or mail box to write to; no contact behind it means the file's own address."""

    name: str
    email: str
    contact: Contact | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipients:
    """Who gets it, and by which step of the rule.

    `reason` is the role that decided, `file_email`, or `nobody` (words `recipient_reason`).
    `postal` is set where the law wants a letter: a formal notice goes to the registered
    address, whatever e-mail is sent besides.
    """

    purpose: Purpose
    addressees: tuple[Addressee, ...]
    reason: str
    postal: Address | None = None

    @property
    def email(self) -> str:
        """The first address; empty when nobody can be reached by e-mail."""
        return self.addressees[0].email if self.addressees else ""


def recipients(customer: Customer, contacts: Sequence[Contact], purpose: Purpose) -> Recipients:
    """Who receives this of that customer.

    * Invoice: invoice recipients; else the file's e-mail; else payers.
    * Reminder: contacts for reminders; else payers; else invoice recipients; else the file.
    * Formal notice: by post to the registered address; by e-mail to contacts for formal
      notices, else payers, contacts for reminders, invoice recipients, the file.
    * Order confirmation: orderers; else the file.
    * Dispute: dispute contacts; else invoice recipients; else the file.

    Archived contacts and those without an e-mail address are passed by. All holders of the
    deciding role are named, by name.
    """
    postal = customer.address if purpose is Purpose.FORMAL_NOTICE else None
    for role in _ORDER[purpose]:
        found = _file(customer) if role is None else _holders(contacts, role)
        if found:
            return Recipients(
                purpose=purpose,
                addressees=found,
                reason=BY_FILE if role is None else role.value,
                postal=postal,
            )
    return Recipients(purpose=purpose, addressees=(), reason=BY_NOBODY, postal=postal)


def _file(customer: Customer) -> tuple[Addressee, ...]:
    if not customer.email:
        return ()
    return (Addressee(customer.contact_name or customer.name, customer.email),)


def _holders(contacts: Iterable[Contact], role: ContactRole) -> tuple[Addressee, ...]:
    holders = sorted((each for each in contacts if each.serves(role)), key=_by_name)
    by_email = {each.email.casefold(): each for each in reversed(holders)}
    return tuple(
        Addressee(each.name, each.email, each)
        for each in holders
        if by_email[each.email.casefold()] is each
    )


def _by_name(contact: Contact) -> tuple[str, str]:
    return contact.name.casefold(), contact.email
