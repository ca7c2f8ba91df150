"""Tells every screen what a commit touched, here or at another workstation."""

from queue import Empty, SimpleQueue

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from otc_desktop.application.kernel.changes import ChangeSet

_GATHER_MS = 60


class ChangeHub(QObject):
    """Passes change sets from any thread to the GUI thread.

    Commits that follow one another closely (a batch issues 2,000 invoices) arrive as one
    change set, so that a list reads itself again once.

    Signals:
        changed (ChangeSet): what was touched since the last signal.
    """

    changed = Signal(object)
    _arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue: SimpleQueue[ChangeSet] = SimpleQueue()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_GATHER_MS)
        self._timer.timeout.connect(self._tell)
        self._arrived.connect(self._wait_for_more, Qt.ConnectionType.QueuedConnection)

    def publish(self, change_set: ChangeSet) -> None:
        """Announce a commit. Safe from any thread."""
        self._queue.put(change_set)
        self._arrived.emit()

    def _wait_for_more(self) -> None:
        # Not restarted: a steady stream of commits must not silence the screens.
        if not self._timer.isActive():
            self._timer.start()

    def _tell(self) -> None:
        gathered = ChangeSet()
        while True:
            try:
                gathered = ChangeSet(gathered.topics | self._queue.get_nowait().topics)
            except Empty:
                break
        if gathered.topics:
            self.changed.emit(gathered)
