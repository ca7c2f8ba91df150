"""VAT categories and rates."""

from decimal import Decimal

import pytest

from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.taxes.vat import VatCategory, VatTreatment, standard


def test_one_rate_has_one_form() -> None:
    assert standard("20") == standard("20.00") == standard(Decimal("2E+1"))
    assert hash(standard("20")) == hash(standard("20.00"))
    assert str(standard("20.00").rate) == "20"
    assert str(standard("5.50").rate) == "5.5"


@pytest.mark.parametrize("rate", ["0.9", "1.05", "1.75", "2.1", "5.5", "8.5", "10", "20"])
def test_rates_of_french_law(rate: str) -> None:
    assert standard(rate).category is VatCategory.STANDARD


@pytest.mark.parametrize("rate", ["19", "-20", "21", "100"])
def test_other_rates_are_refused(rate: str) -> None:
    with pytest.raises(RuleError) as refusal:
        standard(rate)
    assert refusal.value.code == "taxes.rate_not_allowed"


def test_more_than_two_decimals_is_no_rate() -> None:
    with pytest.raises(RuleError) as refusal:
        standard("20.001")
    assert refusal.value.code == "number.out_of_scale"


@pytest.mark.parametrize("category", [each for each in VatCategory if each != "S"])
def test_only_standard_bears_tax(category: VatCategory) -> None:
    assert VatTreatment(category, Decimal(0)).rate == 0
    with pytest.raises(RuleError) as refusal:
        VatTreatment(category, Decimal(20))
    assert refusal.value.code == "taxes.rate_against_category"


def test_standard_at_zero_is_refused() -> None:
    with pytest.raises(RuleError) as refusal:
        standard("0")
    assert refusal.value.code == "taxes.rate_against_category"


def test_groups_stand_in_a_stable_order() -> None:
    treatments = [standard("5.5"), VatTreatment(VatCategory.EXPORT, Decimal(0)), standard("20")]
    ordered = sorted(treatments, key=lambda each: each.sort_key)
    assert [(each.category.value, str(each.rate)) for each in ordered] == [
        ("G", "0"),
        ("S", "20"),
        ("S", "5.5"),
    ]
