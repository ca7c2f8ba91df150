-- What a receipt and a slip say never changes once entered; only their states do.
-- Statements are separated by lines that hold only "--;".
CREATE TRIGGER paper_receipt_update BEFORE UPDATE ON paper_receipt
WHEN OLD.kind IS NOT NEW.kind OR OLD.currency IS NOT NEW.currency
OR OLD.amount_minor IS NOT NEW.amount_minor OR OLD.received_on IS NOT NEW.received_on
OR OLD.allocation_id IS NOT NEW.allocation_id
OR (OLD.status <> 'held' AND OLD.number IS NOT NEW.number)
BEGIN SELECT RAISE(ABORT, 'otc:immutable:paper_receipt'); END
--;
CREATE TRIGGER paper_receipt_delete BEFORE DELETE ON paper_receipt
BEGIN SELECT RAISE(ABORT, 'otc:immutable:paper_receipt'); END
--;
CREATE TRIGGER deposit_slip_update BEFORE UPDATE ON deposit_slip
WHEN OLD.number IS NOT NEW.number OR OLD.kind IS NOT NEW.kind
OR OLD.remittance IS NOT NEW.remittance OR OLD.bank_account_id IS NOT NEW.bank_account_id
OR OLD.made_on IS NOT NEW.made_on OR OLD.currency IS NOT NEW.currency
OR OLD.total_minor IS NOT NEW.total_minor OR OLD.papers IS NOT NEW.papers
OR OLD.entry_id IS NOT NEW.entry_id
BEGIN SELECT RAISE(ABORT, 'otc:immutable:deposit_slip'); END
--;
CREATE TRIGGER deposit_slip_delete BEFORE DELETE ON deposit_slip
BEGIN SELECT RAISE(ABORT, 'otc:immutable:deposit_slip'); END
