"""What a timeline is searched by."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any
from uuid import UUID

from otc_desktop.domain.shared.events import Event
from otc_desktop.domain.shared.text import fold


def searched_words(event: Event) -> str:
    """Every text of an event, folded."""
    return fold(" ".join(_texts(asdict(event))))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, each in value.items():
            if name not in ("subject_id", "customer_id"):
                yield from _texts(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each)
    elif value is not None and not isinstance(value, bool | UUID):
        yield str(value)
