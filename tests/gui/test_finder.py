"""Ctrl+K finds customers and documents, and says where to show them."""

from datetime import date
from pathlib import Path

from otc_desktop.application.kernel.task import SilentTask
from otc_desktop.ui.kernel.program import Program
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.shell.finder import Finder
from tests.support.line import issue, set_up


def test_a_name_without_accents_a_number_and_an_amount_are_found(
    services: WindowServices, tmp_path: Path
) -> None:
    house = set_up(f"sqlite:///{tmp_path / 'otc.sqlite'}", tmp_path, date(2026, 3, 2))
    issue(house, price="1234.00")
    program = Program(
        use_cases=house.use_cases,
        queries=house.queries,
        messages=house.messages,
        today=house.today,
        jobs=house.jobs,
        planner=house.planner,
        copies=house.copies,
    )
    find = Finder(program, services.formats)

    def titles(text: str) -> list[tuple[str, str]]:
        return [(each.title, each.place.tab) for each in find(text, SilentTask())]

    customer, invoice = ("Durand Éclairage SARL", "customers"), ("F2026-00001", "invoicing")
    assert titles("durand eclairage") == [customer, invoice]
    assert titles("f2026-0") == [invoice]
    assert titles("1 480,80") == [invoice]
    assert titles("d") == []
    house.close()
