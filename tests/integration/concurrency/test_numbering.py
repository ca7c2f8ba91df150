"""Numbers stay continuous while many workstations issue and one of them is killed."""

import random
import subprocess
import sys
from datetime import date
from pathlib import Path

from otc_desktop.application.invoicing.issue_invoice import IssueInvoice, issue_invoice
from otc_desktop.application.invoicing.list_drafts import ListDrafts, list_drafts
from otc_desktop.application.kernel.task import SilentTask
from otc_desktop.cli.listing import every_row
from otc_desktop.domain.shared.ids import InvoiceId
from tests.support.line import draft, set_up

DAY = date(2026, 11, 20)
INVOICES = 400
ROOT = Path(__file__).parents[3]


def _start(url: str, ids: list[InvoiceId]) -> subprocess.Popen[str]:
    worker = subprocess.Popen(
        [sys.executable, "-m", "tests.support.issue_worker", url, DAY.isoformat()],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert worker.stdin is not None
    worker.stdin.write("\n".join(str(each) for each in ids))
    worker.stdin.close()
    worker.stdin = None
    return worker


def test_numbers_are_continuous_when_one_of_many_issuers_is_killed(
    database_url: str, tmp_path: Path
) -> None:
    workers = 8 if database_url.startswith("postgresql") else 4
    house = set_up(database_url, tmp_path, DAY)
    ids = [draft(house) for _ in range(INVOICES)]
    running = [_start(database_url, ids[place::workers]) for place in range(workers)]

    # One dies at a random moment of its work, after it issued something.
    seed = random.SystemRandom().randrange(10_000)
    lucky = random.Random(seed)  # noqa: S311 - chooses whom to kill, guards nothing
    victim = running[lucky.randrange(workers)]
    assert victim.stdout is not None
    for _ in range(lucky.randrange(5, 20)):
        victim.stdout.readline()
    victim.kill()

    for worker in running:
        _, complaints = worker.communicate(timeout=600)
        if worker is not victim:
            assert worker.returncode == 0, f"seed {seed}: {complaints}"
    left = house.use_cases.run(list_drafts, ListDrafts())
    assert left, f"seed {seed}: the victim was to leave some drafts behind"
    for invoice_id in left:
        house.use_cases.run(issue_invoice, IssueInvoice(invoice_id=invoice_id))

    numbers = sorted(row.number for row in every_row(house.queries.invoices, {}))
    assert numbers == [f"F2026-{place:05d}" for place in range(1, INVOICES + 1)]
    failed = [
        check for check in house.queries.verification.run_checks(SilentTask()) if not check.ok
    ]
    assert failed == []
