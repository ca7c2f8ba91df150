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
--;
CREATE TRIGGER refund_update BEFORE UPDATE ON refund
WHEN OLD.order_id IS NOT NEW.order_id OR OLD.item_id IS NOT NEW.item_id
OR OLD.end_to_end_id IS NOT NEW.end_to_end_id OR OLD.iban IS NOT NEW.iban
OR OLD.amount_minor IS NOT NEW.amount_minor OR NOT OLD.live
BEGIN SELECT RAISE(ABORT, 'otc:immutable:refund'); END
--;
CREATE TRIGGER refund_delete BEFORE DELETE ON refund
BEGIN SELECT RAISE(ABORT, 'otc:immutable:refund'); END
--;
CREATE TRIGGER refund_order_update BEFORE UPDATE ON refund_order
WHEN OLD.number IS NOT NEW.number OR OLD.total_minor IS NOT NEW.total_minor
OR OLD.pay_on IS NOT NEW.pay_on OR OLD.sha256 IS NOT NEW.sha256 OR OLD.status <> 'ordered'
BEGIN SELECT RAISE(ABORT, 'otc:immutable:refund_order'); END
--;
CREATE TRIGGER refund_order_delete BEFORE DELETE ON refund_order
BEGIN SELECT RAISE(ABORT, 'otc:immutable:refund_order'); END
