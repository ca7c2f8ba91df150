"""How much a customer would owe, and what stands against delivering more."""

from otc_desktop.domain.shared.money import Money

LIMIT_EXCEEDED = "credit.limit_exceeded"


def credit_holds(
    *, limit: Money | None, open_items: Money, open_orders: Money, this_order: Money
) -> tuple[str, ...]:
    """The codes that hold an order; none when no limit was set or it is kept.

    All amounts include tax. Exposure is what is invoiced and unpaid, what is ordered and
    not invoiced yet, and this order.
    """
    if limit is None or open_items + open_orders + this_order <= limit:
        return ()
    return (LIMIT_EXCEEDED,)
