"""Stock, deliveries and returns through use cases, on both databases."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from otc_desktop.application.invoicing.discard_draft import DiscardDraft, discard_draft
from otc_desktop.application.invoicing.invoice_delivery import InvoiceDelivery, invoice_delivery
from otc_desktop.application.invoicing.issue_invoice import IssueInvoice, issue_invoice
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.sales.cancel_delivery import CancelDelivery, cancel_delivery
from otc_desktop.application.sales.create_delivery import CreateDelivery, create_delivery
from otc_desktop.application.sales.create_return import CreateReturn, create_return
from otc_desktop.application.sales.credit_return import CreditReturn, credit_return
from otc_desktop.application.sales.delivery_queries import LateReason
from otc_desktop.application.sales.draw_delivery_note import (
    DrawDeliveryNote,
    draw_delivery_note,
)
from otc_desktop.application.sales.receive_return import ReceiveReturn, receive_return
from otc_desktop.application.stock.adjust_stock import AdjustStock, adjust_stock
from otc_desktop.application.stock.count_stock import CountStock, count_stock
from otc_desktop.application.stock.receive_stock import ReceiveStock, receive_stock
from otc_desktop.application.stock.save_stock_item import SaveStockItem, save_stock_item
from otc_desktop.application.stock.save_stock_policy import SaveStockPolicy, save_stock_policy
from otc_desktop.bootstrap import House
from otc_desktop.domain.sales.lead_times import Stage
from otc_desktop.domain.sales.sales_order import OrderStatus
from otc_desktop.domain.sales.sales_return import ReturnReason, ReturnStatus
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.findings import BlockingFindings
from otc_desktop.domain.stock.movement import MovementReason
from tests.support.goods import confirmed_order, delivered, failed_checks, invoiced, on_hand
from tests.support.line import house_on, set_up

DAY = date(2026, 11, 20)
EVERYTHING = PageRequest()


@pytest.fixture
def house(database_url: str, tmp_path: Path) -> Iterator[House]:
    made = set_up(database_url, tmp_path, DAY)
    yield made
    made.close()


def _refused(house: House, use_case: object, command: object) -> str:
    with pytest.raises(RuleError) as refusal:
        house.use_cases.run(use_case, command)  # type: ignore[arg-type]
    return refusal.value.code


def test_more_than_on_hand_is_refused_line_by_line_and_nothing_is_written(house: House) -> None:
    order = confirmed_order(house, ("P-01", "60"), ("P-01", "60"), ("P-03", "500"))
    with pytest.raises(BlockingFindings) as refusal:
        house.use_cases.run(create_delivery, CreateDelivery(order=order))
    [missing] = refusal.value.findings
    assert (missing.code, missing.where) == ("stock.not_enough", "lines[1]")
    assert missing.params == {"product": "P-01", "wanted": "60", "on_hand": "40", "missing": "20"}
    assert on_hand(house, "P-01") == 100
    assert house.queries.deliveries.count(EVERYTHING) == 0


def test_what_is_available_leaves_and_the_rest_stays_owed(house: House) -> None:
    order = confirmed_order(house, ("P-01", "120"), ("P-03", "2"))
    command = CreateDelivery(order=order, available_only=True)
    delivery, after = house.use_cases.run(create_delivery, command)
    assert delivery.quantities == {0: Decimal(100), 1: Decimal(2)}
    assert after.status is OrderStatus.CONFIRMED
    [owed] = house.queries.back_orders.page(EVERYTHING)
    assert (owed.left, owed.on_hand, owed.deliverable) == (Decimal(20), 0, 0)
    assert _refused(house, create_delivery, command) == "stock.nothing_available"
    house.use_cases.run(receive_stock, ReceiveStock(quantities={"P-01": Decimal(50)}))
    _, after = house.use_cases.run(create_delivery, command)
    assert after.status is OrderStatus.DELIVERED
    assert house.queries.back_orders.count(EVERYTHING) == 0
    assert on_hand(house, "P-01") == 30
    assert failed_checks(house) == []


def test_negative_stock_where_the_product_or_the_company_allows_it(house: House) -> None:
    house.use_cases.run(
        save_stock_item, SaveStockItem(product="P-01", is_stocked=True, allow_negative=True)
    )
    delivered(house, confirmed_order(house, ("P-01", "130")))
    assert on_hand(house, "P-01") == -30
    refused = CreateDelivery(order=confirmed_order(house, ("P-02", "60")))
    assert _refused(house, create_delivery, refused) == "stock.not_enough"
    house.use_cases.run(save_stock_policy, SaveStockPolicy(allow_negative=True, late_after_days=14))
    house.use_cases.run(create_delivery, refused)
    assert on_hand(house, "P-02") == -10


def test_a_cancelled_delivery_gives_stock_back_and_opens_the_order_again(house: House) -> None:
    order = confirmed_order(house, ("P-01", "10"))
    number = delivered(house, order)
    _, after = house.use_cases.run(
        cancel_delivery, CancelDelivery(number=number, reason="mauvais client")
    )
    assert after.status is OrderStatus.CONFIRMED
    assert on_hand(house, "P-01") == 100
    [row] = house.queries.deliveries.page(PageRequest(filters={"state": "cancelled"}))
    assert row.number == number
    assert house.queries.deliveries_to_invoice.count(EVERYTHING) == 0
    assert _refused(house, invoice_delivery, InvoiceDelivery(number=number)) == (
        "sales.delivery_cancelled"
    )
    again = CancelDelivery(number=number, reason="encore")
    assert _refused(house, cancel_delivery, again) == "sales.delivery_cancelled"
    assert delivered(house, order) != number
    assert failed_checks(house) == []


def test_an_invoiced_delivery_is_not_cancelled(house: House) -> None:
    number = delivered(house, confirmed_order(house, ("P-01", "10")))
    draft = house.use_cases.run(invoice_delivery, InvoiceDelivery(number=number))
    command = CancelDelivery(number=number, reason="erreur")
    assert _refused(house, cancel_delivery, command) == "sales.cancel_invoiced_delivery"
    house.use_cases.run(discard_draft, DiscardDraft(invoice_id=draft.id))
    house.use_cases.run(cancel_delivery, command)


def test_a_return_before_the_invoice_lowers_the_invoice(house: House) -> None:
    number = delivered(house, confirmed_order(house, ("P-01", "10"), ("P-02", "1")))
    noted = house.use_cases.run(
        create_return,
        CreateReturn(
            delivery=number,
            reason=ReturnReason.TOO_MANY,
            quantities={0: Decimal(4), 1: Decimal(1)},
        ),
    )
    assert not noted.credit_due
    assert on_hand(house, "P-01") == 94
    draft = house.use_cases.run(invoice_delivery, InvoiceDelivery(number=number))
    assert [line.quantity for line in draft.lines] == [Decimal(6)]
    assert _refused(house, credit_return, CreditReturn(number=noted.number)) == (
        "sales.return_needs_no_credit"
    )


def test_all_back_before_the_invoice_leaves_nothing_to_invoice(house: House) -> None:
    number = delivered(house, confirmed_order(house, ("P-01", "10")))
    house.use_cases.run(create_return, CreateReturn(delivery=number, reason=ReturnReason.LATE))
    assert house.queries.deliveries_to_invoice.count(EVERYTHING) == 0
    assert house.queries.today().deliveries_to_invoice == 0
    command = InvoiceDelivery(number=number)
    assert _refused(house, invoice_delivery, command) == "sales.nothing_to_invoice"


def test_a_return_after_the_invoice_leads_to_its_credit_note(house: House) -> None:
    order = confirmed_order(house, ("P-02", "1"), ("P-01", "10"))
    number = delivered(house, order, line1="8")
    invoiced(house, number)
    noted = house.use_cases.run(
        create_return,
        CreateReturn(
            delivery=number,
            reason=ReturnReason.DEFECTIVE,
            quantities={1: Decimal(3)},
            restock=False,
            replaces=True,
        ),
    )
    assert noted.credit_due
    assert house.queries.today().returns_to_credit == 1
    assert on_hand(house, "P-01") == 92
    [owed] = [r for r in house.queries.back_orders.page(EVERYTHING) if r.position == 1]
    assert owed.left == 5
    draft = house.use_cases.run(credit_return, CreditReturn(number=noted.number))
    assert str(draft.totals().total_excl_tax) == "59.70 EUR"
    again = CreditReturn(number=noted.number)
    assert _refused(house, credit_return, again) == "sales.return_already_credited"
    house.use_cases.run(discard_draft, DiscardDraft(invoice_id=draft.id))
    draft = house.use_cases.run(credit_return, again)
    house.use_cases.run(issue_invoice, IssueInvoice(invoice_id=draft.id))
    [row] = house.queries.sales_returns.page(EVERYTHING)
    assert (row.status, row.credit_number[:2]) == (ReturnStatus.CREDITED, "AV")
    assert failed_checks(house) == []


def test_no_more_comes_back_than_left_announced_returns_counted(house: House) -> None:
    number = delivered(house, confirmed_order(house, ("P-01", "10")))
    announced = house.use_cases.run(
        create_return,
        CreateReturn(
            delivery=number,
            reason=ReturnReason.OTHER,
            quantities={0: Decimal(7)},
            received=False,
        ),
    )
    assert on_hand(house, "P-01") == 90
    more = CreateReturn(delivery=number, reason=ReturnReason.OTHER, quantities={0: Decimal(4)})
    assert _refused(house, create_return, more) == "sales.returns_more_than_delivered"
    cancel = CancelDelivery(number=number, reason="x")
    assert _refused(house, cancel_delivery, cancel) == "sales.cancel_returned_delivery"
    house.use_cases.run(receive_return, ReceiveReturn(number=announced.number))
    assert on_hand(house, "P-01") == 97
    receive = ReceiveReturn(number=announced.number)
    assert _refused(house, receive_return, receive) == "sales.return_not_noted"


def test_counts_receipts_and_scrap_move_the_stock(house: House) -> None:
    run = house.use_cases.run
    found = run(
        count_stock,
        CountStock(counted={"P-01": Decimal("97.5"), "P-03": Decimal(0)}, note="Inventaire"),
    )
    assert [each.difference for each in found] == [Decimal("-2.5"), 0]
    scrap = AdjustStock(
        product="P-01", quantity=Decimal("7.5"), reason=MovementReason.SCRAP, note="cassé"
    )
    assert run(adjust_stock, scrap).on_hand == 90
    deep = AdjustStock(product="P-01", quantity=Decimal(-91), note="?")
    assert _refused(house, adjust_stock, deep) == "stock.below_zero"
    silent = AdjustStock(product="P-01", quantity=Decimal(-1))
    assert _refused(house, adjust_stock, silent) == "stock.missing_note"
    unknown = CountStock(counted={"P-99": Decimal(1), "P-01": Decimal(-1)})
    with pytest.raises(BlockingFindings) as refusal:
        run(count_stock, unknown)
    assert {each.code for each in refusal.value.findings} == {
        "catalogue.unknown_product",
        "stock.negative_count",
    }
    moves = house.queries.stock_movements.page(EVERYTHING)
    assert [row.reason.value for row in moves][:2] == ["scrap", "count"]
    # P-03 was counted, at zero: it is stocked from now on, and can run out.
    assert on_hand(house, "P-03") == 0
    assert failed_checks(house) == []


def test_reserved_available_reorder_and_value(house: House) -> None:
    house.use_cases.run(
        save_stock_item,
        SaveStockItem(
            product="P-01",
            is_stocked=True,
            reorder_point=Decimal(70),
            unit_cost=Decimal("11.5"),
        ),
    )
    assert house.queries.today().products_to_reorder == 0
    confirmed_order(house, ("P-01", "30"))
    below = PageRequest(filters={"below_reorder": True})
    [row] = house.queries.stock.page(below)
    assert (row.on_hand, row.reserved, row.available) == (100, 30, 70)
    assert str(row.value) == "1150.00 EUR"
    assert str(house.queries.stock.totals(EVERYTHING)["value"]) == "1150.00 EUR"
    assert house.queries.stock.count(below) == 1
    assert house.queries.today().products_to_reorder == 1


def test_late_orders_say_what_keeps_them(house: House, database_url: str, tmp_path: Path) -> None:
    confirmed_order(house, ("P-01", "150"))
    ready = confirmed_order(house, ("P-02", "1"), customer="C0002")
    delivered(house, confirmed_order(house, ("P-02", "2")))
    on_time = house_on(database_url, date(2026, 12, 4))
    assert on_time.queries.late_orders.count(EVERYTHING) == 0
    on_time.close()
    later = house_on(database_url, date(2026, 12, 9))
    found = later.queries.late_orders.page(EVERYTHING)
    assert {row.reason for row in found} == {LateReason.STOCK, LateReason.NOT_SHIPPED}
    assert {row.days_late for row in found} == {5}
    assert later.queries.late_orders.count(EVERYTHING) == later.queries.today().orders_late == 2
    [row] = later.queries.late_orders.page(PageRequest(search=ready))
    assert row.number == ready
    assert later.queries.back_orders.count(PageRequest(filters={"late": True})) == 2
    later.use_cases.run(
        save_stock_policy, SaveStockPolicy(allow_negative=False, late_after_days=30)
    )
    assert later.queries.late_orders.count(EVERYTHING) == 0
    later.close()


def test_lead_times_follow_the_documents(house: House, database_url: str) -> None:
    order = confirmed_order(house, ("P-01", "2"))
    shipped = house_on(database_url, date(2026, 11, 25))
    number = delivered(shipped, order)
    shipped.close()
    billed = house_on(database_url, date(2026, 11, 27))
    invoiced(billed, number)
    [row] = billed.queries.lead_times.page(EVERYTHING)
    assert row.delivered_on == date(2026, 11, 25)
    assert row.days(Stage.DELIVERY) == 5
    assert row.days(Stage.INVOICE) == 2
    assert row.paid_on is None
    figures = billed.queries.lead_times.figures(date(2026, 11, 1), date(2026, 11, 30))
    assert figures[Stage.DELIVERY].average == 5
    assert not billed.queries.lead_times.figures(date(2026, 12, 1), None)
    billed.close()


def test_the_note_names_what_left_and_what_is_to_come(house: House, tmp_path: Path) -> None:
    number = delivered(house, confirmed_order(house, ("P-01", "10")), line0="4")
    path = tmp_path / "bl.pdf"
    content = house.use_cases.run(draw_delivery_note, DrawDeliveryNote(number=number, path=path))
    assert content.startswith(b"%PDF-")
    assert path.read_bytes() == content
