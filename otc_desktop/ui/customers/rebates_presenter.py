"""What a customer's rebates ask of the program."""

from collections.abc import Callable, Sequence

from otc_desktop.application.invoicing.accrue_rebates import (
    Accrued,
    AccrueRebates,
    accrue_rebates,
)
from otc_desktop.application.invoicing.agree_rebate import (
    AgreeRebate,
    EndRebate,
    agree_rebate,
    end_rebate,
)
from otc_desktop.application.invoicing.read_rebates import (
    ReadRebates,
    RebateState,
    read_rebates,
)
from otc_desktop.application.invoicing.settle_rebate import SettleRebate, settle_rebate
from otc_desktop.domain.invoicing.invoice import InvoiceDraft
from otc_desktop.domain.invoicing.rebate import RebateAgreement
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.kernel.presenter import Presenter


class RebatesPresenter(Presenter):
    """Rebates agreed, accrued, credited."""

    def load(self, customer: str, on_done: Callable[[Sequence[RebateState]], None]) -> None:
        """The customer's agreements as they stand today."""
        self.read(read_rebates, ReadRebates(customer=customer), on_done=on_done)

    def agree(
        self,
        command: AgreeRebate,
        on_done: Callable[[RebateAgreement], None],
        on_error: Callable[[OtcError], None],
    ) -> None:
        """Keep an agreement."""
        self.write(agree_rebate, command, on_done=on_done, on_error=on_error)

    def accrue(self, on_done: Callable[[Sequence[Accrued]], None]) -> None:
        """Accrue what all customers have earned up to today."""
        self.write(accrue_rebates, AccrueRebates(), on_done=on_done)

    def settle(self, state: RebateState, on_done: Callable[[InvoiceDraft], None]) -> None:
        """Prepare the credit note."""
        command = SettleRebate(agreement_id=state.agreement.id)
        self.write(settle_rebate, command, on_done=on_done)

    def end(self, state: RebateState, on_done: Callable[[RebateAgreement], None]) -> None:
        """Give an agreement up."""
        agreement = state.agreement
        command = EndRebate(agreement_id=agreement.id, version=agreement.version)
        self.write(end_rebate, command, on_done=on_done)
