"""Options of `otc invoice` by which documents are made, of `otc contract` and `otc works`."""

from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from otc_desktop.cli.commands import billing, contracts, einvoices, statuses
from otc_desktop.cli.grammar import command as _command
from otc_desktop.cli.grammar import day as _date
from otc_desktop.cli.grammar import group as _group
from otc_desktop.domain.customers.customer import InvoiceGrouping
from otc_desktop.domain.invoicing.correction_reason import CorrectionReason


def add_billing(invoice: Any, credit: Any) -> None:
    """Invoices from deliveries and orders, deposits, corrections, credit by amount."""
    credit.add_argument("--amount", type=amount, help="excluding tax")
    credit.add_argument("--vat-rate", type=amount, help="the group that the amount goes to")
    credit.add_argument("--description", default="")
    reasons = [each.value for each in CorrectionReason]
    credit.add_argument("--reason", choices=reasons, help="why it is taken back")
    batch = _command(
        invoice, "from-deliveries", billing.from_deliveries, "invoice all that is delivered"
    )
    batch.add_argument("--until", type=_date, metavar="DATE")
    batch.add_argument("--group", choices=[each.value for each in InvoiceGrouping])
    batch.add_argument("--dry-run", action="store_true", help="only tell what would be made")
    batch.add_argument("--issue", action="store_true", help="issue each document as well")
    add_send_choice(batch)
    ahead = _command(
        invoice, "from-order", billing.from_order, "prepare the invoice of orders, undelivered"
    )
    ahead.add_argument("numbers", nargs="+", metavar="ORDER")
    ahead.add_argument("--lines", nargs="+", metavar="LINE[=QUANTITY]", help="lines from 1")
    deposit = _command(invoice, "deposit", billing.deposit, "prepare a deposit invoice")
    deposit.add_argument("order")
    deposit.add_argument("--percent", type=amount)
    deposit.add_argument("--amount", type=amount, help="including tax")
    forma = _command(invoice, "pro-forma", billing.pro_forma, "make a pro forma")
    forma.add_argument("--order", default="")
    forma.add_argument("--draft", default="", metavar="ID")
    forma.add_argument("--out", type=Path)
    forma.add_argument("--send", action="store_true", help="queue its mail as well")
    sent = _command(invoice, "send-pro-forma", billing.send_one_pro_forma, "mail a pro forma")
    sent.add_argument("number")
    sent.add_argument("--again", action="store_true")
    correct = _command(invoice, "correct", billing.correct, "prepare a corrective invoice")
    correct.add_argument("number")
    correct.add_argument("file", nargs="?", type=Path, help="other lines, as invoice.json")
    wrong = [each.value for each in CorrectionReason if each.is_error]
    correct.add_argument("--reason", choices=wrong, default=CorrectionReason.OTHER_ERROR.value)


def add_send_choice(command: Any) -> None:
    """Whether issued documents are mailed, whatever the rule of customer and company says."""
    choice = command.add_mutually_exclusive_group()
    choice.add_argument(
        "--send",
        action="store_const",
        const=True,
        default=None,
        help="queue each document's mail, whatever the rule says",
    )
    choice.add_argument(
        "--no-send",
        dest="send",
        action="store_const",
        const=False,
        help="queue none, whatever the rule says",
    )


def add_einvoices(invoice: Any) -> None:
    """E-invoices that others wrote."""
    shown = _command(invoice, "read", einvoices.read, "show a CII, UBL or Factur-X file")
    shown.add_argument("file", type=Path)
    shown.add_argument("--without-rules", action="store_true", help="only our own checks")
    made = _command(invoice, "draft-from", einvoices.draft_from, "make a draft of such a file")
    made.add_argument("file", type=Path)
    made.add_argument("--customer", default="", metavar="CODE")
    made.add_argument(
        "--although-doubtful",
        action="store_true",
        help="even where we are not the seller, or have issued it already",
    )


def add_statuses(invoice: Any) -> None:
    """The life cycle of the reform: statuses by hand, messages in and out."""
    one = _command(invoice, "status", statuses.status, "show or note a status of the reform")
    one.add_argument("number")
    one.add_argument("--set", default="", metavar="CODE", help="204, 207, 209, 210, 220 …")
    one.add_argument("--reason", default="", metavar="REASON", help="a code of its list")
    one.add_argument("--on", type=_date, metavar="DATE")
    one.add_argument("--note", default="")
    several = _command(
        invoice, "statuses", statuses.statuses, "life cycle messages, and 212 from receipts"
    )
    several.add_argument(
        "--import", dest="imported", type=Path, nargs="+", default=[], metavar="FILE"
    )
    several.add_argument("--export", type=Path, metavar="DIR", help="write our own messages")
    several.add_argument("--since", type=_date, metavar="DATE", help="only those noted since")


def add_contracts(commands: Any) -> None:
    """What is invoiced over time: recurring contracts, and works by progress."""
    contract = _group(commands, "contract", "recurring contracts")
    made = _command(contract, "create", contracts.create, "keep a contract")
    made.add_argument("file", type=Path)
    listed = _command(contract, "list", contracts.list_contracts, "list contracts")
    listed.add_argument("--running", action="store_true")
    due = _command(contract, "prepare", contracts.prepare, "make the drafts that are due")
    due.add_argument("number", nargs="?")
    due.add_argument("--on", type=_date, metavar="DATE")
    ended = _command(contract, "cancel", contracts.cancel, "give a contract its last day")
    ended.add_argument("number")
    ended.add_argument("--on", type=_date, required=True, metavar="DATE", help="the last day")
    ended.add_argument("--reason", required=True)
    value = _command(contract, "index", contracts.index, "enter the value of an index")
    value.add_argument("series")
    value.add_argument("value", type=amount)
    value.add_argument("--on", type=_date, required=True, metavar="DATE", help="in force from")
    works = _group(commands, "works", "works invoiced by progress")
    made = _command(works, "create", contracts.create_one_works, "keep a works contract")
    made.add_argument("file", type=Path)
    listed = _command(works, "list", contracts.list_works, "list works")
    listed.add_argument("--open", action="store_true")
    next_one = _command(works, "situation", contracts.situation, "prepare a progress invoice")
    next_one.add_argument("number")
    next_one.add_argument("--percent", type=amount, help="cumulative, of all lines")
    next_one.add_argument("--lines", nargs="+", metavar="LINE=PERCENT", help="lines from 1")
    next_one.add_argument("--final", action="store_true", help="the final account: all is done")
    released = _command(works, "release", contracts.release, "ask for a retention")
    released.add_argument("number", help="of the retention, such as F2026-00012-RG")
    released.add_argument("--on", type=_date, metavar="DATE")


def amount(text: str) -> Decimal:
    """A number of the command line; anything else is a wrong usage."""
    try:
        number = Decimal(text)
    except InvalidOperation as problem:
        raise ValueError(text) from problem
    if not number.is_finite():
        raise ValueError(text)
    return number
