"""What the tab of reminders and disputes asks of the program, off the GUI thread."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from uuid import NAMESPACE_OID, UUID, uuid5

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from otc_desktop.application.dunning.approve_reminder import ApproveReminder, approve_reminder
from otc_desktop.application.dunning.plan_reminders import (
    PlanReminders,
    ReminderPlan,
    plan_reminders_for,
)
from otc_desktop.application.dunning.preview_reminder import (
    PreviewNotice,
    PreviewReminder,
    preview_notice,
    preview_reminder,
)
from otc_desktop.application.dunning.queries import NoticeRow
from otc_desktop.application.dunning.read_letter import ReadLetter, read_letter
from otc_desktop.application.dunning.run_reminders import QUEUED, RunReminders, run_reminders
from otc_desktop.application.kernel.mailing import (
    RenderedMail,
)
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.outbox.cancel_mail import CancelMail, cancel_mail
from otc_desktop.application.outbox.retry_mail import RetryMail, retry_mail
from otc_desktop.application.outbox.send_mail import SendMail, SendOutcome, send_mail
from otc_desktop.domain.dunning.plan import Channel
from otc_desktop.domain.dunning.planner import PlannedReminder, Withheld
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.domain.shared.ids import MailId, ReminderId
from otc_desktop.ui.collections.wording import (
    ApprovalOutcome,
    MailText,
    PlannedRow,
    PlanText,
    RunOutcome,
    WithheldRow,
)
from otc_desktop.ui.kernel.presenter import Presenter
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tasks import Job
from otc_desktop.ui.kernel.tones import StatusMark, Tone


class CollectionsPresenter(Presenter):
    """The tab without its widgets.

    Signals:
        planned (PlanText): the answer to the last `plan`.
        ran (RunOutcome): reminders were made and sent.
        approved (ApprovalOutcome): waiting notices were let go.
        mail_sent (SendOutcome): what was ready left, or not.
    """

    planned = Signal(object)
    ran = Signal(object)
    approved = Signal(object)
    mail_sent = Signal(object)

    def __init__(
        self, services: WindowServices, program: Program, parent: QObject | None = None
    ) -> None:
        super().__init__(services, program, parent)
        self._planning: Job | None = None
        self._reading: Job | None = None

    def plan(self, on: date, overruled: frozenset[str] = frozenset()) -> None:
        """Compute what would leave on a date; an answer still on its way is dropped."""
        self._drop(self._planning)
        self._planning = self.read(
            plan_reminders_for,
            PlanReminders(on=on, overruled=overruled),
            on_done=lambda plan: self.planned.emit(self._plan_text(plan)),
        )

    def run(self, on: date, overruled: frozenset[str] = frozenset()) -> None:
        """Make the reminders of a date and send what may leave."""
        run = self.program.use_cases.run

        def work(task: Task) -> RunOutcome:
            plan = run(run_reminders, RunReminders(on=on, overruled=overruled), task)
            try:
                return RunOutcome(plan=plan, sent=run(send_mail, SendMail(), task))
            except OtcError as problem:
                return RunOutcome(plan=plan, problem=problem)

        self.services.tasks.submit(
            self,
            work,
            on_done=self.ran.emit,
            label=self.tr("Sending reminders"),
            writing=True,
        )

    def send_now(self) -> None:
        """Send what waits in the outbox."""
        self.write(
            send_mail,
            SendMail(),
            on_done=self.mail_sent.emit,
            label=self.tr("Sending mail"),
        )

    def retry(
        self,
        mail_id: MailId,
        *,
        on_done: Callable[[], None],
        on_error: Callable[[OtcError], None],
        recipient: str = "",
        keep_address: bool = False,
        may_arrive_twice: bool = False,
    ) -> None:
        """Have a mail leave that stopped on its way, to its own or another address."""
        command = RetryMail(
            mail_id=mail_id,
            recipient=recipient,
            keep_address=keep_address,
            may_arrive_twice=may_arrive_twice,
        )
        self.write(retry_mail, command, on_done=lambda _id: on_done(), on_error=on_error)

    def cancel_mail(self, mail_id: MailId, *, on_done: Callable[[], None]) -> None:
        """Take a mail out of the outbox."""
        self.write(cancel_mail, CancelMail(mail_id=mail_id), on_done=lambda _id: on_done())

    def preview(self, row: PlannedRow, on: date, show: Callable[[MailText], None]) -> None:
        """The words of a planned reminder."""
        self._drop(self._reading)
        self._reading = self.read(
            preview_reminder,
            PreviewReminder(reminder=row.reminder, on=on),
            on_done=lambda mail: show(self._mail_text(mail, row.recipient)),
        )

    def preview_notice(self, row: NoticeRow, show: Callable[[MailText], None]) -> None:
        """The words of a kept reminder, as they would be today."""
        self._drop(self._reading)
        self._reading = self.read(
            preview_notice,
            PreviewNotice(notice_id=row.id),
            on_done=lambda mail: show(self._mail_text(mail, row.recipient)),
        )

    def open_letter(self, row: NoticeRow) -> None:
        """Show the letter of a kept reminder in the system's viewer."""
        self.read(
            read_letter,
            ReadLetter(notice_id=row.id),
            on_done=self._show_file,
            on_error=lambda refusal: self.services.notices.warning(self.error_text(refusal)),
        )

    def _show_file(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.services.notices.info(self.tr("The letter is in {path}").format(path=path))

    def approve(self, ids: Sequence[UUID]) -> None:
        """Let waiting notices go, each on its own; one that is refused stops no other."""
        run = self.program.use_cases.run

        def work(task: Task) -> ApprovalOutcome:
            queued = done = 0
            refusals = []
            for place, notice_id in enumerate(ids):
                task.check_cancelled()
                task.progress(place, len(ids))
                command = ApproveReminder(notice_id=ReminderId(notice_id))
                try:
                    status = run(approve_reminder, command, task)
                except OtcError as refusal:
                    refusals.append(refusal)
                    continue
                queued += status == QUEUED
                done += status != QUEUED
            return ApprovalOutcome(queued=queued, done=done, refusals=tuple(refusals))

        self.services.tasks.submit(
            self,
            work,
            on_done=self.approved.emit,
            label=self.tr("Approving reminders"),
            writing=True,
        )

    def step_text(self, number: int) -> str:
        """A step of the plan as lists name it."""
        return self.tr("Step {number}").format(number=number)

    def answer_text(self, answer: str) -> str:
        """What the mail server said, its code in words."""
        code, _, words = answer.partition(" ")
        if "." not in code or not code.startswith(("mail.", "secrets.")):
            return answer
        language = self.services.formats.language.value
        title = self.program.messages.describe(code, {"answer": words}, language).title
        return f"{title} ({words})" if words else title

    def fates_text(self, outcome: SendOutcome) -> str:
        """How many mails met which fate."""
        number = self.services.formats.number
        return ", ".join(
            self.tr("{status}: {count}").format(
                status=self.word("mail_status", status), count=number(count)
            )
            for status, count in sorted(outcome.counts.items())
        )

    def _drop(self, job: Job | None) -> None:
        if job is not None:
            self.services.tasks.cancel(job)

    def _plan_text(self, plan: ReminderPlan) -> PlanText:
        return PlanText(
            on=plan.on,
            planned=[self._planned_row(each) for each in plan.reminders],
            withheld=[self._withheld_row(each) for each in plan.withheld],
        )

    def _planned_row(self, reminder: PlannedReminder) -> PlannedRow:
        step = reminder.step
        if step.needs_approval:
            fate = StatusMark(Tone.WARNING, self.tr("after approval"))
        elif step.channel is Channel.EMAIL:
            fate = StatusMark(Tone.GOOD, self.tr("by itself"))
        else:
            fate = StatusMark(Tone.WARNING, self.tr("by hand"))
        return PlannedRow(
            id=uuid5(NAMESPACE_OID, reminder.key),
            customer=f"{reminder.customer.code} · {reminder.customer.name}",
            step=self.step_text(step.number),
            channel=self.word("channel", step.channel.value),
            amount=reminder.amount,
            fate=fate,
            recipient=reminder.recipient,
            invoices=", ".join(listed.item.number for listed in reminder.items),
            reminder=reminder,
        )

    def _withheld_row(self, withheld: Withheld) -> WithheldRow:
        return WithheldRow(
            id=withheld.item.id,
            customer=f"{withheld.customer.code} · {withheld.customer.name}",
            invoice=withheld.item.number,
            amount=withheld.item.open,
            reason=self.title(withheld.reason),
        )

    def _mail_text(self, mail: RenderedMail | None, recipient: str) -> MailText:
        if mail is None:
            return MailText(
                recipient=recipient,
                note=self.tr("This step has no text: it is done by hand, then noted as done."),
            )
        return MailText(recipient=recipient, subject=mail.subject, body=mail.text)
