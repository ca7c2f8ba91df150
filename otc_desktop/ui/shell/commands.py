"""Something that can be done from anywhere: by menu, by key, by the palette."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """A command: `title` in the window's language, `shortcut` as Qt writes it (`Ctrl+K`)."""

    title: str
    run: Callable[[], None]
    shortcut: str = ""
