"""`otc mailbox` as a user or a task planner types it."""

from datetime import date
from pathlib import Path

import pytest

from otc_desktop.application.invoicing.send_invoice import SendInvoice, send_invoice
from otc_desktop.application.outbox.send_mail import SendMail, send_mail
from tests.support.console import Console
from tests.support.imap_server import PASSWORD, imap_server
from tests.support.incoming_mails import bounce, reply
from tests.support.line import issue, set_up
from tests.support.mailbox import mail_server

DAY = "2026-11-20"


def test_answers_and_bounces_come_in_with_what_is_due(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OTC_SMTP_PASSWORD", PASSWORD)
    url = f"sqlite:///{tmp_path / 'books.db'}"
    with mail_server() as (box, smtp), imap_server() as (folder, imap):
        folder.user = ""
        house = set_up(url, tmp_path, date.fromisoformat(DAY), smtp_port=smtp)
        number = issue(house).invoice.number
        house.use_cases.run(send_invoice, SendInvoice(number=number))
        house.use_cases.run(send_mail, SendMail())
        house.close()
        ours, to = str(box.mails[0]["Message-ID"]), str(box.mails[0]["To"])
        otc = Console(url, tmp_path)
        assert otc.refused(DAY, "mailbox", "poll") == ["mailbox.not_configured"]
        read = ("--read-host", "127.0.0.1", "--read-port", str(imap), "--read-security", "none")
        account = otc(DAY, "mailbox", "set", *read)["account"]
        assert account["reading"]["folder"] == "INBOX"
        assert otc(DAY, "mailbox", "test") == {"sending": True, "reading": True}

        folder.put(reply("<r1@client.example>", to=ours))
        folder.put(bounce(ours, recipient=to))
        jobs = {job["name"]: job for job in otc(DAY, "run-due")["jobs"]}
        assert (jobs["mailbox"]["reply"], jobs["mailbox"]["bounce"]) == (1, 1)
        answered, came_back = sorted(
            otc(DAY, "mailbox", "list")["mails"], key=lambda mail: mail["nature"], reverse=True
        )
        assert (answered["invoice"], answered["files"]) == (number, 1)
        assert came_back["server_answer"].startswith("5.1.1")
        assert otc(DAY, "outbox", "list", "--status", "bounced")["mails"][0]["recipient"] == to
