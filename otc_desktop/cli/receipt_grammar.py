"""Options of `otc receipt`."""

import argparse
from pathlib import Path
from typing import Any

from otc_desktop.cli.commands import receipts
from otc_desktop.cli.grammar import command as _command
from otc_desktop.cli.grammar import day as _date
from otc_desktop.cli.grammar import group as _group
from otc_desktop.cli.invoicing_grammar import amount
from otc_desktop.domain.receivables.allocation import DifferenceKind
from otc_desktop.domain.receivables.deposit_slip import SlipStatus
from otc_desktop.domain.receivables.paper_receipt import PaperKind, PaperStatus, Remittance

_KINDS = [each.value for each in PaperKind]


def add_receipts(commands: Any) -> None:
    """Cheques, bills, cards, cash, their slips and returns."""
    receipt = _group(commands, "receipt", "cheques, bills, cards and cash, and deposit slips")
    added = _command(receipt, "add", receipts.add, "enter a receipt, laid on documents at once")
    added.add_argument("kind", choices=[each.value for each in PaperKind if each.is_handed_in])
    added.add_argument("customer", metavar="CODE")
    added.add_argument("amount", type=amount)
    added.add_argument(
        "--invoice",
        nargs="+",
        default=[],
        metavar="NUMBER[=AMOUNT]",
        help="documents it settles, credit notes too (negative); without, those due first",
    )
    added.add_argument(
        "--rest-on-account", action="store_true", help="keep what they leave of it on account"
    )
    added.add_argument(
        "--difference",
        choices=[each.value for each in DifferenceKind],
        default="none",
        help="what the gap to the documents is",
    )
    added.add_argument("--on", type=_date, help="the day it was received")
    _add_written(added)
    listed = _command(receipt, "list", receipts.list_receipts, "list receipts")
    listed.add_argument("--status", choices=[each.value for each in PaperStatus], default="")
    listed.add_argument("--kind", choices=_KINDS, default="")
    listed.add_argument("--slip", default="", metavar="NUMBER")
    corrected = _command(
        receipt, "correct", receipts.correct, "put right what is written on a receipt in hand"
    )
    corrected.add_argument("receipt", metavar="ID")
    _add_written(corrected)
    remitted = _command(receipt, "remit", receipts.remit, "group receipts in a deposit slip")
    remitted.add_argument("receipts", nargs="*", metavar="ID")
    remitted.add_argument(
        "--kind",
        choices=[each.value for each in PaperKind if each.is_handed_in],
        default="cheque",
        help="all of it in hand",
    )
    remitted.add_argument("--account", default="", metavar="IBAN")
    remitted.add_argument(
        "--remittance", choices=[each.value for each in Remittance], default="collection"
    )
    remitted.add_argument("--out", type=Path, help="the slip as PDF")
    slips = _command(receipt, "slips", receipts.list_slips, "list deposit slips")
    slips.add_argument("--status", choices=[each.value for each in SlipStatus], default="")
    drawn = _command(receipt, "pdf", receipts.pdf, "write a slip as PDF")
    drawn.add_argument("slip", metavar="NUMBER")
    drawn.add_argument("--out", type=Path, required=True)
    drawn.add_argument("--language", choices=["fr", "en"], default="fr")
    filed = _command(receipt, "file", receipts.bill_file, "write a slip of bills as CFONB 160")
    filed.add_argument("slip", metavar="NUMBER")
    filed.add_argument("--out", type=Path, required=True)
    withdrawn = _command(receipt, "withdraw", receipts.withdraw, "take a slip apart")
    withdrawn.add_argument("slip", metavar="NUMBER")
    undone = _command(receipt, "undo", receipts.undo, "take a receipt in hand back")
    undone.add_argument("receipt", metavar="ID")
    kept = _command(receipt, "undo-return", receipts.undo_return_of, "it had not come back")
    kept.add_argument("receipt", metavar="ID")
    returned = _command(receipt, "return", receipts.send_back, "the bank returned it unpaid")
    returned.add_argument("receipt", metavar="ID")
    returned.add_argument("--reason", default="")
    returned.add_argument("--on", type=_date)
    returned.add_argument("--transaction", metavar="TX", help="the bank's debit")
    credited = _command(receipt, "credit", receipts.credit, "the bank line that credits a slip")
    credited.add_argument("slip", metavar="NUMBER")
    credited.add_argument("transaction", metavar="TX")
    matched = _command(receipt, "match", receipts.match, "find the bank lines of waiting slips")
    matched.add_argument("--post", action="store_true", help="book the sure ones")
    _command(receipt, "mature", receipts.mature, "discounted bills due: their VAT on receipts")


def _add_written(parser: argparse.ArgumentParser) -> None:
    """What is written on it."""
    parser.add_argument("--number", default="")
    parser.add_argument("--drawer", default="", help="who signed it; the customer if not said")
    parser.add_argument("--bank", default="")
    parser.add_argument("--drawer-account", default="", metavar="IBAN")
    parser.add_argument("--due", type=_date, help="the due date of a bill or note")
