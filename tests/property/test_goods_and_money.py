"""Random deliveries, returns, invoices and cancellations: goods and money stay consistent."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from otc_desktop.application.invoicing.discard_draft import DiscardDraft, discard_draft
from otc_desktop.application.invoicing.invoice_delivery import InvoiceDelivery, invoice_delivery
from otc_desktop.application.invoicing.issue_invoice import IssueInvoice, issue_invoice
from otc_desktop.application.kernel.line_input import AdjustmentInput, LineInput
from otc_desktop.application.sales.cancel_delivery import CancelDelivery, cancel_delivery
from otc_desktop.application.sales.confirm_order import ConfirmOrder, confirm_order
from otc_desktop.application.sales.create_delivery import CreateDelivery, create_delivery
from otc_desktop.application.sales.create_order import CreateOrder, create_order
from otc_desktop.application.sales.create_return import CreateReturn, create_return
from otc_desktop.application.sales.credit_return import CreditReturn, credit_return
from otc_desktop.application.sales.read_delivery import ReadDelivery, read_delivery
from otc_desktop.bootstrap import House
from otc_desktop.domain.sales.sales_return import ReturnReason
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.ids import InvoiceId
from otc_desktop.domain.taxes.lines import AdjustmentKind
from tests.support.goods import failed_checks, on_hand
from tests.support.line import house_on, set_up

DAY = date(2026, 11, 20)
IN_STOCK = Decimal(100)
ACTIONS = ("deliver", "cancel", "invoice", "discard", "issue", "return", "replace", "credit")
steps = st.lists(
    st.tuples(st.sampled_from(ACTIONS), st.integers(0, 9), st.integers(1, 7)),
    min_size=3,
    max_size=10,
)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small company's books, to be copied for each story."""
    folder = tmp_path_factory.mktemp("goods")
    set_up(f"sqlite:///{folder / 'books.db'}", folder, DAY).close()
    return folder / "books.db"


@contextmanager
def _books(template: Path) -> Iterator[House]:
    with TemporaryDirectory() as name:
        path = Path(name) / "books.db"
        shutil.copy(template, path)
        house = house_on(f"sqlite:///{path}", DAY)
        yield house
        house.close()


@dataclass
class _Story:
    """What was done to one order so far."""

    house: House
    order: str
    deliveries: list[str] = field(default_factory=list)
    drafts: list[InvoiceId] = field(default_factory=list)
    returns: list[str] = field(default_factory=list)
    invoiced: Decimal = Decimal(0)
    credited: Decimal = Decimal(0)

    def do(self, action: str, which: int, many: int) -> None:
        """One step; what the program refuses changes nothing."""
        run = self.house.use_cases.run
        some = {which % 2: Decimal(many) / 2}
        if action == "deliver" or not self.deliveries:
            made, _ = run(create_delivery, CreateDelivery(order=self.order, quantities=some))
            self.deliveries.append(made.number)
            return
        delivery = self.deliveries[which % len(self.deliveries)]
        if action == "cancel":
            run(cancel_delivery, CancelDelivery(number=delivery, reason="essai"))
        elif action == "invoice":
            draft = run(invoice_delivery, InvoiceDelivery(number=delivery))
            self.drafts.append(draft.id)
        elif action in ("return", "replace"):
            noted = run(
                create_return,
                CreateReturn(
                    delivery=delivery,
                    reason=ReturnReason.OTHER,
                    quantities=some,
                    replaces=action == "replace",
                ),
            )
            self.returns.append(noted.number)
        elif action == "credit" and self.returns:
            number = self.returns[which % len(self.returns)]
            self.drafts.append(run(credit_return, CreditReturn(number=number)).id)
        elif action == "discard" and self.drafts:
            run(discard_draft, DiscardDraft(invoice_id=self.drafts[-1]))
            self.drafts.pop()
        elif action == "issue" and self.drafts:
            issued = run(issue_invoice, IssueInvoice(invoice_id=self.drafts.pop())).invoice
            amount = issued.totals.total_excl_tax.amount
            if issued.credits_id is None:
                self.invoiced += amount
            else:
                self.credited += amount


@settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(steps)
def test_goods_and_money_stay_consistent(template: Path, todo: list[tuple[str, int, int]]) -> None:
    with _books(template) as house:
        lines = (
            LineInput(product="P-01", quantity=Decimal(12), unit_price=Decimal("0.335")),
            LineInput(product="P-02", quantity=Decimal(9), discount_percent=Decimal("3.3")),
        )
        off = AdjustmentInput(
            kind=AdjustmentKind.ALLOWANCE, description="Remise", percent=Decimal(7)
        )
        order = house.use_cases.run(
            create_order, CreateOrder(customer="C0001", lines=lines, adjustments=(off,))
        )
        house.use_cases.run(confirm_order, ConfirmOrder(number=order.number))
        story = _Story(house, order.number)
        for action, which, many in todo:
            try:
                story.do(action, which, many)
            except RuleError:
                continue
        left: dict[str, Decimal] = {"P-01": Decimal(0), "P-02": Decimal(0)}
        for number in story.deliveries:
            found = house.use_cases.run(read_delivery, ReadDelivery(number=number))
            delivery = found.delivery
            for position, quantity in delivery.quantities.items():
                back = delivery.returned.get(position, Decimal(0))
                billed = delivery.billed.get(position, Decimal(0))
                assert 0 <= back <= quantity
                assert billed <= quantity
                if delivery.cancelled_on is None:
                    left[found.order.lines[position].product_code] += quantity - back
        assert on_hand(house, "P-01") == IN_STOCK - left["P-01"]
        assert on_hand(house, "P-02") == IN_STOCK / 2 - left["P-02"]
        assert story.credited <= story.invoiced
        assert failed_checks(house) == []
