"""What the statement of account asks of the program."""

from collections.abc import Callable
from pathlib import Path

from otc_desktop.application.receivables.customer_statement import (
    DrawnStatement,
    DrawStatement,
    SendStatement,
    draw_statement,
    send_statement,
)
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.kernel.presenter import Presenter


class StatementPresenter(Presenter):
    """A customer's statement: drawn, saved, sent."""

    def draw(
        self, customer: str, on_done: Callable[[DrawnStatement], None], *, path: Path | None = None
    ) -> None:
        """The statement as it stands now."""
        self.read(draw_statement, DrawStatement(customer=customer, path=path), on_done=on_done)

    def send(
        self,
        customer: str,
        on_done: Callable[[DrawnStatement], None],
        on_error: Callable[[OtcError], None],
        *,
        again: bool,
    ) -> None:
        """Put the statement in the outbox."""
        command = SendStatement(customer=customer, again=again)
        self.write(send_statement, command, on_done=on_done, on_error=on_error)
