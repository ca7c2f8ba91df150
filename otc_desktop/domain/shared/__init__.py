"""Words every slice uses: money, rounding, dates, ids, errors, findings, text."""
