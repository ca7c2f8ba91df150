"""What the section of receipts in hand asks of the program."""

from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from otc_desktop.application.banking.post_lines import UndoBankPosting, undo_bank_posting
from otc_desktop.application.receivables.bill_file import WriteBillFile, write_bill_file
from otc_desktop.application.receivables.credit_slips import (
    CreditSlip,
    MatchSlips,
    SlipsMatched,
    credit_slip,
    match_waiting_slips,
)
from otc_desktop.application.receivables.deposit_slips import (
    OpenSlip,
    RemitPapers,
    WithdrawSlip,
    open_slip,
    remit_papers,
    withdraw_slip,
)
from otc_desktop.application.receivables.enter_paper import (
    CorrectPaper,
    EnterPaper,
    UndoPaper,
    correct_paper,
    enter_paper,
    undo_paper,
)
from otc_desktop.application.receivables.paper_choices import (
    ReadPayableItems,
    ReadReturnLines,
    ReadSlipAccounts,
    read_payable_items,
    read_return_lines,
    read_slip_accounts,
)
from otc_desktop.application.receivables.paper_queries import PaperRow, SlipRow
from otc_desktop.application.receivables.return_paper import (
    ReturnPaper,
    UndoReturn,
    return_paper,
    undo_return,
)
from otc_desktop.domain.banking.statement import BankAccount
from otc_desktop.domain.banking.transaction import BankTransaction
from otc_desktop.domain.matching.slips import SlipMatch
from otc_desktop.domain.receivables.deposit_slip import DepositSlip
from otc_desktop.domain.receivables.open_item import OpenItem
from otc_desktop.domain.receivables.paper_receipt import PaperReceipt, PaperStatus
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.ui.kernel.presenter import Presenter


class PapersPresenter(Presenter):
    """Receipts and slips without widgets."""

    def items_of(self, customer: str, on_done: Callable[[Sequence[OpenItem]], None]) -> None:
        """What a customer owes."""
        self.read(read_payable_items, ReadPayableItems(customer=customer), on_done=on_done)

    def enter(
        self,
        command: EnterPaper,
        on_done: Callable[[PaperReceipt], None],
        on_error: Callable[[OtcError], None],
    ) -> None:
        """Keep a receipt."""
        self.write(enter_paper, command, on_done=on_done, on_error=on_error)

    def correct(
        self,
        command: CorrectPaper,
        on_done: Callable[[PaperReceipt], None],
        on_error: Callable[[OtcError], None],
    ) -> None:
        """Put right what is written on it."""
        self.write(correct_paper, command, on_done=on_done, on_error=on_error)

    def undo(self, row: PaperRow) -> None:
        """Take a receipt back that is still in hand, or the return of one."""
        if row.status is PaperStatus.RETURNED:
            self.write(
                undo_return,
                UndoReturn(paper_id=row.id),
                on_done=lambda _paper: self.services.notices.done(
                    self.tr("The return is taken back"),
                    self.tr("Its documents are settled again."),
                ),
            )
            return

        def tell(_paper: PaperReceipt) -> None:
            self.services.notices.done(
                self.tr("The receipt is taken back"),
                self.tr("Its documents are open again."),
            )

        self.write(undo_paper, UndoPaper(paper_id=row.id), on_done=tell)

    def accounts(self, on_done: Callable[[Sequence[BankAccount]], None]) -> None:
        """Where a slip can go."""
        self.read(read_slip_accounts, ReadSlipAccounts(), on_done=on_done)

    def remit(
        self,
        command: RemitPapers,
        on_done: Callable[[DepositSlip], None],
        on_error: Callable[[OtcError], None],
    ) -> None:
        """Make a slip, and open it."""

        def made(slip: DepositSlip) -> None:
            on_done(slip)
            self.services.notices.done(
                self.tr("Slip {number} made").format(number=slip.number),
                action_text=self.tr("Take it apart"),
                action=lambda: self.withdraw(slip.number),
            )
            self.show_slip(slip.number)

        self.write(remit_papers, command, on_done=made, on_error=on_error)

    def withdraw(self, number: str) -> None:
        """Take a slip apart."""

        def tell(slip: DepositSlip) -> None:
            self.services.notices.done(
                self.tr("Slip {number} is taken apart").format(number=slip.number),
                self.tr("What stood on it is in hand again."),
            )

        self.write(withdraw_slip, WithdrawSlip(number=number), on_done=tell)

    def show_slip(self, number: str) -> None:
        """The slip's PDF in the system's viewer."""

        def show(path: Path) -> None:
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
                self.services.notices.warning(
                    self.tr("No program opens {name}").format(name=path.name),
                    self.tr("Install a PDF viewer, or write the slip with otc receipt pdf."),
                )

        language = self.services.formats.language.value
        self.read(open_slip, OpenSlip(number=number, language=language), on_done=show)

    def write_bill_file(self, number: str, path: Path) -> None:
        """A slip of bills as the bank's file."""

        def tell(written: Path) -> None:
            self.services.notices.done(self.tr("{name} written").format(name=written.name))

        self.read(write_bill_file, WriteBillFile(number=number, path=path), on_done=tell)

    def match(self, on_done: Callable[[SlipsMatched], None]) -> None:
        """Book the bank lines of waiting slips where they are sure; hear of the others."""
        self.write(
            match_waiting_slips,
            MatchSlips(post=True),
            on_done=on_done,
            label=self.tr("Looking for the bank lines of slips"),
        )

    def credit(self, found: SlipMatch, on_error: Callable[[OtcError], None]) -> None:
        """Book a proposed line."""
        self.write(
            credit_slip,
            CreditSlip(slip_number=found.slip.number, transaction_id=found.transaction.id),
            on_done=lambda _posting: self.services.notices.done(
                self.tr("Slip {number} is credited").format(number=found.slip.number)
            ),
            on_error=on_error,
        )

    def undo_credit(self, row: SlipRow) -> None:
        """Take the bank line off a slip."""
        if row.posting_id is None:
            return
        self.write(
            undo_bank_posting,
            UndoBankPosting(posting_id=row.posting_id),
            on_done=lambda _undo: self.services.notices.done(
                self.tr("Slip {number} waits for its bank line again").format(number=row.number)
            ),
        )

    def return_lines(
        self, paper_id: UUID, on_done: Callable[[Sequence[BankTransaction]], None]
    ) -> None:
        """Bank lines that may be a return's debit."""
        self.read(read_return_lines, ReadReturnLines(paper_id=paper_id), on_done=on_done)

    def send_back(
        self,
        command: ReturnPaper,
        on_done: Callable[[PaperReceipt], None],
        on_error: Callable[[OtcError], None],
    ) -> None:
        """A receipt came back unpaid."""
        self.write(return_paper, command, on_done=on_done, on_error=on_error)

    def reasons_of(self, found: SlipMatch) -> str:
        """Why a line is believed to be a slip's, in words."""
        language = self.services.formats.language.value
        return " · ".join(
            self.program.messages.sentence(reason.code, reason.params, language)
            for reason in found.reasons
        )
