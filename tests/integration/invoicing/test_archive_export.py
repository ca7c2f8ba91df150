"""A year's documents in one ZIP: complete, provable without us, and never half written."""

import csv
import hashlib
import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from sqlalchemy import text

from otc_desktop.adapters.einvoicing.archived import ArchivedFiles
from otc_desktop.application.customers.import_customers import ImportCustomers, import_customers
from otc_desktop.application.invoicing.credit_invoice import CreditInvoice, credit_invoice
from otc_desktop.application.invoicing.export_archive import ExportArchive, export_archive
from otc_desktop.application.invoicing.issue_invoice import IssueInvoice, issue_invoice
from otc_desktop.bootstrap import House
from otc_desktop.domain.audit.hash_chain import GENESIS, canonical_json, next_hash
from otc_desktop.domain.shared.errors import Cancelled, RuleError
from tests.support.line import house_on, issue, set_up

_DAY = date(2026, 11, 20)
_DANGEROUS = """\
code;raison sociale;siren;adresse;code postal;ville;email
C0009;=HYPERLINK("http://x.example");552100554;1 rue Basse;69001;Lyon;a@x.example
"""


@pytest.fixture
def house(database_url: str, tmp_path: Path) -> Iterator[House]:
    """Two invoices and a credit note of 2026, one invoice of 2027."""
    opened = set_up(database_url, tmp_path, _DAY)
    customers = tmp_path / "more.csv"
    customers.write_text(_DANGEROUS, encoding="utf-8")
    run = opened.use_cases.run
    run(import_customers, ImportCustomers(path=customers))
    number = issue(opened).invoice.number
    issue(opened, customer="C0009", price="50.00")
    run(
        issue_invoice, IssueInvoice(invoice_id=run(credit_invoice, CreditInvoice(number=number)).id)
    )
    opened.close()
    later = house_on(database_url, date(2027, 1, 4))
    issue(later)
    yield later
    later.close()


def _rows(archive: ZipFile) -> list[dict[str, str]]:
    read = io.StringIO(archive.read("index.csv").decode("utf-8-sig"))
    return list(csv.DictReader(read, delimiter=";"))


def test_a_year_leaves_with_index_and_hashes(house: House, tmp_path: Path) -> None:
    path = tmp_path / "2026.zip"
    made = house.use_cases.run(export_archive, ExportArchive(year=2026, path=path))
    assert (made.documents, made.files) == (3, 6)
    assert made.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    with ZipFile(path) as archive:
        assert archive.testzip() is None
        for line in archive.read("SHA256SUMS").decode().splitlines():
            sha256, name = line.split("  ")
            assert hashlib.sha256(archive.read(name)).hexdigest() == sha256
        rows = _rows(archive)
        assert [row["Numéro"] for row in rows] == ["F2026-00001", "F2026-00002", "AV2026-00001"]
        assert [row["Nature (UNTDID 1001)"] for row in rows] == ["380", "380", "381"]
        totals = [row["Total TTC (avoirs en moins)"] for row in rows]
        assert totals == ["120,00", "60,00", "-120,00"]
        assert rows[1]["Client"].startswith("'=")
        previous = GENESIS
        for row in rows:
            inside = ArchivedFiles().embedded(archive.read(row["Fichier PDF"]))
            assert inside == archive.read(row["Fichier XML"])
            for kind, media_type in (("PDF", "application/pdf"), ("XML", "application/xml")):
                link = {"invoice": row["Identifiant"], "media_type": media_type}
                link["sha256"] = row[f"SHA-256 du {kind}"]
                previous = next_hash(previous, canonical_json(link))
                assert row[f"Maillon du {kind}"] == previous
        named = {row["Fichier PDF"] for row in rows} | {row["Fichier XML"] for row in rows}
        assert named | {"index.csv", "SHA256SUMS", "LISEZ-MOI.txt"} == set(archive.namelist())


def test_cancelled_or_altered_it_leaves_no_file(house: House, tmp_path: Path) -> None:
    class StopsAtTwo:
        told = 0

        def progress(self, done: int, total: int) -> None:
            self.told = done
            assert total == 3

        def check_cancelled(self) -> None:
            if self.told == 1:
                raise Cancelled

    path = tmp_path / "2026.zip"
    before = set(tmp_path.iterdir())
    run = house.use_cases.run
    with pytest.raises(Cancelled):
        run(export_archive, ExportArchive(year=2026, path=path), StopsAtTwo())
    with pytest.raises(RuleError) as none_yet:
        run(export_archive, ExportArchive(year=2025, path=path))
    assert none_yet.value.code == "archive.nothing_issued"
    if house.database_file is not None:
        with house.engine.begin() as connection:
            triggers = text("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            for name in connection.execute(triggers).scalars().all():
                connection.execute(text(f"DROP TRIGGER {name}"))
            connection.execute(text("UPDATE blob SET content = X'00' WHERE size > 10000"))
        with pytest.raises(RuleError) as altered:
            run(export_archive, ExportArchive(year=2026, path=path))
        assert altered.value.code == "archive.altered"
    assert {each for each in tmp_path.iterdir() if "books" not in each.name} <= before
