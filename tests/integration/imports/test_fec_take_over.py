"""Taking over a ledger: the shared samples, our own export, and what is refused."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from otc_desktop.application.banking.import_statement import ImportStatement, import_statement
from otc_desktop.application.company.init_company import InitCompany, init_company
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.kernel.task import SilentTask
from otc_desktop.application.ledger.export_ledger import ExportLedger, export_ledger
from otc_desktop.application.receivables.import_fec import (
    FecTakeOver,
    ImportFec,
    import_fec,
)
from otc_desktop.application.receivables.match_receipts import MatchReceipts, match_receipts
from otc_desktop.bootstrap import House
from otc_desktop.domain.shared.errors import InputFileError
from otc_desktop.domain.shared.findings import BlockingFindings
from tests.support.company_files import Movement, write_company, write_statement
from tests.support.line import house_on, issue, set_up

DAY = date(2026, 11, 20)
FEC = Path(__file__).parents[3].parent / "shared" / "testdata" / "einvoicing" / "fec"
shared = pytest.mark.skipif(not FEC.is_dir(), reason="the shared test data is not on this machine")
HEADER = (
    "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum"
    "\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet"
    "\tValidDate\tMontantdevise\tIdevise\n"
)


@pytest.fixture
def house(database_url: str, tmp_path: Path) -> Iterator[House]:
    made = house_on(database_url, DAY)
    made.upgrade()
    made.use_cases.run(init_company, InitCompany(path=write_company(tmp_path, smtp_port=2525)))
    yield made
    made.close()


def _take(
    house: House, path: Path, *, dry_run: bool = False, refuse_nameless: bool = False
) -> FecTakeOver:
    command = ImportFec(path=path, dry_run=dry_run, refuse_nameless=refuse_nameless)
    return house.use_cases.run(import_fec, command)


def _faults(house: House) -> list[object]:
    return [check for check in house.queries.verification.run_checks(SilentTask()) if not check.ok]


def _write(folder: Path, *lines: str) -> Path:
    path = folder / "732829320FEC20261231.txt"
    path.write_text(HEADER + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


@shared
@pytest.mark.parametrize("name", ["valid-tab-utf8", "valid-pipe-iso8859-15", "broken-file-name"])
def test_sound_ledger_when_taken_over_twice_then_once(house: House, name: str) -> None:
    [path] = (FEC / name).glob("*.txt")

    trial = _take(house, path, dry_run=True)
    assert house.queries.open_items.count(PageRequest()) == 0
    taken = _take(house, path)
    again = _take(house, path)

    assert (trial.created, trial.open_items, trial.applied) == (4, 7, False)
    assert (taken.created, taken.open_items, taken.applied) == (4, 7, True)
    assert (again.created, again.unchanged, again.open_items, again.known_items) == (0, 4, 0, 7)
    assert [(each.account, each.ledger.minor, each.difference.minor) for each in taken.proof] == [
        ("C0001", 720_00, 0),
        ("C0002", 52_33, 0),
        ("C0003", 2500_00, 0),
        ("C0004", 1000_00, 0),
    ]
    assert [each.difference.minor for each in again.proof] == [0, 0, 0, 0]
    assert taken.lines == 50
    assert taken.debit == taken.credit
    assert {each.code for each in taken.remarks} >= {"fec.due_from_terms", "fec.left_aside"}
    assert ("fec.unusual_name" in {each.code for each in taken.remarks}) == ("name" in name)
    assert house.queries.customers.count(PageRequest()) == 4
    assert _faults(house) == []


@shared
@pytest.mark.parametrize(
    ("name", "code", "line"),
    [
        ("broken-account-letters", "fec.bad_account", 9),
        ("broken-calendar-date", "fec.bad_date", 10),
        ("broken-date-month-13", "fec.bad_date", 10),
        ("broken-debit-and-credit", "fec.both_sides", 8),
        ("broken-decimal-point", "fec.bad_amount", 8),
        ("broken-empty-ecriturenum", "fec.missing_value", 11),
    ],
)
def test_faulty_ledger_when_taken_over_then_its_line_is_named(
    house: House, name: str, code: str, line: int
) -> None:
    [path] = (FEC / name).glob("*.txt")

    with pytest.raises(InputFileError) as refused:
        _take(house, path)

    assert (refused.value.code, refused.value.line) == (code, line)
    assert house.queries.customers.count(PageRequest()) == 0


@shared
def test_unbalanced_ledger_when_taken_over_then_nothing_is_kept(house: House) -> None:
    [path] = (FEC / "broken-unbalanced-entry").glob("*.txt")

    with pytest.raises(BlockingFindings) as refused:
        _take(house, path)

    [fault] = refused.value.findings
    assert (fault.code, fault.params["journal"], fault.params["entry"]) == (
        "fec.unbalanced_entry",
        "VT",
        "3",
    )
    assert house.queries.customers.count(PageRequest()) == 0
    assert house.queries.open_items.count(PageRequest()) == 0


def test_lines_that_name_no_customer_when_allowed_then_they_have_a_customer_of_their_own(
    house: House, tmp_path: Path
) -> None:
    path = _write(
        tmp_path,
        "VE\tV\t1\t20260105\t411000\tClients divers\t\t\tF1\t20260105\tF\t12,00\t0,00\t\t\t\t\t",
        "VE\tV\t1\t20260105\t706000\tVentes\t\t\tF1\t20260105\tF\t0,00\t12,00\t\t\t\t\t",
    )

    with pytest.raises(BlockingFindings, match=r"fec\.nameless_lines"):
        _take(house, path, refuse_nameless=True)
    taken = _take(house, path)

    assert [(each.account, each.name, each.taken.minor) for each in taken.proof] == [
        ("411000", "Clients divers", 12_00)
    ]
    assert [each.code for row in taken.rows for each in row.findings] == ["fec.nameless_lines"]


def test_number_of_another_customer_when_met_then_the_document_gets_one_of_its_own(
    house: House, tmp_path: Path
) -> None:
    sale = "VE\tV\t{n}\t20260105\t{account}\tx\t{aux}\t{aux}\tF1\t20260105\tF\t{sides}\t\t\t\t\t"
    first = _write(
        tmp_path,
        sale.format(n=1, account="411000", aux="A", sides="5,00\t0,00"),
        sale.format(n=1, account="706000", aux="", sides="0,00\t5,00"),
    )
    _take(house, first)
    other = _write(
        tmp_path,
        sale.format(n=1, account="411000", aux="B", sides="7,00\t0,00"),
        sale.format(n=1, account="706000", aux="", sides="0,00\t7,00"),
    )

    taken, again = _take(house, other), _take(house, other)

    assert (taken.open_items, again.open_items, again.known_items) == (1, 0, 1)
    numbers = {row.number for row in house.queries.open_items.page(PageRequest())}
    assert numbers == {"F1", "F1-B"}


def test_document_here_with_another_rest_when_met_then_it_stays_and_is_remarked(
    house: House, tmp_path: Path
) -> None:
    line = "VE\tV\t1\t20260105\t{account}\tx\t{aux}\t{aux}\tF1\t20260105\tF\t{sides}\t\t\t\t\t"
    for amount in ("5,00", "9,00"):
        path = _write(
            tmp_path,
            line.format(account="411000", aux="A", sides=f"{amount}\t0,00"),
            line.format(account="706000", aux="", sides=f"0,00\t{amount}"),
        )
        taken = _take(house, path)

    [proof] = taken.proof
    assert (proof.ledger.minor, proof.taken.minor, proof.difference.minor) == (900, 500, 400)
    assert [each.code for row in taken.rows for each in row.findings] == ["fec.known_differs"]


def test_our_own_ledger_when_taken_over_elsewhere_then_balances_are_equal(
    database_url: str, tmp_path: Path
) -> None:
    source = set_up(f"sqlite:///{tmp_path / 'source.db'}", tmp_path, date(2026, 3, 2))
    run = source.use_cases.run
    issue(source, customer="C0001", price="100.00")
    issue(source, customer="C0002", price="250.00")
    issue(source, customer="C0002", price="80.00")
    movement = Movement("120.00", "VIR F2026-00001", "DURAND")
    file = write_statement(tmp_path / "s.xml", [movement], day="2026-03-10", name="s")
    run(import_statement, ImportStatement(path=file))
    run(match_receipts, MatchReceipts(post=True))
    folder = tmp_path / "out"
    folder.mkdir()
    exported = run(
        export_ledger,
        ExportLedger(
            format="fec", from_on=date(2026, 1, 1), to_on=date(2026, 12, 31), folder=folder
        ),
    )
    owed = {
        row.number: row.open.minor
        for row in source.queries.open_items.page(PageRequest())
        if row.open
    }
    target = house_on(database_url, DAY)
    target.upgrade()
    target.use_cases.run(init_company, InitCompany(path=tmp_path / "company.toml"))

    taken = _take(target, exported.file.path)

    assert [each.difference.minor for each in taken.proof] == [0] * len(taken.proof)
    assert owed == {
        row.number: row.open.minor for row in target.queries.open_items.page(PageRequest())
    }
    assert sum(each.taken.minor for each in taken.proof) == sum(owed.values())
    assert _faults(target) == []
    source.close()
    target.close()
