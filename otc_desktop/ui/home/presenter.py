"""What the home tab asks of the program."""

from collections.abc import Callable

from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.reporting.queries import TodayFigures
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.kernel.presenter import Presenter


class HomePresenter(Presenter):
    """What waits this morning."""

    _weighing = False

    def load(self, on_done: Callable[[TodayFigures, bool], None]) -> None:
        """Counts and figures, and whether there is any customer yet."""
        queries = self.program.queries
        self.ask(
            lambda: (queries.today(), bool(queries.customers.page(PageRequest(limit=1)))),
            on_done=lambda answer: on_done(*answer),
        )

    def count_credit_alerts(self, on_done: Callable[[int], None]) -> None:
        """How many customers give reason to look; asked apart, for all are weighed for it.

        While they are being weighed nobody asks again: a batch of commits must not keep the
        machine busy with it.
        """
        if self._weighing:
            return
        self._weighing = True
        credit = self.program.queries.credit

        def done(count: int) -> None:
            self._weighing = False
            on_done(count)

        def failed(refusal: OtcError) -> None:
            self._weighing = False
            self.services.errors.show(refusal)

        self.ask(lambda: len(credit.alerts()), on_done=done, on_error=failed)
