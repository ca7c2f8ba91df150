"""What happens to the state of a customer file, for the timeline."""

from dataclasses import dataclass

from otc_desktop.domain.shared.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerSubmitted(Event):
    """A draft was handed to whoever validates."""

    author: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerValidated(Event):
    """A file was accepted; the customer can be sold to."""

    author: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerSentBack(Event):
    """A file was returned to its author."""

    author: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerBlocked(Event):
    """Nothing more is sold to the customer."""

    author: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerUnblocked(Event):
    """The customer can be sold to again."""

    author: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerArchived(Event):
    """A file was put away."""

    author: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerRestored(Event):
    """A file was taken back from the archive."""

    author: str
