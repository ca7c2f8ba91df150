"""What a status means for the reader, never told by colour alone."""

from dataclasses import dataclass
from enum import Enum


class Tone(Enum):
    """How good or bad a status is; the value is the glyph that always goes with the colour."""

    NEUTRAL = "○"
    INFO = "●"
    GOOD = "✓"
    WARNING = "▲"
    BAD = "✕"

    @property
    def glyph(self) -> str:
        """The sign drawn before the word."""
        return self.value


@dataclass(frozen=True, slots=True)
class StatusMark:
    """A status as a list shows it: a tone and a word already in the reader's language."""

    tone: Tone
    text: str
