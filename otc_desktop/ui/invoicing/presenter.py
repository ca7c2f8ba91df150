"""What the invoicing tab asks of the program."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from otc_desktop.application.invoicing.cancel_contract import CancelContract, cancel_contract
from otc_desktop.application.invoicing.contract_rows import ContractRow
from otc_desktop.application.invoicing.correct_invoice import CorrectInvoice, correct_invoice
from otc_desktop.application.invoicing.create_contract import CreateContract, create_contract
from otc_desktop.application.invoicing.credit_invoice import CreditInvoice, credit_invoice
from otc_desktop.application.invoicing.discard_draft import DiscardDraft, discard_draft
from otc_desktop.application.invoicing.export_pdf import ExportPdf, export_pdf
from otc_desktop.application.invoicing.invoice_deliveries import (
    InvoiceDeliveries,
    invoice_deliveries,
)
from otc_desktop.application.invoicing.invoice_delivery import InvoiceDelivery, invoice_delivery
from otc_desktop.application.invoicing.invoice_deposit import InvoiceDeposit, invoice_deposit
from otc_desktop.application.invoicing.invoice_orders import InvoiceOrders, invoice_orders
from otc_desktop.application.invoicing.invoice_situation import (
    InvoiceSituation,
    invoice_situation,
)
from otc_desktop.application.invoicing.issue_invoice import (
    IssuedInvoice,
    IssueInvoice,
    issue_invoice,
)
from otc_desktop.application.invoicing.plan_billing import (
    PlanBilling,
    ProposedInvoice,
    plan_billing,
)
from otc_desktop.application.invoicing.prepare_contract import PrepareContract, prepare_contract
from otc_desktop.application.invoicing.preview_mails import (
    MailPreview,
    PreviewMails,
    preview_mails,
)
from otc_desktop.application.invoicing.queries import DraftRow
from otc_desktop.application.invoicing.read_draft import CheckedDraft, ReadDraft, read_draft
from otc_desktop.application.invoicing.read_invoice import ReadInvoice, read_invoice
from otc_desktop.application.invoicing.read_works import ReadWorks, read_works
from otc_desktop.application.invoicing.save_mail import SaveMail, save_mail
from otc_desktop.application.invoicing.send_invoice import SendInvoice, send_invoice
from otc_desktop.application.invoicing.sending_rules import (
    ReadSendingRules,
    read_sending_rules,
)
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.outbox.send_mail import SendMail, SendOutcome, send_mail
from otc_desktop.application.reporting.read_invoice_errors import (
    ReadInvoiceErrors,
    read_invoice_errors,
)
from otc_desktop.application.sales.price_order import PriceOrder, price_order
from otc_desktop.application.sales.queries import DeliveryRow
from otc_desktop.domain.invoicing.invoice import Invoice, InvoiceDraft
from otc_desktop.domain.invoicing.recurring import RecurringContract
from otc_desktop.domain.invoicing.works import WorksContract
from otc_desktop.domain.reporting.invoice_errors import InvoiceErrors
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.domain.shared.findings import Finding, Severity
from otc_desktop.domain.shared.ids import InvoiceId, MailId
from otc_desktop.domain.shared.sending import SendAtIssue
from otc_desktop.ui.invoicing.batches import BatchOutcome, run_batch
from otc_desktop.ui.kernel.presenter import Presenter, all_rows
from otc_desktop.ui.widgets.line_pricing import Priced, Pricing, Refused

IssueOutcome = BatchOutcome[DraftRow, IssuedInvoice]
DiscardOutcome = BatchOutcome[DraftRow, None]
DraftOutcome = BatchOutcome[str, InvoiceDraft]
GroupOutcome = BatchOutcome[ProposedInvoice, InvoiceDraft]
ContractOutcome = BatchOutcome[ContractRow, Sequence[InvoiceDraft]]
MailOutcome = BatchOutcome[str, MailId]


class InvoicingPresenter(Presenter):
    """Drafts, issuing, sending, crediting."""

    def draft_deliveries(
        self, numbers: Sequence[str], on_done: Callable[[DraftOutcome], None]
    ) -> None:
        """Prepare the invoice of each delivery."""
        run = self.program.use_cases.run
        self._batch(
            numbers,
            lambda number, task: run(invoice_delivery, InvoiceDelivery(number=number), task),
            on_done,
            self.tr("Preparing invoices"),
        )

    def plan_billing(
        self,
        command: PlanBilling,
        on_done: Callable[[Sequence[ProposedInvoice]], None],
    ) -> None:
        """What billing deliveries would make."""
        self.read(plan_billing, command, on_done=on_done)

    def draft_groups(
        self, proposed: Sequence[ProposedInvoice], on_done: Callable[[GroupOutcome], None]
    ) -> None:
        """Prepare each of these invoices; what was stopped is simply proposed again."""
        run = self.program.use_cases.run
        self._batch(
            proposed,
            lambda each, task: run(
                invoice_deliveries, InvoiceDeliveries(numbers=each.deliveries), task
            ),
            on_done,
            self.tr("Preparing invoices"),
        )

    def prepare_contracts(self, on_done: Callable[[ContractOutcome], None]) -> None:
        """Make the drafts that recurring contracts owe, each contract by itself."""
        run = self.program.use_cases.run
        source = self.program.queries.contracts
        today = self.program.today()

        def work(task: Task) -> ContractOutcome:
            due = [
                row
                for row in all_rows(source)
                if row.next_due_on is not None and row.next_due_on <= today
            ]
            return run_batch(
                due,
                lambda row, one: run(prepare_contract, PrepareContract(contract_id=row.id), one),
                task,
            )

        self.services.tasks.submit(
            self, work, on_done=on_done, label=self.tr("Preparing contracts"), writing=True
        )

    def pricing(self) -> Pricing:
        """The program's rules of prices, as the line editor asks for them."""

        def price(asked: PriceOrder, on_done: Priced, on_error: Refused) -> None:
            self.read(price_order, asked, on_done=on_done, on_error=on_error)

        return Pricing(price, self.price_origin)

    def create_contract(
        self,
        command: CreateContract,
        on_done: Callable[[RecurringContract], None],
        on_error: Callable[[OtcError], None],
    ) -> None:
        """Keep a recurring contract."""
        self.write(create_contract, command, on_done=on_done, on_error=on_error)

    def from_order(
        self,
        command: InvoiceDeposit | InvoiceOrders,
        on_done: Callable[[InvoiceDraft], None],
        on_error: Callable[[OtcError], None],
    ) -> None:
        """Prepare a deposit invoice, or the invoice of what is not delivered."""
        if isinstance(command, InvoiceDeposit):
            self.write(invoice_deposit, command, on_done=on_done, on_error=on_error)
        else:
            self.write(invoice_orders, command, on_done=on_done, on_error=on_error)

    def load_works(self, number: str, on_done: Callable[[WorksContract], None]) -> None:
        """A works contract with its lines and how far they have come."""
        self.read(read_works, ReadWorks(number=number), on_done=on_done)

    def invoice_situation(
        self,
        command: InvoiceSituation,
        on_done: Callable[[InvoiceDraft], None],
        on_error: Callable[[OtcError], None],
    ) -> None:
        """Prepare the next progress invoice."""
        self.write(invoice_situation, command, on_done=on_done, on_error=on_error)

    def end_contract(
        self,
        command: CancelContract,
        on_done: Callable[[RecurringContract], None],
        on_error: Callable[[OtcError], None],
    ) -> None:
        """Give a contract its last day."""
        self.write(cancel_contract, command, on_done=on_done, on_error=on_error)

    def correct(
        self,
        command: CorrectInvoice,
        on_done: Callable[[InvoiceDraft], None],
        on_error: Callable[[OtcError], None],
    ) -> None:
        """Prepare the corrective invoice of an issued one."""
        self.write(correct_invoice, command, on_done=on_done, on_error=on_error)

    def errors_of_year(self, on_done: Callable[[InvoiceErrors], None]) -> None:
        """How many invoices of the last year were corrected for an error."""
        self.read(read_invoice_errors, ReadInvoiceErrors(), on_done=on_done)

    def all_deliveries(self, on_done: Callable[[Sequence[DeliveryRow]], None]) -> None:
        """Every delivery that no document invoices yet."""
        source = self.program.queries.deliveries_to_invoice
        self.ask(lambda: all_rows(source), on_done=on_done)

    def all_drafts(self, on_done: Callable[[Sequence[DraftRow]], None]) -> None:
        """Every draft."""
        source = self.program.queries.drafts
        self.ask(lambda: all_rows(source), on_done=on_done)

    def counts(self, on_done: Callable[[tuple[int, int]], None]) -> None:
        """How many deliveries wait for a draft, and how many drafts to be issued."""
        queries = self.program.queries
        everything = PageRequest()
        self.ask(
            lambda: (
                queries.deliveries_to_invoice.count(everything),
                queries.drafts.count(everything),
            ),
            on_done=on_done,
        )

    def sending_rules(
        self, drafts: Sequence[DraftRow], on_done: Callable[[Mapping[str, SendAtIssue]], None]
    ) -> None:
        """When the documents of these drafts' customers are mailed, by customer."""
        codes = frozenset(draft.customer_code for draft in drafts)
        self.read(read_sending_rules, ReadSendingRules(customers=codes), on_done=on_done)

    def issue(
        self,
        drafts: Sequence[DraftRow],
        on_done: Callable[[IssueOutcome], None],
        *,
        send: Mapping[InvoiceId, bool | None],
    ) -> None:
        """Issue these drafts by date: the dates of numbered documents never go back.

        `send` says by draft whether it is put in the outbox in the same transaction; None
        leaves it to the customer's rule.
        """
        run = self.program.use_cases.run
        self._batch(
            sorted(drafts, key=lambda draft: (draft.document_on, draft.id)),
            lambda draft, task: run(
                issue_invoice, IssueInvoice(invoice_id=draft.id, send=send[draft.id]), task
            ),
            on_done,
            self.tr("Issuing invoices"),
        )

    def discard(
        self, drafts: Sequence[DraftRow], on_done: Callable[[DiscardOutcome], None]
    ) -> None:
        """Throw drafts away."""
        run = self.program.use_cases.run
        self._batch(
            drafts,
            lambda draft, task: run(discard_draft, DiscardDraft(invoice_id=draft.id), task),
            on_done,
            self.tr("Discarding drafts"),
        )

    def load_draft(
        self,
        draft_id: UUID,
        on_done: Callable[[CheckedDraft], None],
        on_error: Callable[[OtcError], None],
    ) -> None:
        """A draft's content, and what stands against issuing it."""
        command = ReadDraft(invoice_id=InvoiceId(draft_id))
        self.read(read_draft, command, on_done=on_done, on_error=on_error)

    def doubts(self, findings: Sequence[Finding]) -> str:
        """What blocks a draft and what to weigh, one a line, the blocking ones first."""
        blocking = [each for each in findings if each.severity is Severity.ERROR]
        others = [each for each in findings if each.severity is not Severity.ERROR]
        lines = [
            self.tr("To put right: {text}").format(text=self.sentence(each)) for each in blocking
        ]
        lines += [self.tr("To check: {text}").format(text=self.sentence(each)) for each in others]
        return "\n".join(lines)

    def load_invoice(self, invoice_id: UUID, on_done: Callable[[Invoice], None]) -> None:
        """An issued document with its lines."""
        self.read(read_invoice, ReadInvoice(invoice_id=InvoiceId(invoice_id)), on_done=on_done)

    def load_pdf(
        self,
        invoice_id: UUID,
        on_done: Callable[[bytes | None], None],
        on_error: Callable[[OtcError], None],
    ) -> None:
        """The archived PDF of a document, None for one taken over from elsewhere."""
        queries = self.program.queries
        self.ask(lambda: queries.document_pdf(invoice_id), on_done=on_done, on_error=on_error)

    def preview_mails(
        self, numbers: Sequence[str], on_done: Callable[[Sequence[MailPreview]], None]
    ) -> None:
        """The mails of issued documents as they would leave."""
        self.read(preview_mails, PreviewMails(numbers=tuple(numbers)), on_done=on_done)

    def queue_mail(
        self,
        command: SendInvoice,
        on_done: Callable[[MailId], None],
        on_error: Callable[[OtcError], None],
    ) -> None:
        """Put one document in the outbox, as its mail reads now."""
        self.write(send_invoice, command, on_done=on_done, on_error=on_error)

    def save_mail(
        self,
        command: SaveMail,
        on_done: Callable[[Path], None],
        on_error: Callable[[OtcError], None],
    ) -> None:
        """Write a document's mail to a file for the user's mail program."""
        self.write(save_mail, command, on_done=on_done, on_error=on_error)

    def queue_mails(
        self, mails: Sequence[MailPreview], on_done: Callable[[MailOutcome], None]
    ) -> None:
        """Put documents in the outbox; one that was queued before goes besides."""
        run = self.program.use_cases.run
        again = {mail.number: mail.was_queued for mail in mails}
        self._batch(
            [mail.number for mail in mails],
            lambda number, task: run(
                send_invoice, SendInvoice(number=number, again=again[number]), task
            ),
            on_done,
            self.tr("Preparing e-mails"),
        )

    def send_outbox(self, on_done: Callable[[SendOutcome], None]) -> None:
        """Send what waits in the outbox now."""
        self.write(send_mail, SendMail(), on_done=on_done, label=self.tr("Sending e-mails"))

    def credit(
        self,
        command: CreditInvoice,
        on_done: Callable[[InvoiceDraft], None],
        on_error: Callable[[OtcError], None],
    ) -> None:
        """Prepare a credit note."""
        self.write(credit_invoice, command, on_done=on_done, on_error=on_error)

    def save_pdf(self, number: str, path: Path, on_done: Callable[[str], None]) -> None:
        """Write the archived PDF of a document to a file."""
        self.read(export_pdf, ExportPdf(number=number, path=path), on_done=on_done)

    def _batch(
        self,
        items: Sequence[Any],
        run_one: Callable[[Any, Task], Any],
        on_done: Callable[[Any], None],
        label: str,
    ) -> None:
        def work(task: Task) -> Any:
            return run_batch(items, run_one, task)

        self.services.tasks.submit(self, work, on_done=on_done, label=label, writing=True)
