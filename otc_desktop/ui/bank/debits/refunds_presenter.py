"""What the window of refunds asks of the program."""

from collections.abc import Callable, Sequence
from pathlib import Path

from otc_desktop.application.direct_debits.refunds import (
    CancelRefunds,
    Credit,
    OrderRefunds,
    PaidRefunds,
    ReadCredits,
    TakePaidRefunds,
    WriteRefundFile,
    cancel_refunds,
    order_refunds,
    read_credits,
    take_paid_refunds,
    write_refund_file,
)
from otc_desktop.domain.direct_debits.refund import RefundOrder
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.kernel.presenter import Presenter


class RefundsPresenter(Presenter):
    """Credits and the orders that pay them out, without widgets."""

    def credits(self, on_done: Callable[[Sequence[Credit]], None]) -> None:
        """What can be paid out."""
        self.read(read_credits, ReadCredits(), on_done=on_done)

    def order(
        self,
        credits: Sequence[Credit],
        path: Path,
        on_done: Callable[[RefundOrder], None],
        on_error: Callable[[OtcError], None],
    ) -> None:
        """Write the file for the bank."""
        command = OrderRefunds(credits=tuple((each.number, None) for each in credits), path=path)
        self.write(order_refunds, command, on_done=on_done, on_error=on_error)

    def write_again(self, number: str, path: Path, on_done: Callable[[Path], None]) -> None:
        """The same file once more."""
        self.read(write_refund_file, WriteRefundFile(number=number, path=path), on_done=on_done)

    def cancel(
        self,
        number: str,
        on_done: Callable[[RefundOrder], None],
        on_error: Callable[[OtcError], None],
    ) -> None:
        """Give an order up."""
        self.write(cancel_refunds, CancelRefunds(number=number), on_done=on_done, on_error=on_error)

    def take_paid(self, on_done: Callable[[PaidRefunds], None]) -> None:
        """Lay the bank lines that paid refunds."""
        self.write(take_paid_refunds, TakePaidRefunds(), on_done=on_done)
