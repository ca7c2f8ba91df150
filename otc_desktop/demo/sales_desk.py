"""Orders, deliveries and invoices of the story, entered day by day."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import partial
from random import Random

from otc_desktop.application.invoicing.create_invoice import CreateInvoice, create_invoice
from otc_desktop.application.invoicing.invoice_delivery import InvoiceDelivery, invoice_delivery
from otc_desktop.application.invoicing.issue_invoice import IssueInvoice, issue_invoice
from otc_desktop.application.kernel.line_input import AdjustmentInput
from otc_desktop.application.sales.confirm_order import ConfirmOrder, confirm_order
from otc_desktop.application.sales.create_delivery import CreateDelivery, create_delivery
from otc_desktop.application.sales.create_order import CreateOrder, create_order
from otc_desktop.application.sales.release_order import ReleaseOrder, release_order
from otc_desktop.application.stock.receive_stock import ReceiveStock, receive_stock
from otc_desktop.demo.after_sales import AfterSales
from otc_desktop.demo.agenda import Agenda, Hour
from otc_desktop.demo.claims import Claim, ClaimBook
from otc_desktop.demo.customers import DemoCustomer
from otc_desktop.demo.office import Office
from otc_desktop.demo.sales_plan import Dispatch, Sale, quantities_of
from otc_desktop.demo.transfers import promised_day
from otc_desktop.domain.invoicing.invoice import InvoiceDraft
from otc_desktop.domain.sales.sales_order import OrderStatus, SalesOrder
from otc_desktop.domain.shared.errors import RuleError
from otc_desktop.domain.shared.findings import BlockingFindings
from otc_desktop.domain.taxes.lines import AdjustmentKind

_CARRIAGE = "Port et emballage"
_RESTOCKED = "Réapprovisionnement"
_LOT = Decimal(50)
_MOST_OBSTACLES = 3
_RELEASE_REASONS = (
    "Accord du gérant, règlement annoncé",
    "Client historique, encours relevé provisoirement",
    "Virement reçu, en cours de rapprochement",
)


class SalesDesk:
    """Enters sales and notes what each invoice makes the customer owe."""

    def __init__(
        self,
        rng: Random,
        office: Office,
        agenda: Agenda,
        book: ClaimBook,
        after_sales: AfterSales,
    ) -> None:
        self._rng = rng
        self._office = office
        self._agenda = agenda
        self._book = book
        self._after_sales = after_sales

    def plan(self, sale: Sale) -> None:
        """Put a sale into the agenda."""
        if sale.dispatches:
            self._agenda.put(sale.day, Hour.ORDERS, partial(self._sell_by_order, sale))
        else:
            self._agenda.put(sale.day, Hour.INVOICES, partial(self._sell_directly, sale))

    def take_order(self, sale: Sale) -> SalesOrder:
        """Enter an order, still a draft."""
        order = self._office.run(
            create_order,
            CreateOrder(
                customer=sale.customer.code,
                lines=sale.lines,
                adjustments=_carriage(sale.carriage),
                purchase_order=sale.purchase_order,
            ),
        )
        self._office.tally.orders += 1
        return order

    def accept_order(self, sale: Sale) -> SalesOrder:
        """Enter an order and confirm it; over the credit limit it is held."""
        order = self.take_order(sale)
        return self._office.run(confirm_order, ConfirmOrder(number=order.number))

    def accept_whatever_held(self, sale: Sale) -> SalesOrder:
        """Enter and confirm an order; somebody releases it where it is held."""
        order = self.accept_order(sale)
        if order.status is not OrderStatus.HELD:
            return order
        reason = self._rng.choice(_RELEASE_REASONS)
        return self._office.run(release_order, ReleaseOrder(number=order.number, reason=reason))

    def deliver(self, order: str, quantities: Mapping[int, Decimal]) -> str:
        """Deliver a part of an order; the delivery's number. Held meanwhile, it is released."""
        command = CreateDelivery(order=order, quantities=quantities)
        for _ in range(_MOST_OBSTACLES):
            try:
                delivery, _order = self._office.run(create_delivery, command)
            except BlockingFindings as short:
                self._restock(short)
            except RuleError as refusal:
                if refusal.code != "credit.order_held":
                    raise
                reason = self._rng.choice(_RELEASE_REASONS)
                self._office.run(release_order, ReleaseOrder(number=order, reason=reason))
            else:
                return delivery.number
        raise RuleError("stock.nothing_available", number=order)

    def _restock(self, short: BlockingFindings) -> None:
        """What is missing comes in from the workshop or its suppliers, in whole lots."""
        missing: dict[str, Decimal] = {}
        for each in short.findings:
            if each.code != "stock.not_enough":
                raise short
            product = each.params["product"]
            missing[product] = missing.get(product, Decimal(0)) + Decimal(each.params["missing"])
        lots = {product: (left // _LOT + 1) * _LOT for product, left in missing.items()}
        self._office.run(receive_stock, ReceiveStock(quantities=lots, note=_RESTOCKED))

    def draft(self, sale: Sale) -> InvoiceDraft:
        """Prepare an invoice without an order."""
        return self._office.run(
            create_invoice,
            CreateInvoice(
                customer=sale.customer.code,
                lines=sale.lines,
                purchase_order=sale.purchase_order,
                supplied_on=self._office.today,
            ),
        )

    def _sell_by_order(self, sale: Sale) -> None:
        order = self.accept_whatever_held(sale)
        for dispatch in sale.dispatches:
            work = partial(self._dispatch, sale, order.number, dispatch)
            self._agenda.put(dispatch.delivered_on, Hour.DELIVERIES, work)

    def _dispatch(self, sale: Sale, order: str, dispatch: Dispatch) -> None:
        number = self.deliver(order, quantities_of(sale, dispatch))
        work = partial(self._invoice_delivery, sale.customer, number)
        self._agenda.put(dispatch.invoiced_on, Hour.INVOICES, work)

    def _invoice_delivery(self, customer: DemoCustomer, delivery: str) -> None:
        draft = self._office.run(invoice_delivery, InvoiceDelivery(number=delivery))
        self._issue(customer, draft)

    def _sell_directly(self, sale: Sale) -> None:
        self._issue(sale.customer, self.draft(sale))

    def _issue(self, customer: DemoCustomer, draft: InvoiceDraft) -> None:
        invoice = self._office.run(issue_invoice, IssueInvoice(invoice_id=draft.id)).invoice
        self._office.tally.invoices += 1
        owed = invoice.totals.total_incl_tax
        habit = customer.kind.habit
        claim = Claim(
            number=invoice.number,
            customer=customer,
            issued_on=invoice.issued_on,
            due_on=invoice.due_on,
            amount=owed,
            open=owed,
            owed=owed,
            lines=len(invoice.lines),
            pay_on=_never_before(invoice.issued_on, promised_day(self._rng, habit, invoice.due_on)),
            in_parts=self._rng.randrange(100) < habit.in_two_parts,
        )
        self._book.add(claim)
        self._after_sales.follow(claim)


def _never_before(issued_on: date, day: date) -> date:
    return max(issued_on, day)


def _carriage(amount: Decimal) -> tuple[AdjustmentInput, ...]:
    if not amount:
        return ()
    return (AdjustmentInput(kind=AdjustmentKind.CHARGE, description=_CARRIAGE, amount=amount),)
