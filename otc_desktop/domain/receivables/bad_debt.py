"""What is given up of a claim that will never be paid, and the VAT in it (CGI art. 272-1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.money import Money, total
from otc_desktop.domain.shared.rounding import round_half_up


@dataclass(frozen=True, slots=True)
class RatedVat:
    """The VAT of one rate on the document: due at its issue, and waiting for its payment."""

    rate: Decimal
    at_issue: Money
    on_receipt: Money


@dataclass(frozen=True, slots=True)
class VatShare:
    """The VAT of one rate in what is given up: declared already, and never declared yet."""

    rate: Decimal
    declared: Money
    pending: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenUp:
    """What is open of a claim, parted into its price and its VAT by rate, to the cent."""

    amount: Money
    shares: tuple[VatShare, ...]

    @property
    def declared(self) -> Money:
        """VAT that was paid to the State: taken back on a declaration to come."""
        return total((each.declared for each in self.shares), self.amount.currency)

    @property
    def pending(self) -> Money:
        """VAT that waited for the payment and will never be owed (CGI art. 269-2)."""
        return total((each.pending for each in self.shares), self.amount.currency)

    @property
    def vat(self) -> Money:
        """All VAT in it."""
        return self.declared + self.pending

    @property
    def excl_tax(self) -> Money:
        """The price without VAT: the loss."""
        return self.amount - self.vat


def give_up(
    item: OpenItem, vat: Sequence[RatedVat], *, document_total: Money, waits: bool
) -> GivenUp:
    """Part what is open of an item.

    VAT declared at issue is what partial payments left of each rate: what was paid and what
    is given up always make up the rate's VAT. Where VAT waits for the money, the item knows
    what of it was released; the rest is shared among the rates.

    Args:
        item: a claim of ours.
        vat: of the document, by rate; empty for one taken over, whose VAT isn't known here.
        document_total: with VAT; above the item's where part of it falls due apart.
        waits: whether VAT of the item becomes payable when it is paid.

    Raises:
        RuleError: `receivables.not_a_debt`, `receivables.bills_run` while bills that
            settled part of it are not paid yet.
    """
    if item.open.amount <= 0:
        raise RuleError("receivables.not_a_debt", number=item.number)
    if item.unripe_minor:
        raise RuleError("receivables.bills_run", number=item.number)
    currency = item.open.currency
    zero = Money.zero(currency)
    waiting = item.vat - item.vat_released if waits else zero
    weights = [abs(each.on_receipt.amount) for each in vat]
    if not waiting or not any(weights):
        pending: Sequence[Money] = [zero] * len(vat)
    else:
        pending = waiting.split(weights)
    paid = item.total - item.open
    shares = []
    for each, waits_of in zip(vat, pending, strict=True):
        part = _share(each.at_issue, item.total, document_total)
        shares.append(VatShare(each.rate, part - _share(part, paid, item.total), waits_of))
    return GivenUp(amount=item.open, shares=tuple(shares))


def vat_of_part(whole: GivenUp, part: Money) -> tuple[Money, Money]:
    """The VAT, declared and pending, in part of what was given up, when money comes after all."""
    return _share(whole.declared, part, whole.amount), _share(whole.pending, part, whole.amount)


def _share(amount: Money, part: Money, whole: Money) -> Money:
    # Multiplied before divided: a quotient cut to 28 digits can lose the half cent of a tie.
    exact = amount.amount * part.amount / whole.amount
    return Money(round_half_up(exact, amount.currency.digits), amount.currency)
