"""What happens to the people and places of a customer, for the timeline."""

from dataclasses import dataclass

from otc_desktop.domain.shared.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactSaved(Event):
    """A contact was added or changed; each change is field, text before, text after."""

    name: str
    changes: tuple[tuple[str, str, str], ...]
    author: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactRemoved(Event):
    """A contact was taken off the file."""

    name: str
    author: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressSaved(Event):
    """An address was added or changed."""

    label: str
    author: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressRemoved(Event):
    """An address was taken off the file."""

    label: str
    author: str
