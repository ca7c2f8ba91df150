"""Whatever is done with cheques, bills, cards and cash, money and ledger agree."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from otc_desktop.application.kernel.task import SilentTask
from otc_desktop.application.kernel.use_case import UseCase
from otc_desktop.application.receivables.credit_slips import MatchSlips, match_waiting_slips
from otc_desktop.application.receivables.deposit_slips import (
    RemitPapers,
    WithdrawSlip,
    remit_papers,
    withdraw_slip,
)
from otc_desktop.application.receivables.enter_paper import (
    EnterPaper,
    UndoPaper,
    enter_paper,
    undo_paper,
)
from otc_desktop.application.receivables.paper_queries import PaperRow, SlipRow
from otc_desktop.application.receivables.return_paper import ReturnPaper, return_paper
from otc_desktop.bootstrap import House
from otc_desktop.cli.listing import every_row
from otc_desktop.domain.receivables.deposit_slip import SlipStatus
from otc_desktop.domain.receivables.paper_receipt import PaperKind, PaperStatus, Remittance
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.money import total
from tests.support.books import receive
from tests.support.company_files import Movement
from tests.support.domain import eur
from tests.support.line import issue, set_up

DAY = date(2026, 11, 20)
_STEPS = ("enter", "enter", "remit", "credit", "undo", "withdraw", "return")
step = st.tuples(st.sampled_from(_STEPS), st.integers(0, 99), st.sampled_from(list(PaperKind)))


class Till:
    """A counter of receipts whose books are kept over all stories."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        url = f"sqlite:///{folder / 'books.db'}"
        self.house: House = set_up(url, folder, DAY, vat_regime="receipts")
        self._names = count(1)

    def do(self, what: str, place: int, kind: PaperKind) -> None:
        """One step; what the program refuses changes nothing."""
        try:
            getattr(self, f"_{what}")(place, kind)
        except RuleError:
            return

    def papers(self) -> list[PaperRow]:
        """All receipts."""
        return list(every_row(self.house.queries.paper_receipts, {}))

    def slips(self) -> list[SlipRow]:
        """All slips."""
        return list(every_row(self.house.queries.deposit_slips, {}))

    def _run(self, use_case: UseCase, command: object) -> object:  # type: ignore[type-arg]
        return self.house.use_cases.run(use_case, command)

    def _enter(self, place: int, kind: PaperKind) -> None:
        number = issue(self.house, price=f"{100 + place}.33").invoice.number
        owed = eur(f"{100 + place}.33").times(eur("1.20").amount)
        amount = owed if place % 2 else owed - eur("20.05")
        command = EnterPaper(
            kind=kind,
            customer="C0001",
            amount=amount,
            parts=((number, amount),),
            number=f"N{next(self._names)}",
            due_on=date(2026, 12, 31) if kind.falls_due else None,
        )
        self._run(enter_paper, command)

    def _remit(self, place: int, kind: PaperKind) -> None:
        held = [row for row in self.papers() if row.status is PaperStatus.HELD and row.kind is kind]
        some = tuple(row.id for row in held[: 1 + place % 3])
        remittance = Remittance.DISCOUNT if place % 4 == 0 else Remittance.COLLECTION
        self._run(remit_papers, RemitPapers(paper_ids=some, remittance=remittance))

    def _credit(self, place: int, kind: PaperKind) -> None:
        waiting = [row for row in self.slips() if row.status is SlipStatus.REMITTED]
        if waiting:
            amount = str(waiting[place % len(waiting)].total.amount)
            label = "REMISE CHEQUE LCR CARTE VERSEMENT"
            receive(self.house, self.folder, Movement(amount, label), name=f"S{next(self._names)}")
            self._run(match_waiting_slips, MatchSlips(post=True))

    def _undo(self, place: int, kind: PaperKind) -> None:
        papers = self.papers()
        if papers:
            self._run(undo_paper, UndoPaper(paper_id=papers[place % len(papers)].id))

    def _withdraw(self, place: int, kind: PaperKind) -> None:
        slips = self.slips()
        if slips:
            self._run(withdraw_slip, WithdrawSlip(number=slips[place % len(slips)].number))

    def _return(self, place: int, kind: PaperKind) -> None:
        papers = self.papers()
        if papers:
            self._run(return_paper, ReturnPaper(paper_id=papers[place % len(papers)].id))


@pytest.fixture(scope="module")
def till(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Till]:
    till = Till(tmp_path_factory.mktemp("till"))
    yield till
    till.house.close()


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(step, min_size=4, max_size=14))
def test_every_story_leaves_the_books_in_order(
    till: Till, steps: list[tuple[str, int, PaperKind]]
) -> None:
    for what, place, kind in steps:
        till.do(what, place, kind)
    papers, slips = till.papers(), till.slips()
    on_slips = Counter(row.slip for row in papers if row.slip)
    for slip in slips:
        if slip.status is SlipStatus.WITHDRAWN:
            assert slip.number not in on_slips
        else:
            amounts = (row.amount for row in papers if row.slip == slip.number)
            assert (on_slips[slip.number], total(amounts, EUR)) == (slip.papers, slip.total)
    assert len({slip.number for slip in slips}) == len(slips)
    checks = till.house.queries.verification.run_checks(SilentTask())
    assert [check for check in checks if not check.ok] == []
