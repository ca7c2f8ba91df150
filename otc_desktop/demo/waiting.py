"""What waits today for whoever opens the program: held orders, drafts, odd receipts."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from random import Random

from otc_desktop.application.customers.import_customers import ImportCustomers, import_customers
from otc_desktop.application.invoicing.invoice_delivery import InvoiceDelivery, invoice_delivery
from otc_desktop.demo.after_sales import AfterSales
from otc_desktop.demo.agenda import Agenda, Hour
from otc_desktop.demo.claims import ClaimBook
from otc_desktop.demo.customers import DemoCustomer, write_limit
from otc_desktop.demo.kinds import NEAR_LIMIT, RESTAURANT, SHOP
from otc_desktop.demo.office import Office
from otc_desktop.demo.sales_desk import SalesDesk
from otc_desktop.demo.sales_plan import Sale, SalesPlanner
from otc_desktop.demo.seasons import working_days
from otc_desktop.demo.transfers import Transfer, TransferDesk
from otc_desktop.domain.shared.money import Money

_LATELY = timedelta(days=16)
_ORDINARY_INVOICES = 400
_LIMIT_STEP = 500
_HALF = Decimal("0.5")


class Waiting:
    """Plans the unfinished business of the last two weeks."""

    def __init__(
        self,
        rng: Random,
        office: Office,
        agenda: Agenda,
        *,
        planner: SalesPlanner,
        sales: SalesDesk,
        after_sales: AfterSales,
        book: ClaimBook,
        transfers: TransferDesk,
        customers: Sequence[DemoCustomer],
    ) -> None:
        self._rng = rng
        self._office = office
        self._agenda = agenda
        self._planner = planner
        self._sales = sales
        self._after_sales = after_sales
        self._book = book
        self._transfers = transfers
        self._customers = customers

    def plan(self, today: date, invoices: int) -> None:
        """Put into the agenda what will be left unfinished; less for a small company."""
        days = working_days(today - _LATELY, today)

        def scatter(count: int, hour: Hour, work: Callable[[], object]) -> None:
            size = max(1, count * min(invoices, _ORDINARY_INVOICES) // _ORDINARY_INVOICES)
            for _ in range(size):
                self._agenda.put(self._rng.choice(days), hour, lambda: _do(work))

        scatter(7, Hour.ORDERS, self._open_order)
        scatter(2, Hour.ORDERS, self._order_to_confirm)
        scatter(2, Hour.DELIVERIES, self._delivered_in_part)
        scatter(4, Hour.DELIVERIES, self._delivered)
        scatter(3, Hour.INVOICES, self._draft)
        scatter(3, Hour.DISPUTES, self._contest)
        last = days[-1]
        self._agenda.put(last, Hour.DELIVERIES, partial(_do, self._draft_of_delivery))
        self._agenda.put(last, Hour.CORRECTIONS, self._draft_credit)
        self._agenda.put(last, Hour.DISPUTES, self._orders_over_limit)

    def odd_receipts(self, after: date, closing_on: date) -> list[Transfer]:
        """Receipts of the last statement that a person has to look at."""
        days = [day for day in working_days(after, closing_on) if day > after]
        found: list[Transfer] = []
        taken = {claim.number for claim in self._book.ripe(after, closing_on)}
        free = [each for each in self._book.unsettled() if each.number not in taken]
        whole = [each for each in free if each.owed == each.open and not each.disputed]
        self._rng.shuffle(whole)
        if len(whole) > 2 and days:
            nameless, rounded = whole[:2]
            found.append(self._sent(days, nameless.customer, nameless.open, "VIREMENT RECU"))
            less = rounded.open.times(_HALF)
            found.append(self._sent(days, rounded.customer, less, "ACOMPTE SUR COMPTE"))
        settled = self._book.settled()
        if settled and days:
            twice = self._rng.choice(settled[-20:])
            label = f"FACT {twice.number}"
            found.append(self._sent(days, twice.customer, twice.amount, label))
        return found

    def _sent(
        self, days: Sequence[date], customer: DemoCustomer, amount: Money, label: str
    ) -> Transfer:
        day = self._rng.choice(days)
        return self._transfers.transfer(customer, day, (), received=amount, label=label)

    def _sale(self, customer: DemoCustomer | None = None, *, net: int | None = None) -> Sale:
        buyer = customer or self._rng.choice(self._customers)
        return Sale(
            customer=buyer,
            lines=self._planner.basket(buyer, net=net),
            purchase_order=self._planner.purchase_order(buyer),
            day=self._office.today,
            carriage=Decimal(0),
        )

    def _open_order(self) -> object:
        return self._sales.accept_order(self._sale())

    def _order_to_confirm(self) -> object:
        return self._sales.take_order(self._sale())

    def _delivered(self) -> str:
        order = self._sales.accept_whatever_held(self._sale())
        return self._sales.deliver(order.number, order.remaining())

    def _delivered_in_part(self) -> str:
        order = self._sales.accept_whatever_held(self._sale())
        part = max(Decimal(1), (order.lines[0].quantity * _HALF).to_integral_value())
        return self._sales.deliver(order.number, {0: part})

    def _draft_of_delivery(self) -> object:
        return self._office.run(invoice_delivery, InvoiceDelivery(number=self._delivered()))

    def _draft(self) -> object:
        return self._sales.draft(self._sale())

    def _contest(self) -> None:
        candidates = [each for each in self._book.unsettled() if each.open == each.owed]
        if candidates:
            self._after_sales.contest(self._rng.choice(candidates))

    def _draft_credit(self) -> None:
        candidates = [each for each in self._book.unsettled() if each.open == each.amount]
        if candidates:
            self._after_sales.draft_credit(candidates[-1])

    def _orders_over_limit(self) -> None:
        """Orders to be held: of a customer near its limit, of small ones too bold."""
        limited = [each for each in self._customers if each.kind is NEAR_LIMIT]
        if limited:
            near = limited[0]
            owed = self._book.open_of(near).amount
            limit = (int(owed) // _LIMIT_STEP + 1) * _LIMIT_STEP
            path = write_limit(self._office.folder, near.code, limit)
            self._office.run(import_customers, ImportCustomers(path=path))
            self._sales.accept_order(self._sale(near, net=2 * _LIMIT_STEP))
        small = [each for each in self._customers if each.kind in (SHOP, RESTAURANT)]
        for bold in self._rng.sample(small, min(2, len(small))):
            self._sales.accept_order(self._sale(bold, net=_limit(bold)))


def _limit(customer: DemoCustomer) -> int:
    return customer.kind.limit or 0


def _do(work: Callable[[], object]) -> None:
    work()
