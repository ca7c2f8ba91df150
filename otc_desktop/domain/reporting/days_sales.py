"""Days sales outstanding (DSO): how many days of sales wait to be paid."""

from collections.abc import Collection
from datetime import date, timedelta

from otc_desktop.domain.reporting.payment_habit import Claim, open_total
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.money import total
from otc_desktop.domain.shared.rounding import round_half_up

PERIOD_DAYS = 365
_SHORTEST_PERIOD = 30


def days_sales_outstanding(
    claims: Collection[Claim], *, on: date, currency: Currency
) -> int | None:
    """Open amount ÷ sales of the period (both including tax) × days of the period.

    The period is the last year, or since the first claim of a younger customer but at least
    30 days. None without sales in it.
    """
    known = [claim for claim in claims if claim.issued_on <= on]
    if not known:
        return None
    age = (on - min(claim.issued_on for claim in known)).days + 1
    days = min(PERIOD_DAYS, max(age, _SHORTEST_PERIOD))
    first = on - timedelta(days=days - 1)
    sales = total((claim.total for claim in known if claim.issued_on >= first), currency)
    if sales.amount <= 0:
        return None
    owed = open_total(known, on, currency)
    return int(round_half_up(owed.amount / sales.amount * days, 0))
