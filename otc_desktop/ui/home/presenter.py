"""What the home tab asks of the program."""

from collections.abc import Callable

from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.reporting.queries import TodayFigures
from otc_desktop.ui.kernel.presenter import Presenter


class HomePresenter(Presenter):
    """What waits this morning."""

    def load(self, on_done: Callable[[TodayFigures, bool], None]) -> None:
        """Counts and figures, and whether there is any customer yet."""
        queries = self.program.queries
        self.ask(
            lambda: (queries.today(), bool(queries.customers.page(PageRequest(limit=1)))),
            on_done=lambda answer: on_done(*answer),
        )

    def count_credit_alerts(self, on_done: Callable[[int], None]) -> None:
        """How many customers give reason to look; asked apart, for all are weighed for it."""
        credit = self.program.queries.credit
        self.ask(lambda: len(credit.alerts()), on_done=on_done)
