-- What was decided about credit never changes.
-- Statements are separated by lines that hold only "--;".
CREATE TRIGGER credit_decision_update BEFORE UPDATE ON credit_decision
BEGIN SELECT RAISE(ABORT, 'otc:immutable:credit_decision'); END
--;
CREATE TRIGGER credit_decision_delete BEFORE DELETE ON credit_decision
BEGIN SELECT RAISE(ABORT, 'otc:immutable:credit_decision'); END
