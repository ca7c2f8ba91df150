-- Issued documents, movements, decisions and facts stay as they are but for the file they are
-- filed under, and that only from one customer of a merge to the other, while it stands.
-- Statements are separated by lines that hold only "--;".
DROP TRIGGER invoice_issued_update
--;
CREATE TRIGGER invoice_issued_update BEFORE UPDATE ON invoice
WHEN OLD.number IS NOT NULL AND NOT (
    EXISTS (SELECT 1 FROM customer_merge WHERE undone_at IS NULL AND (
        (loser_id = OLD.customer_id AND keeper_id = NEW.customer_id)
        OR (keeper_id = OLD.customer_id AND loser_id = NEW.customer_id)))
    AND NEW.id IS OLD.id AND NEW.kind IS OLD.kind AND NEW.number IS OLD.number AND
    NEW.document_on IS OLD.document_on AND NEW.due_on IS OLD.due_on AND NEW.supplied_on IS OLD.supplied_on AND
    NEW.wished_date IS OLD.wished_date AND NEW.currency IS OLD.currency AND NEW.purchase_order IS OLD.purchase_order AND
    NEW.order_id IS OLD.order_id AND NEW.delivery_id IS OLD.delivery_id AND NEW.credits_id IS OLD.credits_id AND
    NEW.credits_number IS OLD.credits_number AND NEW.language IS OLD.language AND NEW.payment_terms IS OLD.payment_terms AND
    NEW.identity IS OLD.identity AND NEW.total_excl_tax_minor IS OLD.total_excl_tax_minor AND NEW.total_vat_minor IS OLD.total_vat_minor AND
    NEW.total_incl_tax_minor IS OLD.total_incl_tax_minor AND NEW.version IS OLD.version)
BEGIN SELECT RAISE(ABORT, 'otc:immutable:invoice'); END
--;
DROP TRIGGER receivable_movement_update
--;
CREATE TRIGGER receivable_movement_update BEFORE UPDATE ON receivable_movement
WHEN NOT (
    EXISTS (SELECT 1 FROM customer_merge WHERE undone_at IS NULL AND (
        (loser_id = OLD.customer_id AND keeper_id = NEW.customer_id)
        OR (keeper_id = OLD.customer_id AND loser_id = NEW.customer_id)))
    AND NEW.id IS OLD.id AND NEW.item_id IS OLD.item_id AND NEW.moved_on IS OLD.moved_on AND
    NEW.currency IS OLD.currency AND NEW.amount_minor IS OLD.amount_minor AND NEW.kind IS OLD.kind AND
    NEW.allocation_id IS OLD.allocation_id)
BEGIN SELECT RAISE(ABORT, 'otc:immutable:receivable_movement'); END
--;
DROP TRIGGER credit_decision_update
--;
CREATE TRIGGER credit_decision_update BEFORE UPDATE ON credit_decision
WHEN NOT (
    EXISTS (SELECT 1 FROM customer_merge WHERE undone_at IS NULL AND (
        (loser_id = OLD.customer_id AND keeper_id = NEW.customer_id)
        OR (keeper_id = OLD.customer_id AND loser_id = NEW.customer_id)))
    AND NEW.id IS OLD.id AND NEW.order_id IS OLD.order_id AND NEW.kind IS OLD.kind AND
    NEW.decided_on IS OLD.decided_on AND NEW.decided_at IS OLD.decided_at AND NEW.decided_by IS OLD.decided_by AND
    NEW.role IS OLD.role AND NEW.codes IS OLD.codes AND NEW.reason IS OLD.reason AND
    NEW.gate IS OLD.gate AND NEW.currency IS OLD.currency AND NEW.amount_minor IS OLD.amount_minor AND
    NEW.overrun_minor IS OLD.overrun_minor AND NEW.deposit_minor IS OLD.deposit_minor AND NEW.until_on IS OLD.until_on AND
    NEW.before IS OLD.before AND NEW.after IS OLD.after)
BEGIN SELECT RAISE(ABORT, 'otc:immutable:credit_decision'); END
--;
DROP TRIGGER event_update
--;
CREATE TRIGGER event_update BEFORE UPDATE ON event
WHEN NOT (
    EXISTS (SELECT 1 FROM customer_merge WHERE undone_at IS NULL AND (
        (loser_id = OLD.customer_id AND keeper_id = NEW.customer_id)
        OR (keeper_id = OLD.customer_id AND loser_id = NEW.customer_id)))
    AND NEW.id IS OLD.id AND NEW.happened_on IS OLD.happened_on AND NEW.at IS OLD.at AND
    NEW.kind IS OLD.kind AND NEW.subject_id IS OLD.subject_id AND NEW.details IS OLD.details AND
    NEW.words IS OLD.words)
BEGIN SELECT RAISE(ABORT, 'otc:immutable:event'); END
--;
CREATE TRIGGER customer_merge_move_update BEFORE UPDATE ON customer_merge_move
BEGIN SELECT RAISE(ABORT, 'otc:immutable:customer_merge_move'); END
--;
CREATE TRIGGER customer_merge_move_delete BEFORE DELETE ON customer_merge_move
BEGIN SELECT RAISE(ABORT, 'otc:immutable:customer_merge_move'); END
