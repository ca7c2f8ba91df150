"""What the page of held orders asks of the program."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from uuid import UUID

from otc_desktop.application.credit.approve_order import ApproveOrder, approve_order
from otc_desktop.application.credit.ask_approval import AskApproval, ask_approval
from otc_desktop.application.credit.ask_deposit import AskDeposit, ask_deposit
from otc_desktop.application.credit.read_order_case import (
    OrderCase,
    ReadOrderCase,
    read_order_case,
)
from otc_desktop.application.credit.recheck_order import RecheckOrder, recheck_order
from otc_desktop.application.credit.refuse_order import RefuseOrder, refuse_order
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.domain.credit.trace import CreditRequest
from otc_desktop.domain.sales.sales_order import SalesOrder
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.domain.shared.ids import SalesOrderId
from otc_desktop.ui.kernel.presenter import Presenter

Done = Callable[[SalesOrder], None]
Refused = Callable[[OtcError], None]


class HeldPresenter(Presenter):
    """Held orders: looked at, agreed to, refused."""

    def load(self, order_id: UUID, on_done: Callable[[OrderCase], None]) -> None:
        """All that speaks for and against an order."""
        command = ReadOrderCase(order_id=SalesOrderId(order_id))
        self.read(read_order_case, command, on_done=on_done)

    def count(self, on_done: Callable[[int], None]) -> None:
        """How many orders wait for somebody."""
        source = self.program.queries.credit_requests
        self.ask(lambda: source.count(PageRequest()), on_done=on_done)

    def approve(
        self,
        number: str,
        *,
        amount: Decimal | None,
        until: date | None,
        reason: str,
        on_done: Done,
        on_error: Refused,
    ) -> None:
        """Agree to an order."""
        command = ApproveOrder(number=number, amount=amount, until=until, reason=reason)
        self.write(approve_order, command, on_done=on_done, on_error=on_error)

    def ask_deposit(
        self,
        number: str,
        *,
        amount: Decimal,
        until: date | None,
        reason: str,
        on_done: Done,
        on_error: Refused,
    ) -> None:
        """Agree once a deposit is there."""
        command = AskDeposit(number=number, amount=amount, until=until, reason=reason)
        self.write(ask_deposit, command, on_done=on_done, on_error=on_error)

    def refuse(self, number: str, reason: str, on_done: Done, on_error: Refused) -> None:
        """Refuse an order."""
        command = RefuseOrder(number=number, reason=reason)
        self.write(refuse_order, command, on_done=on_done, on_error=on_error)

    def ask_approval(
        self,
        number: str,
        *,
        note: str,
        until: date | None,
        on_done: Callable[[CreditRequest], None],
        on_error: Refused,
    ) -> None:
        """Say why an order should go on."""
        command = AskApproval(number=number, note=note, wanted_until=until)
        self.write(ask_approval, command, on_done=on_done, on_error=on_error)

    def recheck(self, number: str, on_done: Done) -> None:
        """Look at an order again."""
        self.write(recheck_order, RecheckOrder(number=number), on_done=on_done)
