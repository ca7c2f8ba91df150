"""Statement files taken in: nothing doubled, nothing lost, nothing half stored."""

import csv
import os
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from sqlalchemy import func, select

from otc_desktop.adapters.storage.watched_folder import LocalStatementFolders
from otc_desktop.application.banking.bank_mappings import (
    ForgetBankMapping,
    LookAtBankTable,
    SaveBankMapping,
    forget_bank_mapping,
    look_at_bank_table,
    save_bank_mapping,
)
from otc_desktop.application.banking.ignore_transaction import (
    IgnoreTransactions,
    ignore_transactions,
)
from otc_desktop.application.banking.import_statement import (
    ImportedStatement,
    ImportStatement,
    import_statement,
)
from otc_desktop.application.banking.watched_folder import (
    SetWatchedFolder,
    import_waiting,
    set_watched_folder,
)
from otc_desktop.application.kernel.bank_tables import BANK_TABLE
from otc_desktop.application.kernel.import_mapping import DecimalMark, ImportMapping
from otc_desktop.application.kernel.task import SilentTask
from otc_desktop.bootstrap import House
from otc_desktop.domain.shared.errors import InputFileError, NotFoundError
from otc_desktop.persistence.tables.banking import bank_account, bank_statement, bank_transaction
from tests.support.dying import dies_at_every_step
from tests.support.line import house_on, set_up

TODAY = date(2026, 4, 1)
CSV = "Date;Libellé;Débit;Crédit\n"


@pytest.fixture
def house(database_url: str, tmp_path: Path) -> Iterator[House]:
    made = set_up(database_url, tmp_path, TODAY)
    yield made
    made.close()


@pytest.fixture
def sqlite_house(tmp_path: Path) -> Iterator[House]:
    made = set_up(f"sqlite:///{tmp_path / 'books.sqlite'}", tmp_path, TODAY)
    yield made
    made.close()


def a_file(folder: Path, text: str, name: str = "releve.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def take_in(house: House, path: Path, **options: Any) -> Sequence[ImportedStatement]:
    return house.use_cases.run(import_statement, ImportStatement(path=path, **options))


def counted(house: House) -> tuple[int, int, int]:
    with house.engine.connect() as connection:
        accounts, statements, movements = (
            connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (bank_account, bank_statement, bank_transaction)
        )
    return accounts, statements, movements


CFONB = "\n".join(
    [
        "0130006    00001EUR2 12345678901  010326" + " " * 50 + "0000000010000{" + " " * 16,
        "0430006    00001EUR2 1234567890105020326  020326VIR SEPA RECU DURAND"
        + " " * 22
        + "0000000012345FREF-CLIENT      ",
        "0430006    00001EUR2 1234567890105020326  020326VIR SEPA RECU DURAND"
        + " " * 22
        + "0000000012345FREF-CLIENT      ",
        "0730006    00001EUR2 12345678901  020326" + " " * 50 + "0000000034691B" + " " * 16,
    ]
)


def test_a_period_in_three_formats_and_twice_is_kept_once(house: House, tmp_path: Path) -> None:
    cfonb = a_file(tmp_path, CFONB + "\n", "releve.txt")
    (first,) = take_in(house, cfonb)
    assert (first.added, first.duplicates, first.findings) == (2, 0, ())
    (again,) = take_in(house, cfonb)
    assert (again.added, again.duplicates) == (0, 2)
    table = CSV + "02/03/2026;VIR DURAND;;1 234,56\n" * 2 + "03/03/2026;CB ESSENCE;45,00;\n"
    (other,) = take_in(house, a_file(tmp_path, table))
    assert (other.added, other.duplicates) == (1, 2)
    qif = "!Type:Bank\n" + "D02/03/2026\nT1234,56\nPVIR SEPA RECU\n^\n" * 2
    (third,) = take_in(house, a_file(tmp_path, qif, "releve.qif"))
    assert (third.added, third.duplicates) == (0, 2)
    assert counted(house) == (1, 2, 3)
    assert third.booked_on_account == "FR7630006000011234567890189"


def test_what_a_bank_says_of_a_payment_is_kept(house: House, tmp_path: Path) -> None:
    text = (
        "Date;Libellé;Montant;Devise;Nom de la contrepartie;IBAN de la contrepartie;"
        "Identifiant de transaction;Frais;Orig amount;Orig currency;Type\n"
        "02/03/2026;FACT F1;2 383,00;EUR;HELVETIA AG;CH9300762011623852957;T-1;0,50;2250,00;CHF;"
        "Virement\n"
    )
    take_in(house, a_file(tmp_path, text))
    with house.engine.connect() as connection:
        row = connection.execute(select(bank_transaction)).mappings().one()
    assert (row["amount_minor"], row["charges_minor"]) == (238_300, 50)
    assert (row["original_minor"], row["original_currency"]) == (225_000, "CHF")
    assert (row["bank_reference"], row["transaction_code"]) == ("T-1", "Virement")
    assert row["counterparty_account"] == "CH9300762011623852957"


BATCH = """<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.02"><BkToCstmrDbtCdtNtfctn>
<Ntfctn><Id>1</Id><Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id><Ccy>EUR</Ccy></Acct>
<Ntry><Amt Ccy="EUR">150.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
<BookgDt><Dt>2026-03-05</Dt></BookgDt><NtryDtls><Btch><NbOfTxs>2</NbOfTxs></Btch>
<TxDtls><Refs><EndToEndId>ORS-01</EndToEndId></Refs><Amt Ccy="EUR">100.00</Amt>
<RltdPties><Dbtr><Nm>CABINET ORSAY</Nm></Dbtr></RltdPties></TxDtls>
<TxDtls><Refs><EndToEndId>GAR-04</EndToEndId></Refs><Amt Ccy="EUR">50.00</Amt>
<RltdPties><Dbtr><Nm>GARAGE DES ALPES</Nm></Dbtr></RltdPties></TxDtls>
</NtryDtls></Ntry></Ntfctn></BkToCstmrDbtCdtNtfctn></Document>"""


def test_the_payments_of_a_batch_known_by_its_sum_take_its_place(
    house: House, tmp_path: Path
) -> None:
    summed = a_file(tmp_path, CSV + "05/03/2026;REM PRLV SEPA 000312;;150,00\n")
    details = a_file(tmp_path, BATCH, "details.xml")
    take_in(house, summed)
    (told,) = take_in(house, details)
    assert (told.added, told.detailed, told.duplicates) == (0, 1, 2)
    with house.engine.connect() as connection:
        rows = connection.execute(select(bank_transaction)).mappings().all()
    assert sorted((row["amount_minor"], row["counterparty"]) for row in rows) == [
        (5_000, "GARAGE DES ALPES"),
        (10_000, "CABINET ORSAY"),
    ]
    assert len({row["batch_id"] for row in rows} - {None}) == 1
    for file in (summed, details):
        (again,) = take_in(house, file)
        assert (again.added, again.detailed) == (0, 0)


def test_a_batch_that_somebody_worked_on_keeps_its_sum(sqlite_house: House, tmp_path: Path) -> None:
    take_in(sqlite_house, a_file(tmp_path, CSV + "05/03/2026;REM PRLV SEPA 000312;;150,00\n"))
    with sqlite_house.engine.connect() as connection:
        line_id = connection.execute(select(bank_transaction.c.id)).scalar_one()
    command = IgnoreTransactions(transaction_ids=(line_id,), reason="remise")
    sqlite_house.use_cases.run(ignore_transactions, command)
    (told,) = take_in(sqlite_house, a_file(tmp_path, BATCH, "details.xml"))
    assert (told.added, told.detailed, counted(sqlite_house)[2]) == (0, 0, 1)


def test_every_sheet_of_a_workbook_that_is_a_statement_is_read(
    sqlite_house: House, tmp_path: Path
) -> None:
    book = Workbook()
    for number in ("12345678901", "98765432109"):
        sheet = book.create_sheet(number)
        sheet.append([f"Compte n° {number}"])
        sheet.append(["Date", "Libellé", "Débit", "Crédit"])
        sheet.append([date(2026, 3, 2), "VIR DURAND", None, 12.34])
    book.active.append(["Notes du comptable"])
    book.save(tmp_path / "releve.xlsx")
    imported = take_in(sqlite_house, tmp_path / "releve.xlsx")
    assert [(each.account, str(each.credits.amount)) for each in imported] == [
        ("12345678901", "12.34"),
        ("98765432109", "12.34"),
    ]


def test_a_short_account_number_is_the_account_of_the_iban_that_comes_later(
    sqlite_house: House, tmp_path: Path
) -> None:
    head = "Compte n° 12345678901\n\n"
    take_in(sqlite_house, a_file(tmp_path, head + CSV + "02/03/2026;VIR DURAND;;1 234,56\n"))
    (later,) = take_in(sqlite_house, a_file(tmp_path, CFONB, "releve.txt"))
    assert (later.added, later.duplicates) == (1, 1)
    assert later.booked_on_account == "FR7630006000011234567890189"
    assert counted(sqlite_house)[0] == 1


def test_a_file_without_an_account_is_refused_where_several_could_be_meant(
    sqlite_house: House, tmp_path: Path
) -> None:
    file = a_file(tmp_path, CSV + "02/03/2026;VIR;;1,00\n")
    other = "Compte n° 98765432109\n\n" + CSV + "02/03/2026;VIR;;1,00\n"
    take_in(sqlite_house, a_file(tmp_path, other, "other.csv"))
    with pytest.raises(InputFileError) as refusal:
        take_in(sqlite_house, file)
    assert refusal.value.code == "banking.account_needed"
    (asked,) = take_in(sqlite_house, file, account="98765432109")
    assert asked.duplicates == 1


def test_a_gap_is_told_and_gone_when_the_missing_file_comes(
    sqlite_house: House, tmp_path: Path
) -> None:
    header = "Date;Libellé;Montant;Solde\n"
    first = a_file(tmp_path, header + "02/03/2026;A;10,00;110,00\n", "1.csv")
    third = a_file(tmp_path, header + "04/03/2026;C;30,00;160,00\n", "3.csv")
    second = a_file(tmp_path, header + "03/03/2026;B;20,00;130,00\n", "2.csv")
    assert take_in(sqlite_house, first)[0].findings == ()
    (gap,) = take_in(sqlite_house, third)[0].findings
    assert gap.code == "banking.gap_since_last_statement"
    assert str(gap.params["difference"].amount) == "20.00"
    assert take_in(sqlite_house, second)[0].findings == ()
    assert take_in(sqlite_house, third)[0].findings == ()


def test_a_mapping_is_made_once_and_used_silently(sqlite_house: House, tmp_path: Path) -> None:
    text = "Jour;Texte;Somme\n02/03/2026;VIR DURAND;1.234\n"
    file = a_file(tmp_path, text)
    with pytest.raises(InputFileError) as refusal:
        take_in(sqlite_house, file)
    assert refusal.value.code == "bank_file.mapping_needed"
    run = sqlite_house.use_cases.run
    look = run(look_at_bank_table, LookAtBankTable(path=file))
    assert (look.titles, look.is_sure) == (("Jour", "Texte", "Somme"), False)
    mapping = ImportMapping(
        kind=BANK_TABLE.name,
        title="Ma banque",
        titles=look.titles,
        columns=("date", "label", "amount"),
        decimals=DecimalMark.COMMA,
    )
    run(save_bank_mapping, SaveBankMapping(mapping=mapping))
    run(save_bank_mapping, SaveBankMapping(mapping=mapping))
    (imported,) = take_in(sqlite_house, file)
    assert str(imported.credits.amount) == "1234.00"
    assert run(look_at_bank_table, LookAtBankTable(path=file)).is_sure
    assert take_in(sqlite_house, file, mapping_name="ma banque")[0].duplicates == 1
    other = CSV + "02/03/2026;VIR;;1,00\n"
    with pytest.raises(InputFileError) as refusal:
        take_in(sqlite_house, a_file(tmp_path, other, "other.csv"), mapping_name="Ma banque")
    assert refusal.value.code == "banking.mapping_does_not_fit"
    run(forget_bank_mapping, ForgetBankMapping(name="Ma Banque"))
    with pytest.raises(NotFoundError):
        take_in(sqlite_house, file, mapping_name="ma banque")


def test_a_file_that_dies_half_way_leaves_nothing(sqlite_house: House, tmp_path: Path) -> None:
    """Killed at any step between two statements, rows or the audit, nothing is written."""
    file = a_file(
        tmp_path,
        "Numéro de compte;"
        + CSV
        + "".join(
            f"{account};02/03/2026;VIR {n};;1{n},00\n"
            for account in ("12345678901", "98765432109")
            for n in range(3)
        ),
    )
    url = f"sqlite:///{tmp_path / 'books.sqlite'}"
    sqlite_house.close()
    deaths = 0
    for _ in dies_at_every_step(
        lambda: house_on(url, TODAY).use_cases.run(import_statement, ImportStatement(path=file))
    ):
        deaths += 1
        if deaths % 5 == 0:
            looking = house_on(url, TODAY)
            assert counted(looking) == (0, 0, 0)
            looking.close()
    survivor = house_on(url, TODAY)
    assert deaths > 8
    assert counted(survivor) == (2, 2, 6)
    assert sum(each.added for each in take_in(survivor, file)) == 0
    survivor.close()


def test_a_watched_folder_takes_in_what_is_whole_and_moves_it_away(
    sqlite_house: House, tmp_path: Path
) -> None:
    folder = tmp_path / "banque"
    folder.mkdir()
    sqlite_house.use_cases.run(set_watched_folder, SetWatchedFolder(path=folder))
    a_file(folder, CFONB, "releve.txt")
    a_file(folder, CFONB[:-100], "arrive.txt")
    a_file(folder, CFONB, "releve.txt.part")
    (folder / "vide.csv").touch()
    os.utime(a_file(folder, "<html>", "vieux.csv"), (0, 0))

    def take_in_all() -> dict[str, tuple[int, bool]]:
        done = import_waiting(sqlite_house.use_cases, lambda refusal: refusal.code, SilentTask())
        return {
            each.path.name: (sum(found.added for found in each.statements), each.is_left)
            for each in done
        }

    assert take_in_all() == {
        "releve.txt": (2, False),
        "arrive.txt": (0, True),
        "vieux.csv": (0, False),
    }
    assert sorted(each.name for each in folder.iterdir() if each.is_file()) == [
        "arrive.txt",
        "releve.txt.part",
        "vide.csv",
    ]
    assert (folder / "importés" / "releve.txt").exists()
    assert (
        (folder / "refusés" / "vieux.csv.txt").read_text(encoding="utf-8").startswith("bank_file")
    )
    a_file(folder, CFONB, "arrive.txt")
    a_file(folder, CFONB, "releve.txt")
    assert take_in_all() == {"releve.txt": (0, False), "arrive.txt": (0, False)}
    assert (folder / "importés" / "releve (2).txt").exists()


def test_a_file_that_grows_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folders = LocalStatementFolders()
    growing = a_file(tmp_path, "Date;", "a.csv")
    whole = a_file(tmp_path, "Date;", "b.csv")
    monkeypatch.setattr(
        "otc_desktop.adapters.storage.watched_folder.time.sleep",
        lambda _: growing.write_text("Date;Libellé", encoding="utf-8"),
    )
    assert folders.waiting(tmp_path, now=datetime.now(UTC)) == [whole]
    link = tmp_path / "c.csv"
    link.symlink_to(whole)
    assert link not in folders.waiting(tmp_path, now=datetime.now(UTC))


CORPUS = Path(__file__).parents[3] / ".." / "shared" / "testdata" / "bank"


@pytest.mark.skipif(not CORPUS.exists(), reason="the shared corpus of bank files is not here")
def test_hostile_files_leave_a_code_and_no_row(sqlite_house: House) -> None:

    with (CORPUS / "index.csv").open(encoding="utf-8", newline="") as stream:
        refused = [row["file"] for row in csv.DictReader(stream) if row["expected"] == "reject"]
    assert len(refused) > 10
    for file in refused:
        with pytest.raises(InputFileError, match=r"^(bank_file|sheet)\."):
            take_in(sqlite_house, CORPUS / file)
    assert counted(sqlite_house) == (0, 0, 0)
