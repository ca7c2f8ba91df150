-- What was provided for a claim never changes: a correction is another movement.
-- Statements are separated by lines that hold only "--;".
CREATE TRIGGER provision_movement_update BEFORE UPDATE ON provision_movement
BEGIN SELECT RAISE(ABORT, 'otc:immutable:provision_movement'); END
--;
CREATE TRIGGER provision_movement_delete BEFORE DELETE ON provision_movement
BEGIN SELECT RAISE(ABORT, 'otc:immutable:provision_movement'); END
