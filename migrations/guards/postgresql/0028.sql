-- A status that was told of an invoice never changes: the next one is another row.
-- Statements are separated by lines that hold only "--;".
CREATE TRIGGER invoice_status_guard BEFORE UPDATE OR DELETE ON invoice_status
FOR EACH ROW EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER invoice_status_truncate BEFORE TRUNCATE ON invoice_status EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER invoice_status_amount_guard BEFORE UPDATE OR DELETE ON invoice_status_amount
FOR EACH ROW EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER invoice_status_amount_truncate BEFORE TRUNCATE ON invoice_status_amount EXECUTE FUNCTION otc_refuse()
