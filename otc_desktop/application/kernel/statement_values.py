"""What the words that go with a statement of account may speak of."""

from collections.abc import Mapping
from typing import Any

from otc_desktop.domain.receivables.account_statement import AccountStatement


def statement_values(statement: AccountStatement) -> Mapping[str, Any]:
    """Its lines, and balance and overdue part in its first currency."""
    currency = statement.currencies[0]
    return {
        "lines": statement.lines,
        "total": statement.balance(currency),
        "overdue": statement.overdue(currency),
    }
