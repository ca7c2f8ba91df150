-- What an issued document speaks of never changes.
-- Statements are separated by lines that hold only "--;".
CREATE TRIGGER invoice_reference_guard BEFORE INSERT OR UPDATE OR DELETE ON invoice_reference
FOR EACH ROW EXECUTE FUNCTION otc_refuse_if_issued()
--;
CREATE TRIGGER invoice_reference_truncate BEFORE TRUNCATE ON invoice_reference EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER invoice_order_guard BEFORE INSERT OR UPDATE OR DELETE ON invoice_order
FOR EACH ROW EXECUTE FUNCTION otc_refuse_if_issued()
--;
CREATE TRIGGER invoice_order_truncate BEFORE TRUNCATE ON invoice_order EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER invoice_delivery_guard BEFORE INSERT OR UPDATE OR DELETE ON invoice_delivery
FOR EACH ROW EXECUTE FUNCTION otc_refuse_if_issued()
--;
CREATE TRIGGER invoice_delivery_truncate BEFORE TRUNCATE ON invoice_delivery EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER invoice_deduction_guard BEFORE INSERT OR UPDATE OR DELETE ON invoice_deduction
FOR EACH ROW EXECUTE FUNCTION otc_refuse_if_issued()
--;
CREATE TRIGGER invoice_deduction_truncate BEFORE TRUNCATE ON invoice_deduction EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER invoice_line_source_guard BEFORE INSERT OR UPDATE OR DELETE ON invoice_line_source
FOR EACH ROW EXECUTE FUNCTION otc_refuse_if_issued()
--;
CREATE TRIGGER invoice_line_source_truncate BEFORE TRUNCATE ON invoice_line_source EXECUTE FUNCTION otc_refuse()
