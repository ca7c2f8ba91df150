"""Mail that came in."""

import json
from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, insert, select, union, update

from otc_desktop.application.kernel.changes import Topic
from otc_desktop.application.kernel.repositories.mailbox import Addressee, MailboxPlace
from otc_desktop.domain.mailbox.received import ReceivedMail
from otc_desktop.domain.shared.ids import CustomerId, InvoiceId
from otc_desktop.persistence.session import Session
from otc_desktop.persistence.tables.customer_book import contact
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.invoicing import invoice
from otc_desktop.persistence.tables.mailbox import mailbox_place, received_mail


class SqlReceivedMail:
    """Mail that came in, of a database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def place(self, account: str) -> MailboxPlace | None:
        """How far a folder was read."""
        row = self._session.one(_place(account))
        return None if row is None else MailboxPlace(row["validity"], row["last_number"])

    def advance(self, account: str, place: MailboxPlace) -> bool:
        """Note that everything up to this mail is dealt with.

        A bookmark, not a fact of the books: the audit trail is not told of each mail passed.
        """
        values = {
            "validity": place.validity,
            "last_number": place.last_number,
            "read_at": self._session.now,
        }
        row = self._session.one(_place(account), lock=True)
        connection = self._session.connection
        if row is None:
            connection.execute(insert(mailbox_place).values(account=account, **values))
            return True
        if row["validity"] == place.validity and row["last_number"] >= place.last_number:
            return False
        connection.execute(
            update(mailbox_place).where(mailbox_place.c.account == account).values(**values)
        )
        return True

    def is_filed(self, identity: str) -> bool:
        """Whether this mail was filed already."""
        query = select(received_mail.c.id).where(received_mail.c.identity == identity)
        return self._session.one(query) is not None

    def customers_at(self, address: str) -> Sequence[CustomerId]:
        """The customers that have this address; a merged file's mail goes to the one kept."""
        by_file = select(customer.c.id).where(func.lower(customer.c.email) == address)
        by_contact = select(contact.c.customer_id).where(func.lower(contact.c.email) == address)
        known = union(by_file, by_contact).subquery()
        query = (
            select(func.coalesce(customer.c.merged_into_id, customer.c.id).label("id"))
            .where(customer.c.id.in_(select(known.c[0])))
            .distinct()
            .limit(100)
        )
        return [CustomerId(row["id"]) for row in self._session.rows(query)]

    def documents(self, numbers: Collection[str]) -> Sequence[Addressee]:
        """The issued documents of these numbers."""
        query = select(invoice.c.id, invoice.c.number, invoice.c.customer_id).where(
            invoice.c.number.in_(numbers)
        )
        return [
            Addressee(
                customer_id=CustomerId(row["customer_id"]),
                invoice_id=InvoiceId(row["id"]),
                number=row["number"],
            )
            for row in self._session.rows(query)
        ]

    def number_of(self, invoice_id: InvoiceId) -> str:
        """The number of an issued document."""
        row = self._session.one(select(invoice.c.number).where(invoice.c.id == invoice_id))
        return (row["number"] if row else "") or ""

    def file(
        self, mail_id: UUID, mail: ReceivedMail, addressee: Addressee, *, diagnostic: str
    ) -> None:
        """Keep a mail with its customer."""
        self._session.insert(
            received_mail,
            {
                "id": mail_id,
                "identity": mail.identity,
                "nature": mail.nature.value,
                "customer_id": addressee.customer_id,
                "invoice_id": addressee.invoice_id,
                "mail_id": addressee.mail_id,
                "sender": mail.sender,
                "sender_name": mail.sender_name,
                "subject": mail.subject,
                "body": mail.text,
                "diagnostic": diagnostic,
                "files": len(mail.files),
                "left_out": json.dumps(mail.left_out, ensure_ascii=False),
                "sent_at": mail.sent_at,
                "filed_at": self._session.now,
            },
        )
        self._session.topics.update((Topic.OUTBOX, Topic.CUSTOMERS))


def _place(account: str) -> Select[Any]:
    return select(mailbox_place).where(mailbox_place.c.account == account)
