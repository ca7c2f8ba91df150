"""Numbers of documents and entries have no gap, and dates follow them."""

import re
from collections.abc import Iterator
from datetime import date

from sqlalchemy import Connection, Select, case, func, literal_column, select

from otc_desktop.domain.invoicing.invoice import InvoiceKind
from otc_desktop.persistence.queries.verification.streaming import Offenders, stream
from otc_desktop.persistence.repositories.ledger import ENTRY_SERIES
from otc_desktop.persistence.session import sum_minor
from otc_desktop.persistence.tables.company import number_series
from otc_desktop.persistence.tables.invoicing import invoice
from otc_desktop.persistence.tables.ledger import journal_entry

_DIGITS = re.compile(r"\d+")
# Claims of every kind share a series, and so do credit notes.
_CREDITS = [kind.value for kind in InvoiceKind if kind.is_credit]
_SERIES = case(
    (invoice.c.kind.in_(_CREDITS), literal_column(f"'{InvoiceKind.CREDIT_NOTE.series}'")),
    else_=literal_column(f"'{InvoiceKind.INVOICE.series}'"),
)
_LAST_DIGITS = re.compile(r"\d+$")


def entry_number_gaps(connection: Connection) -> Offenders:
    """Fiscal years whose entry numbers are not 1 to n, n being the last one taken."""
    number = journal_entry.c.number
    taken = (
        select(number_series.c.last_number)
        .where(number_series.c.series == ENTRY_SERIES)
        .where(number_series.c.period == journal_entry.c.fiscal_year)
        .scalar_subquery()
    )
    query = (
        select(journal_entry.c.fiscal_year, func.count(), func.min(number), func.max(number), taken)
        .group_by(journal_entry.c.fiscal_year)
        .order_by(journal_entry.c.fiscal_year)
    )
    return (
        f"{year}: {count} in {first}–{last}, {series}"
        for year, count, first, last, series in connection.execute(query)
        if (first, last, series) != (1, count, count)
    )


def invoice_number_gaps(connection: Connection) -> Offenders:
    """Numbers that don't follow the one before, and series with fewer documents than numbers."""
    query = (
        select(_SERIES.label("series"), invoice.c.number, invoice.c.document_on)
        .where(invoice.c.number.is_not(None))
        .order_by(
            _SERIES,
            invoice.c.document_on,
            func.length(invoice.c.number),
            invoice.c.number,
        )
    )
    series, last, day = "", 0, date.min
    for kind, number, document_on in stream(connection, query):
        if kind != series:
            series, last, day = kind, 0, date.min
        readings = set(_sequences(number, document_on))
        begins_anew = (document_on.year, document_on.month) != (day.year, day.month)
        if last + 1 in readings:
            last += 1
        elif begins_anew and 1 in readings:
            last = 1
        else:
            yield number
            found = _LAST_DIGITS.search(number)
            last = int(found[0]) if found else last + 1
        day = document_on
    yield from _series_and_documents(connection)


def dates_that_go_back(connection: Connection) -> Offenders:
    """Documents dated before the one with the number before theirs."""
    query = _issued().order_by(_SERIES, func.length(invoice.c.number), invoice.c.number)
    before: tuple[str, date] | None = None
    for kind, number, document_on in stream(connection, query):
        series = f"{kind}/{_LAST_DIGITS.sub('', number)}"
        if before is not None and before[0] == series and document_on < before[1]:
            yield number
        before = series, document_on


def _issued() -> Select[tuple[str, str, date]]:
    return select(_SERIES.label("series"), invoice.c.number, invoice.c.document_on).where(
        invoice.c.number.is_not(None)
    )


def _sequences(number: str, day: date) -> Iterator[int]:
    """What the place in its series can be, wherever the number's format puts it.

    Year and month may touch it: in F202600012 it is 12.
    """
    month = f"{day.month:02d}"
    parts = (f"{day.year}{month}", f"{day.year}", f"{month}{day.year}", month)
    for found in _DIGITS.finditer(number):
        digits = found[0]
        yield int(digits)
        for part in parts:
            if len(digits) > len(part):
                if digits.startswith(part):
                    yield int(digits.removeprefix(part))
                if digits.endswith(part):
                    yield int(digits.removesuffix(part))


def _series_and_documents(connection: Connection) -> Iterator[str]:
    for series in (InvoiceKind.INVOICE.series, InvoiceKind.CREDIT_NOTE.series):
        issued = connection.execute(
            select(func.count()).where(invoice.c.number.is_not(None) & (series == _SERIES))
        ).scalar_one()
        taken = connection.execute(
            select(sum_minor(number_series.c.last_number)).where(number_series.c.series == series)
        ).scalar_one()
        if issued != taken:
            yield f"{series}: {issued} / {taken}"
