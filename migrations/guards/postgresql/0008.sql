-- What moved in stock never changes: a fault is mended by another movement.
-- Statements are separated by lines that hold only "--;".
CREATE TRIGGER stock_movement_guard BEFORE UPDATE OR DELETE ON stock_movement
FOR EACH ROW EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER stock_movement_truncate BEFORE TRUNCATE ON stock_movement EXECUTE FUNCTION otc_refuse()
