"""What the bank tab asks of the program, off the GUI thread."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from otc_desktop.application.banking.ignore_transaction import (
    IgnoreTransactions,
    TakeBackTransactions,
    ignore_transactions,
    take_back_transactions,
)
from otc_desktop.application.banking.post_lines import ReadBankPostings, read_bank_postings
from otc_desktop.application.banking.queries import AllocationRow
from otc_desktop.application.receivables.allocate_receipt import (
    AllocateReceipt,
    allocate_receipt,
)
from otc_desktop.application.receivables.credit_slips import (
    MatchSlips,
    SlipsMatched,
    match_waiting_slips,
)
from otc_desktop.application.receivables.explain_receipt import (
    ExplainReceipt,
    ReceiptExplanation,
    explain_receipt,
)
from otc_desktop.application.receivables.match_receipts import (
    MatchReceipts,
    match_receipts,
)
from otc_desktop.application.receivables.undo_allocation import (
    UndoAllocation,
    undo_allocation,
)
from otc_desktop.domain.banking.posting import BankPosting
from otc_desktop.domain.banking.transaction import TransactionStatus
from otc_desktop.domain.receivables.allocation import Reason
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.domain.shared.ids import AllocationId, BankTransactionId, CustomerId
from otc_desktop.ui.bank.wording import AllocationText
from otc_desktop.ui.kernel.presenter import Presenter
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tasks import Job

_WAITING = (TransactionStatus.OPEN, TransactionStatus.PARTIAL)


class BankPresenter(Presenter):
    """The bank tab without its widgets.

    Signals:
        explained (ReceiptExplanation): the answer to the last `explain`.
        allocations_read (UUID, list of AllocationText): what of a line is settled.
        posted (MatchOutcome): the sure lines were accepted.
        slips_credited (int): so many deposit slips found their bank line.
        waiting_counted (int): how many lines wait for somebody.
    """

    explained = Signal(object)
    allocations_read = Signal(object, object)
    posted = Signal(object)
    slips_credited = Signal(int)
    waiting_counted = Signal(int)

    def __init__(
        self, services: WindowServices, program: Program, parent: QObject | None = None
    ) -> None:
        super().__init__(services, program, parent)
        self._explaining: Job | None = None

    def explain(self, transaction_id: UUID, *, customer_id: UUID | None = None) -> None:
        """Ask what a line may pay; an answer still on its way is dropped."""
        self.stop_explaining()
        command = ExplainReceipt(
            transaction_id=BankTransactionId(transaction_id),
            customer_id=None if customer_id is None else CustomerId(customer_id),
        )
        self._explaining = self.read(explain_receipt, command, on_done=self._on_explained)

    def stop_explaining(self) -> None:
        """The line asked about is no longer looked at."""
        if self._explaining is not None:
            self.services.tasks.cancel(self._explaining)
            self._explaining = None

    def accept(
        self,
        command: AllocateReceipt,
        *,
        on_done: Callable[[], None],
        on_error: Callable[[OtcError], None],
    ) -> None:
        """Lay a line on the items chosen."""
        self.write(
            allocate_receipt, command, on_done=lambda allocation: on_done(), on_error=on_error
        )

    def accept_sure(self) -> None:
        """Post every proposal that needs no person: credits of deposit slips first."""
        label = self.tr("Matching receipts")

        def match(slips: SlipsMatched) -> None:
            if slips.sure:
                self.slips_credited.emit(len(slips.sure))
            self.write(
                match_receipts, MatchReceipts(post=True), on_done=self.posted.emit, label=label
            )

        self.write(match_waiting_slips, MatchSlips(post=True), on_done=match, label=label)

    def ignore(
        self,
        ids: Sequence[UUID],
        reason: str,
        *,
        on_done: Callable[[], None],
        on_error: Callable[[OtcError], None],
    ) -> None:
        """Set lines aside."""
        command = IgnoreTransactions(
            transaction_ids=tuple(BankTransactionId(each) for each in ids), reason=reason
        )

        self.write(
            ignore_transactions, command, on_done=lambda ignored: on_done(), on_error=on_error
        )

    def take_back(self, ids: Sequence[UUID]) -> None:
        """Let lines set aside wait again."""
        command = TakeBackTransactions(
            transaction_ids=tuple(BankTransactionId(each) for each in ids)
        )
        self.write(take_back_transactions, command, on_done=lambda taken: None)

    def undo(self, allocation_id: UUID) -> None:
        """Take an allocation back by a reversing entry."""
        command = UndoAllocation(allocation_id=AllocationId(allocation_id))
        self.write(undo_allocation, command, on_done=self._on_undone)

    def count_waiting(self) -> None:
        """Count the lines that wait for somebody."""
        lines = self.program.queries.bank_transactions

        def waiting() -> int:
            counters = lines.counters()
            return sum(counters.get(status, 0) for status in _WAITING)

        self.ask(waiting, on_done=self.waiting_counted.emit)

    def read_allocations(self, transaction_id: UUID) -> None:
        """Read what of a line is settled already."""
        lines = self.program.queries.bank_transactions

        def found() -> tuple[Sequence[AllocationRow], Sequence[BankPosting]]:
            asked = ReadBankPostings(transaction_id=BankTransactionId(transaction_id))
            return (
                lines.allocations(transaction_id),
                self.program.use_cases.run(read_bank_postings, asked),
            )

        def on_done(both: tuple[Sequence[AllocationRow], Sequence[BankPosting]]) -> None:
            allocations, postings = both
            texts = [self._posting_text(posting) for posting in reversed(postings)]
            texts += [self._allocation_text(row) for row in allocations]
            self.allocations_read.emit(transaction_id, texts)

        self.ask(found, on_done=on_done)

    def reason_text(self, reason: Reason) -> str:
        """Why a match is believed, in words."""
        language = self.services.formats.language.value
        return self.program.messages.sentence(reason.code, reason.params, language)

    def _posting_text(self, posting: BankPosting) -> AllocationText:
        detail = self.services.formats.money(posting.amount)
        if posting.rule_id is not None:
            detail = " · ".join((detail, self.tr("by a rule")))
        return AllocationText(
            id=posting.id,
            title=self.tr("Kept on a customer's account")
            if posting.item_id is not None
            else self.tr("Posted to account {account}").format(account=posting.ledger_account),
            detail=detail,
            undone=False,
            posting=True,
        )

    def _allocation_text(self, row: AllocationRow) -> AllocationText:
        money = self.services.formats.money
        parts = ", ".join(f"{number} ({money(amount)})" for number, amount in row.parts)
        who = self.tr("the program") if row.made_by_machine else row.made_by
        title = self.tr("Undone: {parts}") if row.undone else self.tr("Settles {parts}")
        detail = [
            self.tr("by {who} on {date}").format(
                who=who, date=self.services.formats.date(row.made_at.date())
            )
        ]
        if row.difference.amount:
            detail.append(
                self.tr("written off {amount} ({kind})").format(
                    amount=money(row.difference.amount),
                    kind=self.word("difference_kind", row.difference.kind.value),
                )
            )
        detail.extend(self.reason_text(reason) for reason in row.reasons)
        return AllocationText(
            id=row.id,
            title=title.format(parts=parts),
            detail=" · ".join(detail),
            undone=row.undone,
        )

    def _on_undone(self, undone: object) -> None:
        self.services.notices.done(
            self.tr("The allocation is undone"),
            self.tr("The documents are open again, and the line waits on the desk."),
        )

    def _on_explained(self, explanation: ReceiptExplanation) -> None:
        self._explaining = None
        self.explained.emit(explanation)
