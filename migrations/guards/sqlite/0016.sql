-- What became of a mail, and what its server said, never changes: the next step is another row.
-- Statements are separated by lines that hold only "--;".
CREATE TRIGGER outbox_attempt_update BEFORE UPDATE ON outbox_attempt
BEGIN SELECT RAISE(ABORT, 'otc:immutable:outbox_attempt'); END
--;
CREATE TRIGGER outbox_attempt_delete BEFORE DELETE ON outbox_attempt
BEGIN SELECT RAISE(ABORT, 'otc:immutable:outbox_attempt'); END
