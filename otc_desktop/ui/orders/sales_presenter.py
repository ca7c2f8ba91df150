"""What quotes, and orders after they were taken, ask of the program."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from otc_desktop.application.credit.queries import CreditSituation
from otc_desktop.application.customers.read_customer_file import (
    CustomerFile,
    ReadCustomerFile,
    read_customer_file,
)
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.sales.accept_quote import AcceptQuote, accept_quote
from otc_desktop.application.sales.amend_order import AmendOrder, amend_order
from otc_desktop.application.sales.cancel_order import CancelOrder, cancel_order
from otc_desktop.application.sales.close_order import CloseOrder, close_order
from otc_desktop.application.sales.create_quote import CreateQuote, create_quote
from otc_desktop.application.sales.duplicate_order import DuplicateOrder, duplicate_order
from otc_desktop.application.sales.duplicate_quote import DuplicateQuote, duplicate_quote
from otc_desktop.application.sales.print_order import PrintOrder, print_order
from otc_desktop.application.sales.print_quote import PrintQuote, print_quote
from otc_desktop.application.sales.read_quote import ReadQuote, read_quote
from otc_desktop.application.sales.refuse_quote import RefuseQuote, refuse_quote
from otc_desktop.application.sales.reopen_order import ReopenOrder, reopen_order
from otc_desktop.application.sales.save_order import SaveOrder, save_order
from otc_desktop.application.sales.save_quote import SaveQuote, save_quote
from otc_desktop.application.sales.send_order import SendOrder, send_order
from otc_desktop.application.sales.send_quote import SendQuote, send_quote
from otc_desktop.domain.customers.address_book import AddressKind
from otc_desktop.domain.sales.quote import Quote
from otc_desktop.domain.sales.sales_order import SalesOrder
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.domain.shared.ids import QuoteId
from otc_desktop.ui.kernel.presenter import Presenter

Refused = Callable[[OtcError], None]
OrderDone = Callable[[SalesOrder], None]
QuoteDone = Callable[[Quote], None]


class SalesPresenter(Presenter):
    """Quotes from making to acceptance; orders saved, amended, ended, confirmed by mail."""

    def load_quote(self, quote_id: UUID, on_done: QuoteDone) -> None:
        """A quote with its lines."""
        self.read(read_quote, ReadQuote(quote_id=QuoteId(quote_id)), on_done=on_done)

    def save_quote(
        self, quote: Quote | None, content: CreateQuote, on_done: QuoteDone, on_error: Refused
    ) -> None:
        """Keep a draft, or make a new quote."""
        if quote is None:
            self.write(create_quote, content, on_done=on_done, on_error=on_error)
        else:
            command = SaveQuote(number=quote.number, version=quote.version, content=content)
            self.write(save_quote, command, on_done=on_done, on_error=on_error)

    def send_quote(
        self, number: str, on_done: QuoteDone, on_error: Refused, *, again: bool = False
    ) -> None:
        """Queue a quote for its customer."""
        command = SendQuote(number=number, again=again)
        self.write(send_quote, command, on_done=on_done, on_error=on_error)

    def accept_quote(
        self,
        number: str,
        quantities: Mapping[int, Decimal] | None,
        on_done: Callable[[tuple[Quote, SalesOrder]], None],
        on_error: Refused,
        *,
        purchase_order: str = "",
        although_expired: bool = False,
    ) -> None:
        """Make an order of a quote, of the chosen quantities or of all."""
        command = AcceptQuote(
            number=number,
            quantities=quantities,
            purchase_order=purchase_order,
            although_expired=although_expired,
        )
        self.write(accept_quote, command, on_done=on_done, on_error=on_error)

    def refuse_quote(self, number: str, reason: str, on_done: QuoteDone, on_error: Refused) -> None:
        """Settle a quote as refused."""
        command = RefuseQuote(number=number, reason=reason)
        self.write(refuse_quote, command, on_done=on_done, on_error=on_error)

    def duplicate_quote(self, number: str, on_done: QuoteDone, *, as_revision: bool) -> None:
        """Make a quote again, or a revision in its place."""
        command = DuplicateQuote(number=number, as_revision=as_revision)
        self.write(duplicate_quote, command, on_done=on_done)

    def quote_pdf(
        self, number: str, on_done: Callable[[bytes], None], path: Path | None = None
    ) -> None:
        """A quote as its customer reads it."""
        self.read(print_quote, PrintQuote(number=number, path=path), on_done=on_done)

    def save_order(self, command: SaveOrder, on_done: OrderDone, on_error: Refused) -> None:
        """Keep a draft."""
        self.write(save_order, command, on_done=on_done, on_error=on_error)

    def amend(self, command: AmendOrder, on_done: OrderDone, on_error: Refused) -> None:
        """Change an accepted order."""
        self.write(amend_order, command, on_done=on_done, on_error=on_error)

    def cancel(self, number: str, reason: str, on_done: OrderDone, on_error: Refused) -> None:
        """Give an order up."""
        command = CancelOrder(number=number, reason=reason)
        self.write(cancel_order, command, on_done=on_done, on_error=on_error)

    def close(self, number: str, reason: str, on_done: OrderDone, on_error: Refused) -> None:
        """Give up what is left of an order."""
        command = CloseOrder(number=number, reason=reason)
        self.write(close_order, command, on_done=on_done, on_error=on_error)

    def reopen(self, number: str, reason: str, on_done: OrderDone, on_error: Refused) -> None:
        """Take a closed order up again."""
        command = ReopenOrder(number=number, reason=reason)
        self.write(reopen_order, command, on_done=on_done, on_error=on_error)

    def duplicate(self, number: str, on_done: OrderDone) -> None:
        """Take the same order again."""
        self.write(duplicate_order, DuplicateOrder(number=number), on_done=on_done)

    def send(
        self, number: str, on_done: OrderDone, on_error: Refused, *, again: bool = False
    ) -> None:
        """Confirm an order by mail."""
        command = SendOrder(number=number, again=again)
        self.write(send_order, command, on_done=on_done, on_error=on_error)

    def order_pdf(self, number: str, path: Path, on_done: Callable[[bytes], None]) -> None:
        """Write the confirmation of an order."""
        self.read(print_order, PrintOrder(number=number, path=path), on_done=on_done)

    def credit(self, code: str, show: Callable[[str], None]) -> None:
        """A customer's credit in one sentence."""
        queries = self.program.queries
        self.ask(
            lambda: queries.credit_situation(code),
            on_done=lambda situation: show(self._worded(situation)),
        )

    def sites(self, code: str, show: Callable[[Sequence[tuple[str, Any]]], None]) -> None:
        """The delivery addresses of a customer, by label."""
        queries = self.program.queries

        def named(file: CustomerFile) -> None:
            show(
                [
                    (f"{each.label} – {each.address.city}", each.id)
                    for each in file.addresses
                    if each.kind is not AddressKind.BILLING
                ]
            )

        def read(rows: Sequence[Any]) -> None:
            found = [row for row in rows if row.code == code]
            if found:
                command = ReadCustomerFile(customer_id=found[0].id)
                self.read(read_customer_file, command, on_done=named)

        self.ask(lambda: queries.customers.page(PageRequest(limit=5, search=code)), on_done=read)

    def _worded(self, situation: CreditSituation) -> str:
        money = self.services.formats.money
        exposure = money(situation.together.amount)
        if situation.available is None:
            text = QCoreApplication.translate("SalesPresenter", "Exposure {exposure}, no limit")
            return text.format(exposure=exposure)
        text = QCoreApplication.translate(
            "SalesPresenter", "Exposure {exposure}, {available} still available"
        )
        return text.format(exposure=exposure, available=money(situation.available))
