"""Priced lines and document adjustments."""

import pytest

from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.taxes.lines import AdjustmentKind
from tests.support.domain import JPY, an_adjustment, eur
from tests.support.invoices import a_line


@pytest.mark.parametrize(
    ("quantity", "price", "discount", "net"),
    [
        ("12", "19.90", "5", "226.86"),
        ("3", "0.335", "0", "1.01"),
        ("1", "0.005", "0", "0.01"),
        ("-1", "0.005", "0", "-0.01"),
        ("0.3333", "3", "0", "1.00"),
        ("1", "100", "33.3333", "66.67"),
        ("5", "10", "100", "0.00"),
        ("1000000", "0.000001", "0", "1.00"),
        ("0", "10", "0", "0.00"),
    ],
)
def test_net_is_rounded_once(quantity: str, price: str, discount: str, net: str) -> None:
    line = a_line(quantity=quantity, unit_price=price, discount=discount)
    assert line.net(EUR) == eur(net)


def test_net_in_a_currency_without_decimals() -> None:
    assert str(a_line(unit_price="10.5").net(JPY)) == "11 JPY"


@pytest.mark.parametrize(
    ("fields", "code", "where"),
    [
        ({"description": "  "}, "lines.missing_description", "description"),
        ({"unit_price": "-1"}, "lines.negative_price", "unit_price"),
        ({"discount": "100.01"}, "lines.bad_discount", "discount_percent"),
        ({"discount": "-1"}, "lines.bad_discount", "discount_percent"),
        ({"quantity": "0.00001"}, "number.out_of_scale", "quantity"),
        ({"unit_price": "0.0000001"}, "number.out_of_scale", "unit_price"),
        ({"discount": "0.00001"}, "number.out_of_scale", "discount_percent"),
        ({"quantity": "NaN"}, "number.out_of_scale", "quantity"),
    ],
)
def test_a_line_refuses(fields: dict[str, str], code: str, where: str) -> None:
    with pytest.raises(RuleError) as refusal:
        a_line(**fields)  # type: ignore[arg-type]
    assert (refusal.value.code, refusal.value.where) == (code, where)


def test_an_allowance_lowers_and_a_charge_raises() -> None:
    assert an_adjustment("15").signed == eur("15")
    assert an_adjustment("15", kind=AdjustmentKind.ALLOWANCE).signed == eur("-15")


def test_the_sign_of_an_adjustment_is_in_its_kind() -> None:
    with pytest.raises(RuleError) as refusal:
        an_adjustment("-15")
    assert refusal.value.code == "lines.negative_adjustment"


def test_an_adjustment_says_what_it_is() -> None:
    with pytest.raises(RuleError) as refusal:
        type(an_adjustment("1"))(
            kind=AdjustmentKind.CHARGE, description=" ", amount=eur("1"), vat=a_line().vat
        )
    assert refusal.value.code == "lines.missing_description"
