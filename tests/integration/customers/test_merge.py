"""Two files become one with everything that hangs on them, and two again, to the cent."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Table, select, text
from sqlalchemy.exc import DBAPIError

from otc_desktop.application.attachments.attach_file import AttachFile, attach_file
from otc_desktop.application.customers.add_note import AddNote, add_note
from otc_desktop.application.customers.import_customers import ImportCustomers, import_customers
from otc_desktop.application.customers.merge_customers import (
    MergeCustomers,
    MergedCustomers,
    merge_customers,
)
from otc_desktop.application.customers.restore_customer import RestoreCustomer, restore_customer
from otc_desktop.application.customers.save_contact import SaveContact, save_contact
from otc_desktop.application.customers.undo_merge import UndoMerge, undo_merge
from otc_desktop.application.disputes.open_dispute import OpenDispute, open_dispute
from otc_desktop.application.invoicing.credit_invoice import CreditInvoice, credit_invoice
from otc_desktop.application.kernel.finding import FoundKind
from otc_desktop.application.kernel.imports import Fate
from otc_desktop.application.kernel.line_input import LineInput
from otc_desktop.application.kernel.task import SilentTask
from otc_desktop.application.receivables.undo_allocation import UndoAllocation, undo_allocation
from otc_desktop.application.sales.create_order import CreateOrder, create_order
from otc_desktop.bootstrap import House
from otc_desktop.domain.attachments.attachment import SubjectKind
from otc_desktop.domain.disputes.dispute import DisputeReason
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.persistence.merged_rows import MOVED_TABLES
from otc_desktop.persistence.tables import metadata
from otc_desktop.persistence.tables.audit import event
from otc_desktop.persistence.tables.customers import customer
from otc_desktop.persistence.tables.invoicing import invoice
from otc_desktop.persistence.tables.ledger import journal_line
from otc_desktop.persistence.tables.receivables import open_item
from tests.support.goods import confirmed_order, delivered, failed_checks, invoiced
from tests.support.line import draft, issue, set_up
from tests.support.payments import pay

DAY = date(2026, 11, 20)


@pytest.fixture
def house(database_url: str, tmp_path: Path) -> Iterator[House]:
    house = set_up(database_url, tmp_path, DAY)
    yield house
    house.close()


def _live(house: House, folder: Path) -> dict[str, str]:
    """A life for C0002, the file that will be lost, and some for C0001; numbers by role."""
    run = house.use_cases.run
    mine = issue(house, customer="C0001", price="70.00").invoice.number
    paid = issue(house, customer="C0002", price="100.00").invoice.number
    part = issue(house, customer="C0002", price="200.00").invoice.number
    pay(house, folder, {paid: "120.00"}, name="A")
    pay(house, folder, {part: "40.00"}, name="B")
    pay(house, folder, {mine: "10.00"}, name="C")
    contested = issue(house, customer="C0002", price="50.00").invoice.number
    run(open_dispute, OpenDispute(number=contested, reason=DisputeReason.PRICE.value))
    order = confirmed_order(house, ("P-01", "2"), customer="C0002")
    shipped = confirmed_order(house, ("P-01", "3"), customer="C0002")
    delivered(house, shipped)
    draft(house, customer="C0002")
    run(add_note, AddNote(customer_id=_id(house, "C0002"), text="Rappeler lundi"))
    run(save_contact, SaveContact(customer_id=_id(house, "C0002"), name="Ada Roux"))
    file = folder / "kbis.pdf"
    file.write_bytes(b"%PDF-1.4 kbis")
    run(attach_file, AttachFile(kind=SubjectKind.CUSTOMER, number="C0002", path=file))
    return {"mine": mine, "paid": paid, "part": part, "order": order, "contested": contested}


def _merge(house: House, **options: Any) -> MergedCustomers:
    return house.use_cases.run(
        merge_customers, MergeCustomers(keep="C0001", lose="C0002", **options)
    )


def _undo(house: House) -> None:
    house.use_cases.run(undo_merge, UndoMerge(keep="C0001", lose="C0002"))


def _id(house: House, code: str) -> Any:
    with house.engine.connect() as connection:
        return connection.execute(select(customer.c.id).where(customer.c.code == code)).scalar_one()


def _rows(house: House, table: Table) -> list[str]:
    names = [column.name for column in table.columns if column.name not in ("version", "status_at")]
    with house.engine.connect() as connection:
        rows = connection.execute(select(*(table.c[name] for name in names))).mappings()
        return sorted(repr(dict(row)) for row in rows)


def _pairs(rows: Iterable[Any]) -> dict[str, Any]:
    return {row[0]: row[1] for row in rows}


def _balances(house: House) -> dict[str, tuple[int, int]]:
    """By customer code: what open items owe, and what the ledger says."""
    with house.engine.connect() as connection:
        owed = _pairs(
            connection.execute(
                text(
                    "SELECT c.code, SUM(i.open_minor) FROM open_item i"
                    " JOIN customer c ON c.id = i.customer_id GROUP BY c.code"
                )
            )
        )
        posted = _pairs(
            connection.execute(
                text(
                    "SELECT auxiliary, SUM(debit_minor - credit_minor) FROM journal_line"
                    " WHERE account LIKE '411%' GROUP BY auxiliary"
                )
            )
        )
    return {code: (int(owed.get(code, 0)), int(posted.get(code, 0))) for code in {*owed, *posted}}


def test_merge_moves_everything_and_every_check_holds(house: House, tmp_path: Path) -> None:
    _live(house, tmp_path)
    before = _balances(house)
    done = _merge(house)
    lost, kept = _id(house, "C0002"), _id(house, "C0001")
    with house.engine.connect() as connection:
        for table in MOVED_TABLES:
            if table is not event:
                left = connection.execute(select(table.c.id).where(table.c.customer_id == lost))
                assert left.all() == [], table.name
        facts = connection.execute(select(event.c.kind).where(event.c.customer_id == lost))
        assert set(facts.scalars()) == {"CustomerMergedInto"}
    assert done.moved["invoice"] == 4
    assert done.moved["contact"] == 1
    after = _balances(house)
    assert after["C0002"] == (0, 0)
    total = before["C0001"][0] + before["C0002"][0]
    assert after["C0001"] == (total, total)
    assert failed_checks(house) == []
    with house.engine.connect() as connection:
        row = connection.execute(select(customer).where(customer.c.id == lost)).mappings().one()
    assert row["merged_into_id"] == kept
    assert row["archived_on"] == DAY


def test_undo_restores_what_was_moved(house: House, tmp_path: Path) -> None:
    _live(house, tmp_path)
    tables = [table for table in MOVED_TABLES if table is not event] + [customer]
    before = {table.name: _rows(house, table) for table in tables}
    balances = _balances(house)
    _merge(house)
    _undo(house)
    for table in tables:
        assert _rows(house, table) == before[table.name], table.name
    assert _balances(house) == balances
    assert failed_checks(house) == []
    # And again: undoing leaves nothing that stands against a second merge.
    _merge(house)
    assert failed_checks(house) == []


def test_printed_identity_and_entries_stay(house: House, tmp_path: Path) -> None:
    numbers = _live(house, tmp_path)
    query = select(invoice.c.identity, invoice.c.total_incl_tax_minor).where(
        invoice.c.number == numbers["part"]
    )
    entries = select(journal_line).where(journal_line.c.auxiliary == "C0002")
    with house.engine.connect() as connection:
        printed = connection.execute(query).one()
        posted = set(map(repr, connection.execute(entries)))
    assert json.loads(printed.identity)["buyer"]["code"] == "C0002"
    _merge(house)
    with house.engine.connect() as connection:
        assert connection.execute(query).one() == printed
        assert posted <= set(map(repr, connection.execute(entries)))


def test_payment_before_the_merge_undone_after_it_keeps_ledger_and_items_equal(
    house: House, tmp_path: Path
) -> None:
    run = house.use_cases.run
    number = issue(house, customer="C0002").invoice.number
    allocation = pay(house, tmp_path, {number: "50.00"}, name="A")
    _merge(house)
    later = pay(house, tmp_path, {number: "20.00"}, name="B")
    run(undo_allocation, UndoAllocation(allocation_id=allocation))
    assert failed_checks(house) == []
    _undo(house)
    assert failed_checks(house) == []
    run(undo_allocation, UndoAllocation(allocation_id=later))
    assert failed_checks(house) == []
    assert _balances(house)["C0002"] == (12_000, 12_000)


def test_letters_of_part_paid_items_do_not_clash(house: House, tmp_path: Path) -> None:
    mine = issue(house, customer="C0001").invoice.number
    theirs = issue(house, customer="C0002").invoice.number
    pay(house, tmp_path, {mine: "10.00"}, name="A")
    pay(house, tmp_path, {theirs: "10.00"}, name="B")
    letters = select(open_item.c.number, open_item.c.letter)
    with house.engine.connect() as connection:
        before = _pairs(connection.execute(letters))
    assert before == {mine: "aa", theirs: "aa"}
    _merge(house)
    with house.engine.connect() as connection:
        assert _pairs(connection.execute(letters)) == {mine: "aa", theirs: "ab"}
    _undo(house)
    with house.engine.connect() as connection:
        assert _pairs(connection.execute(letters)) == before


def test_empty_fields_are_filled_and_set_back_unless_changed_since(house: House) -> None:
    run = house.use_cases.run
    done = run(merge_customers, MergeCustomers(keep="C0003", lose="C0001"))
    assert "siren" in done.taken
    assert done.keeper.siren == "552100554"
    assert done.keeper.name == "Studio Prisme"
    assert done.keeper.former_codes == ("C0001",)
    undone = run(undo_merge, UndoMerge(keep="C0003", lose="C0001"))
    assert undone.keeper.siren == ""
    assert undone.keeper.former_codes == ()
    assert undone.loser.archived_on is None


def test_chosen_fields_are_taken(house: House) -> None:
    done = _merge(house, take=("email", "payment_terms"))
    assert done.keeper.email == "ml@maison.example"
    assert done.keeper.name == "Durand Éclairage SARL"


def test_code_of_the_merged_file_means_the_kept_one(house: House, tmp_path: Path) -> None:
    run = house.use_cases.run
    _merge(house)
    line = LineInput(description="Lampe", unit_price=Decimal(10), vat_rate=Decimal(20))
    order = run(create_order, CreateOrder(customer="C0002", lines=(line,)))
    assert order.customer_id == _id(house, "C0001")
    found = house.queries.finding.find("C0002", SilentTask(), most=5)
    assert [each.row.code for each in found if each.kind is FoundKind.CUSTOMER] == ["C0001"]
    again = tmp_path / "again.csv"
    again.write_text("code;name\nC0002;Maison Lefèvre et Fils\n", encoding="utf-8")
    [fate] = run(import_customers, ImportCustomers(path=again)).rows
    assert fate.fate is Fate.UNCHANGED
    assert [each.code for each in fate.findings] == ["customers.row_of_merged"]
    assert failed_checks(house) == []


def test_merged_file_is_not_restored_nor_merged_again(house: House) -> None:
    _merge(house)
    command = RestoreCustomer(customer_id=_id(house, "C0002"), version=2)
    with pytest.raises(RuleError, match=r"customers\.merged_already"):
        house.use_cases.run(restore_customer, command)
    with pytest.raises(RuleError, match=r"customers\.merged_already"):
        _merge(house)
    with pytest.raises(RuleError, match=r"customers\.merge_with_itself"):
        house.use_cases.run(merge_customers, MergeCustomers(keep="C0001", lose="C0001"))


def test_chain_of_merges_is_followed_and_undone_from_the_end(house: House) -> None:
    run = house.use_cases.run
    _merge(house)
    run(merge_customers, MergeCustomers(keep="C0003", lose="C0001"))
    assert issue(house, customer="C0002").invoice.buyer.code == "C0003"
    with pytest.raises(RuleError, match=r"customers\.merged_already"):
        _undo(house)
    run(undo_merge, UndoMerge(keep="C0003", lose="C0001"))
    _undo(house)
    assert failed_checks(house) == []


def test_merges_into_one_file_are_undone_in_any_order(house: House) -> None:
    run = house.use_cases.run
    _merge(house)
    run(merge_customers, MergeCustomers(keep="C0001", lose="C0003"))
    undone = run(undo_merge, UndoMerge(keep="C0001", lose="C0002"))
    assert undone.keeper.former_codes == ("C0003",)
    assert run(undo_merge, UndoMerge(keep="C0001", lose="C0003")).keeper.former_codes == ()
    assert failed_checks(house) == []


def test_undo_is_refused_when_a_moved_order_was_invoiced_since(house: House) -> None:
    order = confirmed_order(house, ("P-01", "2"), customer="C0002")
    _merge(house)
    number = delivered(house, order)
    with pytest.raises(RuleError, match=r"customers\.unmerge_documents_grew") as refused:
        _undo(house)
    assert number in refused.value.params["numbers"]
    invoiced(house, number)
    assert failed_checks(house) == []


def test_credit_note_of_a_moved_invoice_goes_to_the_kept_customer(house: House) -> None:
    number = issue(house, customer="C0002").invoice.number
    _merge(house)
    credit = house.use_cases.run(credit_invoice, CreditInvoice(number=number))
    assert credit.customer_id == _id(house, "C0001")
    with pytest.raises(RuleError, match=r"customers\.unmerge_documents_grew"):
        _undo(house)


def test_what_is_issued_moves_only_along_a_merge_and_in_nothing_else(house: House) -> None:
    number = issue(house, customer="C0002").invoice.number
    third, lost, kept = (_id(house, code) for code in ("C0003", "C0002", "C0001"))
    change = invoice.update().where(invoice.c.number == number)
    with house.engine.connect() as connection, pytest.raises(DBAPIError):
        connection.execute(change.values(customer_id=kept))
    _merge(house)
    for values in (
        {"customer_id": third},
        {"customer_id": lost, "total_incl_tax_minor": 0},
        {"total_incl_tax_minor": 0},
    ):
        with house.engine.connect() as connection, pytest.raises(DBAPIError):
            connection.execute(change.values(values))
    _undo(house)
    with house.engine.connect() as connection, pytest.raises(DBAPIError):
        connection.execute(change.values(customer_id=kept))


def test_every_table_of_a_customer_can_be_moved() -> None:
    pointing = {
        table.name
        for table in metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table is customer
    }
    known = {table.name for table in MOVED_TABLES}
    assert pointing - known == {"customer", "customer_merge", "customer_distinct"}
    assert all("id" in table.c for table in MOVED_TABLES)
