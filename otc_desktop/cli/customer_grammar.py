"""Commands of customer files and their people."""

from pathlib import Path
from typing import Any

from otc_desktop.cli.commands import customers
from otc_desktop.cli.grammar import command, group
from otc_desktop.domain.customers.contact import ContactRole
from otc_desktop.domain.shared.sending import MailXml, SendAtIssue


def add_files(customer: Any) -> None:
    """What can be done with customer files."""
    shown = command(customer, "show", customers.show, "a file, and what it lacks")
    shown.add_argument("code")
    sent = command(customer, "sending", customers.sending, "when its documents are mailed, how")
    sent.add_argument("code")
    sent.add_argument("--rule", choices=[each.value for each in SendAtIssue])
    sent.add_argument("--xml", choices=[each.value for each in MailXml], help="beside the PDF")
    told = command(customer, "statement", customers.statement, "the statement of account")
    told.add_argument("code")
    told.add_argument("--out", type=Path, metavar="FILE.pdf")
    told.add_argument("--send", action="store_true", help="queue it for whoever pays")
    told.add_argument("--again", action="store_true", help="even a second time that day")
    for name in customers.MOVES:
        moved = command(customer, name, customers.move, f"{name} a file")
        moved.add_argument("code")
        moved.set_defaults(move=name)
        if name in customers.NEEDS_REASON:
            moved.add_argument("--reason", required=True)


def add_contacts(commands: Any) -> None:
    """`otc contact`."""
    contact = group(commands, "contact", "people at customers")
    listed = command(contact, "list", customers.contacts, "list people and their roles")
    listed.add_argument("customer")
    kept = command(contact, "save", customers.keep_contact, "add somebody, or change them by name")
    kept.add_argument("customer")
    kept.add_argument("--name", required=True)
    for field in ("function", "email", "phone"):
        kept.add_argument(f"--{field}", default=None)
    kept.add_argument(
        "--role", action="append", choices=[each.value for each in ContactRole], default=None
    )
    dropped = command(contact, "remove", customers.drop_contact, "take somebody off a file")
    dropped.add_argument("customer")
    dropped.add_argument("--name", required=True)
