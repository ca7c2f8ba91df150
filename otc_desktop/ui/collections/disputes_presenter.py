"""What the dispute board asks of the program, off the GUI thread."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from otc_desktop.application.disputes.causes import (
    AddCause,
    ChangeCause,
    ReadCauses,
    add_cause,
    change_cause,
    read_causes,
)
from otc_desktop.application.disputes.change_dispute import ChangeDispute, change_dispute
from otc_desktop.application.disputes.close_dispute import CloseDispute, close_dispute
from otc_desktop.application.disputes.open_dispute import OpenDispute, open_dispute
from otc_desktop.application.disputes.queries import DisputeRow
from otc_desktop.application.disputes.read_lines import (
    ContestableLine,
    ReadContestable,
    read_contestable,
)
from otc_desktop.application.disputes.reject_dispute import (
    PreviewRejection,
    RejectDispute,
    Rejection,
    preview_rejection,
    reject_dispute,
)
from otc_desktop.application.invoicing.credit_dispute import (
    CreditDispute,
    CreditedDispute,
    credit_dispute,
)
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.sales.replace_disputed import (
    ReplacedDispute,
    ReplaceDisputed,
    replace_disputed,
)
from otc_desktop.domain.disputes.cause import DisputeCause
from otc_desktop.domain.disputes.dispute import DisputeReason, DisputeStage, DisputeStatus
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.domain.shared.ids import DisputeCauseId, DisputeId
from otc_desktop.ui.kernel.presenter import Presenter
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices

# A board that needs scrolling through hundreds of cards is a list: that is beside it.
_MOST_CARDS = 200

Done = Callable[[], None]
Refused = Callable[[OtcError], None]


class DisputesPresenter(Presenter):
    """The board without its widgets.

    Signals:
        causes_read (sequence of DisputeCause): the company's causes.
        board_read (mapping of DisputeStage to rows): the open disputes by stage.
        settled (str): what carried an outcome out: a credit note's or an order's number.
    """

    causes_read = Signal(object)
    board_read = Signal(object)
    settled = Signal(str)

    def __init__(
        self, services: WindowServices, program: Program, parent: QObject | None = None
    ) -> None:
        super().__init__(services, program, parent)
        self.causes: Sequence[DisputeCause] = ()

    def load_causes(self) -> None:
        """Read the causes."""
        self.read(read_causes, ReadCauses(), on_done=self._keep_causes)

    def load_board(self) -> None:
        """Read the open disputes of each stage, the most urgent first."""
        disputes = self.program.queries.disputes

        def read() -> dict[DisputeStage, Sequence[DisputeRow]]:
            return {
                stage: disputes.page(
                    PageRequest(
                        limit=_MOST_CARDS,
                        sort="due_on",
                        filters={"status": DisputeStatus.OPEN.value, "stage": stage.value},
                    )
                )
                for stage in DisputeStage
            }

        self.ask(read, on_done=self.board_read.emit)

    def lines_of(self, number: str, show: Callable[[Sequence[ContestableLine]], None]) -> None:
        """The lines of a document; silence for a number that is not one yet."""
        self.read(
            read_contestable,
            ReadContestable(number=number),
            on_done=show,
            on_error=lambda _refusal: show(()),
        )

    def open(self, command: OpenDispute, *, on_done: Done, on_error: Refused) -> None:
        """Note that an invoice is contested."""
        self.write(open_dispute, command, on_done=lambda _new: on_done(), on_error=on_error)

    def change(
        self, command: ChangeDispute, *, on_done: Done, on_error: Refused | None = None
    ) -> None:
        """Keep how a dispute stands."""
        self.write(change_dispute, command, on_done=lambda _new: on_done(), on_error=on_error)

    def move(self, dispute_id: UUID, stage: DisputeStage) -> None:
        """Put a dispute into another column of the board."""
        command = ChangeDispute(dispute_id=DisputeId(dispute_id), stage=stage)
        self.change(command, on_done=lambda: None)

    def close(self, command: CloseDispute, *, on_done: Done, on_error: Refused) -> None:
        """Settle it without a document of ours."""
        self.write(close_dispute, command, on_done=lambda _closed: on_done(), on_error=on_error)

    def credit(self, command: CreditDispute, *, on_done: Done, on_error: Refused) -> None:
        """Grant it with a credit note."""

        def done(credited: CreditedDispute) -> None:
            on_done()
            self.settled.emit(credited.credit_note.number)

        self.write(credit_dispute, command, on_done=done, on_error=on_error)

    def replace(self, command: ReplaceDisputed, *, on_done: Done, on_error: Refused) -> None:
        """Deliver the line again."""

        def done(replaced: ReplacedDispute) -> None:
            on_done()
            self.settled.emit(replaced.order.number)

        self.write(replace_disputed, command, on_done=done, on_error=on_error)

    def preview_letter(
        self, dispute_id: UUID, explanation: str, show: Callable[[Rejection], None]
    ) -> None:
        """The letter of rejection as it would leave."""
        command = PreviewRejection(dispute_id=DisputeId(dispute_id), explanation=explanation)
        self.read(preview_rejection, command, on_done=show)

    def reject(self, command: RejectDispute, *, on_done: Done, on_error: Refused) -> None:
        """Reject it with a letter."""
        self.write(reject_dispute, command, on_done=lambda _closed: on_done(), on_error=on_error)

    def add_cause(
        self, reason: DisputeReason, title: str, *, on_done: Done, on_error: Refused
    ) -> None:
        """Add a cause."""
        command = AddCause(reason=reason, title=title)
        self.write(add_cause, command, on_done=lambda _new: on_done(), on_error=on_error)

    def change_cause(
        self,
        cause_id: DisputeCauseId,
        *,
        title: str | None = None,
        archived: bool | None = None,
        on_done: Done,
        on_error: Refused,
    ) -> None:
        """Rename a cause, archive it or bring it back."""
        command = ChangeCause(cause_id=cause_id, title=title, archived=archived)
        self.write(change_cause, command, on_done=lambda _new: on_done(), on_error=on_error)

    def causes_under(self, reason: DisputeReason) -> list[DisputeCause]:
        """The causes offered under a reason."""
        return [each for each in self.causes if each.reason is reason and not each.archived]

    def why(self, row: DisputeRow) -> str:
        """Reason and cause of a dispute in words."""
        reason = self.word("dispute_reason", row.reason.value)
        return f"{reason} : {row.cause}" if row.cause else reason

    def end(self, row: DisputeRow) -> str:
        """How a dispute ended, in words; empty while it is open."""
        if row.outcome is None:
            return row.resolution
        told = [self.word("dispute_outcome", row.outcome.value), row.settled_by]
        if row.resolution not in told:
            told.append(row.resolution)
        return " · ".join(part for part in told if part)

    def _keep_causes(self, causes: Sequence[DisputeCause]) -> None:
        self.causes = causes
        self.causes_read.emit(causes)
