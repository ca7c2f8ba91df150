"""What the orders tab asks of the program."""

from collections.abc import Callable, Mapping
from uuid import UUID

from otc_desktop.application.catalogue.archive_product import ArchiveProduct, archive_product
from otc_desktop.application.catalogue.read_product import ReadProduct, read_product
from otc_desktop.application.catalogue.save_product import SaveProduct, save_product
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.sales.confirm_order import ConfirmOrder, confirm_order
from otc_desktop.application.sales.create_delivery import CreateDelivery, create_delivery
from otc_desktop.application.sales.create_order import CreateOrder, create_order
from otc_desktop.application.sales.read_order import ReadOrder, read_order
from otc_desktop.application.sales.release_order import ReleaseOrder, release_order
from otc_desktop.domain.catalogue.product import Product
from otc_desktop.domain.sales.delivery import Delivery
from otc_desktop.domain.sales.sales_order import SalesOrder
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.domain.shared.ids import SalesOrderId
from otc_desktop.ui.kernel.presenter import Presenter

Refused = Callable[[OtcError], None]


class OrdersPresenter(Presenter):
    """Orders from taking to delivering, and the catalogue."""

    def load(self, order_id: UUID, on_done: Callable[[SalesOrder], None]) -> None:
        """An order with its lines."""
        self.read(read_order, ReadOrder(order_id=SalesOrderId(order_id)), on_done=on_done)

    def take(
        self, command: CreateOrder, on_done: Callable[[SalesOrder], None], on_error: Refused
    ) -> None:
        """Take an order."""
        self.write(create_order, command, on_done=on_done, on_error=on_error)

    def confirm(
        self,
        number: str,
        on_done: Callable[[SalesOrder], None],
        on_error: Refused | None = None,
    ) -> None:
        """Accept an order, or have it held."""
        self.write(confirm_order, ConfirmOrder(number=number), on_done=on_done, on_error=on_error)

    def release(
        self, number: str, reason: str, on_done: Callable[[SalesOrder], None], on_error: Refused
    ) -> None:
        """Let a held order go on."""
        command = ReleaseOrder(number=number, reason=reason)
        self.write(release_order, command, on_done=on_done, on_error=on_error)

    def deliver(
        self,
        command: CreateDelivery,
        on_done: Callable[[tuple[Delivery, SalesOrder]], None],
        on_error: Refused,
    ) -> None:
        """Hand goods over."""
        self.write(create_delivery, command, on_done=on_done, on_error=on_error)

    def load_product(self, code: str, on_done: Callable[[Product], None]) -> None:
        """A product with everything its form shows."""
        self.read(read_product, ReadProduct(code=code), on_done=on_done)

    def save_product(
        self,
        product: Product | None,
        fields: Mapping[str, str],
        on_done: Callable[[Product], None],
        on_error: Refused,
    ) -> None:
        """Keep a product; without one a new one is made."""
        command = SaveProduct(
            fields=fields,
            known=product is not None,
            version=1 if product is None else product.version,
        )
        self.write(save_product, command, on_done=on_done, on_error=on_error)

    def archive_product(
        self, code: str, version: int, *, archived: bool, on_done: Callable[[Product], None]
    ) -> None:
        """Sell a product no more, or again."""
        command = ArchiveProduct(code=code, version=version, archived=archived)
        self.write(archive_product, command, on_done=on_done)

    def count_deliveries(self, on_done: Callable[[int], None]) -> None:
        """How many deliveries wait for their invoice."""
        source = self.program.queries.deliveries_to_invoice
        self.ask(lambda: source.count(PageRequest()), on_done=on_done)
