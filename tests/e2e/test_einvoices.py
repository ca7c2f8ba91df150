"""`otc invoice xml` and `otc invoice check` as a user types them."""

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from otc_desktop.adapters.einvoicing.writer import XmlInvoices
from otc_desktop.application.invoicing.issue_invoice import IssueInvoice, issue_invoice
from otc_desktop.domain.invoicing.einvoice import einvoice_of
from otc_desktop.domain.shared.company import VatRegime
from tests.support.console import Console
from tests.support.invoices import an_invoice
from tests.support.line import draft, set_up

DAY = "2026-11-20"


def test_an_invoice_leaves_as_xml_and_is_judged(tmp_path: Path) -> None:
    pytest.importorskip("saxonche", reason="the rules need saxonche")
    url = f"sqlite:///{tmp_path / 'books.db'}"
    house = set_up(url, tmp_path, date.fromisoformat(DAY))
    prepared = draft(house)
    otc = Console(url, tmp_path)
    before = otc(DAY, "invoice", "check", str(prepared))
    number = house.use_cases.run(issue_invoice, IssueInvoice(invoice_id=prepared)).invoice.number
    house.close()
    after = otc(DAY, "invoice", "check", number)
    for told in (before, after):
        assert [(each["syntax"], each["name"], each["run"]) for each in told["rule_sets"]] == [
            (syntax, name, True)
            for syntax in ("cii", "ubl")
            for name in ("XSD", "EN16931", "BR-FR")
        ]
        faults = [fault for each in told["rule_sets"] for fault in each["faults"]]
        assert [fault for fault in faults if fault["fatal"]] == []
    inside = tmp_path / "inside.xml"
    otc(DAY, "invoice", "xml", number, "--out", inside)
    otc(DAY, "invoice", "xml", number, "--syntax", "ubl", "--out", tmp_path / "ubl.xml")
    otc(DAY, "invoice", "xml", number, "--syntax", "facturx", "--out", tmp_path / "f.pdf")
    assert PdfReader(tmp_path / "f.pdf").attachments["factur-x.xml"] == [inside.read_bytes()]
    assert b"Invoice-2" in (tmp_path / "ubl.xml").read_bytes()
    year = tmp_path / "2026.zip"
    kept = otc(DAY, "archive", "export", "--year", "2026", "--output", year)
    assert (kept["documents"], kept["files"], year.exists()) == (1, 2, True)
    refused = otc.refused(DAY, "archive", "export", "--year", "2025", "--output", year)
    assert refused == ["archive.nothing_issued"]
    assert otc.refused(DAY, "invoice", "check", "F1999-1") == ["invoicing.not_found"]


def test_a_file_of_another_tool_is_read_and_becomes_one_draft(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'books.db'}"
    set_up(url, tmp_path, date.fromisoformat(DAY)).close()
    otc = Console(url, tmp_path)
    document = einvoice_of(an_invoice(number="OLD-1"), regime=VatRegime.DEBITS, reasons={})
    path = tmp_path / "old.xml"
    path.write_bytes(XmlInvoices().write(document, syntax="ubl"))
    told = otc(DAY, "invoice", "read", path, "--without-rules")
    assert (told["invoice"]["number"], told["we_are"]) == ("OLD-1", "seller")
    assert (told["customers"], told["customer_found_by"]) == (["C0001"], "siren")
    assert told["invoice"]["totals"]["due"] == "120.00"
    made = otc(DAY, "invoice", "draft-from", path)
    assert (made["status"], made["customer"], made["new"]) == ("draft", "C0001", True)
    assert {"BT-1", "BT-2"} <= {each["term"] for each in made["left_out"]}
    again = otc(DAY, "invoice", "draft-from", path)
    assert (again["id"], again["new"]) == (made["id"], False)
    path.write_bytes(b"<!DOCTYPE x><x/>")
    assert otc.refused(DAY, "invoice", "read", path) == ["einvoicing.doctype"]
