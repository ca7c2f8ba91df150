-- What the bank was asked for never changes; only the states of a collection do.
-- Statements are separated by lines that hold only "--;".
CREATE TRIGGER debit_collection_update BEFORE UPDATE ON debit_collection
WHEN OLD.number IS NOT NEW.number OR OLD.bank_account_id IS NOT NEW.bank_account_id
OR OLD.scheme IS NOT NEW.scheme OR OLD.ics IS NOT NEW.ics
OR OLD.collect_on IS NOT NEW.collect_on OR OLD.total_minor IS NOT NEW.total_minor
OR OLD.debits IS NOT NEW.debits OR OLD.status <> 'prepared'
BEGIN SELECT RAISE(ABORT, 'otc:immutable:debit_collection'); END
--;
CREATE TRIGGER debit_collection_delete BEFORE DELETE ON debit_collection
BEGIN SELECT RAISE(ABORT, 'otc:immutable:debit_collection'); END
--;
CREATE TRIGGER debit_update BEFORE UPDATE ON debit
BEGIN SELECT RAISE(ABORT, 'otc:immutable:debit'); END
--;
CREATE TRIGGER debit_delete BEFORE DELETE ON debit
BEGIN SELECT RAISE(ABORT, 'otc:immutable:debit'); END
