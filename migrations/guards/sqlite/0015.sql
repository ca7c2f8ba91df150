-- What an issued document speaks of never changes.
-- Statements are separated by lines that hold only "--;".
CREATE TRIGGER invoice_reference_insert BEFORE INSERT ON invoice_reference
WHEN EXISTS (SELECT 1 FROM invoice WHERE id = NEW.invoice_id AND number IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'otc:immutable:invoice_reference'); END
--;
CREATE TRIGGER invoice_reference_update BEFORE UPDATE ON invoice_reference
WHEN EXISTS (SELECT 1 FROM invoice WHERE id = OLD.invoice_id AND number IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'otc:immutable:invoice_reference'); END
--;
CREATE TRIGGER invoice_reference_delete BEFORE DELETE ON invoice_reference
WHEN EXISTS (SELECT 1 FROM invoice WHERE id = OLD.invoice_id AND number IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'otc:immutable:invoice_reference'); END
--;
CREATE TRIGGER invoice_order_insert BEFORE INSERT ON invoice_order
WHEN EXISTS (SELECT 1 FROM invoice WHERE id = NEW.invoice_id AND number IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'otc:immutable:invoice_order'); END
--;
CREATE TRIGGER invoice_order_update BEFORE UPDATE ON invoice_order
WHEN EXISTS (SELECT 1 FROM invoice WHERE id = OLD.invoice_id AND number IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'otc:immutable:invoice_order'); END
--;
CREATE TRIGGER invoice_order_delete BEFORE DELETE ON invoice_order
WHEN EXISTS (SELECT 1 FROM invoice WHERE id = OLD.invoice_id AND number IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'otc:immutable:invoice_order'); END
--;
CREATE TRIGGER invoice_delivery_insert BEFORE INSERT ON invoice_delivery
WHEN EXISTS (SELECT 1 FROM invoice WHERE id = NEW.invoice_id AND number IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'otc:immutable:invoice_delivery'); END
--;
CREATE TRIGGER invoice_delivery_update BEFORE UPDATE ON invoice_delivery
WHEN EXISTS (SELECT 1 FROM invoice WHERE id = OLD.invoice_id AND number IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'otc:immutable:invoice_delivery'); END
--;
CREATE TRIGGER invoice_delivery_delete BEFORE DELETE ON invoice_delivery
WHEN EXISTS (SELECT 1 FROM invoice WHERE id = OLD.invoice_id AND number IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'otc:immutable:invoice_delivery'); END
--;
CREATE TRIGGER invoice_deduction_insert BEFORE INSERT ON invoice_deduction
WHEN EXISTS (SELECT 1 FROM invoice WHERE id = NEW.invoice_id AND number IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'otc:immutable:invoice_deduction'); END
--;
CREATE TRIGGER invoice_deduction_update BEFORE UPDATE ON invoice_deduction
WHEN EXISTS (SELECT 1 FROM invoice WHERE id = OLD.invoice_id AND number IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'otc:immutable:invoice_deduction'); END
--;
CREATE TRIGGER invoice_deduction_delete BEFORE DELETE ON invoice_deduction
WHEN EXISTS (SELECT 1 FROM invoice WHERE id = OLD.invoice_id AND number IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'otc:immutable:invoice_deduction'); END
--;
CREATE TRIGGER invoice_line_source_insert BEFORE INSERT ON invoice_line_source
WHEN EXISTS (SELECT 1 FROM invoice WHERE id = NEW.invoice_id AND number IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'otc:immutable:invoice_line_source'); END
--;
CREATE TRIGGER invoice_line_source_update BEFORE UPDATE ON invoice_line_source
WHEN EXISTS (SELECT 1 FROM invoice WHERE id = OLD.invoice_id AND number IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'otc:immutable:invoice_line_source'); END
--;
CREATE TRIGGER invoice_line_source_delete BEFORE DELETE ON invoice_line_source
WHEN EXISTS (SELECT 1 FROM invoice WHERE id = OLD.invoice_id AND number IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'otc:immutable:invoice_line_source'); END
