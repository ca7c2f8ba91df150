"""Cheques, bills, cards and cash: from the customer's hand to the bank's line, and back."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from pypdf import PdfReader
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from otc_desktop.application.banking.import_statement import ImportStatement, import_statement
from otc_desktop.application.banking.post_lines import UndoBankPosting, undo_bank_posting
from otc_desktop.application.banking.reconciliation import ReadReconciliation, read_reconciliation
from otc_desktop.application.kernel.task import SilentTask
from otc_desktop.application.receivables.credit_slips import (
    CreditSlip,
    MatchSlips,
    SlipsMatched,
    credit_slip,
    match_waiting_slips,
)
from otc_desktop.application.receivables.deposit_slips import (
    DrawSlip,
    RemitPapers,
    RipenBills,
    WithdrawSlip,
    draw_slip,
    remit_papers,
    ripen_bills,
    withdraw_slip,
)
from otc_desktop.application.receivables.enter_paper import (
    EnterPaper,
    UndoPaper,
    enter_paper,
    undo_paper,
)
from otc_desktop.application.receivables.return_paper import (
    ReturnPaper,
    UndoReturn,
    return_paper,
    undo_return,
)
from otc_desktop.application.receivables.undo_allocation import (
    UndoAllocation,
    undo_allocation,
)
from otc_desktop.bootstrap import House
from otc_desktop.domain.receivables.allocation import DifferenceKind
from otc_desktop.domain.receivables.deposit_slip import DepositSlip, SlipStatus
from otc_desktop.domain.receivables.paper_receipt import (
    PaperKind,
    PaperReceipt,
    PaperStatus,
    Remittance,
)
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import BankTransactionId
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.tables.banking import bank_transaction
from otc_desktop.persistence.tables.ledger import journal_line
from otc_desktop.persistence.tables.papers import deposit_slip, paper_receipt
from otc_desktop.persistence.tables.receivables import open_item
from tests.support.company_files import Movement, write_statement
from tests.support.line import house_on, issue, set_up

DAY = date(2026, 11, 20)


@dataclass
class Till:
    """A company that is paid at the counter."""

    url: str
    folder: Path
    day: date = DAY
    houses: list[House] = field(default_factory=list)

    @property
    def house(self) -> House:
        """The program on the business date of now."""
        return self.houses[-1]

    def on(self, day: date) -> None:
        """Another business date."""
        self.houses.append(house_on(self.url, day))
        self.day = day

    def invoice(self, price: str = "100.00", customer: str = "C0001") -> str:
        """An invoice of one line at 20 %; its number."""
        return issue(self.house, customer=customer, price=price).invoice.number

    def receive(
        self,
        kind: PaperKind,
        amount: str,
        *parts: tuple[str, Money | None],
        number: str = "0000123",
        due_on: date | None = None,
        rest_on_account: bool = False,
        difference: DifferenceKind = DifferenceKind.NONE,
    ) -> PaperReceipt:
        """A receipt of C0001."""
        return self.house.use_cases.run(
            enter_paper,
            EnterPaper(
                kind=kind,
                customer="C0001",
                amount=Money.of(amount, EUR),
                parts=parts,
                number=number,
                bank="BNP",
                due_on=due_on,
                rest_on_account=rest_on_account,
                difference_kind=difference,
            ),
        )

    def remit(
        self, *papers: PaperReceipt, remittance: Remittance = Remittance.COLLECTION
    ) -> DepositSlip:
        """A slip of these."""
        return self.house.use_cases.run(
            remit_papers,
            RemitPapers(paper_ids=tuple(paper.id for paper in papers), remittance=remittance),
        )

    def bank(self, amount: str, label: str) -> BankTransactionId:
        """A bank line of the business date."""
        count = len(list(self.folder.glob("L*.xml")))
        path = write_statement(
            self.folder / f"L{count}.xml",
            [Movement(amount=amount, label=label)],
            day=self.day.isoformat(),
            name=f"L{count}",
        )
        self.house.use_cases.run(import_statement, ImportStatement(path=path))
        with self.house.engine.connect() as connection:
            found = select(bank_transaction.c.id).where(bank_transaction.c.label.contains(label))
            return BankTransactionId(connection.execute(found).scalar_one())

    def match(self, *, post: bool = True) -> SlipsMatched:
        """What the machine makes of slips and lines."""
        return self.house.use_cases.run(match_waiting_slips, MatchSlips(post=post))

    def balance(self, account: str) -> str:
        """Debit less credit of an account."""
        signed = journal_line.c.debit_minor - journal_line.c.credit_minor
        with self.house.engine.connect() as connection:
            query = select(func.coalesce(func.sum(signed), 0)).where(
                journal_line.c.account == account
            )
            return str(Money.from_minor(int(connection.execute(query).scalar_one()), EUR).amount)

    def open_of(self, number: str) -> str:
        """What is open of a document."""
        with self.house.engine.connect() as connection:
            query = select(open_item.c.open_minor).where(open_item.c.number == number)
            return str(Money.from_minor(connection.execute(query).scalar_one(), EUR).amount)

    def status(self, paper: PaperReceipt) -> str:
        """Where a receipt is."""
        with self.house.engine.connect() as connection:
            query = select(paper_receipt.c.status).where(paper_receipt.c.id == paper.id)
            return str(connection.execute(query).scalar_one())

    def posting(self, slip: DepositSlip) -> UUID:
        """The bank posting that credited a slip."""
        with self.house.engine.connect() as connection:
            query = select(deposit_slip.c.posting_id).where(deposit_slip.c.id == slip.id)
            found: UUID = connection.execute(query).scalar_one()
            return found

    def prove(self) -> None:
        """Every invariant holds."""
        checks = self.house.queries.verification.run_checks(SilentTask())
        assert [check for check in checks if not check.ok] == []


def till_of(url: str, folder: Path, *, vat_regime: str = "debits") -> Till:
    """The company on its first day."""
    till = Till(url, folder)
    till.houses.append(set_up(url, folder, DAY, vat_regime=vat_regime))
    return till


@pytest.fixture
def till(database_url: str, tmp_path: Path) -> Iterator[Till]:
    """On both databases."""
    till = till_of(database_url, tmp_path)
    yield till
    for house in till.houses:
        house.close()


@pytest.fixture
def receipts_till(tmp_path: Path) -> Iterator[Till]:
    """A company that owes VAT on receipts."""
    till = till_of(f"sqlite:///{tmp_path / 'books.db'}", tmp_path, vat_regime="receipts")
    yield till
    for house in till.houses:
        house.close()


def test_two_cheques_become_one_bank_line_that_the_machine_books_and_somebody_undoes(
    till: Till,
) -> None:
    first, second = till.invoice(), till.invoice("50.00")
    one = till.receive(PaperKind.CHEQUE, "150.00", (first, None), (second, Money.of("30", EUR)))
    two = till.receive(PaperKind.CHEQUE, "30.00", number="0000124")
    assert (till.open_of(first), till.open_of(second)) == ("0.00", "0.00")
    assert till.balance("511200") == "180.00"
    till.prove()

    slip = till.remit(one, two)
    assert (slip.number, slip.total, slip.papers) == (
        "REM-2026-0001",
        Money.of("180", EUR),
        2,
    )
    with pytest.raises(RuleError, match="paper_not_held"):
        till.remit(two)
    till.prove()

    till.on(date(2026, 11, 23))
    till.bank("180.00", "REMISE CHEQUES 2 CHQ")
    [match] = till.match(post=False).sure
    assert [reason.code for reason in match.reasons] == [
        "matching.slip_amount",
        "matching.slip_word",
        "matching.slip_date",
        "matching.slip_alone",
    ]
    assert len(till.match().sure) == 1
    assert (till.balance("511200"), till.balance("512000")) == ("0.00", "180.00")
    assert till.status(one) == PaperStatus.PAID
    till.prove()
    statement = till.house.use_cases.run(read_reconciliation, ReadReconciliation())
    assert (statement.not_booked, statement.not_at_bank) == ((), ())
    assert not statement.gap

    till.house.use_cases.run(undo_bank_posting, UndoBankPosting(posting_id=till.posting(slip)))
    assert till.status(one) == PaperStatus.REMITTED
    assert (till.balance("511200"), till.balance("512000")) == ("180.00", "0.00")
    till.prove()
    # What somebody took apart is proposed again, never booked by the machine.
    again = till.match()
    assert (len(again.sure), len(again.proposed)) == (0, 1)
    till.house.use_cases.run(
        credit_slip,
        CreditSlip(slip_number=slip.number, transaction_id=again.proposed[0].transaction.id),
    )
    till.prove()


def test_a_returned_cheque_reopens_its_invoice_and_takes_the_debit_with_its_charge(
    till: Till,
) -> None:
    number = till.invoice()
    cheque = till.receive(PaperKind.CHEQUE, "120.00", (number, None))
    slip = till.remit(cheque)
    line = till.bank("120.00", "REMISE DE CHEQUES")
    till.house.use_cases.run(credit_slip, CreditSlip(slip_number=slip.number, transaction_id=line))
    till.house.use_cases.run(return_paper, ReturnPaper(paper_id=cheque.id, reason="sans provision"))
    assert till.open_of(number) == "120.00"
    assert till.balance("511200") == "-120.00"
    till.prove()
    debit = till.bank("-135.00", "CHEQUE IMPAYE 0000123")
    after = till.house.use_cases.run(
        return_paper, ReturnPaper(paper_id=cheque.id, transaction_id=debit)
    )
    assert till.balance("511200") == "0.00"
    assert (till.balance("627000"), till.balance("512000")) == ("15.00", "-15.00")
    till.prove()
    assert after.return_posting_id is not None
    till.house.use_cases.run(undo_bank_posting, UndoBankPosting(posting_id=after.return_posting_id))
    assert (till.balance("511200"), till.open_of(number)) == ("-120.00", "120.00")
    till.prove()


def test_a_return_that_was_none_is_taken_back_and_the_cheque_may_still_come_back(
    receipts_till: Till,
) -> None:
    till = receipts_till
    number = till.invoice()
    cheque = till.receive(
        PaperKind.CHEQUE, "150.00", (number, Money.of("120", EUR)), rest_on_account=True
    )
    slip = till.remit(cheque)
    line = till.bank("150.00", "REMISE DE CHEQUES")
    till.house.use_cases.run(credit_slip, CreditSlip(slip_number=slip.number, transaction_id=line))
    before = (till.balance("511200"), till.balance("411000"), till.balance("445710"))
    for _ in range(2):  # as often as somebody errs
        till.house.use_cases.run(return_paper, ReturnPaper(paper_id=cheque.id))
        assert till.open_of(number) == "120.00"
        kept = till.house.use_cases.run(undo_return, UndoReturn(paper_id=cheque.id))
        assert kept.status is PaperStatus.PAID
        assert till.open_of(number) == "0.00"
        assert (till.balance("511200"), till.balance("411000"), till.balance("445710")) == before
        till.prove()
    debit = till.bank("-150.00", "CHEQUE IMPAYE 0000123")
    till.house.use_cases.run(return_paper, ReturnPaper(paper_id=cheque.id, transaction_id=debit))
    with pytest.raises(RuleError, match="return_debited"):
        till.house.use_cases.run(undo_return, UndoReturn(paper_id=cheque.id))


def test_cents_and_discount_of_a_cheque_are_let_go_within_limits_and_come_back_with_it(
    till: Till,
) -> None:
    number = till.invoice()
    with pytest.raises(RuleError, match="paper_not_explained"):
        till.receive(PaperKind.CHEQUE, "119.97", (number, None))
    with pytest.raises(RuleError, match="rounding_too_large"):
        till.receive(PaperKind.CHEQUE, "119.00", (number, None), difference=DifferenceKind.ROUNDING)
    cheque = till.receive(
        PaperKind.CHEQUE, "119.97", (number, None), difference=DifferenceKind.ROUNDING
    )
    assert (till.open_of(number), till.balance("511200")) == ("0.00", "119.97")
    till.prove()
    till.remit(cheque)
    till.house.use_cases.run(return_paper, ReturnPaper(paper_id=cheque.id))
    assert (till.open_of(number), till.balance("511200"), till.balance("411000")) == (
        "120.00",
        "0.00",
        "120.00",
    )
    till.prove()
    till.house.use_cases.run(undo_return, UndoReturn(paper_id=cheque.id))
    assert (till.open_of(number), till.balance("511200")) == ("0.00", "119.97")
    till.prove()


def test_what_was_entered_by_mistake_is_taken_back_while_it_is_in_hand(
    receipts_till: Till,
) -> None:
    till = receipts_till
    number = till.invoice()
    cheque = till.receive(PaperKind.CHEQUE, "120.00", (number, None))
    assert till.balance("445710") == "-20.00"
    with pytest.raises(RuleError, match="paper_known"):
        till.receive(PaperKind.CHEQUE, "120.00", (number, None))
    slip = till.remit(cheque)
    with pytest.raises(RuleError, match="paper_not_held"):
        till.house.use_cases.run(undo_paper, UndoPaper(paper_id=cheque.id))
    gone = till.house.use_cases.run(withdraw_slip, WithdrawSlip(number=slip.number))
    assert gone.status is SlipStatus.WITHDRAWN
    till.house.use_cases.run(undo_paper, UndoPaper(paper_id=cheque.id))
    assert (till.open_of(number), till.balance("511200"), till.balance("445710")) == (
        "120.00",
        "0.00",
        "0.00",
    )
    till.prove()
    # The number of a withdrawn slip is never given again.
    again = till.receive(PaperKind.CHEQUE, "120.00", (number, None))
    assert till.remit(again).number == "REM-2026-0002"
    till.prove()


def test_what_a_cheque_leaves_is_kept_on_account_until_it_comes_back(
    receipts_till: Till,
) -> None:
    till = receipts_till
    number, other = till.invoice(), till.invoice(customer="C0002")
    with pytest.raises(RuleError, match="paper_not_explained"):
        till.receive(PaperKind.CHEQUE, "300.00", (number, None))
    cheque = till.receive(
        PaperKind.CHEQUE, "300.00", (number, None), (other, None), rest_on_account=True
    )
    assert (till.open_of(number), till.open_of(other)) == ("0.00", "0.00")
    assert till.open_of("RC2026-00001") == "-60.00"
    till.prove()
    till.remit(cheque)
    with pytest.raises(RuleError, match="undo_the_receipt"):
        assert cheque.allocation_id is not None
        till.house.use_cases.run(
            undo_allocation, UndoAllocation(allocation_id=cheque.allocation_id)
        )
    till.house.use_cases.run(return_paper, ReturnPaper(paper_id=cheque.id))
    assert (till.open_of(number), till.open_of("RC2026-00001")) == ("120.00", "0.00")
    till.prove()
    again = till.receive(PaperKind.CASH, "10.00", number="", rest_on_account=True)
    till.house.use_cases.run(undo_paper, UndoPaper(paper_id=again.id))
    till.prove()


def test_cards_come_net_of_their_fee_and_cash_goes_to_the_bank_whole(
    receipts_till: Till,
) -> None:
    till = receipts_till
    first, second = till.invoice(), till.invoice("50.00")
    card = till.remit(till.receive(PaperKind.CARD, "120.00", (first, None), number=""))
    cash = till.remit(till.receive(PaperKind.CASH, "60.00", (second, None), number=""))
    assert (till.balance("511500"), till.balance("530000")) == ("120.00", "60.00")
    till.bank("118.80", "REMISE CARTES TPE 1")
    till.bank("60.00", "VERSEMENT ESPECES")
    found = till.match()
    assert [match.slip.number for match in found.sure] == [cash.number]
    [net] = found.proposed
    assert net.slip.number == card.number
    assert net.reasons[0].params["charge"] == Money.of("1.20", EUR)
    till.house.use_cases.run(
        credit_slip, CreditSlip(slip_number=card.number, transaction_id=net.transaction.id)
    )
    assert (till.balance("511500"), till.balance("530000")) == ("0.00", "0.00")
    assert (till.balance("627000"), till.balance("512000")) == ("1.20", "178.80")
    till.prove()


def test_vat_of_a_collected_bill_waits_for_the_bank(receipts_till: Till) -> None:
    till = receipts_till
    number = till.invoice()
    bills = [
        till.receive(
            PaperKind.BILL,
            "60.00",
            (number, Money.of("60", EUR)),
            number=name,
            due_on=date(2026, 12, 31),
        )
        for name in ("L1", "L2")
    ]
    assert (till.balance("413000"), till.balance("445710")) == ("120.00", "0.00")
    slip = till.remit(bills[0])
    assert (till.balance("413000"), till.balance("511300")) == ("60.00", "60.00")
    till.on(date(2027, 1, 4))
    line = till.bank("59.00", "EFFETS A L ENCAISSEMENT")
    posting = till.house.use_cases.run(
        credit_slip, CreditSlip(slip_number=slip.number, transaction_id=line)
    )
    assert (till.balance("445710"), till.balance("627000")) == ("-10.00", "1.00")
    till.prove()
    till.house.use_cases.run(undo_bank_posting, UndoBankPosting(posting_id=posting.id))
    assert till.balance("445710") == "0.00"
    till.prove()
    till.house.use_cases.run(return_paper, ReturnPaper(paper_id=bills[0].id))
    assert (till.open_of(number), till.balance("445710")) == ("60.00", "0.00")


def test_vat_of_a_discounted_bill_waits_for_its_due_date(receipts_till: Till) -> None:
    till = receipts_till
    number = till.invoice()
    bill = till.receive(
        PaperKind.BILL, "120.00", (number, None), number="L1", due_on=date(2026, 12, 31)
    )
    slip = till.remit(bill, remittance=Remittance.DISCOUNT)
    line = till.bank("118.00", "REMISE EFFETS ESCOMPTE")
    till.house.use_cases.run(credit_slip, CreditSlip(slip_number=slip.number, transaction_id=line))
    assert (till.balance("511400"), till.balance("445710")) == ("0.00", "0.00")
    assert till.house.use_cases.run(ripen_bills, RipenBills()) == 0
    till.on(date(2026, 12, 31))
    assert till.house.use_cases.run(ripen_bills, RipenBills()) == 1
    assert till.balance("445710") == "-20.00"
    till.prove()
    till.on(date(2027, 1, 6))
    till.house.use_cases.run(return_paper, ReturnPaper(paper_id=bill.id))
    assert (till.open_of(number), till.balance("445710")) == ("120.00", "0.00")
    till.prove()


def test_what_a_receipt_and_a_slip_say_stays_as_it_was(till: Till) -> None:
    cheque = till.receive(PaperKind.CHEQUE, "120.00", (till.invoice(), None))
    till.remit(cheque)
    for wish in (
        "UPDATE paper_receipt SET amount_minor = 1",
        "UPDATE paper_receipt SET number = 'other'",
        "DELETE FROM paper_receipt",
        "UPDATE deposit_slip SET total_minor = 1",
        "UPDATE deposit_slip SET number = 'other'",
        "DELETE FROM deposit_slip",
    ):
        with till.house.engine.begin() as connection, pytest.raises(DBAPIError):
            connection.execute(text(wish))


def test_the_slip_is_drawn_over_as_many_pages_as_it_needs(receipts_till: Till) -> None:
    till = receipts_till
    number = till.invoice("1000.00")
    papers = [
        till.receive(
            PaperKind.CHEQUE, "10.00", (number, Money.of("10", EUR)), number=f"{place:07d}"
        )
        for place in range(60)
    ]
    slip = till.remit(*papers)
    path = till.house.use_cases.run(
        draw_slip, DrawSlip(number=slip.number, path=till.folder / "slip.pdf")
    )
    pages = [page.extract_text() for page in PdfReader(path).pages]
    assert len(pages) > 1
    assert "0000059" in pages[-1]
    assert "600,00" in pages[-1].replace("\u202f", " ")
    assert "FR76 3000 6000 0112 3456 7890 189" in pages[0]
