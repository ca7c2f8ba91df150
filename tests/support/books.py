"""A small company's books behind a tab under test: a real database, real use cases."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from otc_desktop.application.banking.import_statement import ImportStatement, import_statement
from otc_desktop.bootstrap import House
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from tests.support.company_files import Movement, write_statement
from tests.support.line import house_on, issue, set_up

TODAY = date(2026, 11, 20)
_CHANGES_ARE_TOLD_MS = 90  # the change hub gathers commits for 60


@contextmanager
def open_books(
    folder: Path, services: WindowServices, *, day: date = TODAY, smtp_port: int = 2525
) -> Iterator[House]:
    """The company's database in a folder, its commits told to the window."""
    house = set_up(f"sqlite:///{folder / 'books.db'}", folder, day, smtp_port=smtp_port)
    house.use_cases.subscribe(services.changes.publish)
    yield house
    services.tasks.shutdown()
    house.close()


def program_of(house: House) -> Program:
    """What tabs are given of the program."""
    return Program(
        use_cases=house.use_cases,
        queries=house.queries,
        messages=house.messages,
        today=house.today,
        jobs=house.jobs,
        planner=house.planner,
        copies=house.copies,
    )


def invoice_on(folder: Path, day: date, *, customer: str = "C0001", price: str = "100.00") -> str:
    """Issue an invoice of one line at 20 % on an earlier day; returns its number."""
    earlier = house_on(f"sqlite:///{folder / 'books.db'}", day)
    number = issue(earlier, customer=customer, price=price).invoice.number
    earlier.close()
    return number


def receive(house: House, folder: Path, *movements: Movement, name: str = "S1") -> None:
    """Import a statement of these movements, dated on the business date."""
    path = write_statement(
        folder / f"{name}.xml", movements, day=house.today().isoformat(), name=name
    )
    house.use_cases.run(import_statement, ImportStatement(path=path))


def settling(qtbot: QtBot, services: WindowServices) -> Callable[[], None]:
    """Waits until no job is left, and the screens have heard of what was committed."""

    def wait() -> None:
        for _ in range(2):
            qtbot.waitUntil(lambda: not services.tasks.busy(), timeout=10_000)
            qtbot.wait(_CHANGES_ARE_TOLD_MS)
        qtbot.waitUntil(lambda: not services.tasks.busy(), timeout=10_000)

    return wait
