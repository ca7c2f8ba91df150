-- Where a bank line was posted never changes: it is taken back by another posting.
-- Statements are separated by lines that hold only "--;".
CREATE TRIGGER bank_posting_update BEFORE UPDATE ON bank_posting
BEGIN SELECT RAISE(ABORT, 'otc:immutable:bank_posting'); END
--;
CREATE TRIGGER bank_posting_delete BEFORE DELETE ON bank_posting
BEGIN SELECT RAISE(ABORT, 'otc:immutable:bank_posting'); END
