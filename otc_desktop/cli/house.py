"""What the console needs of the program, as bootstrap hands it over."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Protocol

from otc_desktop.application.kernel.task import Task
from otc_desktop.application.kernel.use_case import UseCases
from otc_desktop.application.scheduling.copies import Copies
from otc_desktop.application.scheduling.jobs import Jobs, SystemPlanner
from otc_desktop.messages.catalogue import MessageCatalogue


class House(Protocol):
    """The program around one database."""

    @property
    def use_cases(self) -> UseCases:
        """The door to every intent."""
        ...

    @property
    def queries(self) -> Any:
        """The lists (`persistence.queries.registry.SqlQueries`)."""
        ...

    @property
    def messages(self) -> MessageCatalogue:
        """Words for codes."""
        ...

    @property
    def today(self) -> Callable[[], date]:
        """The business date."""
        ...

    def make_demo(
        self, *, customers: int, invoices: int, seed: int, task: Task
    ) -> Mapping[str, int]:
        """Fill an empty database with a fictitious company; how many of each it made."""
        ...

    def upgrade(self) -> str:
        """Create the schema, or bring it up to date."""
        ...

    def reindex(self) -> int:
        """Make the search index anew; how many things it finds."""
        ...

    def revision(self) -> str | None:
        """The revision of the database."""
        ...

    @property
    def database_risk(self) -> str | None:
        """What threatens the file where it lies: `cloud`, `network`."""
        ...

    def require_current_schema(self) -> None:
        """Refuse a database of another schema."""
        ...

    @property
    def jobs(self) -> Jobs:
        """What the program does by itself."""
        ...

    @property
    def planner(self) -> SystemPlanner:
        """The system's own task planner."""
        ...

    @property
    def copies(self) -> Copies:
        """Copies of the books: made, put back; and the books moved elsewhere."""
        ...

    def close(self) -> None:
        """Give the connections back."""
        ...


class OpenHouse(Protocol):
    """Bootstrap's way to build the program."""

    def __call__(self, *, database_url: str, today: date | None, user: str) -> House:
        """Build it; nothing is read or written yet."""
        ...
