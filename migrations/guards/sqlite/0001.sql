-- Issued documents, posted entries, allocations, movements, archive and audit rows never change.
-- Statements are separated by lines that hold only "--;".
CREATE TRIGGER invoice_issued_update BEFORE UPDATE ON invoice WHEN OLD.number IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'otc:immutable:invoice'); END
--;
CREATE TRIGGER invoice_issued_delete BEFORE DELETE ON invoice WHEN OLD.number IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'otc:immutable:invoice'); END
--;
CREATE TRIGGER invoice_insert BEFORE INSERT ON invoice WHEN NEW.number IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'otc:immutable:invoice_without_draft'); END
--;
CREATE TRIGGER invoice_line_insert BEFORE INSERT ON invoice_line
WHEN EXISTS (SELECT 1 FROM invoice WHERE id = NEW.invoice_id AND number IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'otc:immutable:invoice_line'); END
--;
CREATE TRIGGER invoice_line_update BEFORE UPDATE ON invoice_line
WHEN EXISTS (SELECT 1 FROM invoice WHERE id = OLD.invoice_id AND number IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'otc:immutable:invoice_line'); END
--;
CREATE TRIGGER invoice_line_delete BEFORE DELETE ON invoice_line
WHEN EXISTS (SELECT 1 FROM invoice WHERE id = OLD.invoice_id AND number IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'otc:immutable:invoice_line'); END
--;
CREATE TRIGGER invoice_adjustment_insert BEFORE INSERT ON invoice_adjustment
WHEN EXISTS (SELECT 1 FROM invoice WHERE id = NEW.invoice_id AND number IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'otc:immutable:invoice_adjustment'); END
--;
CREATE TRIGGER invoice_adjustment_update BEFORE UPDATE ON invoice_adjustment
WHEN EXISTS (SELECT 1 FROM invoice WHERE id = OLD.invoice_id AND number IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'otc:immutable:invoice_adjustment'); END
--;
CREATE TRIGGER invoice_adjustment_delete BEFORE DELETE ON invoice_adjustment
WHEN EXISTS (SELECT 1 FROM invoice WHERE id = OLD.invoice_id AND number IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'otc:immutable:invoice_adjustment'); END
--;
CREATE TRIGGER invoice_vat_insert BEFORE INSERT ON invoice_vat
WHEN EXISTS (SELECT 1 FROM invoice WHERE id = NEW.invoice_id AND number IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'otc:immutable:invoice_vat'); END
--;
CREATE TRIGGER invoice_vat_update BEFORE UPDATE ON invoice_vat
WHEN EXISTS (SELECT 1 FROM invoice WHERE id = OLD.invoice_id AND number IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'otc:immutable:invoice_vat'); END
--;
CREATE TRIGGER invoice_vat_delete BEFORE DELETE ON invoice_vat
WHEN EXISTS (SELECT 1 FROM invoice WHERE id = OLD.invoice_id AND number IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'otc:immutable:invoice_vat'); END
--;
CREATE TRIGGER blob_update BEFORE UPDATE ON blob
BEGIN SELECT RAISE(ABORT, 'otc:immutable:blob'); END
--;
CREATE TRIGGER blob_delete BEFORE DELETE ON blob
BEGIN SELECT RAISE(ABORT, 'otc:immutable:blob'); END
--;
CREATE TRIGGER archived_document_update BEFORE UPDATE ON archived_document
BEGIN SELECT RAISE(ABORT, 'otc:immutable:archived_document'); END
--;
CREATE TRIGGER archived_document_delete BEFORE DELETE ON archived_document
BEGIN SELECT RAISE(ABORT, 'otc:immutable:archived_document'); END
--;
CREATE TRIGGER journal_entry_update BEFORE UPDATE ON journal_entry
BEGIN SELECT RAISE(ABORT, 'otc:immutable:journal_entry'); END
--;
CREATE TRIGGER journal_entry_delete BEFORE DELETE ON journal_entry
BEGIN SELECT RAISE(ABORT, 'otc:immutable:journal_entry'); END
--;
CREATE TRIGGER journal_line_update BEFORE UPDATE ON journal_line
BEGIN SELECT RAISE(ABORT, 'otc:immutable:journal_line'); END
--;
CREATE TRIGGER journal_line_delete BEFORE DELETE ON journal_line
BEGIN SELECT RAISE(ABORT, 'otc:immutable:journal_line'); END
--;
CREATE TRIGGER allocation_update BEFORE UPDATE ON allocation
BEGIN SELECT RAISE(ABORT, 'otc:immutable:allocation'); END
--;
CREATE TRIGGER allocation_delete BEFORE DELETE ON allocation
BEGIN SELECT RAISE(ABORT, 'otc:immutable:allocation'); END
--;
CREATE TRIGGER allocation_part_update BEFORE UPDATE ON allocation_part
BEGIN SELECT RAISE(ABORT, 'otc:immutable:allocation_part'); END
--;
CREATE TRIGGER allocation_part_delete BEFORE DELETE ON allocation_part
BEGIN SELECT RAISE(ABORT, 'otc:immutable:allocation_part'); END
--;
CREATE TRIGGER receivable_movement_update BEFORE UPDATE ON receivable_movement
BEGIN SELECT RAISE(ABORT, 'otc:immutable:receivable_movement'); END
--;
CREATE TRIGGER receivable_movement_delete BEFORE DELETE ON receivable_movement
BEGIN SELECT RAISE(ABORT, 'otc:immutable:receivable_movement'); END
--;
CREATE TRIGGER audit_entry_update BEFORE UPDATE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'otc:immutable:audit_entry'); END
--;
CREATE TRIGGER audit_entry_delete BEFORE DELETE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'otc:immutable:audit_entry'); END
--;
CREATE TRIGGER event_update BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'otc:immutable:event'); END
--;
CREATE TRIGGER event_delete BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'otc:immutable:event'); END
--;
CREATE TRIGGER export_batch_update BEFORE UPDATE ON export_batch
BEGIN SELECT RAISE(ABORT, 'otc:immutable:export_batch'); END
--;
CREATE TRIGGER export_batch_delete BEFORE DELETE ON export_batch
BEGIN SELECT RAISE(ABORT, 'otc:immutable:export_batch'); END
--;
CREATE TRIGGER export_batch_entry_update BEFORE UPDATE ON export_batch_entry
BEGIN SELECT RAISE(ABORT, 'otc:immutable:export_batch_entry'); END
--;
CREATE TRIGGER export_batch_entry_delete BEFORE DELETE ON export_batch_entry
BEGIN SELECT RAISE(ABORT, 'otc:immutable:export_batch_entry'); END
--;
-- An entry is inserted after its lines: unless they balance, it is refused; after it, none is added.
CREATE TRIGGER journal_entry_balance BEFORE INSERT ON journal_entry
WHEN COALESCE((SELECT SUM(debit_minor) FROM journal_line WHERE entry_id = NEW.id), -1) <> NEW.total_minor
  OR COALESCE((SELECT SUM(credit_minor) FROM journal_line WHERE entry_id = NEW.id), -1) <> NEW.total_minor
BEGIN SELECT RAISE(ABORT, 'otc:unbalanced:journal_entry'); END
--;
CREATE TRIGGER journal_line_closed BEFORE INSERT ON journal_line
WHEN EXISTS (SELECT 1 FROM journal_entry WHERE id = NEW.entry_id)
BEGIN SELECT RAISE(ABORT, 'otc:immutable:journal_line'); END
