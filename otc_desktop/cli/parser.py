"""The command line's grammar."""

import argparse
from pathlib import Path
from typing import Any

from otc_desktop.application.invoicing.export_xml import PROFILES
from otc_desktop.cli.bank_grammar import add_banking
from otc_desktop.cli.commands import (
    archive,
    attachments,
    company,
    credit,
    deliveries,
    demo,
    figures,
    imports,
    invoicing,
    ledger,
    mail_templates,
    merges,
    outbox,
    sales,
    stock,
    verification,
)
from otc_desktop.cli.commands.paper import add_company
from otc_desktop.cli.customer_grammar import add_contacts, add_files
from otc_desktop.cli.debit_grammar import add_direct_debits, add_refunds
from otc_desktop.cli.dispute_grammar import add_disputes
from otc_desktop.cli.dunning_grammar import add_calls, add_dunning
from otc_desktop.cli.formal_grammar import add_formal_end
from otc_desktop.cli.grammar import command as _command
from otc_desktop.cli.grammar import day as _date
from otc_desktop.cli.grammar import group as _group
from otc_desktop.cli.invoicing_grammar import (
    add_billing,
    add_contracts,
    add_einvoices,
    add_send_choice,
    add_statuses,
)
from otc_desktop.cli.mailbox_grammar import add_mailbox
from otc_desktop.cli.platform_grammar import add_ereporting, add_platform
from otc_desktop.cli.receipt_grammar import add_receipts
from otc_desktop.cli.sales_grammar import add_orders, add_prices, add_quotes, add_rebates
from otc_desktop.cli.schedule_grammar import add_backup, add_schedule
from otc_desktop.domain.attachments.attachment import SubjectKind
from otc_desktop.domain.credit.grade import CreditGrade
from otc_desktop.domain.shared.mail_template import TEMPLATE_LANGUAGES, TEMPLATE_VALUES


def build_parser() -> argparse.ArgumentParser:
    """The parser of `otc`; each command carries its handler."""
    parser = argparse.ArgumentParser(
        prog="otc", description="OTC Desktop: order to cash, from the command line."
    )
    add_house_options(parser)
    parser.add_argument("--json", action="store_true", help="one JSON document on stdout")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    add_backup(commands, _add_company(commands))
    add_schedule(commands)
    add_company(commands)
    _add_imports(commands)
    _add_customers(commands)
    add_quotes(commands)
    add_prices(commands)
    add_rebates(commands)
    _add_sales(commands)
    _add_deliveries(commands)
    _add_credit(commands)
    _add_invoicing(commands)
    add_banking(commands)
    add_receipts(commands)
    add_direct_debits(commands)
    add_refunds(commands)
    add_dunning(commands)
    add_calls(commands)
    _add_outbox(commands)
    add_mailbox(commands)
    add_platform(commands)
    add_ereporting(commands)
    add_disputes(commands)
    add_formal_end(commands)
    _add_attachments(commands)
    _add_ledger(commands)
    _add_archive(commands)
    _command(commands, "verify", verification.verify, "prove every invariant on the live data")
    return parser


def add_house_options(parser: argparse.ArgumentParser) -> None:
    """Which database, which business date, who: the same for console and window."""
    parser.add_argument("--database", default="", help="sqlite:///path or postgresql+psycopg://…")
    parser.add_argument(
        "--today", type=_date, default=None, metavar="YYYY-MM-DD", help="the business date"
    )
    parser.add_argument("--user", default="", help="who acts")


def _add_company(commands: Any) -> Any:
    """What makes and keeps a database; the group `otc db`."""
    init = _command(
        commands, "init", company.init, "create or upgrade the database", makes_schema=True
    )
    init.add_argument("--company", type=Path, required=True, metavar="company.toml")
    made = _command(
        commands, "demo", demo.make_demo, "make a fictitious company", makes_schema=True
    )
    made.add_argument("--customers", type=_positive, default=60)
    made.add_argument("--invoices", type=_positive, default=600)
    made.add_argument("--seed", type=int, default=1)
    database = _group(commands, "db", "the database's schema")
    _command(database, "upgrade", company.upgrade, "bring it up to date", makes_schema=True)
    _command(database, "reindex", company.reindex, "make the search index anew")
    _command(database, "current", company.current, "show it", makes_schema=True)
    return database


def _add_imports(commands: Any) -> None:
    group = _group(commands, "import", "take in a CSV or XLSX file")
    for name, handler in (
        ("customers", imports.customers),
        ("products", imports.products),
        ("open-invoices", imports.open_invoices),
        ("stock", imports.stock),
        ("price-lists", imports.price_lists),
        ("agreed-prices", imports.agreed_prices),
    ):
        made = _command(group, name, handler, f"take in {name}")
        made.add_argument("file", type=Path)
        made.add_argument("--dry-run", action="store_true")
        made.add_argument("--accept-partial", action="store_true")
        made.add_argument("--explain", action="store_true", help="the fate of every row")
        made.add_argument("--sheet", default="", help="a sheet of the workbook, by name")
        made.add_argument("--header-line", type=_positive, default=0, metavar="LINE")
        made.add_argument(
            "--set", type=_setting, action="append", default=[], metavar="COLUMN=VALUE"
        )

    made = _command(group, "fec", imports.fec, "take over a ledger (FEC)")
    made.add_argument("file", type=Path)
    made.add_argument("--dry-run", action="store_true")
    made.add_argument("--accept-partial", action="store_true")
    made.add_argument("--explain", action="store_true", help="every customer and document")
    made.add_argument(
        "--refuse-nameless",
        action="store_true",
        help="refuse open lines of a 411 account that name no customer",
    )


def _setting(text: str) -> tuple[str, str]:
    column, equals, value = text.partition("=")
    if not equals or not column:
        raise argparse.ArgumentTypeError(f"{text!r} is not COLUMN=VALUE")
    return column, value


def _add_customers(commands: Any) -> None:
    customer = _group(commands, "customer", "customer files")
    add_files(customer)
    add_contacts(commands)
    shown = _command(customer, "figures", figures.customer, "how a customer pays")
    shown.add_argument("code")
    shown.add_argument("--on", type=_date, default=None, metavar="YYYY-MM-DD")
    graded = _command(customer, "grade", figures.grade, "keep the grades that behaviour earns")
    graded.add_argument("code", nargs="?", default="")
    alike = _command(customer, "duplicates", merges.duplicates, "files that may be one customer")
    alike.add_argument("code", nargs="?", default="")
    alike.add_argument("--most", type=_positive, default=500, help="pairs, the likeliest first")
    apart = _command(customer, "distinct", merges.distinct, "two files are no duplicates")
    apart.add_argument("one", metavar="CODE")
    apart.add_argument("other", metavar="CODE")
    merged = _command(customer, "merge", merges.merge, "put one file into another")
    merged.add_argument("--dry-run", action="store_true", help="only say what would move")
    merged.add_argument(
        "--take", type=_names, default=None, metavar="FIELD,…", help="else what the kept file lacks"
    )
    undone = _command(customer, "unmerge", merges.unmerge, "take a merge back")
    for made in (merged, undone):
        made.add_argument("keep", metavar="KEEP")
        made.add_argument("lose", metavar="LOSE")


def _add_sales(commands: Any) -> None:
    order = _group(commands, "order", "orders")
    add_orders(order)
    _command(order, "create", sales.create, "take an order").add_argument("file", type=Path)
    _command(order, "confirm", sales.confirm, "accept an order").add_argument("number")
    release = _command(order, "release", sales.release, "release a held order")
    release.add_argument("number")
    release.add_argument("--reason", required=True)
    times = _command(order, "lead-times", deliveries.lead_times, "days of each stage")
    times.add_argument("--from", dest="from_on", type=_date, default=None)
    times.add_argument("--to", dest="to_on", type=_date, default=None)
    _command(order, "back-orders", deliveries.back_orders, "what is still owed")


def _add_credit(commands: Any) -> None:
    group = _group(commands, "credit", "exposure, limits, held orders")
    shown = _command(group, "status", credit.status, "how a customer stands, or what is held")
    shown.add_argument("customer", nargs="?", default="")
    _command(group, "alerts", credit.alerts, "customers that give reason to look")
    changed = _command(group, "set", credit.set_terms, "set limit, insured amount, grade")
    changed.add_argument("customer")
    for name in ("limit", "insured"):
        changed.add_argument(f"--{name}", default=None, metavar="AMOUNT|none")
    changed.add_argument("--grade", choices=[each.value for each in CreditGrade], default=None)
    changed.add_argument("--reason", default="")
    ended = _command(group, "ceased", credit.ceased, "note that a business has ended")
    ended.add_argument("customer")
    ended.add_argument("--on", type=_date, default=None, metavar="YYYY-MM-DD")
    ended.add_argument("--source", required=True)
    ended.add_argument("--no", action="store_true", help="it has not after all")
    approved = _command(group, "approve", credit.approve, "agree to a held order")
    asked = _command(group, "deposit", credit.deposit, "agree once a deposit is there")
    refused = _command(group, "refuse", credit.refuse, "refuse a held order")
    for made in (approved, asked, refused):
        made.add_argument("order")
        made.add_argument("--reason", required=True)
    for made in (approved, asked):
        made.add_argument("--amount", default=None, required=made is asked)
        made.add_argument("--until", type=_date, default=None, metavar="YYYY-MM-DD")
    _command(group, "recheck", credit.recheck, "look at a held order again").add_argument("order")


def _add_deliveries(commands: Any) -> None:
    delivery = _group(commands, "delivery", "deliveries")
    made = _command(delivery, "create", deliveries.create, "deliver what is left")
    made.add_argument("order")
    made.add_argument("--lines", nargs="+", metavar="LINE=QUANTITY", help="lines from 1")
    made.add_argument("--available", action="store_true", help="what is on hand, no more")
    made.add_argument("--carrier", default="")
    made.add_argument("--tracking", default="")
    _command(delivery, "show", deliveries.show, "one delivery").add_argument("number")
    note = _command(delivery, "pdf", deliveries.pdf, "write the delivery note")
    note.add_argument("number")
    note.add_argument("--out", type=Path, required=True)
    sent = _command(delivery, "send", deliveries.send, "mail the delivery note")
    sent.add_argument("number")
    sent.add_argument("--again", action="store_true")
    undone = _command(delivery, "cancel", deliveries.cancel, "undo a delivery")
    undone.add_argument("number")
    undone.add_argument("--reason", required=True)
    listed = _command(delivery, "list", deliveries.list_deliveries, "list deliveries")
    listed.add_argument("--state", choices=["to_invoice", "invoiced", "cancelled"], default="")
    back = _group(commands, "return", "goods that come back")
    noted = _command(back, "create", deliveries.create_one_return, "note a return")
    noted.add_argument("delivery")
    noted.add_argument("--lines", nargs="+", metavar="LINE=QUANTITY", help="lines from 1")
    noted.add_argument("--reason", required=True)
    noted.add_argument("--note", default="")
    noted.add_argument("--no-restock", action="store_true")
    noted.add_argument("--replace", action="store_true", help="deliver the lines again")
    noted.add_argument("--announced", action="store_true", help="the goods are not here yet")
    _command(back, "receive", deliveries.receive, "take in a return").add_argument("number")
    _command(back, "credit", deliveries.credit, "prepare its credit note").add_argument("number")
    group = _group(commands, "stock", "stock")
    shown = _command(group, "list", stock.list_stock, "what is there, promised and free")
    shown.add_argument("--below-reorder", action="store_true")
    moved = _command(group, "move", stock.move, "count, receive, correct or scrap")
    moved.add_argument("product")
    moved.add_argument("--quantity", required=True)
    moved.add_argument(
        "--reason", required=True, help="receipt, scrap, count, or a reason in words"
    )
    moved.add_argument("--note", default="")


def _add_invoicing(commands: Any) -> None:
    invoice = _group(commands, "invoice", "invoices and credit notes")
    _command(invoice, "create", invoicing.create, "prepare a draft").add_argument("file", type=Path)
    _command(
        invoice, "from-delivery", invoicing.from_delivery, "prepare a delivery's invoice"
    ).add_argument("number")
    issue = _command(invoice, "issue", invoicing.issue, "issue drafts")
    issue.add_argument("ids", nargs="*", metavar="ID")
    issue.add_argument("--all-drafts", action="store_true")
    add_send_choice(issue)
    credit = _command(invoice, "credit", invoicing.credit, "prepare a credit note")
    credit.add_argument("number")
    credit.add_argument(
        "--lines", nargs="+", metavar="LINE[=QUANTITY]", help="line numbers, from 1"
    )
    add_billing(invoice, credit)
    add_contracts(commands)
    add_einvoices(invoice)
    add_statuses(invoice)
    checked = _command(invoice, "check", invoicing.check, "check by the official rules")
    checked.add_argument("document", metavar="ID|NUMBER")
    xml = _command(invoice, "xml", invoicing.xml, "write it as an e-invoice")
    xml.add_argument("number")
    xml.add_argument("--syntax", choices=("cii", "ubl", "facturx"), default="cii")
    xml.add_argument("--profile", choices=PROFILES, default="en16931")
    xml.add_argument("--out", type=Path, required=True)
    pdf = _command(invoice, "pdf", invoicing.pdf, "write the PDF as issued")
    pdf.add_argument("number")
    pdf.add_argument("--out", type=Path, required=True)
    _command(invoice, "send", invoicing.send, "mail a document").add_argument("number")
    _command(invoice, "why", figures.why, "why it is not paid").add_argument("number")
    listed = _command(invoice, "list", invoicing.list_invoices, "list documents")
    listed.add_argument("--open", action="store_true")
    listed.add_argument("--overdue", action="store_true")
    listed.add_argument("--customer", default="", metavar="CODE")


def _add_outbox(commands: Any) -> None:
    mails = _group(commands, "outbox", "mail that waits, left or stopped")
    listed = _command(mails, "list", outbox.list_mails, "list mails, newest first")
    listed.add_argument("--status", choices=outbox.STATUSES, default=None)
    _command(mails, "show", outbox.show, "every step of a mail").add_argument("id")
    again = _command(mails, "retry", outbox.retry, "make a mail ready again")
    again.add_argument("id")
    again.add_argument("--to", default=None, metavar="ADDRESS")
    again.add_argument("--keep-address", action="store_true", help="in the customer's file as well")
    again.add_argument("--may-arrive-twice", action="store_true")
    _command(mails, "cancel", outbox.cancel, "take a mail out").add_argument("id")
    _command(mails, "flush", outbox.flush, "send what is ready to leave")

    words = _group(commands, "mail-template", "the words of mails")
    _command(words, "list", mail_templates.list_templates, "every kind of mail")
    for name, run, told in (
        ("show", mail_templates.show, "the words in force"),
        ("set", mail_templates.set_template, "keep own words"),
        ("reset", mail_templates.reset, "go back to the words delivered"),
    ):
        made = _command(words, name, run, told)
        made.add_argument("name", choices=list(TEMPLATE_VALUES))
        made.add_argument("language", choices=list(TEMPLATE_LANGUAGES))
        if name == "set":
            made.add_argument("file", type=Path, help="its first line is «Subject: …»")


def _add_attachments(commands: Any) -> None:
    kinds = [each.value for each in SubjectKind]
    attached = _command(commands, "attach", attachments.attach, "attach a file to something")
    listed = _command(
        commands, "attachments", attachments.list_attachments, "list what is attached"
    )
    for made in (attached, listed):
        made.add_argument("kind", choices=kinds)
        made.add_argument("number", help="its number, a customer's code, or an id")
    attached.add_argument("file", type=Path)
    attached.add_argument("--note", default="")


def _add_ledger(commands: Any) -> None:
    group = _group(commands, "ledger", "entries for the bookkeeper")
    export = _command(group, "export", ledger.export, "write a file of entries")
    export.add_argument("--format", required=True)
    export.add_argument("--from", dest="from_on", type=_date, required=True)
    export.add_argument("--to", dest="to_on", type=_date, required=True)
    export.add_argument("--out", type=Path, required=True, metavar="DIR")
    export.add_argument("--lock", action="store_true")
    aged = _command(group, "aged-balance", ledger.aged_balance, "what is owed, by age")
    aged.add_argument("--on", type=_date, default=None)
    measured = _command(commands, "kpi", figures.kpi, "figures with their definitions")
    measured.add_argument("--on", type=_date, default=None)


def _add_archive(commands: Any) -> None:
    group = _group(commands, "archive", "issued documents as they were archived")
    made = _command(group, "export", archive.export, "write a year's documents for an audit")
    made.add_argument("--year", type=_positive, required=True, help="in which it begins")
    made.add_argument("--output", type=Path, required=True, metavar="X.zip")


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for name in text.split(",") if name)


def _positive(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number above zero")
    return int(text)
