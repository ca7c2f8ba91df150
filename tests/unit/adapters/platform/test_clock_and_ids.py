from datetime import UTC, date, datetime, timedelta

from otc_desktop.adapters.platform.clock import FixedClock, SystemClock
from otc_desktop.adapters.platform.ids import UuidFactory
from otc_desktop.application.kernel.ports import Clock, IdFactory


def test_system_clock_tells_the_local_day_and_the_instant_in_utc() -> None:
    clock: Clock = SystemClock()
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=5)
    assert clock.now().tzinfo is UTC
    assert clock.today() in {datetime.now().astimezone().date(), clock.now().astimezone().date()}


def test_fixed_clock_holds_the_day_but_not_the_instant() -> None:
    clock: Clock = FixedClock(date(2026, 2, 28))
    assert clock.today() == date(2026, 2, 28)
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=5)


def test_ids_are_uuid7_unique_and_ordered() -> None:
    factory: IdFactory = UuidFactory()
    ids = [factory.new_id() for _ in range(2000)]
    assert len(set(ids)) == 2000
    assert {each.version for each in ids} == {7}
    assert ids == sorted(ids)
