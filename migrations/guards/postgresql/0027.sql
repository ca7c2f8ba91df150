-- Where a bank line was posted never changes: it is taken back by another posting.
-- Statements are separated by lines that hold only "--;".
CREATE TRIGGER bank_posting_guard BEFORE UPDATE OR DELETE ON bank_posting
FOR EACH ROW EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER bank_posting_truncate BEFORE TRUNCATE ON bank_posting EXECUTE FUNCTION otc_refuse()
