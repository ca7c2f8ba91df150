"""Bad input gets a code and words, and leaves the database as it was."""

import hashlib
import json
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from otc_desktop.persistence.engine import open_engine
from otc_desktop.persistence.tables import metadata
from tests.support.company_files import (
    Movement,
    write_statement,
)
from tests.support.console import Console
from tests.support.line import set_up
from tests.support.shared_data import shared_testdata

DAY = "2026-03-02"


@pytest.fixture
def otc(database_url: str, tmp_path: Path) -> Console:
    set_up(database_url, tmp_path, date.fromisoformat(DAY)).close()
    return Console(database_url, tmp_path)


def _content(url: str) -> str:
    """A hash over every row of every table."""
    engine = open_engine(url)
    digest = hashlib.sha256()
    with engine.connect() as connection:
        for table in metadata.sorted_tables:
            rows = sorted(repr(tuple(row)) for row in connection.execute(select(table)))
            digest.update(f"{table.name}{rows}".encode())
    engine.dispose()
    return digest.hexdigest()


@contextmanager
def unchanged(otc: Console) -> Iterator[None]:
    before = _content(otc.database)
    yield
    assert _content(otc.database) == before


def _invoice(folder: Path, **changes: object) -> Path:
    path = folder / "invoice.json"
    line = {"description": "Étude", "quantity": "1", "unit_price": "100.00", "vat_rate": "20"}
    path.write_text(json.dumps({"customer": "C0001", "lines": [line], **changes}), "utf-8")
    return path


def _issue(otc: Console, today: str, **changes: object) -> str:
    draft = otc(today, "invoice", "create", _invoice(otc.folder, **changes))
    [issued] = otc(today, "invoice", "issue", draft["id"])["issued"]
    number: str = issued["number"]
    return number


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (None, ["files.not_found"]),
        ("[company\nname = 1", ["company.bad_toml"]),
        (
            '[company]\nname = "A"\nsiren = "732829321"\nvat_regime = "sometimes"\n',
            [
                "company.missing_field",
                "company.missing_field",
                "company.missing_field",
                "customers.bad_siren",
                "company.bad_vat_regime",
            ],
        ),
    ],
)
def test_a_faulty_company_file_makes_no_database(
    tmp_path: Path, text: str | None, codes: list[str]
) -> None:
    file = tmp_path / "company.toml"
    if text is not None:
        file.write_text(text, encoding="utf-8")
    database = tmp_path / "new.sqlite"
    otc = Console(f"sqlite:///{database}", tmp_path)
    assert otc.refused(DAY, "init", "--company", file) == codes
    assert not database.exists()


def test_a_company_file_that_turned_bad_changes_nothing(otc: Console) -> None:
    bad = otc.folder / "bad.toml"
    bad.write_text('[company]\nname = "Autre"\n', encoding="utf-8")
    with unchanged(otc):
        otc.refused(DAY, "init", "--company", bad)


def test_a_broken_line_in_the_middle_of_the_customers_stores_none(otc: Console) -> None:
    file = otc.folder / "broken.csv"
    file.write_text(
        "code;raison sociale;ville\nC0100;Avant;Lyon\nC0101;Trop;Lyon;de;trop\nC0102;Après;Lyon\n",
        encoding="utf-8",
    )
    with unchanged(otc):
        document = otc(DAY, "import", "customers", file, status=1)
    [fault] = document["errors"]
    assert fault["code"] == "sheet.broken_line"
    assert "3" in fault["where"]


def test_a_wrong_siren_in_the_middle_stores_none_unless_partial_is_accepted(otc: Console) -> None:
    file = otc.folder / "customers2.csv"
    file.write_text(
        "code;raison sociale;siren\nC0100;Avant;\nC0101;Faux;123456789\nC0102;Après;\n",
        encoding="utf-8",
    )
    with unchanged(otc):
        document = otc(DAY, "import", "customers", file, status=1)
    assert document["created"] == 0
    [rejected] = document["rejected"]
    assert (rejected["row"], rejected["column"]) == (3, "siren")
    partial = otc(DAY, "import", "customers", file, "--accept-partial", status=1)
    assert partial["created"] == 2


def test_hostile_and_truncated_statements_store_nothing(otc: Console) -> None:
    whole = write_statement(
        otc.folder / "s.xml", [Movement("10.00", "A")], day="2026-03-01"
    ).read_text(encoding="utf-8")
    cases = {
        "bank_file.truncated_or_damaged": whole[: len(whole) // 2],
        "bank_file.dtd_forbidden": whole.replace(
            "<Document",
            '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><Document',
            1,
        ),
        "bank_file.empty": "",
    }
    for code, text in cases.items():
        file = otc.folder / "bad.xml"
        file.write_text(text, encoding="utf-8")
        with unchanged(otc):
            assert otc.refused(DAY, "bank", "import", file) == [code]


def test_shared_hostile_statements_store_nothing(otc: Console) -> None:
    for name, code in (
        ("h03_truncated_camt053.xml", "bank_file.truncated_or_damaged"),
        ("h07_billion_laughs_camt053.xml", "bank_file.dtd_forbidden"),
        ("h08_external_entity_camt053.xml", "bank_file.dtd_forbidden"),
    ):
        with unchanged(otc):
            refused = otc.refused(DAY, "bank", "import", shared_testdata(f"bank/hostile/{name}"))
        assert refused == [code]


def test_a_statement_in_another_currency_or_of_another_account_is_refused(otc: Console) -> None:
    movements = [Movement("10.00", "A")]
    euros = write_statement(otc.folder / "e.xml", movements, day="2026-03-01")
    dollars = write_statement(
        otc.folder / "d.xml", movements, day="2026-03-02", name="S2", currency="USD"
    )
    otc(DAY, "bank", "import", euros)
    with unchanged(otc):
        assert otc.refused(DAY, "bank", "import", dollars) == ["banking.other_currency"]
        assert otc.refused(
            DAY, "bank", "import", euros, "--account", "FR7630004000310001001234559"
        ) == ["banking.other_account"]


def test_the_same_statement_twice_adds_nothing(otc: Console) -> None:
    twins = [Movement("10.00", "LOYER", "X"), Movement("10.00", "LOYER", "X")]
    file = write_statement(otc.folder / "t.xml", twins, day="2026-03-01")
    [first] = otc(DAY, "bank", "import", file)["statements"]
    assert first["added"] == 2, "two equal payments on one day are two"
    with unchanged(otc):
        [again] = otc(DAY, "bank", "import", file)["statements"]
    assert (again["added"], again["duplicates"]) == (0, 2)


def test_an_order_for_unknown_things_tells_all_of_them(otc: Console) -> None:
    file = otc.folder / "order.json"
    file.write_text(
        json.dumps(
            {
                "customer": "C0001",
                "lines": [
                    {"product": "P-01", "quantity": "1"},
                    {"product": "NOPE", "quantity": "1"},
                    {"product": "NADA", "quantity": "1"},
                ],
            }
        ),
        encoding="utf-8",
    )
    with unchanged(otc):
        document = otc(DAY, "order", "create", file, status=1)
        assert [fault["where"] for fault in document["errors"]] == [
            "lines[1].product",
            "lines[2].product",
        ]
        file.write_text('{"customer": "C9999", "lines": [{"product": "P-01", "quantity": "1"}]}')
        assert otc.refused(DAY, "order", "create", file) == ["customers.unknown_code"]
        file.write_text('{"customer": "C0001", "lines": [')
        assert otc.refused(DAY, "order", "create", file) == ["document.bad_json"]
        file.write_text('{"customer": "C0001", "lines": [{"product": "P-01", "quantity": NaN}]}')
        assert otc.refused(DAY, "order", "create", file) == ["document.bad_field"]


def test_a_date_before_the_last_invoice_is_refused(otc: Console) -> None:
    number = _issue(otc, "2026-03-10")
    early = otc("2026-03-10", "invoice", "create", _invoice(otc.folder, date="2026-03-05"))
    credit = otc("2026-03-10", "invoice", "credit", number)
    future = otc("2026-03-10", "invoice", "create", _invoice(otc.folder, date="2026-04-01"))
    with unchanged(otc):
        for today, draft, code in (
            ("2026-03-10", early, "invoicing.date_goes_back"),
            ("2026-03-09", credit, "invoicing.credit_before_invoice"),
            ("2026-03-10", future, "invoicing.date_in_future"),
        ):
            assert otc.refused(today, "invoice", "issue", draft["id"]) == [code]


def test_a_full_disk_while_the_pdf_is_written_leaves_no_file(otc: Console) -> None:
    number = _issue(otc, DAY)
    target = otc.folder / "out" / "invoice.pdf"
    target.parent.mkdir()
    target.write_bytes(b"an older file")
    reader = open_engine(otc.database)
    # Held open, so that SQLite needs no new file of its own beside the database.
    with unchanged(otc), reader.connect():
        codes = _with_small_disk(otc, 4_096, "invoice", "pdf", number, "--out", target)
    reader.dispose()
    assert codes == ["files.disk_full"]
    assert target.read_bytes() == b"an older file"
    assert list(target.parent.iterdir()) == [target]


def test_a_full_disk_while_an_invoice_is_issued_leaves_the_draft(tmp_path: Path) -> None:
    database = tmp_path / "otc.sqlite"
    otc = Console(f"sqlite:///{database}", tmp_path)
    set_up(otc.database, tmp_path, date.fromisoformat(DAY)).close()
    draft = otc(DAY, "invoice", "create", _invoice(tmp_path))
    with unchanged(otc):
        codes = _with_small_disk(otc, 4_096, "invoice", "issue", draft["id"])
    assert codes == ["database.disk_full"]
    assert otc(DAY, "invoice", "issue", draft["id"])["issued"][0]["number"] == "F2026-00001"
    assert otc(DAY, "verify")["ok"]


def _with_small_disk(otc: Console, limit: int, *words: str | Path) -> list[str]:
    """Run a command that may write no file beyond a few bytes, as on a full disk."""

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    command = [sys.executable, "-m", "otc_desktop", "--database", otc.database]
    command += ["--today", DAY, "--json", *map(str, words)]
    done = subprocess.run(
        command,
        cwd=otc.folder,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limited,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    return [fault["code"] for fault in json.loads(done.stdout)["errors"]]


def test_looking_at_a_database_that_is_not_there_makes_none(tmp_path: Path) -> None:
    database = tmp_path / "typo.sqlite"
    otc = Console(f"sqlite:///{database}", tmp_path)
    assert otc.refused(DAY, "bank", "list") == ["database.not_initialised"]
    assert not database.exists()
