"""What the screen of backups shows and does, without its widgets."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID, uuid5

from PySide6.QtCore import QObject, Signal

from otc_desktop.application.scheduling.copies import BooksCopy
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.kernel.presenter import Presenter
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tones import StatusMark, Tone

# Rows of a list have ids; a copy has a file.
_FILES = UUID("5f0b3f5e-6a06-4e5a-9a0f-1d7c9a1f4b52")
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyRow:
    """A copy in the list."""

    id: UUID
    copy: BooksCopy


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiesState:
    """The copies that were made, and whether the next ones will be encrypted."""

    rows: Sequence[CopyRow]
    sealed: bool


class BackupsPresenter(Presenter):
    """Makes copies of the books and keeps the passphrase of the scheduled ones.

    Signals:
        shown (CopiesState): the copies as they are.
        made (Path): a copy was made and read back.
        refused (OtcError): it was not.
    """

    shown = Signal(object)
    made = Signal(object)
    refused = Signal(object)

    def __init__(
        self, services: WindowServices, program: Program, parent: QObject | None = None
    ) -> None:
        super().__init__(services, program, parent)
        self._copies = program.copies

    @property
    def folder(self) -> Path:
        """Where the scheduled copies go."""
        return self._copies.folder

    def load(self) -> None:
        """Look at the folder of copies."""
        self.ask(self._state, on_done=self.shown.emit, on_error=self.refused.emit)

    def back_up(self, *, on_end: Callable[[], None]) -> None:
        """One more copy in the folder of copies."""
        self._make(self._copies.back_up_today, on_end=on_end)

    def copy_to(self, target: Path, passphrase: str, *, on_end: Callable[[], None]) -> None:
        """A copy somewhere else, such as a key that leaves the house."""
        self._make(lambda: self._copies.back_up(target, passphrase=passphrase), on_end=on_end)

    def keep_passphrase(
        self,
        passphrase: str,
        *,
        on_done: Callable[[], None],
        on_error: Callable[[OtcError], None],
    ) -> None:
        """Encrypt the scheduled copies from now on; an empty one leaves them open."""

        def kept(_nothing: None) -> None:
            self.load()
            on_done()

        self.ask(lambda: self._copies.keep_passphrase(passphrase), on_done=kept, on_error=on_error)

    def moment(self, instant: datetime) -> str:
        """An instant by the workstation's clock, to the minute."""
        local = instant.astimezone()
        return f"{self.services.formats.date(local.date())} {local:%H:%M}"

    def size(self, copy: BooksCopy) -> str:
        """How big a copy is, in megabytes rounded up."""
        megabytes = -(-copy.size // _MEGABYTE)
        return self.tr("{count} MB").format(count=self.services.formats.number(megabytes))

    def protection(self, copy: BooksCopy) -> StatusMark:
        """Whether anybody who finds the file can read it."""
        if copy.sealed:
            return StatusMark(Tone.GOOD, self.tr("encrypted"))
        return StatusMark(Tone.WARNING, self.tr("readable by anybody"))

    def _make(self, copy: Callable[[], Path], *, on_end: Callable[[], None]) -> None:
        def made(file: Path) -> None:
            self.made.emit(file)
            self.load()

        self.services.tasks.submit(
            self,
            lambda _task: copy(),
            on_done=made,
            on_error=self.refused.emit,
            on_end=on_end,
            label=self.tr("Backup"),
        )

    def _state(self) -> CopiesState:
        rows = [
            CopyRow(id=uuid5(_FILES, str(copy.file)), copy=copy) for copy in self._copies.made()
        ]
        return CopiesState(rows=rows, sealed=bool(self._copies.passphrase()))
