"""How a price was found, kept with the line as text, so that it can be told years later."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

from otc_desktop.domain.catalogue.price_list import Validity
from otc_desktop.domain.catalogue.pricing import (
    Condition,
    Considered,
    PriceDecision,
    PriceSource,
    Scope,
    Verdict,
)
from otc_desktop.domain.shared.currency import Currency

# What lost by a long way explains nothing.
_MOST_KEPT = 8


def origin_text(decision: PriceDecision) -> str:
    """The decision as text for the line."""
    return json.dumps(
        {
            "price": None if decision.price is None else str(decision.price),
            "discount": str(decision.discount_percent),
            "source": decision.source.value,
            "considered": [_kept(each) for each in decision.considered[:_MOST_KEPT]],
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def origin_of(text: str) -> PriceDecision | None:
    """The decision behind a line, None for a line that has none."""
    if not text:
        return None
    kept = json.loads(text)
    return PriceDecision(
        price=None if kept["price"] is None else Decimal(kept["price"]),
        discount_percent=Decimal(kept["discount"]),
        source=PriceSource(kept["source"]),
        considered=tuple(_considered(each) for each in kept["considered"]),
    )


def _kept(each: Considered) -> dict[str, Any]:
    condition = each.condition
    values = {
        "verdict": each.verdict.value,
        "source": condition.source.value,
        "scope": condition.scope.value,
        "price": condition.price,
        "discount": condition.discount_percent,
        "currency": condition.currency.code,
        "from": condition.min_quantity or None,
        "first": condition.validity.first,
        "last": condition.validity.last,
        "label": condition.label or None,
    }
    return {name: str(value) for name, value in values.items() if value is not None}


def _considered(kept: dict[str, str]) -> Considered:
    condition = Condition(
        source=PriceSource(kept["source"]),
        price=Decimal(kept["price"]) if "price" in kept else None,
        discount_percent=Decimal(kept["discount"]) if "discount" in kept else None,
        currency=Currency(kept["currency"]),
        min_quantity=Decimal(kept.get("from", "0")),
        validity=Validity(
            first=date.fromisoformat(kept["first"]) if "first" in kept else None,
            last=date.fromisoformat(kept["last"]) if "last" in kept else None,
        ),
        scope=Scope(kept["scope"]),
        label=kept.get("label", ""),
    )
    return Considered(condition, Verdict(kept["verdict"]))
