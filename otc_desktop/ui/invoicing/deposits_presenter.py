"""What the screens of the approved platform ask of the program."""

from collections.abc import Callable, Sequence
from uuid import UUID

from otc_desktop.application.invoicing.deposit import (
    CancelFlow,
    DepositInvoices,
    QueuedDeposits,
    RetryFlows,
    cancel_flow,
    deposit_invoices,
    retry_flows,
)
from otc_desktop.application.invoicing.fetch_flows import (
    FetchFlows,
    HeardOutcome,
    fetch_flows,
)
from otc_desktop.application.invoicing.send_flows import FlowOutcome, SendFlows, send_flows
from otc_desktop.ui.kernel.presenter import Presenter


class DepositsPresenter(Presenter):
    """Queues, sends, hears, tries again, gives up."""

    def deposit(self, numbers: Sequence[str], on_done: Callable[[QueuedDeposits], None]) -> None:
        """Queue documents for the platform."""
        self.write(
            deposit_invoices,
            DepositInvoices(numbers=tuple(numbers)),
            on_done=on_done,
            label=self.tr("Preparing the deposits"),
        )

    def send(
        self, on_done: Callable[[FlowOutcome], None], on_end: Callable[[], None] | None = None
    ) -> None:
        """Deposit what waits."""
        self.write(
            send_flows,
            SendFlows(),
            on_done=on_done,
            on_end=on_end,
            label=self.tr("Depositing on the platform"),
        )

    def fetch(self, on_done: Callable[[HeardOutcome], None], on_end: Callable[[], None]) -> None:
        """Ask the platform for its answers."""
        self.write(
            fetch_flows,
            FetchFlows(),
            on_done=on_done,
            on_end=on_end,
            label=self.tr("Asking the platform"),
        )

    def retry(self, ids: Sequence[UUID], on_done: Callable[[], None]) -> None:
        """Have failed flows leave with the next sending."""
        self.write(retry_flows, RetryFlows(ids=list(ids)), on_done=lambda _count: on_done())

    def give_up(self, flow_id: UUID, on_done: Callable[[], None]) -> None:
        """Have one never leave, or be done with a refusal."""
        self.write(cancel_flow, CancelFlow(flow_id=flow_id), on_done=lambda _none: on_done())
