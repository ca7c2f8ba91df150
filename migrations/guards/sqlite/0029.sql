-- What was told to the State, and each step of a flow, never change.
-- Statements are separated by lines that hold only "--;".
CREATE TRIGGER ereport_update BEFORE UPDATE ON ereport
BEGIN SELECT RAISE(ABORT, 'otc:immutable:ereport'); END
--;
CREATE TRIGGER ereport_delete BEFORE DELETE ON ereport
BEGIN SELECT RAISE(ABORT, 'otc:immutable:ereport'); END
--;
CREATE TRIGGER platform_flow_step_update BEFORE UPDATE ON platform_flow_step
BEGIN SELECT RAISE(ABORT, 'otc:immutable:platform_flow_step'); END
--;
CREATE TRIGGER platform_flow_step_delete BEFORE DELETE ON platform_flow_step
BEGIN SELECT RAISE(ABORT, 'otc:immutable:platform_flow_step'); END
