-- What was accrued for a rebate never changes: a correction is another accrual.
-- Statements are separated by lines that hold only "--;".
CREATE TRIGGER rebate_accrual_update BEFORE UPDATE ON rebate_accrual
BEGIN SELECT RAISE(ABORT, 'otc:immutable:rebate_accrual'); END
--;
CREATE TRIGGER rebate_accrual_delete BEFORE DELETE ON rebate_accrual
BEGIN SELECT RAISE(ABORT, 'otc:immutable:rebate_accrual'); END
