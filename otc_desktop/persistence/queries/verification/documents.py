"""Documents add up, and each is owed as it was issued."""

from collections.abc import Iterator
from decimal import Decimal

from sqlalchemy import Connection, case, func, or_, select

from otc_desktop.domain.invoicing.invoice import InvoiceKind
from otc_desktop.domain.shared.currency import Currency
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.taxes.lines import AdjustmentKind
from otc_desktop.persistence.queries.verification.streaming import Offenders, stream
from otc_desktop.persistence.session import sum_minor
from otc_desktop.persistence.tables.invoicing import (
    invoice,
    invoice_adjustment,
    invoice_line,
    invoice_vat,
)
from otc_desktop.persistence.tables.receivables import open_item

_HUNDRED = Decimal(100)


def documents_against_items(connection: Connection) -> Offenders:
    """Claims that are not what their document says, and documents without a claim."""
    part = open_item.alias()
    kept_back = (
        select(sum_minor(part.c.total_minor))
        .where(part.c.part_of_id == invoice.c.id, part.c.kind != InvoiceKind.CREDIT_NOTE.value)
        .scalar_subquery()
    )
    query = (
        select(invoice.c.number)
        .outerjoin(open_item, open_item.c.invoice_id == invoice.c.id)
        .where(invoice.c.number.is_not(None))
        .where(
            or_(
                open_item.c.id.is_(None),
                open_item.c.number != invoice.c.number,
                open_item.c.customer_id != invoice.c.customer_id,
                func.abs(open_item.c.total_minor) + kept_back
                != func.abs(invoice.c.total_incl_tax_minor),
            )
        )
        .order_by(invoice.c.number)
    )
    return (number for (number,) in stream(connection, query))


def wrong_totals(connection: Connection) -> Offenders:
    """Documents whose totals are not those of their lines, adjustments and VAT groups."""
    yield from _wrong_sums(connection)
    yield from _wrong_lines(connection)
    yield from _wrong_vat(connection)


def _wrong_sums(connection: Connection) -> Iterator[str]:
    adjusted = case(
        (
            invoice_adjustment.c.kind == AdjustmentKind.ALLOWANCE.value,
            -invoice_adjustment.c.amount_minor,
        ),
        else_=invoice_adjustment.c.amount_minor,
    )
    lines, adjustments, basis, tax = (
        select(sum_minor(amount)).where(owner == invoice.c.id).scalar_subquery()
        for amount, owner in (
            (invoice_line.c.net_minor, invoice_line.c.invoice_id),
            (adjusted, invoice_adjustment.c.invoice_id),
            (invoice_vat.c.basis_minor, invoice_vat.c.invoice_id),
            (invoice_vat.c.tax_minor, invoice_vat.c.invoice_id),
        )
    )
    excl, vat = invoice.c.total_excl_tax_minor, invoice.c.total_vat_minor
    query = (
        select(invoice.c.number)
        .where(invoice.c.number.is_not(None))
        .where(
            or_(
                lines + adjustments != excl,
                basis != excl,
                tax != vat,
                excl + vat != invoice.c.total_incl_tax_minor,
            )
        )
        .order_by(invoice.c.number)
    )
    return (number for (number,) in stream(connection, query))


def _wrong_lines(connection: Connection) -> Iterator[str]:
    """Lines whose net is not quantity × price less discount, rounded once (BT-131)."""
    line = invoice_line.c
    query = (
        select(
            invoice.c.number,
            invoice.c.currency,
            line.quantity,
            line.unit_price,
            line.discount_percent,
            line.net_minor,
        )
        .join(invoice_line, line.invoice_id == invoice.c.id)
        .where(invoice.c.number.is_not(None))
    )
    for number, currency, quantity, price, discount, net in stream(connection, query):
        exact = quantity * price * (_HUNDRED - discount) / _HUNDRED
        if Money.rounded(exact, Currency(currency)).minor != net:
            yield number


def _wrong_vat(connection: Connection) -> Iterator[str]:
    """VAT groups whose tax is not basis × rate, rounded once (BR-CO-17)."""
    group = invoice_vat.c
    query = (
        select(
            invoice.c.number,
            invoice.c.currency,
            group.vat_rate,
            group.basis_minor,
            group.tax_minor,
        )
        .join(invoice_vat, group.invoice_id == invoice.c.id)
        .where(invoice.c.number.is_not(None))
    )
    for number, code, rate, basis, tax in stream(connection, query):
        if Money.from_minor(basis, Currency(code)).times(rate / _HUNDRED).minor != tax:
            yield number
