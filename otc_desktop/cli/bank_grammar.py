"""Options of `otc bank`."""

import argparse
from pathlib import Path
from typing import Any

from otc_desktop.cli.bank_table_grammar import add_tables
from otc_desktop.cli.commands import bank_rules, banking, learnt, reconciliation, settlements
from otc_desktop.cli.grammar import command as _command
from otc_desktop.cli.grammar import day as _date
from otc_desktop.cli.grammar import group as _group
from otc_desktop.cli.invoicing_grammar import amount
from otc_desktop.domain.banking.line_rule import Direction
from otc_desktop.domain.receivables.allocation import DifferenceKind


def add_banking(commands: Any) -> None:
    """Statements, matching, allocations, postings and their rules."""
    bank = _group(commands, "bank", "bank statements and matching")
    taken = _command(bank, "import", banking.import_files, "take in statement files")
    taken.add_argument("files", type=Path, nargs="+", metavar="FILE")
    taken.add_argument("--format", default="auto")
    taken.add_argument("--account", default="", metavar="IBAN")
    taken.add_argument("--mapping", default="", metavar="NAME", help="a remembered mapping")
    taken.add_argument("--dates", choices=["auto", "dmy", "mdy", "ymd"], default="auto")
    listed = _command(bank, "list", banking.list_transactions, "list movements")
    listed.add_argument("--status", default="")
    match = _command(bank, "match", banking.match, "propose what receipts pay")
    match.add_argument("--post", action="store_true", help="book the sure ones")
    match.add_argument("--min-confidence", type=_probability, default=None, metavar="P")
    match.add_argument("--explain", action="store_true", help="reasons in words")
    allocate = _command(bank, "allocate", banking.allocate, "lay a receipt on invoices")
    allocate.add_argument("transaction", nargs="?", metavar="TX")
    allocate.add_argument("--invoice", nargs="+", default=[], metavar="NUMBER=AMOUNT")
    allocate.add_argument(
        "--difference", choices=[each.value for each in DifferenceKind], default="none"
    )
    allocate.add_argument("--file", type=Path)
    put = _command(bank, "on-account", settlements.put, "keep a receipt as a customer's money")
    put.add_argument("transaction", metavar="TX")
    put.add_argument("--customer", required=True, metavar="CODE")
    put.add_argument("--amount", type=amount)
    laid = _command(bank, "lay", settlements.lay, "lay a credit note or money on account")
    laid.add_argument("number", help="of the credit note, or of the money on account")
    laid.add_argument("--invoice", nargs="+", required=True, metavar="NUMBER=AMOUNT")
    returned = _command(bank, "return", settlements.send_back, "the bank took a payment back")
    returned.add_argument("allocation")
    returned.add_argument("--by", required=True, metavar="TX", help="the bank's debit")
    returned.add_argument("--fee", type=amount, help="what the debit holds beyond the payment")
    returned.add_argument("--reason", default="")
    _command(bank, "undo", banking.undo, "take an allocation back").add_argument("allocation")
    told = _command(
        bank, "reconciliation", reconciliation.statement, "why bank and books differ on a day"
    )
    told.add_argument("--account", default="", metavar="IBAN")
    told.add_argument("--on", type=_date, default=None)
    told.add_argument("--output", type=Path, help="a file ending in .pdf, .xlsx or .csv")
    _add_postings(bank)
    add_tables(bank)
    matching = _group(commands, "match", "what matching knows")
    facts = _group(matching, "learnt", "what confirmations taught about payers")
    _command(facts, "list", learnt.list_facts, "the latest first")
    forgotten = _command(facts, "remove", learnt.remove_fact, "forget one fact")
    forgotten.add_argument("fact", metavar="ID")


def _add_postings(bank: Any) -> None:
    posted = _command(bank, "post", bank_rules.post, "post movements to a ledger account")
    posted.add_argument("transactions", nargs="+", metavar="TX")
    posted.add_argument("--account", required=True, help="such as 627000")
    posted.add_argument("--amount", type=amount, help="of a single movement, with its sign")
    undone = _command(bank, "undo-posting", bank_rules.undo_posting, "take a posting back")
    undone.add_argument("posting")
    rules = _group(bank, "rule", "which lines go to which ledger account")
    _command(rules, "list", bank_rules.list_rules, "in the order in which they are tried")
    added = _command(rules, "add", bank_rules.add_rule, "keep a rule")
    added.add_argument("name")
    added.add_argument("--contains", required=True, help="words of the line, in this order")
    added.add_argument("--account", required=True, help="such as 627000")
    added.add_argument(
        "--direction", choices=[each.value for each in Direction], default=Direction.EITHER.value
    )
    added.add_argument("--lowest", type=amount, help="without sign")
    added.add_argument("--highest", type=amount, help="without sign")
    added.add_argument("--bank-account", default="", metavar="IBAN")
    added.add_argument("--place", type=int, default=0, help="rules are tried from the lowest")
    added.add_argument("--propose-only", action="store_true", help="never post by itself")
    _command(rules, "remove", bank_rules.remove_rule, "try a rule no more").add_argument("rule")
    applied = _command(rules, "apply", bank_rules.apply_rules, "try the rules on what waits")
    applied.add_argument("--post", action="store_true", help="book the automatic ones")


def _probability(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a probability from 0 to 1")
    return value
