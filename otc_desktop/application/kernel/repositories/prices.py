"""Price lists and agreed prices, as use cases load and save them."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol
from uuid import UUID

from otc_desktop.domain.catalogue.price_list import AgreedPrice, ListPrice, PriceList
from otc_desktop.domain.catalogue.pricing import Condition
from otc_desktop.domain.catalogue.product import Product
from otc_desktop.domain.customers.customer import Customer
from otc_desktop.domain.shared.ids import CustomerId, ProductId


class PriceRepository(Protocol):
    """Prices beyond the catalogue's own."""

    def find_list(self, code: str) -> PriceList | None:
        """A list by its code."""

    def lists_by_codes(self, codes: Collection[str]) -> Mapping[str, PriceList]:
        """Those that exist, by code."""

    def add_list(self, price_list: PriceList) -> None:
        """A new list."""

    def save_list(self, price_list: PriceList) -> None:
        """A changed list."""

    def prices_of(self, list_id: UUID) -> Sequence[ListPrice]:
        """All prices of a list, by product and quantity."""

    def replace_prices(
        self, list_id: UUID, product_ids: Collection[ProductId], prices: Sequence[ListPrice]
    ) -> None:
        """New prices of these products in a list, in place of all they had."""

    def agreed_with(self, customer_ids: Collection[CustomerId]) -> Sequence[AgreedPrice]:
        """What was agreed with these customers."""

    def get_agreed(self, price_id: UUID) -> AgreedPrice:
        """One agreement; NotFoundError `prices.not_found`."""

    def add_agreed(self, prices: Sequence[AgreedPrice]) -> None:
        """New agreements."""

    def save_agreed(self, price: AgreedPrice) -> None:
        """A changed agreement."""

    def conditions(
        self, customer: Customer | None, products: Collection[Product]
    ) -> Mapping[ProductId, Sequence[Condition]]:
        """All that may price each product for a customer, the catalogue price included."""
