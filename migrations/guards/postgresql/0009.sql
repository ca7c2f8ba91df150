-- What was decided about credit never changes.
-- Statements are separated by lines that hold only "--;".
CREATE TRIGGER credit_decision_guard BEFORE UPDATE OR DELETE ON credit_decision
FOR EACH ROW EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER credit_decision_truncate BEFORE TRUNCATE ON credit_decision EXECUTE FUNCTION otc_refuse()
