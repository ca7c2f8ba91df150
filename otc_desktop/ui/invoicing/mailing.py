"""From issued documents to their mails: looked over, changed, queued, or handed over."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from otc_desktop.application.invoicing.preview_mails import MailPreview
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.mailbox.queries import ReceivedRow
from otc_desktop.application.outbox.queries import DocumentMail
from otc_desktop.application.outbox.send_mail import SENT, SendOutcome
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.domain.shared.ids import InvoiceId, MailId
from otc_desktop.ui.invoicing.dialogs.mail_form import MailForm
from otc_desktop.ui.invoicing.dialogs.mail_history import MailHistory
from otc_desktop.ui.invoicing.dialogs.mail_review import MailReview
from otc_desktop.ui.invoicing.dialogs.mail_templates_form import MailTemplatesForm
from otc_desktop.ui.invoicing.presenter import InvoicingPresenter, MailOutcome
from otc_desktop.ui.kernel.presenter import faults_of
from otc_desktop.ui.widgets.fault_report import FaultReport

_MOST_ANSWERS = 100


class DocumentMailing(QObject):
    """One document opens its mail, several open a list of theirs.

    Args:
        presenter: what is asked of the program.
        page: on which the dialogs open.
    """

    def __init__(self, presenter: InvoicingPresenter, page: QWidget) -> None:
        super().__init__(page)
        self._presenter = presenter
        self._page = page

    def start(self, numbers: Sequence[str]) -> None:
        """Compose the mails of issued documents and show them."""
        if numbers:
            self._presenter.preview_mails(numbers, self._open)

    def show_history(self, number: str, invoice_id: InvoiceId) -> None:
        """Show what became of a document's mails, step by step."""
        queries = self._presenter.program.queries

        def read() -> tuple[Sequence[DocumentMail], Sequence[ReceivedRow]]:
            about = PageRequest(limit=_MOST_ANSWERS, filters={"invoice_id": invoice_id})
            return queries.mails_of_document(invoice_id), queries.received_mail.page(about)

        def show(found: tuple[Sequence[DocumentMail], Sequence[ReceivedRow]]) -> None:
            presenter = self._presenter
            MailHistory(
                presenter.services, number, *found, word=presenter.word, parent=self._page
            ).open()

        self._presenter.ask(read, on_done=show)

    def _open(self, previews: Sequence[MailPreview]) -> None:
        services = self._presenter.services
        if len(previews) == 1:
            form = MailForm(services, previews[0], parent=self._page)
            form.submitted.connect(lambda: self._queue_one(form))
            form.own_program_asked.connect(lambda: self._hand_over(form))
            form.words_asked.connect(lambda: self._change_words(form))
            form.open()
            return
        review = MailReview(services, previews, parent=self._page)
        review.submitted.connect(lambda: self._queue_many(review))
        review.open()

    def _queue_one(self, form: MailForm) -> None:
        def queued(_mail: MailId) -> None:
            form.accept()
            self._tell_queued(1)

        self._presenter.queue_mail(
            form.queueing(), queued, lambda refusal: self._refuse(form, refusal)
        )

    def _hand_over(self, form: MailForm) -> None:
        def written(path: Path) -> None:
            form.accept()
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

        self._presenter.save_mail(
            form.handing_over(), written, lambda refusal: self._refuse(form, refusal)
        )

    def _refuse(self, form: MailForm, refusal: OtcError) -> None:
        sentence = self._presenter.sentence
        form.refuse([(fault.where or "", sentence(fault)) for fault in faults_of(refusal)])

    def _change_words(self, form: MailForm) -> None:
        form.reject()
        MailTemplatesForm(
            self._presenter.services,
            self._presenter.program,
            language=self._presenter.services.formats.language.value,
            parent=self._page,
        ).open()

    def _queue_many(self, review: MailReview) -> None:
        chosen = review.chosen()
        review.accept()
        self._presenter.queue_mails(chosen, self._queued)

    def _queued(self, outcome: MailOutcome) -> None:
        if outcome.refused:
            FaultReport(
                self._presenter.services,
                title=self.tr("Send by e-mail"),
                summary=self.tr("In the outbox: {done}. Not sent: {refused}.").format(
                    done=len(outcome.done), refused=len(outcome.refused)
                ),
                faults=[
                    (number, self._presenter.reasons(refusal))
                    for number, refusal in outcome.refused
                ],
                parent=self._page,
            ).open()
        elif outcome.done:
            self._tell_queued(len(outcome.done))

    def _tell_queued(self, count: int) -> None:
        self._presenter.services.notices.done(
            self.tr("In the outbox: {count}").format(count=count),
            self.tr("They leave with the next sending."),
            action_text=self.tr("Send now"),
            action=lambda: self._presenter.send_outbox(self._sent),
        )

    def _sent(self, outcome: SendOutcome) -> None:
        services = self._presenter.services
        if outcome.problem is not None:
            services.errors.show(outcome.problem)
            return
        left = sum(count for status, count in outcome.counts.items() if status != SENT)
        sent = self.tr("E-mails sent: {count}").format(count=outcome.counts.get(SENT, 0))
        if left:
            services.notices.warning(sent, self.tr("Not sent: {count}").format(count=left))
        else:
            services.notices.done(sent)
