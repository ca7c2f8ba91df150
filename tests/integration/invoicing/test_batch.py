"""A batch stopped by its user is taken up where it stopped: no gap, no double.

A batch whose process is killed is `tests/integration/concurrency/test_numbering.py`; two
thousand documents are `python -m tests.bench batching`.
"""

from datetime import date
from pathlib import Path

from otc_desktop.application.invoicing.issue_invoice import IssueInvoice, issue_invoice
from otc_desktop.application.invoicing.list_drafts import ListDrafts, list_drafts
from otc_desktop.application.kernel.task import SilentTask, Task
from otc_desktop.domain.shared.errors import Cancelled
from otc_desktop.domain.shared.ids import InvoiceId
from otc_desktop.ui.invoicing.batches import run_batch
from tests.support.line import draft, set_up

_DRAFTS = 5


class _CancelledAfter:
    """A task whose user presses Cancel once so many are done."""

    def __init__(self, most: int) -> None:
        self._most = most
        self.told: list[tuple[int, int]] = []

    def progress(self, done: int, total: int) -> None:
        self.told.append((done, total))

    def check_cancelled(self) -> None:
        if self.told[-1][0] == self._most:
            raise Cancelled


def test_a_cancelled_batch_is_taken_up_where_it_stopped(tmp_path: Path) -> None:
    house = set_up(f"sqlite:///{tmp_path / 'books.db'}", tmp_path, date(2026, 11, 20))
    prepared = [draft(house) for _ in range(_DRAFTS)]

    def issue_one(each: InvoiceId, _: Task) -> str:
        return house.use_cases.run(issue_invoice, IssueInvoice(invoice_id=each)).invoice.number

    task = _CancelledAfter(2)
    first = run_batch(prepared, issue_one, task)
    assert task.told == [(0, _DRAFTS), (1, _DRAFTS), (2, _DRAFTS)]
    assert first.stopped
    left = house.use_cases.run(list_drafts, ListDrafts())
    assert left == prepared[2:]
    rest = run_batch(left, issue_one, SilentTask())
    assert not rest.stopped
    numbers = [number for _, number in (*first.done, *rest.done)]
    assert numbers == [f"F2026-{place:05d}" for place in range(1, _DRAFTS + 1)]
    # Somebody who still has the whole list on the screen issues nothing twice.
    again = run_batch(prepared, issue_one, SilentTask())
    assert again.done == ()
    assert {refusal.code for _, refusal in again.refused} == {"invoicing.already_issued"}
    assert all(check.ok for check in house.queries.verification.run_checks(SilentTask()))
    house.close()
