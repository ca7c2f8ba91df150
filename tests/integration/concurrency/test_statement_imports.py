"""Statements that two people import at once are kept once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

from sqlalchemy import func, select

from otc_desktop.application.banking.import_statement import ImportStatement, import_statement
from otc_desktop.persistence.tables.banking import bank_account, bank_transaction
from tests.support.line import house_on, set_up

TODAY = date(2026, 4, 1)
DAYS, A_DAY = 3, 12


def test_files_that_overlap_imported_at_once_are_kept_once(
    database_url: str, tmp_path: Path
) -> None:
    set_up(database_url, tmp_path, TODAY).close()
    files = []
    for first in range(DAYS):
        rows = "".join(
            f"{day + 1:02d}/03/2026;VIR {n};{n % 7 + 1},00\n"
            for day in range(first, min(first + 2, DAYS))
            for n in range(A_DAY)
        )
        path = tmp_path / f"{first}.csv"
        path.write_text(f"Compte n° 12345678901\n\nDate;Libellé;Montant\n{rows}", encoding="utf-8")
        files += [path, path]

    def take_in(path: Path) -> int:
        house = house_on(database_url, TODAY)
        try:
            (imported,) = house.use_cases.run(import_statement, ImportStatement(path=path))
            return imported.added
        finally:
            house.close()

    with ThreadPoolExecutor(max_workers=3) as pool:
        added = sum(pool.map(take_in, files))
    house = house_on(database_url, TODAY)
    with house.engine.connect() as connection:
        accounts, movements = (
            connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (bank_account, bank_transaction)
        )
    house.close()
    assert (accounts, movements, added) == (1, DAYS * A_DAY, DAYS * A_DAY)
