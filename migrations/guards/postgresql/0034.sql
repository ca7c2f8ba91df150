-- A plan as it stood when reminders followed it never changes: an edit makes another revision.
-- Statements are separated by lines that hold only "--;".
CREATE TRIGGER dunning_plan_revision_guard BEFORE UPDATE OR DELETE ON dunning_plan_revision
FOR EACH ROW EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER dunning_plan_revision_truncate BEFORE TRUNCATE ON dunning_plan_revision EXECUTE FUNCTION otc_refuse()
