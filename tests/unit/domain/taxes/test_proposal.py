"""The VAT that a sale bears, as a decision table."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from otc_desktop.domain.shared.company import Address, VatRegime
from otc_desktop.domain.taxes.lines import LineNature
from otc_desktop.domain.taxes.proposal import (
    BUILDING_WORKS,
    EU_SERVICES,
    EXPORT,
    FRANCHISE,
    INTRA_EU_GOODS,
    OUT_OF_SCOPE,
    SaleSituation,
    proposed_treatment,
)
from otc_desktop.domain.taxes.rates import VatRates
from otc_desktop.domain.taxes.territory import Territory, territory_of
from otc_desktop.domain.taxes.vat import VatCategory, VatTreatment, standard

DAY = date(2026, 11, 20)
DATA = Path(__file__).parents[4] / "resources" / "legal" / "vat_rates.toml"
RATES = VatRates.from_rows(tomllib.loads(DATA.read_text(encoding="utf-8"))["rate"])
GOODS, SERVICES = LineNature.GOODS, LineNature.SERVICES
TRAINING = VatTreatment(VatCategory.EXEMPT, Decimal(0), "VATEX-FR-CGI261-4")


@pytest.mark.parametrize(
    ("country", "code", "territory"),
    [
        ("FR", "75002", Territory.MAINLAND),
        ("FR", "20 000", Territory.CORSICA),
        ("FR", "97110", Territory.ANTILLES),
        ("MQ", "97200", Territory.ANTILLES),
        ("FR", "97400", Territory.REUNION),
        ("FR", "97300", Territory.UNTAXED),
        ("YT", "", Territory.UNTAXED),
        ("FR", "98800", Territory.BEYOND),
        ("FR", "97150", Territory.ANTILLES),
        ("MC", "98000", Territory.MAINLAND),
        ("BE", "1000", Territory.UNION),
        ("GR", "10431", Territory.UNION),
        ("CH", "1201", Territory.BEYOND),
        ("GB", "E1", Territory.BEYOND),
    ],
)
def test_an_address_lies_in_its_territory(country: str, code: str, territory: Territory) -> None:
    assert territory_of(Address(country=country, postal_code=code)) is territory


@pytest.mark.parametrize(
    ("nature", "to", "business", "number", "works", "expected"),
    [
        (GOODS, "mainland", True, "", False, standard("20")),
        (SERVICES, "mainland", True, "", False, standard("20")),
        (GOODS, "corsica", True, "", False, standard("20")),
        (SERVICES, "mainland", True, "", True, BUILDING_WORKS),
        (GOODS, "mainland", True, "", True, standard("20")),
        (SERVICES, "mainland", False, "", True, standard("20")),
        (GOODS, "union", True, "BE0428759497", False, INTRA_EU_GOODS),
        (GOODS, "union", True, "", False, standard("20")),
        (GOODS, "union", False, "", False, standard("20")),
        (SERVICES, "union", True, "BE0428759497", False, EU_SERVICES),
        (SERVICES, "union", False, "", False, standard("20")),
        (GOODS, "beyond", True, "", False, EXPORT),
        (GOODS, "beyond", False, "", False, EXPORT),
        (SERVICES, "beyond", True, "", False, OUT_OF_SCOPE),
        (SERVICES, "beyond", False, "", False, standard("20")),
        (GOODS, "antilles", True, "", False, EXPORT),
        (GOODS, "untaxed", True, "", False, EXPORT),
        (SERVICES, "antilles", True, "", False, standard("8.5")),
        (SERVICES, "reunion", False, "", False, standard("8.5")),
        (SERVICES, "untaxed", True, "", False, OUT_OF_SCOPE),
    ],
)
def test_a_sale_from_the_mainland(
    nature: LineNature, to: str, business: bool, number: str, works: bool, expected: VatTreatment
) -> None:
    there = Territory(to)
    situation = SaleSituation(
        regime=VatRegime.DEBITS,
        seller_in=Territory.MAINLAND,
        buyer_in=there,
        delivered_in=there,
        buyer_is_business=business,
        buyer_vat_number=number,
        works=works,
    )
    found = proposed_treatment(standard("20"), nature, situation, rates=RATES, on=DAY)
    assert found == expected
    exempt = proposed_treatment(TRAINING, nature, situation, rates=RATES, on=DAY)
    assert exempt == TRAINING


@pytest.mark.parametrize("nature", list(LineNature))
@pytest.mark.parametrize("to", list(Territory))
def test_under_the_franchise_no_vat_at_all(nature: LineNature, to: Territory) -> None:
    situation = SaleSituation(
        regime=VatRegime.EXEMPT_293B,
        seller_in=Territory.MAINLAND,
        buyer_in=to,
        delivered_in=to,
        buyer_is_business=True,
        buyer_vat_number="X",
    )
    found = proposed_treatment(standard("20"), nature, situation, rates=RATES, on=DAY)
    assert found == FRANCHISE


def test_goods_bought_abroad_and_delivered_at_home_bear_our_vat() -> None:
    situation = SaleSituation(
        regime=VatRegime.DEBITS,
        seller_in=Territory.MAINLAND,
        buyer_in=Territory.UNION,
        delivered_in=Territory.MAINLAND,
        buyer_is_business=True,
        buyer_vat_number="BE0428759497",
    )
    found = proposed_treatment(standard("20"), GOODS, situation, rates=RATES, on=DAY)
    assert found == standard("20")


def test_a_seller_overseas_exports_to_the_mainland_and_not_next_door() -> None:
    def goods_to(there: Territory) -> VatTreatment:
        situation = SaleSituation(
            regime=VatRegime.DEBITS,
            seller_in=Territory.ANTILLES,
            buyer_in=there,
            delivered_in=there,
            buyer_is_business=True,
            buyer_vat_number="",
        )
        return proposed_treatment(standard("8.5"), GOODS, situation, rates=RATES, on=DAY)

    assert goods_to(Territory.ANTILLES) == standard("8.5")
    assert goods_to(Territory.MAINLAND) == EXPORT
    assert goods_to(Territory.REUNION) == EXPORT


@pytest.mark.parametrize(
    ("rate", "on", "within", "expected"),
    [
        ("20", DAY, None, True),
        ("19.6", DAY, None, False),
        ("19.6", date(2013, 12, 31), None, True),
        ("20", date(2013, 12, 31), None, False),
        ("13", DAY, Territory.CORSICA, True),
        ("13", DAY, Territory.MAINLAND, False),
        ("8.5", DAY, Territory.REUNION, True),
    ],
)
def test_a_rate_is_in_force_at_its_time_and_place(
    rate: str, on: date, within: Territory | None, expected: bool
) -> None:
    assert RATES.in_force(Decimal(rate), on, within=within) is expected


@pytest.mark.parametrize(
    ("rate", "there"), [("20", "8.5"), ("10", "2.1"), ("5.5", "2.1"), ("2.1", None)]
)
def test_rates_of_the_mainland_have_their_equal_overseas(rate: str, there: str | None) -> None:
    found = RATES.equivalent(Decimal(rate), DAY, of=Territory.MAINLAND, within=Territory.ANTILLES)
    assert found == (None if there is None else Decimal(there))
