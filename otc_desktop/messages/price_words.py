"""A price's origin in words, the same on screen and on the command line."""

from collections.abc import Sequence

from otc_desktop.domain.catalogue.pricing import Considered, PriceDecision, PriceSource
from otc_desktop.messages.catalogue import MessageCatalogue


def origin_lines(
    decision: PriceDecision, messages: MessageCatalogue, language: str = "fr"
) -> Sequence[str]:
    """One line for each condition that was looked at; what applied stands first."""
    lines = [_line(each, messages, language) for each in decision.considered]
    if decision.source is PriceSource.TYPED:
        lines.insert(0, messages.sentence("prices.typed", {}, language))
    if decision.price is None and decision.source is not PriceSource.TYPED:
        lines.insert(0, messages.sentence("prices.none_found", {}, language))
    return lines


def _line(each: Considered, messages: MessageCatalogue, language: str) -> str:
    condition = each.condition
    what = "prices.condition_price" if condition.price is not None else "prices.condition_discount"
    parts = [
        messages.sentence(
            what,
            {
                "price_source": condition.source.value,
                "price": condition.price,
                "discount": condition.discount_percent,
                "currency": condition.currency.code,
                "price_scope": condition.scope.value,
            },
            language,
        )
    ]
    if condition.min_quantity:
        params = {"quantity": condition.min_quantity}
        parts.append(messages.sentence("prices.from_quantity", params, language))
    first, last = condition.validity.first, condition.validity.last
    if first is not None and last is not None:
        parts.append(messages.sentence("prices.between", {"first": first, "last": last}, language))
    elif first is not None:
        parts.append(messages.sentence("prices.since", {"first": first}, language))
    elif last is not None:
        parts.append(messages.sentence("prices.until", {"last": last}, language))
    if condition.label:
        parts.append(f"« {condition.label} »" if language == "fr" else f"“{condition.label}”")
    verdict = messages.word("price_verdict", each.verdict.value, language)
    return (
        f"{', '.join(parts)} : {verdict}" if language == "fr" else f"{', '.join(parts)}: {verdict}"
    )
