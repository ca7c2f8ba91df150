"""The section of direct debits: collections above, mandates below."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from otc_desktop.application.direct_debits.collections import Prepared
from otc_desktop.application.direct_debits.mandates import DrawMandate
from otc_desktop.application.direct_debits.queries import CollectionRow, MandateRow
from otc_desktop.domain.direct_debits.collection import CollectionStatus
from otc_desktop.domain.direct_debits.mandate import Mandate, MandateState
from otc_desktop.domain.receivables.deposit_slip import SlipStatus
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.bank.debits.columns import (
    collection_columns,
    collection_filter,
    mandate_columns,
)
from otc_desktop.ui.bank.debits.forms import (
    CollectionForm,
    CreditorForm,
    MandateForm,
    ReleaseForm,
)
from otc_desktop.ui.bank.debits.presenter import DebitsPresenter
from otc_desktop.ui.bank.debits.refunds import RefundsDialog
from otc_desktop.ui.kernel.navigator import Place
from otc_desktop.ui.kernel.presenter import faults_of
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.widgets.action_bar import ActionBar
from otc_desktop.ui.widgets.confirm import confirm
from otc_desktop.ui.widgets.file_choice import ask_where_to_save
from otc_desktop.ui.widgets.form_dialog import FormDialog

_NOT_TOLD = "direct_debits.not_told"


class DebitsPage(QWidget):
    """Collections and mandates.

    Args:
        services: what the window offers.
        program: the program behind it.
    """

    def __init__(
        self, services: WindowServices, program: Program, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter = DebitsPresenter(services, program, self)
        self.bar = ActionBar(self)
        self._add_collection_actions()
        self.collections: ListView[CollectionRow] = ListView(
            services,
            program.queries.debit_collections,
            collection_columns(presenter.word),
            name="bank.collections",
            empty=EmptyState(
                title=self.tr("No collection yet"),
                hint=self.tr("Keep the signed mandates below, then collect what falls due."),
                action_text=self.tr("New collection…"),
                action=self._open_collection,
            ),
            filters=[collection_filter(presenter.word)],
            sort="collect_on",
            parent=self,
        )
        self.collections.selection_changed.connect(lambda _ids: self._let_act())
        self.mandate_bar = ActionBar(self)
        self._add_mandate_actions()
        self.mandates: ListView[MandateRow] = ListView(
            services,
            program.queries.mandates,
            mandate_columns(presenter.word),
            name="bank.mandates",
            empty=EmptyState(
                title=self.tr("No mandate yet"),
                hint=self.tr("Have the form signed, then keep the mandate here."),
                action_text=self.tr("New mandate…"),
                action=self._open_mandate,
            ),
            sort="signed_on",
            parent=self,
        )
        self.mandates.selection_changed.connect(lambda _ids: self._let_act())
        for rows in (self.collections, self.mandates):
            # A row that is still selected may have gone on meanwhile.
            rows.model.dataChanged.connect(lambda *_: self._let_act())
        self._let_act()
        self._lay_out()

    def reload(self) -> None:
        """Read both lists again."""
        self.collections.reload()
        self.mandates.reload()

    def show_place(self, place: Place) -> None:
        """Show what a search or filter names."""
        self.mandates.show_filtered(search=place.search, filters=dict(place.filters))

    def _add_collection_actions(self) -> None:
        add = self.bar.add
        self.new = add(
            self.tr("New collection…"),
            self._open_collection,
            shortcut="Ctrl+N",
            tip=self.tr("Take the invoices that fall due of customers with a mandate"),
            primary=True,
        )
        self.tell = add(
            self.tr("Tell the payers"),
            self._tell,
            shortcut="Ctrl+T",
            tip=self.tr("Put a notice of each debit in the outbox, each once"),
        )
        self.send = add(
            self.tr("File for the bank…"),
            self._ask_file,
            shortcut="Ctrl+S",
            tip=self.tr("Write the collection as pain.008; again the same file afterwards"),
        )
        self.cancel = add(
            self.tr("Give up"),
            self._give_up,
            shortcut="Delete",
            tip=self.tr("The bank does not have it: its invoices are open again"),
        )
        self.returned = add(
            self.tr("Debits that came back"),
            self._presenter_take_returned,
            shortcut="Ctrl+U",
            tip=self.tr("Book the bank lines that carry the reference of one of our debits"),
        )

        self.refunds = add(
            self.tr("Refunds…"),
            self._open_refunds,
            tip=self.tr("Pay credit notes and money on account out by transfer"),
        )

    def _add_mandate_actions(self) -> None:
        add = self.mandate_bar.add
        self.sign = add(
            self.tr("New mandate…"),
            self._open_mandate,
            shortcut="Ctrl+M",
            tip=self.tr("Keep a mandate that a customer signed"),
        )
        self.form = add(
            self.tr("Form to sign…"),
            self._ask_form,
            tip=self.tr("Write the form of the selected mandate's customer as PDF"),
        )
        self.release = add(
            self.tr("Collect again…"),
            self._open_release,
            tip=self.tr("The mandate was looked at after a return"),
        )
        self.revoke = add(
            self.tr("Revoke"),
            self._revoke,
            tip=self.tr("The customer took the mandate back"),
        )
        self.creditor = add(
            self.tr("Creditor…"),
            self._open_creditor,
            tip=self.tr("The company's creditor identifier and days of notice"),
        )

    def _lay_out(self) -> None:
        above, below = QWidget(self), QWidget(self)
        title = QLabel(self.tr("Mandates"), below)
        title.setProperty("heading", True)
        for holder, parts in (
            (above, (self.bar, self.collections)),
            (below, (title, self.mandate_bar, self.mandates)),
        ):
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(SPACING)
            for part in parts:
                column.addWidget(part, 1 if isinstance(part, ListView) else 0)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.addWidget(above)
        splitter.addWidget(below)
        splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(splitter)

    def _collection(self) -> CollectionRow | None:
        rows = self.collections.selected_rows()
        return rows[0] if len(rows) == 1 else None

    def _mandate(self) -> MandateRow | None:
        rows = self.mandates.selected_rows()
        return rows[0] if len(rows) == 1 else None

    def _let_act(self) -> None:
        row, mandate = self._collection(), self._mandate()
        waits = row is not None and row.status is CollectionStatus.PREPARED
        handed = row is not None and row.status is CollectionStatus.HANDED_OVER
        at_bank = row is not None and row.slip_status is SlipStatus.REMITTED
        self.tell.setEnabled(waits)
        self.send.setEnabled(waits or handed)
        self.cancel.setEnabled(waits or at_bank)
        self.form.setEnabled(mandate is not None)
        blocked = mandate is not None and mandate.state is MandateState.BLOCKED
        self.release.setEnabled(blocked)
        gone = (MandateState.REVOKED, MandateState.USED_UP)
        self.revoke.setEnabled(mandate is not None and mandate.state not in gone)

    def _presenter_take_returned(self) -> None:
        self._presenter.take_returned()

    def _refuse(self, form: FormDialog, refusal: OtcError) -> None:
        form.refuse(
            [(fault.where or "", self._presenter.sentence(fault)) for fault in faults_of(refusal)]
        )

    def _open_collection(self) -> None:
        presenter = self._presenter

        def preview(form: CollectionForm) -> None:
            presenter.prepare(
                form.command(dry=True),
                lambda prepared: form.shown.setPlainText(presenter.prepared_text(prepared)),
                lambda refusal: form.shown.setPlainText(presenter.error_text(refusal)),
            )

        form = CollectionForm(
            presenter.services, today=presenter.program.today(), preview=preview, parent=self
        )

        def made(prepared: Prepared) -> None:
            form.accept()
            numbers = ", ".join(each.number for each in prepared.collections)
            presenter.services.notices.done(
                self.tr("{numbers} prepared").format(numbers=numbers),
                self.tr("Tell the payers next, then write the file for the bank."),
            )

        form.submitted.connect(
            lambda: presenter.prepare(
                form.command(dry=False), made, lambda refusal: self._refuse(form, refusal)
            )
        )
        form.open()
        preview(form)

    def _tell(self) -> None:
        row = self._collection()
        if row is not None:
            self._presenter.tell(row.number)

    def _ask_file(self) -> None:
        row = self._collection()
        if row is None:
            return
        number, again = row.number, row.status is CollectionStatus.HANDED_OVER

        def write(path: Path) -> None:
            if again:
                self._presenter.write_again(number, path)
            else:
                self.hand_over(number, path)

        title, kinds = self.tr("File for the bank"), self.tr("SEPA files (*.xml)")
        ask_where_to_save(self, title, kinds, f"{number}.xml", write)

    def hand_over(self, number: str, path: Path, *, told_otherwise: bool = False) -> None:
        """Write the file; payers who were not told are asked about first."""

        def refused(refusal: OtcError) -> None:
            text = self._presenter.error_text(refusal)
            if refusal.code != _NOT_TOLD:
                self._presenter.services.notices.warning(text)
                return
            confirm(
                self,
                question=self.tr("The payers were not told"),
                explanation=text,
                accept_text=self.tr("They know otherwise: write the file"),
                on_accept=lambda: self.hand_over(number, path, told_otherwise=True),
            )

        self._presenter.hand_over(number, path, told_otherwise=told_otherwise, refused=refused)

    def _give_up(self) -> None:
        row = self._collection()
        if row is not None and self.cancel.isEnabled():
            self._presenter.cancel(row.number)

    def _open_mandate(self) -> None:
        presenter = self._presenter
        form = MandateForm(
            presenter.services,
            presenter.program.queries.customers,
            today=presenter.program.today(),
            parent=self,
        )

        def kept(mandate: Mandate) -> None:
            form.accept()
            presenter.services.notices.done(self.tr("Mandate {rum} kept").format(rum=mandate.rum))

        def submit() -> None:
            command = form.command()
            if command is not None:
                presenter.sign(command, kept, lambda refusal: self._refuse(form, refusal))

        form.submitted.connect(submit)
        form.open()

    def _ask_form(self) -> None:
        row = self._mandate()
        if row is None:
            return
        customer, scheme, recurrent = row.customer_code, row.scheme, row.recurrent
        ask_where_to_save(
            self,
            self.tr("Form to sign"),
            self.tr("PDF files (*.pdf)"),
            f"mandat-{customer}.pdf",
            lambda path: self._presenter.write_form(
                DrawMandate(customer=customer, path=path, scheme=scheme, recurrent=recurrent)
            ),
        )

    def _open_release(self) -> None:
        row = self._mandate()
        if row is None:
            return
        rum = row.rum
        form = ReleaseForm(self._presenter.services, rum=rum, reason=row.blocked_for, parent=self)
        form.submitted.connect(
            lambda: self._presenter.release(
                rum,
                form.iban.text(),
                lambda _mandate: form.accept(),
                lambda refusal: self._refuse(form, refusal),
            )
        )
        form.open()

    def _revoke(self) -> None:
        row = self._mandate()
        if row is not None and self.revoke.isEnabled():
            self._presenter.revoke(row.rum)

    def _open_refunds(self) -> None:
        RefundsDialog(self._presenter.services, self._presenter.program, parent=self).open()

    def _open_creditor(self) -> None:
        self._presenter.creditor(self._show_creditor)

    def _show_creditor(self, kept: tuple[str, int]) -> None:
        ics, days = kept
        form = CreditorForm(self._presenter.services, ics=ics, notice_days=days, parent=self)
        form.submitted.connect(
            lambda: self._presenter.keep_creditor(
                form.ics.text(),
                form.notice.value(),
                lambda _ics: form.accept(),
                lambda refusal: self._refuse(form, refusal),
            )
        )
        form.open()
