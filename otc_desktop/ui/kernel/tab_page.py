"""What every tab of the main window is: it reloads when its data changed and it is visible."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from otc_desktop.application.kernel.changes import ChangeSet, Topic
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.services import WindowServices


class TabPage(QWidget):
    """Base of the tabs.

    Args:
        services: what the window offers.
        topics: changes that concern this tab.
    """

    def __init__(
        self,
        services: WindowServices,
        *,
        topics: frozenset[Topic] = frozenset(),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.services = services
        self._topics = topics
        self._stale = False
        services.changes.changed.connect(self._on_changed)

    def reload(self) -> None:
        """Read again what is shown; called by F5 and after a change. Tabs override it."""

    def show_place(self, place: Place) -> None:
        """Show one thing or a filtered list; tabs override it."""

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while the tab was hidden."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.reload()

    def _on_changed(self, changes: ChangeSet) -> None:
        if not self._topics & changes.topics:
            return
        if self.isVisible():
            self.reload()
        else:
            self._stale = True
