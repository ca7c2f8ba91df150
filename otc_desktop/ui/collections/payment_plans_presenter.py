"""What the payment plans' screen asks of the program, off the GUI thread."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from otc_desktop.application.dunning.payment_plan_letters import (
    SendPaymentPlan,
    ShowPaymentPlan,
    send_payment_plan,
    show_payment_plan,
)
from otc_desktop.application.dunning.payment_plans import (
    ApprovePaymentPlan,
    CancelPaymentPlan,
    CreatePaymentPlan,
    approve_payment_plan,
    cancel_payment_plan,
    create_payment_plan,
)
from otc_desktop.application.dunning.read_payment_plans import (
    PaymentPlanRow,
    ReadPaymentPlans,
    read_payment_plans,
)
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.receivables.queries import OpenItemRow
from otc_desktop.domain.dunning.payment_plan import PaymentPlan, PlanState
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.domain.shared.ids import CustomerId
from otc_desktop.ui.kernel.presenter import Presenter
from otc_desktop.ui.kernel.tones import StatusMark, Tone

_MOST_ITEMS = 200
_TONES = {
    PlanState.WAITING: Tone.WARNING,
    PlanState.KEPT: Tone.INFO,
    PlanState.PAID: Tone.GOOD,
    PlanState.BROKEN: Tone.BAD,
    PlanState.CANCELLED: Tone.NEUTRAL,
}


class PaymentPlansPresenter(Presenter):
    """The screen without its widgets."""

    def load(self, on_done: Callable[[Sequence[PaymentPlanRow]], None]) -> None:
        """Where plans stand."""
        self.read(read_payment_plans, ReadPaymentPlans(), on_done=on_done)

    def load_open_items(
        self, customer_id: CustomerId, on_done: Callable[[Sequence[OpenItemRow]], None]
    ) -> None:
        """What a customer owes, the oldest first."""
        source = self.program.queries.open_items
        request = PageRequest(limit=_MOST_ITEMS, filters={"customer_id": customer_id})
        self.ask(
            lambda: [row for row in source.page(request) if row.open.amount > 0], on_done=on_done
        )

    def create(
        self,
        command: CreatePaymentPlan,
        *,
        on_done: Callable[[PaymentPlan], None],
        on_error: Callable[[OtcError], None],
    ) -> None:
        """Agree on a plan."""
        self.write(create_payment_plan, command, on_done=on_done, on_error=on_error)

    def approve(self, number: str, on_done: Callable[[], None]) -> None:
        """Let a plan take effect."""
        command = ApprovePaymentPlan(number=number)
        self.write(approve_payment_plan, command, on_done=lambda _: on_done(), on_error=self._tell)

    def cancel(
        self,
        number: str,
        reason: str,
        *,
        on_done: Callable[[], None],
        on_error: Callable[[OtcError], None],
    ) -> None:
        """Call a plan off."""
        command = CancelPaymentPlan(number=number, reason=reason)
        self.write(cancel_payment_plan, command, on_done=lambda _: on_done(), on_error=on_error)

    def send(self, number: str, on_done: Callable[[str], None]) -> None:
        """Queue the letter; what was sent before is sent again, for the user asked."""
        command = SendPaymentPlan(number=number, again=True)
        self.write(send_payment_plan, command, on_done=on_done, on_error=self._tell)

    def show_letter(self, number: str) -> None:
        """Show the letter in the system's viewer."""
        command = ShowPaymentPlan(number=number)
        self.read(show_payment_plan, command, on_done=self._show_file, on_error=self._tell)

    def state_mark(self, row: PaymentPlanRow) -> StatusMark:
        """Where a plan stands, with its sign."""
        state = row.standing.state
        return StatusMark(_TONES[state], self.word("plan_state", state.value))

    def _tell(self, refusal: OtcError) -> None:
        self.services.notices.warning(self.error_text(refusal))

    def _show_file(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.services.notices.info(self.tr("The letter is in {path}").format(path=path))
