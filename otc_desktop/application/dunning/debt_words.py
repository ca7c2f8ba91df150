"""What templates of formal letters may say of late invoices."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from otc_desktop.application.kernel.debts import Debt, Debts
from otc_desktop.domain.dunning.late_interest import LatePeriod
from otc_desktop.domain.shared.money import Money


def words_of_debts(debts: Debts, language: str) -> Mapping[str, Any]:
    """Invoices, their sums, and the history of the rate."""
    return {
        "invoices": [_invoice(each, language) for each in debts.debts],
        "total": debts.principal,
        "interest": debts.interest,
        "recovery_costs": debts.indemnity,
        "claimed": debts.claimed,
        "is_estimated": debts.is_estimated,
        "rates": [
            {"number": each.item.number, **line}
            for each in debts.debts
            for line in _lines(each, language)
        ],
    }


def _invoice(debt: Debt, language: str) -> Mapping[str, Any]:
    return {
        "number": debt.item.number,
        "issued_on": debt.item.issued_on,
        "due_on": debt.item.due_on,
        "principal": debt.principal,
        "interest": debt.interest,
        "indemnity": debt.indemnity,
        "days_late": debt.days,
        "periods": _lines(debt, language),
    }


def _lines(debt: Debt, language: str) -> Sequence[Mapping[str, Any]]:
    currency = debt.principal.currency
    return [
        {
            "period": _period(each, language),
            "days": f"{each.days} {'j' if language == 'fr' else 'd'}",
            "percent": _percent(each.percent, language),
            "owed": Money(each.owed, currency),
        }
        for each in debt.periods
    ]


def _period(period: LatePeriod, language: str) -> str:
    return f"{_day(period.from_on, language)}–{_day(period.until_on, language)}"


def _day(day: date, language: str) -> str:
    return day.strftime("%d/%m/%Y") if language == "fr" else day.strftime("%d %b %Y")


def _percent(percent: Decimal, language: str) -> str:
    text = f"{percent.normalize():f}"
    return f"{text.replace('.', ',')} %" if language == "fr" else f"{text}%"
