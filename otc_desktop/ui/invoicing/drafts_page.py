"""Drafts: looked at, issued, or thrown away."""

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QMessageBox, QSplitter, QVBoxLayout, QWidget

from otc_desktop.application.invoicing.make_pro_forma import MakeProForma
from otc_desktop.application.invoicing.queries import DraftRow
from otc_desktop.application.invoicing.read_draft import CheckedDraft
from otc_desktop.domain.attachments.attachment import SubjectKind
from otc_desktop.domain.shared.ids import InvoiceId
from otc_desktop.domain.shared.money import total
from otc_desktop.domain.shared.sending import SendAtIssue
from otc_desktop.ui.invoicing.columns import draft_columns
from otc_desktop.ui.invoicing.presenter import DiscardOutcome, InvoicingPresenter, IssueOutcome
from otc_desktop.ui.kernel.theme import SPACING
from otc_desktop.ui.tables.empty_state import EmptyState
from otc_desktop.ui.tables.list_view import ListView
from otc_desktop.ui.widgets.action_bar import ActionBar
from otc_desktop.ui.widgets.confirm import confirm
from otc_desktop.ui.widgets.document_panel import DocumentPanel
from otc_desktop.ui.widgets.fault_report import FaultReport
from otc_desktop.ui.widgets.pro_formas import ProFormas


class DraftsPage(QWidget):
    """Issues drafts one by one, each its own transaction; what is at fault is listed.

    Args:
        presenter: of the tab.
        show_issued: brings the issued documents to the front.
        show_deliveries: brings the deliveries to invoice to the front.
        read_einvoice: asks for a file that may become a draft.
    """

    def __init__(
        self,
        presenter: InvoicingPresenter,
        *,
        show_issued: Callable[[], None],
        show_deliveries: Callable[[], None],
        read_einvoice: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._show_issued = show_issued
        self._shown: UUID | None = None
        services = presenter.services
        self.bar = ActionBar(self)
        self.issue = self.bar.add(
            self.tr("Issue"),
            lambda: self._prepare_issue(self.list.selected_rows()),
            shortcut="Ctrl+Return",
            tip=self.tr("Give the selected drafts their numbers"),
            primary=True,
        )
        self.issue_and_send = self.bar.add(
            self.tr("Issue and send"),
            lambda: self._ask_to_issue(self.list.selected_rows(), send=lambda _draft: True),
            shortcut="Ctrl+E",
            tip=self.tr("Give the selected drafts their numbers, and put them in the outbox"),
        )
        self.issue_all = self.bar.add(
            self.tr("Issue all"),
            lambda: presenter.all_drafts(self._prepare_issue),
            shortcut="Ctrl+Shift+Return",
            tip=self.tr("Give all drafts their numbers, by date"),
        )
        self.pro_formas = ProFormas(presenter, self)
        self.pro_forma = self.bar.add(
            self.tr("Pro forma…"),
            self._ask_for_pro_forma,
            shortcut="Ctrl+P",
            tip=self.tr("Show what the invoice would say: for a letter of credit, or customs"),
        )
        self.discard = self.bar.add(
            self.tr("Discard"),
            self._ask_to_discard,
            shortcut="Delete",
            tip=self.tr("Throw the selected drafts away; their deliveries can be invoiced again"),
        )
        self.read_file = self.bar.add(
            self.tr("Read an e-invoice…"),
            read_einvoice,
            shortcut="Ctrl+O",
            tip=self.tr("Look at a Factur-X, CII or UBL file, check it, make a draft of it"),
        )
        self.list: ListView[DraftRow] = ListView(
            services,
            presenter.program.queries.drafts,
            draft_columns(presenter.word),
            name="invoicing-drafts",
            empty=EmptyState(
                title=self.tr("No draft waits"),
                hint=self.tr("Prepare invoices from deliveries, then issue them here."),
                action_text=self.tr("Deliveries to invoice"),
                action=show_deliveries,
            ),
            sort="document_on",
            parent=self,
        )
        self.list.table.addActions([self.issue, self.issue_and_send, self.discard])
        self.panel = DocumentPanel(
            services, hint=self.tr("Choose a draft to see its lines."), parent=self
        )
        self.files = self.panel.add_files(presenter.program, name="invoicing-draft-files")
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(self.list)
        splitter.addWidget(self.panel)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([800, 500])
        splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.bar)
        column.addWidget(splitter, 1)
        self.list.selection_changed.connect(self._on_selection)
        self._on_selection([])

    def _on_selection(self, ids: Sequence[UUID]) -> None:
        self.issue.setEnabled(bool(ids))
        self.issue_and_send.setEnabled(bool(ids))
        self.discard.setEnabled(bool(ids))
        self.pro_forma.setEnabled(len(ids) == 1)
        self._shown = ids[0] if ids else None
        if self._shown is None:
            self.panel.clear()
            return
        self._presenter.load_draft(
            self._shown, self._show_draft, on_error=lambda _refusal: self.panel.clear()
        )

    def _show_draft(self, checked: CheckedDraft) -> None:
        draft = checked.draft
        if draft.id != self._shown:
            return
        row = next((row for row in self.list.selected_rows() if row.id == draft.id), None)
        if row is None:
            return
        date = self._presenter.services.formats.date
        kind = self._presenter.word("invoice_kind", row.kind.value).capitalize()
        self.panel.show_document(
            title=f"{kind} · {row.customer_code} {row.customer_name}",
            facts=[
                (self.tr("Dated"), date(row.document_on)),
                (self.tr("Supplied on"), date(draft.supplied_on) if draft.supplied_on else ""),
                (self.tr("Purchase order"), draft.purchase_order),
                (self.tr("Credits"), draft.credits_number),
            ],
            lines=draft.lines,
            totals=draft.totals(),
            note=self._presenter.doubts(checked.findings),
        )
        self.files.show_subject(SubjectKind.INVOICE, draft.id)

    def _prepare_issue(self, drafts: Sequence[DraftRow]) -> None:
        """Issue as each customer's rule has it; those of which to ask are asked about once."""
        if drafts:
            self._presenter.sending_rules(drafts, lambda rules: self._ask_by_rule(drafts, rules))

    def _ask_by_rule(self, drafts: Sequence[DraftRow], rules: Mapping[str, SendAtIssue]) -> None:
        asked = {code for code, rule in rules.items() if rule is SendAtIssue.ASK}
        count = sum(draft.customer_code in asked for draft in drafts)
        at_once = sum(rules.get(each.customer_code) is SendAtIssue.AT_ISSUE for each in drafts)
        also = QCheckBox(self.tr("Put {count} in the outbox as well").format(count=count))
        also.setToolTip(self.tr("Customers whose rule is to ask at issue"))

        def choice(draft: DraftRow) -> bool | None:
            return True if also.isChecked() and draft.customer_code in asked else None

        note = ""
        if at_once:
            note = self.tr("By e-mail at once, by their rule: {count}.").format(count=at_once)
        box = self._ask_to_issue(drafts, send=choice, note=note)
        if box is not None and count:
            box.setCheckBox(also)

    def _ask_to_issue(
        self,
        drafts: Sequence[DraftRow],
        *,
        send: Callable[[DraftRow], bool | None],
        note: str = "",
    ) -> QMessageBox | None:
        if not drafts:
            return None
        currency = drafts[0].total_incl_tax.currency
        amount = total(
            (
                row.total_incl_tax if row.kind.sign > 0 else -row.total_incl_tax
                for row in drafts
                if row.total_incl_tax.currency == currency
            ),
            currency,
        )

        def issue() -> None:
            chosen = {draft.id: send(draft) for draft in drafts}
            self._presenter.issue(drafts, self._issued, send=chosen)

        explanation = self.tr(
            "Each gets its legal number and is posted. An issued document can't be changed"
            " any more: a mistake is put right by a credit note."
        )
        return confirm(
            self,
            question=self.tr("Issue {count} document(s) for {amount}?").format(
                count=len(drafts), amount=self._presenter.services.formats.money(amount)
            ),
            explanation=f"{explanation}\n\n{note}" if note else explanation,
            accept_text=self.tr("Issue and send") if all(map(send, drafts)) else self.tr("Issue"),
            on_accept=issue,
        )

    def _issued(self, outcome: IssueOutcome) -> None:
        count = len(outcome.done)
        if outcome.refused:
            FaultReport(
                self._presenter.services,
                title=self.tr("Issue"),
                summary=self.tr("Issued: {done}. Not issued: {refused}.").format(
                    done=count, refused=len(outcome.refused)
                ),
                faults=[
                    (_label(draft), self._presenter.reasons(refusal))
                    for draft, refusal in outcome.refused
                ],
                parent=self,
            ).open()
            return
        numbers = [issued.invoice.number for _, issued in outcome.done]
        between = [f"{numbers[0]} – {numbers[-1]}"] if count > 1 else numbers
        title = self.tr("Documents issued: {count}").format(count=count)
        queued = sum(issued.queued for _, issued in outcome.done)
        unreachable = sum(issued.unreachable for _, issued in outcome.done)
        mails = [self.tr("In the outbox: {count}").format(count=queued)] if queued else []
        if unreachable:
            text = self.tr("Without an e-mail address: {count}")
            mails.append(text.format(count=unreachable))
        if outcome.stopped:
            title = self.tr("Stopped. Documents issued: {count}").format(count=count)
        self._presenter.services.notices.done(
            title,
            " · ".join((*between, *mails)),
            action_text=self.tr("Show the issued documents"),
            action=self._show_issued,
        )

    def _ask_for_pro_forma(self) -> None:
        if self._shown is not None:
            self.pro_formas.ask(MakeProForma(draft_id=InvoiceId(self._shown)))

    def _ask_to_discard(self) -> None:
        drafts = self.list.selected_rows()
        if not drafts:
            return
        confirm(
            self,
            question=self.tr("Throw {count} draft(s) away?").format(count=len(drafts)),
            explanation=self.tr("A delivery behind a draft can be invoiced again."),
            accept_text=self.tr("Discard"),
            on_accept=lambda: self._presenter.discard(drafts, self._discarded),
        )

    def _discarded(self, outcome: DiscardOutcome) -> None:
        services = self._presenter.services
        for _, refusal in outcome.refused:
            services.errors.show(refusal)
        if not outcome.refused:
            services.notices.done(
                self.tr("Drafts discarded: {count}").format(count=len(outcome.done))
            )


def _label(draft: DraftRow) -> str:
    return f"{draft.customer_code} {draft.customer_name}"
