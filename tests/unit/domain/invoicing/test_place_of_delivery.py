"""Where it was delivered: told once, by its parts, and only if it is not the customer's place."""

from datetime import date
from uuid import UUID

import pytest

from otc_desktop.domain.invoicing.place_of_delivery import Place, place_of_delivery
from otc_desktop.domain.invoicing.references import DeliveryReference
from otc_desktop.domain.shared.company import Address
from otc_desktop.domain.shared.ids import DeliveryId, SalesOrderId
from tests.support.invoices import BUYER


def _delivery(ship_to: str) -> DeliveryReference:
    return DeliveryReference(
        delivery_id=DeliveryId(UUID(int=1)),
        order_id=SalesOrderId(UUID(int=2)),
        number="BL-1",
        delivered_on=date(2026, 11, 20),
        ship_to=ship_to,
    )


@pytest.mark.parametrize(
    ("ship_to", "name", "address"),
    [
        (
            "Dépôt Nord\n7 rue du Port\n59000 Lille",
            "Dépôt Nord",
            Address(line1="7 rue du Port", postal_code="59000", city="Lille"),
        ),
        (
            "Chantier\n2 quai Vert\nPorte C\n1000 Bruxelles\nBE",
            "Chantier",
            Address(
                line1="2 quai Vert",
                line2="Porte C",
                postal_code="1000",
                city="Bruxelles",
                country="BE",
            ),
        ),
        ("Sur place", "", Address(line1="Sur place")),
        ("Sur place\nMonaco", "Sur place", Address(line1="Monaco")),
    ],
)
def test_a_label_is_read_by_its_parts(ship_to: str, name: str, address: Address) -> None:
    assert place_of_delivery([_delivery(ship_to)] * 2, BUYER) == Place(name, address)


@pytest.mark.parametrize(
    "ship_to",
    [[], [""], ["Durand\n4 place du Marché\n33000 Bordeaux"], ["A\n1 rue X\n59000 Lille", "B"]],
)
def test_no_place_is_told_at_home_nor_of_several(ship_to: list[str]) -> None:
    assert place_of_delivery([_delivery(each) for each in ship_to], BUYER) is None
