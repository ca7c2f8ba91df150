-- What was accrued for a rebate never changes: a correction is another accrual.
-- Statements are separated by lines that hold only "--;".
CREATE TRIGGER rebate_accrual_guard BEFORE UPDATE OR DELETE ON rebate_accrual
FOR EACH ROW EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER rebate_accrual_truncate BEFORE TRUNCATE ON rebate_accrual EXECUTE FUNCTION otc_refuse()
