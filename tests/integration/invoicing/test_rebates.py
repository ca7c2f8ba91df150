"""Year-end rebates on both databases: earned, accrued, credited once, given up."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import func, insert, select

from otc_desktop.application.catalogue.save_product import SaveProduct, save_product
from otc_desktop.application.invoicing.accrue_rebates import AccrueRebates, accrue_rebates
from otc_desktop.application.invoicing.agree_rebate import (
    AgreeRebate,
    EndRebate,
    agree_rebate,
    end_rebate,
)
from otc_desktop.application.invoicing.create_invoice import CreateInvoice, create_invoice
from otc_desktop.application.invoicing.discard_draft import DiscardDraft, discard_draft
from otc_desktop.application.invoicing.issue_invoice import IssueInvoice, issue_invoice
from otc_desktop.application.invoicing.read_rebates import ReadRebates, RebateState, read_rebates
from otc_desktop.application.invoicing.settle_rebate import SettleRebate, settle_rebate
from otc_desktop.application.kernel.line_input import LineInput
from otc_desktop.application.kernel.task import SilentTask
from otc_desktop.bootstrap import House
from otc_desktop.domain.invoicing.invoice import InvoiceKind
from otc_desktop.domain.invoicing.rebate import RebateAgreement, RebateMethod, RebateStatus
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.persistence.tables.ledger import journal_line
from otc_desktop.persistence.tables.rebates import rebate_accrual
from tests.support.line import house_on, set_up

SOLD, AFTER = date(2026, 11, 20), date(2027, 1, 15)
TIERS = ((Decimal(500), Decimal(2)), (Decimal(1000), Decimal(5)))


@pytest.fixture
def sold(database_url: str, tmp_path: Path) -> Iterator[House]:
    """C0001 was invoiced 1,000.00 at 20 % and 200.00 at 5.5 % in 2026."""
    house = set_up(database_url, tmp_path, SOLD)
    for rate, price in (("20", "1000.00"), ("5.5", "200.00")):
        _sell(house, price, rate)
    yield house
    house.close()


def _sell(house: House, price: str, rate: str = "20", product: str = "") -> None:
    line = LineInput(
        product=product,
        description="Lampe",
        unit_price=Decimal(price),
        vat_rate=Decimal(rate),
    )
    run = house.use_cases.run
    draft = run(create_invoice, CreateInvoice(customer="C0001", lines=(line,)))
    run(issue_invoice, IssueInvoice(invoice_id=draft.id))


def _agree(house: House, **changes: object) -> RebateAgreement:
    usual = {
        "customer": "C0001",
        "first": date(2026, 1, 1),
        "last": date(2026, 12, 31),
        "tiers": TIERS,
    }
    return house.use_cases.run(agree_rebate, AgreeRebate(**{**usual, **changes}))  # type: ignore[arg-type]


def _state(house: House) -> RebateState:
    [state] = house.use_cases.run(read_rebates, ReadRebates(customer="C0001"))
    return state


def _balance(house: House, account: str) -> Decimal:
    line = journal_line.c
    query = select(func.coalesce(func.sum(line.debit_minor - line.credit_minor), 0)).where(
        line.account == account
    )
    with house.engine.connect() as connection:
        return Decimal(int(connection.execute(query).scalar_one())) / 100


def _verified(house: House) -> list[str]:
    checks = house.queries.verification.run_checks(SilentTask())
    return [f"{each.name} {each.detail}" for each in checks if not each.ok]


def test_a_rebate_is_earned_accrued_once_and_credited(sold: House, database_url: str) -> None:
    _agree(sold)
    state = _state(sold)
    assert state.earned.turnover.amount == Decimal("1200.00")
    assert (state.earned.percent, state.earned.excl_tax.amount) == (Decimal(5), Decimal("60.00"))
    assert state.earned.vat.amount == Decimal("10.55")  # 50 x 20 % and 10 x 5.5 %

    run = sold.use_cases.run
    [accrued] = run(accrue_rebates, AccrueRebates())
    assert accrued.change.amount == Decimal("70.55")
    assert run(accrue_rebates, AccrueRebates()) == ()
    assert _balance(sold, "419800") == Decimal("-70.55")
    assert _balance(sold, "709700") == Decimal("60.00")
    assert _verified(sold) == []

    later = house_on(database_url, AFTER)
    run = later.use_cases.run
    agreement = _state(later).agreement
    draft = run(settle_rebate, SettleRebate(agreement_id=agreement.id))
    assert draft.kind is InvoiceKind.GLOBAL_CREDIT_NOTE
    assert (draft.period_from, draft.period_to) == (agreement.first, agreement.last)
    assert draft.totals().total_incl_tax.amount == Decimal("70.55")
    assert all("(5 %)" in line.description for line in draft.lines)
    with pytest.raises(RuleError, match="not_open"):
        run(settle_rebate, SettleRebate(agreement_id=agreement.id))
    issued = run(issue_invoice, IssueInvoice(invoice_id=draft.id)).invoice
    assert issued.kind.type_code == "262"
    state = _state(later)
    assert (state.agreement.status, state.accrued.amount) == (RebateStatus.SETTLED, Decimal(0))
    assert _balance(later, "419800") == 0
    assert _balance(later, "445870") == 0
    assert _balance(later, "709700") == Decimal("60.00")
    assert _verified(later) == []
    assert run(accrue_rebates, AccrueRebates()) == ()
    later.close()


def test_a_discarded_credit_note_leaves_the_rebate_to_be_settled(
    sold: House, database_url: str
) -> None:
    agreement = _agree(sold)
    later = house_on(database_url, AFTER)
    run = later.use_cases.run
    draft = run(settle_rebate, SettleRebate(agreement_id=agreement.id))
    run(discard_draft, DiscardDraft(invoice_id=draft.id))
    assert _state(later).agreement.status is RebateStatus.OPEN
    assert run(settle_rebate, SettleRebate(agreement_id=agreement.id)).id != draft.id
    later.close()


def test_a_rebate_waits_for_the_end_of_its_period_and_for_its_tier(
    sold: House, database_url: str
) -> None:
    agreement = _agree(sold)
    with pytest.raises(RuleError, match="period_runs"):
        sold.use_cases.run(settle_rebate, SettleRebate(agreement_id=agreement.id))
    high = _agree(sold, tiers=((Decimal(9999), Decimal(3)),), reference="Haute")
    later = house_on(database_url, AFTER)
    with pytest.raises(RuleError, match="nothing_earned"):
        later.use_cases.run(settle_rebate, SettleRebate(agreement_id=high.id))
    with pytest.raises(RuleError, match="accrual_in_future"):
        later.use_cases.run(accrue_rebates, AccrueRebates(on=date(2027, 2, 1)))
    later.close()


def test_an_accrual_is_not_dated_before_the_last_one(sold: House) -> None:
    agreement = _agree(sold)
    run = sold.use_cases.run
    run(accrue_rebates, AccrueRebates())
    with pytest.raises(RuleError, match="accrued_later"):
        run(accrue_rebates, AccrueRebates(on=date(2026, 10, 31)))
    assert _balance(sold, "419800") == Decimal("-70.55")
    run(end_rebate, EndRebate(agreement_id=agreement.id, version=agreement.version))
    assert run(accrue_rebates, AccrueRebates(on=date(2026, 10, 31))) == ()


def test_a_reference_names_one_agreement(sold: House) -> None:
    agreement = _agree(sold)
    with pytest.raises(RuleError, match="reference_taken"):
        _agree(sold)
    sold.use_cases.run(end_rebate, EndRebate(agreement_id=agreement.id, version=agreement.version))
    assert _agree(sold).reference == agreement.reference


def test_an_agreement_that_is_ended_owes_nothing_any_more(sold: House) -> None:
    agreement = _agree(sold)
    run = sold.use_cases.run
    run(accrue_rebates, AccrueRebates())
    run(end_rebate, EndRebate(agreement_id=agreement.id, version=agreement.version))
    assert _balance(sold, "419800") == 0
    assert _balance(sold, "709700") == 0
    assert _verified(sold) == []


def test_verify_tells_an_accrual_that_the_books_do_not_hold(sold: House) -> None:
    _agree(sold)
    sold.use_cases.run(accrue_rebates, AccrueRebates())
    with sold.engine.begin() as connection:
        row = dict(connection.execute(select(rebate_accrual)).mappings().one())
        connection.execute(insert(rebate_accrual).values({**row, "id": uuid4()}))
    [told] = _verified(sold)
    assert "rebates_accrued" in told
    assert "7055" in told


def test_a_family_s_rebate_counts_its_lines_alone(sold: House) -> None:
    product = {"code": "L-1", "name": "Lampe", "price_excl_tax": "10", "vat_rate": "20"}
    sold.use_cases.run(save_product, SaveProduct(fields={**product, "family": "Lampes"}))
    _sell(sold, "700.00", product="L-1")
    _agree(sold, family="Lampes")
    state = _state(sold)
    assert state.earned.turnover.amount == Decimal("700.00")
    assert state.earned.excl_tax.amount == Decimal("14.00")
    assert state.earned.missing is not None
    assert state.earned.missing.amount == Decimal("300.00")


def test_slices_earn_each_their_own_percentage(sold: House, database_url: str) -> None:
    tiers = ((Decimal(500), Decimal(2)), (Decimal(1000), Decimal("2.5")))
    agreement = _agree(sold, method=RebateMethod.SLICES, tiers=tiers)
    # 500 to 1,000 at 2 %, 1,000 to 1,200 at 2.5 %.
    assert _state(sold).earned.excl_tax.amount == Decimal("15.00")
    later = house_on(database_url, AFTER)
    draft = later.use_cases.run(settle_rebate, SettleRebate(agreement_id=agreement.id))
    # The percentage reached is not that of the whole turnover, which the line must not say.
    assert all("par tranches, jusqu'à 2,5 %" in line.description for line in draft.lines)
    later.close()
