"""One customer's timeline, narrowed to a group of facts and searched in words."""

from dataclasses import replace

from otc_desktop.application.customers.queries import TimelineRow
from otc_desktop.application.kernel.paging import PageRequest, PageSource
from otc_desktop.domain.shared.ids import CustomerId
from otc_desktop.ui.customers.timeline_kinds import Group
from otc_desktop.ui.customers.wording import TimelineWords
from otc_desktop.ui.tables.narrowed_source import NarrowedSource


class TimelineSource(NarrowedSource[TimelineRow]):
    """Adds to a search the kinds of event whose sentence has the word typed."""

    def __init__(self, source: PageSource[TimelineRow], words: TimelineWords) -> None:
        super().__init__(source)
        self._words = words

    def show(self, customer_id: CustomerId, group: Group | None) -> None:
        """Put a customer and a group in force; the list must be told to reload."""
        filters: dict[str, object] = {"customer_id": customer_id}
        if group is not None:
            filters["kinds"] = self._words.kinds_of(group)
        self.narrow(filters)

    def request_of(self, request: PageRequest) -> PageRequest:
        """The request with the filters in force and the words understood."""
        narrowed = super().request_of(request)
        worded = self._words.worded(request.search)
        return replace(narrowed, filters={**narrowed.filters, "worded": worded})
