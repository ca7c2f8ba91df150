"""Invoices and credit notes, from draft to issue."""
