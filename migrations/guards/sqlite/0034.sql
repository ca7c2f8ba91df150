-- A plan as it stood when reminders followed it never changes: an edit makes another revision.
-- Statements are separated by lines that hold only "--;".
CREATE TRIGGER dunning_plan_revision_update BEFORE UPDATE ON dunning_plan_revision
BEGIN SELECT RAISE(ABORT, 'otc:immutable:dunning_plan_revision'); END
--;
CREATE TRIGGER dunning_plan_revision_delete BEFORE DELETE ON dunning_plan_revision
BEGIN SELECT RAISE(ABORT, 'otc:immutable:dunning_plan_revision'); END
