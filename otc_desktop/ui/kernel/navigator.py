"""One screen asks for another: from a figure to its list, from a document to its customer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol
from uuid import UUID

from PySide6.QtCore import QObject, Signal


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Somewhere in the window: a tab, and in it one thing or a filtered list.

    `kind` says what `id` names when a tab holds several kinds (`order`, `delivery`).
    """

    tab: str
    kind: str = ""
    id: UUID | None = None
    search: str = ""
    filters: Mapping[str, Any] = field(default_factory=dict)


class Navigator(Protocol):
    """What presenters are given to open a place in another tab."""

    def open(self, place: Place) -> None:
        """Bring the place to the front."""


class PlaceRequests(QObject):
    """The `Navigator` of the window: passes requests on to whoever shows tabs.

    Signals:
        requested (Place).
    """

    requested = Signal(object)

    def open(self, place: Place) -> None:
        """Bring the place to the front."""
        self.requested.emit(place)
