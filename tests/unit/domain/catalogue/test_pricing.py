"""Which price wins, as a table: source, tier, day, overlap, currency, discount."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from otc_desktop.domain.catalogue.price_list import Validity
from otc_desktop.domain.catalogue.pricing import (
    Condition,
    PriceSource,
    Scope,
    Verdict,
    decide_price,
)
from otc_desktop.domain.shared.currency import EUR, Currency

DAY = date(2026, 11, 20)
CHF = Currency("CHF")


def _price(source: PriceSource, price: str, **more: Any) -> Condition:
    return Condition(source=source, price=Decimal(price), **({"currency": EUR} | more))


def _discount(percent: str, source: PriceSource = PriceSource.AGREED, **more: Any) -> Condition:
    return Condition(source=source, discount_percent=Decimal(percent), currency=EUR, **more)


CATALOGUE = _price(PriceSource.CATALOGUE, "20")
LIST = _price(PriceSource.LIST, "18")
LIST_OF_TEN = _price(PriceSource.LIST, "15", min_quantity=Decimal(10))
GROUP = _price(PriceSource.GROUP, "17")
AGREED = _price(PriceSource.AGREED, "19")
LAST_YEAR = _price(PriceSource.LIST, "9", validity=Validity(last=date(2026, 11, 19)))
TO_COME = _price(PriceSource.LIST, "8", validity=Validity(first=date(2026, 11, 21)))
THIS_DAY = _price(PriceSource.LIST, "16", validity=Validity(first=DAY, last=DAY))
SINCE_MAY = _price(PriceSource.LIST, "14", validity=Validity(first=date(2026, 5, 1)))
IN_CHF = _price(PriceSource.LIST, "7", currency=CHF)


@pytest.mark.parametrize(
    ("conditions", "quantity", "price", "discount", "source"),
    [
        ([CATALOGUE], "1", "20", "0", PriceSource.CATALOGUE),
        ([CATALOGUE, LIST], "1", "18", "0", PriceSource.LIST),
        ([CATALOGUE, LIST, GROUP], "1", "17", "0", PriceSource.GROUP),
        # What was agreed holds even where the group or the list is cheaper.
        ([CATALOGUE, LIST, GROUP, AGREED], "1", "19", "0", PriceSource.AGREED),
        ([CATALOGUE, LIST, LIST_OF_TEN], "9.999", "18", "0", PriceSource.LIST),
        ([CATALOGUE, LIST, LIST_OF_TEN], "10", "15", "0", PriceSource.LIST),
        ([CATALOGUE, LIST, LIST_OF_TEN], "-10", "15", "0", PriceSource.LIST),
        ([CATALOGUE, LIST_OF_TEN], "1", "20", "0", PriceSource.CATALOGUE),
        ([CATALOGUE, LAST_YEAR, TO_COME], "1", "20", "0", PriceSource.CATALOGUE),
        ([CATALOGUE, THIS_DAY], "1", "16", "0", PriceSource.LIST),
        # Two hold on the day: the later beginning is the newer word.
        ([CATALOGUE, LIST, SINCE_MAY], "1", "14", "0", PriceSource.LIST),
        ([CATALOGUE, SINCE_MAY, THIS_DAY], "1", "16", "0", PriceSource.LIST),
        # A tier reached comes before a later beginning.
        ([CATALOGUE, THIS_DAY, LIST_OF_TEN], "10", "15", "0", PriceSource.LIST),
        ([CATALOGUE, IN_CHF], "1", "20", "0", PriceSource.CATALOGUE),
        ([CATALOGUE, _discount("5")], "1", "20", "5", PriceSource.CATALOGUE),
        ([CATALOGUE, LIST, _discount("5")], "1", "18", "5", PriceSource.LIST),
        # Agreed prices are net.
        ([CATALOGUE, AGREED, _discount("5")], "1", "19", "0", PriceSource.AGREED),
        ([CATALOGUE, GROUP, _discount("5")], "1", "17", "0", PriceSource.GROUP),
        (
            [
                CATALOGUE,
                _discount("9", scope=Scope.ALL),
                _discount("3", scope=Scope.PRODUCT),
                _discount("6", scope=Scope.FAMILY),
            ],
            "1",
            "20",
            "3",
            PriceSource.CATALOGUE,
        ),
        (
            [CATALOGUE, _discount("9", PriceSource.GROUP), _discount("4", scope=Scope.ALL)],
            "1",
            "20",
            "4",
            PriceSource.CATALOGUE,
        ),
    ],
)
def test_the_price_that_wins(
    conditions: list[Condition], quantity: str, price: str, discount: str, source: PriceSource
) -> None:
    for given in (conditions, conditions[::-1]):
        decision = decide_price(given, quantity=Decimal(quantity), on=DAY, currency=EUR)
        assert (decision.price, decision.discount_percent, decision.source) == (
            Decimal(price),
            Decimal(discount),
            source,
        )


def test_what_lost_is_told_with_its_reason() -> None:
    conditions = [CATALOGUE, LIST, AGREED, LIST_OF_TEN, LAST_YEAR, TO_COME, IN_CHF]
    decision = decide_price(conditions, quantity=Decimal(1), on=DAY, currency=EUR)
    assert {each.condition: each.verdict for each in decision.considered} == {
        AGREED: Verdict.APPLIED,
        LIST: Verdict.BEATEN,
        CATALOGUE: Verdict.BEATEN,
        LIST_OF_TEN: Verdict.TOO_FEW,
        LAST_YEAR: Verdict.OVER,
        TO_COME: Verdict.NOT_YET,
        IN_CHF: Verdict.OTHER_CURRENCY,
    }
    assert decision.considered[0].condition == AGREED


def test_another_currency_finds_only_its_own_prices() -> None:
    found = decide_price([CATALOGUE, IN_CHF], quantity=Decimal(1), on=DAY, currency=CHF)
    assert (found.price, found.source) == (Decimal(7), PriceSource.LIST)
    none = decide_price([CATALOGUE, LIST], quantity=Decimal(1), on=DAY, currency=CHF)
    assert none.price is None
    assert {each.verdict for each in none.considered} == {Verdict.OTHER_CURRENCY}
