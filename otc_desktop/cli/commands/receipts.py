"""`otc receipt`: cheques, bills, cards, cash, their slips and returns."""

from typing import Any
from uuid import UUID

from otc_desktop.application.kernel.task import Task
from otc_desktop.application.receivables.bill_file import WriteBillFile, write_bill_file
from otc_desktop.application.receivables.credit_slips import (
    CreditSlip,
    MatchSlips,
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
    CorrectPaper,
    EnterPaper,
    UndoPaper,
    correct_paper,
    enter_paper,
    undo_paper,
)
from otc_desktop.application.receivables.paper_queries import PaperRow, SlipRow
from otc_desktop.application.receivables.return_paper import (
    ReturnPaper,
    UndoReturn,
    return_paper,
    undo_return,
)
from otc_desktop.cli.house import House
from otc_desktop.cli.json_output import amount, findings_json
from otc_desktop.cli.listing import every_row
from otc_desktop.domain.matching.slips import SlipMatch
from otc_desktop.domain.receivables.allocation import DifferenceKind
from otc_desktop.domain.receivables.deposit_slip import DepositSlip
from otc_desktop.domain.receivables.paper_receipt import PaperKind, PaperReceipt, Remittance
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import NotFoundError, RuleError
from otc_desktop.domain.shared.ids import BankTransactionId
from otc_desktop.domain.shared.money import Money


def add(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Enter a receipt and settle documents with it."""
    command = EnterPaper(
        kind=PaperKind(options.kind),
        customer=options.customer,
        amount=Money(options.amount, EUR),
        parts=tuple(_part(text) for text in options.invoice),
        number=options.number,
        drawer=options.drawer,
        bank=options.bank,
        drawer_account=options.drawer_account,
        received_on=options.on,
        due_on=options.due,
        rest_on_account=options.rest_on_account,
        difference_kind=DifferenceKind(options.difference),
    )
    return _paper_json(house.use_cases.run(enter_paper, command, task))


def correct(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Put right what is written on a receipt in hand."""
    command = CorrectPaper(
        paper_id=_id(options.receipt),
        number=options.number,
        drawer=options.drawer,
        bank=options.bank,
        drawer_account=options.drawer_account,
        due_on=options.due,
    )
    return _paper_json(house.use_cases.run(correct_paper, command, task))


def list_receipts(house: House, options: Any, task: Task) -> dict[str, Any]:
    """List receipts."""
    filters = {"status": options.status, "kind": options.kind, "slip": options.slip}
    return {
        "receipts": [_row_json(row) for row in every_row(house.queries.paper_receipts, filters)]
    }


def list_slips(house: House, options: Any, task: Task) -> dict[str, Any]:
    """List deposit slips."""
    filters = {"status": options.status}
    return {
        "slips": [_slip_row_json(row) for row in every_row(house.queries.deposit_slips, filters)]
    }


def remit(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Group receipts in a deposit slip, by id or all of a kind in hand; with --out its PDF."""
    if options.receipts:
        paper_ids = tuple(_id(each) for each in options.receipts)
    else:
        filters = {"status": "held", "kind": options.kind}
        paper_ids = tuple(row.id for row in every_row(house.queries.paper_receipts, filters))
    command = RemitPapers(
        paper_ids=paper_ids,
        account=options.account,
        remittance=Remittance(options.remittance),
    )
    slip = house.use_cases.run(remit_papers, command, task)
    if options.out is not None:
        house.use_cases.run(draw_slip, DrawSlip(number=slip.number, path=options.out), task)
    return {**_slip_json(slip), "file": None if options.out is None else str(options.out)}


def withdraw(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Take a slip apart that was not handed over."""
    return _slip_json(house.use_cases.run(withdraw_slip, WithdrawSlip(number=options.slip), task))


def pdf(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Write a slip as PDF."""
    command = DrawSlip(number=options.slip, path=options.out, language=options.language)
    return {"file": str(house.use_cases.run(draw_slip, command, task))}


def bill_file(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Write a slip of bills as a CFONB 160 file."""
    command = WriteBillFile(number=options.slip, path=options.out)
    return {"file": str(house.use_cases.run(write_bill_file, command, task))}


def undo(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Take a receipt in hand back."""
    command = UndoPaper(paper_id=_id(options.receipt))
    return _paper_json(house.use_cases.run(undo_paper, command, task))


def send_back(house: House, options: Any, task: Task) -> dict[str, Any]:
    """A receipt that the bank returned unpaid, with the bank's debit if it is there."""
    command = ReturnPaper(
        paper_id=_id(options.receipt),
        reason=options.reason,
        on=options.on,
        transaction_id=None
        if options.transaction is None
        else BankTransactionId(_id(options.transaction, "banking.transaction_not_found")),
    )
    return _paper_json(house.use_cases.run(return_paper, command, task))


def undo_return_of(house: House, options: Any, task: Task) -> dict[str, Any]:
    """A receipt that had not come back after all."""
    command = UndoReturn(paper_id=_id(options.receipt))
    return _paper_json(house.use_cases.run(undo_return, command, task))


def credit(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Say which bank line credits a slip; `otc bank undo-posting` takes it back."""
    command = CreditSlip(
        slip_number=options.slip,
        transaction_id=BankTransactionId(_id(options.transaction, "banking.transaction_not_found")),
    )
    posting = house.use_cases.run(credit_slip, command, task)
    return {
        "slip": options.slip,
        "posting": posting.id,
        "transaction": posting.transaction_id,
        "amount": amount(posting.amount),
        "entry": posting.entry_id,
    }


def match(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Find the bank line of each waiting slip, and with --post book the sure ones."""
    found = house.use_cases.run(match_waiting_slips, MatchSlips(post=options.post), task)
    return {
        "sure": [_match_json(house, each) for each in found.sure],
        "proposed": [_match_json(house, each) for each in found.proposed],
        "warnings": findings_json(found.refused, house.messages),
    }


def mature(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Let discounted bills due by today become payments for VAT on receipts."""
    return {"matured": house.use_cases.run(ripen_bills, RipenBills(), task)}


def _part(text: str) -> tuple[str, Money | None]:
    number, separator, told = text.partition("=")
    if not separator:
        return number, None
    try:
        return number, Money.of(told, EUR)
    except RuleError as problem:
        raise RuleError(problem.code, where=number, **problem.params) from problem


def _id(text: str, code: str = "receivables.paper_not_found") -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotFoundError(code, id=text) from None


def _paper_json(paper: PaperReceipt) -> dict[str, Any]:
    return {
        "id": paper.id,
        "kind": paper.kind,
        "number": paper.number,
        "drawer": paper.drawer,
        "bank": paper.bank,
        "amount": amount(paper.amount),
        "received_on": paper.received_on,
        "due_on": paper.due_on,
        "status": paper.status,
    }


def _row_json(row: PaperRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "kind": row.kind,
        "customer": row.customer_code,
        "customer_name": row.customer_name,
        "number": row.number,
        "drawer": row.drawer,
        "bank": row.bank,
        "amount": amount(row.amount),
        "received_on": row.received_on,
        "due_on": row.due_on,
        "status": row.status,
        "slip": row.slip or None,
        "returned_on": row.returned_on,
        "return_reason": row.return_reason,
    }


def _slip_json(slip: DepositSlip) -> dict[str, Any]:
    return {
        "number": slip.number,
        "kind": slip.kind,
        "remittance": slip.remittance,
        "date": slip.made_on,
        "total": amount(slip.total),
        "receipts": slip.papers,
        "status": slip.status,
    }


def _slip_row_json(row: SlipRow) -> dict[str, Any]:
    return {
        "number": row.number,
        "kind": row.kind,
        "remittance": row.remittance,
        "account": row.account,
        "date": row.made_on,
        "total": amount(row.total),
        "receipts": row.papers,
        "status": row.status,
        "transaction": row.transaction_id,
        "posting": row.posting_id,
        "credited_on": row.credited_on,
    }


def _match_json(house: House, found: SlipMatch) -> dict[str, Any]:
    return {
        "slip": found.slip.number,
        "total": amount(found.slip.total),
        "transaction": found.transaction.id,
        "amount": amount(found.transaction.unallocated),
        "label": found.transaction.label,
        "reasons": [house.messages.sentence(each.code, each.params) for each in found.reasons],
    }
