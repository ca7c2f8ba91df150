"""Which price a customer pays for a product, and where it comes from."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from otc_desktop.domain.catalogue.price_list import ALWAYS, Validity
from otc_desktop.domain.shared.currency import Currency

_NOTHING = Decimal(0)


class PriceSource(StrEnum):
    """Where a price comes from, the one that wins first."""

    TYPED = "typed"
    AGREED = "agreed"
    GROUP = "group"
    LIST = "list"
    CATALOGUE = "catalogue"


class Scope(StrEnum):
    """How much a condition is about, the narrowest first."""

    PRODUCT = "product"
    FAMILY = "family"
    ALL = "all"


class Verdict(StrEnum):
    """What became of a condition that was looked at."""

    APPLIED = "applied"
    BEATEN = "beaten"
    NOT_YET = "not_yet"
    OVER = "over"
    TOO_FEW = "too_few"
    OTHER_CURRENCY = "other_currency"


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A price or a discount that may apply, as it was kept.

    Exactly one of `price` (per unit, excluding tax) and `discount_percent` is given.
    `label` names it to people: the list's name, the reference of the agreement.
    """

    source: PriceSource
    price: Decimal | None = None
    discount_percent: Decimal | None = None
    currency: Currency
    min_quantity: Decimal = _NOTHING
    validity: Validity = ALWAYS
    scope: Scope = Scope.PRODUCT
    label: str = ""


@dataclass(frozen=True, slots=True)
class Considered:
    """A condition and what became of it."""

    condition: Condition
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceDecision:
    """The price of one line: per unit and excluding tax, with its discount.

    `price` is None when no condition gives one in the document's currency. `considered` is
    everything that was looked at, what applied first.
    """

    price: Decimal | None
    discount_percent: Decimal
    source: PriceSource
    considered: tuple[Considered, ...]


_SOURCES = tuple(PriceSource)
_SCOPES = tuple(Scope)


def decide_price(
    conditions: Collection[Condition], *, quantity: Decimal, on: date, currency: Currency
) -> PriceDecision:
    """The price by a fixed order, the same for everybody.

    A price agreed with the customer beats one agreed with its group, that the customer's
    price list, that the catalogue; inside one source the highest tier reached, then the
    later beginning. An agreed price is net: discounts apply to list and catalogue prices
    only, and of several the customer's before the group's, a product's before a family's
    before one for everything.
    """
    prices, discounts, refused = [], [], []
    for condition in conditions:
        verdict = _verdict(condition, quantity=quantity, on=on, currency=currency)
        if verdict is not None:
            refused.append(Considered(condition, verdict))
        elif condition.price is not None:
            prices.append(condition)
        else:
            discounts.append(condition)
    prices.sort(key=_price_rank)
    discounts.sort(key=_discount_rank)
    chosen = prices[0] if prices else None
    takes_discount = chosen is not None and chosen.source in (
        PriceSource.LIST,
        PriceSource.CATALOGUE,
    )
    discount = discounts[0] if discounts and takes_discount else None
    applied = [each for each in (chosen, discount) if each is not None]
    beaten = [each for each in (*prices, *discounts) if each not in applied]
    return PriceDecision(
        price=None if chosen is None else chosen.price,
        discount_percent=(
            _NOTHING
            if discount is None or discount.discount_percent is None
            else discount.discount_percent
        ),
        source=PriceSource.CATALOGUE if chosen is None else chosen.source,
        considered=(
            *_considered(applied, Verdict.APPLIED),
            *_considered(beaten, Verdict.BEATEN),
            *refused,
        ),
    )


def _considered(conditions: Iterable[Condition], verdict: Verdict) -> list[Considered]:
    return [Considered(condition, verdict) for condition in conditions]


def _verdict(
    condition: Condition, *, quantity: Decimal, on: date, currency: Currency
) -> Verdict | None:
    """Why a condition can't apply; None when it can."""
    validity = condition.validity
    if validity.first is not None and on < validity.first:
        return Verdict.NOT_YET
    if not validity.holds_on(on):
        return Verdict.OVER
    # A line taken back is priced like the sale that it takes back.
    if abs(quantity) < condition.min_quantity:
        return Verdict.TOO_FEW
    if condition.price is not None and condition.currency != currency:
        return Verdict.OTHER_CURRENCY
    return None


def _price_rank(condition: Condition) -> tuple[int, Decimal, int]:
    first = condition.validity.first
    begins = 0 if first is None else first.toordinal()
    return _SOURCES.index(condition.source), -condition.min_quantity, -begins


def _discount_rank(condition: Condition) -> tuple[int, int, Decimal, int]:
    source, quantity, begins = _price_rank(condition)
    return source, _SCOPES.index(condition.scope), quantity, begins
