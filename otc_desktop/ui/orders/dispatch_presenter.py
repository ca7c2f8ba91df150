"""What the pages of deliveries, returns, stock and delays ask of the program."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from otc_desktop.application.sales.cancel_delivery import CancelDelivery, cancel_delivery
from otc_desktop.application.sales.cancel_return import CancelReturn, cancel_return
from otc_desktop.application.sales.create_delivery import CreateDelivery, create_delivery
from otc_desktop.application.sales.create_return import CreateReturn, create_return
from otc_desktop.application.sales.credit_return import CreditReturn, credit_return
from otc_desktop.application.sales.draw_delivery_note import (
    DrawDeliveryNote,
    draw_delivery_note,
)
from otc_desktop.application.sales.prepare_delivery import (
    DeliveryPlan,
    PrepareDelivery,
    prepare_delivery,
)
from otc_desktop.application.sales.read_delivery import (
    DeliveryDetail,
    ReadDelivery,
    read_delivery,
)
from otc_desktop.application.sales.receive_return import ReceiveReturn, receive_return
from otc_desktop.application.sales.send_delivery_note import (
    SendDeliveryNote,
    send_delivery_note,
)
from otc_desktop.application.stock.adjust_stock import AdjustStock, MovedStock, adjust_stock
from otc_desktop.application.stock.count_stock import CountedProduct, CountStock, count_stock
from otc_desktop.application.stock.queries import StockRow
from otc_desktop.application.stock.read_stock_item import (
    ReadStockItem,
    StockOfProduct,
    read_stock_item,
)
from otc_desktop.application.stock.read_stock_policy import ReadStockPolicy, read_stock_policy
from otc_desktop.application.stock.save_stock_item import SaveStockItem, save_stock_item
from otc_desktop.application.stock.save_stock_policy import SaveStockPolicy, save_stock_policy
from otc_desktop.domain.invoicing.invoice import InvoiceDraft
from otc_desktop.domain.sales.delivery import Delivery
from otc_desktop.domain.sales.lead_times import Stage, StageFigures
from otc_desktop.domain.sales.sales_order import SalesOrder
from otc_desktop.domain.sales.sales_return import SalesReturn
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.domain.stock.stock_item import StockItem, StockPolicy
from otc_desktop.ui.kernel.presenter import Presenter, all_rows

Refused = Callable[[OtcError], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkDelivery:
    """What became of several orders: the deliveries made, and why others were not."""

    deliveries: tuple[str, ...]
    refusals: tuple[tuple[str, OtcError], ...]


class DispatchPresenter(Presenter):
    """Goods leaving, coming back, lying on the shelf."""

    def send_note(
        self,
        number: str,
        on_done: Callable[[Delivery], None],
        on_error: Refused,
        *,
        again: bool,
    ) -> None:
        """Put a delivery's note in the outbox."""
        command = SendDeliveryNote(number=number, again=again)
        self.write(send_delivery_note, command, on_done=on_done, on_error=on_error)

    def plan(self, order: str, on_done: Callable[[DeliveryPlan], None]) -> None:
        """What of an order can leave today."""
        self.read(prepare_delivery, PrepareDelivery(order=order), on_done=on_done)

    def deliver_available(
        self, orders: Sequence[str], on_done: Callable[[BulkDelivery], None]
    ) -> None:
        """Deliver what is there of several orders, each for itself, in their order."""
        run = self.program.use_cases.run

        def work(task: object) -> BulkDelivery:
            made, refused = [], []
            for number in orders:
                command = CreateDelivery(order=number, available_only=True)
                try:
                    delivery, _ = run(create_delivery, command)
                except OtcError as problem:
                    refused.append((number, problem))
                else:
                    made.append(delivery.number)
            return BulkDelivery(deliveries=tuple(made), refusals=tuple(refused))

        self.services.tasks.submit(
            self, work, on_done=on_done, label=self.tr("Delivering"), writing=True
        )

    def load(self, number: str, on_done: Callable[[DeliveryDetail], None]) -> None:
        """A delivery with its order and returns."""
        self.read(read_delivery, ReadDelivery(number=number), on_done=on_done)

    def note(self, number: str, on_done: Callable[[bytes], None]) -> None:
        """The delivery note as PDF."""
        self.read(draw_delivery_note, DrawDeliveryNote(number=number), on_done=on_done)

    def save_note(self, number: str, path: Path, on_done: Callable[[bytes], None]) -> None:
        """Write the delivery note to a file."""
        self.read(draw_delivery_note, DrawDeliveryNote(number=number, path=path), on_done=on_done)

    def cancel(
        self,
        number: str,
        reason: str,
        on_done: Callable[[tuple[Delivery, SalesOrder]], None],
        on_error: Refused,
    ) -> None:
        """Undo a delivery."""
        command = CancelDelivery(number=number, reason=reason)
        self.write(cancel_delivery, command, on_done=on_done, on_error=on_error)

    def take_back(
        self, command: CreateReturn, on_done: Callable[[SalesReturn], None], on_error: Refused
    ) -> None:
        """Note a return."""
        self.write(create_return, command, on_done=on_done, on_error=on_error)

    def receive(self, number: str, on_done: Callable[[SalesReturn], None]) -> None:
        """Take in an announced return."""
        self.write(receive_return, ReceiveReturn(number=number), on_done=on_done)

    def credit(self, number: str, on_done: Callable[[InvoiceDraft], None]) -> None:
        """Prepare the credit note of a return."""
        self.write(credit_return, CreditReturn(number=number), on_done=on_done)

    def strike_out(self, number: str, on_done: Callable[[SalesReturn], None]) -> None:
        """Strike out an announced return."""
        self.write(cancel_return, CancelReturn(number=number), on_done=on_done)

    def load_item(self, code: str, on_done: Callable[[StockOfProduct], None]) -> None:
        """How a product is kept."""
        self.read(read_stock_item, ReadStockItem(product=code), on_done=on_done)

    def save_item(
        self, command: SaveStockItem, on_done: Callable[[StockItem], None], on_error: Refused
    ) -> None:
        """Keep a product otherwise."""
        self.write(save_stock_item, command, on_done=on_done, on_error=on_error)

    def move(
        self, command: AdjustStock, on_done: Callable[[MovedStock], None], on_error: Refused
    ) -> None:
        """Receive, correct, scrap."""
        self.write(adjust_stock, command, on_done=on_done, on_error=on_error)

    def count(
        self,
        counted: Mapping[str, Decimal],
        note: str,
        on_done: Callable[[tuple[CountedProduct, ...]], None],
        on_error: Refused,
    ) -> None:
        """Set stock to what was counted."""
        command = CountStock(counted=counted, note=note)
        self.write(count_stock, command, on_done=on_done, on_error=on_error)

    def stocked(self, on_done: Callable[[list[StockRow]], None]) -> None:
        """Every stocked product, for an inventory."""
        source = self.program.queries.stock
        self.ask(lambda: all_rows(source), on_done=on_done)

    def figures(
        self,
        from_on: date | None,
        to_on: date | None,
        on_done: Callable[[Mapping[Stage, StageFigures]], None],
    ) -> None:
        """Days of each stage over a period."""
        lead_times = self.program.queries.lead_times
        self.ask(lambda: lead_times.figures(from_on, to_on), on_done=on_done)

    def load_policy(self, on_done: Callable[[StockPolicy], None]) -> None:
        """The company's rules for stock."""
        self.read(read_stock_policy, ReadStockPolicy(), on_done=on_done)

    def save_policy(
        self, command: SaveStockPolicy, on_done: Callable[[StockPolicy], None], on_error: Refused
    ) -> None:
        """Keep other rules."""
        self.write(save_stock_policy, command, on_done=on_done, on_error=on_error)
