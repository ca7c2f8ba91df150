"""A crash while a rebate is credited leaves it accrued and to be settled, or settled whole."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

from otc_desktop.application.invoicing.accrue_rebates import AccrueRebates, accrue_rebates
from otc_desktop.application.invoicing.agree_rebate import AgreeRebate, agree_rebate
from otc_desktop.application.invoicing.issue_invoice import IssueInvoice, issue_invoice
from otc_desktop.application.invoicing.list_drafts import ListDrafts, list_drafts
from otc_desktop.application.invoicing.read_rebates import ReadRebates, RebateState, read_rebates
from otc_desktop.application.invoicing.settle_rebate import SettleRebate, settle_rebate
from otc_desktop.domain.invoicing.rebate import RebateStatus
from tests.support.dying import dies_at_every_step
from tests.support.goods import failed_checks
from tests.support.line import house_on, issue, set_up

SOLD, AFTER = date(2026, 11, 20), date(2027, 1, 15)
_LOOK_AFTER = 6
_LEAST_STEPS = 10


def _seen(url: str) -> tuple[RebateState, int]:
    """The rebate, and how many drafts wait."""
    house = house_on(url, AFTER)
    [state] = house.use_cases.run(read_rebates, ReadRebates())
    drafts = len(house.use_cases.run(list_drafts, ListDrafts()))
    house.close()
    return state, drafts


def _dies_without_a_trace(url: str, work: Callable[[], None], *, least: int) -> None:
    before = _seen(url)
    deaths = 0
    for _ in dies_at_every_step(work):
        deaths += 1
        # Looking after each death costs more than dying.
        if deaths % _LOOK_AFTER == 0:
            assert _seen(url) == before
    assert deaths > least
    assert _seen(url) != before


def test_a_crash_at_any_step_credits_a_rebate_whole_or_not_at_all(
    database_url: str, tmp_path: Path
) -> None:
    house = set_up(database_url, tmp_path, SOLD)
    issue(house, price="1000.00")
    agreed = AgreeRebate(
        customer="C0001",
        first=date(2026, 1, 1),
        last=date(2026, 12, 31),
        tiers=((Decimal(500), Decimal(3)),),
    )
    agreement = house.use_cases.run(agree_rebate, agreed)
    house.use_cases.run(accrue_rebates, AccrueRebates())
    house.close()

    def settle() -> None:
        command = SettleRebate(agreement_id=agreement.id)
        house_on(database_url, AFTER).use_cases.run(settle_rebate, command)

    _dies_without_a_trace(database_url, settle, least=_LEAST_STEPS)
    state, drafts = _seen(database_url)
    assert (state.agreement.status, drafts) == (RebateStatus.NOTED, 1)
    assert state.accrued.amount == Decimal("36.00")
    note = state.agreement.note_id
    assert note is not None

    def issue_note() -> None:
        house_on(database_url, AFTER).use_cases.run(issue_invoice, IssueInvoice(invoice_id=note))

    _dies_without_a_trace(database_url, issue_note, least=_LEAST_STEPS)
    state, drafts = _seen(database_url)
    assert (state.agreement.status, drafts) == (RebateStatus.SETTLED, 0)
    assert state.accrued.amount == 0
    survivor = house_on(database_url, AFTER)
    assert failed_checks(survivor) == []
    survivor.close()
