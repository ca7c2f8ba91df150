"""An invoice's mail as a file for the user's own mail program."""

import email
from collections.abc import Iterator
from datetime import date
from email import policy
from pathlib import Path

import pytest

from otc_desktop.application.customers.import_customers import ImportCustomers, import_customers
from otc_desktop.application.invoicing.issue_invoice import IssueInvoice, issue_invoice
from otc_desktop.application.invoicing.preview_mails import PreviewMails, preview_mails
from otc_desktop.application.invoicing.save_mail import SaveMail, save_mail
from otc_desktop.application.invoicing.send_invoice import SendInvoice, send_invoice
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.bootstrap import House
from otc_desktop.domain.shared.errors import RuleError
from tests.support.databases import new_sqlite_file
from tests.support.line import draft, issue, set_up

DAY = date(2026, 11, 20)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = set_up(new_sqlite_file(tmp_path / "otc.db"), tmp_path, DAY)
    issue(made)
    yield made
    made.close()


def test_the_file_opens_as_a_draft_with_the_archived_pdf(house: House, tmp_path: Path) -> None:
    path = tmp_path / "mail.eml"
    command = SaveMail(
        number="F2026-00001",
        path=path,
        recipients=("a@durand.example", "b@durand.example"),
        subject="Votre facture\r\nBcc: tiers@example.com",
        body="Bonjour,\nà bientôt.",
    )
    house.use_cases.run(save_mail, command)

    mail = email.message_from_bytes(path.read_bytes(), policy=policy.default)
    assert mail["X-Unsent"] == "1"
    assert mail["To"] == "a@durand.example, b@durand.example"
    assert mail["Bcc"] is None
    assert mail["Subject"] == "Votre facture Bcc: tiers@example.com"
    body = mail.get_body()
    assert body is not None and body.get_content().replace("\r\n", "\n") == command.body + "\n"
    [pdf] = mail.iter_attachments()
    [row] = house.queries.invoices.page(PageRequest())
    assert pdf.get_content() == house.queries.document_pdf(row.invoice_id)
    assert house.queries.outbox.count(PageRequest()) == 0
    assert not house.use_cases.run(preview_mails, PreviewMails(numbers=("F2026-00001",)))[
        0
    ].was_queued


def test_what_a_preview_shows_is_what_is_queued(house: House) -> None:
    [preview] = house.use_cases.run(preview_mails, PreviewMails(numbers=("F2026-00001",)))
    house.use_cases.run(send_invoice, SendInvoice(number="F2026-00001"))
    [mail] = house.queries.outbox.page(PageRequest())
    assert (mail.recipient,) == preview.recipients
    assert (mail.subject, mail.body) == (preview.subject, preview.body)
    assert house.use_cases.run(preview_mails, PreviewMails(numbers=("F2026-00001",)))[0].was_queued


def test_issued_and_queued_or_neither(house: House, tmp_path: Path) -> None:
    run = house.use_cases.run
    run(issue_invoice, IssueInvoice(invoice_id=draft(house, price="10.00"), send=True))
    [mail] = house.queries.outbox.page(PageRequest())
    assert "F2026-00002" in mail.subject
    csv = "code;raison sociale;adresse;code postal;ville;siren\n"
    file = tmp_path / "muet.csv"
    file.write_text(f"{csv}C0009;Muet SARL;1 rue du Port;44000;Nantes;552032534\n", "utf-8")
    run(import_customers, ImportCustomers(path=file))
    nowhere = draft(house, customer="C0009")
    with pytest.raises(RuleError) as refusal:
        run(issue_invoice, IssueInvoice(invoice_id=nowhere, send=True))
    assert refusal.value.code == "mail.no_recipient"
    assert house.queries.invoices.count(PageRequest()) == 2
    issued = run(issue_invoice, IssueInvoice(invoice_id=nowhere))
    assert issued.invoice.number == "F2026-00003"


@pytest.mark.parametrize("use_case", [SendInvoice, SaveMail])
def test_an_address_that_is_none_is_refused(
    house: House, use_case: type[SendInvoice] | type[SaveMail]
) -> None:
    command = use_case(number="F2026-00001", recipients=("a@b@c",))
    with pytest.raises(RuleError) as refusal:
        house.use_cases.run(
            send_invoice if isinstance(command, SendInvoice) else save_mail,  # type: ignore[arg-type]
            command,
        )
    assert refusal.value.code == "customers.bad_email"
