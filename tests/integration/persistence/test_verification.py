"""Each check of `otc verify` holds on sound books and names what was altered behind our back."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection, Engine, event, text

from otc_desktop.adapters.einvoicing.archived import ArchivedFiles
from otc_desktop.application.kernel.task import SilentTask, Task
from otc_desktop.application.verification.queries import Check
from otc_desktop.persistence.queries.registry import SqlQueries
from tests.support.small_books import LATE


def _checked(engine: Engine, task: Task) -> Sequence[Check]:
    queries = SqlQueries(engine, today=lambda: LATE, issued_files=ArchivedFiles)
    return queries.verification.run_checks(task)


def _failed(engine: Engine) -> dict[str, str]:
    checks = _checked(engine, SilentTask())
    return {check.name: check.detail for check in checks if not check.ok}


@contextmanager
def _unguarded(engine: Engine) -> Iterator[Connection]:
    """A connection that no trigger or foreign key stops, as an attacker with a tool has."""
    sqlite = engine.dialect.name == "sqlite"
    with engine.connect() as connection:
        if sqlite:
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            names = connection.exec_driver_sql(
                "SELECT name FROM sqlite_master WHERE type = 'trigger'"
            ).scalars()
            for name in names.all():
                connection.exec_driver_sql(f"DROP TRIGGER {name}")
        else:
            connection.exec_driver_sql("SET session_replication_role = replica")
        yield connection
        connection.commit()
    engine.dispose()


def test_sound_books_pass_every_check(books: Engine) -> None:
    checks = _checked(books, SilentTask())
    assert [check for check in checks if not check.ok] == []
    assert len(checks) == len({check.name for check in checks}) >= 15


_A_RECEIPT = "(SELECT id FROM bank_transaction WHERE amount_minor = 15000)"
_SECOND_ENTRY = "(SELECT id FROM journal_entry WHERE number = 2 AND fiscal_year = '2026')"
_FIRST_INVOICE = "(SELECT id FROM invoice WHERE number = 'F2026-00001')"


@pytest.mark.parametrize(
    ("check", "offender", "statements"),
    [
        (
            "balanced_entries",
            "2026/2",
            [
                "UPDATE journal_line SET debit_minor = debit_minor + 1"
                f" WHERE debit_minor > 0 AND entry_id = {_SECOND_ENTRY}"
            ],
        ),
        (
            "balanced_entries",
            "2026/2",
            [f"DELETE FROM journal_line WHERE entry_id = {_SECOND_ENTRY}"],
        ),
        (
            "continuous_entry_numbers",
            "2026",
            [
                f"DELETE FROM journal_line WHERE entry_id = {_SECOND_ENTRY}",
                "DELETE FROM journal_entry WHERE number = 2 AND fiscal_year = '2026'",
            ],
        ),
        (
            "continuous_entry_numbers",
            "2026",
            ["UPDATE number_series SET last_number = last_number + 1 WHERE series = 'entry'"],
        ),
        (
            "continuous_invoice_numbers",
            "F2026-00004",
            ["UPDATE invoice SET number = 'F2026-00009' WHERE number = 'F2026-00003'"],
        ),
        (
            "continuous_invoice_numbers",
            "F2026-00002",
            ["UPDATE invoice SET number = 'F2026-00000' WHERE number = 'F2026-00001'"],
        ),
        (
            "continuous_invoice_numbers",
            "invoice",
            ["UPDATE number_series SET last_number = 5 WHERE series = 'invoice'"],
        ),
        (
            "dates_follow_numbers",
            "F2026-00002",
            ["UPDATE invoice SET document_on = '2026-02-01' WHERE number = 'F2026-00002'"],
        ),
        ("audit_chain", "audit 2", ["UPDATE audit_entry SET payload = '{}' WHERE sequence = 2"]),
        ("audit_chain", "audit 3", ["DELETE FROM audit_entry WHERE sequence = 2"]),
        (
            "audit_chain",
            "audit head",
            [
                "CREATE TABLE last_link AS SELECT MAX(sequence) AS sequence FROM audit_entry",
                "DELETE FROM audit_entry WHERE sequence IN (SELECT sequence FROM last_link)",
            ],
        ),
        (
            "archive_chain",
            "archive 2",
            [
                "UPDATE archived_document SET sha256 ="
                " (SELECT sha256 FROM archived_document WHERE sequence = 1) WHERE sequence = 2"
            ],
        ),
        (
            "archive_chain",
            "archive 3",
            [
                "UPDATE archived_document SET invoice_id ="
                " (SELECT invoice_id FROM archived_document WHERE sequence = 1) WHERE sequence = 3"
            ],
        ),
        ("archived_bytes", "", ["UPDATE blob SET content = {bytes}"]),
        (
            "documents_archived",
            "F2026-00001",
            [f"DELETE FROM archived_document WHERE invoice_id = {_FIRST_INVOICE}"],
        ),
        (
            "xml_inside_pdf",
            "F2026-00001",
            [
                "DELETE FROM archived_document WHERE media_type = 'application/xml'"
                f" AND invoice_id = {_FIRST_INVOICE}"
            ],
        ),
        (
            "xml_equals_books",
            "F2026-00001",
            [
                "UPDATE archived_document SET sha256 = (SELECT other.sha256 FROM"
                " archived_document other JOIN invoice ON invoice.id = other.invoice_id WHERE"
                " other.media_type = 'application/xml' AND invoice.number = 'F2026-00002')"
                f" WHERE media_type = 'application/xml' AND invoice_id = {_FIRST_INVOICE}"
            ],
        ),
        (
            "xml_equals_books",
            "F2026-00001",
            ["UPDATE open_item SET total_minor = 11999 WHERE number = 'F2026-00001'"],
        ),
        (
            "xml_equals_books",
            "F2026-00001",
            [f"UPDATE invoice_vat SET tax_minor = 1900 WHERE invoice_id = {_FIRST_INVOICE}"],
        ),
        (
            "xml_equals_books",
            "F2026-00001",
            ["UPDATE invoice SET document_on = '2026-02-01' WHERE number = 'F2026-00001'"],
        ),
        (
            "subledger_equals_ledger",
            "C0001",
            ["UPDATE open_item SET open_minor = open_minor - 1 WHERE number = 'F2026-00001'"],
        ),
        (
            "open_items_equal_entries",
            "F2026-00002",
            [
                "UPDATE open_item SET open_minor = 100, is_open = TRUE"
                " WHERE number = 'F2026-00002'",
                "UPDATE open_item SET open_minor = -100, is_open = TRUE"
                " WHERE number = 'F2026-00003'",
            ],
        ),
        (
            "documents_equal_entries",
            "F2026-00001",
            [
                "UPDATE journal_line SET debit_minor = debit_minor + 1 WHERE debit_minor = 12000"
                " AND item_id = (SELECT id FROM open_item WHERE number = 'F2026-00001')"
            ],
        ),
        (
            "documents_equal_open_items",
            "F2026-00001",
            ["UPDATE open_item SET total_minor = 11999 WHERE number = 'F2026-00001'"],
        ),
        (
            "documents_equal_open_items",
            "F2026-00001",
            ["UPDATE open_item SET invoice_id = NULL WHERE number = 'F2026-00001'"],
        ),
        (
            "document_totals",
            "F2026-00001",
            ["UPDATE invoice SET total_vat_minor = 1999 WHERE number = 'F2026-00001'"],
        ),
        (
            "document_totals",
            "F2026-00001",
            [f"UPDATE invoice_line SET net_minor = 1 WHERE invoice_id = {_FIRST_INVOICE}"],
        ),
        (
            "document_totals",
            "F2026-00001",
            [f"UPDATE invoice_line SET unit_price = 1 WHERE invoice_id = {_FIRST_INVOICE}"],
        ),
        (
            "document_totals",
            "F2026-00001",
            [
                f"UPDATE invoice_vat SET tax_minor = 1900 WHERE invoice_id = {_FIRST_INVOICE}",
                "UPDATE invoice SET total_vat_minor = 1900, total_incl_tax_minor = 11900"
                " WHERE number = 'F2026-00001'",
            ],
        ),
        (
            "open_items_equal_movements",
            "F2026-00001",
            [
                "DELETE FROM receivable_movement WHERE kind = 'allocation' AND item_id ="
                " (SELECT id FROM open_item WHERE number = 'F2026-00001')"
            ],
        ),
        (
            "open_items_equal_movements",
            "F2026-00002",
            ["UPDATE open_item SET is_open = TRUE WHERE number = 'F2026-00002'"],
        ),
        (
            "receipts_equal_allocations",
            "2026-03-20 15000",
            [f"UPDATE bank_transaction SET allocated_minor = 1 WHERE id = {_A_RECEIPT}"],
        ),
        (
            "released_vat_within_vat",
            "F2026-00001",
            ["UPDATE open_item SET vat_released_minor = 2001 WHERE number = 'F2026-00001'"],
        ),
        (
            "released_vat_within_vat",
            "F2026-00001",
            ["UPDATE open_item SET vat_released_minor = -1 WHERE number = 'F2026-00001'"],
        ),
        (
            "no_double_send",
            "X-2025-77",
            [
                "DROP INDEX uq_dunning_notice_item_step",
                "INSERT INTO dunning_notice_item (notice_id, item_id, step, is_new, amount_minor)"
                " SELECT other.id, item.item_id, item.step, TRUE, 1 FROM dunning_notice_item item"
                " JOIN open_item ON open_item.id = item.item_id"
                " JOIN dunning_notice other ON other.id <> item.notice_id"
                " WHERE open_item.number = 'X-2025-77'",
            ],
        ),
        ("no_orphans", "customer", ["DELETE FROM customer WHERE code = 'C0003'"]),
    ],
)
def test_an_alteration_fails_its_check_and_is_named(
    books: Engine, check: str, offender: str, statements: list[str]
) -> None:
    some_bytes = "X'00'" if books.dialect.name == "sqlite" else r"'\x00'"
    with _unguarded(books) as connection:
        for statement in statements:
            changed = connection.exec_driver_sql(statement.replace("{bytes}", some_bytes))
            if statement.startswith(("UPDATE", "DELETE", "INSERT")):
                assert changed.rowcount > 0, statement
    failed = _failed(books)
    assert check in failed, failed
    assert offender in failed[check]


def test_offenders_beyond_the_first_are_not_listed(books: Engine) -> None:
    with _unguarded(books) as connection:
        connection.exec_driver_sql("DELETE FROM archived_document")
        connection.exec_driver_sql("UPDATE open_item SET open_minor = open_minor + 1")
    failed = _failed(books)
    assert len(failed["documents_archived"].split(", ")) == 5
    assert failed["open_items_equal_movements"].endswith(" …")


def test_numbers_may_begin_anew_with_each_year_and_month(books: Engine) -> None:
    renumbered = ["F202600001", "F202600002", "F202600003", "F202600004"]
    with _unguarded(books) as connection:
        for place, number in enumerate(renumbered, start=1):
            connection.execute(
                text("UPDATE invoice SET number = :new WHERE number = :old"),
                {"new": number, "old": f"F2026-{place:05d}"},
            )
    assert "continuous_invoice_numbers" not in _failed(books)


def test_progress_is_told_and_a_cancelled_verification_stops(books: Engine) -> None:
    class Stopped(Exception):
        pass

    class StopsAtThree:
        def __init__(self) -> None:
            self.told: list[tuple[int, int]] = []

        def progress(self, done: int, total: int) -> None:
            self.told.append((done, total))

        def check_cancelled(self) -> None:
            if len(self.told) == 3:
                raise Stopped

    task = StopsAtThree()
    with pytest.raises(Stopped):
        _checked(books, task)
    assert [done for done, _ in task.told] == [0, 1, 2]


def test_what_others_post_meanwhile_raises_no_false_alarm(books: Engine) -> None:
    posted: list[bool] = []

    @event.listens_for(books, "after_cursor_execute")
    def post_meanwhile(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        # After the first check has read, before the numbers are.
        if "journal_line" in statement and not posted:
            posted.append(True)
            with books.begin() as other:
                other.execute(
                    text("UPDATE number_series SET last_number = 99 WHERE series = 'invoice'")
                )

    assert _failed(books) == {}
    event.remove(books, "after_cursor_execute", post_meanwhile)
    assert posted
    assert "continuous_invoice_numbers" in _failed(books)


def test_another_xml_in_the_archive_is_found_beside_its_pdf(books: Engine) -> None:
    with _unguarded(books) as connection:
        xml = connection.execute(
            text(
                "SELECT content, blob.sha256 FROM blob JOIN archived_document"
                " ON archived_document.sha256 = blob.sha256"
                " JOIN invoice ON invoice.id = archived_document.invoice_id"
                " WHERE media_type = 'application/xml' AND number = 'F2026-00001'"
            )
        ).one()
        altered = bytes(xml.content).replace(b">120.00<", b">119.00<")
        assert altered != bytes(xml.content)
        connection.execute(
            text("UPDATE blob SET content = :new WHERE sha256 = :sha256"),
            {"new": altered, "sha256": xml.sha256},
        )
    failed = _failed(books)
    assert {"xml_inside_pdf", "xml_equals_books", "archived_bytes"} <= set(failed)
    assert failed["xml_inside_pdf"] == failed["xml_equals_books"] == "F2026-00001"
