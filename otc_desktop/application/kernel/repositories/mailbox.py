"""Mail that came in, as use cases load and save it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from otc_desktop.domain.mailbox.received import ReceivedMail
from otc_desktop.domain.shared.ids import CustomerId, InvoiceId, MailId


@dataclass(frozen=True, slots=True)
class MailboxPlace:
    """How far a folder was read: its UIDVALIDITY, and the last UID dealt with."""

    validity: int
    last_number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Whose mail it is: the customer, the document, and our mail that it answers."""

    customer_id: CustomerId
    invoice_id: InvoiceId | None = None
    mail_id: MailId | None = None
    number: str = ""


class ReceivedMailRepository(Protocol):
    """Mail that came in."""

    def place(self, account: str) -> MailboxPlace | None:
        """How far a folder was read; None before the first time."""

    def advance(self, account: str, place: MailboxPlace) -> bool:
        """Note that everything up to this mail is dealt with; locks the folder.

        False when another workstation dealt with it meanwhile.
        """

    def is_filed(self, identity: str) -> bool:
        """Whether this mail was filed already, maybe under another number."""

    def customers_at(self, address: str) -> Sequence[CustomerId]:
        """The customers that have this address, by their file or a contact."""

    def documents(self, numbers: Collection[str]) -> Sequence[Addressee]:
        """The issued documents of these numbers."""

    def number_of(self, invoice_id: InvoiceId) -> str:
        """The number of an issued document; empty for any other."""

    def file(
        self, mail_id: UUID, mail: ReceivedMail, addressee: Addressee, *, diagnostic: str
    ) -> None:
        """Keep a mail with its customer."""
