"""What the timeline asks of the program: notes, calls, promises, and the words of mails."""

from collections.abc import Callable, Sequence
from uuid import UUID

from otc_desktop.application.customers.add_note import AddNote, add_note
from otc_desktop.application.customers.queries import MailText
from otc_desktop.application.customers.withdraw_note import WithdrawNote, withdraw_note
from otc_desktop.application.dunning.cancel_promise import CancelPromise, cancel_promise
from otc_desktop.application.dunning.log_call import LogCall, log_call
from otc_desktop.application.dunning.promise_queries import PromiseBook
from otc_desktop.application.dunning.record_promise import RecordPromise, record_promise
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.kernel.use_case import UseCase
from otc_desktop.application.receivables.queries import OpenItemRow
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.domain.shared.ids import CustomerId, NoteId, PromiseId
from otc_desktop.ui.kernel.presenter import CommandT, Presenter, ResultT, faults_of

Refuse = Callable[[Sequence[tuple[str, str]]], None]
_MOST_ITEMS = 200


class ContactLogPresenter(Presenter):
    """Writes to the log; a refusal is told as pairs of field and sentence."""

    def add_note(self, command: AddNote, on_done: Callable[[], None], refuse: Refuse) -> None:
        """Keep a note."""
        self._keep(add_note, command, on_done, refuse)

    def log_call(self, command: LogCall, on_done: Callable[[], None], refuse: Refuse) -> None:
        """Keep a call."""
        self._keep(log_call, command, on_done, refuse)

    def record_promise(
        self, command: RecordPromise, on_done: Callable[[], None], refuse: Refuse
    ) -> None:
        """Keep a promise."""
        self._keep(record_promise, command, on_done, refuse)

    def cancel_promise(
        self, promise_id: UUID, reason: str, on_done: Callable[[], None], refuse: Refuse
    ) -> None:
        """Call a promise off."""
        command = CancelPromise(promise_id=PromiseId(promise_id), reason=reason)
        self._keep(cancel_promise, command, on_done, refuse)

    def withdraw_note(self, note_id: UUID, on_done: Callable[[], None]) -> None:
        """Mark a note as wrong."""
        self.write(
            withdraw_note, WithdrawNote(note_id=NoteId(note_id)), on_done=lambda _: on_done()
        )

    def load_promises(
        self, customer_id: CustomerId, on_done: Callable[[PromiseBook], None]
    ) -> None:
        """A customer's promises and what became of them."""
        promises = self.program.queries.promises
        self.ask(lambda: promises.of_customer(customer_id), on_done=on_done)

    def load_mail(self, subject_id: UUID, on_done: Callable[[MailText | None], None]) -> None:
        """The mail behind a fact."""
        timeline = self.program.queries.timeline
        self.ask(lambda: timeline.mail_text(subject_id), on_done=on_done)

    def load_open_items(
        self, customer_id: CustomerId, on_done: Callable[[Sequence[OpenItemRow]], None]
    ) -> None:
        """What the customer owes, the oldest first: what a promise can be for."""
        source = self.program.queries.open_items
        request = PageRequest(limit=_MOST_ITEMS, filters={"customer_id": customer_id})
        self.ask(
            lambda: [row for row in source.page(request) if row.open.amount > 0], on_done=on_done
        )

    def _keep(
        self,
        use_case: UseCase[CommandT, ResultT],
        command: CommandT,
        on_done: Callable[[], None],
        refuse: Refuse,
    ) -> None:
        def tell(refusal: OtcError) -> None:
            refuse([(fault.where or "", self.sentence(fault)) for fault in faults_of(refusal)])

        self.write(use_case, command, on_done=lambda _: on_done(), on_error=tell)
