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
