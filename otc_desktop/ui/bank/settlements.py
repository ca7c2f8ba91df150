"""What the bank tab asks beyond laying a receipt on invoices: on account, refunds, returns."""

from collections.abc import Callable, Sequence
from uuid import UUID

from otc_desktop.application.banking.queries import AllocationRow, TransactionRow
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.receivables.allocate_receipt import AllocateReceipt, allocate_receipt
from otc_desktop.application.receivables.lay_credit import LayCredit, lay_credit
from otc_desktop.application.receivables.put_on_account import PutOnAccount, put_on_account
from otc_desktop.application.receivables.queries import OpenItemRow
from otc_desktop.application.receivables.return_receipt import ReturnReceipt, return_receipt
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.kernel.presenter import Presenter

_MOST_ITEMS = 200

Done = Callable[[], None]
Refused = Callable[[OtcError], None]


class OtherSettlements(Presenter):
    """Runs these intents off the GUI thread."""

    def put_on_account(self, command: PutOnAccount, *, on_done: Done, on_error: Refused) -> None:
        """Keep a receipt as a customer's money."""

        def done(item: OpenItem) -> None:
            on_done()
            self.services.notices.done(
                self.tr("Kept on account: {number}").format(number=item.number),
                self.services.formats.money(-item.total),
            )

        self.write(put_on_account, command, on_done=done, on_error=on_error)

    def refund(self, command: AllocateReceipt, *, on_done: Done, on_error: Refused) -> None:
        """Settle a credit by money out."""
        self.write(allocate_receipt, command, on_done=lambda _laid: on_done(), on_error=on_error)

    def send_back(self, command: ReturnReceipt, *, on_done: Done, on_error: Refused) -> None:
        """A payment that the bank took back."""
        self.write(return_receipt, command, on_done=lambda _undone: on_done(), on_error=on_error)

    def lay(self, command: LayCredit, *, on_done: Done, on_error: Refused) -> None:
        """Lay a credit on invoices."""
        self.write(lay_credit, command, on_done=lambda _laid: on_done(), on_error=on_error)

    def claims_of(self, customer_id: UUID, show: Callable[[Sequence[OpenItemRow]], None]) -> None:
        """The open invoices of a customer, oldest due first."""
        items = self.program.queries.open_items
        request = PageRequest(limit=_MOST_ITEMS, filters={"customer_id": customer_id})

        def claims() -> Sequence[OpenItemRow]:
            return [row for row in items.page(request) if row.open.amount > 0]

        self.ask(claims, on_done=show)

    def standing(
        self, receipt: TransactionRow, show: Callable[[Sequence[AllocationRow]], None]
    ) -> None:
        """What a receipt was laid on and not undone."""
        lines = self.program.queries.bank_transactions

        def found() -> Sequence[AllocationRow]:
            return [row for row in lines.allocations(receipt.id) if not row.undone]

        self.ask(found, on_done=show)
