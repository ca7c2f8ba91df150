"""`otc price`."""

from typing import Any

from otc_desktop.application.catalogue.explain_price import ExplainPrice, explain_price
from otc_desktop.application.kernel.task import Task
from otc_desktop.cli.house import House
from otc_desktop.messages.price_words import origin_lines


def explain(house: House, options: Any, task: Task) -> dict[str, Any]:
    """What a customer pays for a product, and why."""
    asked = ExplainPrice(
        product=options.product,
        customer=options.customer,
        quantity=options.quantity,
        on=options.on,
    )
    decision = house.use_cases.run(explain_price, asked, task)
    return {
        "product": options.product,
        "customer": options.customer,
        "quantity": str(options.quantity),
        "price": None if decision.price is None else f"{decision.price.normalize():f}",
        "discount_percent": f"{decision.discount_percent.normalize():f}",
        "source": decision.source.value,
        "why": list(origin_lines(decision, house.messages)),
    }
