"""A small company whose customers buy on credit, for tests of the gates."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from otc_desktop.application.credit.set_credit import SetCredit, set_credit
from otc_desktop.application.kernel.line_input import LineInput
from otc_desktop.application.receivables.import_open_items import (
    ImportOpenItems,
    import_open_items,
)
from otc_desktop.application.sales.confirm_order import ConfirmOrder, confirm_order
from otc_desktop.application.sales.create_delivery import CreateDelivery, create_delivery
from otc_desktop.application.sales.create_order import CreateOrder, create_order
from otc_desktop.bootstrap import House, open_house
from otc_desktop.domain.sales.sales_order import Delivery, SalesOrder
from otc_desktop.domain.shared.currency import EUR
from otc_desktop.domain.shared.money import Money

DAY = date(2026, 11, 20)


def euros(text: str) -> Money:
    """An amount in euros."""
    return Money.of(text, EUR)


def limit(house: House, customer: str, amount: str | None, *, insured: str | None = None) -> None:
    """Set a customer's limit."""
    command = SetCredit(
        customer=customer,
        limit=None if amount is None else Decimal(amount),
        insured=None if insured is None else Decimal(insured),
        reason="test",
    )
    house.use_cases.run(set_credit, command)


def take(house: House, customer: str, total: str, *, pieces: int = 1) -> SalesOrder:
    """An order of `pieces` lines' worth that comes to `total` including 20 % of VAT."""
    price = round(Decimal(total) / Decimal("1.2") / pieces, 6)
    line = LineInput(
        description="Lampe", quantity=Decimal(pieces), unit_price=price, vat_rate=Decimal(20)
    )
    return house.use_cases.run(create_order, CreateOrder(customer=customer, lines=(line,)))


def confirm(house: House, order: SalesOrder) -> SalesOrder:
    """The order accepted or held."""
    return house.use_cases.run(confirm_order, ConfirmOrder(number=order.number))


def sell(house: House, customer: str, total: str, *, pieces: int = 1) -> SalesOrder:
    """An order taken and accepted or held."""
    return confirm(house, take(house, customer, total, pieces=pieces))


def deliver(house: House, order: SalesOrder, quantity: int | None = None) -> Delivery:
    """All that is left, or a number of pieces."""
    quantities = None if quantity is None else {0: Decimal(quantity)}
    command = CreateDelivery(order=order.number, quantities=quantities)
    return house.use_cases.run(create_delivery, command)[0]


def owe(
    house: House,
    folder: Path,
    customer: str,
    amount: str,
    *,
    due: date = DAY,
    number: str = "X-1",
    kind: str = "facture",
) -> None:
    """Take over an open document from elsewhere; a credit note is money on account."""
    path = folder / f"{number}.csv"
    path.write_text(
        "numéro;code client;type;date facture;échéance;total ttc;reste dû\n"
        f"{number};{customer};{kind};{due:%d/%m/%Y};{due:%d/%m/%Y};{amount};{amount}\n",
        encoding="utf-8",
    )
    house.use_cases.run(import_open_items, ImportOpenItems(path=path))


def as_role(url: str, role: str, day: date = DAY) -> House:
    """The same books used by somebody of another role."""
    return open_house(database_url=url, today=day, user=role, role=role)
