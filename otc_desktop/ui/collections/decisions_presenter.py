"""What a person decides over reminders to come, off the GUI thread."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal

from otc_desktop.application.dunning.decide_reminder import (
    SendReminderNow,
    SkipReminder,
    WordReminder,
    send_reminder_now,
    skip_reminder,
    word_reminder,
)
from otc_desktop.application.dunning.pause_reminders import PauseReminders, pause_reminders
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.outbox.send_mail import SendMail, send_mail
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.collections.wording import Decided, PlannedRow
from otc_desktop.ui.kernel.presenter import Presenter


class DecisionsPresenter(Presenter):
    """Send now, skip, hold, and other words.

    Signals:
        decided (Decided): what was done, and what was refused.
    """

    decided = Signal(object)

    def send(
        self, rows: Sequence[PlannedRow], on: date, overruled: frozenset[str] = frozenset()
    ) -> None:
        """Have the chosen reminders leave today; one that is refused stops no other."""
        run = self.program.use_cases.run

        def one(row: PlannedRow, task: Task) -> None:
            command = SendReminderNow(key=row.reminder.key, on=on, overruled=overruled)
            run(send_reminder_now, command, task)

        def then(task: Task) -> None:
            run(send_mail, SendMail(), task)

        self._each(rows, one, then=then, label=self.tr("Sending reminders"))

    def skip(
        self, rows: Sequence[PlannedRow], on: date, overruled: frozenset[str] = frozenset()
    ) -> None:
        """Pass the chosen steps over."""
        run = self.program.use_cases.run

        def one(row: PlannedRow, task: Task) -> None:
            command = SkipReminder(key=row.reminder.key, on=on, overruled=overruled)
            run(skip_reminder, command, task)

        self._each(rows, one, label=self.tr("Skipping reminders"))

    def hold(
        self,
        rows: Sequence[PlannedRow],
        *,
        until: date | None,
        reason: str,
        on_done: Callable[[], None],
        on_error: Callable[[OtcError], None],
    ) -> None:
        """Leave the customers of the chosen reminders in peace."""
        run = self.program.use_cases.run
        customers = {row.reminder.customer.id for row in rows}

        def work(task: Task) -> None:
            for customer_id in customers:
                command = PauseReminders(customer_id=customer_id, until=until, reason=reason)
                run(pause_reminders, command, task)

        self.services.tasks.submit(
            self, work, on_done=lambda _none: on_done(), on_error=on_error, writing=True
        )

    def keep_words(
        self,
        row: PlannedRow,
        words: tuple[str, str],
        *,
        on_done: Callable[[], None],
        on_error: Callable[[OtcError], None],
    ) -> None:
        """Keep other words for one message."""
        subject, body = words
        command = WordReminder(key=row.reminder.key, subject=subject, body=body)
        self.write(word_reminder, command, on_done=lambda _none: on_done(), on_error=on_error)

    def _each(
        self,
        rows: Sequence[PlannedRow],
        one: Callable[[PlannedRow, Task], None],
        *,
        label: str,
        then: Callable[[Task], None] | None = None,
    ) -> None:
        def work(task: Task) -> Decided:
            refusals = []
            for place, row in enumerate(rows):
                task.check_cancelled()
                task.progress(place, len(rows))
                try:
                    one(row, task)
                except OtcError as refusal:
                    refusals.append(refusal)
            done = len(rows) - len(refusals)
            if then is not None and done:
                try:
                    then(task)
                except OtcError as problem:
                    refusals.append(problem)
            return Decided(done=done, refusals=tuple(refusals))

        self.services.tasks.submit(self, work, on_done=self.decided.emit, label=label, writing=True)
