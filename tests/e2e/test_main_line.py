"""The whole line by `otc`: from a customer's order to the bookkeeper's file, to the cent."""

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.support.company_files import (
    Movement,
    write_company,
    write_customers,
    write_products,
    write_statement,
)
from tests.support.console import Console
from tests.support.fec_checker import check_fec
from tests.support.mailbox import Mailbox, mail_server
from tests.support.shared_data import shared_testdata

SOLD, PAID, LATE, YEAR_END = "2026-03-02", "2026-03-20", "2026-04-03", "2026-12-31"


@pytest.fixture
def mailbox() -> Iterator[tuple[Mailbox, int]]:
    with mail_server() as server:
        yield server


def _write(path: Path, content: object) -> Path:
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def test_the_line_from_order_to_the_bookkeepers_file(
    empty_database_url: str, tmp_path: Path, mailbox: tuple[Mailbox, int]
) -> None:
    box, port = mailbox
    otc = Console(empty_database_url, tmp_path, apart=True)

    # The company and its files.
    assert otc(SOLD, "init", "--company", write_company(tmp_path, smtp_port=port))["company"]
    assert otc(SOLD, "import", "customers", write_customers(tmp_path))["created"] == 3
    assert otc(SOLD, "import", "products", write_products(tmp_path))["created"] == 3
    again = otc(SOLD, "import", "customers", write_customers(tmp_path))
    assert (again["created"], again["unchanged"]) == (0, 3)

    # Order, confirmation, delivery, invoice: two rates, a line and a document discount, carriage.
    order = _write(
        tmp_path / "order.json",
        {
            "customer": "C0001",
            "purchase_order": "PO-778",
            "lines": [
                {"product": "P-01", "quantity": "12", "discount_percent": "5"},
                {"product": "P-02", "quantity": "3"},
            ],
            "discount_percent": "2",
            "charges": [{"description": "Port", "amount": "15.00", "vat_rate": "20"}],
        },
    )
    # 12 × 19.90 − 5 % = 226.86; 3 × 35.00 = 105.00; 2 % of 331.86 = 6.64 (4.54 + 2.10).
    # 20 %: 226.86 − 4.54 + 15.00 = 237.32 → 47.46; 5.5 %: 105.00 − 2.10 = 102.90 → 5.66.
    taken = otc(SOLD, "order", "create", order)
    assert taken["total_excl_tax"] == "340.22"
    assert taken["total_vat"] == "53.12"
    assert taken["total_incl_tax"] == "393.34"
    assert otc(SOLD, "order", "confirm", taken["number"])["status"] == "confirmed"
    delivery = otc(SOLD, "delivery", "create", taken["number"])
    draft = otc(SOLD, "invoice", "from-delivery", delivery["number"])
    assert draft["total_incl_tax"] == "393.34"
    [issued] = otc(SOLD, "invoice", "issue", draft["id"])["issued"]
    assert issued["number"] == "F2026-00001"
    assert issued["due_date"] == "2026-04-01"
    assert issued["total_incl_tax"] == "393.34"

    # Three direct invoices and a credit note of one of them.
    def direct(customer: str, price: str) -> str:
        file = _write(
            tmp_path / "invoice.json",
            {
                "customer": customer,
                "lines": [
                    {
                        "description": "Étude",
                        "quantity": "1",
                        "unit_price": price,
                        "vat_rate": "20",
                    }
                ],
            },
        )
        number: str = otc(SOLD, "invoice", "issue", otc(SOLD, "invoice", "create", file)["id"])[
            "issued"
        ][0]["number"]
        return number

    assert [direct("C0002", "100.00"), direct("C0002", "50.00"), direct("C0003", "200.00")] == [
        "F2026-00002",
        "F2026-00003",
        "F2026-00004",
    ]
    credit = otc(SOLD, "invoice", "credit", "F2026-00003", "--lines", "1=0.5")
    [note] = otc(SOLD, "invoice", "issue", credit["id"])["issued"]
    assert (note["number"], note["kind"], note["total_incl_tax"]) == (
        "AV2026-00001",
        "credit_note",
        "30.00",
    )
    text = "".join(page.extract_text() for page in PdfReader(_pdf(otc, tmp_path)).pages)
    for mention in ("F2026-00001", "732 829 320", "PO-778", "40", "393,34"):
        assert mention in text.replace(" ", " ").replace(" ", " ")

    # The bank: a part payment, two invoices in one transfer, a supplier, a stranger.
    statement = write_statement(
        tmp_path / "statement.xml",
        [
            Movement("93.34", "VIR ACOMPTE FACT F2026 00001", "DURAND ECLAIRAGE"),
            Movement("150.00", "F2026-00002 ET F2026-00003 (AVOIR DEDUIT)", "MAISON LEFEVRE"),
            Movement("-642.15", "ECHEANCE MARS", "ENERGIE PLUS"),
            Movement("77.77", "SANS REFERENCE", "INCONNU"),
        ],
        day=PAID,
    )
    [imported] = otc(PAID, "bank", "import", statement)["statements"]
    assert (imported["transactions"], imported["added"], imported["warnings"]) == (4, 4, [])
    assert (imported["credits"], imported["debits"]) == ("321.11", "642.15")
    [twice] = otc(PAID, "bank", "import", statement)["statements"]
    assert (twice["added"], twice["duplicates"]) == (0, 4)

    matched = otc(PAID, "bank", "match", "--post", "--explain")
    booked = {
        tuple((part["invoice"], part["amount"]) for part in each["allocations"])
        for each in matched["auto"]
    }
    assert booked == {
        (("F2026-00001", "93.34"),),
        (("F2026-00002", "120.00"), ("F2026-00003", "30.00")),
    }
    assert all(each["reasons"] and each["confidence"] >= 0.95 for each in matched["auto"])
    assert len(matched["unmatched"]) == 2
    assert otc(PAID, "bank", "match", "--post")["auto"] == []

    _expect_open(otc, {"F2026-00001": "300.00", "F2026-00004": "240.00"})

    # An allocation by hand, and its undoing by a reversal.
    stranger = next(
        each["id"]
        for each in otc(PAID, "bank", "list")["transactions"]
        if each["amount"] == "77.77"
    )
    by_hand = otc(PAID, "bank", "allocate", stranger, "--invoice", "F2026-00004=77.77")
    _expect_open(otc, {"F2026-00001": "300.00", "F2026-00004": "162.23"})
    otc(PAID, "bank", "undo", by_hand["allocation"])
    _expect_open(otc, {"F2026-00001": "300.00", "F2026-00004": "240.00"})

    # Reminders: F2026-00004 was due on receipt; F2026-00001 two days ago, less its dispute.
    otc(LATE, "bank", "import", write_statement(tmp_path / "april.xml", [], day=LATE, name="S2"))
    otc(LATE, "dispute", "open", "F2026-00001", "--reason", "price", "--amount", "100.00")
    plan = otc(LATE, "reminders", "plan")
    assert box.mails == []
    by_customer = {each["customer"]: each for each in plan["reminders"]}
    assert by_customer["C0001"]["amount"] == "200.00"
    assert by_customer["C0001"]["step"] == 1
    run = otc(LATE, "reminders", "run")
    assert [each["key"] for each in run["reminders"]] == [each["key"] for each in plan["reminders"]]
    leaving = [each for each in run["reminders"] if not each["needs_approval"]]
    assert run["mails"] == {"sent": len(leaving)}
    assert len(box.mails) == len(leaving)
    assert {mail["To"] for mail in box.mails} == {each["recipient"] for each in leaving}
    assert otc(LATE, "reminders", "run")["reminders"] == []
    assert len(box.mails) == len(leaving)

    # The invoice itself, by mail, with the PDF as it was archived.
    otc(LATE, "invoice", "send", "F2026-00001")
    [attachment] = [
        part for part in box.mails[-1].walk() if part.get_content_type() == "application/pdf"
    ]
    assert attachment.get_payload(decode=True) == (tmp_path / "F2026-00001.pdf").read_bytes()

    # The bookkeeper's file.
    exported = otc(
        YEAR_END,
        *("ledger", "export", "--format", "fec"),
        *("--from", "2026-01-01", "--to", "2026-12-31", "--out", tmp_path),
    )
    # Documents 393.34 + 120 + 60 + 240 + 30; receipts 93.34 + 150; by hand 77.77 and back.
    assert exported["debit"] == exported["credit"] == "1242.22"
    assert exported["entries"] == 9
    assert Path(exported["file"]).name == "732829320FEC20261231.txt"
    assert check_fec(Path(exported["file"])).faults == []

    verified = otc(YEAR_END, "verify")
    assert verified["ok"], verified
    aged = otc(LATE, "ledger", "aged-balance", "--on", LATE)
    assert sum(Decimal(each["total"]) for each in aged["customers"]) == Decimal("540.00")


def _pdf(otc: Console, folder: Path) -> Path:
    path = folder / "F2026-00001.pdf"
    otc(SOLD, "invoice", "pdf", "F2026-00001", "--out", path)
    return path


def _expect_open(otc: Console, expected: dict[str, str]) -> None:
    rows = otc(PAID, "invoice", "list", "--open")["invoices"]
    assert {row["number"]: row["open_amount"] for row in rows} == expected


def test_receipts_of_a_real_statement_find_their_invoices(
    empty_database_url: str, tmp_path: Path
) -> None:
    statement = shared_testdata("bank/camt/own_camt053_v02_bnp_fr.xml")
    otc = Console(empty_database_url, tmp_path, apart=True)
    otc("2026-01-05", "init", "--company", write_company(tmp_path))
    otc("2026-01-05", "import", "customers", write_customers(tmp_path))
    taken_over = tmp_path / "open.csv"
    taken_over.write_text(
        "numéro;code client;type;date facture;échéance;total ttc;reste dû\n"
        "F2026-00412;C0001;facture;05/01/2026;04/02/2026;4 320,00;4 320,00\n"
        "F2026-00398;C0002;facture;05/01/2026;04/02/2026;1 000,00;1 000,00\n"
        "F2026-00401;C0002;facture;05/01/2026;04/02/2026;500,00;500,00\n"
        "F2026-00407;C0002;facture;05/01/2026;04/02/2026;487,46;487,46\n"
        "F2026-00377;C0003;facture;05/01/2026;04/02/2026;7 000,00;7 000,00\n"
        "F2026-00381;C0003;facture;05/01/2026;04/02/2026;5 000,00;5 000,00\n"
        "A2026-0021;C0003;avoir;05/01/2026;05/01/2026;120,00;120,00\n"
        "F2026-00403;C0001;facture;05/01/2026;04/02/2026;4 180,00;4 180,00\n"
        "F2026-00388;C0001;facture;05/01/2026;04/02/2026;2 400,00;2 400,00\n",
        encoding="utf-8",
    )
    assert otc("2026-01-05", "import", "open-invoices", taken_over)["created"] == 9
    [imported] = otc("2026-03-31", "bank", "import", statement)["statements"]
    assert (imported["opening_balance"], imported["closing_balance"]) == ("10000.00", "20419.50")
    matched = otc("2026-03-31", "bank", "match", "--post")
    booked = {
        tuple(part["invoice"] for part in each["allocations"]): each["difference"]["amount"]
        for each in matched["auto"]
    }
    assert booked == {
        ("F2026-00412",): "0.00",
        ("F2026-00398", "F2026-00401", "F2026-00407"): "0.00",
        ("F2026-00377", "F2026-00381", "A2026-0021"): "0.00",
        ("F2026-00403",): "-0.01",
    }
    # A part paid by somebody whom no file knows is for a person to say.
    [part] = [
        each
        for each in matched["suggested"]
        if each["candidates"][0]["allocations"][0]["invoice"] == "F2026-00388"
    ]
    otc("2026-03-31", "bank", "allocate", part["transaction"], "--invoice", "F2026-00388=1200.00")
    rows = otc("2026-03-31", "invoice", "list", "--open")["invoices"]
    assert [(row["number"], row["open_amount"]) for row in rows] == [("F2026-00388", "1200.00")]
    assert otc("2026-03-31", "verify")["ok"]
