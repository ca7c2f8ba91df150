"""Two people who hand in the same cheque make one slip of it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from threading import Barrier

from otc_desktop.application.receivables.deposit_slips import RemitPapers, remit_papers
from otc_desktop.application.receivables.enter_paper import EnterPaper, enter_paper
from otc_desktop.bootstrap import House
from otc_desktop.cli.listing import every_row
from otc_desktop.domain.receivables.paper_receipt import PaperKind
from otc_desktop.domain.shared.errors import OtcError
from tests.support.domain import eur
from tests.support.goods import failed_checks
from tests.support.line import house_on, issue, set_up

DAY = date(2026, 11, 20)


def test_a_cheque_stands_on_one_slip(database_url: str, tmp_path: Path) -> None:
    house = set_up(database_url, tmp_path, DAY)
    papers = []
    for place in range(4):
        number = issue(house).invoice.number
        command = EnterPaper(
            kind=PaperKind.CHEQUE,
            customer="C0001",
            amount=eur("120.00"),
            parts=((number, None),),
            number=f"{place:07d}",
        )
        papers.append(house.use_cases.run(enter_paper, command).id)
    desks = [house, house_on(database_url, DAY)]
    together = Barrier(len(desks))

    def hand_in(place: int, desk: House) -> int:
        """Both want the second and third cheque, each one of their own besides."""
        wanted = (*papers[1:3], papers[3 * place])
        together.wait()
        try:
            desk.use_cases.run(remit_papers, RemitPapers(paper_ids=wanted))
        except OtcError:
            return 0
        return 1

    with ThreadPoolExecutor(len(desks)) as pool:
        assert sum(pool.map(hand_in, range(len(desks)), desks)) == 1
    [slip] = every_row(house.queries.deposit_slips, {})
    assert (slip.number, slip.papers) == ("REM-2026-0001", 3)
    assert len(list(every_row(house.queries.paper_receipts, {"status": "held"}))) == 1
    assert failed_checks(house) == []
    for desk in desks:
        desk.close()
