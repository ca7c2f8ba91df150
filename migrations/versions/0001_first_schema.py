"""The first schema."""

from pathlib import Path

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql


revision = '0001'
down_revision = None
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(postgresql.UUID(as_uuid=True), "postgresql")
INSTANT = sa.DateTime(timezone=True)
GUARDS = Path(__file__).parent.parent / "guards"


def _run_guards() -> None:
    script = (GUARDS / op.get_bind().dialect.name / "0001.sql").read_text(encoding="utf-8")
    if op.get_bind().dialect.name == "postgresql":
        script = script.replace("%", "%%")  # the driver reads a lone one as a parameter
    for statement in script.split("\n--;\n"):
        op.get_bind().exec_driver_sql(statement)


def upgrade() -> None:
    op.create_table('audit_entry',
    sa.Column('sequence', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('payload', sa.Text(), nullable=False),
    sa.Column('hash', sa.String(length=64), nullable=False),
    sa.PrimaryKeyConstraint('sequence', name=op.f('pk_audit_entry')),
    sa.UniqueConstraint('hash', name=op.f('uq_audit_entry_hash'))
    )
    op.create_table('bank_account',
    sa.Column('id', ID, nullable=False),
    sa.Column('number', sa.String(length=60), nullable=False),
    sa.Column('currency', sa.String(length=3), nullable=False),
    sa.Column('ledger_account', sa.String(length=20), nullable=False),
    sa.Column('journal', sa.String(length=10), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_bank_account')),
    sa.UniqueConstraint('number', name=op.f('uq_bank_account_number'))
    )
    op.create_table('blob',
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('size', sa.BigInteger(), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=False),
    sa.PrimaryKeyConstraint('sha256', name=op.f('pk_blob'))
    )
    op.create_table('chain_head',
    sa.Column('name', sa.String(length=20), nullable=False),
    sa.Column('sequence', sa.BigInteger(), nullable=False),
    sa.Column('hash', sa.String(length=64), nullable=False),
    sa.PrimaryKeyConstraint('name', name=op.f('pk_chain_head'))
    )
    op.create_table('company',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('settings', sa.Text(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint('id = 1', name=op.f('ck_company_one_row')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_company'))
    )
    op.create_table('customer',
    sa.Column('id', ID, nullable=False),
    sa.Column('code', sa.String(length=40).with_variant(sa.String(length=40, collation='C'), 'postgresql'), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('name_folded', sa.String().with_variant(sa.String(collation='C'), 'postgresql'), nullable=False),
    sa.Column('siren', sa.String().with_variant(sa.String(collation='C'), 'postgresql'), server_default='', nullable=False),
    sa.Column('siret', sa.String(), server_default='', nullable=False),
    sa.Column('vat_number', sa.String(), server_default='', nullable=False),
    sa.Column('address', sa.String(), server_default='', nullable=False),
    sa.Column('address2', sa.String(), server_default='', nullable=False),
    sa.Column('postal_code', sa.String(), server_default='', nullable=False),
    sa.Column('city', sa.String(), server_default='', nullable=False),
    sa.Column('country', sa.String(length=2), nullable=False),
    sa.Column('email', sa.String(), server_default='', nullable=False),
    sa.Column('phone', sa.String(), server_default='', nullable=False),
    sa.Column('contact_name', sa.String(), server_default='', nullable=False),
    sa.Column('iban', sa.String(), server_default='', nullable=False),
    sa.Column('payment_terms', sa.String(), server_default='', nullable=False),
    sa.Column('credit_limit_minor', sa.BigInteger(), nullable=True),
    sa.Column('language', sa.String(length=2), nullable=False),
    sa.Column('dunning_plan', sa.String(), server_default='', nullable=False),
    sa.Column('customer_group', sa.String(), server_default='', nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_customer')),
    sa.UniqueConstraint('code', name=op.f('uq_customer_code'))
    )
    with op.batch_alter_table('customer', schema=None) as batch_op:
        batch_op.create_index('ix_customer_city', ['city', 'id'], unique=False)
        batch_op.create_index('ix_customer_name', ['name_folded', 'id'], unique=False)
        batch_op.create_index('ix_customer_siren', ['siren', 'id'], unique=False)

    op.create_table('event',
    sa.Column('id', ID, nullable=False),
    sa.Column('happened_on', sa.Date(), nullable=False),
    sa.Column('at', INSTANT, nullable=False),
    sa.Column('kind', sa.String(length=60), nullable=False),
    sa.Column('subject_id', ID, nullable=False),
    sa.Column('customer_id', ID, nullable=True),
    sa.Column('details', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_event'))
    )
    with op.batch_alter_table('event', schema=None) as batch_op:
        batch_op.create_index('ix_event_customer', ['customer_id', 'at', 'id'], unique=False)
        batch_op.create_index('ix_event_subject', ['subject_id', 'at'], unique=False)

    op.create_table('export_batch',
    sa.Column('id', ID, nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('format', sa.String(length=20), nullable=False),
    sa.Column('from_on', sa.Date(), nullable=False),
    sa.Column('to_on', sa.Date(), nullable=False),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('made_at', INSTANT, nullable=False),
    sa.Column('made_by', sa.String(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_export_batch')),
    sa.UniqueConstraint('number', name=op.f('uq_export_batch_number'))
    )
    op.create_table('journal_entry',
    sa.Column('id', ID, nullable=False),
    sa.Column('fiscal_year', sa.String(length=10), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('journal', sa.String(length=10), nullable=False),
    sa.Column('entry_on', sa.Date(), nullable=False),
    sa.Column('piece', sa.String().with_variant(sa.String(collation='C'), 'postgresql'), server_default='', nullable=False),
    sa.Column('piece_on', sa.Date(), nullable=False),
    sa.Column('label', sa.String().with_variant(sa.String(collation='C'), 'postgresql'), server_default='', nullable=False),
    sa.Column('total_minor', sa.BigInteger(), nullable=False),
    sa.Column('reverses_id', ID, nullable=True),
    sa.Column('posted_on', sa.Date(), nullable=False),
    sa.Column('posted_at', INSTANT, nullable=False),
    sa.ForeignKeyConstraint(['reverses_id'], ['journal_entry.id'], name=op.f('fk_journal_entry_reverses_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_journal_entry')),
    sa.UniqueConstraint('fiscal_year', 'number', name=op.f('uq_journal_entry_fiscal_year_number')),
    sa.UniqueConstraint('reverses_id', name=op.f('uq_journal_entry_reverses_id'))
    )
    with op.batch_alter_table('journal_entry', schema=None) as batch_op:
        batch_op.create_index('ix_journal_entry_date', ['entry_on', 'id'], unique=False)
        batch_op.create_index('ix_journal_entry_journal', ['journal', 'entry_on', 'id'], unique=False)
        batch_op.create_index('ix_journal_entry_label', ['label', 'id'], unique=False)
        batch_op.create_index('ix_journal_entry_piece', ['piece', 'id'], unique=False)
        batch_op.create_index('ix_journal_entry_total', ['total_minor', 'id'], unique=False)

    op.create_table('number_series',
    sa.Column('series', sa.String(length=20), nullable=False),
    sa.Column('period', sa.String(length=20), nullable=False),
    sa.Column('last_number', sa.Integer(), nullable=False),
    sa.Column('last_date', sa.Date(), nullable=False),
    sa.PrimaryKeyConstraint('series', 'period', name=op.f('pk_number_series'))
    )
    op.create_table('product',
    sa.Column('id', ID, nullable=False),
    sa.Column('code', sa.String(length=40).with_variant(sa.String(length=40, collation='C'), 'postgresql'), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('name_folded', sa.String().with_variant(sa.String(collation='C'), 'postgresql'), nullable=False),
    sa.Column('unit', sa.String(length=3), nullable=False),
    sa.Column('price', sa.BigInteger(), nullable=False),
    sa.Column('vat_category', sa.String(length=2), nullable=False),
    sa.Column('vat_rate', sa.BigInteger(), nullable=False),
    sa.Column('vatex', sa.String(), server_default='', nullable=False),
    sa.Column('vat_reason', sa.String(), server_default='', nullable=False),
    sa.Column('income_account', sa.String(), server_default='', nullable=False),
    sa.Column('barcode', sa.String(), server_default='', nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_product')),
    sa.UniqueConstraint('code', name=op.f('uq_product_code'))
    )
    with op.batch_alter_table('product', schema=None) as batch_op:
        batch_op.create_index('ix_product_name', ['name_folded', 'id'], unique=False)

    op.create_table('bank_statement',
    sa.Column('id', ID, nullable=False),
    sa.Column('account_id', ID, nullable=False),
    sa.Column('format', sa.String(length=40), nullable=False),
    sa.Column('statement_id', sa.String(), server_default='', nullable=False),
    sa.Column('currency', sa.String(length=3), nullable=False),
    sa.Column('opening_minor', sa.BigInteger(), nullable=True),
    sa.Column('closing_minor', sa.BigInteger(), nullable=True),
    sa.Column('opening_on', sa.Date(), nullable=True),
    sa.Column('closing_on', sa.Date(), nullable=True),
    sa.Column('transactions', sa.Integer(), nullable=False),
    sa.Column('added', sa.Integer(), nullable=False),
    sa.Column('file_sha256', sa.String(length=64), nullable=False),
    sa.Column('imported_at', INSTANT, nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['bank_account.id'], name=op.f('fk_bank_statement_account_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_bank_statement'))
    )
    with op.batch_alter_table('bank_statement', schema=None) as batch_op:
        batch_op.create_index('ix_bank_statement_account', ['account_id', 'closing_on'], unique=False)

    op.create_table('dunning_notice',
    sa.Column('id', ID, nullable=False),
    sa.Column('key', sa.String(length=120), nullable=False),
    sa.Column('customer_id', ID, nullable=False),
    sa.Column('step', sa.Integer(), nullable=False),
    sa.Column('channel', sa.String(length=20), nullable=False),
    sa.Column('planned_on', sa.Date(), nullable=False),
    sa.Column('currency', sa.String(length=3), nullable=False),
    sa.Column('amount_minor', sa.BigInteger(), nullable=False),
    sa.Column('recipient', sa.String(), server_default='', nullable=False),
    sa.Column('status', sa.String(length=12), nullable=False),
    sa.ForeignKeyConstraint(['customer_id'], ['customer.id'], name=op.f('fk_dunning_notice_customer_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_dunning_notice')),
    sa.UniqueConstraint('key', name=op.f('uq_dunning_notice_key'))
    )
    with op.batch_alter_table('dunning_notice', schema=None) as batch_op:
        batch_op.create_index('ix_dunning_notice_customer', ['customer_id', 'planned_on'], unique=False)
        batch_op.create_index('ix_dunning_notice_date', ['planned_on', 'id'], unique=False)
        batch_op.create_index('ix_dunning_notice_status', ['status', 'planned_on', 'id'], unique=False)

    op.create_table('export_batch_entry',
    sa.Column('entry_id', ID, nullable=False),
    sa.Column('batch_id', ID, nullable=False),
    sa.ForeignKeyConstraint(['batch_id'], ['export_batch.id'], name=op.f('fk_export_batch_entry_batch_id')),
    sa.ForeignKeyConstraint(['entry_id'], ['journal_entry.id'], name=op.f('fk_export_batch_entry_entry_id')),
    sa.PrimaryKeyConstraint('entry_id', name=op.f('pk_export_batch_entry'))
    )
    with op.batch_alter_table('export_batch_entry', schema=None) as batch_op:
        batch_op.create_index('ix_export_batch_entry_batch', ['batch_id'], unique=False)

    op.create_table('sales_order',
    sa.Column('id', ID, nullable=False),
    sa.Column('number', sa.String(length=35).with_variant(sa.String(length=35, collation='C'), 'postgresql'), nullable=False),
    sa.Column('customer_id', ID, nullable=False),
    sa.Column('customer_name_folded', sa.String().with_variant(sa.String(collation='C'), 'postgresql'), nullable=False),
    sa.Column('ordered_on', sa.Date(), nullable=False),
    sa.Column('purchase_order', sa.String().with_variant(sa.String(collation='C'), 'postgresql'), server_default='', nullable=False),
    sa.Column('currency', sa.String(length=3), nullable=False),
    sa.Column('status', sa.String(length=12), nullable=False),
    sa.Column('holds', sa.Text(), nullable=False),
    sa.Column('total_excl_tax_minor', sa.BigInteger(), nullable=False),
    sa.Column('total_vat_minor', sa.BigInteger(), nullable=False),
    sa.Column('total_incl_tax_minor', sa.BigInteger(), nullable=False),
    sa.Column('undelivered_incl_tax_minor', sa.BigInteger(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['customer_id'], ['customer.id'], name=op.f('fk_sales_order_customer_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_sales_order')),
    sa.UniqueConstraint('number', name=op.f('uq_sales_order_number'))
    )
    with op.batch_alter_table('sales_order', schema=None) as batch_op:
        batch_op.create_index('ix_sales_order_customer', ['customer_id', 'status'], unique=False)
        batch_op.create_index('ix_sales_order_customer_name', ['customer_name_folded', 'id'], unique=False)
        batch_op.create_index('ix_sales_order_date', ['ordered_on', 'id'], unique=False)
        batch_op.create_index('ix_sales_order_purchase_order', ['purchase_order', 'id'], unique=False)
        batch_op.create_index('ix_sales_order_status_date', ['status', 'ordered_on', 'id'], unique=False)

    op.create_table('bank_transaction',
    sa.Column('id', ID, nullable=False),
    sa.Column('account_id', ID, nullable=False),
    sa.Column('statement_id', ID, nullable=False),
    sa.Column('booked_on', sa.Date(), nullable=False),
    sa.Column('value_on', sa.Date(), nullable=False),
    sa.Column('currency', sa.String(length=3), nullable=False),
    sa.Column('amount_minor', sa.BigInteger(), nullable=False),
    sa.Column('allocated_minor', sa.BigInteger(), nullable=False),
    sa.Column('label', sa.String(), server_default='', nullable=False),
    sa.Column('counterparty', sa.String(), server_default='', nullable=False),
    sa.Column('counterparty_account', sa.String(), server_default='', nullable=False),
    sa.Column('end_to_end_id', sa.String(), server_default='', nullable=False),
    sa.Column('bank_reference', sa.String(), server_default='', nullable=False),
    sa.Column('structured_reference', sa.String(), server_default='', nullable=False),
    sa.Column('fingerprint', sa.String(length=64), nullable=False),
    sa.Column('status', sa.String(length=10), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['bank_account.id'], name=op.f('fk_bank_transaction_account_id')),
    sa.ForeignKeyConstraint(['statement_id'], ['bank_statement.id'], name=op.f('fk_bank_transaction_statement_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_bank_transaction')),
    sa.UniqueConstraint('account_id', 'fingerprint', name=op.f('uq_bank_transaction_account_id_fingerprint'))
    )
    with op.batch_alter_table('bank_transaction', schema=None) as batch_op:
        batch_op.create_index('ix_bank_transaction_account', ['account_id', 'booked_on', 'id'], unique=False)
        batch_op.create_index('ix_bank_transaction_amount', ['amount_minor', 'id'], unique=False)
        batch_op.create_index('ix_bank_transaction_date', ['booked_on', 'id'], unique=False)
        batch_op.create_index('ix_bank_transaction_reference', ['bank_reference', 'id'], unique=False)
        batch_op.create_index('ix_bank_transaction_status_amount', ['status', 'amount_minor', 'id'], unique=False)
        batch_op.create_index('ix_bank_transaction_status_date', ['status', 'booked_on', 'id'], unique=False)
        batch_op.create_index('ix_bank_transaction_waiting_amount', ['amount_minor', 'id', 'allocated_minor', 'currency', 'status'], unique=False, sqlite_where=sa.text("coalesce(status, '') IN ('open', 'partial')"), postgresql_where=sa.text("coalesce(status, '') IN ('open', 'partial')"))
        batch_op.create_index('ix_bank_transaction_waiting_date', ['booked_on', 'id', 'status'], unique=False, sqlite_where=sa.text("coalesce(status, '') IN ('open', 'partial')"), postgresql_where=sa.text("coalesce(status, '') IN ('open', 'partial')"))

    op.create_table('delivery',
    sa.Column('id', ID, nullable=False),
    sa.Column('number', sa.String(length=35).with_variant(sa.String(length=35, collation='C'), 'postgresql'), nullable=False),
    sa.Column('order_id', ID, nullable=False),
    sa.Column('customer_id', ID, nullable=False),
    sa.Column('delivered_on', sa.Date(), nullable=False),
    sa.Column('invoiced', sa.Boolean(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['customer_id'], ['customer.id'], name=op.f('fk_delivery_customer_id')),
    sa.ForeignKeyConstraint(['order_id'], ['sales_order.id'], name=op.f('fk_delivery_order_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_delivery')),
    sa.UniqueConstraint('number', name=op.f('uq_delivery_number'))
    )
    with op.batch_alter_table('delivery', schema=None) as batch_op:
        batch_op.create_index('ix_delivery_invoiced_date', ['invoiced', 'delivered_on', 'id'], unique=False)
        batch_op.create_index('ix_delivery_order', ['order_id'], unique=False)

    op.create_table('sales_order_adjustment',
    sa.Column('order_id', ID, nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=10), nullable=False),
    sa.Column('description', sa.String(), server_default='', nullable=False),
    sa.Column('amount_minor', sa.BigInteger(), nullable=False),
    sa.Column('vat_category', sa.String(length=2), nullable=False),
    sa.Column('vat_rate', sa.BigInteger(), nullable=False),
    sa.Column('vatex', sa.String(), server_default='', nullable=False),
    sa.Column('vat_reason', sa.String(), server_default='', nullable=False),
    sa.Column('income_account', sa.String(), server_default='', nullable=False),
    sa.ForeignKeyConstraint(['order_id'], ['sales_order.id'], name=op.f('fk_sales_order_adjustment_order_id')),
    sa.PrimaryKeyConstraint('order_id', 'position', name=op.f('pk_sales_order_adjustment'))
    )
    op.create_table('sales_order_line',
    sa.Column('order_id', ID, nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('product_id', ID, nullable=True),
    sa.Column('product_code', sa.String(), server_default='', nullable=False),
    sa.Column('description', sa.String(), server_default='', nullable=False),
    sa.Column('quantity', sa.BigInteger(), nullable=False),
    sa.Column('unit', sa.String(length=3), nullable=False),
    sa.Column('unit_price', sa.BigInteger(), nullable=False),
    sa.Column('discount_percent', sa.BigInteger(), nullable=False),
    sa.Column('vat_category', sa.String(length=2), nullable=False),
    sa.Column('vat_rate', sa.BigInteger(), nullable=False),
    sa.Column('vatex', sa.String(), server_default='', nullable=False),
    sa.Column('vat_reason', sa.String(), server_default='', nullable=False),
    sa.Column('income_account', sa.String(), server_default='', nullable=False),
    sa.Column('net_minor', sa.BigInteger(), nullable=False),
    sa.Column('delivered', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['order_id'], ['sales_order.id'], name=op.f('fk_sales_order_line_order_id')),
    sa.PrimaryKeyConstraint('order_id', 'position', name=op.f('pk_sales_order_line'))
    )
    op.create_table('allocation',
    sa.Column('id', ID, nullable=False),
    sa.Column('transaction_id', ID, nullable=True),
    sa.Column('allocated_on', sa.Date(), nullable=False),
    sa.Column('currency', sa.String(length=3), nullable=False),
    sa.Column('difference_kind', sa.String(length=12), nullable=False),
    sa.Column('difference_minor', sa.BigInteger(), nullable=False),
    sa.Column('confidence', sa.BigInteger(), nullable=True),
    sa.Column('reasons', sa.Text(), nullable=False),
    sa.Column('made_by_machine', sa.Boolean(), nullable=False),
    sa.Column('reverses_id', ID, nullable=True),
    sa.Column('entry_id', ID, nullable=True),
    sa.Column('made_at', INSTANT, nullable=False),
    sa.Column('made_by', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['entry_id'], ['journal_entry.id'], name=op.f('fk_allocation_entry_id')),
    sa.ForeignKeyConstraint(['reverses_id'], ['allocation.id'], name=op.f('fk_allocation_reverses_id')),
    sa.ForeignKeyConstraint(['transaction_id'], ['bank_transaction.id'], name=op.f('fk_allocation_transaction_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_allocation')),
    sa.UniqueConstraint('reverses_id', name=op.f('uq_allocation_reverses_id'))
    )
    with op.batch_alter_table('allocation', schema=None) as batch_op:
        batch_op.create_index('ix_allocation_transaction', ['transaction_id'], unique=False)

    op.create_table('delivery_line',
    sa.Column('delivery_id', ID, nullable=False),
    sa.Column('order_position', sa.Integer(), nullable=False),
    sa.Column('quantity', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['delivery_id'], ['delivery.id'], name=op.f('fk_delivery_line_delivery_id')),
    sa.PrimaryKeyConstraint('delivery_id', 'order_position', name=op.f('pk_delivery_line'))
    )
    op.create_table('invoice',
    sa.Column('id', ID, nullable=False),
    sa.Column('kind', sa.String(length=12), nullable=False),
    sa.Column('number', sa.String(length=35).with_variant(sa.String(length=35, collation='C'), 'postgresql'), nullable=True),
    sa.Column('customer_id', ID, nullable=False),
    sa.Column('customer_name_folded', sa.String().with_variant(sa.String(collation='C'), 'postgresql'), nullable=False),
    sa.Column('document_on', sa.Date(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('supplied_on', sa.Date(), nullable=True),
    sa.Column('wished_date', sa.Date(), nullable=True),
    sa.Column('currency', sa.String(length=3), nullable=False),
    sa.Column('purchase_order', sa.String(), server_default='', nullable=False),
    sa.Column('order_id', ID, nullable=True),
    sa.Column('delivery_id', ID, nullable=True),
    sa.Column('credits_id', ID, nullable=True),
    sa.Column('credits_number', sa.String(), server_default='', nullable=False),
    sa.Column('language', sa.String(), server_default='', nullable=False),
    sa.Column('payment_terms', sa.String(), server_default='', nullable=False),
    sa.Column('identity', sa.Text(), server_default='', nullable=False),
    sa.Column('total_excl_tax_minor', sa.BigInteger(), nullable=False),
    sa.Column('total_vat_minor', sa.BigInteger(), nullable=False),
    sa.Column('total_incl_tax_minor', sa.BigInteger(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['credits_id'], ['invoice.id'], name=op.f('fk_invoice_credits_id')),
    sa.ForeignKeyConstraint(['customer_id'], ['customer.id'], name=op.f('fk_invoice_customer_id')),
    sa.ForeignKeyConstraint(['delivery_id'], ['delivery.id'], name=op.f('fk_invoice_delivery_id')),
    sa.ForeignKeyConstraint(['order_id'], ['sales_order.id'], name=op.f('fk_invoice_order_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_invoice')),
    sa.UniqueConstraint('number', name=op.f('uq_invoice_number'))
    )
    with op.batch_alter_table('invoice', schema=None) as batch_op:
        batch_op.create_index('ix_invoice_credits', ['credits_id'], unique=False)
        batch_op.create_index('ix_invoice_customer', ['customer_id', 'document_on', 'id'], unique=False)
        batch_op.create_index('ix_invoice_customer_name', ['customer_name_folded', 'id'], unique=False)
        batch_op.create_index('ix_invoice_date', ['document_on', 'id'], unique=False)
        batch_op.create_index('ix_invoice_order', ['order_id'], unique=False)
        batch_op.create_index('ix_invoice_total', ['total_incl_tax_minor', 'id'], unique=False)

    op.create_table('stock_movement',
    sa.Column('id', ID, nullable=False),
    sa.Column('product_id', ID, nullable=False),
    sa.Column('moved_on', sa.Date(), nullable=False),
    sa.Column('quantity', sa.BigInteger(), nullable=False),
    sa.Column('reason', sa.String(length=20), nullable=False),
    sa.Column('delivery_id', ID, nullable=True),
    sa.ForeignKeyConstraint(['delivery_id'], ['delivery.id'], name=op.f('fk_stock_movement_delivery_id')),
    sa.ForeignKeyConstraint(['product_id'], ['product.id'], name=op.f('fk_stock_movement_product_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_stock_movement'))
    )
    with op.batch_alter_table('stock_movement', schema=None) as batch_op:
        batch_op.create_index('ix_stock_movement_product', ['product_id'], unique=False)

    op.create_table('archived_document',
    sa.Column('sequence', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('invoice_id', ID, nullable=False),
    sa.Column('media_type', sa.String(length=80), nullable=False),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('archived_at', INSTANT, nullable=False),
    sa.Column('payload', sa.Text(), nullable=False),
    sa.Column('hash', sa.String(length=64), nullable=False),
    sa.ForeignKeyConstraint(['invoice_id'], ['invoice.id'], name=op.f('fk_archived_document_invoice_id')),
    sa.ForeignKeyConstraint(['sha256'], ['blob.sha256'], name=op.f('fk_archived_document_sha256')),
    sa.PrimaryKeyConstraint('sequence', name=op.f('pk_archived_document')),
    sa.UniqueConstraint('hash', name=op.f('uq_archived_document_hash'))
    )
    with op.batch_alter_table('archived_document', schema=None) as batch_op:
        batch_op.create_index('ix_archived_document_invoice', ['invoice_id'], unique=False)

    op.create_table('invoice_adjustment',
    sa.Column('invoice_id', ID, nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=10), nullable=False),
    sa.Column('description', sa.String(), server_default='', nullable=False),
    sa.Column('amount_minor', sa.BigInteger(), nullable=False),
    sa.Column('vat_category', sa.String(length=2), nullable=False),
    sa.Column('vat_rate', sa.BigInteger(), nullable=False),
    sa.Column('vatex', sa.String(), server_default='', nullable=False),
    sa.Column('vat_reason', sa.String(), server_default='', nullable=False),
    sa.Column('income_account', sa.String(), server_default='', nullable=False),
    sa.ForeignKeyConstraint(['invoice_id'], ['invoice.id'], name=op.f('fk_invoice_adjustment_invoice_id')),
    sa.PrimaryKeyConstraint('invoice_id', 'position', name=op.f('pk_invoice_adjustment'))
    )
    op.create_table('invoice_line',
    sa.Column('invoice_id', ID, nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('product_id', ID, nullable=True),
    sa.Column('product_code', sa.String(), server_default='', nullable=False),
    sa.Column('description', sa.String(), server_default='', nullable=False),
    sa.Column('quantity', sa.BigInteger(), nullable=False),
    sa.Column('unit', sa.String(length=3), nullable=False),
    sa.Column('unit_price', sa.BigInteger(), nullable=False),
    sa.Column('discount_percent', sa.BigInteger(), nullable=False),
    sa.Column('vat_category', sa.String(length=2), nullable=False),
    sa.Column('vat_rate', sa.BigInteger(), nullable=False),
    sa.Column('vatex', sa.String(), server_default='', nullable=False),
    sa.Column('vat_reason', sa.String(), server_default='', nullable=False),
    sa.Column('income_account', sa.String(), server_default='', nullable=False),
    sa.Column('net_minor', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['invoice_id'], ['invoice.id'], name=op.f('fk_invoice_line_invoice_id')),
    sa.PrimaryKeyConstraint('invoice_id', 'position', name=op.f('pk_invoice_line'))
    )
    op.create_table('invoice_vat',
    sa.Column('invoice_id', ID, nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('vat_category', sa.String(length=2), nullable=False),
    sa.Column('vat_rate', sa.BigInteger(), nullable=False),
    sa.Column('vatex', sa.String(), server_default='', nullable=False),
    sa.Column('vat_reason', sa.String(), server_default='', nullable=False),
    sa.Column('basis_minor', sa.BigInteger(), nullable=False),
    sa.Column('tax_minor', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['invoice_id'], ['invoice.id'], name=op.f('fk_invoice_vat_invoice_id')),
    sa.PrimaryKeyConstraint('invoice_id', 'position', name=op.f('pk_invoice_vat'))
    )
    op.create_table('open_item',
    sa.Column('id', ID, nullable=False),
    sa.Column('invoice_id', ID, nullable=True),
    sa.Column('customer_id', ID, nullable=False),
    sa.Column('customer_name_folded', sa.String().with_variant(sa.String(collation='C'), 'postgresql'), nullable=False),
    sa.Column('number', sa.String(length=35).with_variant(sa.String(length=35, collation='C'), 'postgresql'), nullable=False),
    sa.Column('kind', sa.String(length=12), nullable=False),
    sa.Column('issued_on', sa.Date(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('currency', sa.String(length=3), nullable=False),
    sa.Column('total_minor', sa.BigInteger(), nullable=False),
    sa.Column('open_minor', sa.BigInteger(), nullable=False),
    sa.Column('vat_minor', sa.BigInteger(), nullable=False),
    sa.Column('vat_released_minor', sa.BigInteger(), nullable=False),
    sa.Column('is_open', sa.Boolean(), nullable=False),
    sa.Column('letter', sa.String(), server_default='', nullable=False),
    sa.Column('settled_on', sa.Date(), nullable=True),
    sa.Column('purchase_order', sa.String(), server_default='', nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['customer_id'], ['customer.id'], name=op.f('fk_open_item_customer_id')),
    sa.ForeignKeyConstraint(['invoice_id'], ['invoice.id'], name=op.f('fk_open_item_invoice_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_open_item')),
    sa.UniqueConstraint('invoice_id', name=op.f('uq_open_item_invoice_id')),
    sa.UniqueConstraint('number', name=op.f('uq_open_item_number'))
    )
    with op.batch_alter_table('open_item', schema=None) as batch_op:
        batch_op.create_index('ix_open_item_amount', ['open_minor', 'id'], unique=False)
        batch_op.create_index('ix_open_item_customer', ['customer_id', 'is_open', 'due_on', 'id', 'open_minor'], unique=False)
        batch_op.create_index('ix_open_item_date', ['issued_on', 'id'], unique=False)
        batch_op.create_index('ix_open_item_due', ['due_on', 'id'], unique=False)
        batch_op.create_index('ix_open_item_name', ['customer_name_folded', 'id'], unique=False)
        batch_op.create_index('ix_open_item_open_amount', ['is_open', 'open_minor', 'id', 'due_on'], unique=False)
        batch_op.create_index('ix_open_item_open_date', ['is_open', 'issued_on', 'id', 'due_on', 'open_minor'], unique=False)
        batch_op.create_index('ix_open_item_open_due', ['is_open', 'due_on', 'id', 'open_minor'], unique=False)
        batch_op.create_index('ix_open_item_open_name', ['is_open', 'customer_name_folded', 'id'], unique=False)
        batch_op.create_index('ix_open_item_total', ['total_minor', 'id'], unique=False)

    op.create_table('outbox_message',
    sa.Column('id', ID, nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('customer_id', ID, nullable=False),
    sa.Column('invoice_id', ID, nullable=True),
    sa.Column('notice_id', ID, nullable=True),
    sa.Column('recipient', sa.String(), nullable=False),
    sa.Column('subject', sa.String(), nullable=False),
    sa.Column('body', sa.Text(), nullable=False),
    sa.Column('attachments', sa.Text(), nullable=False),
    sa.Column('status', sa.String(length=12), nullable=False),
    sa.Column('claimed_by', sa.String(), server_default='', nullable=False),
    sa.Column('lease_until', INSTANT, nullable=True),
    sa.Column('attempts', sa.Integer(), nullable=False),
    sa.Column('next_attempt_at', INSTANT, nullable=False),
    sa.Column('server_answer', sa.String(), server_default='', nullable=False),
    sa.Column('created_at', INSTANT, nullable=False),
    sa.Column('sent_at', INSTANT, nullable=True),
    sa.ForeignKeyConstraint(['customer_id'], ['customer.id'], name=op.f('fk_outbox_message_customer_id')),
    sa.ForeignKeyConstraint(['invoice_id'], ['invoice.id'], name=op.f('fk_outbox_message_invoice_id')),
    sa.ForeignKeyConstraint(['notice_id'], ['dunning_notice.id'], name=op.f('fk_outbox_message_notice_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_outbox_message')),
    sa.UniqueConstraint('notice_id', name=op.f('uq_outbox_message_notice_id'))
    )
    with op.batch_alter_table('outbox_message', schema=None) as batch_op:
        batch_op.create_index('ix_outbox_message_created', ['created_at', 'id'], unique=False)
        batch_op.create_index('ix_outbox_message_customer', ['customer_id', 'created_at'], unique=False)
        batch_op.create_index('ix_outbox_message_invoice', ['invoice_id'], unique=False)
        batch_op.create_index('ix_outbox_message_status', ['status', 'next_attempt_at', 'id'], unique=False)

    op.create_table('allocation_part',
    sa.Column('allocation_id', ID, nullable=False),
    sa.Column('item_id', ID, nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('amount_minor', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['allocation_id'], ['allocation.id'], name=op.f('fk_allocation_part_allocation_id')),
    sa.ForeignKeyConstraint(['item_id'], ['open_item.id'], name=op.f('fk_allocation_part_item_id')),
    sa.PrimaryKeyConstraint('allocation_id', 'item_id', name=op.f('pk_allocation_part'))
    )
    with op.batch_alter_table('allocation_part', schema=None) as batch_op:
        batch_op.create_index('ix_allocation_part_item', ['item_id'], unique=False)

    op.create_table('dispute',
    sa.Column('id', ID, nullable=False),
    sa.Column('item_id', ID, nullable=False),
    sa.Column('customer_id', ID, nullable=False),
    sa.Column('reason', sa.String(length=20), nullable=False),
    sa.Column('currency', sa.String(length=3), nullable=False),
    sa.Column('amount_minor', sa.BigInteger(), nullable=False),
    sa.Column('opened_on', sa.Date(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('owner', sa.String(), server_default='', nullable=False),
    sa.Column('status', sa.String(length=10), nullable=False),
    sa.Column('resolution', sa.String(), server_default='', nullable=False),
    sa.Column('closed_on', sa.Date(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['customer_id'], ['customer.id'], name=op.f('fk_dispute_customer_id')),
    sa.ForeignKeyConstraint(['item_id'], ['open_item.id'], name=op.f('fk_dispute_item_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_dispute'))
    )
    with op.batch_alter_table('dispute', schema=None) as batch_op:
        batch_op.create_index('ix_dispute_due', ['due_on', 'id'], unique=False)
        batch_op.create_index('ix_dispute_item', ['item_id'], unique=False)
        batch_op.create_index('ix_dispute_opened', ['opened_on', 'id'], unique=False)
        batch_op.create_index('ix_dispute_status', ['status', 'due_on', 'id'], unique=False)

    op.create_table('dunning_notice_item',
    sa.Column('notice_id', ID, nullable=False),
    sa.Column('item_id', ID, nullable=False),
    sa.Column('step', sa.Integer(), nullable=False),
    sa.Column('is_new', sa.Boolean(), nullable=False),
    sa.Column('amount_minor', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['item_id'], ['open_item.id'], name=op.f('fk_dunning_notice_item_item_id')),
    sa.ForeignKeyConstraint(['notice_id'], ['dunning_notice.id'], name=op.f('fk_dunning_notice_item_notice_id')),
    sa.PrimaryKeyConstraint('notice_id', 'item_id', name=op.f('pk_dunning_notice_item'))
    )
    with op.batch_alter_table('dunning_notice_item', schema=None) as batch_op:
        batch_op.create_index('ix_dunning_notice_item_item', ['item_id', 'step'], unique=False)
        batch_op.create_index('uq_dunning_notice_item_step', ['item_id', 'step'], unique=True, sqlite_where=sa.text('is_new'), postgresql_where=sa.text('is_new'))

    op.create_table('journal_line',
    sa.Column('entry_id', ID, nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('account', sa.String(length=20).with_variant(sa.String(length=20, collation='C'), 'postgresql'), nullable=False),
    sa.Column('auxiliary', sa.String(), server_default='', nullable=False),
    sa.Column('label', sa.String(), server_default='', nullable=False),
    sa.Column('debit_minor', sa.BigInteger(), nullable=False),
    sa.Column('credit_minor', sa.BigInteger(), nullable=False),
    sa.Column('item_id', ID, nullable=True),
    sa.CheckConstraint('debit_minor >= 0 AND credit_minor >= 0 AND (debit_minor = 0) <> (credit_minor = 0)', name=op.f('ck_journal_line_one_side')),
    sa.ForeignKeyConstraint(['entry_id'], ['journal_entry.id'], name=op.f('fk_journal_line_entry_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['item_id'], ['open_item.id'], name=op.f('fk_journal_line_item_id')),
    sa.PrimaryKeyConstraint('entry_id', 'position', name=op.f('pk_journal_line'))
    )
    with op.batch_alter_table('journal_line', schema=None) as batch_op:
        batch_op.create_index('ix_journal_line_account', ['account', 'auxiliary'], unique=False)
        batch_op.create_index('ix_journal_line_item', ['item_id'], unique=False)

    op.create_table('receivable_movement',
    sa.Column('id', ID, nullable=False),
    sa.Column('item_id', ID, nullable=False),
    sa.Column('customer_id', ID, nullable=False),
    sa.Column('moved_on', sa.Date(), nullable=False),
    sa.Column('currency', sa.String(length=3), nullable=False),
    sa.Column('amount_minor', sa.BigInteger(), nullable=False),
    sa.Column('kind', sa.String(length=12), nullable=False),
    sa.Column('allocation_id', ID, nullable=True),
    sa.ForeignKeyConstraint(['allocation_id'], ['allocation.id'], name=op.f('fk_receivable_movement_allocation_id')),
    sa.ForeignKeyConstraint(['customer_id'], ['customer.id'], name=op.f('fk_receivable_movement_customer_id')),
    sa.ForeignKeyConstraint(['item_id'], ['open_item.id'], name=op.f('fk_receivable_movement_item_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_receivable_movement'))
    )
    with op.batch_alter_table('receivable_movement', schema=None) as batch_op:
        batch_op.create_index('ix_receivable_movement_date', ['moved_on', 'item_id', 'amount_minor'], unique=False)
        batch_op.create_index('ix_receivable_movement_item', ['item_id'], unique=False)

    _run_guards()


def downgrade() -> None:
    # Before the first schema there is nothing to go back to, and dropping the books of a
    # company is never what "downgrade" may mean.
    raise RuntimeError("the first schema has no earlier one")
