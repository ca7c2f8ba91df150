"""When issued documents are mailed, and what goes with them: one transaction with the issue."""

import email
import json
from collections.abc import Iterator
from datetime import date
from email import policy
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from otc_desktop.application.company.send_rule import SetSendRule, set_send_rule
from otc_desktop.application.customers.import_customers import ImportCustomers, import_customers
from otc_desktop.application.customers.read_customer_file import (
    ReadCustomerFile,
    read_customer_file,
)
from otc_desktop.application.customers.save_customer import SaveCustomer, save_customer
from otc_desktop.application.invoicing.issue_invoice import (
    IssuedInvoice,
    IssueInvoice,
    issue_invoice,
)
from otc_desktop.application.invoicing.preview_mails import PreviewMails, preview_mails
from otc_desktop.application.invoicing.save_mail import SaveMail, save_mail
from otc_desktop.application.invoicing.send_invoice import SendInvoice, send_invoice
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.bootstrap import House
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.sending import SendAtIssue
from otc_desktop.persistence.tables.invoicing import blob
from otc_desktop.persistence.tables.outbox import outbox_message
from tests.support.databases import new_sqlite_file
from tests.support.line import draft, set_up

DAY = date(2026, 11, 20)
EVERY = PageRequest()


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = set_up(new_sqlite_file(tmp_path / "otc.db"), tmp_path, DAY)
    yield made
    made.close()


def _customer(house: House, **fields: str) -> None:
    file = house.use_cases.run(read_customer_file, ReadCustomerFile(code="C0001")).customer
    command = SaveCustomer(fields=fields, customer_id=file.id, version=file.version)
    house.use_cases.run(save_customer, command)


def _issue(house: House, send: bool | None = None, customer: str = "C0001") -> IssuedInvoice:
    command = IssueInvoice(invoice_id=draft(house, customer=customer), send=send)
    return house.use_cases.run(issue_invoice, command)


@pytest.mark.parametrize(
    ("company", "customer", "asked", "queued"),
    [
        ("ask", "company", None, False),
        ("at_issue", "company", None, True),
        ("at_issue", "never", None, False),
        ("never", "at_issue", None, True),
        ("at_issue", "ask", None, False),
        ("at_issue", "company", False, False),
        ("never", "never", True, True),
    ],
)
def test_the_customers_rule_goes_before_the_companys_and_a_word_before_both(
    house: House, company: str, customer: str, asked: bool | None, queued: bool
) -> None:
    house.use_cases.run(set_send_rule, SetSendRule(rule=SendAtIssue(company)))
    _customer(house, send_at_issue=customer)
    assert _issue(house, asked).queued is queued
    assert house.queries.outbox.count(EVERY) == int(queued)


def test_a_standing_rule_never_keeps_a_document_from_being_issued(
    house: House, tmp_path: Path
) -> None:
    house.use_cases.run(set_send_rule, SetSendRule(rule=SendAtIssue.AT_ISSUE))
    file = tmp_path / "muet.csv"
    columns = "code;raison sociale;adresse;code postal;ville;siren\n"
    file.write_text(f"{columns}C0009;Muet SARL;1 rue du Port;44000;Nantes;552032534\n", "utf-8")
    house.use_cases.run(import_customers, ImportCustomers(path=file))
    issued = _issue(house, customer="C0009")
    assert (issued.queued, issued.unreachable) == (False, True)
    assert house.queries.outbox.count(EVERY) == 0
    timeline = house.queries.timeline.page(
        PageRequest(filters={"customer_id": issued.invoice.customer_id})
    )
    assert "InvoiceNotQueued" in {each.kind for each in timeline}


def test_issue_mail_and_attachments_are_one_transaction(house: House) -> None:
    house.use_cases.run(set_send_rule, SetSendRule(rule=SendAtIssue.AT_ISSUE))
    _customer(house, mail_xml="ubl")
    waiting = draft(house)

    refuse = "BEGIN SELECT RAISE(ABORT, 'the outbox fails'); END"
    with house.engine.begin() as connection:
        connection.execute(text(f"CREATE TRIGGER broken BEFORE INSERT ON outbox_message {refuse}"))
    with pytest.raises(IntegrityError):
        house.use_cases.run(issue_invoice, IssueInvoice(invoice_id=waiting))
    with house.engine.begin() as connection:
        connection.execute(text("DROP TRIGGER broken"))
    assert house.queries.invoices.count(EVERY) == 0
    assert house.queries.drafts.count(EVERY) == 1
    issued = house.use_cases.run(issue_invoice, IssueInvoice(invoice_id=waiting))
    assert issued.invoice.number == "F2026-00001"
    with pytest.raises(RuleError) as refusal:
        house.use_cases.run(send_invoice, SendInvoice(number="F2026-00001"))
    assert refusal.value.code == "mail.already_queued"
    assert house.queries.outbox.count(EVERY) == 1


@pytest.mark.parametrize(
    ("wanted", "root"), [("cii", "CrossIndustryInvoice"), ("ubl", "Invoice-2")]
)
def test_the_xml_a_customer_wants_goes_beside_the_pdf(
    house: House, tmp_path: Path, wanted: str, root: str
) -> None:
    _customer(house, mail_xml=wanted)
    assert _issue(house, send=True).queued
    [preview] = house.use_cases.run(preview_mails, PreviewMails(numbers=("F2026-00001",)))
    assert preview.attachments == ("F2026-00001.pdf", "F2026-00001.xml")
    path = tmp_path / "mail.eml"
    house.use_cases.run(save_mail, SaveMail(number="F2026-00001", path=path))
    mail = email.message_from_bytes(path.read_bytes(), policy=policy.default)
    pdf, xml = mail.iter_attachments()
    assert xml.get_filename() == "F2026-00001.xml"
    content = xml.get_payload(decode=True)
    assert isinstance(content, bytes) and root.encode() in content
    with house.engine.connect() as connection:
        [kept] = connection.execute(select(outbox_message.c.attachments)).scalars()
        rows = connection.execute(select(blob.c.sha256, blob.c.content))
        blobs = {row.sha256: row.content for row in rows}
    queued = {name: blobs[digest] for name, _, digest in json.loads(kept)}
    assert queued == {
        "F2026-00001.pdf": pdf.get_payload(decode=True),
        "F2026-00001.xml": content,
    }
