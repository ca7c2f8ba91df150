"""Stock, deliveries and returns, as use cases load and save them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Protocol
from uuid import UUID

from otc_desktop.domain.invoicing.grouping import BillableDelivery
from otc_desktop.domain.sales.delivery import Delivery
from otc_desktop.domain.sales.sales_return import SalesReturn
from otc_desktop.domain.shared.ids import DeliveryId, InvoiceId, ProductId, SalesOrderId
from otc_desktop.domain.stock.movement import StockMovement
from otc_desktop.domain.stock.stock_item import StockItem, StockPolicy


class StockRepository(Protocol):
    """Stock movements, what is on hand, and how products are kept."""

    def policy(self) -> StockPolicy:
        """The company's rules; the usual ones until somebody sets them."""

    def save_policy(self, policy: StockPolicy) -> None:
        """Other rules."""

    def items(self, product_ids: Collection[UUID]) -> Mapping[ProductId, StockItem]:
        """How these products are kept."""

    def items_by_codes(self, codes: Collection[str]) -> Mapping[str, StockItem]:
        """How the products of these codes are kept; one that does not exist is missing."""

    def get_item(self, code: str) -> StockItem:
        """How a product is kept; NotFoundError `catalogue.unknown_product`."""

    def save_item(self, item: StockItem) -> None:
        """Another way to keep a product."""

    def take_into_stock(self, product_ids: Collection[UUID]) -> None:
        """Products of which somebody counted how many there are: they are stocked."""

    def lock(self, product_ids: Collection[UUID]) -> Mapping[ProductId, Decimal]:
        """What is on hand of each of them, held until the transaction ends."""

    def add_many(self, movements: Sequence[StockMovement]) -> None:
        """New movements, and with them what is on hand."""

    def moved_by(self, delivery_id: DeliveryId) -> Mapping[ProductId, Decimal]:
        """What a delivery moved, returns aside: negative went out."""

    def on_hand(self, product_ids: Collection[UUID]) -> Mapping[ProductId, Decimal]:
        """Sum of movements by product; a product without any is missing."""

    def reserved(self, product_ids: Collection[UUID]) -> Mapping[ProductId, Decimal]:
        """What accepted orders still wait for, by product; one without any is missing."""


class DeliveryRepository(Protocol):
    """Deliveries."""

    def waiting(self, until: date | None) -> Sequence[BillableDelivery]:
        """Deliveries that no document invoices yet, up to a day."""

    def get(self, delivery_id: DeliveryId, *, lock: bool = True) -> Delivery:
        """By id, locked unless it is only read."""

    def get_by_number(self, number: str, *, lock: bool = False) -> Delivery:
        """By number."""

    def of_order(self, order_id: SalesOrderId) -> Sequence[Delivery]:
        """All deliveries of an order, in order of their numbers."""

    def add(self, delivery: Delivery) -> None:
        """A new delivery."""

    def save(self, delivery: Delivery) -> None:
        """A changed delivery: invoiced, returned in part, cancelled, tracked."""


class SalesReturnRepository(Protocol):
    """Goods that come back."""

    def get_by_number(self, number: str, *, lock: bool = False) -> SalesReturn:
        """By number."""

    def of_delivery(self, delivery_id: DeliveryId) -> Sequence[SalesReturn]:
        """All returns of a delivery, in order of their numbers."""

    def of_credit(self, credit_id: InvoiceId) -> Sequence[SalesReturn]:
        """The returns whose credit note this is."""

    def add(self, noted: SalesReturn) -> None:
        """A new return."""

    def save(self, changed: SalesReturn) -> None:
        """A return that has come further."""
