"""No reminder twice: two workstations at once, a death at any step, a clock set back."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from threading import Barrier

from sqlalchemy import func, select

from otc_desktop.application.dunning.run_reminders import RunReminders, run_reminders
from otc_desktop.bootstrap import House
from otc_desktop.persistence.tables.dunning import dunning_notice
from otc_desktop.persistence.tables.outbox import outbox_message
from tests.support.dying import dies_at_every_step
from tests.support.line import house_on, issue, set_up

SOLD = date(2026, 3, 2)
FIRM = date(2026, 4, 13)


def made(house: House) -> tuple[Counter[str], int]:
    """How often each reminder was kept, and how many mails wait."""
    with house.engine.connect() as connection:
        keys = Counter(connection.execute(select(dunning_notice.c.key)).scalars())
        count = select(func.count()).select_from(outbox_message)
        return keys, connection.execute(count).scalar_one()


def test_two_workstations_make_each_reminder_once(database_url: str, tmp_path: Path) -> None:
    house = set_up(database_url, tmp_path, SOLD)
    for customer in ("C0001", "C0003"):
        issue(house, customer=customer)
    house.close()
    desks = [house_on(database_url, FIRM) for _ in range(3)]
    together = Barrier(len(desks))

    def run(desk: House) -> int:
        together.wait()
        return len(desk.use_cases.run(run_reminders, RunReminders()).reminders)

    with ThreadPoolExecutor(len(desks)) as pool:
        made_by_each = list(pool.map(run, desks))
    # One of them made all of them: the others came too late and found none.
    assert sorted(made_by_each) == [0, 0, 2]
    keys, mails = made(desks[0])
    assert set(keys.values()) == {1}
    assert (len(keys), mails) == (2, 1)  # the other waits: a registered letter
    # The clock set back, and the same day again, make nothing.
    for day in (FIRM, FIRM - timedelta(days=1), FIRM - timedelta(days=40)):
        assert desks[0].use_cases.run(run_reminders, RunReminders(on=day)).reminders == ()
    for desk in desks:
        desk.close()


def test_a_death_at_any_step_leaves_all_or_nothing(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'books.sqlite'}"
    house = set_up(url, tmp_path, SOLD)
    issue(house)
    house.close()

    def run() -> None:
        house_on(url, FIRM).use_cases.run(run_reminders, RunReminders())

    deaths = 0
    looking = house_on(url, FIRM)
    for _ in dies_at_every_step(run):
        deaths += 1
        assert made(looking) == (Counter(), 0)
    assert deaths > 10
    # The child that lived made it; one more run makes none.
    assert looking.use_cases.run(run_reminders, RunReminders()).reminders == ()
    keys, mails = made(looking)
    assert list(keys.values()) == [1]
    assert mails == 1
    looking.close()
