"""Every gate, and the ways people get around them in other programs; on both databases."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import update

from otc_desktop.application.credit.approve_order import ApproveOrder, approve_order
from otc_desktop.application.credit.ask_approval import AskApproval, ask_approval
from otc_desktop.application.credit.ask_deposit import AskDeposit, ask_deposit
from otc_desktop.application.credit.mark_ceased import MarkCeased, mark_ceased
from otc_desktop.application.credit.recheck_order import RecheckOrder, recheck_order
from otc_desktop.application.credit.refuse_order import RefuseOrder, refuse_order
from otc_desktop.application.credit.set_credit_grade import SetCreditGrade, set_credit_grade
from otc_desktop.application.customers.restore_customer import RestoreCustomer, restore_customer
from otc_desktop.application.customers.save_customer import SaveCustomer, save_customer
from otc_desktop.application.customers.unblock_customer import UnblockCustomer, unblock_customer
from otc_desktop.application.invoicing.discard_draft import DiscardDraft, discard_draft
from otc_desktop.application.invoicing.invoice_delivery import InvoiceDelivery, invoice_delivery
from otc_desktop.application.invoicing.issue_invoice import IssueInvoice, issue_invoice
from otc_desktop.application.kernel.line_input import LineInput
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.sales.amend_order import AmendedLine, AmendOrder, amend_order
from otc_desktop.application.sales.cancel_order import CancelOrder, cancel_order
from otc_desktop.application.sales.close_order import CloseOrder, close_order
from otc_desktop.application.sales.read_order import ReadOrder, read_order
from otc_desktop.application.sales.release_order import ReleaseOrder, release_order
from otc_desktop.application.sales.reopen_order import ReopenOrder, reopen_order
from otc_desktop.bootstrap import House
from otc_desktop.domain.credit.alerts import AlertKind
from otc_desktop.domain.credit.grade import CreditGrade
from otc_desktop.domain.credit.trace import RequestStatus
from otc_desktop.domain.sales.sales_order import OrderStatus, SalesOrder
from otc_desktop.domain.shared.errors import ApprovalRequired, RuleError
from otc_desktop.persistence.tables.customers import customer as customer_table
from tests.support.credit import (
    DAY,
    as_role,
    confirm,
    deliver,
    euros,
    limit,
    owe,
    sell,
    take,
)
from tests.support.line import draft, house_on, issue, set_up

LIMIT = "credit.limit_exceeded"
HELD, CONFIRMED = OrderStatus.HELD, OrderStatus.CONFIRMED


@pytest.fixture
def house(database_url: str, tmp_path: Path) -> Iterator[House]:
    made = set_up(database_url, tmp_path, DAY)
    limit(made, "C0001", "1000")
    yield made
    made.close()


def _exposure(house: House, code: str = "C0001") -> tuple[str, str, str, str]:
    found = house.queries.credit_situation(code).exposure
    parts = (found.open_items, found.delivered, found.ordered, found.held)
    return tuple(str(each.amount) for each in parts)  # type: ignore[return-value]


def _requests(house: House) -> list[tuple[str, RequestStatus]]:
    rows = house.queries.credit_requests.page(PageRequest())
    return [(row.number, row.status) for row in rows]


def _kinds(house: House, code: str = "C0001") -> list[str]:
    customer_id = house.queries.credit_situation(code).file.customer_id
    request = PageRequest(filters={"customer_id": customer_id}, descending=True)
    rows = house.queries.credit_decisions.page(request)
    return [row.kind for row in reversed(rows)]


def _set_columns(house: House, code: str, **values: object) -> None:
    with house.engine.begin() as connection:
        connection.execute(
            update(customer_table).where(customer_table.c.code == code).values(**values)
        )


def _group(house: House, member: str, head: str) -> None:
    head_id = house.queries.credit_situation(head).file.customer_id
    _set_columns(house, member, parent_id=head_id)


def _reload(house: House, order: SalesOrder) -> SalesOrder:
    return house.use_cases.run(read_order, ReadOrder(order_id=order.id))


def test_exposure_follows_an_order_to_its_invoice_and_loses_nothing(house: House) -> None:
    order = sell(house, "C0001", "600", pieces=3)
    assert _exposure(house) == ("0.00", "0.00", "600.00", "0.00")
    first = deliver(house, order, 1)
    assert _exposure(house) == ("0.00", "200.00", "400.00", "0.00")
    made = house.use_cases.run(invoice_delivery, InvoiceDelivery(number=first.number))
    assert _exposure(house) == ("0.00", "200.00", "400.00", "0.00"), "a draft is no invoice"
    house.use_cases.run(discard_draft, DiscardDraft(invoice_id=made.id))
    assert _exposure(house) == ("0.00", "200.00", "400.00", "0.00")
    made = house.use_cases.run(invoice_delivery, InvoiceDelivery(number=first.number))
    house.use_cases.run(issue_invoice, IssueInvoice(invoice_id=made.id))
    assert _exposure(house) == ("200.00", "0.00", "400.00", "0.00")


def test_drafts_count_for_nothing_and_held_orders_apart(house: House) -> None:
    take(house, "C0001", "900")
    held = sell(house, "C0001", "1200")
    assert (held.status, held.holds) == (HELD, (LIMIT,))
    assert _exposure(house) == ("0.00", "0.00", "0.00", "1200.00")
    assert _requests(house) == [(held.number, RequestStatus.OPEN)]


def test_delivered_and_not_invoiced_counts_at_the_next_order(house: House) -> None:
    deliver(house, sell(house, "C0001", "800"))
    assert sell(house, "C0001", "300").holds == (LIMIT,)


def test_splitting_an_order_in_two_does_not_pass(house: House) -> None:
    assert sell(house, "C0001", "600").status is CONFIRMED
    assert sell(house, "C0001", "600").status is HELD


def test_entering_a_refused_order_again_does_not_pass(house: House) -> None:
    first = sell(house, "C0001", "1200")
    house.use_cases.run(refuse_order, RefuseOrder(number=first.number, reason="trop"))
    assert _requests(house) == []
    assert sell(house, "C0001", "1200").status is HELD


def test_an_approved_order_makes_no_room_for_its_twin(house: House) -> None:
    first = sell(house, "C0001", "1200")
    house.use_cases.run(release_order, ReleaseOrder(number=first.number, reason="accord"))
    again = sell(house, "C0001", "1200")
    assert again.status is HELD
    small = sell(house, "C0001", "10")
    assert small.status is HELD, "what was agreed to for one order is no limit for others"


def test_an_approval_of_another_order_does_not_block_what_was_accepted(house: House) -> None:
    accepted = sell(house, "C0001", "900")
    beyond = sell(house, "C0001", "500")
    house.use_cases.run(release_order, ReleaseOrder(number=beyond.number, reason="accord"))
    deliver(house, accepted)
    deliver(house, beyond)


def test_delivery_is_stopped_after_the_limit_was_lowered(house: House) -> None:
    order = sell(house, "C0001", "900", pieces=9)
    deliver(house, order, 1)
    limit(house, "C0001", "500")
    with pytest.raises(RuleError) as refusal:
        deliver(house, order, 1)
    assert refusal.value.code == "credit.order_held"
    assert _reload(house, order).holds == (LIMIT,)
    assert _requests(house) == [(order.number, RequestStatus.OPEN)]
    assert _exposure(house) == ("0.00", "100.00", "0.00", "800.00")
    with pytest.raises(RuleError, match=r"sales\.held"):
        deliver(house, order, 1)
    limit(house, "C0001", "1000")
    released = house.use_cases.run(recheck_order, RecheckOrder(number=order.number))
    assert released.status is CONFIRMED
    assert _kinds(house) == ["limit_set", "limit_set", "held", "limit_set", "lifted"]
    deliver(house, released)
    assert _exposure(house) == ("0.00", "900.00", "0.00", "0.00")


def test_an_approval_ends_on_its_day(house: House, database_url: str) -> None:
    order = sell(house, "C0001", "1200")
    command = ApproveOrder(number=order.number, reason="accord", until=DAY + timedelta(days=3))
    house.use_cases.run(approve_order, command)
    later = house_on(database_url, DAY + timedelta(days=4))
    with pytest.raises(RuleError, match=r"credit\.order_held"):
        deliver(later, order)
    later.close()


def test_an_approval_does_not_cover_another_reason(house: House) -> None:
    order = sell(house, "C0001", "1200")
    house.use_cases.run(approve_order, ApproveOrder(number=order.number, reason="accord"))
    command = MarkCeased(customer="C0001", ceased_on=DAY, source="BODACC")
    house.use_cases.run(mark_ceased, command)
    with pytest.raises(RuleError, match=r"credit\.order_held"):
        deliver(house, order)
    assert set(_reload(house, order).holds) == {LIMIT, "credit.siren_ceased"}


def test_an_approval_does_not_cover_a_lowered_limit(house: House) -> None:
    order = sell(house, "C0001", "1200")
    house.use_cases.run(approve_order, ApproveOrder(number=order.number, reason="accord"))
    limit(house, "C0001", "100")
    with pytest.raises(RuleError, match=r"credit\.order_held"):
        deliver(house, order)


def test_an_approval_smaller_than_the_order_is_refused(house: House) -> None:
    order = sell(house, "C0001", "1200")
    for amount, until, code in (
        (Decimal(1199), None, "credit.approval_too_small"),
        (None, DAY - timedelta(days=1), "credit.approval_ended"),
    ):
        command = ApproveOrder(number=order.number, reason="a", amount=amount, until=until)
        with pytest.raises(RuleError) as refusal:
            house.use_cases.run(approve_order, command)
        assert refusal.value.code == code


def test_who_has_a_limit_agrees_up_to_it(house: House, database_url: str) -> None:
    small, large = sell(house, "C0001", "1150"), sell(house, "C0001", "1300")
    controller = as_role(database_url, "credit_controller")
    agreed = ApproveOrder(number=small.number, reason="bon payeur")
    assert controller.use_cases.run(approve_order, agreed).status is CONFIRMED
    with pytest.raises(ApprovalRequired) as refusal:
        # 20 % of the limit: the overrun counts what was agreed to before.
        controller.use_cases.run(approve_order, ApproveOrder(number=large.number, reason="aussi"))
    assert refusal.value.code == "credit.beyond_your_limit"
    seller = as_role(database_url, "sales")
    with pytest.raises(ApprovalRequired):
        seller.use_cases.run(release_order, ReleaseOrder(number=large.number, reason="moi"))
    assert _reload(house, large).status is HELD
    for each in (controller, seller):
        each.close()


def test_what_the_rules_hold_needs_somebody_without_end(house: House, database_url: str) -> None:
    command = MarkCeased(customer="C0001", ceased_on=DAY, source="BODACC")
    house.use_cases.run(mark_ceased, command)
    order = sell(house, "C0001", "10")
    assert order.holds == ("credit.siren_ceased",)
    manager = as_role(database_url, "manager")
    with pytest.raises(ApprovalRequired) as refusal:
        manager.use_cases.run(release_order, ReleaseOrder(number=order.number, reason="si"))
    assert refusal.value.code == "credit.needs_unlimited_role"
    manager.close()
    back = MarkCeased(customer="C0001", ceased_on=None, source="erreur")
    house.use_cases.run(mark_ceased, back)
    assert house.use_cases.run(recheck_order, RecheckOrder(number=order.number)).status is CONFIRMED


def test_an_invoice_without_order_passes_the_gate_too(house: House, database_url: str) -> None:
    seller = as_role(database_url, "sales")
    issue(seller, price="800.00")
    beyond = draft(seller, price="100.00")
    with pytest.raises(ApprovalRequired, match=r"credit\.beyond_your_limit"):
        seller.use_cases.run(issue_invoice, IssueInvoice(invoice_id=beyond))
    seller.close()
    house.use_cases.run(issue_invoice, IssueInvoice(invoice_id=beyond))
    assert _kinds(house)[-1] == "passed", "who may agree leaves a trace by doing it"


def test_old_overdue_items_hold_orders(house: House, tmp_path: Path) -> None:
    limit(house, "C0001", None)
    owe(house, tmp_path, "C0001", "1000", due=DAY - timedelta(days=61))
    assert sell(house, "C0001", "10").status is CONFIRMED
    owe(house, tmp_path, "C0001", "0.01", due=DAY - timedelta(days=61), number="X-2")
    assert sell(house, "C0001", "10").holds == ("credit.overdue",)


def test_a_deposit_lets_one_order_go(house: House, tmp_path: Path) -> None:
    limit(house, "C0001", None)
    command = SetCreditGrade(customer="C0001", grade=CreditGrade.E)
    house.use_cases.run(set_credit_grade, command)
    order = sell(house, "C0001", "400")
    assert order.holds == ("credit.grade_too_low",)
    recheck = RecheckOrder(number=order.number)
    assert house.use_cases.run(recheck_order, recheck).status is HELD
    owe(house, tmp_path, "C0001", "200", number="AC-1", kind="avoir")
    assert house.use_cases.run(recheck_order, recheck).status is CONFIRMED
    assert sell(house, "C0001", "400").status is HELD, "the money is spoken for"
    deliver(house, order)


def test_a_deposit_that_was_asked_for_lifts_the_hold(house: House, tmp_path: Path) -> None:
    order = sell(house, "C0001", "1200")
    command = AskDeposit(number=order.number, amount=Decimal(300), reason="acompte 25 %")
    assert house.use_cases.run(ask_deposit, command).status is HELD
    assert _requests(house) == [(order.number, RequestStatus.DEPOSIT)]
    recheck = RecheckOrder(number=order.number)
    owe(house, tmp_path, "C0001", "100", number="AC-1", kind="avoir")
    assert house.use_cases.run(recheck_order, recheck).status is HELD
    owe(house, tmp_path, "C0001", "200", number="AC-2", kind="avoir")
    assert house.use_cases.run(recheck_order, recheck).status is CONFIRMED
    assert _requests(house) == []


def test_head_and_members_share_the_limit_of_the_head(house: House) -> None:
    _group(house, "C0002", head="C0001")
    assert sell(house, "C0002", "700").status is CONFIRMED
    assert sell(house, "C0001", "400").holds == ("credit.group_limit_exceeded",)
    limit(house, "C0002", "750")
    assert sell(house, "C0002", "100").holds == (LIMIT,), "the member's own limit holds, too"
    seen = house.queries.credit_situation("C0002")
    assert [(line.holder_code, str(line.used.amount)) for line in seen.limits] == [
        ("C0002", "700.00"),
        ("C0001", "700.00"),
    ]
    assert str(seen.available.amount if seen.available else "") == "50.00"
    assert {each.code for each in seen.members} == {"C0001", "C0002"}


def test_a_blocked_or_archived_customer_gets_nothing(house: House) -> None:
    drafts = [take(house, "C0001", "10") for _ in range(2)]
    _set_columns(house, "C0001", status="blocked")
    assert "credit.customer_blocked" in confirm(house, drafts[0]).holds
    _set_columns(house, "C0001", status="active", archived_on=DAY)
    assert "credit.customer_archived" in confirm(house, drafts[1]).holds


def test_the_salesperson_says_why(house: House) -> None:
    order = sell(house, "C0001", "1200")
    command = AskApproval(number=order.number, note="Virement annoncé", wanted_until=DAY)
    house.use_cases.run(ask_approval, command)
    [row] = house.queries.credit_requests.page(PageRequest())
    assert (row.note, row.wanted_until, row.asked_by) == ("Virement annoncé", DAY, "test")
    house.use_cases.run(refuse_order, RefuseOrder(number=order.number, reason="non"))
    house.use_cases.run(ask_approval, command)
    assert _requests(house) == [(order.number, RequestStatus.OPEN)], "asked for again"


def test_every_decision_leaves_its_trace(house: House) -> None:
    order = sell(house, "C0001", "1200")
    house.use_cases.run(refuse_order, RefuseOrder(number=order.number, reason="non"))
    house.use_cases.run(approve_order, ApproveOrder(number=order.number, reason="si"))
    assert _kinds(house) == ["limit_set", "held", "refused", "approved"]


def test_alerts(house: House, tmp_path: Path) -> None:
    limit(house, "C0001", "1000", insured="500")
    sell(house, "C0001", "800")
    for grade in (CreditGrade.B, CreditGrade.C):
        house.use_cases.run(set_credit_grade, SetCreditGrade(customer="C0002", grade=grade))
    owe(house, tmp_path, "C0003", "10", due=DAY - timedelta(days=1))
    found = {row.customer_code: row.alerts for row in house.queries.credit.alerts()}
    assert found == {
        "C0001": (AlertKind.INSURANCE_EXCEEDED, AlertKind.LIMIT_NEAR),
        "C0002": (AlertKind.GRADE_FELL,),
        "C0003": (AlertKind.FIRST_UNPAID,),
    }
    situation = house.queries.credit_situation("C0001")
    assert situation.alerts == found["C0001"]
    assert situation.uninsured == euros("300")


def _enlarge(house: House, order: SalesOrder, pieces: int) -> SalesOrder:
    stands = _reload(house, order)
    line = stands.lines[0]
    typed = LineInput(
        description=line.description,
        quantity=Decimal(pieces),
        unit_price=line.unit_price,
        vat_rate=line.vat.rate,
    )
    command = AmendOrder(
        number=order.number, version=stands.version, lines=(AmendedLine(line=typed, position=0),)
    )
    return house.use_cases.run(amend_order, command)


def test_a_released_order_that_grows_is_held_again(house: House) -> None:
    order = sell(house, "C0001", "1200", pieces=12)
    command = ApproveOrder(number=order.number, reason="accord", amount=Decimal(1300))
    house.use_cases.run(approve_order, command)
    assert _enlarge(house, order, 13).status is CONFIRMED, "what was agreed to"
    assert _enlarge(house, order, 14).status is HELD
    with pytest.raises(RuleError, match=r"sales\.held"):
        deliver(house, order)


def test_an_accepted_order_that_grows_is_weighed_again(house: House) -> None:
    order = sell(house, "C0001", "900", pieces=9)
    assert _enlarge(house, order, 10).status is CONFIRMED
    assert _enlarge(house, order, 11).holds == (LIMIT,)
    assert _enlarge(house, order, 10).status is CONFIRMED, "and goes on when it shrinks"
    assert _requests(house) == []


def test_closing_and_reopening_does_not_pass(house: House) -> None:
    order = sell(house, "C0001", "900", pieces=9)
    deliver(house, order, 1)
    house.use_cases.run(close_order, CloseOrder(number=order.number, reason="soldée"))
    assert _exposure(house) == ("0.00", "100.00", "0.00", "0.00")
    assert sell(house, "C0001", "900").status is CONFIRMED
    reopen = ReopenOrder(number=order.number, reason="finalement")
    assert house.use_cases.run(reopen_order, reopen).holds == (LIMIT,)


def test_cancelling_and_entering_again_does_not_pass(house: House) -> None:
    order = sell(house, "C0001", "1200")
    house.use_cases.run(approve_order, ApproveOrder(number=order.number, reason="accord"))
    house.use_cases.run(cancel_order, CancelOrder(number=order.number, reason="erreur"))
    assert _exposure(house) == ("0.00", "0.00", "0.00", "0.00")
    assert sell(house, "C0001", "1200").status is HELD


def test_unblocking_a_customer_beyond_its_limit_needs_authority(
    house: House, database_url: str
) -> None:
    order = sell(house, "C0001", "900")
    deliver(house, order)
    limit(house, "C0001", "100")
    _set_columns(house, "C0001", status="blocked")
    file = house.queries.credit_situation("C0001").file
    command = UnblockCustomer(customer_id=file.customer_id, version=file.version)
    seller = as_role(database_url, "sales")
    with pytest.raises(ApprovalRequired, match=r"credit\.beyond_your_limit"):
        seller.use_cases.run(unblock_customer, command)
    seller.close()
    house.use_cases.run(unblock_customer, command)
    assert _kinds(house)[-1] == "passed"
    _set_columns(house, "C0001", archived_on=DAY)
    file = house.queries.credit_situation("C0001").file
    restore = RestoreCustomer(customer_id=file.customer_id, version=file.version)
    seller = as_role(database_url, "sales")
    with pytest.raises(ApprovalRequired):
        seller.use_cases.run(restore_customer, restore)
    seller.close()


def test_a_limit_changed_in_the_form_leaves_its_trace(house: House) -> None:
    file = house.queries.credit_situation("C0001").file
    fields = {"name": file.name, "credit_limit": "2000"}
    command = SaveCustomer(fields=fields, customer_id=file.customer_id, version=file.version)
    house.use_cases.run(save_customer, command)
    assert house.queries.credit_situation("C0001").file.limit == euros("2000")
    assert _kinds(house) == ["limit_set", "limit_set"]
