"""What tabs need of the program, as bootstrap hands it over."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from otc_desktop.application.kernel.use_case import UseCases
from otc_desktop.application.scheduling.copies import Copies
from otc_desktop.application.scheduling.jobs import Jobs, SystemPlanner
from otc_desktop.messages.catalogue import MessageCatalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """The program behind the window: intents, lists, words, and the business date.

    `queries` is `persistence.queries.registry.SqlQueries`; each tab types what it takes
    from it by the Protocols of `application.<slice>.queries`.
    """

    use_cases: UseCases
    queries: Any
    messages: MessageCatalogue
    today: Callable[[], date]
    jobs: Jobs
    planner: SystemPlanner
    copies: Copies
