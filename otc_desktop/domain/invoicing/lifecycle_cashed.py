"""212 «Encaissée»: how much of a receipt is at which rate of VAT, exact to the cent.

Sources: DSE §3.6.4, rule P1.15, BR-FR-CDV-14; CGI art. 269-2 for what must be told.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from otc_desktop.domain.invoicing.invoice import Invoice
from otc_desktop.domain.shared.company import VatRegime
from otc_desktop.domain.shared.money import Money, total
from otc_desktop.domain.taxes.exigibility import due_vat
from otc_desktop.domain.taxes.totals import DocumentTotals


@dataclass(frozen=True, slots=True)
class RateAmount:
    """An amount including tax at one rate of VAT (MDT-215, MDT-224)."""

    rate: Decimal
    amount: Money


def gross_by_rate(totals: DocumentTotals) -> tuple[RateAmount, ...]:
    """A document's total including tax by rate, the highest rate first.

    Groups of one rate are one: the message knows rates, not categories.
    """
    zero = Money.zero(totals.total_incl_tax.currency)
    gross: dict[Decimal, Money] = defaultdict(lambda: zero)
    for group in totals.vat_groups:
        gross[group.vat.rate] += group.basis + group.tax
    return tuple(RateAmount(rate, gross[rate]) for rate in sorted(gross, reverse=True))


def cashed_so_far(gross: Sequence[RateAmount], cashed: Money) -> tuple[RateAmount, ...]:
    """How a document's money received until now is shared among its rates.

    In proportion to the document, and the document's own amounts once all is paid. More
    money never means less at one rate: a payment of a cent is not a cent here and minus a
    cent there. Rates with a negative total (a deposit taken off) bear their share below
    zero. A credit note's `cashed` is negative, and so are its shares.
    """
    sign = -1 if cashed.minor < 0 else 1
    units = abs(cashed.minor)
    owed = [each.amount.minor for each in gross]
    added = _apportion(units + _share_of_negative(owed, units), [max(each, 0) for each in owed])
    taken = _apportion(_share_of_negative(owed, units), [max(-each, 0) for each in owed])
    return tuple(
        RateAmount(each.rate, Money.from_minor(sign * (plus - minus), cashed.currency))
        for each, plus, minus in zip(gross, added, taken, strict=True)
    )


def cashed_now(
    gross: Sequence[RateAmount], *, before: Money, received: Money
) -> tuple[RateAmount, ...]:
    """The part of one receipt at each rate: what is cashed after it, less what was before.

    So the parts of all receipts sum to the document's amounts without a cent of rounding,
    in whatever pieces it is paid, and what is undone takes back exactly what was told.
    Rates with nothing are left out.
    """
    after = cashed_so_far(gross, before + received)
    told = cashed_so_far(gross, before)
    parts = (
        RateAmount(each.rate, each.amount - earlier.amount)
        for each, earlier in zip(after, told, strict=True)
    )
    return tuple(each for each in parts if each.amount)


def money_of_parts(
    parts: Sequence[Money], difference: Money, *, is_paid_charge: bool
) -> tuple[Money, ...]:
    """What of each settled part is money: without the discount or cents that were let go.

    Args:
        parts: what was settled, signed as the items are.
        difference: settled minus received; positive where the customer paid less.
        is_paid_charge: the difference is a bank's charge on our account, or one of exchange:
            the customer paid all of it, and nothing is let go.
    """
    if is_paid_charge or not difference:
        return tuple(parts)
    # Credit notes laid beside the invoices bear nothing of what the customer did not pay.
    side = 1 if total(parts, difference.currency).amount >= 0 else -1
    weights = [max(each.amount * side, Decimal(0)) for each in parts]
    if not any(weights):
        return tuple(parts)
    return tuple(part - share for part, share in zip(parts, difference.split(weights), strict=True))


def must_tell_the_state(invoice: Invoice, regime: VatRegime) -> bool:
    """Whether a receipt has to reach the State: only where its VAT is due on receipt.

    That is services without the option for debits, and deposit invoices of goods too
    (CGI 269-2); only between businesses in France (other receipts are e-reported).
    """
    buyer = invoice.buyer
    if not buyer.siren or buyer.address.country != "FR":
        return False
    waiting = due_vat(
        invoice.totals, invoice.lines, regime=regime, is_deposit=invoice.kind.is_deposit
    ).on_receipt
    return any(waiting)


def by_rate(amounts: Sequence[RateAmount]) -> Mapping[Decimal, Money]:
    """Amounts added up by rate."""
    found: dict[Decimal, Money] = {}
    for each in amounts:
        found[each.rate] = found[each.rate] + each.amount if each.rate in found else each.amount
    return found


def _share_of_negative(owed: Sequence[int], units: int) -> int:
    """How much of the rates below zero belongs to that part of the document, half up."""
    below = -sum(each for each in owed if each < 0)
    whole = sum(owed)
    if not below or whole <= 0:
        return 0
    return (2 * below * units + whole) // (2 * whole)


def _apportion(units: int, weights: Sequence[int]) -> list[int]:
    """Units in proportion to weights by the highest next quotient (Sainte-Laguë).

    Unlike sharing by the largest remainder, one more unit never takes one from a weight,
    and weights that fit exactly are met exactly.
    """
    whole = sum(weights)
    if not whole or not units:
        return [0] * len(weights)
    # No share is further from its proportion than half the count of weights.
    shares = [max(0, units * weight // whole - len(weights)) for weight in weights]
    for _ in range(units - sum(shares)):
        place = max(
            range(len(weights)),
            key=lambda index: (Fraction(weights[index], 2 * shares[index] + 1), -index),
        )
        shares[place] += 1
    return shares
