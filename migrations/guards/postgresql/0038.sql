-- What the bank was asked for never changes; only the states of a collection do.
-- Statements are separated by lines that hold only "--;".
CREATE TRIGGER debit_collection_guard BEFORE UPDATE ON debit_collection
FOR EACH ROW WHEN (OLD.number IS DISTINCT FROM NEW.number
OR OLD.bank_account_id IS DISTINCT FROM NEW.bank_account_id
OR OLD.scheme IS DISTINCT FROM NEW.scheme
OR OLD.ics IS DISTINCT FROM NEW.ics
OR OLD.collect_on IS DISTINCT FROM NEW.collect_on
OR OLD.total_minor IS DISTINCT FROM NEW.total_minor
OR OLD.debits IS DISTINCT FROM NEW.debits
OR OLD.status <> 'prepared')
EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER debit_collection_delete BEFORE DELETE ON debit_collection
FOR EACH ROW EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER debit_collection_truncate BEFORE TRUNCATE ON debit_collection EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER debit_guard BEFORE UPDATE OR DELETE ON debit
FOR EACH ROW EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER debit_truncate BEFORE TRUNCATE ON debit EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER refund_guard BEFORE UPDATE ON refund
FOR EACH ROW WHEN (OLD.order_id IS DISTINCT FROM NEW.order_id
OR OLD.item_id IS DISTINCT FROM NEW.item_id
OR OLD.end_to_end_id IS DISTINCT FROM NEW.end_to_end_id
OR OLD.iban IS DISTINCT FROM NEW.iban
OR OLD.amount_minor IS DISTINCT FROM NEW.amount_minor
OR NOT OLD.live)
EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER refund_delete BEFORE DELETE ON refund
FOR EACH ROW EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER refund_truncate BEFORE TRUNCATE ON refund EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER refund_order_guard BEFORE UPDATE ON refund_order
FOR EACH ROW WHEN (OLD.number IS DISTINCT FROM NEW.number
OR OLD.total_minor IS DISTINCT FROM NEW.total_minor
OR OLD.pay_on IS DISTINCT FROM NEW.pay_on
OR OLD.sha256 IS DISTINCT FROM NEW.sha256
OR OLD.status <> 'ordered')
EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER refund_order_delete BEFORE DELETE ON refund_order
FOR EACH ROW EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER refund_order_truncate BEFORE TRUNCATE ON refund_order EXECUTE FUNCTION otc_refuse()
