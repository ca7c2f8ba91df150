"""Commands of the company's mail account."""

from typing import Any

from otc_desktop.cli.commands import mailbox
from otc_desktop.cli.grammar import command, group
from otc_desktop.domain.shared.company import BY_GOOGLE, BY_MICROSOFT, BY_PASSWORD

_SECURITIES = ("starttls", "tls", "none")


def add_mailbox(commands: Any) -> None:
    """`otc mailbox`."""
    box = group(commands, "mailbox", "the mail account, and what comes into it")
    command(box, "poll", mailbox.poll, "file answers and bounces that came in")
    command(box, "list", mailbox.list_received, "list what came in, newest first")
    command(box, "show", mailbox.show, "show the account")
    command(box, "test", mailbox.test, "try the account without sending or reading")
    signed = command(box, "sign-in", mailbox.sign, "sign in at Microsoft 365 or Google")
    signed.add_argument("--code", action="store_true", help="with a code typed on any device")
    changed = command(box, "set", mailbox.change, "change the account")
    changed.add_argument("--host")
    changed.add_argument("--port", type=int)
    changed.add_argument("--security", choices=_SECURITIES)
    changed.add_argument("--user")
    changed.add_argument("--from", dest="sender", metavar="ADDRESS")
    changed.add_argument("--login", choices=(BY_PASSWORD, BY_MICROSOFT, BY_GOOGLE))
    changed.add_argument("--client-id")
    changed.add_argument("--tenant")
    changed.add_argument("--read-host")
    changed.add_argument("--read-port", type=int)
    changed.add_argument("--read-security", choices=_SECURITIES)
    changed.add_argument("--read-folder")
    changed.add_argument("--no-reading", action="store_true")
    changed.add_argument(
        "--password", action="store_true", help="read one line of the standard input"
    )
