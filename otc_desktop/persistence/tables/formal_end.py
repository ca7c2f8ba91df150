"""Formal notices, letters for the post, hand-overs, proposed entries and provisions."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
)

from otc_desktop.persistence.tables.base import (
    currency_column,
    id_column,
    metadata,
    minor_column,
    text_column,
    version_column,
)
from otc_desktop.persistence.types import Id

formal_notice = Table(
    "formal_notice",
    metadata,
    id_column(),
    Column("number", String(35), nullable=False, unique=True),
    Column("customer_id", Id, ForeignKey("customer.id"), nullable=False),
    Column("made_on", Date, nullable=False),
    Column("deadline_days", Integer, nullable=False),
    text_column("place"),
    text_column("signatory"),
    Index("ix_formal_notice_customer", "customer_id", "made_on"),
)

formal_notice_item = Table(
    "formal_notice_item",
    metadata,
    Column("notice_id", Id, ForeignKey("formal_notice.id"), primary_key=True),
    Column("item_id", Id, ForeignKey("open_item.id"), primary_key=True),
    Column("position", Integer, nullable=False),
    currency_column(),
    minor_column("principal_minor"),
    minor_column("interest_minor"),
    minor_column("indemnity_minor"),
    Index("ix_formal_notice_item_item", "item_id"),
)

# `subject_id` is a formal notice or a reminder, by `kind`.
postal_letter = Table(
    "postal_letter",
    metadata,
    id_column(),
    Column("kind", String(15), nullable=False),
    Column("subject_id", Id, nullable=False),
    Column("customer_id", Id, ForeignKey("customer.id"), nullable=False),
    text_column("title"),
    Column("made_on", Date, nullable=False),
    Column("is_registered", Boolean, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("state", String(12), nullable=False),
    Column("posted_on", Date),
    Column("registered_number", String(30), nullable=False, server_default=""),
    Column("settled_on", Date),
    version_column(),
    Index("ix_postal_letter_made", "made_on", "id"),
    Index("ix_postal_letter_state", "state", "made_on", "id"),
    Index("ix_postal_letter_customer", "customer_id", "made_on"),
    Index("ix_postal_letter_subject", "subject_id"),
)

handover = Table(
    "handover",
    metadata,
    id_column(),
    Column("number", String(35), nullable=False, unique=True),
    Column("customer_id", Id, ForeignKey("customer.id"), nullable=False),
    Column("kind", String(10), nullable=False),
    text_column("handed_to"),
    Column("handed_on", Date, nullable=False),
    text_column("handed_by"),
    text_column("reference"),
    currency_column(),
    minor_column("amount_minor"),
    Column("outcome", String(12), nullable=False),
    minor_column("fee_minor", nullable=True),
    Column("closed_on", Date),
    text_column("note"),
    version_column(),
    Index("ix_handover_handed", "handed_on", "id"),
    Index("ix_handover_outcome", "outcome", "handed_on", "id"),
    Index("ix_handover_customer", "customer_id", "handed_on"),
)

handover_item = Table(
    "handover_item",
    metadata,
    Column("handover_id", Id, ForeignKey("handover.id"), primary_key=True),
    Column("item_id", Id, ForeignKey("open_item.id"), primary_key=True),
    Column("position", Integer, nullable=False),
    minor_column("amount_minor"),
    Index("ix_handover_item_item", "item_id"),
)

entry_proposal = Table(
    "entry_proposal",
    metadata,
    id_column(),
    Column("number", String(35), nullable=False, unique=True),
    Column("customer_id", Id, ForeignKey("customer.id"), nullable=False),
    Column("kind", String(15), nullable=False),
    Column("entry_on", Date, nullable=False),
    Column("percent_hundredths", Integer),
    text_column("reason"),
    currency_column(),
    minor_column("amount_minor"),
    minor_column("vat_minor"),
    Column("proposed_on", Date, nullable=False),
    text_column("proposed_by"),
    Column("state", String(10), nullable=False),
    Column("decided_on", Date),
    text_column("decided_by"),
    Column("entry_id", Id, ForeignKey("journal_entry.id")),
    # The receipt whose difference was given up.
    Column("allocation_id", Id),
    version_column(),
    Index("ix_entry_proposal_proposed", "proposed_on", "id"),
    Index("ix_entry_proposal_state", "state", "proposed_on", "id"),
    Index("ix_entry_proposal_customer", "customer_id", "proposed_on"),
    Index("ix_entry_proposal_allocation", "allocation_id"),
)

entry_proposal_item = Table(
    "entry_proposal_item",
    metadata,
    Column("proposal_id", Id, ForeignKey("entry_proposal.id"), primary_key=True),
    Column("item_id", Id, ForeignKey("open_item.id"), primary_key=True),
    Column("position", Integer, nullable=False),
    minor_column("amount_minor"),
    minor_column("vat_minor"),
    Index("ix_entry_proposal_item_item", "item_id"),
)

# Append-only: what is provided for a claim is the sum.
provision_movement = Table(
    "provision_movement",
    metadata,
    id_column(),
    Column("item_id", Id, ForeignKey("open_item.id"), nullable=False),
    Column("moved_on", Date, nullable=False),
    Column("percent_hundredths", Integer, nullable=False),
    currency_column(),
    Column("amount_minor", BigInteger, nullable=False),
    Column("entry_id", Id, ForeignKey("journal_entry.id"), nullable=False),
    Index("ix_provision_movement_item", "item_id", "moved_on"),
)
