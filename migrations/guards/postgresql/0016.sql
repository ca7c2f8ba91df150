-- What became of a mail, and what its server said, never changes: the next step is another row.
-- Statements are separated by lines that hold only "--;".
CREATE TRIGGER outbox_attempt_guard BEFORE UPDATE OR DELETE ON outbox_attempt
FOR EACH ROW EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER outbox_attempt_truncate BEFORE TRUNCATE ON outbox_attempt EXECUTE FUNCTION otc_refuse()
