-- Issued documents, posted entries, allocations, movements, archive and audit rows never change.
-- Statements are separated by lines that hold only "--;".
CREATE FUNCTION otc_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'otc:immutable:%', TG_TABLE_NAME USING ERRCODE = 'OT001'; END $$
--;
CREATE TRIGGER invoice_issued BEFORE UPDATE OR DELETE ON invoice
FOR EACH ROW WHEN (OLD.number IS NOT NULL) EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER invoice_insert BEFORE INSERT ON invoice
FOR EACH ROW WHEN (NEW.number IS NOT NULL) EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER invoice_truncate BEFORE TRUNCATE ON invoice EXECUTE FUNCTION otc_refuse()
--;
CREATE FUNCTION otc_refuse_if_issued() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE document uuid;
BEGIN
  document := CASE WHEN TG_OP = 'INSERT' THEN NEW.invoice_id ELSE OLD.invoice_id END;
  IF EXISTS (SELECT 1 FROM invoice WHERE id = document AND number IS NOT NULL) THEN
    RAISE EXCEPTION 'otc:immutable:%', TG_TABLE_NAME USING ERRCODE = 'OT001';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$
--;
CREATE TRIGGER invoice_line_guard BEFORE INSERT OR UPDATE OR DELETE ON invoice_line
FOR EACH ROW EXECUTE FUNCTION otc_refuse_if_issued()
--;
CREATE TRIGGER invoice_line_truncate BEFORE TRUNCATE ON invoice_line EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER invoice_adjustment_guard BEFORE INSERT OR UPDATE OR DELETE ON invoice_adjustment
FOR EACH ROW EXECUTE FUNCTION otc_refuse_if_issued()
--;
CREATE TRIGGER invoice_adjustment_truncate BEFORE TRUNCATE ON invoice_adjustment EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER invoice_vat_guard BEFORE INSERT OR UPDATE OR DELETE ON invoice_vat
FOR EACH ROW EXECUTE FUNCTION otc_refuse_if_issued()
--;
CREATE TRIGGER invoice_vat_truncate BEFORE TRUNCATE ON invoice_vat EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER blob_guard BEFORE UPDATE OR DELETE ON blob
FOR EACH ROW EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER blob_truncate BEFORE TRUNCATE ON blob EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER archived_document_guard BEFORE UPDATE OR DELETE ON archived_document
FOR EACH ROW EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER archived_document_truncate BEFORE TRUNCATE ON archived_document EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER journal_entry_guard BEFORE UPDATE OR DELETE ON journal_entry
FOR EACH ROW EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER journal_entry_truncate BEFORE TRUNCATE ON journal_entry EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER journal_line_guard BEFORE UPDATE OR DELETE ON journal_line
FOR EACH ROW EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER journal_line_truncate BEFORE TRUNCATE ON journal_line EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER allocation_guard BEFORE UPDATE OR DELETE ON allocation
FOR EACH ROW EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER allocation_truncate BEFORE TRUNCATE ON allocation EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER allocation_part_guard BEFORE UPDATE OR DELETE ON allocation_part
FOR EACH ROW EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER allocation_part_truncate BEFORE TRUNCATE ON allocation_part EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER receivable_movement_guard BEFORE UPDATE OR DELETE ON receivable_movement
FOR EACH ROW EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER receivable_movement_truncate BEFORE TRUNCATE ON receivable_movement EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER audit_entry_guard BEFORE UPDATE OR DELETE ON audit_entry
FOR EACH ROW EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER audit_entry_truncate BEFORE TRUNCATE ON audit_entry EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER event_guard BEFORE UPDATE OR DELETE ON event
FOR EACH ROW EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER event_truncate BEFORE TRUNCATE ON event EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER export_batch_guard BEFORE UPDATE OR DELETE ON export_batch
FOR EACH ROW EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER export_batch_truncate BEFORE TRUNCATE ON export_batch EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER export_batch_entry_guard BEFORE UPDATE OR DELETE ON export_batch_entry
FOR EACH ROW EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER export_batch_entry_truncate BEFORE TRUNCATE ON export_batch_entry EXECUTE FUNCTION otc_refuse()
--;
-- An entry is inserted after its lines: unless they balance, it is refused; after it, none is added.
CREATE FUNCTION otc_check_balance() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE debit bigint; credit bigint;
BEGIN
  SELECT COALESCE(SUM(debit_minor), -1), COALESCE(SUM(credit_minor), -1)
    INTO debit, credit FROM journal_line WHERE entry_id = NEW.id;
  IF debit <> NEW.total_minor OR credit <> NEW.total_minor THEN
    RAISE EXCEPTION 'otc:unbalanced:journal_entry' USING ERRCODE = 'OT002';
  END IF;
  RETURN NEW;
END $$
--;
CREATE TRIGGER journal_entry_balance BEFORE INSERT ON journal_entry
FOR EACH ROW EXECUTE FUNCTION otc_check_balance()
--;
CREATE FUNCTION otc_refuse_late_line() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM journal_entry WHERE id = NEW.entry_id) THEN
    RAISE EXCEPTION 'otc:immutable:journal_line' USING ERRCODE = 'OT001';
  END IF;
  RETURN NEW;
END $$
--;
CREATE TRIGGER journal_line_closed BEFORE INSERT ON journal_line
FOR EACH ROW EXECUTE FUNCTION otc_refuse_late_line()
