"""A dispute and what ends it: one step each, or none of it."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from otc_desktop.application.disputes.causes import (
    AddCause,
    ChangeCause,
    ReadCauses,
    add_cause,
    change_cause,
    read_causes,
)
from otc_desktop.application.disputes.change_dispute import ChangeDispute, change_dispute
from otc_desktop.application.disputes.open_dispute import OpenDispute, open_dispute
from otc_desktop.application.disputes.queries import DisputeRow
from otc_desktop.application.disputes.reject_dispute import RejectDispute, reject_dispute
from otc_desktop.application.invoicing.create_invoice import CreateInvoice, create_invoice
from otc_desktop.application.invoicing.credit_dispute import CreditDispute, credit_dispute
from otc_desktop.application.invoicing.issue_invoice import IssueInvoice, issue_invoice
from otc_desktop.application.kernel.disputing import DisputeDetails
from otc_desktop.application.kernel.line_input import LineInput
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.kernel.task import SilentTask
from otc_desktop.application.reporting.read_dispute_figures import (
    ReadDisputeFigures,
    read_dispute_figures,
)
from otc_desktop.application.sales.replace_disputed import ReplaceDisputed, replace_disputed
from otc_desktop.bootstrap import House
from otc_desktop.domain.disputes.dispute import (
    DisputeOutcome,
    DisputeReason,
    DisputeStage,
    DisputeStatus,
)
from otc_desktop.domain.shared.errors import OtcError
from tests.support.line import house_on, set_up

DAY = date(2026, 3, 2)


@pytest.fixture
def house(database_url: str, tmp_path: Path) -> Iterator[House]:
    made = set_up(database_url, tmp_path, DAY)
    yield made
    made.close()


def invoice(house: House) -> str:
    """Two lines at two rates: 3 × 33.33 at 20 %, 1 × 50.00 at 5.5 %."""
    lines = (
        LineInput(
            description="Lampe",
            quantity=Decimal(3),
            unit_price=Decimal("33.33"),
            vat_rate=Decimal(20),
        ),
        LineInput(description="Livre", unit_price=Decimal(50), vat_rate=Decimal("5.5")),
    )
    made = house.use_cases.run(create_invoice, CreateInvoice(customer="C0001", lines=lines))
    issued = house.use_cases.run(issue_invoice, IssueInvoice(invoice_id=made.id))
    return issued.invoice.number


def row(house: House) -> DisputeRow:
    (found,) = house.queries.disputes.page(PageRequest())
    return found  # type: ignore[no-any-return]


def left(house: House, number: str) -> Decimal:
    (item,) = house.queries.open_items.page(PageRequest(search=number)) or (None,)
    return Decimal(0) if item is None else item.open.amount


def sound(house: House) -> bool:
    return all(check.ok for check in house.queries.verification.run_checks(SilentTask()))


def refusal(attempt: Callable[[], object]) -> str:
    with pytest.raises(OtcError) as refused:
        attempt()
    return refused.value.code


def test_a_line_is_contested_worked_on_and_credited_in_one_step(house: House) -> None:
    number = invoice(house)
    cause = house.use_cases.run(
        add_cause, AddCause(reason=DisputeReason.QUALITY, title="Emballage abîmé")
    )
    details = DisputeDetails(line=1, cause_id=cause.id, note="caisse cassée", owner="Claire")
    opened = house.use_cases.run(
        open_dispute, OpenDispute(number=number, reason="quality", details=details)
    )
    assert opened.amount.amount == Decimal("119.99")
    moved = ChangeDispute(dispute_id=opened.id, stage=DisputeStage.WAITING, owner="Marc")
    house.use_cases.run(change_dispute, moved)
    shown = row(house)
    assert (shown.stage, shown.owner, shown.cause) == ("waiting", "Marc", "Emballage abîmé")

    done = house.use_cases.run(credit_dispute, CreditDispute(dispute_id=opened.id))
    assert [line.quantity for line in done.credit_note.lines] == [Decimal(3)]
    assert done.credit_note.totals.total_incl_tax.amount == Decimal("119.99")
    assert left(house, number) == Decimal("52.75")
    settled = row(house)
    assert (settled.outcome, settled.settled_by) == ("credit_note", done.credit_note.number)
    again = CreditDispute(dispute_id=opened.id)
    assert refusal(lambda: house.use_cases.run(credit_dispute, again)) == "disputes.already_closed"
    assert sound(house)


def test_an_amount_over_two_rates_is_credited_to_the_cent_or_one_below(house: House) -> None:
    number = invoice(house)
    for amount in ("10.01", "0.03", "77.77"):
        opened = house.use_cases.run(
            open_dispute, OpenDispute(number=number, reason="price", amount=Decimal(amount))
        )
        done = house.use_cases.run(credit_dispute, CreditDispute(dispute_id=opened.id))
        gap = Decimal(amount) - done.credit_note.totals.total_incl_tax.amount
        assert Decimal(0) <= gap <= Decimal("0.01")
    whole = house.use_cases.run(open_dispute, OpenDispute(number=number, reason="duplicate"))
    house.use_cases.run(credit_dispute, CreditDispute(dispute_id=whole.id))
    assert left(house, number) <= Decimal("0.03")
    assert sound(house)


def test_a_rejection_writes_to_the_customer_and_closes(house: House) -> None:
    number = invoice(house)
    opened = house.use_cases.run(open_dispute, OpenDispute(number=number, reason="vat"))
    silent = RejectDispute(dispute_id=opened.id, explanation="  ")
    assert refusal(lambda: house.use_cases.run(reject_dispute, silent)) == (
        "disputes.missing_resolution"
    )
    assert row(house).status is DisputeStatus.OPEN
    assert not house.queries.outbox.page(PageRequest())
    house.use_cases.run(
        reject_dispute, RejectDispute(dispute_id=opened.id, explanation="Le taux est celui-ci.")
    )
    (mail,) = house.queries.outbox.page(PageRequest())
    assert number in mail.subject
    assert row(house).outcome is DisputeOutcome.REJECTED


def test_goods_are_replaced_by_a_free_order(house: House) -> None:
    number = invoice(house)
    plain = house.use_cases.run(
        open_dispute, OpenDispute(number=number, reason="quality", amount=Decimal(10))
    )
    unknown = ReplaceDisputed(dispute_id=plain.id)
    assert refusal(lambda: house.use_cases.run(replace_disputed, unknown)) == "disputes.line_needed"
    opened = house.use_cases.run(
        open_dispute,
        OpenDispute(number=number, reason="quality", details=DisputeDetails(line=2)),
    )
    far = ReplaceDisputed(dispute_id=opened.id, quantity=Decimal(2))
    assert refusal(lambda: house.use_cases.run(replace_disputed, far)) == (
        "disputes.replaces_more_than_invoiced"
    )
    done = house.use_cases.run(replace_disputed, ReplaceDisputed(dispute_id=opened.id))
    assert done.order.purchase_order == number
    assert done.order.totals().total_incl_tax.amount == 0
    assert left(house, number) == Decimal("172.74")


def test_causes_are_a_tree_that_can_be_edited(house: House) -> None:
    number = invoice(house)
    run = house.use_cases.run
    cause = run(add_cause, AddCause(reason=DisputeReason.PRICE, title="Remise oubliée"))
    double = AddCause(reason=DisputeReason.PRICE, title="REMISE OUBLIEE")
    assert refusal(lambda: run(add_cause, double)) == "disputes.cause_exists"
    run(add_cause, AddCause(reason=DisputeReason.VAT, title="Remise oubliée"))
    elsewhere = OpenDispute(
        number=number, reason="quality", details=DisputeDetails(cause_id=cause.id)
    )
    assert refusal(lambda: run(open_dispute, elsewhere)) == "disputes.cause_of_other_reason"
    run(change_cause, ChangeCause(cause_id=cause.id, title="Remise omise", archived=True))
    titles = {(each.title, each.archived) for each in run(read_causes, ReadCauses())}
    assert titles == {("Remise omise", True), ("Remise oubliée", False)}


def test_how_often_why_and_how_long(database_url: str, tmp_path: Path) -> None:
    house = set_up(database_url, tmp_path, DAY)
    first, _second = invoice(house), invoice(house)
    opened = house.use_cases.run(open_dispute, OpenDispute(number=first, reason="price"))
    house.close()
    later = house_on(database_url, date(2026, 3, 12))
    later.use_cases.run(credit_dispute, CreditDispute(dispute_id=opened.id))
    figures = later.use_cases.run(read_dispute_figures, ReadDisputeFigures())
    assert (figures.issued, figures.contested, figures.percent) == (2, 1, Decimal("50.0"))
    assert (figures.days_to_settle, figures.average_days) == ((10,), Decimal("10.0"))
    assert figures.by_outcome == {DisputeOutcome.CREDIT_NOTE: 1}
    before = later.use_cases.run(read_dispute_figures, ReadDisputeFigures(on=date(2026, 3, 11)))
    assert (before.open, before.days_to_settle) == (1, ())
    later.close()
