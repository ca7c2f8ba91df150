"""A copy of the books, made while they are in use, and put back."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from otc_desktop.adapters.platform.single_instance import WindowLock
from otc_desktop.application.kernel.task import SilentTask
from otc_desktop.bootstrap import House, open_house
from otc_desktop.domain.scheduling.job import JobName
from otc_desktop.domain.shared.errors import OtcError
from otc_desktop.persistence import backup
from tests.support.line import issue, set_up

DAY = date(2026, 3, 2)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = set_up(f"sqlite:///{tmp_path / 'books.sqlite'}", tmp_path, DAY)
    yield made
    made.close()


def refusal(action: object, *given: object) -> str:
    with pytest.raises(OtcError) as refused:
        action(*given)  # type: ignore[operator]
    return refused.value.code


def numbers(house: House) -> int:
    return sum(1 for check in house.queries.verification.run_checks(SilentTask()) if not check.ok)


def test_a_copy_made_in_the_middle_of_work_is_whole_and_for_its_owner_only(
    house: House, tmp_path: Path
) -> None:
    issue(house)
    with house.engine.begin() as busy:
        busy.exec_driver_sql("DELETE FROM company")
        made = house.back_up(tmp_path / "copies" / "one.sqlite")
        busy.rollback()
    assert made.stat().st_mode & 0o077 == 0
    assert [file.name for file in made.parent.iterdir()] == ["one.sqlite"]
    copy = open_house(database_url=f"sqlite:///{made}", today=DAY, user="test")
    assert numbers(copy) == 0
    assert copy.revision() == house.revision()
    copy.close()
    assert refusal(house.back_up, made) == "backup.file_exists"


def test_a_copy_put_back_undoes_what_came_after_and_keeps_it_beside(
    house: House, tmp_path: Path
) -> None:
    first = issue(house).invoice.number
    copy = house.back_up(tmp_path / "copy.sqlite")
    second = issue(house, price="200.00").invoice.number
    aside = house.restore(copy)
    again = open_house(database_url=house.database_url, today=DAY, user="test")
    before = open_house(database_url=f"sqlite:///{aside}", today=DAY, user="test")
    assert _issued(again) == {first}
    assert _issued(before) == {first, second}
    for each in (again, before):
        assert numbers(each) == 0
        each.close()


def test_what_is_no_copy_or_open_in_a_window_changes_nothing(house: House, tmp_path: Path) -> None:
    number = issue(house).invoice.number
    text = tmp_path / "notes.txt"
    text.write_text("not a database")
    assert refusal(house.restore, text) == "backup.not_a_backup"
    assert refusal(house.restore, tmp_path / "gone.sqlite") == "backup.not_a_backup"
    copy = house.back_up(tmp_path / "copy.sqlite")
    with WindowLock(tmp_path / "books.sqlite"):
        assert refusal(house.restore, copy) == "program.already_open"
    assert _issued(house) == {number}


def test_the_daily_copy_keeps_the_newest(house: House) -> None:
    folder = Path(house.database_url.removeprefix("sqlite:///")).parent / "backups"
    folder.mkdir()
    for day in range(20):
        (folder / f"books-202601{day:02d}-120000.sqlite").touch()
    (folder / "mine.sqlite").touch()
    house.jobs.run(JobName.BACKUP, SilentTask())
    names = sorted(file.name for file in folder.iterdir())
    assert len(names) == backup._KEPT_COPIES + 1
    assert "mine.sqlite" in names


def _issued(house: House) -> set[str]:
    with house.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT number FROM invoice WHERE number IS NOT NULL")
        return {number for (number,) in rows}
