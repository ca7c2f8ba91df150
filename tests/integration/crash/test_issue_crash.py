"""A crash at any step of issuing leaves either nothing or the whole document."""

from datetime import date
from pathlib import Path

from otc_desktop.application.invoicing.issue_invoice import IssueInvoice, issue_invoice
from otc_desktop.application.invoicing.list_drafts import ListDrafts, list_drafts
from otc_desktop.application.kernel.task import SilentTask
from otc_desktop.cli.listing import every_row
from tests.support.dying import dies_at_every_step
from tests.support.line import draft, house_on, issue, set_up

DAY = date(2026, 11, 20)


def test_a_crash_at_any_step_leaves_nothing_half_issued(database_url: str, tmp_path: Path) -> None:
    _load_what_issuing_needs(tmp_path)
    house = set_up(database_url, tmp_path, DAY)
    invoice_id = draft(house)
    house.close()

    def issue_it() -> None:
        house_on(database_url, DAY).use_cases.run(
            issue_invoice, IssueInvoice(invoice_id=invoice_id)
        )

    deaths = 0
    for _ in dies_at_every_step(issue_it):
        deaths += 1
        after = house_on(database_url, DAY)
        assert after.use_cases.run(list_drafts, ListDrafts()) == [invoice_id]
        assert list(every_row(after.queries.invoices, {})) == []
        after.close()

    assert deaths > 20, "issuing takes more database steps than that"
    survivor = house_on(database_url, DAY)
    assert [row.number for row in every_row(survivor.queries.invoices, {})] == ["F2026-00001"]
    checks = survivor.queries.verification.run_checks(SilentTask())
    assert [check for check in checks if not check.ok] == []


def _load_what_issuing_needs(folder: Path) -> None:
    """Fonts and libraries once, in the parent: each of some sixty children would load them."""
    elsewhere = set_up(f"sqlite:///{folder / 'elsewhere.db'}", folder, DAY)
    issue(elsewhere)
    elsewhere.close()
