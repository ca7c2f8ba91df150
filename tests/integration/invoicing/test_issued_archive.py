"""What an issue leaves in the archive, and what our own checks of e-invoices let pass."""

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import text

from otc_desktop.adapters.einvoicing.archived import ArchivedFiles
from otc_desktop.application.customers.import_customers import ImportCustomers, import_customers
from otc_desktop.application.invoicing.archived_document import PDF, XML
from otc_desktop.application.invoicing.export_pdf import ExportPdf, export_pdf
from otc_desktop.application.invoicing.export_xml import ExportXml, export_xml
from otc_desktop.application.invoicing.issue_invoice import IssueInvoice, issue_invoice
from otc_desktop.application.invoicing.read_draft import ReadDraft, read_draft
from otc_desktop.application.invoicing.send_invoice import SendInvoice, send_invoice
from otc_desktop.application.kernel.task import SilentTask
from otc_desktop.bootstrap import House
from otc_desktop.domain.shared.findings import BlockingFindings
from tests.support.line import draft, issue, set_up

DAY = date(2026, 11, 20)
_PEOPLE = """\
code;raison sociale;type;adresse;code postal;ville;email
C0008;Zoé Martin;particulier;1 rue Basse;69001;Lyon;
"""


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    opened = set_up(f"sqlite:///{tmp_path / 'books.db'}", tmp_path, DAY)
    yield opened
    opened.close()


def _archived(house: House) -> dict[str, bytes]:
    with house.engine.connect() as connection:
        rows = connection.execute(
            text(
                "SELECT media_type, content FROM archived_document"
                " JOIN blob ON blob.sha256 = archived_document.sha256 ORDER BY sequence"
            )
        ).all()
    return {media_type: bytes(content) for media_type, content in rows}


def _sound(house: House) -> bool:
    return all(each.ok for each in house.queries.verification.run_checks(SilentTask()))


def test_pdf_and_xml_are_kept_and_the_pdf_carries_the_xml(house: House, tmp_path: Path) -> None:
    issued = issue(house)
    kept = _archived(house)
    assert list(kept) == [PDF, XML]
    assert ArchivedFiles().embedded(kept[PDF]) == kept[XML]
    assert issued.sha256 == hashlib.sha256(kept[PDF]).hexdigest()
    assert ArchivedFiles().sums(kept[XML]).total_incl_tax == Decimal("120.00")
    run, number = house.use_cases.run, issued.invoice.number
    assert run(export_pdf, ExportPdf(number=number, path=tmp_path / "a.pdf")) == issued.sha256
    for syntax, media_type in (("cii", XML), ("facturx", PDF)):
        asked = ExportXml(number=number, path=tmp_path / "out", syntax=syntax)
        assert run(export_xml, asked) == kept[media_type]
    other = ExportXml(number=number, path=tmp_path / "b", syntax="facturx", profile="basic")
    inside = ArchivedFiles().embedded(run(export_xml, other))
    assert inside is not None
    assert b"factur-x.eu:1p0:basic" in inside
    assert _sound(house)


def test_the_customer_is_mailed_the_archived_pdf(house: House) -> None:
    issued = issue(house)
    house.use_cases.run(send_invoice, SendInvoice(number=issued.invoice.number))
    with house.engine.connect() as connection:
        told = connection.execute(text("SELECT attachments FROM outbox_message")).scalar_one()
    assert [sha256 for _, _, sha256 in json.loads(told)] == [issued.sha256]


def test_a_fault_of_the_invoice_blocks_its_issue_with_the_field(house: House) -> None:
    invoice_id = draft(house)
    with house.engine.begin() as connection:
        # As an import of long ago may have left it.
        connection.execute(text("UPDATE customer SET siren = '552100555' WHERE code = 'C0001'"))
    with pytest.raises(BlockingFindings) as refusal:
        house.use_cases.run(issue_invoice, IssueInvoice(invoice_id=invoice_id))
    assert [(each.code, each.where) for each in refusal.value.findings] == [
        ("einvoicing.bad_check_digits", "buyer.siren")
    ]
    looked_at = house.use_cases.run(read_draft, ReadDraft(invoice_id=invoice_id)).findings
    assert all(each in looked_at for each in refusal.value.findings)
    assert _archived(house) == {}
    with house.engine.begin() as connection:
        connection.execute(text("UPDATE customer SET siren = '552100554' WHERE code = 'C0001'"))
    issued = house.use_cases.run(issue_invoice, IssueInvoice(invoice_id=invoice_id))
    assert issued.invoice.number == "F2026-00001"


def test_a_private_person_without_mail_is_invoiced(house: House, tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    people.write_text(_PEOPLE, encoding="utf-8")
    house.use_cases.run(import_customers, ImportCustomers(path=people))
    issue(house, customer="C0008")
    assert b">B2C<" in _archived(house)[XML]
    assert _sound(house)


def test_a_seller_nobody_can_name_leaves_a_plain_pdf(house: House) -> None:
    invoice_id = draft(house)
    with house.engine.begin() as connection:
        settings = json.loads(connection.execute(text("SELECT settings FROM company")).scalar_one())
        settings |= {"siren": "", "siret": "", "vat_number": ""}
        changed = {"settings": json.dumps(settings)}
        connection.execute(text("UPDATE company SET settings = :settings"), changed)
    house.use_cases.run(issue_invoice, IssueInvoice(invoice_id=invoice_id))
    kept = _archived(house)
    assert list(kept) == [PDF]
    assert ArchivedFiles().embedded(kept[PDF]) is None
    assert _sound(house)
