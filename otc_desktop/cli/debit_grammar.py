"""Options of `otc mandate` and `otc debit`."""

import argparse
from pathlib import Path
from typing import Any

from otc_desktop.cli.commands import direct_debits, refunds
from otc_desktop.cli.grammar import command as _command
from otc_desktop.cli.grammar import day as _date
from otc_desktop.cli.grammar import group as _group
from otc_desktop.domain.direct_debits.mandate import Scheme


def add_direct_debits(commands: Any) -> None:
    """Mandates, collections, and debits that came back."""
    mandate = _group(commands, "mandate", "mandates of SEPA direct debit")
    creditor = _command(mandate, "creditor", direct_debits.creditor, "keep the company's ICS")
    creditor.add_argument("ics")
    creditor.add_argument("--notice-days", type=int, default=14)
    signed = _command(mandate, "sign", direct_debits.sign, "keep a signed mandate")
    signed.add_argument("customer", metavar="CODE")
    signed.add_argument("--on", type=_date, help="the day it was signed")
    signed.add_argument("--at", default="", metavar="CITY")
    signed.add_argument("--rum", default="", help="its reference; proposed if not said")
    signed.add_argument("--iban", default="", help="the customer file's if not said")
    signed.add_argument("--name", default="", help="of the account's holder")
    signed.add_argument("--notice-days", type=int, default=None, help="agreed with the payer")
    _add_kind(signed)
    revoked = _command(mandate, "revoke", direct_debits.revoke, "the customer took it back")
    revoked.add_argument("rum")
    revoked.add_argument("--on", type=_date)
    released = _command(
        mandate, "release", direct_debits.release, "collect again after a return was looked at"
    )
    released.add_argument("rum")
    released.add_argument("--iban", default="", help="the account given instead")
    formed = _command(mandate, "form", direct_debits.form, "write the form to sign as PDF")
    formed.add_argument("customer", metavar="CODE")
    formed.add_argument("--out", type=Path, required=True)
    _add_kind(formed)
    listed = _command(mandate, "list", direct_debits.mandates, "list mandates")
    listed.add_argument("--customer", default="", metavar="CODE")

    debit = _group(commands, "debit", "SEPA direct debits")
    prepared = _command(debit, "prepare", direct_debits.prepare, "take what falls due")
    prepared.add_argument("--on", type=_date, help="the day of the debit")
    prepared.add_argument("--due-by", type=_date, help="what falls due until then")
    prepared.add_argument("--scheme", choices=[each.value for each in Scheme], default="CORE")
    prepared.add_argument("--account", default="", metavar="IBAN")
    prepared.add_argument("--customer", nargs="+", default=[], metavar="CODE")
    prepared.add_argument("--dry-run", action="store_true")
    told = _command(debit, "notify", direct_debits.notify, "tell the payers, each once")
    told.add_argument("number")
    sent = _command(debit, "send", direct_debits.send, "write the file for the bank (pain.008)")
    sent.add_argument("number")
    sent.add_argument("--out", type=Path, required=True)
    sent.add_argument(
        "--told-otherwise", action="store_true", help="the payers know, by their invoices say"
    )
    again = _command(debit, "file", direct_debits.again, "write the same file again")
    again.add_argument("number")
    again.add_argument("--out", type=Path, required=True)
    cancelled = _command(debit, "cancel", direct_debits.cancel, "give a collection up")
    cancelled.add_argument("number")
    _command(debit, "returned", direct_debits.returned, "book the debits that came back")
    shown = _command(debit, "list", direct_debits.collections, "list collections")
    shown.add_argument("--status", default="", choices=["", "prepared", "handed_over", "cancelled"])


def add_refunds(commands: Any) -> None:
    """Credits paid out."""
    refund = _group(commands, "refund", "credits of customers paid out")
    ordered = _command(refund, "order", refunds.order, "write the file for the bank (pain.001)")
    ordered.add_argument("credits", nargs="+", metavar="NUMBER[=AMOUNT]")
    ordered.add_argument("--out", type=Path, required=True)
    ordered.add_argument("--on", type=_date, help="the day of payment")
    ordered.add_argument("--account", default="", metavar="IBAN")
    again = _command(refund, "file", refunds.again, "write the same file again")
    again.add_argument("number")
    again.add_argument("--out", type=Path, required=True)
    cancelled = _command(refund, "cancel", refunds.cancel, "give an order up")
    cancelled.add_argument("number")
    _command(refund, "paid", refunds.paid, "lay the bank lines that paid them")
    _command(refund, "list", refunds.orders, "list orders")


def _add_kind(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--scheme", choices=[each.value for each in Scheme], default="CORE")
    parser.add_argument("--one-off", action="store_true", help="for one debit only")
