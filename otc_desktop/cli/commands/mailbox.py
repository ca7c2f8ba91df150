"""`otc mailbox`."""

import sys
from dataclasses import replace
from typing import Any

from otc_desktop.application.kernel.mailbox import SignInPrompt
from otc_desktop.application.kernel.task import Task
from otc_desktop.application.mailbox.mail_account import (
    ReadMailAccount,
    SaveMailAccount,
    SignIn,
    TestMailAccount,
    read_mail_account,
    save_mail_account,
    sign_in,
    test_mail_account,
)
from otc_desktop.application.mailbox.poll_mailbox import PollMailbox, poll_mailbox
from otc_desktop.cli.house import House
from otc_desktop.cli.json_output import errors_of
from otc_desktop.cli.listing import every_row
from otc_desktop.domain.shared.company import MailSettings, ReadingSettings
from otc_desktop.domain.shared.errors import RuleError

_EMPTY = MailSettings(host="", port=587, security="starttls", user="", sender="")
_LONGEST_PASSWORD = 10_000


def poll(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Read what came in."""
    outcome = house.use_cases.run(poll_mailbox, PollMailbox(), task)
    return {"filed": outcome.filed, "ignored": outcome.ignored}


def list_received(house: House, options: Any, task: Task) -> dict[str, Any]:
    """List what came in, newest first."""
    return {
        "mails": [
            {
                "id": row.id,
                "nature": row.nature,
                "customer": row.customer_code,
                "invoice": row.number or None,
                "sender": row.sender,
                "subject": row.subject,
                "text": row.body,
                "server_answer": row.diagnostic,
                "files": row.files,
                "left_out": list(row.left_out),
                "sent_at": row.sent_at,
                "filed_at": row.filed_at,
            }
            for row in every_row(house.queries.received_mail, {})
        ]
    }


def show(house: House, options: Any, task: Task) -> dict[str, Any]:
    """The account as it is kept; never what opens it."""
    return {"account": _document(house.use_cases.run(read_mail_account, ReadMailAccount()))}


def change(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Change what is given of the account; the password comes by the standard input."""
    account = house.use_cases.run(read_mail_account, ReadMailAccount()) or _EMPTY
    names = ("host", "port", "security", "user", "sender", "login", "client_id", "tenant")
    given = {name: getattr(options, name) for name in names}
    account = replace(account, **{name: value for name, value in given.items() if value})
    if options.no_reading:
        account = replace(account, reading=None)
    read = {
        name: getattr(options, f"read_{name}") for name in ("host", "port", "security", "folder")
    }
    read = {name: value for name, value in read.items() if value}
    if read:
        before = account.reading or ReadingSettings(host=account.host)
        account = replace(account, reading=replace(before, **read))
    password = sys.stdin.readline(_LONGEST_PASSWORD).rstrip("\r\n") if options.password else ""
    command = SaveMailAccount(account=account, password=password)
    return {"account": _document(house.use_cases.run(save_mail_account, command, task))}


def test(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Try the account as it is kept."""
    account = house.use_cases.run(read_mail_account, ReadMailAccount())
    if account is None:
        raise RuleError("mail.not_configured")
    trial = house.use_cases.run(test_mail_account, TestMailAccount(account=account), task)
    problems = [each for each in (trial.sending, trial.reading) if each is not None]
    document: dict[str, Any] = {
        "sending": trial.sending is None,
        "reading": None if account.reading is None else trial.reading is None,
    }
    if problems:
        document["errors"] = [
            fault for problem in problems for fault in errors_of(problem, house.messages)
        ]
    return document


def sign(house: House, options: Any, task: Task) -> dict[str, Any]:
    """Sign in at the provider, here or with a code typed elsewhere."""
    command = SignIn(by_code=options.code, show=_show)
    return {"signed_in": house.use_cases.run(sign_in, command, task)}


def _show(prompt: SignInPrompt) -> None:
    """The standard output is the answer's: where to sign in is said beside it."""
    sys.stderr.write(f"{prompt.url}\n" + (f"{prompt.code}\n" if prompt.code else ""))
    sys.stderr.flush()


def _document(account: MailSettings | None) -> dict[str, Any] | None:
    if account is None:
        return None
    reading = account.reading
    return {
        "host": account.host,
        "port": account.port,
        "security": account.security,
        "user": account.user,
        "from": account.sender,
        "login": account.login,
        "client_id": account.client_id,
        "tenant": account.tenant,
        "reading": None
        if reading is None
        else {
            "host": reading.host,
            "port": reading.port,
            "security": reading.security,
            "folder": reading.folder,
        },
    }
