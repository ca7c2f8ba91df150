"""The timeline: complete, newest first, narrowed by kind and by text, on both databases."""

import json
from pathlib import Path

from sqlalchemy import Engine, insert, select

from otc_desktop.application.attachments.attach_file import AttachFile, attach_file
from otc_desktop.application.customers.add_note import AddNote, add_note
from otc_desktop.application.customers.import_customers import (
    ImportCustomers,
    import_customers,
)
from otc_desktop.application.customers.save_customer import SaveCustomer, save_customer
from otc_desktop.application.invoicing.send_invoice import SendInvoice, send_invoice
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.bootstrap import House
from otc_desktop.domain.attachments.attachment import SubjectKind
from otc_desktop.domain.shared.ids import CustomerId
from otc_desktop.persistence.engine import open_engine
from otc_desktop.persistence.queries.registry import SqlQueries
from otc_desktop.persistence.tables.audit import audit_entry, event
from tests.support.line import issue, set_up
from tests.support.sales_window import DAY

OLD_IBAN, NEW_IBAN = "FR7630006000011234567890189", "FR7630004000031234567890143"


def _customer(house: House, code: str = "C0001") -> CustomerId:
    [row] = house.queries.customers.page(PageRequest(search=code))
    return CustomerId(row.id)


def _kinds(
    house: House, customer_id: CustomerId, *, search: str = "", **filters: object
) -> list[str]:
    request = PageRequest(search=search, filters={"customer_id": customer_id, **filters})
    rows = house.queries.timeline.page(request)
    assert house.queries.timeline.count(request) == len(rows)
    return [row.kind for row in rows]


def test_change_of_the_file_is_told_before_and_after_with_the_account_masked(
    database_url: str, tmp_path: Path
) -> None:
    house = set_up(database_url, tmp_path, DAY)
    customer_id = _customer(house)
    for iban in (OLD_IBAN, NEW_IBAN):
        version = house.queries.customers.detail(customer_id).customer.version
        fields = {"iban": iban, "city": "Lyon 3e"}
        house.use_cases.run(
            save_customer, SaveCustomer(customer_id=customer_id, version=version, fields=fields)
        )
    request = PageRequest(filters={"customer_id": customer_id})
    second, first, created = house.queries.timeline.page(request)
    assert second.details["changes"] == [["iban", "•••• 0189", "•••• 0143"]]
    changes = first.details["changes"]
    assert isinstance(changes, list)
    assert [change[0] for change in changes] == ["address_city", "iban"]
    assert created.kind == "CustomerCreated"
    texts = json.dumps([row.details for row in (second, first, created)])
    assert OLD_IBAN not in texts
    assert NEW_IBAN not in texts
    house.close()


def test_import_tells_what_it_changed(database_url: str, tmp_path: Path) -> None:
    house = set_up(database_url, tmp_path, DAY)
    file = tmp_path / "changed.csv"
    file.write_text("code;téléphone\nC0001;04 78 00 11 22\n", encoding="utf-8")
    house.use_cases.run(import_customers, ImportCustomers(path=file))
    customer_id = _customer(house)
    newest = house.queries.timeline.page(PageRequest(filters={"customer_id": customer_id}))[0]
    assert newest.kind == "CustomerChanged"
    [change] = newest.details["changes"]  # type: ignore[attr-defined]
    assert (change[0], change[2]) == ("phone", "04 78 00 11 22")
    house.close()


def test_timeline_is_narrowed_by_kind_and_by_any_word_without_accents(
    database_url: str, tmp_path: Path
) -> None:
    house = set_up(database_url, tmp_path, DAY)
    customer_id = _customer(house)
    issue(house, customer="C0001")
    house.use_cases.run(send_invoice, SendInvoice(number="F2026-00001"))
    house.use_cases.run(
        add_note, AddNote(customer_id=customer_id, text="Palette abîmée, 50 % à vérifier_bis")
    )
    assert _kinds(house, customer_id) == [
        "NoteAdded",
        "InvoiceQueued",
        "InvoiceIssued",
        "CustomerCreated",
    ]
    assert _kinds(house, customer_id, kinds=("InvoiceIssued", "NoteAdded")) == [
        "NoteAdded",
        "InvoiceIssued",
    ]
    assert _kinds(house, customer_id, search="abimee PALETTE") == ["NoteAdded"]
    assert _kinds(house, customer_id, search="f2026-00001") == ["InvoiceQueued", "InvoiceIssued"]
    assert _kinds(house, customer_id, search="f2026-00001", kinds=("InvoiceIssued",)) == [
        "InvoiceIssued"
    ]
    # Signs that LIKE would read as wildcards are read as they are.
    assert _kinds(house, customer_id, search="50 %") == ["NoteAdded"]
    assert _kinds(house, customer_id, search="51 %") == []
    assert _kinds(house, customer_id, search="verifier_") == ["NoteAdded"]
    # A word of the sentence finds the events that are told by it.
    worded = {"facture": ("InvoiceIssued",)}
    assert _kinds(house, customer_id, search="facture", worded=worded) == ["InvoiceIssued"]
    assert _kinds(house, customer_id, search="\0") == _kinds(house, customer_id)
    assert _kinds(house, _customer(house, "C0002")) == ["CustomerCreated"]
    house.close()


def test_mail_behind_a_fact_is_found(database_url: str, tmp_path: Path) -> None:
    house = set_up(database_url, tmp_path, DAY)
    issued = issue(house, customer="C0001").invoice
    house.use_cases.run(send_invoice, SendInvoice(number=issued.number))
    mail = house.queries.timeline.mail_text(issued.id)
    assert mail is not None
    assert issued.number in mail.subject + mail.body
    assert house.queries.timeline.mail_text(_customer(house)) is None
    house.close()


def test_files_on_a_document_are_counted_beside_its_facts(
    database_url: str, tmp_path: Path
) -> None:
    house = set_up(database_url, tmp_path, DAY)
    issue(house, customer="C0001")
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF-1.4")
    house.use_cases.run(
        attach_file, AttachFile(path=scan, kind=SubjectKind.INVOICE, number="F2026-00001")
    )
    rows = house.queries.timeline.page(PageRequest(filters={"customer_id": _customer(house)}))
    assert [(row.kind, row.attachments) for row in rows[:2]] == [
        ("AttachmentAdded", 0),
        ("InvoiceIssued", 1),
    ]
    house.close()


def test_event_of_an_older_program_is_still_found(database_url: str, tmp_path: Path) -> None:
    house = set_up(database_url, tmp_path, DAY)
    customer_id = _customer(house)
    engine = open_engine(database_url)
    with engine.begin() as connection:
        row = connection.execute(select(event).limit(1)).mappings().one()
        old = {
            **row,
            "id": customer_id,
            "customer_id": customer_id,
            "kind": "NoteAdded",
            "details": '{"text":"Ancienne remarque"}',
            "words": None,
        }
        connection.execute(insert(event), old)
    engine.dispose()
    assert _kinds(house, customer_id, search="ancienne") == ["NoteAdded"]
    house.close()


def test_every_step_of_the_cycle_is_told_to_its_customer(books: Engine) -> None:
    queries = SqlQueries(books, today=lambda: DAY)
    kinds: set[str] = set()
    for row in queries.customers.page(PageRequest()):
        kinds |= {
            each.kind
            for each in queries.timeline.page(PageRequest(filters={"customer_id": row.id}))
        }
    assert kinds >= {
        "CustomerCreated",
        "DocumentTakenOver",
        "OrderTaken",
        "OrderConfirmed",
        "OrderDelivered",
        "InvoiceIssued",
        "ReceiptAllocated",
        "AllocationUndone",
        "DisputeOpened",
        "ReminderPlanned",
    }


def test_use_cases_leave_one_audit_row_each(database_url: str, tmp_path: Path) -> None:
    house = set_up(database_url, tmp_path, DAY)
    engine = open_engine(database_url)
    with engine.connect() as connection:
        before = len(connection.execute(select(audit_entry.c.sequence)).all())
    house.use_cases.run(add_note, AddNote(customer_id=_customer(house), text="x"))
    with engine.connect() as connection:
        rows = connection.execute(
            select(audit_entry.c.payload).order_by(audit_entry.c.sequence)
        ).scalars()
        payloads = [json.loads(each) for each in rows]
    engine.dispose()
    assert len(payloads) == before + 1
    assert payloads[-1]["use_case"] == "add_note"
    assert payloads[-1]["changes"][0]["table"] == "customer_note"
    house.close()
