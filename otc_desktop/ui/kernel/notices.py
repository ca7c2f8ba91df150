"""Short news for the user: what is done, what needs a look."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from otc_desktop.ui.kernel.tones import Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One message of the message bar; `action` is run when the user presses `action_text`."""

    tone: Tone
    title: str
    text: str = ""
    action_text: str = ""
    action: Callable[[], None] | None = None


class Notices(QObject):
    """Where any screen posts news; the main window shows it in its message bar.

    Signals:
        posted (Notice).
    """

    posted = Signal(object)

    def info(
        self,
        title: str,
        text: str = "",
        *,
        action_text: str = "",
        action: Callable[[], None] | None = None,
    ) -> None:
        """Something worth knowing."""
        self._post(Tone.INFO, title, text, action_text, action)

    def done(
        self,
        title: str,
        text: str = "",
        *,
        action_text: str = "",
        action: Callable[[], None] | None = None,
    ) -> None:
        """Work is finished."""
        self._post(Tone.GOOD, title, text, action_text, action)

    def warning(
        self,
        title: str,
        text: str = "",
        *,
        action_text: str = "",
        action: Callable[[], None] | None = None,
    ) -> None:
        """Done, but something deserves a look."""
        self._post(Tone.WARNING, title, text, action_text, action)

    def _post(
        self,
        tone: Tone,
        title: str,
        text: str,
        action_text: str,
        action: Callable[[], None] | None,
    ) -> None:
        self.posted.emit(
            Notice(tone=tone, title=title, text=text, action_text=action_text, action=action)
        )
