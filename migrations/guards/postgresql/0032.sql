-- What a receipt and a slip say never changes once entered; only their states do.
-- Statements are separated by lines that hold only "--;".
CREATE TRIGGER paper_receipt_guard BEFORE UPDATE ON paper_receipt
FOR EACH ROW WHEN (OLD.kind IS DISTINCT FROM NEW.kind
OR OLD.currency IS DISTINCT FROM NEW.currency
OR OLD.amount_minor IS DISTINCT FROM NEW.amount_minor
OR OLD.received_on IS DISTINCT FROM NEW.received_on
OR OLD.allocation_id IS DISTINCT FROM NEW.allocation_id
OR (OLD.status <> 'held' AND OLD.number IS DISTINCT FROM NEW.number))
EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER paper_receipt_delete BEFORE DELETE ON paper_receipt
FOR EACH ROW EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER paper_receipt_truncate BEFORE TRUNCATE ON paper_receipt EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER deposit_slip_guard BEFORE UPDATE ON deposit_slip
FOR EACH ROW WHEN (OLD.number IS DISTINCT FROM NEW.number
OR OLD.kind IS DISTINCT FROM NEW.kind
OR OLD.remittance IS DISTINCT FROM NEW.remittance
OR OLD.bank_account_id IS DISTINCT FROM NEW.bank_account_id
OR OLD.made_on IS DISTINCT FROM NEW.made_on
OR OLD.currency IS DISTINCT FROM NEW.currency
OR OLD.total_minor IS DISTINCT FROM NEW.total_minor
OR OLD.papers IS DISTINCT FROM NEW.papers
OR OLD.entry_id IS DISTINCT FROM NEW.entry_id)
EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER deposit_slip_delete BEFORE DELETE ON deposit_slip
FOR EACH ROW EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER deposit_slip_truncate BEFORE TRUNCATE ON deposit_slip EXECUTE FUNCTION otc_refuse()
