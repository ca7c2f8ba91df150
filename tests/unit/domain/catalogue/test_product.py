"""Products."""

from decimal import Decimal
from typing import Any

import pytest

from otc_desktop.domain.catalogue.product import Product
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import ProductId
from otc_desktop.domain.taxes.vat import standard
from tests.support.domain import an_id


def a_product(**changes: Any) -> Product:
    usual = {
        "id": ProductId(an_id("P-01")),
        "code": "P-01",
        "name": "Lampe",
        "price": Decimal("19.90"),
        "vat": standard("20"),
    }
    return Product(**(usual | changes))


def test_a_product_may_be_free() -> None:
    assert a_product(price=Decimal(0)).unit == "C62"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"code": ""}, "catalogue.missing_code"),
        ({"name": " "}, "catalogue.missing_name"),
        ({"price": Decimal("-0.01")}, "catalogue.negative_price"),
        ({"price": Decimal("0.0000001")}, "number.out_of_scale"),
    ],
)
def test_a_product_refuses(changes: dict[str, Any], code: str) -> None:
    with pytest.raises(RuleError) as refusal:
        a_product(**changes)
    assert refusal.value.code == code
