"""What the pages of the formal end ask of the program, off the GUI thread."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices

from otc_desktop.application.dunning.formal_notices import (
    MadeNotice,
    MakeFormalNotice,
    OpenPostalLetter,
    SettleLetter,
    ShowFormalNotice,
    make_formal_notice,
    open_postal_letter,
    settle_letter,
    show_formal_notice,
)
from otc_desktop.application.dunning.handovers import (
    CloseHandover,
    CreateHandover,
    close_handover,
    create_handover,
)
from otc_desktop.application.kernel.case_files import WrittenCase
from otc_desktop.application.receivables.decide_proposals import (
    AcceptProposal,
    DropProposal,
    ReadProposal,
    SeenProposal,
    accept_proposal,
    drop_proposal,
    read_proposal,
)
from otc_desktop.application.receivables.entry_proposals import (
    AdjustProvisions,
    ProposeEntry,
    adjust_provisions,
    propose_entry,
)
from otc_desktop.application.receivables.unpaid_duplicate import ShowDuplicates, show_duplicates
from otc_desktop.domain.dunning.handover import Handover
from otc_desktop.domain.ledger.entry_proposal import EntryProposal
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.domain.shared.ids import PostalLetterId
from otc_desktop.ui.kernel.presenter import Presenter

Done = Callable[[], None]
Refused = Callable[[OtcError], None]


class FormalPresenter(Presenter):
    """Letters, hand-overs and proposed entries without their widgets.

    Signals:
        noticed (MadeNotice): a formal notice was made.
        handed (Handover, WrittenCase): claims were handed over.
        adjusted (int): how many adjustments of provisions were proposed.
        seen (SeenProposal): the proposal on show.
    """

    noticed = Signal(object)
    handed = Signal(object, object)
    adjusted = Signal(int)
    seen = Signal(object)

    def make_notice(self, command: MakeFormalNotice, *, on_done: Done, on_error: Refused) -> None:
        """Make a formal notice."""

        def done(made: MadeNotice) -> None:
            on_done()
            self.noticed.emit(made)

        self.write(make_formal_notice, command, on_done=done, on_error=on_error)

    def show_draft(self, command: MakeFormalNotice, *, on_error: Refused) -> None:
        """Show how it would look."""
        self.read(
            show_formal_notice,
            ShowFormalNotice(notice=command),
            on_done=self._show,
            on_error=on_error,
        )

    def open_letter(self, letter_id: PostalLetterId) -> None:
        """Show a letter, to print it."""
        self.read(open_postal_letter, OpenPostalLetter(letter_id=letter_id), on_done=self._show)

    def settle(self, command: SettleLetter, *, on_done: Done, on_error: Refused) -> None:
        """Keep what became of a letter."""
        self.write(settle_letter, command, on_done=lambda _letter: on_done(), on_error=on_error)

    def hand_over(self, command: CreateHandover, *, on_done: Done, on_error: Refused) -> None:
        """Hand claims over, with their file."""

        def done(made: tuple[Handover, WrittenCase]) -> None:
            on_done()
            self.handed.emit(*made)

        self.write(create_handover, command, on_done=done, on_error=on_error)

    def close_handover(self, command: CloseHandover, *, on_done: Done, on_error: Refused) -> None:
        """End a hand-over."""
        self.write(close_handover, command, on_done=lambda _closed: on_done(), on_error=on_error)

    def propose(self, command: ProposeEntry, *, on_done: Done, on_error: Refused) -> None:
        """Propose an entry."""

        def done(_proposal: EntryProposal) -> None:
            on_done()

        self.write(propose_entry, command, on_done=done, on_error=on_error)

    def adjust(self) -> None:
        """Propose what provisions need now."""
        self.write(
            adjust_provisions,
            AdjustProvisions(),
            on_done=lambda made: self.adjusted.emit(len(made)),
        )

    def look_at(self, number: str) -> None:
        """Read a proposal with its entry."""
        self.read(read_proposal, ReadProposal(number=number), on_done=self._see)

    def accept(self, number: str, *, on_done: Done) -> None:
        """Post it."""
        self.write(accept_proposal, AcceptProposal(number=number), on_done=lambda _new: on_done())

    def drop(self, number: str, *, on_done: Done) -> None:
        """Put it aside."""
        self.write(drop_proposal, DropProposal(number=number), on_done=lambda _new: on_done())

    def show_duplicates(self, number: str) -> None:
        """Show the duplicates of what it gives up."""
        self.read(show_duplicates, ShowDuplicates(number=number), on_done=self._show)

    def case_name(self, customer: str) -> str:
        """A name for a customer's file."""
        return f"dossier-{customer or 'client'}-{self.program.today().isoformat()}.zip"

    def _show(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.services.notices.info(self.tr("The letter is in {path}").format(path=path))

    def _see(self, seen: SeenProposal) -> None:
        self.seen.emit(seen)
