-- What was told to the State, and each step of a flow, never change.
-- Statements are separated by lines that hold only "--;".
CREATE TRIGGER ereport_guard BEFORE UPDATE OR DELETE ON ereport
FOR EACH ROW EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER ereport_truncate BEFORE TRUNCATE ON ereport EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER platform_flow_step_guard BEFORE UPDATE OR DELETE ON platform_flow_step
FOR EACH ROW EXECUTE FUNCTION otc_refuse()
--;
CREATE TRIGGER platform_flow_step_truncate BEFORE TRUNCATE ON platform_flow_step
EXECUTE FUNCTION otc_refuse()
