"""From issued documents to the approved platform: queued, and sent at once."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from otc_desktop.application.invoicing.deposit import QueuedDeposits
from otc_desktop.application.invoicing.send_flows import FlowOutcome
from otc_desktop.ui.invoicing.deposits_presenter import DepositsPresenter
from otc_desktop.ui.widgets.fault_report import FaultReport


class DocumentDeposits(QObject):
    """Queues documents, deposits what waits, and says what stood against it.

    Args:
        presenter: what is asked of the program.
        page: on which the report opens.
    """

    def __init__(self, presenter: DepositsPresenter, page: QWidget) -> None:
        super().__init__(page)
        self._presenter = presenter
        self._page = page

    def start(self, numbers: Sequence[str]) -> None:
        """Deposit issued documents."""
        if numbers:
            self._presenter.deposit(numbers, self._queued)

    def _queued(self, outcome: QueuedDeposits) -> None:
        if outcome.refused:
            FaultReport(
                self._presenter.services,
                title=self.tr("Deposit on the platform"),
                summary=self.tr("To be deposited: {done}. Not deposited: {refused}.").format(
                    done=len(outcome.queued), refused=len(outcome.refused)
                ),
                faults=[
                    (number, self._presenter.reasons(refusal))
                    for number, refusal in outcome.refused
                ],
                parent=self._page,
            ).open()
        if outcome.queued:
            self._presenter.send(self._sent)

    def _sent(self, outcome: FlowOutcome) -> None:
        notices = self._presenter.services.notices
        if outcome.problem is not None:
            notices.warning(
                self.tr("Waits for the platform"), self._presenter.error_text(outcome.problem)
            )
            return
        word = self._presenter.word
        notices.done(
            self.tr("Deposited on the platform"),
            " · ".join(
                f"{word('flow_status', status)} {count}" for status, count in outcome.counts.items()
            ),
        )
