"""Numbers of quotes and orders: taken inside the transaction, so that no gap is left."""

from datetime import date

from otc_desktop.application.kernel.unit_of_work import UnitOfWork
from otc_desktop.domain.invoicing.numbering import NumberFormat

_ORDERS = NumberFormat("CO{year}-{seq:05d}")
_QUOTES = NumberFormat("D{year}-{seq:05d}")


def take_order_number(uow: UnitOfWork, today: date) -> str:
    """The next number of an order. They follow entry: the orders' own dates may go back."""
    return _take(uow, "order", _ORDERS, today)


def take_quote_number(uow: UnitOfWork, today: date) -> str:
    """The next number of a quote."""
    return _take(uow, "quote", _QUOTES, today)


def _take(uow: UnitOfWork, series: str, numbers: NumberFormat, today: date) -> str:
    sequence = uow.number_series.take(series, numbers.period(today), date.min)
    return numbers.format(sequence, today)
