"""The company's mail account on screen: kept, tried out, signed in to."""

from contextlib import suppress

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from otc_desktop.application.kernel.mailbox import SignInPrompt
from otc_desktop.application.mailbox.mail_account import (
    AccountTrial,
    ReadMailAccount,
    SaveMailAccount,
    SignIn,
    TestMailAccount,
    read_mail_account,
    save_mail_account,
    sign_in,
    test_mail_account,
)
from otc_desktop.domain.shared.company import BY_MICROSOFT, MailSettings
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.kernel.presenter import Presenter, faults_of
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tasks import Job
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.settings.mail_account_fields import MailAccountFields
from otc_desktop.ui.widgets.form_dialog import FormDialog
from otc_desktop.ui.widgets.tone_label import ToneLabel

_WIDTH = 620


class MailAccountDialog(FormDialog):
    """Reads the account when it opens and keeps it when the user agrees.

    Args:
        services: what the window offers.
        program: the program behind it.

    Signals:
        prompted: where to sign in, told from the thread that waits for it.
    """

    prompted = Signal(object)

    def __init__(
        self, services: WindowServices, program: Program, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, title="", accept_text="", enter_accepts=False, parent=parent)
        self.setWindowTitle(self.tr("Mail account"))
        self.accept_button.setText(self.tr("Keep the account"))
        self.presenter = Presenter(services, program, self)
        self.form = MailAccountFields(self)
        self.body.addWidget(self.form)
        self.sign_in_button = QPushButton(self.tr("Sign &in…"), self)
        self.sign_in_button.setToolTip(self.tr("Opens the provider's page in your browser"))
        self.code_button = QPushButton(self.tr("Sign in with a &code…"), self)
        self.code_button.setToolTip(self.tr("For a computer without a browser"))
        self.test_button = QPushButton(self.tr("&Test"), self)
        self.test_button.setToolTip(self.tr("Connects and logs in; nothing is sent"))
        row = QHBoxLayout()
        for button, action in (
            (self.sign_in_button, lambda: self._sign_in(by_code=False)),
            (self.code_button, lambda: self._sign_in(by_code=True)),
            (self.test_button, self._test),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(action)
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.sending = ToneLabel(self)
        self.reading = ToneLabel(self)
        for label in (self.sending, self.reading):
            label.say(Tone.NEUTRAL, "")
            self.body.addWidget(label)
        self.watch_fields(self.form.fields())
        self.form.login.currentIndexChanged.connect(self._offer_ways)
        self.prompted.connect(self._show_prompt)
        self.submitted.connect(self._keep)
        self.finished.connect(self._stop_waiting)
        self._signing_in: Job | None = None
        self.resize(_WIDTH, self.sizeHint().height())
        self._offer_ways()
        self.accept_button.setEnabled(False)
        self.presenter.read(
            read_mail_account, ReadMailAccount(), on_done=self.show_account, on_error=self._refused
        )

    def show_account(self, account: MailSettings | None) -> None:
        """Show the account as read."""
        self.form.show_account(account)
        self._offer_ways()
        self.accept_button.setEnabled(True)

    def _offer_ways(self) -> None:
        self.sign_in_button.setVisible(self.form.by_sign_in())
        self.code_button.setVisible(self.form.login.currentData() == BY_MICROSOFT)

    def _keep(self) -> None:
        command = SaveMailAccount(
            account=self.form.account(),
            password=self.form.password.text(),
            client_secret=self.form.client_secret.text(),
        )
        self.presenter.write(save_mail_account, command, on_done=self._kept, on_error=self._refused)

    def _kept(self, _account: MailSettings) -> None:
        self.services.notices.done(self.tr("Mail account kept"))
        self.accept()

    def _test(self) -> None:
        self.test_button.setEnabled(False)
        self.reading.say(Tone.NEUTRAL, "")
        self.sending.say(Tone.INFO, self.tr("Connecting…"))
        command = TestMailAccount(account=self.form.account(), password=self.form.password.text())
        self.presenter.read(
            test_mail_account, command, on_done=self._tested, on_error=self._refused
        )

    def _tested(self, trial: AccountTrial) -> None:
        self.test_button.setEnabled(True)
        if trial.sending is None:
            self.sending.say(Tone.GOOD, self.tr("Sending: the server lets us in."))
        else:
            self.sending.say(Tone.BAD, self.presenter.error_text(trial.sending))
        if not self.form.reading.isChecked():
            self.reading.say(Tone.NEUTRAL, "")
        elif trial.reading is None:
            self.reading.say(Tone.GOOD, self.tr("Reading: the folder opens."))
        else:
            self.reading.say(Tone.BAD, self.presenter.error_text(trial.reading))

    def _sign_in(self, *, by_code: bool) -> None:
        self._stop_waiting()
        self._say_waiting(waiting=True)
        command = SignIn(
            account=self.form.account(),
            by_code=by_code,
            show=self._prompt,
            client_secret=self.form.client_secret.text(),
        )
        # It writes nothing to the books, and may take minutes: other intents go on meanwhile.
        self._signing_in = self.presenter.read(
            sign_in, command, on_done=self._signed_in, on_error=self._refused
        )

    def _prompt(self, prompt: SignInPrompt) -> None:
        """Called by the thread that waits; the dialog may be gone by then."""
        with suppress(RuntimeError):
            self.prompted.emit(prompt)

    def _show_prompt(self, prompt: SignInPrompt) -> None:
        if prompt.code:
            text = self.tr("Open {url} on any device and type the code {code}.").format(
                url=prompt.url, code=prompt.code
            )
        else:
            text = self.tr("Go on in your browser: the page of your provider has opened.")
        self.sending.say(Tone.INFO, text)

    def _signed_in(self, user: str) -> None:
        self._signing_in = None
        self._say_waiting(waiting=False)
        text = self.tr("Signed in as {user}. Keep the account to use it.").format(user=user)
        self.sending.say(Tone.GOOD, text)

    def _say_waiting(self, *, waiting: bool) -> None:
        self.sign_in_button.setEnabled(not waiting)
        self.code_button.setEnabled(not waiting)
        self.reading.say(Tone.NEUTRAL, "")
        if waiting:
            self.sending.say(Tone.INFO, self.tr("Waiting for the sign-in…"))

    def _stop_waiting(self) -> None:
        if self._signing_in is not None:
            self.services.tasks.cancel(self._signing_in)
            self._signing_in = None

    def _refused(self, refusal: OtcError) -> None:
        self._signing_in = None
        self.test_button.setEnabled(True)
        self._say_waiting(waiting=False)
        self.sending.say(Tone.NEUTRAL, "")
        sentence = self.presenter.sentence
        self.refuse([(fault.where or "", sentence(fault)) for fault in faults_of(refusal)])
