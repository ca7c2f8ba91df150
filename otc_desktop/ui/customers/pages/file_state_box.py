"""Where a customer file stands, what it lacks, and what can be done about it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from otc_desktop.application.customers.undo_merge import UndoneMerge
from otc_desktop.domain.customers.customer import Customer, CustomerStatus
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.domain.shared.findings import Finding, Severity
from otc_desktop.ui.customers.file_presenter import FilePresenter
from otc_desktop.ui.kernel.presenter import faults_of
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.kernel.tones import Tone
from otc_desktop.ui.widgets.confirm import confirm
from otc_desktop.ui.widgets.fault_report import FaultReport
from otc_desktop.ui.widgets.text_dialog import TextDialog
from otc_desktop.ui.widgets.tone_label import ToneLabel

_TONES = {Severity.ERROR: Tone.BAD, Severity.WARNING: Tone.WARNING, Severity.INFO: Tone.INFO}
_BUTTONS_A_ROW = 3


class FileStateBox(QWidget):
    """The state as a badge, the list of what is missing, and the buttons that fit the state."""

    def __init__(self, presenter: FilePresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._customer: Customer | None = None
        self._merged_into = ""
        self.state = ToneLabel(self)
        self._findings: list[ToneLabel] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self._buttons = QGridLayout()
        self._buttons.setSpacing(SPACING)
        self.submit = self._button(
            self.tr("Submit"), self._submit, self.tr("Hand the file to whoever validates it")
        )
        self.validate = self._button(
            self.tr("Validate"), self._validate, self.tr("Make the file active: it can be sold to")
        )
        self.send_back = self._button(
            self.tr("Send back…"), self._ask_send_back, self.tr("Return the file to its author")
        )
        self.block = self._button(
            self.tr("Block…"), self._ask_block, self.tr("Nothing more is sold to the customer")
        )
        self.unblock = self._button(
            self.tr("Unblock"), self._unblock, self.tr("Sell to the customer again")
        )
        self.archive = self._button(
            self.tr("Archive…"),
            self._ask_archive,
            self.tr("Take the file out of lists; its documents stay"),
        )
        self.restore = self._button(
            self.tr("Restore"), self._restore, self.tr("Take the file back into lists")
        )
        self.unmerge = self._button(
            self.tr("Undo the merge"),
            self._unmerge,
            self.tr("Hang back what moved, and make this file stand by itself again"),
        )
        row = QWidget(self)
        row.setLayout(self._buttons)
        self._buttons.setContentsMargins(0, 0, 0, 0)
        self._buttons.setColumnStretch(_BUTTONS_A_ROW, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.state)
        column.addLayout(self._list)
        column.addWidget(row)

    def show_file(
        self, customer: Customer, findings: Sequence[Finding], merged_into: str = ""
    ) -> None:
        """Show where a file stands; `merged_into` is the code of the file that took it over."""
        self._customer = customer
        self._merged_into = merged_into
        # What a merged file lacks is of no use to anybody.
        findings = () if merged_into else findings
        tone, words = self._presenter.state_of(customer, merged_into)
        self.state.say(tone, self.tr("File: {state}").format(state=words))
        for label in self._findings:
            label.setParent(None)
            label.deleteLater()
        self._findings = []
        for finding in findings:
            label = ToneLabel(self)
            title, _, rest = self._presenter.sentence(finding).partition(". ")
            label.say(_TONES[finding.severity], title)
            label.setToolTip(rest)
            self._findings.append(label)
            self._list.addWidget(label)
        self._offer(customer)
        complete = all(finding.severity is not Severity.ERROR for finding in findings)
        self.validate.setEnabled(complete)

    def texts(self) -> list[str]:
        """What is said to be missing, from the top."""
        return [label.text() for label in self._findings]

    def _offer(self, customer: Customer) -> None:
        archived, status = customer.archived_on is not None, customer.status
        offered = {
            self.validate: status in (CustomerStatus.DRAFT, CustomerStatus.TO_VALIDATE),
            self.submit: status is CustomerStatus.DRAFT,
            self.send_back: status is CustomerStatus.TO_VALIDATE,
            self.block: status is CustomerStatus.ACTIVE,
            self.unblock: status is CustomerStatus.BLOCKED,
            self.archive: True,
        }
        back = self.unmerge if self._merged_into else self.restore
        shown = [back] if archived else [each for each, fits in offered.items() if fits]
        for button in (*offered, self.restore, self.unmerge):
            self._buttons.removeWidget(button)
            button.setVisible(button in shown)
        for place, button in enumerate(shown):
            self._buttons.addWidget(button, place // _BUTTONS_A_ROW, place % _BUTTONS_A_ROW)

    def _button(self, text: str, run: Callable[[], None], tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(tip)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked: run())
        button.hide()
        return button

    def _done(self, customer: Customer) -> None:
        """The tab hears of the change and reads the file again; here it is only said."""
        _, words = self._presenter.state_of(customer)
        self._presenter.services.notices.done(f"{customer.name} : {words}")

    def _submit(self) -> None:
        if self._customer is not None:
            self._presenter.submit(self._customer, self._done)

    def _validate(self) -> None:
        if self._customer is not None:
            self._presenter.validate(self._customer, self._done)

    def _unblock(self) -> None:
        if self._customer is not None:
            self._presenter.unblock(self._customer, self._done)

    def _restore(self) -> None:
        if self._customer is not None:
            self._presenter.restore(self._customer, self._done)

    def _unmerge(self) -> None:
        customer = self._customer
        if customer is None:
            return

        def done(undone: UndoneMerge) -> None:
            self._done(undone.loser)

        def refused(refusal: OtcError) -> None:
            self._presenter.services.errors.show(refusal)

        self._presenter.undo_merge(self._merged_into, customer.code, done, refused)

    def _ask_send_back(self) -> None:
        self._ask_reason(self.tr("Send back"), self.tr("What has to be mended?"), send_back=True)

    def _ask_block(self) -> None:
        self._ask_reason(self.tr("Block"), self.tr("Why is nothing more sold?"), send_back=False)

    def _ask_reason(self, accept_text: str, hint: str, *, send_back: bool) -> None:
        customer = self._customer
        if customer is None:
            return
        dialog = TextDialog(
            self._presenter.services,
            title=customer.name,
            accept_text=accept_text,
            hint=hint,
            field="reason",
            parent=self,
        )

        def done(kept: Customer) -> None:
            dialog.accept()
            self._done(kept)

        def refused(refusal: OtcError) -> None:
            dialog.refuse(
                [(each.where or "", self._presenter.sentence(each)) for each in faults_of(refusal)]
            )

        run = self._presenter.send_back if send_back else self._presenter.block
        dialog.submitted.connect(lambda: run(customer, dialog.text(), done, refused))
        dialog.open()

    def _ask_archive(self) -> None:
        customer = self._customer
        if customer is None:
            return
        confirm(
            self,
            question=self.tr("Archive {name}?").format(name=customer.name),
            explanation=self.tr(
                "The file leaves lists and pickers. Its documents stay; it can be restored."
            ),
            accept_text=self.tr("Archive"),
            on_accept=lambda: self._presenter.archive(customer, self._done, self._refuse_archive),
        )

    def _refuse_archive(self, refusal: OtcError) -> None:
        customer = self._customer
        name = "" if customer is None else customer.name
        FaultReport(
            self._presenter.services,
            title=self.tr("Not archived"),
            summary=self.tr("{name} can’t be archived yet").format(name=name),
            faults=[(name, self._presenter.sentence(each)) for each in faults_of(refusal)],
            parent=self,
        ).open()
