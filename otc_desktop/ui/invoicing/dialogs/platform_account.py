"""The company's approved platform on screen: chosen, tried out, kept."""

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from otc_desktop.application.invoicing.platform_settings import (
    ReadPlatform,
    SavePlatform,
    TestPlatform,
    read_platform,
    save_platform,
    test_platform,
)
from otc_desktop.domain.invoicing.ereporting_periods import ReportingRhythm
from otc_desktop.domain.invoicing.platform_account import (
    FlowFormat,
    PlatformAccount,
    PlatformKind,
)
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.kernel.presenter import Presenter, faults_of
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.widgets.file_choice import ask_for_folder
from otc_desktop.ui.widgets.form_dialog import FormDialog
from otc_desktop.ui.widgets.tone_label import ToneLabel

_WIDTH = 640
_FORMATS = {FlowFormat.FACTUR_X: "Factur-X", FlowFormat.CII: "CII", FlowFormat.UBL: "UBL"}
_IN_FOLDER = (PlatformKind.FOLDER, PlatformKind.CHORUS_PRO)


class PlatformAccountDialog(FormDialog):
    """Reads the account when it opens and keeps it when the user agrees.

    Args:
        services: what the window offers.
        program: the program behind it.
    """

    def __init__(
        self, services: WindowServices, program: Program, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, title="", accept_text="", enter_accepts=False, parent=parent)
        self.setWindowTitle(self.tr("Approved platform"))
        self.accept_button.setText(self.tr("Keep the platform"))
        self.presenter = Presenter(services, program, self)
        word = self.presenter.word
        self.kind = _choice(
            self, [(each.value, word("platform_kind", each.value)) for each in PlatformKind]
        )
        self.folder = QLineEdit(self)
        self.browse = QPushButton(self.tr("&Browse…"), self)
        self.browse.setAutoDefault(False)
        self.api_url = QLineEdit(self)
        self.api_url.setPlaceholderText("https://api.flow.platform.example/flow-service")
        self.token_url = QLineEdit(self)
        self.token_url.setPlaceholderText("https://auth.platform.example/token")
        self.client_id = QLineEdit(self)
        self.secret = QLineEdit(self)
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.setPlaceholderText(self.tr("kept in the system's keyring"))
        self.organization_id = QLineEdit(self)
        self.organization_id.setPlaceholderText(self.tr("only if your platform asks for it"))
        self.format = _choice(self, [(each.value, text) for each, text in _FORMATS.items()])
        self.on_issue = QCheckBox(self.tr("&Deposit each document as soon as it is issued"), self)
        self.rhythm = _choice(
            self, [(each.value, word("reporting_rhythm", each.value)) for each in ReportingRhythm]
        )
        self.hint = QLabel(self)
        self.hint.setProperty("muted", True)
        self.hint.setWordWrap(True)
        self.form = QFormLayout()
        self._lay_out()
        self.test_button = QPushButton(self.tr("&Test"), self)
        self.test_button.setToolTip(self.tr("Goes as far as a deposit would; nothing is sent"))
        self.test_button.setAutoDefault(False)
        self.buttons.insertWidget(0, self.test_button)
        self.outcome = ToneLabel(self)
        self.outcome.say(Tone.NEUTRAL, "")
        self.body.addWidget(self.outcome)
        self.watch_fields(
            {
                "folder": self.folder,
                "api_url": self.api_url,
                "token_url": self.token_url,
                "client_id": self.client_id,
                "organization_id": self.organization_id,
                "format": self.format,
            }
        )
        self.kind.currentIndexChanged.connect(self._ask_for_what_is_needed)
        self.browse.clicked.connect(self._browse)
        self.test_button.clicked.connect(self._test)
        self.submitted.connect(self._keep)
        self.accept_button.setEnabled(False)
        self.resize(_WIDTH, self.sizeHint().height())
        self.show_account(PlatformAccount())
        self.accept_button.setEnabled(False)
        self.presenter.read(
            read_platform, ReadPlatform(), on_done=self.show_account, on_error=self._refused
        )

    def show_account(self, account: PlatformAccount) -> None:
        """Show the account as read."""
        for box, value in (
            (self.kind, account.kind.value),
            (self.format, account.format.value),
            (self.rhythm, account.rhythm.value),
        ):
            box.setCurrentIndex(box.findData(value))
        self.folder.setText(account.folder)
        self.api_url.setText(account.api_url)
        self.token_url.setText(account.token_url)
        self.client_id.setText(account.client_id)
        self.organization_id.setText(account.organization_id)
        self.on_issue.setChecked(account.on_issue)
        self.accept_button.setEnabled(True)
        self._ask_for_what_is_needed()

    def account(self) -> PlatformAccount:
        """The account on show."""
        return PlatformAccount(
            kind=self._kind(),
            folder=self.folder.text(),
            api_url=self.api_url.text(),
            token_url=self.token_url.text(),
            client_id=self.client_id.text(),
            organization_id=self.organization_id.text(),
            format=FlowFormat(self.format.currentData()),
            on_issue=self.on_issue.isChecked(),
            rhythm=ReportingRhythm(self.rhythm.currentData()),
        )

    def _kind(self) -> PlatformKind:
        return PlatformKind(self.kind.currentData())

    def _ask_for_what_is_needed(self) -> None:
        kind = self._kind()
        by_api = kind is PlatformKind.API
        for field in (
            self.api_url,
            self.token_url,
            self.client_id,
            self.secret,
            self.organization_id,
        ):
            self.form.setRowVisible(field, by_api)
        self.form.setRowVisible(self._folder_row, kind in _IN_FOLDER)
        for widget in (self.format, self.on_issue):
            self.form.setRowVisible(widget, kind is not PlatformKind.NONE)
        self.test_button.setVisible(kind is not PlatformKind.NONE)
        self.hint.setText(self._hints()[kind])
        self.outcome.say(Tone.NEUTRAL, "")

    def _hints(self) -> dict[PlatformKind, str]:
        return {
            PlatformKind.NONE: self.tr(
                "E-invoices stay here; the periods of e-reporting are computed all the same."
            ),
            PlatformKind.FOLDER: self.tr(
                "Files are put there whole, for the program of your platform to take; status"
                " messages (CDAR) are read from the folder «recus» inside it."
            ),
            PlatformKind.CHORUS_PRO: self.tr(
                "Files are named as Chorus Pro's deposit takes them, for public customers only;"
                " bring them to its portal."
            ),
            PlatformKind.API: self.tr(
                "Address and access come from your platform, which follows AFNOR XP Z12-013."
            ),
        }

    def _browse(self) -> None:
        ask_for_folder(
            self, self.tr("Folder of deposits"), lambda path: self.folder.setText(str(path))
        )

    def _keep(self) -> None:
        command = SavePlatform(account=self.account(), secret=self.secret.text())
        self.presenter.write(save_platform, command, on_done=self._kept, on_error=self._refused)

    def _kept(self, _account: PlatformAccount) -> None:
        self.services.notices.done(self.tr("Platform kept"))
        self.accept()

    def _test(self) -> None:
        self.test_button.setEnabled(False)
        self.outcome.say(Tone.INFO, self.tr("Connecting…"))
        command = TestPlatform(account=self.account(), secret=self.secret.text())
        self.presenter.read(test_platform, command, on_done=self._tested, on_error=self._refused)

    def _tested(self, _none: None) -> None:
        self.test_button.setEnabled(True)
        self.outcome.say(Tone.GOOD, self.tr("The platform lets us in."))

    def _refused(self, refusal: OtcError) -> None:
        self.test_button.setEnabled(True)
        self.outcome.say(Tone.NEUTRAL, "")
        sentence = self.presenter.sentence
        self.refuse([(fault.where or "", sentence(fault)) for fault in faults_of(refusal)])

    def _lay_out(self) -> None:
        form = self.form
        form.addRow(self.tr("&Platform"), self.kind)
        form.addRow(self.hint)
        self._folder_row = QHBoxLayout()
        self._folder_row.addWidget(self.folder, 1)
        self._folder_row.addWidget(self.browse)
        label = QLabel(self.tr("&Folder"), self)
        label.setBuddy(self.folder)
        form.addRow(label, self._folder_row)
        form.addRow(self.tr("Address of the &API"), self.api_url)
        form.addRow(self.tr("Address of to&kens"), self.token_url)
        form.addRow(self.tr("&Client id"), self.client_id)
        form.addRow(self.tr("&Secret"), self.secret)
        form.addRow(self.tr("&Organisation id"), self.organization_id)
        form.addRow(self.tr("For&mat of deposits"), self.format)
        form.addRow("", self.on_issue)
        form.addRow(self.tr("&VAT returns"), self.rhythm)
        self.body.addLayout(form)


def _choice(parent: QWidget, options: list[tuple[str, str]]) -> QComboBox:
    box = QComboBox(parent)
    for value, text in options:
        box.addItem(text, value)
    return box
