"""Exposure after any sequence of steps equals what the documents themselves come to.

Nothing falls between two stools, and nothing is counted twice: however orders are delivered,
drafted, discarded, issued, credited, paid and held again.
"""

import shutil
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from otc_desktop.application.credit.recheck_order import RecheckOrder, recheck_order
from otc_desktop.application.invoicing.credit_invoice import CreditInvoice, credit_invoice
from otc_desktop.application.invoicing.discard_draft import DiscardDraft, discard_draft
from otc_desktop.application.invoicing.invoice_delivery import InvoiceDelivery, invoice_delivery
from otc_desktop.application.invoicing.issue_invoice import IssueInvoice, issue_invoice
from otc_desktop.application.kernel.line_input import AdjustmentInput, LineInput
from otc_desktop.application.sales.create_order import CreateOrder, create_order
from otc_desktop.bootstrap import House
from otc_desktop.domain.sales.sales_order import OrderStatus, SalesOrder
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.taxes.lines import AdjustmentKind
from otc_desktop.persistence.tables.receivables import open_item
from otc_desktop.persistence.tables.sales import sales_order
from tests.support.credit import DAY, confirm, deliver, limit
from tests.support.line import house_on, set_up

CENT = Decimal("0.01")
STEPS = ("order", "deliver", "draft", "discard", "issue", "credit", "lower", "raise")


@dataclass
class _Order:
    """What a person with paper and pencil would keep of an order."""

    placed: SalesOrder
    price: Decimal
    charge: Decimal
    left: int
    billed: bool = False
    deliveries: list["_Delivery"] = field(default_factory=list)


@dataclass
class _Delivery:
    number: str
    order: _Order
    pieces: int
    draft: UUID | None = None
    with_charge: bool = False
    issued: str = ""


def _with_vat(pieces: int, price: Decimal, charge: Decimal = Decimal(0)) -> Decimal:
    """Pieces at a price and a charge, with 20 % of VAT, as one document comes to."""
    net = (pieces * price).quantize(CENT, ROUND_HALF_UP) + charge
    return net + (net * Decimal("0.2")).quantize(CENT, ROUND_HALF_UP)


def _charge_of(order: _Order) -> Decimal:
    """What the charge adds to the whole order, including tax."""
    pieces = int(order.placed.lines[0].quantity)
    return _with_vat(pieces, order.price, order.charge) - _with_vat(pieces, order.price)


class _Desk:
    """Does one step in the program, and on paper."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.run = house.use_cases.run
        self.orders: list[_Order] = []

    def order(self, size: int) -> None:
        price, charge = Decimal(f"{size}.37"), Decimal(size % 3 * 7)
        charges = (
            (AdjustmentInput(kind=AdjustmentKind.CHARGE, description="Port", amount=charge),)
            if charge
            else ()
        )
        line = LineInput(
            description="Lampe", quantity=Decimal(3), unit_price=price, vat_rate=Decimal(20)
        )
        command = CreateOrder(customer="C0001", lines=(line,), adjustments=charges)
        placed = self.run(create_order, command)
        confirm(self.house, placed)
        self.orders.append(_Order(placed=placed, price=price, charge=charge, left=3))

    def deliver(self, size: int) -> None:
        for order in self.orders:
            if order.left:
                pieces = min(order.left, 1 + size % 2)
                try:
                    made = deliver(self.house, order.placed, pieces)
                except RuleError as refusal:
                    assert refusal.code in {"credit.order_held", "sales.held"}
                    continue
                order.left -= pieces
                order.deliveries.append(_Delivery(made.number, order, pieces))
                return

    def draft(self, size: int) -> None:
        for each in self._deliveries():
            if each.draft is None and not each.issued:
                made = self.run(invoice_delivery, InvoiceDelivery(number=each.number))
                each.draft = made.id
                each.with_charge = not each.order.billed
                each.order.billed = True
                return

    def discard(self, size: int) -> None:
        for each in self._deliveries():
            if each.draft is not None:
                self.run(discard_draft, DiscardDraft(invoice_id=each.draft))
                each.draft = None
                others = [one for one in each.order.deliveries if one.draft or one.issued]
                each.order.billed = bool(others)
                return

    def issue(self, size: int) -> None:
        for each in self._deliveries():
            if each.draft is not None:
                issued = self.run(issue_invoice, IssueInvoice(invoice_id=each.draft))
                each.draft, each.issued = None, issued.invoice.number
                return

    def credit(self, size: int) -> None:
        for each in self._deliveries():
            if each.issued and each.issued != "credited":
                note = self.run(credit_invoice, CreditInvoice(number=each.issued))
                self.run(issue_invoice, IssueInvoice(invoice_id=note.id))
                each.issued = "credited"
                return

    def lower(self, size: int) -> None:
        limit(self.house, "C0001", str(size * 2))

    def do_raise(self, size: int) -> None:
        limit(self.house, "C0001", None)
        for order in self.orders:
            if self._status(order) is OrderStatus.HELD:
                self.run(recheck_order, RecheckOrder(number=order.placed.number))

    def expected(self) -> tuple[Decimal, Decimal, Decimal]:
        delivered = ordered = Decimal(0)
        for order in self.orders:
            status = self._status(order)
            confirmed = status is OrderStatus.CONFIRMED
            if confirmed:
                ordered += _with_vat(order.left, order.price)
            waiting = [each for each in order.deliveries if each.draft is None and not each.issued]
            if not order.billed and confirmed:
                ordered += _charge_of(order)
            elif not order.billed and waiting:
                delivered += _charge_of(order)
            for each in waiting:
                delivered += _with_vat(each.pieces, order.price)
            for each in order.deliveries:
                if each.draft is not None:
                    charge = order.charge if each.with_charge else Decimal(0)
                    delivered += _with_vat(each.pieces, order.price, charge)
        with self.house.engine.connect() as connection:
            minors = connection.execute(select(open_item.c.open_minor)).scalars()
            owed = sum((Decimal(minor) for minor in minors), Decimal(0)) / 100
        return owed, delivered, ordered

    def seen(self) -> tuple[Decimal, Decimal, Decimal]:
        found = self.house.queries.credit_situation("C0001").exposure
        return found.open_items.amount, found.delivered.amount, found.ordered.amount

    def _status(self, order: _Order) -> OrderStatus:
        with self.house.engine.connect() as connection:
            query = select(sales_order.c.status).where(sales_order.c.id == order.placed.id)
            return OrderStatus(connection.execute(query).scalar_one())

    def _deliveries(self) -> list[_Delivery]:
        return [each for order in self.orders for each in order.deliveries]


@pytest.fixture(scope="module")
def sqlite_books(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small company on a SQLite file, to be copied."""
    folder = tmp_path_factory.mktemp("books")
    set_up(f"sqlite:///{folder / 'books.db'}", folder, DAY).close()
    return folder / "books.db"


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    steps=st.lists(st.tuples(st.sampled_from(STEPS), st.integers(1, 400)), min_size=6, max_size=24)
)
def test_exposure_equals_what_the_documents_come_to(
    tmp_path: Path, sqlite_books: Path, steps: list[tuple[str, int]]
) -> None:
    path = tmp_path / "books.db"
    shutil.copy(sqlite_books, path)
    house = house_on(f"sqlite:///{path}", DAY)
    try:
        desk = _Desk(house)
        desk.order(40)
        for name, size in steps:
            getattr(desk, "do_raise" if name == "raise" else name)(size)
            assert desk.seen() == desk.expected(), (name, size)
    finally:
        house.close()
