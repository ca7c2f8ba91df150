"""Customers."""

from sqlalchemy import BigInteger, Boolean, Column, Date, ForeignKey, Index, String, Table, false

from otc_desktop.persistence.tables.base import (
    id_column,
    key_type,
    metadata,
    text_column,
    version_column,
)
from otc_desktop.persistence.types import Id

customer = Table(
    "customer",
    metadata,
    id_column(),
    Column("code", key_type(40), nullable=False, unique=True),
    Column("name", String, nullable=False),
    Column("name_folded", key_type(), nullable=False),
    Column("siren", key_type(), nullable=False, server_default=""),
    text_column("siret"),
    text_column("vat_number"),
    text_column("address"),
    text_column("address2"),
    text_column("postal_code"),
    text_column("city"),
    Column("country", String(2), nullable=False),
    text_column("email"),
    text_column("phone"),
    text_column("contact_name"),
    text_column("iban"),
    text_column("payment_terms"),
    Column("credit_limit_minor", BigInteger),
    Column("language", String(2), nullable=False),
    text_column("dunning_plan"),
    text_column("customer_group"),
    Column("kind", String(10), nullable=False, server_default="company"),
    Column("status", String(12), nullable=False, server_default="active"),
    text_column("status_reason"),
    Column("archived_on", Date),
    text_column("legal_form"),
    text_column("naf"),
    text_column("rcs_city"),
    # Means of payment the customer uses, separated by commas.
    text_column("payment_means"),
    text_column("einvoicing_scheme"),
    text_column("einvoicing_address"),
    text_column("service_code"),
    text_column("engagement"),
    text_column("notes"),
    text_column("price_list"),
    text_column("salesperson"),
    # How deliveries share an invoice: by delivery, order, site, or customer.
    Column("invoice_grouping", String(10), nullable=False, server_default="order"),
    Column("purchase_order_required", Boolean, nullable=False, server_default=false()),
    # We work on its building sites as its subcontractor: it pays the VAT (CGI 283-2 nonies).
    Column("works_subcontracting", Boolean, nullable=False, server_default=false()),
    # When its documents are mailed, and the e-invoice it wants beside the PDF.
    Column("send_at_issue", String(10), nullable=False, server_default="company"),
    Column("mail_xml", String(4), nullable=False, server_default="none"),
    # The head of the group: its credit limit, where set, holds for all its members.
    Column("parent_id", Id, ForeignKey("customer.id")),
    Column("insured_limit_minor", BigInteger),
    # Credit: the grade with its date, source and predecessor; the last review of the limit;
    # the day the business ended, and who says so.
    Column("credit_grade", String(1), nullable=False, server_default="U"),
    Column("credit_grade_on", Date),
    text_column("credit_grade_source"),
    Column("credit_grade_before", String(1), nullable=False, server_default="U"),
    Column("credit_reviewed_on", Date),
    Column("ceased_on", Date),
    text_column("ceased_source"),
    # The file that took over everything of this one, and the codes of those merged into
    # this one, each on a line.
    Column("merged_into_id", Id, ForeignKey("customer.id")),
    text_column("former_codes"),
    # What duplicates are found by: the domain of a company's own mail, the end of its phone.
    text_column("mail_domain"),
    text_column("phone_key"),
    version_column(),
    Index("ix_customer_name", "name_folded", "id"),
    Index("ix_customer_city", "city", "id"),
    Index("ix_customer_siren", "siren", "id"),
    Index("ix_customer_parent", "parent_id"),
    Index("ix_customer_archived", "archived_on"),
    Index("ix_customer_status", "status", "name_folded", "id"),
    Index("ix_customer_merged_into", "merged_into_id"),
    Index("ix_customer_vat_number", "vat_number"),
    Index("ix_customer_iban", "iban"),
    Index("ix_customer_mail_domain", "mail_domain"),
    Index("ix_customer_phone", "phone_key"),
    Index("ix_customer_postal_code", "postal_code", "name_folded"),
)
