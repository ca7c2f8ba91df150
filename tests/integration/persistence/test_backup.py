"""A copy of the books, made while they are in use, sealed, rotated, and put back."""

import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from alembic import command

from otc_desktop.adapters.platform.single_instance import WindowLock
from otc_desktop.application.kernel.task import SilentTask
from otc_desktop.bootstrap import House, open_house
from otc_desktop.domain.scheduling.job import JobName
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.persistence.migrate import alembic_config
from otc_desktop.persistence.schema import known_revisions
from tests.support.databases import MIGRATIONS
from tests.support.line import issue, set_up

DAY = date(2026, 3, 2)
WORDS = "quatre mots bien cachés"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = set_up(f"sqlite:///{tmp_path / 'books.sqlite'}", tmp_path, DAY)
    yield made
    made.close()


def refusal(action: object, *given: object, **named: object) -> str:
    with pytest.raises(OtcError) as refused:
        action(*given, **named)  # type: ignore[operator]
    return refused.value.code


def failed_checks(house: House) -> int:
    return sum(1 for check in house.queries.verification.run_checks(SilentTask()) if not check.ok)


def opened(file: Path | None) -> House:
    return open_house(database_url=f"sqlite:///{file}", today=DAY, user="test")


def test_a_copy_made_in_the_middle_of_work_is_whole_and_for_its_owner_only(
    house: House, tmp_path: Path
) -> None:
    issue(house)
    with house.engine.begin() as busy:
        busy.exec_driver_sql("DELETE FROM company")
        made = house.copies.back_up(tmp_path / "copies" / "one.sqlite")
        busy.rollback()
    assert made.stat().st_mode & 0o077 == 0
    assert [file.name for file in made.parent.iterdir()] == ["one.sqlite"]
    copy = opened(made)
    assert failed_checks(copy) == 0
    assert copy.revision() == house.revision()
    copy.close()
    assert refusal(house.copies.back_up, made) == "backup.file_exists"


def test_a_copy_put_back_undoes_what_came_after_and_keeps_it_beside(
    house: House, tmp_path: Path
) -> None:
    first = issue(house).invoice.number
    copy = house.copies.back_up(tmp_path / "copy.sqlite")
    second = issue(house, price="200.00").invoice.number
    aside = house.copies.restore(copy)
    again = open_house(database_url=house.database_url, today=DAY, user="test")
    before = opened(aside)
    assert _issued(again) == {first}
    assert _issued(before) == {first, second}
    for each in (again, before):
        assert failed_checks(each) == 0
        each.close()


def test_damaged_books_are_put_back_and_kept_as_they_were_found(
    house: House, tmp_path: Path
) -> None:
    number = issue(house).invoice.number
    copy = house.copies.back_up(tmp_path / "copy.sqlite")
    house.engine.dispose()
    books = tmp_path / "books.sqlite"
    books.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5_000)
    aside = house.copies.restore(copy)
    assert aside is not None
    assert aside.read_bytes() == b"SQLite format 3\x00" + b"\xff" * 5_000
    again = opened(books)
    assert _issued(again) == {number}
    again.close()


def test_a_sealed_copy_opens_by_its_passphrase_alone(house: House, tmp_path: Path) -> None:
    number = issue(house).invoice.number
    folder = tmp_path / "copies"
    sealed = house.copies.back_up(folder / "one.otcbackup", passphrase=WORDS)
    assert [file.name for file in folder.iterdir()] == ["one.otcbackup"]
    assert sealed.stat().st_mode & 0o077 == 0
    assert b"SQLite" not in sealed.read_bytes()
    assert sorted(zipfile.ZipFile(sealed).namelist()) == ["books.age", "key.age"]
    issue(house, price="200.00")
    assert (
        refusal(house.copies.restore, sealed, passphrase=f"{WORDS}!") == "backup.wrong_passphrase"
    )
    changed = folder / "changed.otcbackup"
    whole = bytearray(sealed.read_bytes())
    whole[len(whole) // 2] ^= 1
    changed.write_bytes(whole)
    assert refusal(house.copies.restore, changed, passphrase=WORDS) == "backup.not_a_backup"
    assert len(_issued(house)) == 2
    house.copies.restore(sealed, passphrase=WORDS)
    again = open_house(database_url=house.database_url, today=DAY, user="test")
    assert _issued(again) == {number}
    again.close()
    assert not list(tmp_path.rglob("*.part")) + list(tmp_path.glob(".otc-*"))


def test_a_short_passphrase_is_refused_before_anything_is_written(
    house: House, tmp_path: Path
) -> None:
    target = tmp_path / "copies" / "one.otcbackup"
    code = refusal(house.copies.back_up, target, passphrase="secret")
    assert code == "backup.short_passphrase"
    assert not target.parent.exists()


def test_what_is_no_copy_or_open_in_a_window_changes_nothing(house: House, tmp_path: Path) -> None:
    number = issue(house).invoice.number
    text = tmp_path / "notes.txt"
    text.write_text("not a database")
    assert refusal(house.copies.restore, text) == "backup.not_a_backup"
    assert refusal(house.copies.restore, tmp_path / "gone.sqlite") == "backup.not_a_backup"
    copy = house.copies.back_up(tmp_path / "copy.sqlite")
    with WindowLock(tmp_path / "books.sqlite"):
        assert refusal(house.copies.restore, copy) == "program.already_open"
    assert _issued(house) == {number}


def test_the_daily_copy_is_sealed_where_a_passphrase_is_kept_and_old_ones_go(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OTC_BACKUP_PASSPHRASE", WORDS)
    folder = house.copies.folder
    folder.mkdir()
    for day in range(1, 21):
        (folder / f"books-202601{day:02d}-120000.sqlite").touch()
    (folder / "mine.sqlite").touch()
    house.jobs.run(JobName.BACKUP, SilentTask())
    newest, *older = house.copies.made()
    assert newest.sealed
    # The newest 14 with today's, and the last of each of the two weeks before.
    assert [copy.made_at.day for copy in older] == [*range(20, 7, -1), 4]
    assert (folder / "mine.sqlite").exists()


def test_the_file_of_an_older_program_is_kept_before_its_schema_changes(tmp_path: Path) -> None:
    *_, older, newest = known_revisions(MIGRATIONS)
    books = opened(tmp_path / "old.sqlite")
    with books.engine.begin() as connection:
        command.upgrade(alembic_config(MIGRATIONS, connection), older)
    books.bring_up_to_date()
    assert books.revision() == newest
    kept = opened(books.copies.folder / f"old-schema-{older}.sqlite")
    assert kept.revision() == older
    kept.close()
    books.close()


def _issued(house: House) -> set[str]:
    with house.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT number FROM invoice WHERE number IS NOT NULL")
        return {number for (number,) in rows}
