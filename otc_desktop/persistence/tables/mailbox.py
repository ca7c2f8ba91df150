"""Mail read from the company's own mailbox, and how far it was read."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, String, Table, Text

from otc_desktop.persistence.tables.base import id_column, metadata, text_column
from otc_desktop.persistence.types import Id, UtcDateTime

# The numbers of a folder (UID) mean something only under its UIDVALIDITY (RFC 3501).
mailbox_place = Table(
    "mailbox_place",
    metadata,
    Column("account", String, primary_key=True),
    Column("validity", BigInteger, nullable=False),
    Column("last_number", BigInteger, nullable=False),
    Column("read_at", UtcDateTime, nullable=False),
)

# Only what concerns a customer is kept: other mail of the account is nobody's business.
received_mail = Table(
    "received_mail",
    metadata,
    id_column(),
    Column("identity", String, nullable=False, unique=True),
    Column("nature", String(12), nullable=False),
    Column("customer_id", Id, ForeignKey("customer.id"), nullable=False),
    Column("invoice_id", Id, ForeignKey("invoice.id")),
    Column("mail_id", Id, ForeignKey("outbox_message.id")),
    Column("sender", String, nullable=False),
    text_column("sender_name"),
    text_column("subject"),
    Column("body", Text, nullable=False),
    text_column("diagnostic"),
    Column("files", Integer, nullable=False),
    # JSON list of the names of files that were too large or too many.
    Column("left_out", Text, nullable=False),
    Column("sent_at", UtcDateTime),
    Column("filed_at", UtcDateTime, nullable=False),
    Index("ix_received_mail_filed", "filed_at", "id"),
    Index("ix_received_mail_customer", "customer_id", "filed_at", "id"),
    Index("ix_received_mail_invoice", "invoice_id"),
    Index("ix_received_mail_mail", "mail_id"),
)
