-- What was provided for a claim never changes: a correction is another movement.
-- Statements are separated by lines that hold only "--;".
CREATE TRIGGER provision_movement_guard BEFORE UPDATE OR DELETE ON provision_movement
FOR EACH ROW EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER provision_movement_truncate BEFORE TRUNCATE ON provision_movement EXECUTE FUNCTION otc_refuse()
