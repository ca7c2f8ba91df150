-- What moved in stock never changes: a fault is mended by another movement.
-- Statements are separated by lines that hold only "--;".
CREATE TRIGGER stock_movement_update BEFORE UPDATE ON stock_movement
BEGIN SELECT RAISE(ABORT, 'otc:immutable:stock_movement'); END
--;
CREATE TRIGGER stock_movement_delete BEFORE DELETE ON stock_movement
BEGIN SELECT RAISE(ABORT, 'otc:immutable:stock_movement'); END
