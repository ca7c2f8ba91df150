"""Orders, deliveries and returns in a few words, for tests about goods."""

from decimal import Decimal
from uuid import UUID

from otc_desktop.application.invoicing.invoice_delivery import InvoiceDelivery, invoice_delivery
from otc_desktop.application.invoicing.issue_invoice import IssueInvoice, issue_invoice
from otc_desktop.application.kernel.line_input import LineInput
from otc_desktop.application.kernel.paging import PageRequest
from otc_desktop.application.kernel.task import SilentTask
from otc_desktop.application.sales.confirm_order import ConfirmOrder, confirm_order
from otc_desktop.application.sales.create_delivery import CreateDelivery, create_delivery
from otc_desktop.application.sales.create_order import CreateOrder, create_order
from otc_desktop.bootstrap import House


def confirmed_order(house: House, *lines: tuple[str, str], customer: str = "C0001") -> str:
    """An accepted order of products and quantities; its number."""
    wanted = tuple(LineInput(product=code, quantity=Decimal(many)) for code, many in lines)
    order = house.use_cases.run(create_order, CreateOrder(customer=customer, lines=wanted))
    house.use_cases.run(confirm_order, ConfirmOrder(number=order.number))
    return order.number


def delivered(house: House, order: str, **quantities: str) -> str:
    """A delivery of the order, of all that is left or of `line0="3"`; its number."""
    by_line = {int(name.removeprefix("line")): Decimal(q) for name, q in quantities.items()}
    command = CreateDelivery(order=order, quantities=by_line or None)
    return house.use_cases.run(create_delivery, command)[0].number


def invoiced(house: House, delivery: str) -> UUID:
    """The delivery's issued invoice."""
    draft = house.use_cases.run(invoice_delivery, InvoiceDelivery(number=delivery))
    house.use_cases.run(issue_invoice, IssueInvoice(invoice_id=draft.id))
    return draft.id


def on_hand(house: House, code: str) -> Decimal:
    """What is on hand of a product."""
    [row] = house.queries.stock.page(PageRequest(search=code))
    return row.on_hand


def failed_checks(house: House) -> list[str]:
    """The names of the checks that do not hold."""
    checks = house.queries.verification.run_checks(SilentTask())
    return [f"{check.name}: {check.detail}" for check in checks if not check.ok]
