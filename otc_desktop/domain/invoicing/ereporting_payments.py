"""Payments told to the State (flows 10.2 and 10.4): of services whose VAT waits for them.

Nothing is told of goods, of what the customer owes the VAT of, nor under the option for
debits: there the VAT was due before (CGI art. 290 A).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from otc_desktop.domain.invoicing.invoice import Invoice
from otc_desktop.domain.shared.company import VatRegime
from otc_desktop.domain.shared.money import Money
from otc_desktop.domain.taxes.exigibility import nets_by_nature, services_part
from otc_desktop.domain.taxes.lines import LineNature
from otc_desktop.domain.taxes.vat import VatCategory

# Of the others France levies no VAT, or the customer does.
_OURS = (VatCategory.STANDARD, VatCategory.ZERO_RATED, VatCategory.EXEMPT)


@dataclass(frozen=True, slots=True)
class PaidOn:
    """Money for one document; positive as it came in, negative as it went back."""

    on: date
    amount: Money


@dataclass(frozen=True, slots=True)
class PaidRate:
    """What was received at one rate, including tax."""

    rate: Decimal
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoicePayment:
    """What came in one day for one invoice of flow 10.1 (TG-34)."""

    number: str
    issued_on: date
    on: date
    rates: tuple[PaidRate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPayments:
    """What private persons paid in one day, of one currency (TG-37)."""

    on: date
    currency: str
    rates: tuple[PaidRate, ...]


def services_paid(
    invoice: Invoice, payments: Sequence[PaidOn], *, paid_before: Money, regime: VatRegime
) -> tuple[InvoicePayment, ...]:
    """What payments of a document bring of its services, day by day and rate by rate.

    A part payment counts for each rate in proportion; the last one brings the exact rest, so
    that all payments of a document together are its services, to the cent.

    Args:
        invoice: as issued.
        payments: of one period, in order; of a credit note negative.
        paid_before: what was paid before them.
        regime: the company's.
    """
    whole = _signed(invoice, invoice.totals.total_incl_tax)
    services = _services(invoice, regime)
    if not services or not whole:
        return ()
    reached = paid_before
    told = {rate: _reached(amount, reached, whole) for rate, amount in services.items()}
    found: dict[date, dict[Decimal, Money]] = defaultdict(dict)
    for payment in payments:
        reached += payment.amount
        for rate, amount in services.items():
            now = _reached(amount, reached, whole)
            before = found[payment.on].get(rate, now - now)
            found[payment.on][rate] = before + now - told[rate]
            told[rate] = now
    return tuple(
        InvoicePayment(
            number=invoice.number,
            issued_on=invoice.issued_on,
            on=on,
            rates=_rates(found[on]),
        )
        for on in sorted(found)
        if any(found[on].values())
    )


def payments_of_days(payments: Iterable[InvoicePayment]) -> tuple[DayPayments, ...]:
    """Payments of private persons as sums of the day (10.4)."""
    sums: dict[tuple[date, str], dict[Decimal, Money]] = defaultdict(dict)
    for payment in payments:
        for each in payment.rates:
            kept = sums[payment.on, each.amount.currency.code]
            kept[each.rate] = kept.get(each.rate, each.amount - each.amount) + each.amount
    return tuple(
        DayPayments(on=on, currency=currency, rates=_rates(sums[on, currency]))
        for on, currency in sorted(sums)
        if any(sums[on, currency].values())
    )


def _services(invoice: Invoice, regime: VatRegime) -> dict[Decimal, Money]:
    """The services of each rate including tax, signed as the document's claim."""
    if regime is VatRegime.DEBITS:
        return {}
    nets = nets_by_nature(invoice.totals, invoice.lines)
    found: dict[Decimal, Money] = {}
    for group in invoice.totals.vat_groups:
        if group.vat.category not in _OURS:
            continue
        parts = nets[group.vat]
        gross = services_part(
            group.basis + group.tax, parts[LineNature.SERVICES], parts[LineNature.GOODS]
        )
        if gross:
            gross = _signed(invoice, gross)
            found[group.vat.rate] = found.get(group.vat.rate, gross - gross) + gross
    return found


def _signed(invoice: Invoice, amount: Money) -> Money:
    return -amount if invoice.kind.is_credit else amount


def _reached(amount: Money, paid: Money, whole: Money) -> Money:
    """What a payment state means for a part; multiplied before divided, for the last half cent."""
    return Money.rounded(amount.amount * paid.amount / whole.amount, amount.currency)


def _rates(found: dict[Decimal, Money]) -> tuple[PaidRate, ...]:
    return tuple(PaidRate(rate, found[rate]) for rate in sorted(found) if found[rate])
