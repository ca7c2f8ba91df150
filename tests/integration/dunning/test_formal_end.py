"""From the formal notice to the bad debt, on a database: letters, files, entries, checks."""

import hashlib
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from otc_desktop.application.banking.import_statement import ImportStatement, import_statement
from otc_desktop.application.dunning.formal_notices import (
    MakeFormalNotice,
    OpenPostalLetter,
    SettleLetter,
    make_formal_notice,
    open_postal_letter,
    settle_letter,
)
from otc_desktop.application.dunning.handovers import (
    CloseHandover,
    CreateHandover,
    WriteCase,
    close_handover,
    create_handover,
    write_case,
)
from otc_desktop.application.dunning.plan_reminders import PlanReminders, plan_reminders_for
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.kernel.task import SilentTask
from otc_desktop.application.ledger.export_ledger import ExportLedger, export_ledger
from otc_desktop.application.receivables.allocate_receipt import (
    AllocateReceipt,
    allocate_receipt,
)
from otc_desktop.application.receivables.decide_proposals import (
    AcceptProposal,
    DropProposal,
    ReadProposal,
    accept_proposal,
    drop_proposal,
    read_proposal,
)
from otc_desktop.application.receivables.entry_proposals import (
    AdjustProvisions,
    ProposeEntry,
    adjust_provisions,
    propose_entry,
)
from otc_desktop.application.receivables.undo_allocation import UndoAllocation, undo_allocation
from otc_desktop.application.receivables.unpaid_duplicate import DrawDuplicates, draw_duplicates
from otc_desktop.bootstrap import House
from otc_desktop.domain.dunning.formal_notice import LetterState
from otc_desktop.domain.dunning.handover import HandoverOutcome
from otc_desktop.domain.ledger.entry_proposal import EntryProposal, ProposalKind, ProposalState
from otc_desktop.domain.receivables.allocation import DifferenceKind
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import ExternalError, OtcError
from otc_desktop.domain.shared.money import Money
from otc_desktop.persistence.tables.formal_end import handover
from otc_desktop.persistence.tables.ledger import journal_line
from tests.support.company_files import Movement, write_statement
from tests.support.fec_checker import check_fec
from tests.support.line import house_on, issue, set_up

SOLD = date(2026, 3, 2)
LATE = date(2026, 9, 30)
NUMBER = "F2026-00001"


@pytest.fixture
def house(database_url: str, tmp_path: Path) -> Iterator[House]:
    """One invoice of 120.00 to C0001, due on 1 April, six months late."""
    sold = set_up(database_url, tmp_path, SOLD)
    issue(sold)
    sold.close()
    late = house_on(database_url, LATE)
    yield late
    late.close()


def refusal(run: Any) -> str:
    with pytest.raises(OtcError) as refused:
        run()
    return refused.value.code


def sound(house: House) -> list[str]:
    checks = house.queries.verification.run_checks(SilentTask())
    return [f"{check.name}: {check.detail}" for check in checks if not check.ok]


@dataclass
class Proposals:
    house: House

    def make(self, kind: ProposalKind, **more: Any) -> EntryProposal:
        command = ProposeEntry(customer="C0001", kind=kind, **more)
        return self.house.use_cases.run(propose_entry, command)

    def accept(self, proposal: EntryProposal) -> EntryProposal:
        return self.house.use_cases.run(accept_proposal, AcceptProposal(number=proposal.number))

    def post(self, kind: ProposalKind, **more: Any) -> EntryProposal:
        return self.accept(self.make(kind, **more))


def balances(house: House) -> dict[str, int]:
    """The accounts of claims in doubt, in cents."""
    found: dict[str, int] = {}
    with house.engine.connect() as connection:
        for row in connection.execute(select(journal_line)).mappings():
            moved = row["debit_minor"] - row["credit_minor"]
            found[row["account"]] = found.get(row["account"], 0) + moved
    return {account: minor for account, minor in found.items() if minor}


def withheld(house: House) -> list[str]:
    plan = house.use_cases.run(plan_reminders_for, PlanReminders(on=LATE))
    return [each.reason for each in plan.withheld]


def test_the_letter_says_all_and_is_followed_through_the_post(house: House) -> None:
    run = house.use_cases.run
    made = run(make_formal_notice, MakeFormalNotice(customer="C0001", signatory="Anne Martin"))
    notice = made.notice
    assert str(notice.principal.amount) == "120.00" and str(notice.indemnity.amount) == "40.00"
    assert notice.interest.amount > 0
    file = run(open_postal_letter, OpenPostalLetter(letter_id=made.letter.id))
    pages = PdfReader(io.BytesIO(file.read_bytes())).pages
    text = "\n".join(page.extract_text() for page in pages)
    for part in (
        NUMBER,
        "1344",
        "METTONS EN DEMEURE",
        "L441-10",
        "D441-5",
        "Anne Martin",
        "8 jours",
    ):
        assert part in text
    assert f"1/{len(pages)}" in text and f"{NUMBER} – " in text
    assert f"{len(pages)}/{len(pages)}" in text
    posted = SettleLetter(letter_id=made.letter.id, state=LetterState.POSTED)
    assert refusal(lambda: run(settle_letter, posted)) == "dunning.letter_needs_number"
    posted = SettleLetter(
        letter_id=made.letter.id, state=LetterState.POSTED, registered_number="1a 123 456 7890 1"
    )
    assert run(settle_letter, posted).registered_number == "1A 123 456 7890 1"
    run(settle_letter, SettleLetter(letter_id=made.letter.id, state=LetterState.RECEIVED))
    (row,) = house.queries.postal_letters.page(PageRequest(limit=5, search="durand"))
    assert row.state is LetterState.RECEIVED and row.settled_on == LATE
    assert not sound(house)


def test_a_file_is_handed_over_whole_and_reminders_stop_until_it_is_closed(
    house: House, tmp_path: Path
) -> None:
    run = house.use_cases.run
    run(make_formal_notice, MakeFormalNotice(customer="C0001", signatory="Anne Martin"))
    path = tmp_path / "case.zip"
    nowhere = CreateHandover(customer="C0001", to="X", path=tmp_path / "missing" / "case.zip")
    with pytest.raises(ExternalError):
        run(create_handover, nowhere)
    with house.engine.connect() as connection:
        assert connection.execute(select(handover)).first() is None
    assert "dunning.handed_over" not in withheld(house)
    command = CreateHandover(customer="C0001", to="Recouvrement SA", path=path)
    handed, written = run(create_handover, command)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == written.sha256
    with zipfile.ZipFile(path) as case:
        names = case.namelist()
        index = PdfReader(io.BytesIO(case.read(names[0]))).pages[0].extract_text()
        facts = PdfReader(io.BytesIO(case.read(names[1]))).pages[0].extract_text()
    assert names[4].startswith("piece-01-") and f"{NUMBER.lower()}.pdf" in names[4]
    assert "Pièce n° 1" in index and names[4] in index
    assert "12948" in facts and NUMBER in facts
    again = tmp_path / "again.zip"
    look = WriteCase(customer="C0001", path=again)
    assert run(write_case, look).sha256 == run(write_case, look).sha256
    assert withheld(house) == ["dunning.handed_over"]
    assert refusal(lambda: run(create_handover, command)) == "dunning.handed_over_already"
    end = CloseHandover(
        number=handed.number, outcome=HandoverOutcome.TAKEN_BACK, fee=Decimal("15.00")
    )
    run(close_handover, end)
    assert withheld(house) != ["dunning.handed_over"]
    assert refusal(lambda: run(close_handover, end)) == "dunning.handover_closed"
    (row,) = house.queries.handovers.page(PageRequest(limit=5, search=handed.number))
    assert str(row.fee) == "15.00 EUR" or (row.fee is not None and row.fee.minor == 1500)


def test_doubtful_provided_given_up_and_paid_after_all(house: House, tmp_path: Path) -> None:
    books = Proposals(house)
    before = balances(house)
    books.post(ProposalKind.DOUBTFUL)
    assert balances(house)["416000"] == 12_000 and "411000" not in balances(house)
    assert not sound(house)
    books.post(ProposalKind.PROVISION, percent=Decimal(50))
    assert balances(house)["491000"] == -5_000
    assert refusal(lambda: books.make(ProposalKind.WRITE_OFF)) == "ledger.proposal_needs_reason"
    given = books.make(ProposalKind.WRITE_OFF, reason="liquidation")
    assert given.vat.minor == 2_000
    pdf = house.use_cases.run(draw_duplicates, DrawDuplicates(number=given.number))
    text = PdfReader(io.BytesIO(pdf)).pages[0].extract_text()
    assert "Facture demeurée impayée" in text and "272" in text
    assert refusal(lambda: books.make(ProposalKind.SOUND)) == "ledger.proposal_open"
    seen = house.use_cases.run(read_proposal, ReadProposal(number=given.number))
    assert seen.entry is not None and "BOI-TVA-DED-40-10-20" in seen.source
    assert books.accept(given).state is ProposalState.POSTED
    assert refusal(lambda: books.accept(given)) == "ledger.proposal_decided"
    after = balances(house)
    assert after["654100"] == 10_000 and not {"411000", "416000", "491000", "445710"} & set(after)
    assert not sound(house)
    books.post(ProposalKind.REINSTATE, numbers=(NUMBER,), amount=Decimal("60.00"))
    again = balances(house)
    assert (again["416000"], again["758800"], again["445710"]) == (6_000, -5_000, -1_000)
    assert before["411000"] == 12_000
    assert not sound(house)
    export = ExportLedger(
        format="fec", from_on=date(2026, 1, 1), to_on=date(2026, 12, 31), folder=tmp_path
    )
    assert check_fec(house.use_cases.run(export_ledger, export).file.path).faults == []


def test_provisions_follow_the_books_and_old_proposals_are_refused(house: House) -> None:
    books = Proposals(house)
    books.post(ProposalKind.DOUBTFUL)
    books.post(ProposalKind.PROVISION, percent=Decimal(100))
    back = books.make(ProposalKind.SOUND)
    dropped = house.use_cases.run(drop_proposal, DropProposal(number=back.number))
    assert dropped.state is ProposalState.DROPPED
    books.post(ProposalKind.SOUND)
    (adjusted,) = house.use_cases.run(adjust_provisions, AdjustProvisions())
    assert adjusted.amount.minor == -10_000
    books.accept(adjusted)
    assert balances(house)["781700"] == -10_000 and "491000" not in balances(house)
    assert not house.use_cases.run(adjust_provisions, AdjustProvisions())
    assert not sound(house)


def test_the_vat_of_a_difference_given_up_is_proposed_and_taken_back_with_the_receipt(
    house: House, tmp_path: Path
) -> None:
    movement = Movement("108.00", "VIR", "DURAND ECLAIRAGE")
    file = write_statement(tmp_path / "s.xml", [movement], day=LATE.isoformat(), name="S1")
    house.use_cases.run(import_statement, ImportStatement(path=file))
    (line,) = house.queries.bank_transactions.page(PageRequest())
    command = AllocateReceipt(
        transaction_id=line.id,
        parts=((NUMBER, Money.of("120.00", EUR)),),
        difference_kind=DifferenceKind.BAD_DEBT,
    )
    laid = house.use_cases.run(allocate_receipt, command)
    (row,) = house.queries.entry_proposals.page(PageRequest())
    assert (row.kind, row.amount.minor, row.vat.minor) == (ProposalKind.DIFFERENCE_VAT, 1_200, 200)
    house.use_cases.run(accept_proposal, AcceptProposal(number=row.number))
    assert balances(house)["654100"] == 1_000
    house.use_cases.run(undo_allocation, UndoAllocation(allocation_id=laid.id))
    assert "654100" not in balances(house)
    assert not sound(house)


def test_a_receipt_undone_is_back_on_the_account_where_the_claim_stands_now(
    house: House, tmp_path: Path
) -> None:
    movement = Movement("60.00", "VIR", "DURAND ECLAIRAGE")
    file = write_statement(tmp_path / "s.xml", [movement], day=LATE.isoformat(), name="S1")
    house.use_cases.run(import_statement, ImportStatement(path=file))
    (line,) = house.queries.bank_transactions.page(PageRequest())
    command = AllocateReceipt(transaction_id=line.id, parts=((NUMBER, Money.of("60.00", EUR)),))
    laid = house.use_cases.run(allocate_receipt, command)
    Proposals(house).post(ProposalKind.DOUBTFUL)
    assert balances(house)["416000"] == 6_000
    house.use_cases.run(undo_allocation, UndoAllocation(allocation_id=laid.id))
    assert balances(house)["416000"] == 12_000 and "411000" not in balances(house)
    assert not sound(house)
