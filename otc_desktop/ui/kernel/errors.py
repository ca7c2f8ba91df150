"""Refusals put before the user in words: what, why, and what to do; never a traceback."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.kernel.notices import Notice, Notices
from otc_desktop.ui.kernel.tones import Tone


@dataclass(frozen=True, slots=True)
class ErrorText:
    """An error in the user's language."""

    title: str
    cause: str
    what_to_do: str

    @property
    def explanation(self) -> str:
        """Cause and remedy as one paragraph."""
        return " ".join(part for part in (self.cause, self.what_to_do) if part)


Translator = Callable[[OtcError], tuple[str, str, str]]


class ErrorDisplay(QObject):
    """Turns errors into words with the translator it is given, and shows them.

    Args:
        translate: gives title, cause and what to do in the window's language.
        notices: where `show` posts.
    """

    def __init__(
        self, translate: Translator, notices: Notices, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._translate = translate
        self._notices = notices

    def text_of(self, error: OtcError) -> ErrorText:
        """The error's words, for a dialog that shows them beside the field concerned."""
        return ErrorText(*self._translate(error))

    def notice_of(self, error: OtcError) -> Notice:
        """The error as a message, for a dialog's own message bar."""
        text = self.text_of(error)
        return Notice(tone=Tone.BAD, title=text.title, text=text.explanation)

    def show(self, error: OtcError) -> None:
        """Show the error in the main window's message bar."""
        self._notices.posted.emit(self.notice_of(error))
