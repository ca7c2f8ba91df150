-- Issued documents, movements, decisions and facts stay as they are but for the file they are
-- filed under, and that only from one customer of a merge to the other, while it stands.
-- Statements are separated by lines that hold only "--;".
CREATE FUNCTION otc_refuse_but_filing() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE filing text[] := ARRAY['customer_id', 'customer_name_folded'];
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF to_jsonb(OLD) - filing = to_jsonb(NEW) - filing AND EXISTS (
      SELECT 1 FROM customer_merge WHERE undone_at IS NULL AND (
        (loser_id = OLD.customer_id AND keeper_id = NEW.customer_id)
        OR (keeper_id = OLD.customer_id AND loser_id = NEW.customer_id))) THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'otc:immutable:%', TG_TABLE_NAME USING ERRCODE = 'OT001';
END $$
--;
DROP TRIGGER invoice_issued ON invoice
--;
CREATE TRIGGER invoice_issued BEFORE UPDATE OR DELETE ON invoice
FOR EACH ROW WHEN (OLD.number IS NOT NULL) EXECUTE FUNCTION otc_refuse_but_filing()
--;
DROP TRIGGER receivable_movement_guard ON receivable_movement
--;
CREATE TRIGGER receivable_movement_guard BEFORE UPDATE OR DELETE ON receivable_movement
FOR EACH ROW EXECUTE FUNCTION otc_refuse_but_filing()
--;
DROP TRIGGER credit_decision_guard ON credit_decision
--;
CREATE TRIGGER credit_decision_guard BEFORE UPDATE OR DELETE ON credit_decision
FOR EACH ROW EXECUTE FUNCTION otc_refuse_but_filing()
--;
DROP TRIGGER event_guard ON event
--;
CREATE TRIGGER event_guard BEFORE UPDATE OR DELETE ON event
FOR EACH ROW EXECUTE FUNCTION otc_refuse_but_filing()
--;
CREATE TRIGGER customer_merge_move_guard BEFORE UPDATE OR DELETE ON customer_merge_move
FOR EACH ROW EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER customer_merge_move_truncate BEFORE TRUNCATE ON customer_merge_move EXECUTE FUNCTION otc_refuse()
