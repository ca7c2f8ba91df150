-- A status that was told of an invoice never changes: the next one is another row.
-- Statements are separated by lines that hold only "--;".
CREATE TRIGGER invoice_status_update BEFORE UPDATE ON invoice_status
BEGIN SELECT RAISE(ABORT, 'otc:immutable:invoice_status'); END
--;
CREATE TRIGGER invoice_status_delete BEFORE DELETE ON invoice_status
BEGIN SELECT RAISE(ABORT, 'otc:immutable:invoice_status'); END
--;
CREATE TRIGGER invoice_status_amount_update BEFORE UPDATE ON invoice_status_amount
BEGIN SELECT RAISE(ABORT, 'otc:immutable:invoice_status_amount'); END
--;
CREATE TRIGGER invoice_status_amount_delete BEFORE DELETE ON invoice_status_amount
BEGIN SELECT RAISE(ABORT, 'otc:immutable:invoice_status_amount'); END
